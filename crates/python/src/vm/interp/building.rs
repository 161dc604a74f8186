//! Instructions that build containers and strings.

use super::attributes;
use super::operands::{at_depth, is_star_argument, pop, pop2, take};
use super::step::Step;
use crate::bytecode::{Conversion, Op};
use crate::object::{CodeObject, Value};
use crate::vm::build;
use crate::vm::cx::Cx;
use crate::vm::fiber::Fiber;
use crate::vm::frame::{Frame, Then};
use crate::vm::protocol::{format, items, iterate, keys};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub(super) fn set(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame, count: u32) -> VmResult<Step> {
    let items = take(frame, count as usize);
    match vm.try_build_set(&items)? {
        Some(set) => Ok(Step::push(frame, set)),
        None => fiber.run_native(Then::Push, build::set(Cx::new(vm), items)),
    }
}

pub(super) fn map(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame, count: u32) -> VmResult<Step> {
    let items = take(frame, 2 * count as usize);
    match vm.try_build_dict(&items)? {
        Some(dict) => Ok(Step::push(frame, dict)),
        None => fiber.run_native(Then::Push, build::dict(Cx::new(vm), items)),
    }
}

/// Joins the parts of an f-string.
pub(super) fn string(vm: &Rc<Vm>, frame: &mut Frame, count: u32) -> VmResult<Step> {
    let parts = take(frame, count as usize);
    let texts = || parts.iter().filter_map(Value::as_str);
    let length = texts().map(|text| text.len()).sum();
    vm.allocate(length)?;
    let mut joined = String::with_capacity(length);
    texts().for_each(|text| joined.push_str(text));
    Ok(Step::push(frame, Value::str(joined)))
}

pub(super) fn format_value(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    conversion: Conversion,
    has_spec: bool,
) -> VmResult<Step> {
    let spec = if has_spec { pop(frame) } else { Value::Empty };
    let value = pop(frame);
    match format::try_field(vm, &value, conversion, &spec)? {
        Some(text) => Ok(Step::push(frame, Value::Str(text))),
        None => fiber.run_native(Then::Push, format::field(Cx::new(vm), value, conversion, spec)),
    }
}

pub(super) fn set_add(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame, depth: u16) -> VmResult<Step> {
    let item = pop(frame);
    let value = at_depth(frame, depth).clone();
    if let Some(set) = value.as_set()
        && keys::try_add(vm, set, &item)?
    {
        return Ok(Step::Next);
    }
    fiber.run_native(Then::Ignore, build::add(Cx::new(vm), value, item))
}

pub(super) fn map_add(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame, depth: u16) -> VmResult<Step> {
    let [key, value] = pop2(frame);
    let dict = at_depth(frame, depth).clone();
    if items::try_set_item(vm, &dict, &key, &value)? {
        return Ok(Step::Next);
    }
    attributes::set_item(fiber, vm, dict, key, value)
}

pub(super) fn list_extend(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    rest: &[Op],
    depth: u16,
) -> VmResult<Step> {
    let iterable = pop(frame);
    let list = at_depth(frame, depth).clone();
    // Where it is a call's only positional argument, the message names the callable, which lies below the list.
    let is_first = matches!(&list, Value::List(list) if list.is_empty());
    let callable = match is_first && is_star_argument(rest) {
        true => at_depth(frame, depth + 1).clone(),
        false => Value::Empty,
    };
    match iterate::try_collect(vm, &iterable) {
        Ok(Some(items)) => {
            if let Value::List(list) = &list {
                list.with_mut(|all| all.extend(items));
            }
            Ok(Step::Next)
        }
        Ok(None) => fiber.run_native(Then::Ignore, build::extend(Cx::new(vm), list, iterable, callable)),
        Err(exc) => Err(vm.not_iterable_after_star(&iterable, &callable, exc)),
    }
}

pub(super) fn set_update(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame, depth: u16) -> VmResult<Step> {
    let iterable = pop(frame);
    let set = at_depth(frame, depth).clone();
    fiber.run_native(Then::Ignore, build::update_set(Cx::new(vm), set, iterable))
}

pub(super) fn dict_update(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame, depth: u16) -> VmResult<Step> {
    let mapping = pop(frame);
    let dict = at_depth(frame, depth).clone();
    fiber.run_native(Then::Ignore, build::update_dict(Cx::new(vm), dict, mapping))
}

pub(super) fn dict_merge(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame, depth: u16) -> VmResult<Step> {
    let mapping = pop(frame);
    let dict = at_depth(frame, depth).clone();
    let callable = at_depth(frame, depth + 2).clone();
    if let (Value::Dict(into), Value::Dict(from)) = (&dict, &mapping) {
        vm.merge_keywords(&callable, into, from)?;
        return Ok(Step::Next);
    }
    fiber.run_native(Then::Ignore, build::merge(Cx::new(vm), callable, dict, mapping))
}

pub(super) fn list_to_tuple(frame: &mut Frame) -> VmResult<Step> {
    let list = pop(frame);
    let items = list.as_list().map(|list| list.to_vec()).unwrap_or_default();
    Ok(Step::push(frame, Value::tuple(items)))
}

pub(super) fn function(
    vm: &Rc<Vm>,
    frame: &mut Frame,
    code: &CodeObject,
    index: u32,
    parts: crate::bytecode::FunctionParts,
) -> VmResult<Step> {
    let function = vm.make_function(frame, code, index as usize, parts);
    Ok(Step::push(frame, function))
}
