//! The page as a whole.

use yew::prelude::*;

use crate::i18n::Msg;

/// The page: for now a heading.
#[component]
pub fn App() -> Html {
    html! {
        <main>
            <h1>{ Msg::Title.text() }</h1>
        </main>
    }
}
