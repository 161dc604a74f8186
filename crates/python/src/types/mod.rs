//! The methods of built-in types.
//!
//! Each file has the table of one type's methods (`METHODS`, `__new__` included, which is called with the class
//! first) and attributes that are computed (`GETTERS`).

use crate::object::function::Getter;
use crate::object::{Instance, NativeFunction, Type, Value};
use crate::vm::Vm;
use crate::vm::call::NativeDef;
use std::rc::Rc;

/// Fills in the built-in types of a new machine.
pub fn install(_vm: &Rc<Vm>) {}

/// Adds methods and computed attributes to a native type.
pub fn add_methods(vm: &Vm, class: &Rc<Type>, methods: &[NativeDef], getters: &[Getter]) {
    for method in methods {
        let function = NativeFunction::new(method.name, "builtins", method.kind);
        function.owner.replace(Some(Rc::downgrade(class)));
        class
            .dict
            .set_str(vm.intern(method.name), Value::Native(function));
    }
    for getter in getters {
        let state = Getter {
            name: getter.name,
            get: getter.get,
            set: getter.set,
        };
        let descriptor = Instance::with_native(&vm.types.getset_descriptor, state);
        class
            .dict
            .set_str(vm.intern(getter.name), Value::Instance(descriptor));
    }
    class.changed();
}
