//! The builder: a program put together from coroutines and their steps. It keeps nothing of its own but what can be
//! undone: it reads the draft, and every change writes the draft anew.

mod card;
mod fields;
mod handle;
mod step;

use std::cell::RefCell;
use std::rc::Rc;

use switchboard_scenario::{Edit, Start, Workload, generate, read};
use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::components::{Glyph, Icon};
use crate::host::page;
use crate::i18n::{BuilderMsg, Lang, refusal_text};
use crate::session::{Action, Dispatch, Program};
use card::Card;

/// So many changes can be undone.
const MOST_UNDONE: usize = 200;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub draft: Rc<Program>,
    pub lang: Lang,
    pub dispatch: Dispatch,
}

/// A change, and the name of the element that has the focus after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub edit: Edit,
    pub focus: Option<String>,
}

impl From<Edit> for Change {
    fn from(edit: Edit) -> Self {
        Self { edit, focus: None }
    }
}

/// The drafts before the changes that were made here.
type History = Rc<RefCell<Vec<Rc<Program>>>>;

/// The builder on the draft.
#[component]
pub fn Builder(props: &Props) -> Html {
    let Props {
        draft,
        lang,
        dispatch,
    } = props;
    let lang = *lang;
    let history: History = use_memo((), |()| RefCell::default());
    let focus = use_mut_ref(|| None::<String>);
    let found = use_memo(Rc::clone(draft), |draft| match draft.source.trim() {
        // Where nothing is written yet, everything can still be built.
        "" => Ok(Workload::default()),
        _ => read(&draft.source),
    });
    {
        let focus = Rc::clone(&focus);
        use_effect(move || {
            if let Some(id) = focus.take() {
                page::focus(&id);
            }
        });
    }
    let write = {
        let (history, draft, dispatch) = (Rc::clone(&history), Rc::clone(draft), dispatch.clone());
        Callback::from(move |workload: Workload| {
            let source = generate(&workload);
            if source == draft.source {
                return;
            }
            let mut history = history.borrow_mut();
            if history.len() == MOST_UNDONE {
                history.remove(0);
            }
            history.push(Rc::clone(&draft));
            drop(history);
            dispatch.emit(Action::Edit(source));
        })
    };
    let undo = {
        let (history, dispatch) = (Rc::clone(&history), dispatch.clone());
        Callback::from(move |()| {
            let last = history.borrow_mut().pop();
            if let Some(last) = last {
                dispatch.emit(Action::Edit(last.source.clone()));
            }
        })
    };
    let onkeydown = {
        let undo = undo.clone();
        Callback::from(move |event: KeyboardEvent| {
            let has_control = event.ctrl_key() || event.meta_key();
            // In a text field the browser undoes what was typed there.
            let target = event.target_dyn_into::<web_sys::Element>();
            if has_control && event.key() == "z" && !page::is_typing(target.as_ref()) {
                event.prevent_default();
                undo.emit(());
            }
        })
    };
    let undo_button = html! {
        <button
            class="quiet"
            disabled={ history.borrow().is_empty() }
            onclick={ undo.reform(|_: MouseEvent| ()) }
        >
            <Icon glyph={ Glyph::Undo } />{ BuilderMsg::Undo.text(lang) }
        </button>
    };
    let workload = match &*found {
        Ok(workload) => workload,
        Err(refusal) => {
            let begin = write.reform(|_: MouseEvent| Workload::first());
            return html! {
                <div class="builder" { onkeydown }>
                    <div class="refusal" role="status">
                        <h3>{ BuilderMsg::Refused.text(lang) }</h3>
                        <p>{ refusal_text(lang, refusal) }</p>
                        <p>{ BuilderMsg::Untouched.text(lang) }</p>
                        <div class="builder-tools">
                            <button onclick={ begin }>{ BuilderMsg::BeginNew.text(lang) }</button>
                            { undo_button }
                        </div>
                    </div>
                </div>
            };
        }
    };
    let change = {
        let workload = workload.clone();
        Callback::from(move |change: Change| {
            let mut changed = workload.clone();
            changed.apply(change.edit);
            focus.replace(change.focus);
            write.emit(changed);
        })
    };
    let shared = Rc::new(workload.clone());
    let cards = (0..workload.coroutines.len()).map(|index| {
        html! {
            <Card key={ index } workload={ Rc::clone(&shared) } { index } { lang } change={ change.clone() } />
        }
    });
    let add = {
        let name = ["name-", &workload.coroutines.len().to_string()].concat();
        change.reform(move |_: MouseEvent| Change {
            edit: Edit::AddCoroutine,
            focus: Some(name.clone()),
        })
    };
    html! {
        <div class="builder" { onkeydown }>
            { start_choice(workload.start, lang, &change) }
            if workload.coroutines.is_empty() {
                <p class="quietly">{ BuilderMsg::NoCoroutines.text(lang) }</p>
            }
            <ol>{ for cards }</ol>
            <div class="builder-tools">
                <button onclick={ add }><Icon glyph={ Glyph::Plus } />{ BuilderMsg::AddCoroutine.text(lang) }</button>
                { undo_button }
            </div>
            <p class="quietly">{ BuilderMsg::TextHint.text(lang) }</p>
        </div>
    }
}

/// How main starts the coroutines.
fn start_choice(chosen: Start, lang: Lang, change: &Callback<Change>) -> Html {
    let ways = [
        (Start::OneAfterTheOther, BuilderMsg::OneAfterTheOther),
        (Start::Tasks, BuilderMsg::Tasks),
        (Start::Gather, BuilderMsg::Gather),
        (Start::TaskGroup, BuilderMsg::TaskGroup),
    ];
    let way = |(key, (start, name)): (usize, (Start, BuilderMsg))| {
        let onchange = change.reform(move |_: Event| Edit::SetStart(start).into());
        html! {
            <label { key }>
                <input type="radio" name="start" checked={ start == chosen } { onchange } />
                <span>{ name.text(lang) }</span>
            </label>
        }
    };
    html! {
        <fieldset class="start">
            <legend>{ BuilderMsg::Start.text(lang) }</legend>
            { for ways.into_iter().enumerate().map(way) }
        </fieldset>
    }
}
