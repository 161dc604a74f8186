//! What shows the time that passes between events: the clock on the desk and the egg timers. Each looks at the time
//! by itself, so that the rest of the picture need not be drawn anew at every frame.

use std::f64::consts::TAU;

use switchboard_trace::Time;
use yew::prelude::*;

use crate::i18n::sentences::time_left;
use crate::session::Now;

#[derive(Properties, PartialEq)]
pub struct EggTimerProps {
    pub set: Time,
    pub due: Time,
    /// The time of the last event, where nobody tells the time.
    pub at: Time,
    pub radius: f64,
    /// Where the ring's centre is.
    pub y: f64,
    /// Where what is left is written.
    pub text_x: f64,
    pub text_y: f64,
}

/// A ring that runs down, and what is left.
#[component]
pub fn EggTimer(props: &EggTimerProps) -> Html {
    let now = use_now(props.at);
    let left = props.due.since(now);
    let whole = props.due.since(props.set).max(1);
    let share = (left as f64 / whole as f64).min(1.0);
    let length = TAU * props.radius;
    let cy = props.y.to_string();
    let r = props.radius.to_string();
    html! {
        <g class="egg-timer">
            <circle class="ring" cy={ cy.clone() } r={ r.clone() } />
            <circle
                class="left"
                { cy }
                { r }
                transform={ format!("rotate(-90 0 {})", props.y) }
                stroke-dasharray={ format!("{:.1} {length:.1}", share * length) }
            />
            <text class="detail" x={ props.text_x.to_string() } y={ props.text_y.to_string() }>{ time_left(left) }</text>
        </g>
    }
}

#[derive(Properties, PartialEq)]
pub struct ClockProps {
    pub at: Time,
    pub x: f64,
    pub y: f64,
}

/// The clock on the desk: its hand goes round once a second, the short one once a minute.
#[component]
pub fn Clock(props: &ClockProps) -> Html {
    let seconds = use_now(props.at).as_secs();
    let hand = |turns: f64, class: &'static str, length: &'static str| {
        let transform = format!("rotate({:.1})", turns.fract() * 360.0);
        html! { <line { class } y2={ length } { transform } /> }
    };
    let ticks = (0..12).map(|hour| {
        html! { <line key={ hour } class="tick" y1="-13" y2="-11" transform={ format!("rotate({})", hour * 30) } /> }
    });
    html! {
        <g class="desk-clock" transform={ format!("translate({} {})", props.x, props.y) }>
            <path class="foot" d="M-9 19L-5 12H5L9 19Z" />
            <circle class="case" r="16.500" />
            <circle class="face" r="14" />
            { for ticks }
            { hand(seconds / 60.0, "short", "-7") }
            { hand(seconds, "long", "-10.500") }
            <circle class="pin" r="1.800" />
        </g>
    }
}

#[hook]
fn use_now(at: Time) -> Time {
    // Between an event and the next frame the clock may still tell the time of the frame before.
    use_context::<Now>().map_or(at, |Now(now)| now.max(at))
}
