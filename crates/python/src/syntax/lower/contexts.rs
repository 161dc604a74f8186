//! `with` and `async with`.

use super::Lowerer;
use super::blocks::{Block, IsAsync};
use super::unit::Target;
use crate::bytecode::{AwaitKind, Op};
use ruff_python_ast::{StmtWith, WithItem};
use ruff_text_size::{Ranged, TextRange};

/// What is open while a `with` statement's body runs, one for each item.
struct OpenItem {
    raised: Target,
    range: TextRange,
}

impl<'a> Lowerer<'a, '_, '_> {
    /// `with a, b: ...` is `with a: with b: ...`.
    pub(super) fn with_statement(&mut self, node: &'a StmtWith) {
        let is_async = IsAsync::from(node.is_async);
        if is_async == IsAsync::Yes {
            self.check_async("async with", node.range);
        }
        let header_end = node.items.last().map_or(node.range.start(), Ranged::end);
        self.line(TextRange::new(node.range.start(), header_end));
        let open: Vec<OpenItem> = node
            .items
            .iter()
            .map(|item| self.enter_item(item, is_async, node.range))
            .collect();
        self.statements(&node.body);
        for item in open.into_iter().rev() {
            self.leave_item(&item, is_async);
        }
    }

    /// `[] -> [exit]`, with a handler from there on.
    fn enter_item(&mut self, item: &'a WithItem, is_async: IsAsync, statement: TextRange) -> OpenItem {
        let range = item.context_expr.range();
        self.expression(&item.context_expr);
        match is_async {
            IsAsync::No => self.emit(Op::BeforeWith, range),
            IsAsync::Yes => {
                self.emit(Op::BeforeAsyncWith, range);
                self.await_value(AwaitKind::AEnter, range);
            }
        }
        // The handler keeps `exit`, but not the value that was entered.
        let raised = self.label();
        let outer = self.unit.active;
        let handler = self.unit.handler(raised, self.unit.depth().saturating_sub(1));
        self.unit.active = Some(handler);
        self.push_block(Block::With { is_async, range }, outer, statement);
        match &item.optional_vars {
            Some(target) => self.store(target),
            None => self.emit(Op::Pop, range),
        }
        OpenItem { raised, range }
    }

    fn leave_item(&mut self, item: &OpenItem, is_async: IsAsync) {
        let (cleanup, suppress, end) = (self.label(), self.label(), self.label());
        let range = item.range;
        self.pop_block();
        let outer = self.unit.active;
        self.call_exit(is_async, range);
        self.jump(end, range);

        self.place(item.raised);
        self.begin_handling(cleanup, range);
        self.emit(Op::WithExceptStart, range);
        if is_async == IsAsync::Yes {
            self.await_value(AwaitKind::AExit, range);
        }
        self.emit(Op::PopJumpIfTrue(suppress.0), range);
        self.emit(Op::Reraise, range);
        self.place(suppress);
        self.emit(Op::Pop, range);
        self.unit.active = outer;
        self.emit(Op::PopExcept, range);
        self.emit(Op::Pop, range);
        self.jump(end, range);
        self.cleanup(cleanup, range);
        self.place(end);
    }
}
