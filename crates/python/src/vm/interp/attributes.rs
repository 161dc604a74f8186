//! Instructions for attributes and items, where the quick way does not do.

use super::operands::{pop, pop2, pop3};
use super::step::Step;
use crate::object::{Slice, Str, Value};
use crate::vm::attr::Found;
use crate::vm::cx::Cx;
use crate::vm::fiber::Fiber;
use crate::vm::frame::{Frame, Then};
use crate::vm::protocol::items;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// `object.name`, where the object has been taken off the stack.
pub(super) fn load(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    object: Value,
    name: &Str,
) -> VmResult<Step> {
    let found = vm.getattr(&object, name)?;
    drop(object);
    push_found(fiber, vm, frame, found)
}

/// `object.name` to be called, where the object has been taken off the stack and `name` is no plain method.
pub(super) fn load_callable(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    object: Value,
    name: &Str,
) -> VmResult<Step> {
    let found = vm.getattr(&object, name)?;
    drop(object);
    frame.slots.push(Value::Empty);
    push_found(fiber, vm, frame, found)
}

/// Pushes what looking an attribute up gives.
pub(super) fn push_found(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame, found: Found) -> VmResult<Step> {
    match found {
        Found::Value(value) => Ok(Step::push(frame, value)),
        Found::Call(callable, args) => fiber.call_now(vm, frame, Then::Push, &callable, &args),
        Found::Slow(future) => {
            fiber.start(future);
            Ok(Step::Wait(Then::Push))
        }
    }
}

/// `object.name = value`, or `del object.name` if there is no value.
pub(super) fn set(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    object: &Value,
    name: &Str,
    value: Option<Value>,
) -> VmResult<Step> {
    match vm.setattr(object, name, value)? {
        None => Ok(Step::Next),
        Some((callable, args)) => fiber.call_now(vm, frame, Then::Ignore, &callable, &args),
    }
}

pub(super) fn load_item(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    object: Value,
    index: Value,
) -> VmResult<Step> {
    if let Some(value) = items::try_get_item(vm, &object, &index)? {
        return Ok(Step::push(frame, value));
    }
    let cx = Cx::new(vm);
    fiber.run_native(
        Then::Push,
        async move { items::get_item(&cx, &object, &index).await },
    )
}

pub(super) fn store_item(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let [value, object, index] = pop3(frame);
    if items::try_set_item(vm, &object, &index, &value)? {
        return Ok(Step::Next);
    }
    set_item(fiber, vm, object, index, value)
}

/// `object[key] = value` where Python code has to run.
pub(super) fn set_item(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    object: Value,
    key: Value,
    value: Value,
) -> VmResult<Step> {
    let cx = Cx::new(vm);
    fiber.run_native(Then::Ignore, async move {
        items::set_item(&cx, &object, &key, value)
            .await
            .map(|()| Value::None)
    })
}

pub(super) fn delete_item(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let [object, index] = pop2(frame);
    if items::try_del_item(vm, &object, &index)? {
        return Ok(Step::Next);
    }
    let cx = Cx::new(vm);
    fiber.run_native(Then::Ignore, async move {
        items::del_item(&cx, &object, &index).await.map(|()| Value::None)
    })
}

pub(super) fn build_slice(frame: &mut Frame, parts: u8) -> VmResult<Step> {
    let step = if parts == 3 { pop(frame) } else { Value::None };
    let [start, stop] = pop2(frame);
    Ok(Step::push(
        frame,
        Value::Slice(Rc::new(Slice::new(start, stop, step))),
    ))
}

/// `item in container`, or the opposite.
pub(super) fn contains(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame, wanted: bool) -> VmResult<Step> {
    let [item, container] = pop2(frame);
    if let Some(found) = items::try_contains(vm, &container, &item)? {
        return Ok(Step::push(frame, Value::Bool(found == wanted)));
    }
    let cx = Cx::new(vm);
    fiber.run_native(Then::Push, async move {
        let found = items::contains(&cx, &container, &item).await?;
        Ok(Value::Bool(found == wanted))
    })
}

/// The length of a pattern's subject, which stays on the stack.
pub(super) fn length(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame, subject: Value) -> VmResult<Step> {
    if let Some(length) = items::try_len(vm, &subject)? {
        return Ok(Step::push(frame, Value::Int(length)));
    }
    let cx = Cx::new(vm);
    fiber.run_native(Then::Push, async move { cx.len(&subject).await.map(Value::Int) })
}
