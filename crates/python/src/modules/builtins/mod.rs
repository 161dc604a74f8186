//! Built-in functions.

pub mod attributes;
pub mod classes;
pub mod iteration;
pub mod numbers;
pub mod output;
pub mod text;
pub mod unavailable;

use crate::object::{NativeFunction, Value};
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
