//! The list of keys, in a dialog that Escape closes.

use yew::prelude::*;

use super::dialog::Dialog;
use crate::i18n::{Lang, Msg};
use crate::session::Dispatch;

/// Keys and what they do.
const KEYS: [(&str, Msg); 11] = [
    ("Space", Msg::KeyToggle),
    ("→", Msg::StepForward),
    ("←", Msg::StepBack),
    ("j  k", Msg::KeyLines),
    ("Home  End", Msg::KeyEnds),
    ("r", Msg::Restart),
    ("e", Msg::Edit),
    ("Ctrl + Enter", Msg::KeyRunEditor),
    ("p", Msg::Present),
    ("PgDn  PgUp", Msg::KeyClicker),
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
    let row = |(key, what): &(&'static str, Msg)| {
        html! { <div key={ *key }><dt><kbd>{ *key }</kbd></dt><dd>{ what.text(lang) }</dd></div> }
    };
    html! {
        <Dialog name="help" title={ Msg::Help.text(lang) } { lang } dispatch={ props.dispatch.clone() }>
            <dl>{ for KEYS.iter().map(row) }</dl>
        </Dialog>
    }
}
