//! What a person must know at once, in a line above the panels; nothing has to be closed.

use yew::prelude::*;

use crate::app::ViewState;
use crate::i18n::{Lang, Msg};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: ViewState,
    pub lang: Lang,
}

/// The notices, if there are any.
#[component]
pub fn Notices(props: &Props) -> Html {
    html! {
        <div class="notices" role="status">
            if props.view.is_draft_lost {
                <p>{ Msg::NotKept.text(props.lang) }</p>
            }
        </div>
    }
}
