//! Attributes named in `__slots__`: descriptors that keep their values apart from the instance's `__dict__`.

use crate::object::function::{Getter, Slot, native_state};
use crate::object::{Str, Value};
use crate::vm::call::{NativeDef, plain};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const METHODS: &[NativeDef] = &[plain("__repr__", |_, args| {
    let slot = native_state::<Slot>(args.receiver().0);
    let name = slot.map(|slot| slot.name.to_string()).unwrap_or_default();
    Ok(Value::str(format!("<member '{name}'>")))
})];

pub const GETTERS: &[Getter] = &[Getter {
    name: "__name__",
    get: |_, v| Ok(native_state::<Slot>(v).map_or(Value::None, |slot| Value::Str(slot.name.clone()))),
    set: None,
}];

/// The slot's value. AttributeError if it has not been set.
pub fn get(vm: &Rc<Vm>, object: &Value, name: &Str) -> VmResult<Value> {
    let value = object
        .as_instance()
        .and_then(|instance| instance.slots().get_str(name));
    value.ok_or_else(|| vm.no_attribute(object, name))
}

/// Sets the slot, or empties it if there is no value.
pub fn set(vm: &Rc<Vm>, object: &Value, name: &Str, value: Option<Value>) -> VmResult<()> {
    let Some(instance) = object.as_instance() else {
        return Err(vm.no_attribute(object, name));
    };
    match value {
        Some(value) => instance.slots().set_str(name.clone(), value),
        None if instance.slots().remove_str(name).is_some() => {}
        None => return Err(vm.no_attribute(object, name)),
    }
    Ok(())
}
