//! Source text to syntax tree.

use super::cause;
use super::diagnostic::Sink;
use super::escapes;
use super::identifiers;
use ruff_python_ast::{Mod, ModModule, PythonVersion};
use ruff_python_parser::{Mode, ParseOptions, Parsed, parse_unchecked};

/// Parses a module as Python 3.13. `None`, and a diagnostic worded as CPython's, if there is a syntax error.
pub(super) fn parse(source: &str, sink: &mut Sink) -> Option<ModModule> {
    let parsed = parse_module(source);
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

/// Parses a text that nothing is known of; errors are in the result. `None` where it is nested deeper than the parser
/// could survive.
pub(super) fn parse_within_limits(source: &str) -> Option<Parsed<Mod>> {
    super::limits::is_within(source).then(|| parse_module(source))
}

fn parse_module(source: &str) -> Parsed<Mod> {
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY313);
    parse_unchecked(source, options)
}
