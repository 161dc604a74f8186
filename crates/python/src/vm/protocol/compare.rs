//! `==`, `<` and the others, and `hash(x)`.

use crate::bytecode::CmpOp;
use crate::object::Value;
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// The comparison of built-in values; `None` where special methods have to be called.
pub fn try_compare(vm: &Rc<Vm>, _op: CmpOp, _a: &Value, _b: &Value) -> VmResult<Option<Value>> {
    Err(vm.type_error("unfinished"))
}

pub async fn compare(cx: &Cx, op: CmpOp, a: &Value, b: &Value) -> VmResult<Value> {
    try_compare(&cx.vm, op, a, b).map(Option::unwrap_or_default)
}

/// `a is b or a == b`.
pub async fn equal(cx: &Cx, a: &Value, b: &Value) -> VmResult<bool> {
    let _ = (cx, a, b);
    Ok(false)
}

/// TypeError: unhashable type.
pub fn try_hash(vm: &Rc<Vm>, _value: &Value) -> VmResult<Option<i64>> {
    Err(vm.type_error("unfinished"))
}

pub async fn hash(cx: &Cx, value: &Value) -> VmResult<i64> {
    try_hash(&cx.vm, value).map(Option::unwrap_or_default)
}
