//! A task to which nobody keeps a reference: it may be collected before it is done.

use super::scene::Scene;
use super::{Code, Diagnostic, Lint, Severity};
use crate::event::Event;
use crate::params::Param;
use crate::store::Record;
use crate::tables::Tables;

/// Tells what the embedding noticed when the last reference went away.
#[derive(Default)]
pub(super) struct NotKept;

impl Lint for NotKept {
    fn see(&mut self, record: &Record, before: &Scene, tables: &Tables, found: &mut Vec<Diagnostic>) {
        let Event::TaskNotKept { task, site } = record.event else {
            return;
        };
        found.push(Diagnostic {
            severity: Severity::Hint,
            code: Code::TaskNotKept,
            line: tables.get_site(site).line,
            site: Some(site),
            task: Some(task),
            step: before.step,
            params: vec![("task", Param::Task(task))],
        });
    }
}
