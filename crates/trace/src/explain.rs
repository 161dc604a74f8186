//! What happened, and why now: for every event a key to translate by, and what the sentence speaks of.

use crate::board::{Board, TaskView};
use crate::event::{Event, Phase, StepEnd, Subject};
use crate::params::{Param, Params};
use crate::store::Record;
use crate::time::Time;
use crate::trace::Trace;

/// A sentence about an event, before any language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The event's name.
    pub key: &'static str,
    /// Which sentence of that event, such as why a task is ready; empty where there is but one.
    pub case: &'static str,
    /// What the sentence may speak of: the event's own fields, and what the board adds to them.
    pub params: Params,
}

impl Trace {
    /// Explains the event at this place.
    #[must_use]
    pub fn explain(&self, index: usize) -> Option<Explanation> {
        let record = self.get(index)?;
        Some(explain(&record, &self.board_at(index)))
    }
}

/// Explains an event, given the board before it.
#[must_use]
pub fn explain(record: &Record, before: &Board) -> Explanation {
    let mut params = record.event.params();
    let case = case(record, before, &mut params);
    Explanation {
        key: record.event.name(),
        case,
        params,
    }
}

/// Chooses the sentence, and adds what it needs from the board.
fn case(record: &Record, before: &Board, params: &mut Params) -> &'static str {
    let held = Param::Duration(record.time.since(before.running_since));
    match record.event {
        Event::RunEnded { how, .. } => how.word(),
        Event::PhaseBegan { phase, until, .. } => phase_case(phase, until, record.time, before, params),
        Event::StepBegan {
            who: Subject::Task(task),
        } => match before.task(task) {
            Some(view) => began_case(view, record.time, params),
            None => "waker",
        },
        Event::StepBegan {
            who: Subject::Callback(_),
        } => "callback",
        Event::StepEnded { who, how } => {
            params.push(("held", held));
            ended_case(who, how, before, params)
        }
        Event::TaskMade { parent: by, .. }
        | Event::CancelRequested { by, .. }
        | Event::CallbackReadied { by, .. } => by.map_or("", |_| "by-task"),
        Event::TaskReadied { why, .. } => why.word(),
        Event::TaskWaits { on, .. } => on.word(),
        Event::TaskDone { how, .. } => how.word(),
        Event::Raised { how, .. } => how.word(),
        Event::Output { stream, .. } => stream.word(),
        Event::ObjectChanged { object, op, .. } => {
            params.extend(
                before
                    .object(object)
                    .map(|view| ("kind", Param::Word(view.kind.word()))),
            );
            op.word()
        }
        Event::TimerFired { handle } => {
            params.extend(
                before
                    .timer(handle)
                    .map(|timer| ("due", Param::Moment(timer.due))),
            );
            ""
        }
        Event::BlockingEnded { .. } => {
            let since = before.blocking.map_or(record.time, |blocking| blocking.since);
            params.push(("held", Param::Duration(record.time.since(since))));
            ""
        }
        Event::AwaitLeft { task, depth } => {
            let left = before
                .task(task)
                .and_then(|view| view.awaits().find(|inner| inner.depth == depth));
            params.extend(left.map(|inner| ("site", Param::Site(inner.site))));
            ""
        }
        _ => "",
    }
}

fn phase_case(phase: Phase, until: Time, now: Time, before: &Board, params: &mut Params) -> &'static str {
    params.push(("ready", Param::Count(before.ready().len() as u64)));
    match phase {
        Phase::PollIo if until == Time::MAX => "poll-io-forever",
        Phase::PollIo if until > now => "poll-io-until",
        Phase::PollIo => "poll-io-now",
        other => other.word(),
    }
}

/// A step is explained by why the task became ready.
fn began_case(view: &TaskView, now: Time, params: &mut Params) -> &'static str {
    params.push(("stood", Param::Duration(now.since(view.since))));
    let readied = Event::TaskReadied {
        task: view.task,
        why: view.why,
    };
    params.extend(readied.params().into_iter().filter(|(name, _)| *name == "which"));
    view.why.word()
}

fn ended_case(who: Subject, how: StepEnd, before: &Board, params: &mut Params) -> &'static str {
    let Subject::Task(task) = who else {
        return "callback";
    };
    if how == StepEnd::Waits
        && let Some(view) = before.task(task)
    {
        let waits = Event::TaskWaits {
            task,
            on: view.waits_on,
        };
        params.extend(waits.params().into_iter().filter(|(name, _)| *name != "task"));
    }
    how.word()
}
