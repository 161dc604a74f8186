//! `try`, `except` and `finally`.

use super::Lowerer;
use super::blocks::Block;
use super::unit::{HandlerId, Target};
use crate::bytecode::Op;
use ruff_python_ast::{ExceptHandler, ExceptHandlerExceptHandler, StmtTry};
use ruff_text_size::{Ranged, TextRange};

/// What the clauses of a `try` need to know of its body.
pub(super) struct Tried {
    /// What handles exceptions around the statement.
    pub(super) outer: Option<HandlerId>,
    /// Where an exception of a clause goes.
    pub(super) cleanup: Target,
    /// Behind the statement.
    pub(super) end: Target,
    /// The word `try`.
    pub(super) range: TextRange,
}

impl<'a> Lowerer<'a, '_, '_> {
    pub(super) fn try_statement(&mut self, node: &'a StmtTry) {
        let keyword = TextRange::at(node.range.start(), 3.into());
        self.line(keyword);
        if node.finalbody.is_empty() {
            self.try_handlers(node);
        } else {
            self.try_finally(node, keyword);
        }
    }

    /// The `finally` body is emitted once for each way out: here for the normal end and for exceptions, in
    /// `blocks` for `return`, `break` and `continue`.
    fn try_finally(&mut self, node: &'a StmtTry, range: TextRange) {
        let (raised, cleanup, end) = (self.label(), self.label(), self.label());
        let outer = self.protect(raised);
        self.push_block(
            Block::Finally {
                body: &node.finalbody,
            },
            outer,
            node.range,
        );
        self.try_handlers(node);
        self.pop_block();
        self.statements(&node.finalbody);
        self.jump(end, range);

        self.place(raised);
        self.begin_handling(cleanup, range);
        self.push_block(Block::FinallyHandler, outer, node.range);
        self.statements(&node.finalbody);
        self.emit(Op::Reraise, range);
        self.pop_block();
        self.cleanup(cleanup, range);
        self.place(end);
    }

    fn try_handlers(&mut self, node: &'a StmtTry) {
        if node.handlers.is_empty() {
            self.statements(&node.body);
            self.statements(&node.orelse);
        } else if node.is_star {
            self.try_except_star(node);
        } else {
            self.try_except(node);
        }
    }

    fn try_except(&mut self, node: &'a StmtTry) {
        let Tried {
            outer,
            cleanup,
            end,
            range,
        } = self.try_body(node);
        for (index, ExceptHandler::ExceptHandler(handler)) in node.handlers.iter().enumerate() {
            if handler.type_.is_none() && index + 1 < node.handlers.len() {
                self.sink
                    .syntax_error(handler.range, "default 'except:' must be last");
            }
            self.except_clause(handler, outer, end);
        }
        self.emit(Op::Reraise, range);
        self.unit.active = outer;
        self.cleanup(cleanup, range);
        self.place(end);
    }

    /// The body and what follows it without an exception, and the beginning of the handling.
    pub(super) fn try_body(&mut self, node: &'a StmtTry) -> Tried {
        let (raised, cleanup, end) = (self.label(), self.label(), self.label());
        let range = TextRange::at(node.range.start(), 3.into());
        let outer = self.protect(raised);
        self.push_block(Block::Try, outer, node.range);
        self.statements(&node.body);
        self.pop_block();
        self.statements(&node.orelse);
        self.jump(end, range);

        self.place(raised);
        self.begin_handling(cleanup, range);
        Tried {
            outer,
            cleanup,
            end,
            range,
        }
    }

    /// `[exception] -> [previously handled, exception]`; from here on, an exception first restores what was
    /// handled before.
    pub(super) fn begin_handling(&mut self, cleanup: Target, range: TextRange) {
        let depth = self.unit.depth();
        let handler = self.unit.handler(cleanup, depth);
        self.emit(Op::PushExcInfo, range);
        self.unit.active = Some(handler);
    }

    /// `[previously handled, exception]`: restores the former and raises the latter again.
    pub(super) fn cleanup(&mut self, cleanup: Target, range: TextRange) {
        self.place(cleanup);
        self.emit(Op::Swap, range);
        self.emit(Op::PopExcept, range);
        self.emit(Op::Reraise, range);
    }

    /// `[previously handled, exception]`: goes to `end` without them if the clause matches, else on.
    fn except_clause(&mut self, node: &'a ExceptHandlerExceptHandler, outer: Option<HandlerId>, end: Target) {
        let next = self.label();
        let range = node
            .type_
            .as_ref()
            .map_or(TextRange::at(node.range.start(), 6.into()), |kind| kind.range());
        let handling = self.unit.active;
        if let Some(kind) = &node.type_ {
            self.line(TextRange::new(node.range.start(), kind.end()));
            self.expression(kind);
            self.emit(Op::CheckExcMatch, node.range);
            self.emit(Op::PopJumpIfFalse(next.0), range);
        } else {
            self.line(range);
        }
        let forget = self.label();
        match &node.name {
            Some(name) => {
                self.store_name(&name.id, name.range);
                self.protect(forget);
            }
            None => self.emit(Op::Pop, range),
        }
        self.push_block(
            Block::Handler {
                name: node.name.as_ref(),
            },
            outer,
            node.range,
        );
        self.statements(&node.body);
        self.pop_block();
        self.emit(Op::PopExcept, range);
        if let Some(name) = &node.name {
            self.forget_name(&name.id, name.range);
        }
        self.jump(end, range);
        self.unit.active = handling;
        if let Some(name) = &node.name {
            self.place(forget);
            self.forget_name(&name.id, name.range);
            self.emit(Op::Reraise, range);
        }
        self.place(next);
    }
}
