//! Texts that were compiled when the program around the engine was built, so that they run before the parser is there.
//!
//! They are constants: [`rust_of`] writes them for a build script, [`set_frozen`] makes them known, and [`compile`]
//! takes them for the texts that they come from. CPython freezes the modules that it needs at its start likewise
//! (`Programs/_freeze_module.py`).
//!
//! [`compile`]: super::compile

mod write;

use std::rc::Rc;
use std::sync::OnceLock;

pub use write::{NotFrozen, rust_of};

use super::Part;
use crate::bytecode::{Code, CodeKind, Const, Handler, Label, Op, Span};

/// A text that was compiled. What the compiler would warn of is not kept: nothing should be frozen that has readers
/// who need a warning.
#[derive(Debug)]
pub struct Frozen {
    /// Gives the text; a function, since it may be that of another crate.
    pub source: fn() -> &'static str,
    /// What [`parts`](super::parts) says of it.
    pub parts: &'static [(Span, Part)],
    pub code: &'static FrozenCode,
}

/// A [`Code`] as a constant, field by field.
#[derive(Debug)]
pub struct FrozenCode {
    pub name: &'static str,
    pub qualname: &'static str,
    pub kind: CodeKind,
    pub ops: &'static [Op],
    pub spans: &'static [Span],
    pub marks: &'static [(Label, Span)],
    pub handlers: &'static [Handler],
    pub consts: &'static [FrozenConst],
    pub names: &'static [&'static str],
    pub locals: &'static [&'static str],
    pub frees: &'static [&'static str],
    pub cells: &'static [u16],
    pub arg_count: u16,
    pub posonly_count: u16,
    pub kwonly_count: u16,
    pub has_varargs: bool,
    pub has_varkeywords: bool,
    pub doc: Option<&'static str>,
    pub first_line: u32,
    pub max_stack: u32,
}

/// A [`Const`] as a constant. Integers beyond 64 bits and imaginary numbers are not frozen.
#[derive(Debug)]
pub enum FrozenConst {
    None,
    Bool(bool),
    Int(i64),
    Float(f64),
    Str(&'static str),
    Bytes(&'static [u8]),
    Ellipsis,
    Tuple(&'static [FrozenConst]),
    FrozenSet(&'static [FrozenConst]),
    Code(&'static FrozenCode),
}

static FROZEN: OnceLock<&'static [Frozen]> = OnceLock::new();

/// From now on these texts are not compiled. The first ones set stay.
pub fn set_frozen(frozen: &'static [Frozen]) {
    // Others would have to hold the same code for the same texts.
    let _first_stay = FROZEN.set(frozen);
}

/// What is known of this text, if it is one of those that were set.
pub(super) fn find(source: &str) -> Option<&'static Frozen> {
    FROZEN.get()?.iter().find(|frozen| (frozen.source)() == source)
}

impl FrozenCode {
    /// The code itself.
    pub fn thaw(&self) -> Rc<Code> {
        Rc::new(Code {
            name: self.name.into(),
            qualname: self.qualname.into(),
            kind: self.kind,
            ops: self.ops.to_vec(),
            spans: self.spans.to_vec(),
            marks: self.marks.to_vec(),
            handlers: self.handlers.to_vec(),
            consts: self.consts.iter().map(FrozenConst::thaw).collect(),
            names: thaw_names(self.names),
            locals: thaw_names(self.locals),
            frees: thaw_names(self.frees),
            cells: self.cells.to_vec(),
            arg_count: self.arg_count,
            posonly_count: self.posonly_count,
            kwonly_count: self.kwonly_count,
            has_varargs: self.has_varargs,
            has_varkeywords: self.has_varkeywords,
            doc: self.doc.map(Rc::from),
            first_line: self.first_line,
            max_stack: self.max_stack,
        })
    }
}

impl FrozenConst {
    fn thaw(&self) -> Const {
        match self {
            Self::None => Const::None,
            Self::Bool(value) => Const::Bool(*value),
            Self::Int(value) => Const::Int(*value),
            Self::Float(value) => Const::Float(*value),
            Self::Str(text) => Const::Str((*text).into()),
            Self::Bytes(bytes) => Const::Bytes((*bytes).into()),
            Self::Ellipsis => Const::Ellipsis,
            Self::Tuple(items) => Const::Tuple(items.iter().map(Self::thaw).collect()),
            Self::FrozenSet(items) => Const::FrozenSet(items.iter().map(Self::thaw).collect()),
            Self::Code(code) => Const::Code(code.thaw()),
        }
    }
}

fn thaw_names(names: &[&str]) -> Vec<Rc<str>> {
    names.iter().map(|name| Rc::from(*name)).collect()
}
