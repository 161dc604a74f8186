//! `a + b` and the other binary operators.

use crate::bytecode::BinOp;
use crate::object::Value;
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// The result for built-in values; `None` where special methods have to be called. Raises what CPython raises
/// (TypeError: unsupported operand type(s) for +: 'int' and 'str', ZeroDivisionError, OverflowError, MemoryError).
pub fn try_binary(vm: &Rc<Vm>, _op: BinOp, _a: &Value, _b: &Value) -> VmResult<Option<Value>> {
    Err(vm.type_error("unfinished"))
}

/// The same for `a op= b`: lists, sets and dicts change in place.
pub fn try_inplace(vm: &Rc<Vm>, op: BinOp, a: &Value, b: &Value) -> VmResult<Option<Value>> {
    try_binary(vm, op, a, b)
}

pub async fn binary(cx: &Cx, op: BinOp, a: &Value, b: &Value) -> VmResult<Value> {
    try_binary(&cx.vm, op, a, b).map(Option::unwrap_or_default)
}

pub async fn inplace(cx: &Cx, op: BinOp, a: &Value, b: &Value) -> VmResult<Value> {
    try_inplace(&cx.vm, op, a, b).map(Option::unwrap_or_default)
}
