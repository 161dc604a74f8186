//! What the front end has to say about a source text.

use super::lines::LineIndex;
use crate::bytecode::Span;
use ruff_text_size::TextRange;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The program cannot run, or surely fails when it starts.
    Error,
    /// The program runs, but will fail if this place is reached.
    Warning,
}

/// One finding, at its place in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    /// A stable machine-readable name such as `syntax-error` or `unsupported-module`.
    pub code: &'static str,
    /// The exception that CPython raises for it: `SyntaxError`, `IndentationError`, `TabError`, or
    /// `ModuleNotFoundError` for modules that do not exist here.
    pub exception: &'static str,
    pub span: Span,
    /// 1-based line of the start.
    pub line: u32,
    /// 1-based column of the start in characters, as `SyntaxError.offset`.
    pub column: u32,
    /// CPython's wording where CPython has one.
    pub message: String,
    /// What to write instead.
    pub hint: Option<String>,
}

/// Collects the diagnostics of one source text.
pub(super) struct Sink<'s> {
    source: &'s str,
    lines: &'s LineIndex,
    list: Vec<Diagnostic>,
    errors: usize,
}

/// More findings than this help nobody.
const MOST_DIAGNOSTICS: usize = 100;

impl<'s> Sink<'s> {
    pub(super) fn new(source: &'s str, lines: &'s LineIndex) -> Self {
        Sink {
            source,
            lines,
            list: Vec::new(),
            errors: 0,
        }
    }

    pub(super) fn lines(&self) -> &'s LineIndex {
        self.lines
    }

    pub(super) fn has_errors(&self) -> bool {
        self.errors > 0
    }

    pub(super) fn finish(self) -> Vec<Diagnostic> {
        self.list
    }

    /// A SyntaxError at `range`.
    pub(super) fn syntax_error(&mut self, range: TextRange, message: impl Into<String>) {
        self.push(
            Severity::Error,
            "syntax-error",
            "SyntaxError",
            range,
            message.into(),
            None,
        );
    }

    /// Valid Python that Switchboard does not run.
    pub(super) fn unsupported(
        &mut self,
        range: TextRange,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.push(
            Severity::Error,
            "unsupported-syntax",
            "SyntaxError",
            range,
            message.into(),
            Some(hint.into()),
        );
    }

    pub(super) fn push(
        &mut self,
        severity: Severity,
        code: &'static str,
        exception: &'static str,
        range: TextRange,
        message: String,
        hint: Option<String>,
    ) {
        if severity == Severity::Error {
            self.errors += 1;
        }
        if self.list.len() >= MOST_DIAGNOSTICS {
            return;
        }
        let start = range.start().to_u32();
        let span = Span {
            start,
            end: range.end().to_u32(),
        };
        let (line, column) = self.lines.position(self.source, start);
        self.list.push(Diagnostic {
            severity,
            code,
            exception,
            span,
            line,
            column,
            message,
            hint,
        });
    }
}
