//! Built-in functions.

pub mod attributes;
pub mod classes;
pub mod iteration;
pub mod numbers;
pub mod output;
pub mod scope;
pub mod text;
pub mod unavailable;

use crate::object::{Dict, NativeFunction, Value};
use crate::vm::Vm;
use crate::vm::call::NativeDef;
use std::rc::Rc;

/// Fills in the functions of the `builtins` module.
pub fn install(vm: &Rc<Vm>) {
    for table in [
        attributes::FUNCTIONS,
        classes::FUNCTIONS,
        iteration::FUNCTIONS,
        numbers::FUNCTIONS,
        output::FUNCTIONS,
        scope::FUNCTIONS,
        text::FUNCTIONS,
        unavailable::FUNCTIONS,
    ] {
        add(vm, table);
    }
}

fn add(vm: &Rc<Vm>, functions: &[NativeDef]) {
    for function in functions {
        let native = NativeFunction::new(function.name, "builtins", function.kind);
        vm.builtins
            .set_str(vm.intern(function.name), Value::Native(native));
    }
}

/// Fills the `builtins` module's own namespace, for those who import it.
pub fn fill(vm: &Rc<Vm>, dict: &Dict) {
    for (name, value) in vm.builtins.items() {
        dict.set_plain(name, value);
    }
}
