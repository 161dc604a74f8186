//! What a person must know at once, in a line above the panels; nothing has to be closed.

use yew::prelude::*;

use crate::i18n::{Lang, Msg, ShareMsg};
use crate::session::{Action, Dispatch, Open};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub open: Open,
    pub lang: Lang,
    pub dispatch: Dispatch,
}

/// The notices, if there are any.
#[component]
pub fn Notices(props: &Props) -> Html {
    let ask = |action: Action| props.dispatch.reform(move |_: MouseEvent| action.clone());
    html! {
        <div class="notices" role="status">
            if let Some(error) = props.open.refused {
                <p>{ ShareMsg::of_error(error).text(props.lang) }</p>
            }
            if props.open.has_kept {
                <p>
                    { ShareMsg::Kept.text(props.lang) }
                    <button onclick={ ask(Action::TakeBack) }>{ ShareMsg::TakeBack.text(props.lang) }</button>
                    <button onclick={ ask(Action::LetGo) }>{ ShareMsg::LetGo.text(props.lang) }</button>
                </p>
            }
            if props.open.is_stuck {
                <p>{ Msg::Stuck.text(props.lang) }</p>
            }
            if props.open.is_draft_lost {
                <p>{ Msg::NotKept.text(props.lang) }</p>
            }
        </div>
    }
}
