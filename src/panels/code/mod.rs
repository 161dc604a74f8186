//! The program: where each task stands in it, and the editor.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::app::ViewState;
use crate::components::Panel;
use crate::i18n::Msg;
use crate::session::{Action, Dispatch, Program, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub draft: Rc<Program>,
    pub view: ViewState,
    pub dispatch: Dispatch,
}

/// The program: where each task stands in it, and the editor.
#[component]
pub fn Code(props: &Props) -> Html {
    let Props {
        shown,
        draft,
        view,
        dispatch,
    } = props;
    let lang = shown.lang;
    let oninput = dispatch.reform(|event: InputEvent| {
        Action::Edit(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    });
    let (tool, action) = match view.is_editing {
        true => (Msg::Done, Action::CloseEditor),
        false => (Msg::Edit, Action::OpenEditor),
    };
    let onclick = dispatch.reform(move |_| action.clone());
    let tools = html! { <button class="quiet" { onclick }>{ tool.text(lang) }</button> };
    let body = match view.is_editing {
        true => html! {
            <textarea spellcheck="false" aria-label={ Msg::Program.text(lang) } value={ draft.source.clone() } { oninput } />
        },
        false => html! { <pre>{ shown.program.source.clone() }</pre> },
    };
    html! {
        <Panel name="code" title={ Msg::Program.text(lang) } { tools }>{ body }</Panel>
    }
}
