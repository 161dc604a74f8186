//! `await`, `yield from` and `yield`.

use super::operands::{below, pop};
use super::step::Step;
use crate::bytecode::AwaitKind;
use crate::object::{CodeObject, GeneratorKind, Value};
use crate::vm::attr::Special;
use crate::vm::call::Sent;
use crate::vm::cx::Cx;
use crate::vm::fiber::{Completion, Fiber};
use crate::vm::frame::{Frame, Then};
use crate::vm::generators::AwaitStep;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// Pushes the iterator that `await` resumes.
pub(super) fn get_awaitable(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    code: &CodeObject,
    pc: usize,
    kind: AwaitKind,
) -> VmResult<Step> {
    let value = pop(frame);
    if let Some(iterator) = vm.awaitable(&value, kind)? {
        vm.await_entered(frame, code, pc);
        return Ok(Step::push(frame, iterator));
    }
    let method = vm.special(&value, &vm.names.await_);
    vm.await_entered(frame, code, pc);
    if let Some(Special::Method(method)) = method {
        return fiber.call_now(vm, frame, Then::AwaitIterator, &method, &[value]);
    }
    let cx = Cx::new(vm);
    fiber.run_native(Then::AwaitIterator, async move {
        let name = cx.vm.names.await_.clone();
        Ok(cx.special(&value, &name, vec![]).await?.unwrap_or_default())
    })
}

/// Sends the value on top into the iterator below it.
pub(super) fn delegate(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let sent = pop(frame);
    if let Some(Value::Generator(generator)) = frame.slots.last() {
        fiber.resume(vm, generator.clone(), Sent::Value(sent));
        return Ok(Step::Wait(Then::Delegate));
    }
    let iterator = below(frame, 0);
    match vm.await_step(&iterator, sent)? {
        AwaitStep::Resume(generator, sent) => {
            fiber.resume(vm, generator, sent);
            Ok(Step::Wait(Then::Delegate))
        }
        AwaitStep::Yield(value) => {
            suspend_with(vm, frame, Completion::Yield(value), "await outside a coroutine")
        }
        AwaitStep::Result(value) => {
            drop(pop(frame));
            frame.slots.push(value);
            vm.await_left(frame);
            Ok(Step::Next)
        }
        AwaitStep::Call(callable, args) => fiber.call_now(vm, frame, Then::Delegate, &callable, &args),
    }
}

/// `yield value`.
pub(super) fn yield_value(vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let value = pop(frame);
    let completion = match &frame.generator {
        Some(generator) if generator.kind == GeneratorKind::AsyncGenerator => Completion::AsyncYield(value),
        _ => Completion::Yield(value),
    };
    suspend_with(vm, frame, completion, "yield outside a generator")
}

fn suspend_with(vm: &Rc<Vm>, frame: &Frame, completion: Completion, otherwise: &str) -> VmResult<Step> {
    match frame.generator {
        Some(_) => Ok(Step::Suspend(completion)),
        None => Err(vm.runtime_error(otherwise)),
    }
}
