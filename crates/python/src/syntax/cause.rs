//! From the parser's errors to CPython's.

use super::diagnostic::Sink;
use ruff_python_ast::Mod;
use ruff_python_parser::Parsed;
use ruff_text_size::Ranged;

/// Reports the first syntax error.
pub(super) fn explain(_source: &str, parsed: &Parsed<Mod>, sink: &mut Sink) {
    match parsed.errors().first() {
        Some(error) => sink.syntax_error(error.range(), error.error.to_string()),
        None => {
            for error in parsed.unsupported_syntax_errors().iter().take(1) {
                sink.syntax_error(error.range(), "invalid syntax");
            }
        }
    }
}
