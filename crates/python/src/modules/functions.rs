//! Filling the namespaces of native modules.

use crate::object::{Dict, NativeFunction, Value};
use crate::vm::Vm;
use crate::vm::call::NativeDef;
use std::rc::Rc;

/// Adds functions to a module's namespace.
pub fn add(vm: &Rc<Vm>, dict: &Dict, module: &'static str, functions: &[NativeDef]) {
    for function in functions {
        let native = NativeFunction::new(function.name, module, function.kind);
        dict.set_str(vm.intern(function.name), Value::Native(native));
    }
}

/// Adds values to a module's namespace.
pub fn set<const N: usize>(vm: &Rc<Vm>, dict: &Dict, values: [(&str, Value); N]) {
    for (name, value) in values {
        dict.set_str(vm.intern(name), value);
    }
}
