//! What a person must know at once, in a line above the panels; nothing has to be closed.

use yew::prelude::*;

use crate::i18n::{Lang, Msg};
use crate::session::Open;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub open: Open,
    pub lang: Lang,
}

/// The notices, if there are any.
#[component]
pub fn Notices(props: &Props) -> Html {
    html! {
        <div class="notices" role="status">
            if props.open.is_stuck {
                <p>{ Msg::Stuck.text(props.lang) }</p>
            }
            if props.open.is_draft_lost {
                <p>{ Msg::NotKept.text(props.lang) }</p>
            }
        </div>
    }
}
