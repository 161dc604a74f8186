//! How the executor and its embedding write the trace.

use std::cell::{Cell, Ref, RefCell};
use std::ops::Range;
use std::rc::Rc;

use crate::event::Event;
use crate::id::{Line, NameId, SiteId, TaskId, TextId};
use crate::store::Room;
use crate::tables::Site;
use crate::time::Time;
use crate::trace::Trace;

/// A shared pen for one trace, or none at all. Clones write into the same trace.
///
/// A recorder that is off costs one branch an event.
#[derive(Clone, Default)]
pub struct Recorder {
    inner: Option<Rc<Inner>>,
}

/// How much a recorder keeps.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Which lines are kept at all.
    pub window: LineWindow,
    /// At most so many lines of each step are kept; further ones are counted as skipped.
    pub lines_per_step: u32,
    /// At most so many lines of the run are kept; further ones are counted as skipped.
    pub lines_in_all: u32,
    /// When the trace has so many events the recorder is full, and the embedding should end the run; looked at
    /// every few thousand events. Of what comes after only output and the run's end are kept; the rest is counted.
    pub events: usize,
    /// The same when it takes so many bytes, with its names and texts.
    pub bytes: usize,
}

/// Which lines a recorder keeps, by the count of instructions at which they are reached.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LineWindow {
    /// All that the budgets allow.
    Budgeted,
    /// Exactly those with an instruction count in this range, whatever the budgets: a second execution of the
    /// same scenario fills a gap that [`Event::LinesSkipped`] tells of.
    Exactly(Range<u64>),
    /// None, and none is counted as skipped.
    Nothing,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            window: LineWindow::Budgeted,
            lines_per_step: 2_000,
            lines_in_all: 400_000,
            events: 8_000_000,
            bytes: 160 << 20,
        }
    }
}

struct Inner {
    trace: RefCell<Trace>,
    now: Cell<Time>,
    limits: Limits,
    lines_in_step: Cell<u32>,
    lines_in_all: Cell<u32>,
    /// Lines skipped since the last event that was kept.
    skipped: Cell<u32>,
    first_skipped: Cell<u64>,
    dropped: Cell<u64>,
    /// Whether a bound on the trace is reached.
    is_full: Cell<bool>,
    /// Whether the next event needs more than being appended: lines were skipped, or the bound is reached.
    is_special: Cell<bool>,
}

impl Recorder {
    /// A recorder that keeps nothing.
    #[must_use]
    pub fn off() -> Self {
        Self::default()
    }

    /// A recorder that writes a new trace.
    #[must_use]
    pub fn on(limits: Limits) -> Self {
        let inner = Inner {
            trace: RefCell::default(),
            now: Cell::new(Time::ZERO),
            limits,
            lines_in_step: Cell::new(0),
            lines_in_all: Cell::new(0),
            skipped: Cell::new(0),
            first_skipped: Cell::new(0),
            dropped: Cell::new(0),
            is_full: Cell::new(false),
            is_special: Cell::new(false),
        };
        Self {
            inner: Some(Rc::new(inner)),
        }
    }

    /// Whether anything is kept. Ask before preparing something costly for an event.
    #[inline]
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.inner.is_some()
    }

    /// Sets the time that the next events get.
    #[inline]
    pub fn set_time(&self, now: Time) {
        if let Some(inner) = &self.inner {
            inner.now.set(now);
        }
    }

    /// Appends an event with the time set last.
    #[inline]
    pub fn record(&self, event: Event) {
        if let Some(inner) = &self.inner {
            inner.record(event);
        }
    }

    /// As [`Self::record`], for the few places where every nanosecond counts: all of it becomes part of the
    /// caller, so that the event's kind is known when it is compiled.
    #[inline(always)]
    pub fn record_inline(&self, event: Event) {
        if let Some(inner) = &self.inner {
            inner.record_inline(event);
        }
    }

    /// Appends that a line was reached, if the budgets allow it: only then it is asked for when and in which task.
    #[inline]
    pub fn line(&self, place: impl FnOnce() -> (Time, Option<TaskId>), line: Line, instruction: u64) {
        let Some(inner) = &self.inner else { return };
        if inner.keeps_line(instruction) {
            let (now, task) = place();
            inner.now.set(now);
            inner.line(task, line, instruction);
        } else if inner.limits.window != LineWindow::Nothing {
            inner.skip(instruction);
        }
    }

    /// Keeps a name once ([`NameId::default`] while off).
    #[must_use]
    pub fn name(&self, name: &str) -> NameId {
        self.inner.as_ref().map_or_else(NameId::default, |on| {
            on.trace.borrow_mut().tables_mut().name(name)
        })
    }

    /// Keeps a name that is not expected again, such as a task's ([`NameId::default`] while off).
    #[must_use]
    pub fn fresh_name(&self, name: &str) -> NameId {
        let Some(inner) = &self.inner else {
            return NameId::default();
        };
        inner.trace.borrow_mut().tables_mut().fresh_name(name)
    }

    /// Keeps a text ([`TextId::default`] while off).
    #[must_use]
    pub fn text(&self, text: &str) -> TextId {
        self.inner.as_ref().map_or_else(TextId::default, |on| {
            on.trace.borrow_mut().tables_mut().text(text)
        })
    }

    /// Keeps a place in the program ([`SiteId::default`] while off). Register each place once.
    #[must_use]
    pub fn site(&self, site: Site) -> SiteId {
        self.inner.as_ref().map_or_else(SiteId::default, |on| {
            on.trace.borrow_mut().tables_mut().site(site)
        })
    }

    /// Whether a bound on the trace is reached, so that the embedding should end the run.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.inner.as_ref().is_some_and(|inner| inner.is_full.get())
    }

    /// How many events could not be kept because the recorder was full.
    #[must_use]
    pub fn dropped(&self) -> u64 {
        self.inner.as_ref().map_or(0, |inner| inner.dropped.get())
    }

    /// The trace so far. Nothing may be recorded while it is borrowed.
    #[must_use]
    pub fn trace(&self) -> Option<Ref<'_, Trace>> {
        self.inner.as_ref().map(|inner| inner.trace.borrow())
    }

    /// Takes the trace out and leaves an empty one.
    #[must_use]
    pub fn take(&self) -> Trace {
        let Some(inner) = &self.inner else {
            return Trace::new();
        };
        let trace = inner.trace.take();
        inner.check_bound();
        trace
    }
}

impl Inner {
    #[inline(never)]
    fn record(&self, event: Event) {
        self.record_inline(event);
    }

    #[inline(always)]
    fn record_inline(&self, event: Event) {
        if let Event::StepBegan { .. } = event {
            self.lines_in_step.set(0);
        }
        if self.is_special.get() || !self.trace.borrow_mut().push_quickly(self.now.get(), event) {
            self.record_anyhow(event);
        }
    }

    /// Records an event of whatever kind, also when lines were skipped or the bound is reached.
    #[inline(never)]
    fn record_anyhow(&self, event: Event) {
        if !self.is_special.get() {
            if self.push(event) == Room::NewChunk {
                self.check_bound();
            }
            return;
        }
        let skipped_in = self.tell_skipped();
        let mut room = Room::InChunk;
        if self.is_full.get() && !is_kept_when_full(&event) {
            self.dropped.set(self.dropped.get().saturating_add(1));
        } else {
            room = self.push(event);
        }
        if room == Room::NewChunk || skipped_in == Room::NewChunk {
            self.check_bound();
        } else {
            self.is_special.set(self.is_full.get());
        }
    }

    /// Finds out whether a bound is reached.
    #[inline(never)]
    fn check_bound(&self) {
        let trace = self.trace.borrow();
        let bytes = trace.bytes() + trace.tables().bytes();
        self.is_full
            .set(trace.len() >= self.limits.events || bytes >= self.limits.bytes);
        self.is_special.set(self.is_full.get() || self.skipped.get() > 0);
    }

    #[inline]
    fn keeps_line(&self, instruction: u64) -> bool {
        match &self.limits.window {
            LineWindow::Nothing => false,
            LineWindow::Exactly(range) => range.contains(&instruction),
            LineWindow::Budgeted => {
                self.lines_in_all.get() < self.limits.lines_in_all
                    && self.lines_in_step.get() < self.limits.lines_per_step
            }
        }
    }

    #[inline(never)]
    fn line(&self, task: Option<TaskId>, line: Line, instruction: u64) {
        self.lines_in_step.set(self.lines_in_step.get().saturating_add(1));
        self.lines_in_all.set(self.lines_in_all.get().saturating_add(1));
        // Such an event is never quick.
        self.record_anyhow(Event::LineReached {
            task,
            line,
            instruction,
        });
    }

    #[inline]
    fn skip(&self, instruction: u64) {
        let skipped = self.skipped.get();
        if skipped == 0 {
            self.first_skipped.set(instruction);
        }
        self.skipped.set(skipped.saturating_add(1));
        self.is_special.set(true);
    }

    /// Tells of the lines skipped before this event.
    fn tell_skipped(&self) -> Room {
        let count = self.skipped.replace(0);
        if count == 0 || self.is_full.get() {
            return Room::InChunk;
        }
        self.push(Event::LinesSkipped {
            count,
            from: self.first_skipped.get(),
        })
    }

    fn push(&self, event: Event) -> Room {
        self.trace.borrow_mut().push_into(self.now.get(), event)
    }
}

fn is_kept_when_full(event: &Event) -> bool {
    matches!(event, Event::Output { .. } | Event::RunEnded { .. })
}
