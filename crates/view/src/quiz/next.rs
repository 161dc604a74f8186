//! Whom does the operator talk to next?

use switchboard_trace::{Board, Event, Phase, Subject, TaskId, Trace};

use super::{Ask, readied_before};

/// More than this many candidates are no question any longer but a list.
const MOST_CANDIDATES: usize = 8;

/// Who gets the loop next, if at least two tasks stand in the queue.
#[must_use]
pub fn who_is_next(trace: &Trace, step: usize) -> Option<Ask> {
    let mut candidates = ready_tasks(&trace.board_at(step), trace);
    if !(2..=MOST_CANDIDATES).contains(&candidates.len()) {
        return None;
    }
    let right = trace.iter_from(step).find_map(|record| match record.event {
        Event::StepBegan {
            who: Subject::Task(task),
        } => Some(task),
        _ => None,
    })?;
    if !candidates.contains(&right) {
        return None;
    }
    candidates.sort_unstable();
    let since = readied_before(trace, step, right)?;
    Some(Ask::WhoIsNext {
        candidates,
        right,
        since,
    })
}

/// The steps at which the loop begins to run what is ready, and that is more than one task.
pub(super) fn steps_worth_asking(trace: &Trace) -> Vec<usize> {
    let begins = trace
        .iter_from(0)
        .enumerate()
        .filter_map(|(at, record)| match record.event {
            Event::PhaseBegan {
                phase: Phase::RunReady,
                handles,
                ..
            } if handles >= 2 => Some(at + 1),
            _ => None,
        });
    begins
        .filter(|step| who_is_next(trace, *step).is_some())
        .collect()
}

/// The program's own tasks in the queue. Those that `asyncio.run` makes to clean up have no line in the program.
fn ready_tasks(board: &Board, trace: &Trace) -> Vec<TaskId> {
    let is_of_program = |task: &TaskId| {
        let site = board.task(*task).map(|view| trace.tables().get_site(view.site));
        site.is_some_and(|site| site.is_in_program())
    };
    let queued = board.ready().filter_map(|entry| entry.who.task());
    queued.filter(is_of_program).collect()
}
