//! `await`, `yield from` and `yield`.

use super::operands::{below, pop};
use super::step::Step;
use crate::bytecode::AwaitKind;
use crate::object::generator::GeneratorState;
use crate::object::{CodeObject, Generator, GeneratorKind, Value};
use crate::vm::attr::Special;
use crate::vm::call::Sent;
use crate::vm::cx::{Cx, Request};
use crate::vm::fiber::{Completion, Fiber};
use crate::vm::frame::{Activation, Frame, NativeActivation, Then};
use crate::vm::generators::AwaitStep;
use crate::vm::{Vm, VmResult, finalize};
use std::rc::Rc;
use std::task::Poll;

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
    if vm.is_own_iterator(&value, kind)? {
        vm.await_entered(frame, code, pc);
        return Ok(Step::push(frame, value));
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
        let generator = generator.clone();
        if let Some(native) = take_native(&generator, &sent) {
            return poll_here(fiber, vm, frame, generator, native, sent);
        }
        fiber.resume(vm, generator, Sent::Value(sent));
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

/// The body of a coroutine written in Rust that can be resumed with this value.
fn take_native(generator: &Generator, sent: &Value) -> Option<NativeActivation> {
    let is_fit = match generator.state.get() {
        GeneratorState::Suspended => true,
        GeneratorState::Created => sent.is_none(),
        GeneratorState::Running | GeneratorState::Finished => false,
    };
    if !is_fit {
        return None;
    }
    let mut body = generator.frame.borrow_mut();
    match body.take() {
        Some(Activation::Native(native)) => Some(native),
        other => {
            *body = other;
            None
        }
    }
}

/// Resumes a coroutine written in Rust without giving it a place on the fiber's stack first: nearly all of them give
/// way or are over at once. Does what [`Fiber::resume`] and the fiber's own polling would.
fn poll_here(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    generator: Rc<Generator>,
    mut native: NativeActivation,
    sent: Value,
) -> VmResult<Step> {
    vm.clock.resume();
    if generator.state.replace(GeneratorState::Running) == GeneratorState::Suspended {
        vm.link.reply(Ok(sent));
    }
    let Poll::Ready(result) = native.poll() else {
        return match vm.link.take_request() {
            Some(Request::Yield(value)) => {
                generator.suspend(Activation::Native(native));
                suspend_with(vm, frame, Completion::Yield(value), "await outside a coroutine")
            }
            request => {
                native.generator = Some(generator);
                fiber.stack.push(Activation::Native(native));
                Ok(Step::Serve(request.map(Box::new)))
            }
        };
    };
    generator.state.set(GeneratorState::Finished);
    drop(native);
    let value = result.inspect_err(|exc| exc.leave_hidden(&[]))?;
    vm.reach(frame);
    if finalize::waiting() {
        // What it alone held goes before the frame does anything else.
        fiber.ready = Some(Completion::GeneratorReturn(value));
        return Ok(Step::Wait(Then::Delegate));
    }
    drop(pop(frame));
    frame.slots.push(value);
    vm.await_left(frame);
    Ok(Step::Next)
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
