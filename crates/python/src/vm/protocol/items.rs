//! `x[i]`, `x[i] = v`, `del x[i]`, `v in x` and `len(x)`.

use crate::object::Value;
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// `None` where Python code has to run (also a dict key with its own `__hash__` or `__eq__`).
pub fn try_get_item(vm: &Rc<Vm>, _object: &Value, _index: &Value) -> VmResult<Option<Value>> {
    Err(vm.type_error("unfinished"))
}

/// `Ok(false)` where Python code has to run.
pub fn try_set_item(vm: &Rc<Vm>, _object: &Value, _index: &Value, _value: &Value) -> VmResult<bool> {
    Err(vm.type_error("unfinished"))
}

/// `Ok(false)` where Python code has to run.
pub fn try_del_item(vm: &Rc<Vm>, _object: &Value, _index: &Value) -> VmResult<bool> {
    Err(vm.type_error("unfinished"))
}

pub fn try_contains(vm: &Rc<Vm>, _container: &Value, _item: &Value) -> VmResult<Option<bool>> {
    Err(vm.type_error("unfinished"))
}

pub fn try_len(vm: &Rc<Vm>, _value: &Value) -> VmResult<Option<usize>> {
    Err(vm.type_error("unfinished"))
}

pub async fn get_item(cx: &Cx, object: &Value, index: &Value) -> VmResult<Value> {
    try_get_item(&cx.vm, object, index).map(Option::unwrap_or_default)
}

pub async fn set_item(cx: &Cx, object: &Value, index: &Value, value: Value) -> VmResult<()> {
    try_set_item(&cx.vm, object, index, &value).map(drop)
}

pub async fn del_item(cx: &Cx, object: &Value, index: &Value) -> VmResult<()> {
    try_del_item(&cx.vm, object, index).map(drop)
}

pub async fn contains(cx: &Cx, container: &Value, item: &Value) -> VmResult<bool> {
    try_contains(&cx.vm, container, item).map(Option::unwrap_or_default)
}

pub async fn len(cx: &Cx, value: &Value) -> VmResult<usize> {
    try_len(&cx.vm, value).map(Option::unwrap_or_default)
}
