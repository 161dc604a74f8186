//! The editor: a plain text field until the real one has come, and where it can't be had.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, HtmlTextAreaElement};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::components::said;
use crate::host::editor::{Editor, Mark};
use crate::i18n::{Lang, Msg};
use crate::session::{Action, Dispatch, Program, ProgramView};
use switchboard_python::syntax::Severity;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub draft: Rc<Program>,
    pub lang: Lang,
    pub dispatch: Dispatch,
}

/// The editor on the draft.
#[component]
pub fn ProgramEditor(props: &Props) -> Html {
    let Props {
        draft,
        lang,
        dispatch,
    } = props;
    let label = Msg::Program.text(*lang);
    let place = use_node_ref();
    let editor = use_mut_ref(|| None::<Editor>);
    let is_loaded = use_state(|| false);
    {
        let (place, editor, is_loaded) = (place.clone(), Rc::clone(&editor), is_loaded.clone());
        let (dispatch, draft) = (dispatch.clone(), Rc::clone(draft));
        use_effect_with((), move |()| {
            if let Some(element) = place.cast::<Element>() {
                spawn_local(open(element, editor, draft, label, dispatch, is_loaded));
            }
        });
    }
    {
        let editor = Rc::clone(&editor);
        use_effect_with((Rc::clone(draft), *lang, *is_loaded), move |(draft, lang, _)| {
            if let Some(editor) = &*editor.borrow() {
                editor.set_text(&draft.source);
                editor.mark(&marks(draft, *lang));
            }
        });
    }
    let oninput = dispatch.reform(|event: InputEvent| {
        Action::Edit(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    });
    html! {
        <div class="editor">
            <div class="editor-place" ref={ place }></div>
            if !*is_loaded {
                <textarea spellcheck="false" autocapitalize="off" aria-label={ label } value={ draft.source.clone() } { oninput } />
            }
        </div>
    }
}

async fn open(
    element: Element,
    editor: Rc<RefCell<Option<Editor>>>,
    draft: Rc<Program>,
    label: &'static str,
    dispatch: Dispatch,
    is_loaded: UseStateHandle<bool>,
) {
    let on_edit = {
        let dispatch = dispatch.clone();
        move |text| dispatch.emit(Action::Edit(text))
    };
    let on_leave = move || dispatch.emit(Action::ShowProgram(ProgramView::Listing));
    let opened = Editor::open(element, draft.source.clone(), label, on_edit, on_leave).await;
    is_loaded.set(opened.is_some());
    editor.replace(opened);
}

/// The draft's findings where JavaScript counts characters.
fn marks(draft: &Program, lang: Lang) -> Vec<Mark> {
    let units_before = |at: u32| {
        let before = draft.source.get(..at as usize).unwrap_or(&draft.source);
        before.encode_utf16().count() as u32
    };
    let mark = |found: &switchboard_python::syntax::Diagnostic| {
        let from = units_before(found.span.start);
        Mark {
            from,
            to: units_before(found.span.end).max(from + 1),
            severity: match found.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            message: match said(found, lang) {
                (message, Some(hint)) => format!("{message}\n{hint}"),
                (message, None) => message.into_owned(),
            },
        }
    };
    draft.diagnostics.iter().map(mark).collect()
}
