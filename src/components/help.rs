//! The list of keys, in a dialog that Escape closes.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::{Glyph, Icon};
use crate::i18n::{Lang, Msg};
use crate::session::{Action, Dispatch};

/// Keys and what they do.
const KEYS: [(&str, Msg); 9] = [
    ("Space", Msg::KeyToggle),
    ("→", Msg::StepForward),
    ("←", Msg::StepBack),
    ("j  k", Msg::KeyLines),
    ("Home  End", Msg::KeyEnds),
    ("r", Msg::Restart),
    ("e", Msg::Edit),
    ("Ctrl + Enter", Msg::KeyRunEditor),
    ("?", Msg::Help),
];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub lang: Lang,
    pub dispatch: Dispatch,
}

/// The list of keys.
#[component]
pub fn Help(props: &Props) -> Html {
    let lang = props.lang;
    let close = props.dispatch.reform(|_: MouseEvent| Action::ShowHelp(false));
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(element) = dialog.cast::<HtmlElement>() {
                // An element that is there can be focused.
                let _ = element.focus();
            }
        });
    }
    let row = |(key, what): &(&'static str, Msg)| {
        html! { <div key={ *key }><dt><kbd>{ *key }</kbd></dt><dd>{ what.text(lang) }</dd></div> }
    };
    html! {
        <div ref={ dialog } class="dialog" role="dialog" aria-modal="false" aria-labelledby="help-title" tabindex="-1">
            <div class="dialog-head">
                <h2 id="help-title">{ Msg::Help.text(lang) }</h2>
                <button class="quiet" onclick={ close } aria-label={ Msg::Close.text(lang) }>
                    <Icon glyph={ Glyph::Close } />
                </button>
            </div>
            <dl>{ for KEYS.iter().map(row) }</dl>
        </div>
    }
}
