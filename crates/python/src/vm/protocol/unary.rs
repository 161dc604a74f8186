//! `-x`, `+x` and `~x`.

use crate::bytecode::UnaryOp;
use crate::object::Value;
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// The result for built-in values; `None` where a special method has to be called.
pub fn try_unary(vm: &Rc<Vm>, _op: UnaryOp, _a: &Value) -> VmResult<Option<Value>> {
    Err(vm.type_error("unfinished"))
}

pub async fn unary(cx: &Cx, op: UnaryOp, a: &Value) -> VmResult<Value> {
    try_unary(&cx.vm, op, a).map(Option::unwrap_or_default)
}
