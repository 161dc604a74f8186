//! What shows the time that passes between events: the clock on the desk and the egg timers. Each looks at the time
//! by itself, so that the rest of the picture need not be drawn anew at every frame.

use switchboard_still::scene;
use switchboard_trace::Time;
use switchboard_view::scene::Point;
use yew::prelude::*;

use super::drawn::drawn;
use crate::session::Now;

#[derive(Properties, PartialEq)]
pub struct EggTimerProps {
    pub set: Time,
    pub due: Time,
    /// The time of the last event, where nobody tells the time.
    pub at: Time,
}

/// A ring that runs down, and what is left.
#[component]
pub fn EggTimer(props: &EggTimerProps) -> Html {
    let now = use_now(props.at);
    drawn(scene::egg_timer(props.set, props.due, now))
}

#[derive(Properties, PartialEq)]
pub struct ClockProps {
    pub at: Time,
    pub place: Point,
}

/// The clock on the desk.
#[component]
pub fn Clock(props: &ClockProps) -> Html {
    let now = use_now(props.at);
    drawn(scene::clock(props.place, now))
}

#[hook]
fn use_now(at: Time) -> Time {
    // Between an event and the next frame the clock may still tell the time of the frame before.
    use_context::<Now>().map_or(at, |Now(now)| now.max(at))
}
