//! Coroutines awaited one after the other whose waiting could overlap.

use super::{Code, Diagnostic, Severity};
use crate::id::{SiteId, TaskId};
use crate::params::Param;
use crate::tables::{AwaitPoint, Needs, Tables};
use crate::time::Time;

/// Nobody waits for less, in nanoseconds: instructions take time as well.
const LEAST_WAIT: u64 = 1_000_000;

/// Follows each task's awaits. Only an `await` of a coroutine that really waited counts: awaiting a task, a timer
/// or a lock is what one does to overlap, to pause or to exclude. Such a wait ends the row, as does an `async for` or
/// `async with` that waits, and an await that needs the result of one in the row.
#[derive(Default)]
pub(super) struct SequentialAwaits {
    /// One entry a task, in the order of making.
    tasks: Vec<Vec<Level>>,
    told: Vec<SiteId>,
}

/// What happens at one depth of a task's await chain.
#[derive(Clone, Copy, Default)]
struct Level {
    open: Option<Open>,
    run: Run,
}

/// An await that is not left yet.
#[derive(Clone, Copy)]
struct Open {
    site: SiteId,
    entered: Time,
    /// Whether a coroutine is awaited, which awaits in turn.
    is_nested: bool,
}

/// Awaits of coroutines that followed each other so far.
#[derive(Clone, Copy, Default)]
struct Run {
    first: SiteId,
    step: usize,
    /// The numbers of the awaits, a bit each.
    seen: u64,
    count: u64,
    sum: u64,
    longest: u64,
}

impl SequentialAwaits {
    #[inline(always)]
    pub(super) fn enter(&mut self, time: Time, task: TaskId, depth: u16, site: SiteId) {
        if self.tasks.len() <= task.index() {
            self.tasks.resize_with(task.index() + 1, Vec::new);
        }
        let Some(levels) = self.tasks.get_mut(task.index()) else {
            return;
        };
        let depth = usize::from(depth);
        if levels.len() <= depth {
            levels.resize(depth + 1, Level::default());
        }
        if let Some(outer) = depth.checked_sub(1).and_then(|outer| levels.get_mut(outer))
            && let Some(open) = &mut outer.open
        {
            open.is_nested = true;
        }
        if let Some(level) = levels.get_mut(depth) {
            level.open = Some(Open {
                site,
                entered: time,
                is_nested: false,
            });
        }
    }

    #[inline(always)]
    pub(super) fn leave(
        &mut self,
        step: usize,
        time: Time,
        task: TaskId,
        depth: u16,
        tables: &Tables,
        found: &mut Vec<Diagnostic>,
    ) {
        let depth = usize::from(depth);
        let Some(levels) = self.tasks.get_mut(task.index()) else {
            return;
        };
        if levels.len() == depth + 1
            && let Some(last) = levels.last_mut()
            && last.open.is_none_or(|open| !open.has_waited(time))
        {
            last.open = None;
            return;
        }
        self.leave_nested(step, time, task, depth, tables, found);
    }

    #[inline(never)]
    fn leave_nested(
        &mut self,
        step: usize,
        time: Time,
        task: TaskId,
        depth: usize,
        tables: &Tables,
        found: &mut Vec<Diagnostic>,
    ) {
        let Some(levels) = self.tasks.get_mut(task.index()) else {
            return;
        };
        // The awaited coroutine is over, and with it what it awaited in a row.
        let inner = levels.get(depth + 1..).unwrap_or_default();
        let mut over: Vec<Run> = inner.iter().map(|level| level.run).filter(Run::is_row).collect();
        levels.truncate(depth + 1);
        if let Some(level) = levels.get_mut(depth)
            && let Some(open) = level.open.take()
        {
            over.extend(level.leave(open, time, step, tables));
        }
        for run in over {
            self.tell(task, run, tables, found);
        }
    }

    pub(super) fn end_task(&mut self, task: TaskId, tables: &Tables, found: &mut Vec<Diagnostic>) {
        let levels = self.tasks.get_mut(task.index()).map(core::mem::take);
        for level in levels.unwrap_or_default() {
            self.tell(task, level.run, tables, found);
        }
    }

    pub(super) fn finish(&mut self, tables: &Tables, found: &mut Vec<Diagnostic>) {
        for (index, levels) in (0_u32..).zip(core::mem::take(&mut self.tasks)) {
            for level in levels {
                self.tell(TaskId::from_index(index), level.run, tables, found);
            }
        }
    }
}

impl Open {
    /// Whether it has really waited, and not just run, when it is left now.
    fn has_waited(&self, now: Time) -> bool {
        now.since(self.entered) >= LEAST_WAIT
    }
}

impl Run {
    /// Whether several awaits followed each other.
    fn is_row(&self) -> bool {
        self.count >= 2
    }
}

impl Level {
    /// Takes an await in that was left. Returns the run before if this one doesn't continue it.
    fn leave(&mut self, open: Open, now: Time, step: usize, tables: &Tables) -> Option<Run> {
        if !open.has_waited(now) {
            return None;
        }
        let waited = now.since(open.entered);
        let AwaitPoint { number, needs } = tables.get_site(open.site).point;
        let ends_row = match needs {
            Needs::Order => true,
            Needs::Awaits(needed) => needed & self.run.seen != 0 || !open.is_nested,
        };
        let over = ends_row.then(|| core::mem::take(&mut self.run));
        if needs == Needs::Order || !open.is_nested {
            return over;
        }
        if self.run.count == 0 {
            self.run.first = open.site;
        }
        self.run.seen |= 1_u64.wrapping_shl(u32::from(number));
        self.run.step = step;
        self.run.count += 1;
        self.run.sum = self.run.sum.saturating_add(waited);
        self.run.longest = self.run.longest.max(waited);
        over
    }
}

impl SequentialAwaits {
    fn tell(&mut self, task: TaskId, run: Run, tables: &Tables, found: &mut Vec<Diagnostic>) {
        if !run.is_row() || run.sum - run.longest < LEAST_WAIT || self.told.contains(&run.first) {
            return;
        }
        self.told.push(run.first);
        found.push(Diagnostic {
            severity: Severity::Hint,
            code: Code::SequentialAwaits,
            line: tables.get_site(run.first).line,
            site: Some(run.first),
            task: Some(task),
            step: run.step,
            params: vec![
                ("task", Param::Task(task)),
                ("count", Param::Count(run.count)),
                ("took", Param::Duration(run.sum)),
                ("could", Param::Duration(run.longest)),
            ],
        });
    }
}
