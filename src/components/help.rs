//! The list of keys, in a dialog that Escape closes.

use yew::prelude::*;

use super::dialog::Dialog;
use crate::i18n::{KeyMsg, Lang, Msg};
use crate::session::Dispatch;

/// The list of keys, each with what it does.
fn keys(lang: Lang) -> [(&'static str, &'static str); 11] {
    [
        (KeyMsg::Space.text(lang), KeyMsg::Toggle.text(lang)),
        ("→", Msg::StepForward.text(lang)),
        ("←", Msg::StepBack.text(lang)),
        ("j  k", KeyMsg::Lines.text(lang)),
        (KeyMsg::HomeEnd.text(lang), KeyMsg::Ends.text(lang)),
        ("r", Msg::Restart.text(lang)),
        ("e", Msg::Edit.text(lang)),
        (KeyMsg::CtrlEnter.text(lang), KeyMsg::LeaveEditor.text(lang)),
        ("p", Msg::Present.text(lang)),
        (KeyMsg::Pages.text(lang), KeyMsg::Clicker.text(lang)),
        ("?", Msg::Help.text(lang)),
    ]
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub lang: Lang,
    pub dispatch: Dispatch,
}

/// The list of keys.
#[component]
pub fn Help(props: &Props) -> Html {
    let lang = props.lang;
    let row = |(key, what): (&'static str, &'static str)| {
        html! { <div { key }><dt><kbd>{ key }</kbd></dt><dd>{ what }</dd></div> }
    };
    html! {
        <Dialog name="help" title={ Msg::Help.text(lang) } { lang } dispatch={ props.dispatch.clone() }>
            <dl>{ for keys(lang).into_iter().map(row) }</dl>
        </Dialog>
    }
}
