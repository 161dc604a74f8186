//! `repr(x)`, `str(x)` and `format(x, spec)`.

use crate::object::{Str, Value};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// `repr` of built-in values (containers of them included); `None` where `__repr__` has to be called.
pub fn try_repr(vm: &Rc<Vm>, _value: &Value) -> VmResult<Option<Str>> {
    Err(vm.type_error("unfinished"))
}

pub fn try_str(vm: &Rc<Vm>, _value: &Value) -> VmResult<Option<Str>> {
    Err(vm.type_error("unfinished"))
}

pub fn try_format(vm: &Rc<Vm>, _value: &Value, _spec: &str) -> VmResult<Option<Str>> {
    Err(vm.type_error("unfinished"))
}

pub async fn repr(cx: &Cx, value: &Value) -> VmResult<Str> {
    Ok(try_repr(&cx.vm, value)?.unwrap_or("".into()))
}

pub async fn str(cx: &Cx, value: &Value) -> VmResult<Str> {
    Ok(try_str(&cx.vm, value)?.unwrap_or("".into()))
}

pub async fn format(cx: &Cx, value: &Value, spec: &str) -> VmResult<Str> {
    Ok(try_format(&cx.vm, value, spec)?.unwrap_or("".into()))
}
