//! What lints have to know of the moment before an event: the little of a [`crate::Board`] that they ask for, so that
//! a check of millions of events costs a fraction of folding them.

use crate::board::Blocking;
use crate::event::Event;
use crate::id::{Line, TaskId};
use crate::store::Record;

#[derive(Default)]
pub(super) struct Moment {
    pub(super) blocking: Option<Blocking>,
    /// The line that each task has reached.
    lines: Vec<Line>,
}

impl Moment {
    /// The line that a task has reached.
    pub(super) fn line(&self, task: TaskId) -> Line {
        self.lines.get(task.index()).copied().unwrap_or_default()
    }

    /// Takes the next event in.
    pub(super) fn apply(&mut self, record: &Record) {
        match record.event {
            Event::LineReached { task, line, .. }
            | Event::Raised { task, line, .. }
            | Event::Output { task, line, .. } => self.reach(task, line),
            Event::CancelDelivered { task, line } => self.reach(Some(task), line),
            Event::BlockingBegan { task, what, until } => {
                self.blocking = Some(Blocking {
                    task,
                    what,
                    until,
                    since: record.time,
                });
            }
            Event::BlockingEnded { .. } => self.blocking = None,
            _ => {}
        }
    }

    fn reach(&mut self, task: Option<TaskId>, line: Line) {
        let Some(task) = task else { return };
        if line.get() == 0 {
            return;
        }
        if self.lines.len() <= task.index() {
            self.lines.resize(task.index() + 1, Line::default());
        }
        if let Some(reached) = self.lines.get_mut(task.index()) {
            *reached = line;
        }
    }
}
