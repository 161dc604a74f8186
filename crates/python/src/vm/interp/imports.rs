//! Imports and pattern matching.

use super::attributes;
use super::operands::{below, pop, pop3};
use super::step::Step;
use crate::object::{CodeObject, Value};
use crate::vm::attr::Found;
use crate::vm::cx::Cx;
use crate::vm::fiber::Fiber;
use crate::vm::frame::{Frame, Then};
use crate::vm::{Vm, VmResult, import, patterns};
use std::rc::Rc;

pub(super) fn import_name(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &Frame,
    code: &CodeObject,
    (name, from_list, level): (u16, u32, u8),
) -> VmResult<Step> {
    let name = code.names[usize::from(name)].clone();
    let from_list = code.consts.get(from_list as usize).cloned();
    let from_list = from_list.unwrap_or(Value::None);
    let globals = frame.globals.clone();
    let importing = import::import(Cx::new(vm), name, from_list, level, globals);
    fiber.run_native(Then::Push, importing)
}

pub(super) fn import_from(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    code: &CodeObject,
    name: u32,
) -> VmResult<Step> {
    let module = below(frame, 0);
    let name = &code.names[name as usize];
    match vm.import_from(&module, name)? {
        Found::Call(hook, args) => {
            let (cx, name) = (Cx::new(vm), name.clone());
            fiber.run_native(Then::Push, async move {
                // A module whose `__getattr__` doesn't know the name doesn't have it.
                cx.call(&hook, args).await.map_err(|exc| {
                    match cx.is_exc(&exc, &cx.vm.types.attribute_error) {
                        true => cx.vm.cannot_import(&module, &name),
                        false => exc,
                    }
                })
            })
        }
        found => attributes::push_found(fiber, vm, frame, found),
    }
}

pub(super) fn import_star(vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let module = pop(frame);
    let into = frame.namespace.clone().unwrap_or_else(|| frame.globals.clone());
    vm.import_star(&module, &into);
    Ok(Step::Next)
}

pub(super) fn match_keys(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let (keys, subject) = (below(frame, 0), below(frame, 1));
    fiber.run_native(Then::Push, patterns::match_keys(Cx::new(vm), subject, keys))
}

pub(super) fn match_rest(fiber: &mut Fiber, vm: &Rc<Vm>, frame: &mut Frame) -> VmResult<Step> {
    let keys = pop(frame);
    let subject = below(frame, 0);
    fiber.run_native(Then::Push, patterns::match_rest(Cx::new(vm), subject, keys))
}

pub(super) fn match_class(
    fiber: &mut Fiber,
    vm: &Rc<Vm>,
    frame: &mut Frame,
    positional: u16,
) -> VmResult<Step> {
    let [subject, class, names] = pop3(frame);
    let matching = patterns::match_class(Cx::new(vm), subject, class, names, positional);
    fiber.run_native(Then::Push, matching)
}
