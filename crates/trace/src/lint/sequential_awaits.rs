//! Coroutines awaited one after the other whose waiting could overlap.

use super::scene::Scene;
use super::{Code, Diagnostic, Lint, Severity};
use crate::event::Event;
use crate::id::{SiteId, TaskId};
use crate::params::Param;
use crate::store::Record;
use crate::tables::{Needs, Tables};
use crate::time::Time;

/// Follows each task's awaits. Only an `await` of a coroutine that really waited counts: awaiting a task, a timer
/// or a lock is what one does to overlap, to pause or to exclude.
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
    count: u64,
    sum: u64,
    longest: u64,
}

impl Lint for SequentialAwaits {
    #[inline]
    fn see(&mut self, record: &Record, before: &Scene, tables: &Tables, found: &mut Vec<Diagnostic>) {
        match record.event {
            Event::AwaitEntered {
                task, depth, site, ..
            } => {
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
                        entered: record.time,
                        is_nested: false,
                    });
                }
            }
            Event::AwaitLeft { task, depth } => {
                let depth = usize::from(depth);
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
                    over.extend(level.leave(open, record.time, before.step, tables));
                }
                for run in over {
                    self.tell(task, run, tables, found);
                }
            }
            Event::TaskDone { task, .. } => {
                let levels = self.tasks.get_mut(task.index()).map(core::mem::take);
                for level in levels.unwrap_or_default() {
                    self.tell(task, level.run, tables, found);
                }
            }
            _ => {}
        }
    }

    fn finish(&mut self, tables: &Tables, found: &mut Vec<Diagnostic>) {
        for (index, levels) in (0_u32..).zip(core::mem::take(&mut self.tasks)) {
            for level in levels {
                self.tell(TaskId::from_index(index), level.run, tables, found);
            }
        }
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
        let waited = now.since(open.entered);
        if !open.is_nested || waited == 0 {
            return None;
        }
        let needs_earlier = tables.get_site(open.site).needs == Needs::Earlier;
        let over = needs_earlier.then(|| core::mem::take(&mut self.run));
        if self.run.count == 0 {
            self.run.first = open.site;
        }
        self.run.step = step;
        self.run.count += 1;
        self.run.sum = self.run.sum.saturating_add(waited);
        self.run.longest = self.run.longest.max(waited);
        over
    }
}

impl SequentialAwaits {
    fn tell(&mut self, task: TaskId, run: Run, tables: &Tables, found: &mut Vec<Diagnostic>) {
        if !run.is_row() || self.told.contains(&run.first) {
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
