//! `math`.

mod floats;
mod gamma;
mod integers;
mod sums;

use super::functions;
use crate::object::{Dict, Value};
use crate::vm::Vm;
use std::rc::Rc;

pub fn fill(vm: &Rc<Vm>, dict: &Dict) {
    for table in [
        floats::ELEMENTARY,
        floats::PARTS,
        gamma::FUNCTIONS,
        integers::FUNCTIONS,
        sums::FUNCTIONS,
    ] {
        functions::add(vm, dict, "math", table);
    }
    functions::set(
        vm,
        dict,
        [
            ("pi", Value::Float(std::f64::consts::PI)),
            ("e", Value::Float(std::f64::consts::E)),
            ("tau", Value::Float(std::f64::consts::TAU)),
            ("inf", Value::Float(f64::INFINITY)),
            ("nan", Value::Float(f64::NAN)),
        ],
    );
}
