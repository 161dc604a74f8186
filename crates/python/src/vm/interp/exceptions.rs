//! Raising, handling and `with`.

use super::operands::{below, pop, pop2};
use super::step::Step;
use crate::object::{Exc, Value};
use crate::vm::cx::Cx;
use crate::vm::fiber::Fiber;
use crate::vm::frame::{Frame, Then};
use crate::vm::raise::{self, WithKind};
use crate::vm::{Vm, VmResult, groups};
use std::rc::Rc;

/// Makes the exception on top the one being handled.
pub(super) fn push_exc_info(frame: &mut Frame) -> VmResult<Step> {
    let exc = pop(frame);
    let before = frame.handled.take();
    frame.handled = Exc::from_value(&exc);
    frame
        .slots
        .extend([before.map_or(Value::None, |exc| exc.value()), exc]);
    Ok(Step::Next)
}

/// Ends the handling.
pub(super) fn pop_except(frame: &mut Frame) -> VmResult<Step> {
    let before = pop(frame);
    drop(std::mem::replace(&mut frame.handled, Exc::from_value(&before)));
    Ok(Step::Next)
}

pub(super) fn check_match(vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let class = pop(frame);
    let exc = below(frame, 0);
    let matches = vm.exception_matches(&exc, &class)?;
    Ok(Step::push(frame, Value::Bool(matches)))
}

/// `except*`.
pub(super) fn check_group_match(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let [exc, class] = pop2(frame);
    fiber.run_native(Then::PushMatch, groups::check_match(Cx::new(vm), exc, class))
}

pub(super) fn prepare_reraise(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let [original, list] = pop2(frame);
    fiber.run_native(Then::Push, groups::prepare_reraise(Cx::new(vm), original, list))
}

/// `raise`: what is being handled.
pub(super) fn raise_again(fiber: &Fiber, vm: &Rc<Vm>, frame: &Frame) -> VmResult<Step> {
    Err(match frame.handled.clone().or_else(|| fiber.handled_below(vm)) {
        Some(exc) => exc,
        None => vm.runtime_error("No active exception to reraise"),
    })
}

/// `raise a` and, with two parts, `raise a from b`.
pub(super) fn raise(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame, parts: u8) -> VmResult<Step> {
    let cause = if parts == 2 { pop(frame) } else { Value::Empty };
    let value = pop(frame);
    if let (Some(exc), true) = (Exc::from_value(&value), cause.is_empty_slot()) {
        fiber.set_context(vm, frame, &exc);
        return Err(exc);
    }
    fiber.run_native(Then::RaiseIt, raise::prepare(Cx::new(vm), value, cause))
}

/// Raises the exception on top as it is.
pub(super) fn reraise(frame: &mut Frame) -> VmResult<Step> {
    match Exc::from_value(&pop(frame)) {
        Some(exc) => Err(exc),
        None => Ok(Step::Next),
    }
}

/// Enters a `with` block: pushes the way out, and calls the way in.
pub(super) fn enter_with(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    kind: WithKind,
) -> VmResult<Step> {
    let manager = pop(frame);
    let (enter, exit) = vm.context_methods(&manager, kind)?;
    frame.slots.push(exit);
    fiber.call_now(vm, frame, Then::Push, &enter, &[])
}

/// Calls the way out of a `with` block with the exception.
pub(super) fn exit_with_exception(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let exc = below(frame, 0);
    let exit = below(frame, 2);
    let class = Value::Type(vm.type_of(&exc).clone());
    let traceback = Exc::from_value(&exc).map_or(Value::None, |exc| crate::types::traceback::of(vm, &exc));
    fiber.call_now(vm, frame, Then::Push, &exit, &[class, exc, traceback])
}
