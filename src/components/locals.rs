//! A frame's variables in a row: `fetch(2)  n=2  delay=1.0`.

use yew::prelude::*;

use crate::i18n::sentences::line_name;
use crate::i18n::{InspectorMsg, Lang};
use crate::session::LocalFrame;

/// A frame's function, line and variables, those that have changed emphasised.
pub fn frame_locals(lang: Lang, frame: &LocalFrame) -> Html {
    let LocalFrame { frame, changed } = frame;
    let name = match frame.function.as_str() {
        "<module>" => InspectorMsg::Module.text(lang),
        function => function,
    };
    let variable = |(at, local): (usize, &switchboard_python::inspect::Variable)| {
        let is_changed = changed.get(at).copied().unwrap_or_default();
        html! {
            <span key={ local.name.clone() } class="local" data-changed={ is_changed.then_some("") }>
                <span class="local-name">{ &local.name }{ "=" }</span>{ &local.text }
            </span>
        }
    };
    html! {
        <div class="frame-locals">
            <span class="frame-name" title={ line_name(lang, frame.line) }>{ name.to_owned() }</span>
            if frame.locals.is_empty() {
                <span class="quiet-word">{ InspectorMsg::NoLocals.text(lang) }</span>
            }
            { for frame.locals.iter().enumerate().map(variable) }
        </div>
    }
}
