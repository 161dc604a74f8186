//! A task to which nobody keeps a reference: it may be collected before it is done.

use super::{Code, Diagnostic, Severity};
use crate::id::{SiteId, TaskId};
use crate::params::Param;
use crate::tables::Tables;

/// Tells what the embedding noticed when the last reference went away.
pub(super) fn not_kept(step: usize, task: TaskId, site: SiteId, tables: &Tables) -> Diagnostic {
    Diagnostic {
        severity: Severity::Hint,
        code: Code::TaskNotKept,
        line: tables.get_site(site).line,
        site: Some(site),
        task: Some(task),
        step,
        params: vec![("task", Param::Task(task))],
    }
}
