//! A coroutine that was called but never awaited.

use super::scene::Scene;
use super::{Code, Diagnostic, Lint, Severity};
use crate::event::Event;
use crate::params::Param;
use crate::store::Record;
use crate::tables::Tables;

/// Tells what the embedding noticed when the coroutine object died.
#[derive(Default)]
pub(super) struct NeverAwaited;

impl Lint for NeverAwaited {
    fn see(&mut self, record: &Record, before: &Scene, tables: &Tables, found: &mut Vec<Diagnostic>) {
        let Event::NeverAwaited { task, function, site } = record.event else {
            return;
        };
        found.push(Diagnostic {
            severity: Severity::Warning,
            code: Code::NeverAwaited,
            line: tables.get_site(site).line,
            site: Some(site),
            task,
            step: before.step,
            params: vec![("function", Param::Name(function))],
        });
    }
}
