//! Jumps on conditions.

use super::Lowerer;
use super::unit::Target;
use crate::bytecode::{Const, Op};
use ruff_python_ast::{BoolOp, Expr, UnaryOp};
use ruff_text_size::Ranged;

/// On which truth a jump is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    True,
    False,
}

impl When {
    fn opposite(self) -> When {
        match self {
            When::True => When::False,
            When::False => When::True,
        }
    }

    pub(super) fn jump(self, target: Target) -> Op {
        match self {
            When::True => Op::PopJumpIfTrue(target.0),
            When::False => Op::PopJumpIfFalse(target.0),
        }
    }
}

impl<'a> Lowerer<'a, '_, '_> {
    /// Jumps to `target` when the truth of `test` is `when`, else goes on. Leaves nothing on the stack.
    ///
    /// Mirrors `compiler_jump_if`.
    pub(super) fn jump_if(&mut self, test: &'a Expr, when: When, target: Target) {
        match test {
            Expr::UnaryOp(node) if node.op == UnaryOp::Not => {
                self.jump_if(&node.operand, when.opposite(), target);
            }
            Expr::BoolOp(node) => self.jump_if_any(node.op, &node.values, when, target),
            Expr::Compare(node) if node.ops.len() > 1 => self.chained_comparison_jump(node, when, target),
            _ => match self.fold(test).as_ref().and_then(truth) {
                Some(truth) => {
                    let is_taken = truth == (when == When::True);
                    if is_taken {
                        self.jump(target, test.range());
                    }
                }
                None => {
                    self.expression(test);
                    self.emit(when.jump(target), test.range());
                }
            },
        }
    }

    fn jump_if_any(&mut self, op: BoolOp, values: &'a [Expr], when: When, target: Target) {
        let Some((last, first)) = values.split_last() else {
            return;
        };
        let decides = match op {
            BoolOp::Or => When::True,
            BoolOp::And => When::False,
        };
        // The value that decides early either takes the jump or skips the rest.
        let skip = self.label();
        let early = if decides == when { target } else { skip };
        for value in first {
            self.jump_if(value, decides, early);
        }
        self.jump_if(last, when, target);
        self.place(skip);
    }
}

/// The truth of a constant.
fn truth(constant: &Const) -> Option<bool> {
    Some(match constant {
        Const::None => false,
        Const::Bool(value) => *value,
        Const::Int(value) => *value != 0,
        Const::Float(value) => *value != 0.0,
        Const::Str(value) => !value.is_empty(),
        Const::Bytes(value) => !value.is_empty(),
        Const::Tuple(items) => !items.is_empty(),
        Const::Ellipsis => true,
        _ => return None,
    })
}
