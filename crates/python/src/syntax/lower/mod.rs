//! From syntax tree to bytecode.
//!
//! [`Lowerer`] walks the tree once. Each file adds the methods for one part of the language; [`unit`] holds the
//! code object that is being made, [`blocks`] what has to be undone when control leaves nested statements.

mod blocks;
mod calls;
mod classes;
mod comprehensions;
mod conditions;
mod contexts;
mod displays;
mod exception_groups;
mod exceptions;
mod expressions;
mod fstrings;
mod functions;
mod generics;
mod imports;
mod loops;
mod names;
mod patterns;
mod statements;
mod suspicious;
mod targets;
mod unit;

use super::diagnostic::Sink;
use super::imports::has_future_annotations;
use super::intern::Interner;
use super::scope::{ScopeId, Scopes};
use crate::bytecode::{Code, CodeKind, Const, Op, Span};
use ruff_python_ast::{Expr, ModModule};
use ruff_text_size::TextRange;
use std::rc::Rc;
use unit::{HandlerId, Target, Unit};

pub(super) use statements::describe;

/// Makes a module's code. What is wrong goes to `sink`; the code is then not to be run.
pub(super) fn lower<'a>(
    module: &'a ModModule,
    source: &'a str,
    scopes: &'a Scopes,
    interner: &'a mut Interner,
    sink: &mut Sink,
) -> Rc<Code> {
    let name = interner.intern("<module>");
    let unit = Unit::new(ScopeId::MODULE, name.clone(), name, CodeKind::Module, 1);
    let lowerer = Lowerer {
        source,
        scopes,
        interner,
        sink,
        unit,
        outer: Vec::new(),
        scope: ScopeId::MODULE,
        future_annotations: has_future_annotations(module),
    };
    lowerer.module(module)
}

struct Lowerer<'a, 'i, 's> {
    source: &'a str,
    scopes: &'a Scopes,
    interner: &'i mut Interner,
    sink: &'i mut Sink<'s>,
    /// The code that is being made, and the unfinished code around it, outermost first.
    unit: Unit<'a>,
    outer: Vec<Unit<'a>>,
    /// The innermost scope, which may be that of an inlined comprehension.
    scope: ScopeId,
    future_annotations: bool,
}

impl<'a> Lowerer<'a, '_, '_> {
    fn module(mut self, module: &'a ModModule) -> Rc<Code> {
        self.cells();
        if self.scopes.get(self.scope).has_annotations {
            self.emit(Op::SetupAnnotations, module.range);
        }
        let body = self.docstring(&module.body);
        if let Some(doc) = self.unit.doc.clone() {
            self.constant(Const::Str(doc), module.range);
            self.store_name("__doc__", module.range);
        }
        self.statements(body);
        self.constant(Const::None, TextRange::default());
        self.emit(Op::Return, TextRange::default());
        if self.unit.is_too_large() {
            self.too_large(module.range);
        }
        let layout = &self.scopes.get(ScopeId::MODULE).layout;
        Rc::new(self.unit.finish(layout))
    }

    /// Code begins by making the cells of captured variables.
    fn cells(&mut self) {
        for slot in &self.scopes.get(self.unit.scope).layout.cells {
            self.emit(Op::MakeCell(*slot), TextRange::default());
        }
    }

    // Emitting.

    fn emit(&mut self, op: Op, range: TextRange) {
        self.unit.emit(op, span(range));
    }

    fn constant(&mut self, constant: Const, range: TextRange) {
        let op = match constant {
            Const::Int(value) => match i32::try_from(value) {
                Ok(value) => Op::SmallInt(value),
                Err(_) => Op::Const(self.unit.constant(Const::Int(value))),
            },
            other => Op::Const(self.unit.constant(other)),
        };
        self.emit(op, range);
    }

    fn label(&mut self) -> Target {
        self.unit.label()
    }

    fn place(&mut self, target: Target) {
        self.unit.place(target);
    }

    fn jump(&mut self, target: Target, range: TextRange) {
        self.emit(Op::Jump(target.0), range);
    }

    /// Marks the start of a statement, for stepping and for line numbers.
    fn line(&mut self, range: TextRange) {
        let line = self.line_of(range);
        self.emit(Op::Line(line), range);
    }

    fn line_of(&self, range: TextRange) -> u32 {
        self.sink.lines().line(range.start().to_u32())
    }

    /// Makes a handler that keeps the current height of the stack less `fewer`, and makes it the active one.
    /// Returns the one that was active before.
    fn protect(&mut self, target: Target) -> Option<HandlerId> {
        let depth = self.unit.depth();
        let handler = self.unit.handler(target, depth);
        self.unit.active.replace(handler)
    }

    fn text(&self, range: TextRange) -> &'a str {
        self.source
            .get(range.start().to_usize()..range.end().to_usize())
            .unwrap_or("")
    }

    /// An operand of 16 bits. Beyond that the program is refused.
    fn narrow(&mut self, value: usize, range: TextRange) -> u16 {
        u16::try_from(value).unwrap_or_else(|_| {
            self.sink
                .syntax_error(range, "too many names or values in one place");
            0
        })
    }

    fn await_value(&mut self, kind: crate::bytecode::AwaitKind, range: TextRange) {
        self.emit(Op::GetAwaitable(kind), range);
        self.constant(Const::None, range);
        self.emit(Op::Await, range);
    }
}

fn span(range: TextRange) -> Span {
    Span {
        start: range.start().to_u32(),
        end: range.end().to_u32(),
    }
}

/// A 32-bit operand.
fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Whether an expression is `*x`.
fn is_starred(expression: &Expr) -> bool {
    matches!(expression, Expr::Starred(_))
}
