//! Who waits for what: one row a thing, and what the operating system watches or does beside the loop.

use std::cell::Ref;

use switchboard_trace::{ObjectView, TaskId, Trace};
use switchboard_view::{Awaited, Bounded, WaitRow, Wish, waits as waits_of};
use yew::prelude::*;

use super::{Part, empty, more, section};
use crate::components::task_card;
use crate::i18n::{QueuesMsg, WaitPart, Waits};
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
    let Some(trace) = shown.trace() else {
        return Html::default();
    };
    let waits = Waits {
        board: &shown.board,
        tables: trace.tables(),
        lang: shown.lang,
    };
    let key = match &row.on {
        Awaited::Object(object) => format!("o{}", object.object.number()),
        Awaited::Task(task) => format!("t{}", task.number()),
        Awaited::Thread(thread) => format!("h{}", thread.number()),
        Awaited::Io(token) => format!("i{}", token.0),
        Awaited::Unnamed => "u".to_owned(),
    };
    let part = |part: WaitPart| match part {
        WaitPart::Word(text) => html! { { text } },
        WaitPart::Task(task) => task_card(shown, task, dispatch),
    };
    html! {
        <li { key } class="wait">
            <div class="wait-head">
                <span class="wait-name">{ for waits.name(&row.on).into_iter().map(part) }</span>
                <span class="wait-state">{ for waits.state(&row.on).into_iter().map(part) }</span>
            </div>
            { for row.waiters.iter().map(|(wish, tasks)| waiters(shown, dispatch, *wish, tasks)) }
        </li>
    }
}

fn waiters(shown: &Shown, dispatch: &Dispatch, wish: Wish, tasks: &Bounded<TaskId>) -> Html {
    let key = match wish {
        Wish::Plain => "plain",
        Wish::Get => "get",
        Wish::Put => "put",
        Wish::Join => "join",
    };
    html! {
        <div { key } class="waiters">
            <span class="quiet-word">{ QueuesMsg::of_wish(wish).text(shown.lang) }</span>
            { for tasks.first.iter().map(|task| task_card(shown, *task, dispatch)) }
            { more(shown, tasks.more) }
        </div>
    }
}

/// A thing by the name that it has in asyncio, and its number.
pub fn object_name(shown: &Shown, object: &ObjectView) -> String {
    let name = |trace: Ref<'_, Trace>| {
        let waits = Waits {
            board: &shown.board,
            tables: trace.tables(),
            lang: shown.lang,
        };
        waits.object(object)
    };
    shown.trace().map(name).unwrap_or_default()
}
