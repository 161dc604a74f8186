//! `try ... except*`.

use super::Lowerer;
use super::blocks::Block;
use super::exceptions::Tried;
use super::unit::Target;
use crate::bytecode::Op;
use ruff_python_ast::{ExceptHandler, ExceptHandlerExceptHandler, StmtTry};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Lowerer<'a, '_, '_> {
    /// While the clauses run, the stack holds `[previously handled, original, raised, rest]`: the exception as it
    /// was caught, a list of what the clauses raised, and what no clause has matched yet.
    pub(super) fn try_except_star(&mut self, node: &'a StmtTry) {
        let Tried {
            outer,
            cleanup,
            end,
            range,
        } = self.try_body(node);
        self.emit(Op::BuildList(0), range);
        self.emit(Op::Copy(1), range);
        for ExceptHandler::ExceptHandler(handler) in &node.handlers {
            self.except_star_clause(handler);
        }
        self.emit(Op::ListAppend(1), range);
        self.emit(Op::PrepReraiseStar, range);
        let reraise = self.label();
        self.emit(Op::Dup, range);
        self.emit(Op::PopJumpIfNotNone(reraise.0), range);
        self.emit(Op::Pop, range);
        self.unit.active = outer;
        self.emit(Op::PopExcept, range);
        self.jump(end, range);
        self.place(reraise);
        self.emit(Op::Swap, range);
        self.emit(Op::PopExcept, range);
        self.emit(Op::Reraise, range);
        self.cleanup(cleanup, range);
        self.place(end);
    }

    fn except_star_clause(&mut self, node: &'a ExceptHandlerExceptHandler) {
        let (no_match, next, failed) = (self.label(), self.label(), self.label());
        let Some(kind) = &node.type_ else {
            self.sink
                .syntax_error(node.range, "expected one or more exception types");
            return;
        };
        let range = kind.range();
        let handling = self.unit.active;
        self.line(TextRange::new(node.range.start(), kind.end()));
        self.expression(kind);
        self.emit(Op::CheckEgMatch, node.range);
        self.emit(Op::Dup, range);
        self.emit(Op::PopJumpIfNone(no_match.0), range);
        match &node.name {
            Some(name) => self.store_name(&name.id, name.range),
            None => self.emit(Op::Pop, range),
        }
        self.protect(failed);
        self.push_block(Block::GroupHandler, handling, node.range);
        self.statements(&node.body);
        self.pop_block();
        self.forget_match(node);
        self.jump(next, range);

        self.collect_failure(node, failed, next, range);
        self.place(no_match);
        self.emit(Op::Pop, range);
        self.place(next);
    }

    /// `[raised, rest, exception] -> [raised, rest]`: what a clause raised is kept for the end.
    fn collect_failure(
        &mut self,
        node: &'a ExceptHandlerExceptHandler,
        failed: Target,
        next: Target,
        range: TextRange,
    ) {
        self.place(failed);
        self.forget_match(node);
        self.emit(Op::ListAppend(2), range);
        self.jump(next, range);
    }

    fn forget_match(&mut self, node: &'a ExceptHandlerExceptHandler) {
        if let Some(name) = &node.name {
            self.forget_name(&name.id, name.range);
        }
    }
}
