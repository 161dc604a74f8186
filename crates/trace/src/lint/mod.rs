//! Lints: typical mistakes of asyncio programs, found in their traces.
//!
//! One walk along the trace serves all of them. Most tell at once of what they see, or at the end.

mod blocking_call;
mod moment;
mod never_awaited;
mod never_yields;
mod not_kept;
mod queue;
mod sequential_awaits;

use self::blocking_call::BlockingCall;
use self::moment::Moment;
use self::never_awaited::never_awaited;
use self::never_yields::LongStep;
use self::not_kept::not_kept;
use self::sequential_awaits::SequentialAwaits;
use crate::event::Event;
use crate::id::{Line, SiteId, TaskId};
use crate::params::Params;
use crate::store::{Record, Walker};
use crate::tables::Tables;
use crate::time::Time;
use crate::trace::Trace;

/// Something about a program that a reader should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    pub code: Code,
    /// The line that it is about; 0 where none is known.
    pub line: Line,
    /// The place that it is about, where it is known more exactly.
    pub site: Option<SiteId>,
    pub task: Option<TaskId>,
    /// How many events had happened when it showed: where to put the playhead.
    pub step: usize,
    /// What the sentence speaks of.
    pub params: Params,
}

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It could be better.
    Hint,
    /// It is a mistake, most probably.
    Warning,
}

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    NeverAwaited,
    BlockingCall,
    SequentialAwaits,
    NeverYields,
    TaskNotKept,
}

impl Code {
    /// All codes.
    pub const ALL: [Self; 5] = [
        Self::NeverAwaited,
        Self::BlockingCall,
        Self::SequentialAwaits,
        Self::NeverYields,
        Self::TaskNotKept,
    ];

    /// Its spelling in output and translation keys.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::NeverAwaited => "never-awaited",
            Self::BlockingCall => "blocking-call",
            Self::SequentialAwaits => "sequential-awaits",
            Self::NeverYields => "never-yields",
            Self::TaskNotKept => "task-not-kept",
        }
    }
}

/// All lints on their one walk along a trace. Each is called by its name, and only with what it looks at: a trace may
/// have millions of events, and most are of no lint's kind.
struct Check<'a> {
    tables: &'a Tables,
    moment: Moment,
    blocking_call: BlockingCall,
    sequential_awaits: SequentialAwaits,
    long_step: LongStep,
    found: Vec<Diagnostic>,
}

impl Walker for Check<'_> {
    #[inline(always)]
    fn step_began(&mut self, time: Time) {
        self.long_step.begin(time);
    }

    #[inline(always)]
    fn step_ended(&mut self, time: Time) {
        self.long_step.end(time);
    }

    #[inline(always)]
    fn await_entered(&mut self, time: Time, task: TaskId, depth: u16, site: SiteId) {
        self.sequential_awaits.enter(time, task, depth, site);
    }

    #[inline(always)]
    fn await_left(&mut self, place: usize, time: Time, task: TaskId, depth: u16) {
        self.sequential_awaits
            .leave(place, time, task, depth, self.tables, &mut self.found);
    }

    fn other(&mut self, place: usize, record: &Record) {
        let Record { time, event } = *record;
        match event {
            Event::StepBegan { .. } => self.long_step.begin(time),
            Event::StepEnded { .. } => self.long_step.end(time),
            Event::RunEnded { how, .. } => self.long_step.end_run(how),
            Event::AwaitEntered {
                task, depth, site, ..
            } => self.sequential_awaits.enter(time, task, depth, site),
            Event::AwaitLeft { task, depth } => self.await_left(place, time, task, depth),
            Event::TaskDone { task, .. } => {
                self.sequential_awaits
                    .end_task(task, self.tables, &mut self.found);
            }
            Event::NeverAwaited { task, function, site } => {
                self.found
                    .push(never_awaited(place, task, function, site, self.tables));
            }
            Event::TaskNotKept { task, site } => self.found.push(not_kept(place, task, site, self.tables)),
            Event::BlockingEnded { task: Some(task) } => {
                self.blocking_call.see(place, time, task, &self.moment);
            }
            _ => {}
        }
        self.moment.apply(record);
    }
}

/// Looks for all mistakes in a trace.
#[must_use]
pub fn check(trace: &Trace) -> Vec<Diagnostic> {
    let tables = trace.tables();
    let mut check = Check {
        tables,
        moment: Moment::default(),
        blocking_call: BlockingCall::default(),
        sequential_awaits: SequentialAwaits::default(),
        long_step: LongStep::default(),
        found: Vec::new(),
    };
    trace.lead(&mut check);
    let mut found = check.found;
    check.blocking_call.finish(&mut found);
    check.sequential_awaits.finish(tables, &mut found);
    if check.long_step.is_seen() {
        never_yields::check(trace, &mut found);
    }
    found.sort_by_key(|diagnostic| diagnostic.step);
    found
}
