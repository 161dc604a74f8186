//! Unpacking, iterators and `async for`.

use super::operands::{below, pop};
use super::step::Step;
use crate::object::{Exc, GeneratorKind, Value};
use crate::vm::attr::Special;
use crate::vm::build;
use crate::vm::call::Sent;
use crate::vm::cx::Cx;
use crate::vm::fiber::Fiber;
use crate::vm::frame::{Frame, Then};
use crate::vm::generators::StepKind;
use crate::vm::protocol::iterate::{self, Step as Next};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// Pushes the items, so that the first is on top.
pub(super) fn unpack_sequence(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    count: u32,
) -> VmResult<Step> {
    let value = pop(frame);
    let count = count as usize;
    match &value {
        Value::Tuple(tuple) if tuple.len() == count => {
            frame.slots.extend(tuple.iter().rev().cloned());
            return Ok(Step::Next);
        }
        Value::List(list) if list.len() == count => {
            list.with(|items| frame.slots.extend(items.iter().rev().cloned()));
            return Ok(Step::Next);
        }
        _ => {}
    }
    match vm.try_unpack(&value, count)? {
        Some(items) => {
            frame.slots.extend(items.into_iter().rev());
            Ok(Step::Next)
        }
        // A tuple of exactly so many items takes the value's place.
        None => fiber.run_native(Then::Retry, build::unpack(Cx::new(vm), value, count)),
    }
}

/// The same with a starred target between `before` and `after` others.
pub(super) fn unpack_starred(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    before: u16,
    after: u16,
) -> VmResult<Step> {
    let value = pop(frame);
    match iterate::try_collect(vm, &value)? {
        Some(items) => {
            let parts = vm.split_items(items, before.into(), after.into())?;
            frame.slots.extend(parts.into_iter().rev());
            Ok(Step::Next)
        }
        None => {
            let cx = Cx::new(vm);
            fiber.run_native(
                Then::Retry,
                async move { cx.collect(&value).await.map(Value::list) },
            )
        }
    }
}

pub(super) fn get_iter(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let iterable = pop(frame);
    if let Some(iterator) = iterate::try_iter(vm, &iterable)? {
        return Ok(Step::push(frame, iterator));
    }
    let cx = Cx::new(vm);
    fiber.run_native(Then::Push, async move { cx.iter(&iterable).await })
}

/// The iterator that `yield from` delegates to.
pub(super) fn get_yield_from_iter(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    match frame.slots.last() {
        Some(Value::Generator(generator)) if generator.kind == GeneratorKind::Generator => Ok(Step::Next),
        Some(Value::Generator(generator)) if generator.kind == GeneratorKind::Coroutine => {
            let is_coroutine = frame
                .generator
                .as_ref()
                .is_some_and(|own| own.kind == GeneratorKind::Coroutine || own.awaitable.get());
            match is_coroutine {
                true => Ok(Step::Next),
                false => {
                    Err(vm.type_error("cannot 'yield from' a coroutine object in a non-coroutine generator"))
                }
            }
        }
        // A future is waited for as with `await`.
        Some(Value::Instance(instance)) if crate::aio::is_native_awaitable(instance) => Ok(Step::Next),
        _ => get_iter(fiber, vm, frame),
    }
}

/// Pushes the iterator's next item, or drops the iterator and jumps to `exit`.
pub(super) fn for_iter(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame, exit: u32) -> VmResult<Step> {
    let iterator = below(frame, 0);
    let exit = exit as usize;
    if let Value::Generator(generator) = &iterator
        && generator.kind != GeneratorKind::AsyncGenerator
    {
        fiber.resume(vm, generator.clone(), Sent::Value(Value::None));
        return Ok(Step::Wait(Then::ForIter(exit)));
    }
    match iterate::try_next(vm, &iterator)? {
        Next::Item(item) => Ok(Step::push(frame, item)),
        Next::Done => {
            drop(pop(frame));
            Ok(Step::Jump(exit))
        }
        Next::Ask => ask_for_next(fiber, vm, frame, iterator, exit),
    }
}

/// Calls the iterator's `__next__`.
fn ask_for_next(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    iterator: Value,
    exit: usize,
) -> VmResult<Step> {
    if let Value::Instance(instance) = &iterator
        && let Some(next @ Value::Function(_)) = vm.lookup(&instance.class, &vm.names.next)
    {
        return fiber.call_now(vm, frame, Then::ForIter(exit), &next, &[iterator]);
    }
    let cx = Cx::new(vm);
    fiber.run_native(Then::ForIter(exit), async move {
        match cx.next(&iterator).await? {
            Some(item) => Ok(item),
            None => Err(cx.vm.stop_iteration(Value::None)),
        }
    })
}

pub(super) fn get_async_iter(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let iterable = pop(frame);
    if let Value::Generator(generator) = &iterable
        && generator.kind == GeneratorKind::AsyncGenerator
    {
        return Ok(Step::push(frame, iterable));
    }
    fiber.run_native(Then::Push, build::async_iterator(Cx::new(vm), iterable))
}

/// Pushes the awaitable for the next item.
pub(super) fn get_async_next(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let iterator = below(frame, 0);
    if let Value::Generator(generator) = &iterator {
        let first = Some(Sent::Value(Value::None));
        let step = vm.async_step(generator, StepKind::Send, first)?;
        return Ok(Step::push(frame, step));
    }
    match vm.special(&iterator, &vm.names.anext) {
        Some(Special::Method(method)) => fiber.call_now(vm, frame, Then::Push, &method, &[iterator]),
        _ => Err(vm.type_error(format!(
            "'async for' requires an iterator with __anext__ method, got {}",
            vm.type_name(&iterator)
        ))),
    }
}

/// Ends an `async for` at StopAsyncIteration; any other exception goes on.
pub(super) fn end_async_for(vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let exc = pop(frame);
    drop(pop(frame));
    match Exc::from_value(&exc) {
        Some(exc) if !vm.is_exc(&exc, &vm.types.stop_async_iteration) => Err(exc),
        _ => Ok(Step::Next),
    }
}
