//! Source text to syntax tree.

use super::cause;
use super::diagnostic::Sink;
use super::escapes;
use super::identifiers;
use ruff_python_ast::{Mod, ModModule, PythonVersion};
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};

/// Parses a module as Python 3.13. `None`, and a diagnostic worded as CPython's, if there is a syntax error.
pub(super) fn parse(source: &str, sink: &mut Sink) -> Option<ModModule> {
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY313);
    let parsed = parse_unchecked(source, options);
    if parsed.has_syntax_errors() {
        cause::explain(source, &parsed, sink);
        return None;
    }
    escapes::check(source, parsed.tokens(), sink);
    identifiers::check(source, parsed.tokens(), sink);
    match parsed.into_syntax() {
        Mod::Module(module) => Some(module),
        // Only asked for in the other mode.
        Mod::Expression(_) => None,
    }
}
