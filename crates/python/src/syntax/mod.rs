//! The front end: source text to ([`Code`], [`Diagnostic`]s).
//!
//! The stages, in the order in which they run: a scan of the tokens for nesting that could exhaust the stack
//! ([`limits`]), parsing ([`parse`]), symbol tables ([`scope`]), lowering to bytecode ([`lower`]) and the checks of
//! imports ([`imports`]) and of names that are lacking here ([`uses`]). Each stage only adds diagnostics; none fails or
//! panics. As in CPython, a later stage does not run when an earlier one has found an error.

mod cause;
mod colours;
mod constants;
mod diagnostic;
mod disassemble;
mod escapes;
mod frozen;
mod hint;
mod identifiers;
mod imports;
mod intern;
mod lacking;
mod limits;
mod lines;
mod lower;
mod modules;
mod outline;
mod parse;
mod report;
mod scan;
mod scope;
mod stack;
mod uses;

#[cfg(test)]
mod tests;

pub use crate::bytecode::Span;
pub use colours::{Part, parts};
pub use diagnostic::{Diagnostic, Severity};
pub use disassemble::disassemble;
pub use frozen::{Frozen, FrozenCode, FrozenConst, NotFrozen, rust_of, set_frozen};
pub use hint::{Hint, Instead};
pub(crate) use intern::mangled;
pub use lacking::lacking;
pub use lines::LineIndex;
pub use modules::{is_standard_module, is_supported_module, missing_module, supported_modules};
pub use outline::{Outline, Shape, outline};
pub use report::report;
pub use stack::{StackError, verify};
/// On wasm, names with other than common letters need a function of the embedder's that brings them into NFKC.
pub use unicode_normalization::set_normaliser;

use crate::bytecode::Code;
use diagnostic::Sink;
use std::rc::Rc;

/// What became of a source text.
#[derive(Debug)]
pub struct Compiled {
    /// The module's code; `None` if there is a syntax error.
    pub code: Option<Rc<Code>>,
    /// In the order in which CPython would find them: the first error is the one that CPython reports.
    pub diagnostics: Vec<Diagnostic>,
    pub lines: LineIndex,
}

/// Compiles a program, as CPython's `compile(source, file_name, "exec")`. Never fails and never panics: what is
/// wrong is in the diagnostics.
///
/// A leading byte-order mark is skipped. Sources of 4 GiB and more are refused with a diagnostic.
#[must_use]
pub fn compile(source: &str, _file_name: &str) -> Compiled {
    frozen::find(source).map_or_else(|| compile_anew(source, Checks::OfPrograms), |it| thaw(it, source))
}

/// Compiles a module of the library. It is not looked at for what programs can't use.
#[must_use]
pub fn compile_module(source: &str) -> Compiled {
    frozen::find(source).map_or_else(|| compile_anew(source, Checks::None), |it| thaw(it, source))
}

fn thaw(frozen: &Frozen, source: &str) -> Compiled {
    Compiled {
        code: Some(frozen.code.thaw()),
        diagnostics: Vec::new(),
        lines: LineIndex::new(source),
    }
}

/// What is looked at beyond the language itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Checks {
    None,
    /// Whether the modules and names that are used are to be had here.
    OfPrograms,
}

/// Apart, since a build may put this off.
#[inline(never)]
fn compile_anew(source: &str, checks: Checks) -> Compiled {
    let lines = LineIndex::new(source);
    let mut sink = Sink::new(source, &lines);
    let code = compile_into(source, checks, &mut sink);
    let diagnostics = sink.finish();
    Compiled {
        code,
        diagnostics,
        lines,
    }
}

fn compile_into(source: &str, checks: Checks, sink: &mut Sink) -> Option<Rc<Code>> {
    let mut interner = intern::Interner::default();
    limits::check(source, sink);
    if sink.has_errors() {
        return None;
    }
    let module = parse::parse(source, sink)?;
    imports::check_future(&module, sink);
    let scopes = scope::analyse(&module, &mut interner, sink);
    if sink.has_errors() {
        return None;
    }
    let code = lower::lower(&module, source, &scopes, &mut interner, sink);
    if sink.has_errors() {
        return None;
    }
    if checks == Checks::OfPrograms {
        imports::check(&module, sink);
        uses::check(&code, sink);
    }
    Some(code)
}
