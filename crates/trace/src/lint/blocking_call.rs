//! A call inside a task that blocks the whole thread, and so holds the loop.

use std::collections::HashMap;

use super::scene::Scene;
use super::{Code, Diagnostic, Lint, Severity};
use crate::event::Event;
use crate::id::{Line, NameId};
use crate::params::Param;
use crate::store::Record;
use crate::tables::Tables;

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

impl Lint for BlockingCall {
    fn see(&mut self, record: &Record, before: &Scene, _tables: &Tables, _found: &mut Vec<Diagnostic>) {
        let Event::BlockingEnded { task: Some(task) } = record.event else {
            return;
        };
        let Some(blocking) = before.blocking else { return };
        let line = before.line(task);
        let place = self.places.entry((line, blocking.what)).or_insert_with(|| Place {
            first: Diagnostic {
                severity: Severity::Warning,
                code: Code::BlockingCall,
                line,
                site: None,
                task: Some(task),
                step: before.step,
                params: vec![("task", Param::Task(task)), ("what", Param::Name(blocking.what))],
            },
            calls: 0,
            held: 0,
        });
        place.calls += 1;
        place.held = place.held.saturating_add(record.time.since(blocking.since));
    }

    fn finish(&mut self, _tables: &Tables, found: &mut Vec<Diagnostic>) {
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
