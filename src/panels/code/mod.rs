//! The program: where each task stands in it, and the editor.

mod editor;
mod findings;
mod line;
mod listing;
mod locals;

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::components::{Glyph, Icon, Notes, Panel};
use crate::host::page;
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
    let opened_by = use_opener(open.program);
    let tool = |glyph: Glyph, name: &'static str, view: ProgramView| {
        let onclick = {
            let opened_by = Rc::clone(&opened_by);
            dispatch.reform(move |_| {
                note_opener(&opened_by, view);
                Action::ShowProgram(view)
            })
        };
        html! { <button id={ button_to(view) } class="quiet" { onclick }><Icon { glyph } />{ name }</button> }
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

/// The name of the button that leads to a view of the program.
const fn button_to(view: ProgramView) -> &'static str {
    match view {
        ProgramView::Listing => "to-listing",
        ProgramView::Editor => "to-editor",
        ProgramView::Builder => "to-builder",
    }
}

/// The view that somebody has opened by keyboard: when it is left, the focus goes back to the button that leads there.
type Opener = Rc<Cell<Option<ProgramView>>>;

/// Keeps what was opened by keyboard. Who uses the mouse has the focus nowhere, so that space runs the program.
fn note_opener(opened_by: &Opener, view: ProgramView) {
    match (view, page::shows_focus()) {
        (ProgramView::Listing, true) if opened_by.get().is_none() => opened_by.set(Some(ProgramView::Editor)),
        (ProgramView::Listing, _) => {}
        (_, true) => opened_by.set(Some(view)),
        (_, false) => opened_by.set(None),
    }
}

/// Moves the focus along, since the button that was pressed is gone when another view is there.
#[hook]
fn use_opener(view: ProgramView) -> Opener {
    let opened_by = use_memo((), |()| Cell::new(None::<ProgramView>));
    {
        let opened_by = Rc::clone(&opened_by);
        use_effect_with(view, move |view| match (*view, opened_by.get()) {
            (ProgramView::Listing, Some(opened)) => {
                opened_by.set(None);
                page::focus(button_to(opened));
            }
            (ProgramView::Builder, Some(_)) => page::focus(button_to(ProgramView::Listing)),
            // The editor takes the focus when it is there.
            _ => {}
        });
    }
    opened_by
}
