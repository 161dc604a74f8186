//! `while`, `for` and `async for`.

use super::blocks::Block;
use super::conditions::When;
use super::unit::Target;
use super::{Lowerer, span};
use crate::bytecode::{AwaitKind, Op};
use ruff_python_ast::{StmtFor, StmtWhile};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Lowerer<'a, '_, '_> {
    pub(super) fn while_statement(&mut self, node: &'a StmtWhile) {
        let (next, otherwise, end) = (self.label(), self.label(), self.label());
        let range = node.test.range();
        self.place(next);
        self.line(range);
        self.jump_if(&node.test, When::False, otherwise);
        self.push_block(Block::While { next, end }, self.unit.active, node.range);
        self.statements(&node.body);
        self.pop_block();
        self.jump(next, range);
        self.place(otherwise);
        self.statements(&node.orelse);
        self.place(end);
    }

    /// Each further iteration passes the header's line, as CPython's tracing has it.
    pub(super) fn for_statement(&mut self, node: &'a StmtFor) {
        let (head, next, otherwise, end) = (self.label(), self.label(), self.label(), self.label());
        let range = node.iter.range();
        let header = TextRange::new(node.range.start(), range.end());
        self.line(header);
        self.expression(&node.iter);
        self.emit(Op::GetIter, range);
        self.place(head);
        self.emit(Op::ForIter(otherwise.0), range);
        self.push_block(Block::For { next, end }, self.unit.active, node.range);
        self.store(&node.target);
        self.statements(&node.body);
        self.pop_block();
        self.place(next);
        self.line(header);
        self.jump(head, range);
        self.place(otherwise);
        self.statements(&node.orelse);
        self.place(end);
    }

    pub(super) fn async_for_statement(&mut self, node: &'a StmtFor) {
        let (head, next, exhausted, end) = (self.label(), self.label(), self.label(), self.label());
        let range = node.iter.range();
        let header = TextRange::new(node.range.start(), range.end());
        self.check_async("async for", node.range);
        self.line(header);
        self.expression(&node.iter);
        self.emit(Op::GetAIter, range);
        self.place(head);
        self.next_awaited(exhausted, range, node.range);
        self.push_block(Block::For { next, end }, self.unit.active, node.range);
        self.store(&node.target);
        self.statements(&node.body);
        self.pop_block();
        self.place(next);
        self.line(header);
        self.jump(head, range);
        self.place(exhausted);
        self.emit(Op::EndAsyncFor, range);
        self.statements(&node.orelse);
        self.place(end);
    }

    /// `[async iterator] -> [async iterator, item]`; goes to `exhausted` with an exception when there is none.
    /// Tracebacks mark the whole loop.
    pub(super) fn next_awaited(&mut self, exhausted: Target, range: TextRange, whole: TextRange) {
        let outer = self.protect(exhausted);
        self.unit.mark = Some(span(whole));
        self.emit(Op::GetANext, range);
        self.await_value(AwaitKind::ANext, range);
        self.unit.mark = None;
        self.unit.active = outer;
    }

    /// `async for` and `async with` belong into asynchronous functions.
    pub(super) fn check_async(&mut self, what: &str, range: TextRange) {
        use crate::bytecode::CodeKind;
        if !matches!(self.unit.kind, CodeKind::Coroutine | CodeKind::AsyncGenerator) {
            self.sink
                .syntax_error(range, format!("'{what}' outside async function"));
        }
    }
}
