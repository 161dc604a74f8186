//! `format(x, spec)` and f-string fields.

use crate::bytecode::Conversion;
use crate::object::{Str, Value};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// The text of an f-string field; `None` where Python code has to run. `spec` is empty if there is none.
pub fn try_field(
    vm: &Rc<Vm>,
    _value: &Value,
    _conversion: Conversion,
    _spec: &Value,
) -> VmResult<Option<Str>> {
    Err(vm.type_error("unfinished"))
}

pub async fn field(cx: Cx, value: Value, conversion: Conversion, spec: Value) -> VmResult<Value> {
    Ok(try_field(&cx.vm, &value, conversion, &spec)?.map_or(Value::None, Value::Str))
}

pub fn try_format(vm: &Rc<Vm>, _value: &Value, _spec: &str) -> VmResult<Option<Str>> {
    Err(vm.type_error("unfinished"))
}

pub async fn format(cx: &Cx, value: &Value, spec: &str) -> VmResult<Str> {
    Ok(try_format(&cx.vm, value, spec)?.unwrap_or("".into()))
}
