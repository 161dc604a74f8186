//! Calls, as far as the loop leaves them to others.

use super::operands::{pop, pop2, pop3};
use super::step::Step;
use crate::object::{Function, Str, Value, work};
use crate::vm::dispatch::Made;
use crate::vm::fiber::Fiber;
use crate::vm::frame::{Frame, Then};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

impl Fiber {
    /// A frame for the call of a function that has positional parameters only (see `CodeObject::is_simple`) with the
    /// arguments that lie on the caller's stack from `base` on, which it takes off the stack. `None`, and nothing has happened, where there are too many or too few of them.
    pub(super) fn plain_callee(
        &mut self,
        vm: &Vm,
        function: &Function,
        caller: &mut Frame,
        base: usize,
    ) -> Option<Box<Frame>> {
        let code = &function.code;
        let missing = code.arg_count().checked_sub(caller.slots.len() - base)?;
        let defaults = function.defaults.borrow();
        let defaults = defaults.get(defaults.len().checked_sub(missing)?..)?;
        let mut callee = self.frame(code, &function.globals);
        callee.slots.extend(caller.slots.drain(base..));
        callee.slots.extend_from_slice(defaults);
        vm.finish_slots(function, &mut callee.slots);
        Some(callee)
    }
}

/// Calls what lies below `count` arguments.
pub(super) fn call(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame, count: u16) -> VmResult<Step> {
    let base = frame.slots.len().saturating_sub(usize::from(count));
    let Some(callable) = base.checked_sub(1).and_then(|at| frame.slots.get(at)) else {
        return Err(vm.runtime_error("the operand stack is empty"));
    };
    match callable {
        Value::Type(class) if count == 0 && Rc::ptr_eq(class, &vm.types.super_) => {
            let args = vm.implicit_super_arguments(frame)?;
            let class = pop(frame);
            fiber.call_now(vm, frame, Then::Push, &class, &args)
        }
        Value::Type(class) => match vm.make(class, &frame.slots[base..], &[])? {
            Made::Value(value) => {
                frame.slots.truncate(base - 1);
                Ok(Step::push(frame, value))
            }
            Made::Init(object, init) => {
                let mut args = Vec::with_capacity(usize::from(count) + 1);
                args.push(object.clone());
                args.extend(frame.slots.drain(base..));
                drop(pop(frame));
                fiber.call_now(vm, frame, Then::Init(object), &init, &args)
            }
            Made::Slow => call_at(fiber, vm, frame, base - 1, base - 1, &[]),
        },
        _ => call_at(fiber, vm, frame, base - 1, base - 1, &[]),
    }
}

/// Calls what `LoadMethod` has left below `count` arguments.
pub(super) fn call_method(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame, count: u16) -> VmResult<Step> {
    let base = frame.slots.len().saturating_sub(usize::from(count) + 1);
    call_method_at(fiber, vm, frame, base, &[])
}

/// A call with keyword arguments, which are the last.
pub(super) fn call_keywords(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    count: u16,
    names: &[Str],
) -> VmResult<Step> {
    let base = frame.slots.len().saturating_sub(usize::from(count));
    match base.checked_sub(1) {
        None => Err(vm.runtime_error("the operand stack is empty")),
        Some(callable) => call_at(fiber, vm, frame, callable, callable, names),
    }
}

/// The same after `LoadMethod`.
pub(super) fn call_method_keywords(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    count: u16,
    names: &[Str],
) -> VmResult<Step> {
    let base = frame.slots.len().saturating_sub(usize::from(count) + 1);
    call_method_at(fiber, vm, frame, base, names)
}

/// Calls the function below the slot `base` with what lies from there on, or, if that place is empty, what lies in
/// `base` itself.
fn call_method_at(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    base: usize,
    names: &[Str],
) -> VmResult<Step> {
    match base.checked_sub(1).and_then(|at| frame.slots.get(at)) {
        None => Err(vm.runtime_error("the operand stack is empty")),
        Some(Value::Empty) => call_at(fiber, vm, frame, base, base - 1, names),
        Some(_) => call_at(fiber, vm, frame, base - 1, base - 1, names),
    }
}

/// Calls the value in the slot `callable` with the arguments above it, and takes all from the slot `floor` on off.
fn call_at(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    callable: usize,
    floor: usize,
    names: &[Str],
) -> VmResult<Step> {
    let started = fiber.start_call(vm, &frame.slots[callable], &frame.slots[callable + 1..], names);
    frame.slots.truncate(floor);
    Ok(fiber.begun(frame, Then::Push, started?))
}

/// `f(*args)`.
pub(super) fn call_unpacked(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let [callable, args] = pop2(frame);
    let args = args.as_tuple().map(|t| t.to_vec()).unwrap_or_default();
    // They are copied here, and once more by most of those who take as many as they are given.
    work::note(args.len());
    fiber.call_now(vm, frame, Then::Push, &callable, &args)
}

/// `f(*args, **keywords)`.
pub(super) fn call_unpacked_keywords(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let [callable, args, keywords] = pop3(frame);
    let mut args = args.as_tuple().map(|t| t.to_vec()).unwrap_or_default();
    let mut names = Vec::new();
    for (name, value) in keywords.as_dict().map(|d| d.items()).unwrap_or_default() {
        names.extend(name.as_str().cloned());
        args.push(value);
    }
    let started = fiber.start_call(vm, &callable, &args, &names)?;
    Ok(fiber.begun(frame, Then::Push, started))
}
