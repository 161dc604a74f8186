//! A button that copies a text, and says that it did.

use yew::prelude::*;

use super::{Glyph, Icon};
use crate::host::clipboard;
use crate::i18n::{Lang, ShareMsg};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub text: String,
    /// What the text is, for those who don't see where the button stands.
    pub name: String,
    pub lang: Lang,
}

/// The button. Another text can be copied anew.
#[component]
pub fn CopyButton(props: &Props) -> Html {
    let Props { text, name, lang } = props;
    let copied = use_state(|| None::<String>);
    let is_copied = copied.as_ref() == Some(text);
    let onclick = {
        let text = text.clone();
        Callback::from(move |_: MouseEvent| {
            let (text, copied) = (text.clone(), copied.clone());
            clipboard::copy(&text.clone(), move |done| copied.set(done.then_some(text)));
        })
    };
    let (msg, glyph) = match is_copied {
        true => (ShareMsg::Copied, Glyph::Check),
        false => (ShareMsg::Copy, Glyph::Copy),
    };
    let word = msg.text(*lang);
    html! {
        <button { onclick } aria-label={ format!("{word}: {name}") }>
            <Icon { glyph } /><span aria-live="polite">{ word }</span>
        </button>
    }
}
