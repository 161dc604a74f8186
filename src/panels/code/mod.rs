//! The program: where each task stands in it, and the editor.

mod editor;
mod findings;
mod line;
mod listing;
mod locals;

use std::rc::Rc;

use yew::prelude::*;

use crate::components::{Glyph, Icon, Notes, Panel};
use crate::i18n::Msg;
use crate::panels::builder::Builder;
use crate::session::{Action, Dispatch, Open, PanelId, Program, ProgramView, Shown};
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
    let tool = |glyph: Glyph, name: &'static str, view: ProgramView| {
        let onclick = dispatch.reform(move |_| Action::ShowProgram(view));
        html! { <button class="quiet" { onclick }><Icon { glyph } />{ name }</button> }
    };
    let tools = if open.program == ProgramView::Listing {
        html! {
            <>
                { tool(Glyph::Blocks, Msg::Build.text(lang), ProgramView::Builder) }
                { tool(Glyph::Pencil, Msg::Edit.text(lang), ProgramView::Editor) }
            </>
        }
    } else {
        tool(Glyph::Check, Msg::Done.text(lang), ProgramView::Listing)
    };
    let is_edited = !Rc::ptr_eq(draft, &shown.program);
    let note = html! {
        if is_edited && open.program == ProgramView::Listing {
            { Msg::EditedSince.text(lang) }
        }
    };
    let body = match open.program {
        ProgramView::Editor => html! {
            <ProgramEditor draft={ Rc::clone(draft) } { lang } dispatch={ dispatch.clone() } />
        },
        ProgramView::Builder => html! {
            <Builder draft={ Rc::clone(draft) } { lang } dispatch={ dispatch.clone() } />
        },
        ProgramView::Listing => html! {
            <>
                <Notes shown={ shown.clone() } is_hidden={ open.hides_notes } dispatch={ dispatch.clone() } />
                <div class="code-scroll" tabindex="0">
                    <Listing shown={ shown.clone() } dispatch={ dispatch.clone() } />
                </div>
                <Findings shown={ shown.clone() } dispatch={ dispatch.clone() } />
                { locals::locals_strip(shown) }
            </>
        },
    };
    html! {
        <Panel id={ PanelId::Code } { note } { tools }>
            { body }
        </Panel>
    }
}
