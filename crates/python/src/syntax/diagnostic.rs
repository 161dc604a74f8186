//! What the front end has to say about a source text.

use super::hint::Hint;
use super::lines::LineIndex;
use crate::bytecode::Span;
use ruff_text_size::TextRange;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The program cannot run, or surely fails when it starts.
    Error,
    /// The program runs, but this place will fail if it is reached, or does not do what it seems to.
    Warning,
}

/// One finding, at its place in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    /// A stable machine-readable name such as `syntax-error` or `unsupported-module`.
    pub code: &'static str,
    /// The exception that CPython raises for it: `SyntaxError`, `IndentationError`, `TabError`, or
    /// `ModuleNotFoundError` for modules that do not exist here, or `SyntaxWarning`.
    pub exception: &'static str,
    pub span: Span,
    /// 1-based line of the start.
    pub line: u32,
    /// 1-based column of the start in characters, as `SyntaxError.offset`.
    pub column: u32,
    /// CPython's wording where CPython has one.
    pub message: String,
    /// What to write instead.
    pub hint: Option<Hint>,
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

    /// A SyntaxWarning: the program runs, but can hardly be meant.
    pub(super) fn syntax_warning(&mut self, range: TextRange, message: impl Into<String>) {
        let message = message.into();
        let start = range.start().to_u32();
        // Code that is lowered twice, such as a `finally` body, is warned of once.
        let is_known = |found: &Diagnostic| found.span.start == start && found.message == message;
        if !self.list.iter().any(is_known) {
            self.push(
                Severity::Warning,
                "syntax-warning",
                "SyntaxWarning",
                range,
                message,
                None,
            );
        }
    }

    pub(super) fn push(
        &mut self,
        severity: Severity,
        code: &'static str,
        exception: &'static str,
        range: TextRange,
        message: String,
        hint: Option<Hint>,
    ) {
        if severity == Severity::Error {
            self.errors += 1;
        }
        let is_first_error = severity == Severity::Error && self.errors == 1;
        if self.list.len() >= MOST_DIAGNOSTICS && !is_first_error {
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
