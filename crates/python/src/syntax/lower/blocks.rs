//! Leaving nested statements: what `return`, `break` and `continue` have to undo on their way out.

use super::Lowerer;
use super::unit::{HandlerId, Target};
use crate::bytecode::{AwaitKind, CodeKind, Const, Op};
use ruff_python_ast::{Expr, Identifier, Stmt};
use ruff_text_size::TextRange;

/// CPython's limit on statically nested blocks.
const MOST_BLOCKS: usize = 21;

/// A statement around the current place that must be left in order.
#[derive(Clone, Copy)]
pub(super) enum Block<'a> {
    /// Nothing on the stack.
    While { next: Target, end: Target },
    /// `[iterator]` on the stack.
    For { next: Target, end: Target },
    /// The body of a `try` with handlers.
    Try,
    /// The part of a `try` that its `finally` guards.
    Finally { body: &'a [Stmt] },
    /// A `finally` body that runs because of an exception: `[previously handled, exception]`.
    FinallyHandler,
    /// The body of an `except`: `[previously handled]`.
    Handler { name: Option<&'a Identifier> },
    /// The body of an `except*`, which cannot be left by `break`, `continue` or `return`.
    GroupHandler,
    /// The body of a `with`: `[exit]`.
    With { is_async: IsAsync, range: TextRange },
    /// A value to be returned lies on the stack while a `finally` body runs.
    Value,
}

/// Whether a statement is the `async` kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IsAsync {
    No,
    Yes,
}

impl From<bool> for IsAsync {
    fn from(is_async: bool) -> Self {
        if is_async { IsAsync::Yes } else { IsAsync::No }
    }
}

#[derive(Clone, Copy)]
pub(super) struct BlockEntry<'a> {
    block: Block<'a>,
    /// The handler that is active outside the block.
    outer: Option<HandlerId>,
}

/// What lies on top of the stack while blocks are left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Top {
    Nothing,
    ReturnValue,
}

/// Which way a loop is left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Exit {
    Break,
    Continue,
}

impl<'a> Lowerer<'a, '_, '_> {
    /// Enters a block; `outer` is the handler that was active around it.
    pub(super) fn push_block(&mut self, block: Block<'a>, outer: Option<HandlerId>, range: TextRange) {
        if self.unit.blocks.len() >= MOST_BLOCKS {
            self.sink.syntax_error(range, "too many statically nested blocks");
        }
        self.unit.blocks.push(BlockEntry { block, outer });
    }

    /// Leaves a block at its end.
    pub(super) fn pop_block(&mut self) {
        if let Some(entry) = self.unit.blocks.pop() {
            self.unit.active = entry.outer;
        }
    }

    pub(super) fn return_statement(&mut self, value: Option<&'a Expr>, range: TextRange) {
        match self.unit.kind {
            CodeKind::Module | CodeKind::Class => self.sink.syntax_error(range, "'return' outside function"),
            CodeKind::AsyncGenerator if value.is_some() => {
                self.sink
                    .syntax_error(range, "'return' with value in async generator");
            }
            _ => {}
        }
        let active = self.unit.active;
        let constant = match value {
            Some(value) => self.fold(value),
            None => Some(Const::None),
        };
        match (constant, value) {
            (Some(constant), _) => {
                self.leave_all(Top::Nothing, range);
                self.constant(constant, range);
            }
            (None, Some(value)) => {
                self.expression(value);
                self.leave_all(Top::ReturnValue, range);
            }
            (None, None) => {}
        }
        self.emit(Op::Return, range);
        self.unit.active = active;
    }

    /// Undoes all blocks, innermost first. They stay entered for the code that follows; the caller restores the
    /// active handler.
    fn leave_all(&mut self, top: Top, range: TextRange) {
        let mut left = Vec::new();
        while let Some(entry) = self.unit.blocks.pop() {
            left.push(entry);
            if matches!(entry.block, Block::GroupHandler) {
                self.leaves_group_handler(range);
            }
            self.leave(entry, top, range);
        }
        self.unit.blocks.extend(left.into_iter().rev());
    }

    pub(super) fn break_statement(&mut self, range: TextRange) {
        self.leave_loop(Exit::Break, range);
    }

    pub(super) fn continue_statement(&mut self, range: TextRange) {
        self.leave_loop(Exit::Continue, range);
    }

    fn leave_loop(&mut self, exit: Exit, range: TextRange) {
        let active = self.unit.active;
        let mut left = Vec::new();
        let mut found = false;
        while let Some(entry) = self.unit.blocks.pop() {
            left.push(entry);
            match (entry.block, exit) {
                (Block::While { end: target, .. }, Exit::Break)
                | (Block::While { next: target, .. } | Block::For { next: target, .. }, Exit::Continue) => {
                    self.jump(target, range);
                    found = true;
                }
                (Block::For { end, .. }, Exit::Break) => {
                    self.emit(Op::Pop, range);
                    self.jump(end, range);
                    found = true;
                }
                (Block::GroupHandler, _) => {
                    self.leaves_group_handler(range);
                    self.unit.end_here();
                    found = true;
                }
                _ => self.leave(entry, Top::Nothing, range),
            }
            if found {
                break;
            }
        }
        if !found {
            let message = match exit {
                Exit::Break => "'break' outside loop",
                Exit::Continue => "'continue' not properly in loop",
            };
            self.sink.syntax_error(range, message);
            // What was emitted so far has left all blocks: nothing can follow it.
            self.unit.end_here();
        }
        self.unit.blocks.extend(left.into_iter().rev());
        self.unit.active = active;
    }

    fn leaves_group_handler(&mut self, range: TextRange) {
        let message = "'break', 'continue' and 'return' cannot appear in an except* block";
        self.sink.syntax_error(range, message);
    }

    /// Emits what leaving one block takes. The handler around the block is active from then on.
    fn leave(&mut self, entry: BlockEntry<'a>, top: Top, range: TextRange) {
        match entry.block {
            Block::While { .. } | Block::GroupHandler => {}
            Block::Try => self.unit.active = entry.outer,
            Block::For { .. } | Block::Value => {
                self.below(top, range);
                self.emit(Op::Pop, range);
            }
            Block::Finally { body } => {
                self.unit.active = entry.outer;
                if top == Top::ReturnValue {
                    self.push_block(Block::Value, entry.outer, range);
                }
                self.statements(body);
                if top == Top::ReturnValue {
                    self.pop_block();
                }
                self.unit.active = entry.outer;
            }
            Block::FinallyHandler => {
                self.below(top, range);
                self.emit(Op::Pop, range);
                self.below(top, range);
                self.unit.active = entry.outer;
                self.emit(Op::PopExcept, range);
            }
            Block::Handler { name } => {
                self.below(top, range);
                self.unit.active = entry.outer;
                self.emit(Op::PopExcept, range);
                if let Some(name) = name {
                    self.forget_name(&name.id, range);
                }
            }
            Block::With {
                is_async,
                range: with,
            } => {
                self.unit.active = entry.outer;
                self.below(top, with);
                self.call_exit(is_async, with);
            }
        }
    }

    /// Brings the value under the return value to the top.
    fn below(&mut self, top: Top, range: TextRange) {
        if top == Top::ReturnValue {
            self.emit(Op::Swap, range);
        }
    }

    /// The normal way out of a `with`: `[exit] -> []`.
    pub(super) fn call_exit(&mut self, is_async: IsAsync, range: TextRange) {
        for _ in 0..3 {
            self.constant(Const::None, range);
        }
        self.emit(Op::Call(3), range);
        if is_async == IsAsync::Yes {
            self.await_value(AwaitKind::AExit, range);
        }
        self.emit(Op::Pop, range);
    }
}
