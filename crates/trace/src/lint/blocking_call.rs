//! A call inside a task that blocks the whole thread, and so holds the loop.

use std::collections::HashMap;

use super::moment::Moment;
use super::{Code, Diagnostic, Severity};
use crate::id::{Line, NameId, TaskId};
use crate::params::Param;
use crate::time::Time;

/// Sums up what each place held the loop, and tells once for each.
#[derive(Default)]
pub(super) struct BlockingCall {
    places: HashMap<(Line, NameId), Place>,
}

struct Place {
    first: Diagnostic,
    calls: u64,
    held: u64,
}

impl BlockingCall {
    /// A call has ended that blocked the thread in this task.
    pub(super) fn see(&mut self, step: usize, time: Time, task: TaskId, before: &Moment) {
        let Some(blocking) = before.blocking else { return };
        let line = before.line(task);
        let place = self.places.entry((line, blocking.what)).or_insert_with(|| Place {
            first: Diagnostic {
                severity: Severity::Warning,
                code: Code::BlockingCall,
                line,
                site: None,
                task: Some(task),
                step,
                params: vec![("task", Param::Task(task)), ("what", Param::Name(blocking.what))],
            },
            calls: 0,
            held: 0,
        });
        place.calls += 1;
        place.held = place.held.saturating_add(time.since(blocking.since));
    }

    pub(super) fn finish(&mut self, found: &mut Vec<Diagnostic>) {
        for (_, mut place) in self.places.drain() {
            let params = &mut place.first.params;
            params.extend([
                ("held", Param::Duration(place.held)),
                ("calls", Param::Count(place.calls)),
            ]);
            found.push(place.first);
        }
    }
}
