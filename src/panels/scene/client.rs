//! A client: the figure, its name, and what it waits for.

use switchboard_trace::{Outcome, TaskId, Time};
use switchboard_view::Look;
use switchboard_view::scene::{Client, Hold, Pose, When, shorten};
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::clocks::EggTimer;
use crate::i18n::{Lang, SceneMsg};
use crate::session::{Action, Dispatch};

/// How a figure stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Emphasis {
    pub is_lit: bool,
    pub is_selected: bool,
    /// The last event is about it.
    pub is_news: bool,
    /// The tab key leads to it.
    pub is_tab_stop: bool,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub client: Client,
    /// What it waits for, in a word or two.
    pub detail: AttrValue,
    /// Whether its name stands lower than its neighbours'.
    pub is_low: bool,
    /// Its name for those who don't see it.
    pub name: AttrValue,
    pub emphasis: Emphasis,
    /// The time of the last event.
    pub at: Time,
    pub lang: Lang,
    pub dispatch: Dispatch,
}

const HEAD: &str = "M0 -56A9.500 9.500 0 1 1 0 -37A9.500 9.500 0 1 1 0 -56Z";
const BODY: &str = "M-11.500 0C-12.500 0 -13 -1 -13 -2.500C-12.500 -9 -13.500 -13 -14 -18C-14.500 -28 -9.500 -34.500 0 -34.500\
                    C9.500 -34.500 14.500 -28 14 -18C13.500 -13 12.500 -9 13 -2.500C13 -1 12.500 0 11.500 0Z";

/// A client.
#[component]
pub fn ClientView(props: &Props) -> Html {
    let Props {
        client,
        emphasis,
        dispatch,
        ..
    } = props;
    let task = client.task;
    let look = Look::of(task);
    let light = dispatch.reform(move |_: PointerEvent| Action::Light(Some(task)));
    let darken = dispatch.reform(|_: PointerEvent| Action::Light(None));
    let onfocusin = dispatch.reform(move |_: FocusEvent| Action::Light(Some(task)));
    let onfocusout = dispatch.reform(|_: FocusEvent| Action::Light(None));
    let onclick = dispatch.reform(move |_: MouseEvent| Action::Select(Some(task)));
    let onkeydown = select_by_key(dispatch, task);
    let is_leaving = matches!(client.pose, Pose::Leaving(_));
    let role = if is_leaving { None } else { Some("button") };
    let tab_index = match (is_leaving, emphasis.is_tab_stop) {
        (true, _) => None,
        (false, true) => Some("0"),
        (false, false) => Some("-1"),
    };
    html! {
        <g
            class="client"
            aria-hidden={ is_leaving.then_some("true") }
            data-task={ (!is_leaving).then(|| task.number().to_string()) }
            data-state={ state(&client.pose) }
            data-slot={ look.slot.to_string() }
            data-lit={ emphasis.is_lit.then_some("") }
            data-selected={ emphasis.is_selected.then_some("") }
            data-news={ emphasis.is_news.then_some("") }
            style={ format!("transform:translate({}px,{}px)", client.at.x, client.at.y) }
            onpointerenter={ light }
            onpointerleave={ darken }
            { onfocusin }
            { onfocusout }
            { onclick }
            { onkeydown }
        >
            <g
                class="figure"
                { role }
                tabindex={ tab_index }
                aria-label={ (!is_leaving).then(|| props.name.clone()) }
                aria-pressed={ (!is_leaving).then(|| emphasis.is_selected.to_string()) }
                data-keys={ (!is_leaving).then_some("") }
                style={ format!("transform:scale({})", client.scale) }
            >
                <ellipse class="shadow" rx="17" ry="3.500" />
                <path class="body" d={ BODY } />
                <path class="body" d={ HEAD } />
                if look.pattern > 0 {
                    <path class="pattern" d={ BODY } fill={ format!("url(#scene-pattern-{})", look.pattern) } />
                }
                if client.pose == Pose::OnTheLine {
                    <path class="arm" d="M11.500 -27L18.500 -22.500L13 -41" />
                    <path class="handset" d="M9 -53.500C15 -51 15 -43 8 -38.500" />
                }
            </g>
            { written(props) }
        </g>
    }
}

const fn state(pose: &Pose) -> &'static str {
    match pose {
        Pose::OnTheLine => "running",
        Pose::InQueue { .. } => "ready",
        Pose::OnHold(_) => "waiting",
        Pose::Leaving(_) => "done",
    }
}

/// Narrower seats than this have smaller names.
const NARROW: f64 = 70.0;

/// What stands at a client, by where it is.
fn written(props: &Props) -> Html {
    let client = &props.client;
    match &client.pose {
        Pose::OnTheLine => html! {
            <g key="line" class="written" aria-hidden="true">
                <text class="name large" y="19">{ shorten(&client.label, 16) }</text>
                <text class="quiet" y="34">{ SceneMsg::OnTheLine.text(props.lang) }</text>
            </g>
        },
        Pose::InQueue { place, when } => html! {
            <g key="queue" class="written" aria-hidden="true">
                <circle class={ if *when == When::ThisTurn { "place" } else { "place next" } } cy="-76" r="8.500" />
                <text class="place-number" y="-72">{ *place }</text>
                <text class="name" y={ if props.is_low { "31" } else { "18" } }>{ shorten(&client.label, 15) }</text>
            </g>
        },
        Pose::OnHold(hold) => on_hold(props, hold),
        Pose::Leaving(how) => {
            html! { <g key="door" class="written" aria-hidden="true">{ mark(*how, 0.0, -66.0) }</g> }
        }
    }
}

fn on_hold(props: &Props, hold: &Hold) -> Html {
    // Where two sit beside each other, names are smaller.
    let is_narrow = hold.width < NARROW;
    let (class, character) = if is_narrow {
        ("name narrow", 7.7)
    } else {
        ("name", 7.8)
    };
    let label = shorten(&props.client.label, (hold.width / character) as usize);
    html! {
        <g key="hold" class="written beside" aria-hidden="true">
            <text { class } x="20" y="-15">{ label }</text>
            if let Some((set, due)) = hold.timer {
                <EggTimer { set } { due } at={ props.at } radius={ 14.5 } y={ -14.0 } text_x={ 20.0 } text_y={ -1.0 } />
            } else {
                <text class="detail" x="20" y="-1">{ shorten(&props.detail, (hold.width / 6.3) as usize) }</text>
            }
        </g>
    }
}

/// Enter and space do what a click does.
pub fn select_by_key(dispatch: &Dispatch, task: TaskId) -> Callback<KeyboardEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            dispatch.emit(Action::Select(Some(task)));
        }
    })
}

/// How a client has ended: a tick, a cross, or a bar.
pub fn mark(how: Outcome, x: f64, y: f64) -> Html {
    let (class, d) = match how {
        Outcome::Returned => ("mark returned", "M-3 0.300L-0.800 2.600L3.200 -2.400"),
        Outcome::Failed => (
            "mark failed",
            "M-2.600 -2.600L2.600 2.600M2.600 -2.600L-2.600 2.600",
        ),
        Outcome::Cancelled => ("mark cancelled", "M-3 0H3"),
    };
    html! {
        <g { class } transform={ format!("translate({x} {y})") }>
            <circle r="7" />
            <path { d } />
        </g>
    }
}
