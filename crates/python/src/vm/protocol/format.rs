//! `format(x, spec)`.

use crate::object::{Str, Value};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub fn try_format(vm: &Rc<Vm>, _value: &Value, _spec: &str) -> VmResult<Option<Str>> {
    Err(vm.type_error("unfinished"))
}

pub async fn format(cx: &Cx, value: &Value, spec: &str) -> VmResult<Str> {
    Ok(try_format(&cx.vm, value, spec)?.unwrap_or("".into()))
}
