//! Lints: typical mistakes of asyncio programs, found in their traces.
//!
//! Each lint is a type that sees every event and the scene before it, and may tell at the end.

mod blocking_call;
mod never_awaited;
mod never_yields;
mod not_kept;
mod scene;
mod sequential_awaits;

use self::scene::Scene;
use crate::event::Event;
use crate::id::{Line, SiteId, TaskId};
use crate::params::Params;
use crate::store::Record;
use crate::tables::Tables;
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

/// A kind of mistake that can be seen in a trace.
trait Lint {
    /// Sees an event and the scene before it.
    fn see(&mut self, record: &Record, before: &Scene, tables: &Tables, found: &mut Vec<Diagnostic>);

    /// The trace is over.
    fn finish(&mut self, tables: &Tables, found: &mut Vec<Diagnostic>) {
        let _ = (tables, found);
    }
}

/// All lints. Each is called by its name, and only with the kinds of events that it looks at: a trace may have
/// millions, and most are of no lint's kind.
#[derive(Default)]
struct All {
    never_awaited: never_awaited::NeverAwaited,
    blocking_call: blocking_call::BlockingCall,
    sequential_awaits: sequential_awaits::SequentialAwaits,
    never_yields: never_yields::NeverYields,
    not_kept: not_kept::NotKept,
}

impl Lint for All {
    #[inline]
    fn see(&mut self, record: &Record, before: &Scene, tables: &Tables, found: &mut Vec<Diagnostic>) {
        match record.event {
            Event::NeverAwaited { .. } => self.never_awaited.see(record, before, tables, found),
            Event::TaskNotKept { .. } => self.not_kept.see(record, before, tables, found),
            Event::AwaitEntered { .. } | Event::AwaitLeft { .. } | Event::TaskDone { .. } => {
                self.sequential_awaits.see(record, before, tables, found);
            }
            Event::StepBegan { .. } | Event::StepEnded { .. } | Event::RunEnded { .. } => {
                self.never_yields.see(record, before, tables, found);
            }
            Event::BlockingEnded { .. } => {
                self.blocking_call.see(record, before, tables, found);
                self.never_yields.see(record, before, tables, found);
            }
            _ => {}
        }
    }

    fn finish(&mut self, tables: &Tables, found: &mut Vec<Diagnostic>) {
        self.blocking_call.finish(tables, found);
        self.sequential_awaits.finish(tables, found);
    }
}

/// Looks for all mistakes in a trace.
#[must_use]
pub fn check(trace: &Trace) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut lints = All::default();
    let mut scene = Scene::default();
    let tables = trace.tables();
    trace.for_each(|record| {
        lints.see(record, &scene, tables, &mut found);
        scene.apply(record);
    });
    lints.finish(tables, &mut found);
    found.sort_by_key(|diagnostic| diagnostic.step);
    found
}
