//! Lints: typical mistakes of asyncio programs, found in their traces.
//!
//! Each lint is a type that sees every event with the board before it, and may tell at the end.

mod blocking_call;
mod never_awaited;
mod never_yields;
mod not_kept;
mod sequential_awaits;

use crate::board::Board;
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
    /// Sees an event and the board before it.
    fn see(&mut self, record: &Record, before: &Board, tables: &Tables, found: &mut Vec<Diagnostic>);

    /// Sees the board at the end.
    fn finish(&mut self, end: &Board, tables: &Tables, found: &mut Vec<Diagnostic>) {
        let _ = (end, tables, found);
    }
}

/// Looks for all mistakes in a trace. Takes as long as folding it once.
#[must_use]
pub fn check(trace: &Trace) -> Vec<Diagnostic> {
    let mut never_awaited = never_awaited::NeverAwaited;
    let mut blocking_call = blocking_call::BlockingCall::default();
    let mut sequential_awaits = sequential_awaits::SequentialAwaits::default();
    let mut never_yields = never_yields::NeverYields::default();
    let mut not_kept = not_kept::NotKept;
    let lints: [&mut dyn Lint; 5] = [
        &mut never_awaited,
        &mut blocking_call,
        &mut sequential_awaits,
        &mut never_yields,
        &mut not_kept,
    ];
    let mut found = Vec::new();
    let mut board = Board::new();
    let tables = trace.tables();
    let mut lints = lints;
    for record in trace.iter() {
        for lint in &mut lints {
            lint.see(&record, &board, tables, &mut found);
        }
        board.apply(&record);
    }
    for lint in &mut lints {
        lint.finish(&board, tables, &mut found);
    }
    found.sort_by_key(|diagnostic| diagnostic.step);
    found
}
