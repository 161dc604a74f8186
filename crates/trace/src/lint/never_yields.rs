//! A task that computes for long without giving the loop back while others wait for it.
//!
//! Few programs have one, and who waits is costly to know. So the [`LongStep`] says first whether a second look at
//! the trace is worth it.

use super::moment::Moment;
use super::queue::Queue;
use super::{Code, Diagnostic, Severity};
use crate::event::{Event, RunEnd, Subject};
use crate::id::TaskId;
use crate::params::Param;
use crate::store::Record;
use crate::time::Time;
use crate::trace::Trace;

/// A step longer than this is told of: asyncio's `slow_callback_duration`.
const LONG: u64 = 100_000_000;

/// Whether there is a step that may have to be told of.
#[derive(Default)]
pub(super) struct LongStep {
    began: Time,
    longest: u64,
    is_cut_short: bool,
}

impl LongStep {
    #[inline(always)]
    pub(super) fn begin(&mut self, time: Time) {
        self.began = time;
    }

    #[inline(always)]
    pub(super) fn end(&mut self, time: Time) {
        self.longest = self.longest.max(time.since(self.began));
    }

    /// The run is over. A limit may have ended it in the middle of a step.
    pub(super) fn end_run(&mut self, how: RunEnd) {
        self.is_cut_short = matches!(how, RunEnd::Limit(_));
    }

    pub(super) fn is_seen(&self) -> bool {
        self.longest >= LONG || self.is_cut_short
    }
}

/// Tells of the first such step of each task.
pub(super) fn check(trace: &Trace, found: &mut Vec<Diagnostic>) {
    let mut look = Look::default();
    for record in trace.iter() {
        look.see(&record, found);
        look.moment.apply(&record);
        look.queue.apply(&record);
        look.step += 1;
        look.now = record.time;
    }
}

/// Watches how long each step computes. Time in blocking calls is another lint's.
#[derive(Default)]
struct Look {
    moment: Moment,
    queue: Queue,
    /// How many events have happened, and when the last of them did.
    step: usize,
    now: Time,
    running: Option<Subject>,
    began: Time,
    blocked: u64,
    told: Vec<TaskId>,
}

impl Look {
    fn see(&mut self, record: &Record, found: &mut Vec<Diagnostic>) {
        match record.event {
            Event::StepBegan { who } => {
                self.running = Some(who);
                self.began = record.time;
                self.blocked = 0;
            }
            Event::BlockingEnded { .. } => {
                let since = self
                    .moment
                    .blocking
                    .map_or(record.time, |blocking| blocking.since);
                self.blocked = self.blocked.saturating_add(record.time.since(since));
            }
            Event::StepEnded { who, .. } => {
                let held = self.held(record.time);
                if let (Subject::Task(task), LONG..) = (who, held) {
                    self.tell(task, held, found);
                }
                self.running = None;
            }
            Event::RunEnded {
                how: RunEnd::Limit(_),
                ..
            } => {
                if let Some(Subject::Task(task)) = self.running {
                    self.tell(task, self.held(record.time), found);
                }
            }
            _ => {}
        }
    }

    fn held(&self, now: Time) -> u64 {
        now.since(self.began).saturating_sub(self.blocked)
    }

    fn tell(&mut self, task: TaskId, held: u64, found: &mut Vec<Diagnostic>) {
        if self.told.contains(&task) {
            return;
        }
        let waiting = self.queue.waiting(self.now);
        if waiting == 0 {
            return;
        }
        self.told.push(task);
        found.push(Diagnostic {
            severity: Severity::Warning,
            code: Code::NeverYields,
            line: self.moment.line(task),
            site: None,
            task: Some(task),
            step: self.step,
            params: vec![
                ("task", Param::Task(task)),
                ("held", Param::Duration(held)),
                ("waiting", Param::Count(waiting as u64)),
            ],
        });
    }
}
