//! The program: where each task stands in it, and the editor.

mod editor;
mod findings;
mod listing;
mod locals;

use std::rc::Rc;

use yew::prelude::*;

use crate::components::{Glyph, Icon, Panel};
use crate::i18n::Msg;
use crate::session::{Action, Dispatch, Open, PanelId, Program, Shown};
use editor::ProgramEditor;
use findings::Findings;
use listing::Listing;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub draft: Rc<Program>,
    pub open: Open,
    pub dispatch: Dispatch,
}

/// The program: where each task stands in it, and the editor.
#[component]
pub fn Code(props: &Props) -> Html {
    let Props {
        shown,
        draft,
        open,
        dispatch,
    } = props;
    let lang = shown.lang;
    let (glyph, name, action) = match open.is_editing {
        true => (Glyph::Check, Msg::Done, Action::CloseEditor),
        false => (Glyph::Pencil, Msg::Edit, Action::OpenEditor),
    };
    let onclick = dispatch.reform(move |_| action.clone());
    let tools = html! {
        <button class="quiet" { onclick }><Icon { glyph } />{ name.text(lang) }</button>
    };
    let is_edited = !Rc::ptr_eq(draft, &shown.program);
    let note = html! {
        if is_edited && !open.is_editing {
            { Msg::EditedSince.text(lang) }
        }
    };
    html! {
        <Panel id={ PanelId::Code } { note } { tools }>
            if open.is_editing {
                <ProgramEditor draft={ Rc::clone(draft) } { lang } dispatch={ dispatch.clone() } />
            } else {
                <div class="code-scroll">
                    <Listing shown={ shown.clone() } dispatch={ dispatch.clone() } />
                    <Findings program={ Rc::clone(&shown.program) } { lang } />
                </div>
                { locals::locals_strip(shown) }
            }
        </Panel>
    }
}
