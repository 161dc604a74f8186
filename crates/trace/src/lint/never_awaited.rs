//! A coroutine that was called but never awaited.

use super::{Code, Diagnostic, Severity};
use crate::id::{NameId, SiteId, TaskId};
use crate::params::Param;
use crate::tables::Tables;

/// Tells what the embedding noticed when the coroutine object died.
pub(super) fn never_awaited(
    step: usize,
    task: Option<TaskId>,
    function: NameId,
    site: SiteId,
    tables: &Tables,
) -> Diagnostic {
    Diagnostic {
        severity: Severity::Warning,
        code: Code::NeverAwaited,
        line: tables.get_site(site).line,
        site: Some(site),
        task,
        step,
        params: vec![("function", Param::Name(function))],
    }
}
