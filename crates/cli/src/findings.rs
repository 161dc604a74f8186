//! What a reader of a program should know: of its text, and of what happened in its run.

use switchboard_python::syntax::{self, Severity};
use switchboard_trace::{Severity as Weight, Trace, check, english};

/// Something about a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// `error`, `warning` or `hint`.
    pub severity: &'static str,
    /// A stable name such as `never-awaited`.
    pub code: &'static str,
    /// 1-based; 0 where it is about no line.
    pub line: u32,
    pub message: String,
    /// What to write instead.
    pub hint: Option<String>,
}

/// What the front end has found.
pub fn in_text(diagnostics: &[syntax::Diagnostic]) -> impl Iterator<Item = Finding> {
    diagnostics.iter().map(|found| Finding {
        severity: match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        code: found.code,
        line: found.line,
        message: found.message.clone(),
        hint: found.hint.as_ref().map(ToString::to_string),
    })
}

/// What the run has shown.
pub fn in_trace(trace: &Trace) -> impl Iterator<Item = Finding> {
    check(trace).into_iter().map(|found| Finding {
        severity: match found.severity {
            Weight::Warning => "warning",
            Weight::Hint => "hint",
        },
        code: found.code.word(),
        line: found.line.get(),
        message: english::diagnostic(&found, &trace.board_at(found.step), trace.tables()),
        hint: None,
    })
}
