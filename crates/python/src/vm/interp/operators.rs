//! Operators, comparisons and truth, where the quick way does not do.

use super::operands::{below, pop, release_target};
use super::step::Step;
use crate::bytecode::{BinOp, CmpOp, Op, UnaryOp};
use crate::object::Value;
use crate::vm::cx::Cx;
use crate::vm::fiber::Fiber;
use crate::vm::frame::{Frame, Then};
use crate::vm::protocol::{binary, compare, truth, unary};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// `a op b`, where both have been taken off the stack.
pub(super) fn binary(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    op: BinOp,
    a: Value,
    b: Value,
) -> VmResult<Step> {
    if let Some(value) = binary::try_binary(vm, op, &a, &b)? {
        return Ok(Step::push(frame, value));
    }
    let cx = Cx::new(vm);
    fiber.run_native(Then::Push, async move { binary::binary(&cx, op, &a, &b).await })
}

/// `a op= b`, where both have been taken off the stack; `next` is the instruction that stores the result.
pub(super) fn inplace(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    op: BinOp,
    next: Option<&Op>,
    operands: (Value, Value),
) -> VmResult<Step> {
    let (a, b) = match operands {
        // `s += t`: the variable must not hold on to the old string, or it would be copied.
        (Value::Str(text), Value::Str(more)) if op == BinOp::Add => {
            // The variable keeps its string if there is no room.
            vm.allocate(more.len())?;
            release_target(frame, next, &text);
            if text.references() > 1 {
                // Somebody else holds it: it is copied.
                vm.allocate(text.len())?;
            }
            return Ok(Step::push(frame, Value::Str(text.append(&more))));
        }
        operands => operands,
    };
    if let Some(value) = binary::try_inplace(vm, op, &a, &b)? {
        return Ok(Step::push(frame, value));
    }
    let cx = Cx::new(vm);
    fiber.run_native(Then::Push, async move { binary::inplace(&cx, op, &a, &b).await })
}

pub(super) fn unary(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame, op: UnaryOp) -> VmResult<Step> {
    let a = pop(frame);
    if let Some(value) = unary::try_unary(vm, op, &a)? {
        return Ok(Step::push(frame, value));
    }
    let cx = Cx::new(vm);
    fiber.run_native(Then::Push, async move { unary::unary(&cx, op, &a).await })
}

pub(super) fn not(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let a = pop(frame);
    if let Some(truth) = truth::try_truth(vm, &a) {
        return Ok(Step::push(frame, Value::Bool(!truth)));
    }
    let cx = Cx::new(vm);
    fiber.run_native(
        Then::Push,
        async move { cx.truth(&a).await.map(|t| Value::Bool(!t)) },
    )
}

/// `a op b`, where both have been taken off the stack.
pub(super) fn compare(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    op: CmpOp,
    a: Value,
    b: Value,
) -> VmResult<Step> {
    if let Some(value) = compare::try_compare(vm, op, &a, &b)? {
        return Ok(Step::push(frame, value));
    }
    let cx = Cx::new(vm);
    fiber.run_native(Then::Push, async move { compare::compare(&cx, op, &a, &b).await })
}

/// Takes a value off the stack, and jumps if its truth is the one that is wanted.
pub(super) fn pop_jump_if(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    wanted: bool,
    target: u32,
) -> VmResult<Step> {
    let value = pop(frame);
    match truth::try_truth(vm, &value) {
        Some(truth) if truth == wanted => Ok(Step::Jump(target as usize)),
        Some(_) => Ok(Step::Next),
        None => {
            let cx = Cx::new(vm);
            fiber.run_native(
                Then::Retry,
                async move { cx.truth(&value).await.map(Value::Bool) },
            )
        }
    }
}

/// `a and b`, `a or b`: jumps with the operand if its truth is the one that is wanted, else drops it.
pub(super) fn jump_or_pop(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    wanted: bool,
    target: u32,
) -> VmResult<Step> {
    let value = below(frame, 0);
    match truth::try_truth(vm, &value) {
        Some(truth) if truth == wanted => Ok(Step::Jump(target as usize)),
        Some(_) => {
            drop(pop(frame));
            Ok(Step::Next)
        }
        None => {
            let cx = Cx::new(vm);
            fiber.run_native(Then::JumpOrPop { wanted, target }, async move {
                cx.truth(&value).await.map(Value::Bool)
            })
        }
    }
}
