//! A client: the figure, its name, and what it waits for.

use switchboard_still::scene::{self, NameRow};
use switchboard_trace::{TaskId, Time};
use switchboard_view::Look;
use switchboard_view::scene::{Client, Pose};
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::clocks::EggTimer;
use super::drawn::{all_drawn, drawn};
use crate::i18n::Lang;
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
    /// Where its name stands.
    pub row: NameRow,
    /// Its name for those who don't see it.
    pub name: AttrValue,
    pub emphasis: Emphasis,
    /// The time of the last event.
    pub at: Time,
    pub lang: Lang,
    pub dispatch: Dispatch,
}

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
    let timer = match &client.pose {
        Pose::OnHold(hold) => hold.timer,
        _ => None,
    };
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
            data-state={ scene::state(&client.pose) }
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
            if let Some((set, due)) = timer {
                <g class="beside" aria-hidden="true"><EggTimer { set } { due } at={ props.at } /></g>
            }
            <g
                class="figure"
                { role }
                tabindex={ tab_index }
                aria-label={ (!is_leaving).then(|| props.name.clone()) }
                aria-pressed={ (!is_leaving).then(|| emphasis.is_selected.to_string()) }
                data-keys={ (!is_leaving).then_some("") }
                style={ format!("transform:scale({})", client.scale) }
            >
                { all_drawn(scene::figure(client)) }
            </g>
            { drawn(scene::written(client, props.row, &props.detail, props.lang)) }
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
