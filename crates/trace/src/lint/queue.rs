//! Who waits for the loop at a moment.

use std::collections::{BTreeMap, VecDeque};

use crate::event::{Event, Phase, Subject};
use crate::id::HandleId;
use crate::store::Record;
use crate::time::Time;

#[derive(Default)]
pub(super) struct Queue {
    /// The ready queue, and how many of its first entries run in this turn.
    ready: VecDeque<Subject>,
    snapshot: usize,
    /// When the timers that are set are due.
    timers: BTreeMap<HandleId, Time>,
}

impl Queue {
    /// How many tasks and callbacks could run now, if nothing else did.
    pub(super) fn waiting(&self, now: Time) -> usize {
        self.ready.len() + self.timers.values().filter(|due| **due <= now).count()
    }

    /// Takes the next event in.
    pub(super) fn apply(&mut self, record: &Record) {
        match record.event {
            // Those before it were cancelled, or it would not be its turn.
            Event::StepBegan { who } => {
                while let Some(entry) = self.ready.pop_front() {
                    self.snapshot = self.snapshot.saturating_sub(1);
                    if entry == who {
                        break;
                    }
                }
            }
            Event::TaskReadied { task, .. } => self.ready.push_back(Subject::Task(task)),
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
            _ => {}
        }
    }
}
