//! `-x`, `+x` and `~x`.

use super::arithmetic::{self, Number};
use super::special::{Slot, slot};
use crate::bytecode::UnaryOp;
use crate::object::{Exc, Str, Value};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// The result for built-in values; `None` where a special method has to be called.
pub fn try_unary(vm: &Rc<Vm>, op: UnaryOp, a: &Value) -> VmResult<Option<Value>> {
    let is_builtin = match a {
        Value::Instance(_) => matches!(slot(vm, a, method(vm, op)), Slot::Builtin),
        Value::Type(_) => false,
        _ => true,
    };
    if !is_builtin {
        return Ok(None);
    }
    match Number::of(a).and_then(|number| arithmetic::unary(op, number)) {
        Some(value) => Ok(Some(value)),
        None => Err(bad_operand(vm, op, a)),
    }
}

pub async fn unary(cx: &Cx, op: UnaryOp, a: &Value) -> VmResult<Value> {
    if let Some(value) = try_unary(&cx.vm, op, a)? {
        return Ok(value);
    }
    match cx.special(a, method(&cx.vm, op), vec![]).await? {
        Some(value) => Ok(value),
        None => Err(bad_operand(&cx.vm, op, a)),
    }
}

fn method(vm: &Vm, op: UnaryOp) -> &Str {
    match op {
        UnaryOp::Neg => &vm.names.neg,
        UnaryOp::Pos => &vm.names.pos,
        UnaryOp::Invert => &vm.names.invert,
    }
}

fn bad_operand(vm: &Vm, op: UnaryOp, a: &Value) -> Exc {
    let symbol = match op {
        UnaryOp::Neg => "-",
        UnaryOp::Pos => "+",
        UnaryOp::Invert => "~",
    };
    vm.type_error(format!(
        "bad operand type for unary {symbol}: '{}'",
        vm.type_name(a)
    ))
}
