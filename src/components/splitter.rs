//! A line between two areas that can be moved, by pointer and by keys.

use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::i18n::{Lang, Msg};
use crate::session::{Action, Dispatch, Split};

/// How far a key moves it, in percent.
const KEY_STEP: f64 = 2.0;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub split: Split,
    /// The share of what is before it, in percent.
    pub share: f64,
    pub lang: Lang,
    pub dispatch: Dispatch,
}

/// A movable line.
#[component]
pub fn Splitter(props: &Props) -> Html {
    let Props {
        split, share, lang, ..
    } = *props;
    let onpointerdown = Callback::from(|event: PointerEvent| {
        if let Some(line) = line_of(&event) {
            // Without capture the line would just stop following a fast pointer.
            let _ = line.set_pointer_capture(event.pointer_id());
        }
    });
    let onpointermove = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: PointerEvent| {
            let held = line_of(&event).filter(|line| line.has_pointer_capture(event.pointer_id()));
            if let Some(percent) = held.and_then(|line| share_at(split, &line, &event)) {
                dispatch.emit(Action::Divide(split, percent));
            }
        })
    };
    let onkeydown = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let moved = match event.key().as_str() {
                "ArrowLeft" | "ArrowUp" => share - KEY_STEP,
                "ArrowRight" | "ArrowDown" => share + KEY_STEP,
                _ => return,
            };
            event.prevent_default();
            dispatch.emit(Action::Divide(split, moved));
        })
    };
    let orientation = match split {
        Split::Columns => "vertical",
        Split::Rows => "horizontal",
    };
    html! {
        <div
            class="splitter"
            role="separator"
            tabindex="0"
            aria-orientation={ orientation }
            aria-label={ Msg::Divide.text(lang) }
            aria-valuenow={ format!("{share:.0}") }
            aria-valuemin="15"
            aria-valuemax="85"
            { onpointerdown }
            { onpointermove }
            { onkeydown }
        ></div>
    }
}

/// The line that an event is at. Yew listens at the root of the page, so the event's current target is that.
fn line_of(event: &PointerEvent) -> Option<Element> {
    event.target_dyn_into()
}

/// The share that would put the line under the pointer, in percent.
fn share_at(split: Split, line: &Element, event: &PointerEvent) -> Option<f64> {
    let whole = line.parent_element()?.get_bounding_client_rect();
    let (at, length) = match split {
        Split::Columns => (f64::from(event.client_x()) - whole.left(), whole.width()),
        Split::Rows => (f64::from(event.client_y()) - whole.top(), whole.height()),
    };
    (length > 0.0).then_some(at / length * 100.0)
}
