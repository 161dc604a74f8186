//! What lints have to know of the moment before an event: the little of a [`crate::Board`] that they ask for, so that
//! a check of millions of events costs a fraction of folding them.

use std::collections::{BTreeMap, VecDeque};

use crate::board::Blocking;
use crate::event::{Event, Phase, Subject};
use crate::id::{HandleId, Line, TaskId};
use crate::store::Record;
use crate::time::Time;

#[derive(Default)]
pub(super) struct Scene {
    /// How many events have happened.
    pub(super) step: usize,
    /// When the last of them happened.
    pub(super) time: Time,
    pub(super) running: Option<Subject>,
    pub(super) running_since: Time,
    pub(super) blocking: Option<Blocking>,
    /// The ready queue, and how many of its first entries run in this turn.
    ready: VecDeque<Subject>,
    snapshot: usize,
    /// When the timers that are set are due.
    timers: BTreeMap<HandleId, Time>,
    /// The line that each task has reached.
    lines: Vec<Line>,
}

impl Scene {
    /// The line that a task has reached.
    pub(super) fn line(&self, task: TaskId) -> Line {
        self.lines.get(task.index()).copied().unwrap_or_default()
    }

    /// How many tasks and callbacks could run now, if nothing else did.
    pub(super) fn waiting(&self) -> usize {
        self.ready.len() + self.timers.values().filter(|due| **due <= self.time).count()
    }

    /// Takes the next event in.
    #[inline]
    pub(super) fn apply(&mut self, record: &Record) {
        self.step += 1;
        self.time = record.time;
        match record.event {
            Event::StepBegan { who } => {
                // Those before it were cancelled, or it would not be its turn.
                while let Some(entry) = self.ready.pop_front() {
                    self.snapshot = self.snapshot.saturating_sub(1);
                    if entry == who {
                        break;
                    }
                }
                self.running = Some(who);
                self.running_since = record.time;
            }
            Event::StepEnded { .. } => self.running = None,
            Event::TaskReadied { task, .. } => self.ready.push_back(Subject::Task(task)),
            Event::LineReached { task, line, .. }
            | Event::Raised { task, line, .. }
            | Event::Output { task, line, .. } => self.reach(task, line),
            Event::CancelDelivered { task, line } => self.reach(Some(task), line),
            Event::CallbackReadied { handle, .. } | Event::IoReady { handle, .. } => {
                self.ready.push_back(Subject::Callback(handle));
            }
            Event::TimerSet { handle, due, .. } => drop(self.timers.insert(handle, due)),
            Event::TimerFired { handle } => {
                self.timers.remove(&handle);
                self.ready.push_back(Subject::Callback(handle));
            }
            Event::HandleCancelled { handle } => drop(self.timers.remove(&handle)),
            Event::PhaseBegan {
                phase: Phase::RunReady,
                handles,
                ..
            } => self.snapshot = handles as usize,
            Event::TurnEnded { .. } => {
                self.ready.drain(..self.snapshot.min(self.ready.len()));
                self.snapshot = 0;
            }
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
