//! The ready queue: who is on the line, who runs in this turn, and who came later.

use switchboard_trace::{Fate, NameId, ReadyEntry, Subject};
use switchboard_view::{Bounded, ReadyQueue};
use yew::prelude::*;

use super::{Part, empty, more, section};
use crate::components::{TaskCard, task_card};
use crate::i18n::QueuesMsg;
use crate::session::{Dispatch, Shown};

/// Each part of the queue shows at most so many.
const MOST: usize = 24;

/// The ready queue, first at the left.
pub fn ready_queue(shown: &Shown, dispatch: &Dispatch) -> Html {
    let lang = shown.lang;
    let queue = ReadyQueue::of(&shown.board, MOST);
    let count = queue.this_turn.len() + queue.next_turn.len();
    let on_the_line = match shown.board.running {
        Some(Subject::Task(task)) => task_card(shown, task, dispatch),
        Some(Subject::Callback(handle)) => {
            html! { <span class="slip">{ QueuesMsg::callback(lang, handle.number(), "") }</span> }
        }
        None => html! { <span class="quiet-word">{ QueuesMsg::Nobody.text(lang) }</span> },
    };
    let body = html! {
        <div class="ready" tabindex="0">
            <div class="ready-line">
                <h4>{ QueuesMsg::OnTheLine.text(lang) }</h4>
                <div class="ready-now">{ on_the_line }</div>
            </div>
            if count == 0 {
                <div class="ready-part">{ empty(shown, QueuesMsg::ReadyEmpty) }</div>
            }
            { part(shown, dispatch, QueuesMsg::ThisTurn, &queue.this_turn, 0) }
            { part(shown, dispatch, QueuesMsg::NextTurn, &queue.next_turn, queue.this_turn.len()) }
        </div>
    };
    let about = Part {
        name: "ready",
        title: QueuesMsg::ReadyQueue,
        about: QueuesMsg::ReadyAbout,
        count,
    };
    section(shown, &about, body)
}

/// The first of an order, with how many stand before them.
fn part(
    shown: &Shown,
    dispatch: &Dispatch,
    title: QueuesMsg,
    part: &Bounded<ReadyEntry>,
    before: usize,
) -> Html {
    if part.is_empty() {
        return Html::default();
    }
    let place = |(at, ready): (usize, &ReadyEntry)| {
        let key = match ready.who {
            Subject::Task(task) => format!("t{}", task.number()),
            Subject::Callback(handle) => format!("h{}", handle.number()),
        };
        let skipped = (ready.fate == Fate::IsSkipped).then_some("skipped");
        html! {
            <li { key } class={ classes!("ready-entry", skipped) }>
                <span class="place">{ before + at + 1 }</span>
                { entry(shown, dispatch, ready) }
            </li>
        }
    };
    let turn = match title {
        QueuesMsg::ThisTurn => "this",
        _ => "next",
    };
    html! {
        <div key={ turn } class="ready-part" data-turn={ turn }>
            <h4>{ title.text(shown.lang) }</h4>
            <ol class="ready-queue">{ for part.first.iter().enumerate().map(place) }</ol>
            { more(shown, part.more) }
        </div>
    }
}

fn entry(shown: &Shown, dispatch: &Dispatch, ready: &ReadyEntry) -> Html {
    let lang = shown.lang;
    let skipped = (ready.fate == Fate::IsSkipped).then(|| QueuesMsg::Skipped.text(lang));
    match ready.who {
        Subject::Task(task) => html! {
            <TaskCard
                { task }
                label={ shown.label(task) }
                state="ready"
                lit={ shown.lit == Some(task) }
                title={ skipped.map(AttrValue::from) }
                dispatch={ dispatch.clone() }
            />
        },
        Subject::Callback(handle) => {
            let label = name_of(shown, ready.label);
            html! { <span class="slip" title={ skipped }>{ QueuesMsg::callback(lang, handle.number(), &label) }</span> }
        }
    }
}

/// A name of the trace.
pub fn name_of(shown: &Shown, name: NameId) -> String {
    let trace = shown.trace();
    trace.map_or_else(String::new, |trace| trace.tables().get_name(name).to_owned())
}
