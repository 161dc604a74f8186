//! Sentences on the page: tasks in them are lit and selected, lines are named.

use std::rc::Rc;

use switchboard_trace::TaskId;
use switchboard_view::Look;
use switchboard_view::scene::shorten;
use yew::prelude::*;

use crate::i18n::sentences::{Piece, Sentence, Teller};
use crate::session::{Action, Dispatch, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub sentence: Sentence,
    pub lit: Option<TaskId>,
    pub dispatch: Dispatch,
}

/// A sentence.
#[component]
pub fn SentenceView(props: &Props) -> Html {
    let pieces = props.sentence.pieces.iter().enumerate();
    let piece = |(key, piece): (usize, &Piece)| match piece {
        Piece::Text(text) => html! { <span { key }>{ text.clone() }</span> },
        Piece::Line(_, text) => html! { <span { key } class="line-name">{ text.clone() }</span> },
        Piece::Code(text) => html! { <code { key }>{ text.clone() }</code> },
        Piece::Task(task, label) => html! {
            <TaskName
                { key }
                task={ *task }
                label={ Rc::clone(label) }
                lit={ props.lit == Some(*task) }
                dispatch={ props.dispatch.clone() }
            />
        },
    };
    html! { { for pieces.map(piece) } }
}

/// The sentence about the event before a step; none at the beginning.
pub fn sentence_at(shown: &Shown, step: usize) -> Option<Sentence> {
    let last = step.checked_sub(1)?;
    let trace = shown.trace()?;
    let record = trace.get(last)?;
    let teller = Teller {
        lang: shown.lang,
        trace: &trace,
        labels: &shown.labels,
    };
    Some(teller.tell(&record, &trace.board_at(last)))
}

#[derive(Properties, PartialEq)]
pub struct NameProps {
    pub task: TaskId,
    pub label: Rc<str>,
    pub lit: bool,
    #[prop_or("task-name")]
    pub class: &'static str,
    /// The most characters of it that are written; what tells tasks apart stays, and its title is whole.
    #[prop_or(usize::MAX)]
    pub most: usize,
    pub dispatch: Dispatch,
}

/// A task's name in its colour: lights the task everywhere, and opens its inspector.
#[component]
pub fn TaskName(props: &NameProps) -> Html {
    let task = props.task;
    let dispatch = &props.dispatch;
    let light = dispatch.reform(move |_: PointerEvent| Action::Light(Some(task)));
    let darken = dispatch.reform(|_: PointerEvent| Action::Light(None));
    let onclick = dispatch.reform(move |_: MouseEvent| Action::Select(Some(task)));
    html! {
        <button
            class={ props.class }
            title={ Rc::clone(&props.label) }
            data-task={ task.number().to_string() }
            data-slot={ Look::of(task).slot.to_string() }
            data-lit={ props.lit.then_some("") }
            onpointerenter={ light }
            onpointerleave={ darken }
            { onclick }
        >
            { shorten(&props.label, props.most) }
        </button>
    }
}
