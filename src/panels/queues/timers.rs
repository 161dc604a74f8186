//! The timers in the order of the heap, running down.

use switchboard_trace::Time;
use switchboard_view::{TimerFor, TimerRow, timers as timers_of};
use yew::prelude::*;

use super::ready::name_of;
use super::{Part, empty, more, section};
use crate::components::task_card;
use crate::i18n::QueuesMsg;
use crate::i18n::sentences::{moment, time_left};
use crate::session::{Dispatch, Now, Shown};

/// The list shows at most so many.
const MOST: usize = 16;

/// The timers that are set.
pub fn timers(shown: &Shown, dispatch: &Dispatch) -> Html {
    let rows = timers_of(&shown.board, MOST);
    let body = if rows.is_empty() {
        empty(shown, QueuesMsg::TimersEmpty)
    } else {
        html! {
            <>
                <ol class="timers">{ for rows.first.iter().map(|row| timer(shown, dispatch, row)) }</ol>
                { more(shown, rows.more) }
            </>
        }
    };
    let part = Part {
        name: "timers",
        title: QueuesMsg::Timers,
        about: QueuesMsg::TimersAbout,
        count: rows.len(),
    };
    section(shown, &part, body)
}

fn timer(shown: &Shown, dispatch: &Dispatch, row: &TimerRow) -> Html {
    let lang = shown.lang;
    let handle = row.timer.handle.number();
    let whose = match row.purpose {
        TimerFor::Wakes(task) => task_card(shown, task, dispatch),
        TimerFor::Callback(by) => {
            let label = name_of(shown, row.timer.label);
            html! {
                <>
                    <span class="slip">{ QueuesMsg::callback(lang, handle, &label) }</span>
                    if let Some(task) = by {
                        <span class="quiet-word">{ QueuesMsg::SetBy.text(lang) }</span>
                        { task_card(shown, task, dispatch) }
                    }
                </>
            }
        }
    };
    html! {
        <li key={ handle } class="timer">
            <Countdown row={ *row } at={ shown.board.time } />
            <span class="timer-due">{ moment(row.timer.due) }</span>
            <span class="timer-whose">{ whose }</span>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct CountdownProps {
    row: TimerRow,
    /// The time of the board.
    at: Time,
}

/// How much of a timer's time is left, as a ring and in figures; the only thing here that is drawn at every frame.
#[component]
fn Countdown(props: &CountdownProps) -> Html {
    let now = use_context::<Now>().map_or(props.at, |Now(now)| now.max(props.at));
    let left = props.row.timer.due.since(now);
    let share = 1.0 - props.row.passed(now);
    html! {
        <span class="timer-left">
            <svg class="timer-ring" viewBox="0 0 20 20" aria-hidden="true">
                <circle class="ring-back" cx="10" cy="10" r="7.5" />
                <circle
                    class="ring"
                    cx="10"
                    cy="10"
                    r="7.5"
                    pathLength="100"
                    stroke-dasharray={ format!("{:.1} 100", share * 100.0) }
                />
            </svg>
            { time_left(left) }
        </span>
    }
}
