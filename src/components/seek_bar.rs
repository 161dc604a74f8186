//! The seek bar: all steps of the run in a line, and the playhead on it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::i18n::Msg;
use crate::session::{Action, Dispatch, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub dispatch: Dispatch,
}

/// A slider over all steps.
#[component]
pub fn SeekBar(props: &Props) -> Html {
    let Props { shown, dispatch } = props;
    let oninput = dispatch.reform(|event: InputEvent| {
        let value = event
            .target_unchecked_into::<HtmlInputElement>()
            .value_as_number();
        Action::Seek(value.max(0.0) as usize)
    });
    html! {
        <div class="seek">
            <input
                type="range"
                min="0"
                max={ shown.len.to_string() }
                value={ shown.board.step.to_string() }
                disabled={ !shown.has_run() }
                aria-label={ Msg::Playhead.text(shown.lang) }
                { oninput }
            />
        </div>
    }
}
