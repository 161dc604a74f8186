//! A task that computes for long without giving the loop back while others wait for it.
//!
//! Few programs have one, and who waits is costly to know. So the [`LongStep`] says first whether a second look at
//! the trace is worth it.

use super::moment::Moment;
use super::queue::Queue;
use super::{Code, Diagnostic, Severity};
use crate::event::{Event, Limit, RunEnd, Subject};
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
        if !matches!(record.event, Event::Output { .. }) {
            look.known = record.time;
        }
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
    /// When the last of them happened that a full trace would not have kept.
    known: Time,
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
                self.end(who, record.time, found);
                self.running = None;
            }
            Event::RunEnded {
                how: RunEnd::Limit(exceeded),
                ..
            } => {
                // A full trace does not tell whether the step that was running then has ended since.
                let until = match exceeded.limit {
                    Limit::Trace => self.known,
                    Limit::Memory | Limit::Instructions | Limit::Output | Limit::Time => record.time,
                };
                if let Some(who) = self.running {
                    self.end(who, until, found);
                }
            }
            _ => {}
        }
    }

    /// A step has held the loop until then.
    fn end(&mut self, who: Subject, until: Time, found: &mut Vec<Diagnostic>) {
        let held = until.since(self.began).saturating_sub(self.blocked);
        if let (Subject::Task(task), LONG..) = (who, held)
            && !self.told.contains(&task)
        {
            self.tell(task, held, found);
        }
    }

    fn tell(&mut self, task: TaskId, held: u64, found: &mut Vec<Diagnostic>) {
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
