//! Who waits for what: one row a thing, and what the operating system watches or does beside the loop.

use switchboard_trace::{ObjectKind, ObjectOp, ObjectView, TaskId, ThreadId};
use switchboard_view::{Awaited, Bounded, WaitRow, Wish, waits as waits_of};
use yew::prelude::*;

use super::ready::name_of;
use super::{Part, empty, more, section};
use crate::components::task_card;
use crate::i18n::QueuesMsg;
use crate::session::{Dispatch, Shown};

/// At most so many rows.
const MOST_ROWS: usize = 24;

/// A row shows at most so many names.
const MOST_NAMES: usize = 12;

/// Who waits for what.
pub fn waits(shown: &Shown, dispatch: &Dispatch) -> Html {
    let Bounded { first, more: hidden } = waits_of(&shown.board, MOST_ROWS, MOST_NAMES);
    let is_outside = |row: &WaitRow| matches!(row.on, Awaited::Io(_) | Awaited::Thread(_));
    let (outside, inside): (Vec<_>, Vec<_>) = first.into_iter().partition(is_outside);
    let things = Part {
        name: "waits",
        title: QueuesMsg::Waits,
        about: QueuesMsg::WaitsAbout,
        count: inside.len() + hidden,
    };
    let watches = Part {
        name: "watches",
        title: QueuesMsg::Watches,
        about: QueuesMsg::WatchesAbout,
        count: outside.len(),
    };
    html! {
        <>
            { section(shown, &things, list(shown, dispatch, &inside, QueuesMsg::WaitsEmpty, hidden)) }
            { section(shown, &watches, list(shown, dispatch, &outside, QueuesMsg::WatchesEmpty, 0)) }
        </>
    }
}

fn list(shown: &Shown, dispatch: &Dispatch, rows: &[WaitRow], nothing: QueuesMsg, hidden: usize) -> Html {
    if rows.is_empty() {
        return empty(shown, nothing);
    }
    html! {
        <>
            <ul class="waits">{ for rows.iter().map(|row| wait_row(shown, dispatch, row)) }</ul>
            { more(shown, hidden) }
        </>
    }
}

fn wait_row(shown: &Shown, dispatch: &Dispatch, row: &WaitRow) -> Html {
    let lang = shown.lang;
    let text = |text: String| html! { { text } };
    let (key, name, state) = match &row.on {
        Awaited::Object(object) => (
            format!("o{}", object.object.number()),
            text(object_name(shown, object)),
            object_state(shown, object, dispatch),
        ),
        Awaited::Task(task) => (
            format!("t{}", task.number()),
            html! { <>{ QueuesMsg::Task.text(lang) }{ task_card(shown, *task, dispatch) }</> },
            Html::default(),
        ),
        Awaited::Thread(thread) => (
            format!("h{}", thread.number()),
            text(thread_name(shown, *thread)),
            html! { QueuesMsg::Runs.text(lang) },
        ),
        Awaited::Io(token) => (
            format!("i{}", token.0),
            text(format!("{} {}", QueuesMsg::Connection.text(lang), token.0)),
            html! { QueuesMsg::Watched.text(lang) },
        ),
        Awaited::Unnamed => (
            "u".to_owned(),
            html! { QueuesMsg::Unnamed.text(lang) },
            Html::default(),
        ),
    };
    html! {
        <li { key } class="wait">
            <div class="wait-head">
                <span class="wait-name">{ name }</span>
                <span class="wait-state">{ state }</span>
            </div>
            { for row.waiters.iter().map(|(wish, tasks)| waiters(shown, dispatch, *wish, tasks)) }
        </li>
    }
}

fn waiters(shown: &Shown, dispatch: &Dispatch, wish: Wish, tasks: &Bounded<TaskId>) -> Html {
    let (key, word) = match wish {
        Wish::Plain => ("plain", QueuesMsg::WaitPlain),
        Wish::Get => ("get", QueuesMsg::WaitGet),
        Wish::Put => ("put", QueuesMsg::WaitPut),
        Wish::Join => ("join", QueuesMsg::WaitJoin),
    };
    html! {
        <div { key } class="waiters">
            <span class="quiet-word">{ word.text(shown.lang) }</span>
            { for tasks.first.iter().map(|task| task_card(shown, *task, dispatch)) }
            { more(shown, tasks.more) }
        </div>
    }
}

/// A thing by the name that it has in asyncio, and its number.
pub fn object_name(shown: &Shown, object: &ObjectView) -> String {
    let kind = QueuesMsg::of_kind(object.kind).text(shown.lang);
    let name = name_of(shown, object.name);
    let known_as = if name.is_empty() { kind } else { &name };
    format!("{known_as} {}", object.object.number())
}

fn object_state(shown: &Shown, object: &ObjectView, dispatch: &Dispatch) -> Html {
    let lang = shown.lang;
    let word = |msg: QueuesMsg| html! { msg.text(lang) };
    let counted = |msg: QueuesMsg| html! { format!("{} {}", msg.text(lang), object.value) };
    match object.kind {
        ObjectKind::Lock | ObjectKind::Condition => match object.holder {
            Some(task) => html! { <>{ QueuesMsg::HeldBy.text(lang) }{ task_card(shown, task, dispatch) }</> },
            None if object.kind == ObjectKind::Lock => word(QueuesMsg::Free),
            None => Html::default(),
        },
        ObjectKind::Semaphore => counted(QueuesMsg::FreePlaces),
        ObjectKind::Event if object.last == Some(ObjectOp::Set) => word(QueuesMsg::IsSet),
        ObjectKind::Event => word(QueuesMsg::IsNotSet),
        ObjectKind::Barrier => counted(QueuesMsg::Standing),
        ObjectKind::Queue => counted(QueuesMsg::Items),
        ObjectKind::Future | ObjectKind::Group => Html::default(),
    }
}

fn thread_name(shown: &Shown, thread: ThreadId) -> String {
    let named = shown.board.threads().find(|(known, _)| *known == thread);
    match named.map(|(_, name)| name_of(shown, name)) {
        Some(name) if !name.is_empty() => name,
        _ => format!("{} {}", QueuesMsg::Thread.text(shown.lang), thread.number()),
    }
}
