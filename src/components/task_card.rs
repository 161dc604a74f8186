//! A task's card: its name in its colour, wherever it stands in a queue.

use std::rc::Rc;

use switchboard_trace::{TaskId, TaskState};
use switchboard_view::Look;
use yew::prelude::*;

use crate::session::{Action, Dispatch, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub task: TaskId,
    pub label: Rc<str>,
    pub state: &'static str,
    pub lit: bool,
    #[prop_or_default]
    pub title: Option<AttrValue>,
    pub dispatch: Dispatch,
}

/// Lights the task everywhere while the pointer or the focus is on it, and opens its inspector.
#[component]
pub fn TaskCard(props: &Props) -> Html {
    let task = props.task;
    let dispatch = &props.dispatch;
    let look = Look::of(task);
    html! {
        <button
            class="task-card"
            title={ props.title.clone() }
            data-task={ task.number().to_string() }
            data-slot={ look.slot.to_string() }
            data-pattern={ look.pattern.to_string() }
            data-state={ props.state }
            data-lit={ props.lit.then_some("") }
            onpointerenter={ dispatch.reform(move |_| Action::Light(Some(task))) }
            onpointerleave={ dispatch.reform(|_| Action::Light(None)) }
            onfocus={ dispatch.reform(move |_| Action::Light(Some(task))) }
            onblur={ dispatch.reform(|_| Action::Light(None)) }
            onclick={ dispatch.reform(move |_| Action::Select(Some(task))) }
        >
            <span>{ props.label.to_string() }</span>
        </button>
    }
}

/// The card of a task as it is shown.
pub fn task_card(shown: &Shown, task: TaskId, dispatch: &Dispatch) -> Html {
    html! {
        <TaskCard
            key={ task.number() }
            { task }
            label={ shown.label(task) }
            state={ state_word(shown, task) }
            lit={ shown.lit == Some(task) }
            dispatch={ dispatch.clone() }
        />
    }
}

/// A task's state, as tests and style sheets know it.
pub fn state_word(shown: &Shown, task: TaskId) -> &'static str {
    match shown.board.task(task).map(|view| view.state) {
        Some(TaskState::Running) => "running",
        Some(TaskState::Ready) => "ready",
        Some(TaskState::Waiting(_)) => "waiting",
        Some(TaskState::Done { .. }) | None => "done",
    }
}
