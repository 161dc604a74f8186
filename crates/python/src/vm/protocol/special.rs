//! Which special method an object has: its class's own, or the built-in behaviour.

use crate::object::{Exc, NativeFunction, NativeKind, Str, Value};
use crate::vm::call::Args;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// What stands behind a special method of an object.
#[derive(Clone, Copy)]
pub enum Slot {
    /// The behaviour of the built-in value that the object is or extends.
    Builtin,
    /// A native function that computes at once.
    Plain(fn(&Rc<Vm>, Args<'_>) -> VmResult<Value>),
    /// Something that the machine has to call.
    Call,
    /// The class sets the method to None: it refuses the operation.
    Refused,
    Missing,
}

/// The special method `name` of an object.
pub fn slot(vm: &Vm, object: &Value, name: &Str) -> Slot {
    let extends_builtin = !matches!(object.base(), Value::Instance(_));
    match vm.lookup(vm.type_of(object), name) {
        None if extends_builtin => Slot::Builtin,
        None => Slot::Missing,
        Some(Value::None) => Slot::Refused,
        Some(Value::Native(native)) => match native.kind {
            // `__len__ = list.__len__` and the like: the native method is the built-in behaviour.
            _ if extends_builtin && native.name == name.as_str() && is_of(vm, &native, object.base()) => {
                Slot::Builtin
            }
            NativeKind::Plain(function) => Slot::Plain(function),
            NativeKind::Flow(_) => Slot::Call,
        },
        Some(_) => Slot::Call,
    }
}

/// Whether a native method belongs to a built-in value's own class (and not to a native class that extends it).
fn is_of(vm: &Vm, native: &NativeFunction, base: &Value) -> bool {
    native
        .owner()
        .is_none_or(|owner| vm.type_of(base).is_subclass_of(&owner))
}

/// Runs a native special method at once if that is all it takes. `None` where the machine has to call it.
pub fn try_special(vm: &Rc<Vm>, object: &Value, name: &Str, args: &[Value]) -> VmResult<Option<Value>> {
    match slot(vm, object, name) {
        Slot::Plain(function) => {
            let mut values = Vec::with_capacity(args.len() + 1);
            values.push(object.clone());
            values.extend_from_slice(args);
            function(vm, Args::positional_only(&values)).map(Some)
        }
        _ => Ok(None),
    }
}

/// Keeps the result unless an exception of this class was raised.
pub fn unless_raised<T>(
    vm: &Vm,
    result: VmResult<T>,
    class: &Rc<crate::object::Type>,
) -> VmResult<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(exc) if vm.is_exc(&exc, class) => Ok(None),
        Err(exc) => Err(exc),
    }
}

/// Whether an answer of a special method is NotImplemented.
pub fn is_refusal(answer: &Value) -> bool {
    matches!(answer, Value::NotImplemented)
}

/// The value of a StopIteration, `None` for other exceptions.
pub fn stop_value(vm: &Vm, exc: &Exc) -> Option<Value> {
    vm.is_exc(exc, &vm.types.stop_iteration)
        .then(|| exc.arg(0).unwrap_or(Value::None))
}
