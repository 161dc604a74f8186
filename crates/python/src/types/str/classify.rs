//! What kind of characters a string has, and changing their case.

use super::alone;
use crate::object::Value;
use crate::vm::call::{Args, NativeDef, plain};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::{str_case, unicode_class};

pub const METHODS: &[NativeDef] = &[
    plain("isalpha", |vm, args| {
        is(vm, args, "isalpha", unicode_class::str_isalpha)
    }),
    plain("isdecimal", |vm, args| {
        is(vm, args, "isdecimal", unicode_class::str_isdecimal)
    }),
    plain("isdigit", |vm, args| {
        is(vm, args, "isdigit", unicode_class::str_isdigit)
    }),
    plain("isnumeric", |vm, args| {
        is(vm, args, "isnumeric", unicode_class::str_isnumeric)
    }),
    plain("isalnum", |vm, args| {
        is(vm, args, "isalnum", unicode_class::str_isalnum)
    }),
    plain("isspace", |vm, args| {
        is(vm, args, "isspace", unicode_class::str_isspace)
    }),
    plain("isprintable", |vm, args| {
        is(vm, args, "isprintable", unicode_class::str_isprintable)
    }),
    plain("isascii", |vm, args| {
        is(vm, args, "isascii", unicode_class::str_isascii)
    }),
    plain("isupper", |vm, args| {
        is(vm, args, "isupper", unicode_class::str_isupper)
    }),
    plain("islower", |vm, args| {
        is(vm, args, "islower", unicode_class::str_islower)
    }),
    plain("istitle", |vm, args| {
        is(vm, args, "istitle", unicode_class::str_istitle)
    }),
    plain("isidentifier", |vm, args| {
        is(vm, args, "isidentifier", unicode_class::str_isidentifier)
    }),
    plain("upper", |vm, args| change(vm, args, "upper", str_case::upper)),
    plain("lower", |vm, args| change(vm, args, "lower", str_case::lower)),
    plain("title", |vm, args| change(vm, args, "title", str_case::title)),
    plain("capitalize", |vm, args| {
        change(vm, args, "capitalize", str_case::capitalize)
    }),
    plain("swapcase", |vm, args| {
        change(vm, args, "swapcase", str_case::swapcase)
    }),
    plain("casefold", |vm, args| {
        change(vm, args, "casefold", str_case::casefold)
    }),
];

fn is(vm: &Rc<Vm>, args: Args<'_>, method: &str, test: fn(&str) -> bool) -> VmResult<Value> {
    let text = alone(vm, args, method)?;
    vm.charge(text.len() / 8)?;
    vm.strain(text.len() / 8)?;
    Ok(Value::Bool(test(text)))
}

fn change(vm: &Rc<Vm>, args: Args<'_>, method: &str, convert: fn(&str) -> String) -> VmResult<Value> {
    let text = alone(vm, args, method)?;
    vm.reserve(text.len())?;
    vm.charge(text.len() / 2)?;
    Ok(Value::str(convert(text)))
}
