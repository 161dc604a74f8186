//! Traceback objects: an exception's frames, one after the other.

use super::frame;
use crate::object::function::{Getter, native_state};
use crate::object::{Exc, Instance, Traceback, Value};
use crate::vm::source::Owner;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// `exc.__traceback__`.
pub fn of(vm: &Rc<Vm>, exc: &Exc) -> Value {
    make(vm, exc.traceback())
}

/// `exc.__traceback__ = value`.
pub fn set(vm: &Rc<Vm>, exc: &Exc, value: &Value) -> VmResult<()> {
    let traceback = match traceback(value) {
        Some(traceback) => Some(traceback.clone()),
        None if value.is_none() => None,
        None => return Err(vm.type_error("__traceback__ must be a traceback or None")),
    };
    exc.data().traceback.replace(traceback);
    Ok(())
}

/// The first of these frames that is the program's own.
fn make(vm: &Rc<Vm>, outermost: Option<Rc<Traceback>>) -> Value {
    let own = Traceback::frames(outermost.as_ref())
        .find(|traceback| traceback.frame.code.source.owner == Owner::Program);
    own.map_or(Value::None, |own| {
        let make = || Instance::with_native(&vm.types.traceback, own.clone());
        Value::Instance(own.object.get_or_make(make))
    })
}

pub const GETTERS: &[Getter] = &[
    Getter {
        name: "tb_lineno",
        get: |_, v| Ok(traceback(v).map_or(Value::None, |t| Value::Int(i64::from(t.line)))),
        set: None,
    },
    Getter {
        name: "tb_next",
        get: |vm, v| Ok(make(vm, traceback(v).and_then(|t| t.next.clone()))),
        set: None,
    },
    Getter {
        name: "tb_frame",
        get: |vm, v| Ok(traceback(v).map_or(Value::None, |t| frame::kept(vm, t.frame.clone()))),
        set: None,
    },
];

pub fn traceback(value: &Value) -> Option<&Rc<Traceback>> {
    native_state::<Rc<Traceback>>(value)
}
