//! Instructions for names, cells and the frame's own variables, as far as the loop leaves them to others.

use super::operands::{deref, pop};
use super::step::Step;
use crate::object::{CodeObject, Value, VarCell};
use crate::vm::cx::Cx;
use crate::vm::fiber::Fiber;
use crate::vm::frame::{Frame, Then};
use crate::vm::protocol::items;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub(super) fn delete_fast(vm: &Vm, frame: &mut Frame, code: &CodeObject, slot: u16) -> VmResult<Step> {
    let old = std::mem::take(&mut frame.slots[usize::from(slot)]);
    if old.is_empty_slot() {
        return Err(vm.unbound_local(code, usize::from(slot)));
    }
    drop(old);
    Ok(Step::Next)
}

pub(super) fn clear_fast(frame: &mut Frame, slot: u16) -> VmResult<Step> {
    drop(std::mem::take(&mut frame.slots[usize::from(slot)]));
    Ok(Step::Next)
}

pub(super) fn make_cell(frame: &mut Frame, slot: u16) -> VmResult<Step> {
    let slot = &mut frame.slots[usize::from(slot)];
    let value = std::mem::take(slot);
    *slot = Value::Cell(Rc::new(VarCell::new(value)));
    Ok(Step::Next)
}

pub(super) fn store_deref(frame: &mut Frame, slot: u16) -> VmResult<Step> {
    let value = pop(frame);
    if let Value::Cell(cell) = &frame.slots[usize::from(slot)] {
        cell.set(value);
    }
    Ok(Step::Next)
}

pub(super) fn delete_deref(vm: &Vm, frame: &mut Frame, code: &CodeObject, slot: u16) -> VmResult<Step> {
    if deref(frame, slot).is_empty_slot() {
        return Err(vm.unbound_cell(code, usize::from(slot)));
    }
    if let Value::Cell(cell) = &frame.slots[usize::from(slot)] {
        cell.set(Value::Empty);
    }
    Ok(Step::Next)
}

pub(super) fn load_closure(frame: &mut Frame, slot: u16) -> VmResult<Step> {
    let cell = frame.slots[usize::from(slot)].clone();
    Ok(Step::push(frame, cell))
}

pub(super) fn load_class_deref(
    vm: &Vm,
    frame: &mut Frame,
    code: &CodeObject,
    slot: u16,
    name: u16,
) -> VmResult<Step> {
    let own = frame
        .namespace
        .as_ref()
        .and_then(|n| n.get_str(&code.names[usize::from(name)]));
    let value = own.unwrap_or_else(|| deref(frame, slot));
    if value.is_empty_slot() {
        return Err(vm.unbound_cell(code, usize::from(slot)));
    }
    Ok(Step::push(frame, value))
}

pub(super) fn delete_global(vm: &Vm, frame: &mut Frame, code: &CodeObject, name: u32) -> VmResult<Step> {
    let name = &code.names[name as usize];
    match frame.globals.remove_str(name) {
        Some(_) => Ok(Step::Next),
        None => Err(vm.undefined_name(frame, name)),
    }
}

/// A name in a class body, or in code that `exec` runs in a namespace of its own.
pub(super) fn load_name(vm: &Vm, frame: &mut Frame, code: &CodeObject, name: u32) -> VmResult<Step> {
    let own = frame
        .namespace
        .as_ref()
        .and_then(|n| n.get_str(&code.names[name as usize]));
    let value = match own {
        Some(value) => value,
        None => vm.load_global(frame, code, name as usize)?,
    };
    Ok(Step::push(frame, value))
}

pub(super) fn store_name(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    code: &CodeObject,
    name: u32,
) -> VmResult<Step> {
    let value = pop(frame);
    let name = &code.names[name as usize];
    if let Some(object) = frame.namespace_object.clone() {
        let key = Value::Str(name.clone());
        let cx = Cx::new(vm);
        return fiber.run_native(Then::Ignore, async move {
            items::set_item(&cx, &object, &key, value)
                .await
                .map(|()| Value::None)
        });
    }
    let namespace = frame.namespace.as_ref().unwrap_or(&frame.globals);
    namespace.set_str(name.clone(), value);
    Ok(Step::Next)
}

pub(super) fn delete_name(vm: &Vm, frame: &mut Frame, code: &CodeObject, name: u32) -> VmResult<Step> {
    let name = &code.names[name as usize];
    let namespace = frame.namespace.as_ref().unwrap_or(&frame.globals);
    match namespace.remove_str(name) {
        Some(_) => Ok(Step::Next),
        None => Err(vm.undefined_name(frame, name)),
    }
}

pub(super) fn set_up_annotations(vm: &Vm, frame: &mut Frame) -> VmResult<Step> {
    let namespace = frame.namespace.as_ref().unwrap_or(&frame.globals);
    if !namespace.contains_str(&vm.names.annotations) {
        namespace.set_str(vm.names.annotations.clone(), Value::dict());
    }
    Ok(Step::Next)
}
