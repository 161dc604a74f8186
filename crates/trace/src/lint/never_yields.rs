//! A task that computes for long without giving the loop back while others wait for it.

use super::scene::Scene;
use super::{Code, Diagnostic, Lint, Severity};
use crate::event::{Event, RunEnd, Subject};
use crate::id::TaskId;
use crate::params::Param;
use crate::store::Record;
use crate::tables::Tables;
use crate::time::Time;

/// A step longer than this is told of: asyncio's `slow_callback_duration`.
const LONG: u64 = 100_000_000;

/// Watches how long each step computes. Time in blocking calls is another lint's.
#[derive(Default)]
pub(super) struct NeverYields {
    blocked: u64,
    told: Vec<TaskId>,
}

impl NeverYields {
    fn tell(&mut self, task: TaskId, held: u64, before: &Scene, found: &mut Vec<Diagnostic>) {
        let waiting = before.waiting();
        if waiting == 0 || self.told.contains(&task) {
            return;
        }
        self.told.push(task);
        found.push(Diagnostic {
            severity: Severity::Warning,
            code: Code::NeverYields,
            line: before.line(task),
            site: None,
            task: Some(task),
            step: before.step,
            params: vec![
                ("task", Param::Task(task)),
                ("held", Param::Duration(held)),
                ("waiting", Param::Count(waiting as u64)),
            ],
        });
    }

    fn held(&self, before: &Scene, now: Time) -> u64 {
        now.since(before.running_since).saturating_sub(self.blocked)
    }
}

impl Lint for NeverYields {
    #[inline]
    fn see(&mut self, record: &Record, before: &Scene, _tables: &Tables, found: &mut Vec<Diagnostic>) {
        match record.event {
            Event::StepBegan { .. } => self.blocked = 0,
            Event::BlockingEnded { .. } => {
                let since = before.blocking.map_or(record.time, |blocking| blocking.since);
                self.blocked = self.blocked.saturating_add(record.time.since(since));
            }
            Event::StepEnded {
                who: Subject::Task(task),
                ..
            } => {
                let held = self.held(before, record.time);
                if held >= LONG {
                    self.tell(task, held, before, found);
                }
            }
            Event::RunEnded {
                how: RunEnd::Limit, ..
            } => {
                if let Some(Subject::Task(task)) = before.running {
                    self.tell(task, self.held(before, record.time), before, found);
                }
            }
            _ => {}
        }
    }
}
