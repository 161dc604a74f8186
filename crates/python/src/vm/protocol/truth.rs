//! `bool(x)`.

use crate::object::{NativeKind, Value};
use crate::vm::call::Args;
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// The truth of a built-in value; `None` where `__bool__` or `__len__` has to be called.
#[inline]
pub fn try_truth(vm: &Rc<Vm>, value: &Value) -> Option<bool> {
    Some(match value {
        Value::Bool(b) => *b,
        Value::None => false,
        Value::Int(i) => *i != 0,
        Value::Float(f) => *f != 0.0,
        Value::Str(s) => !s.is_empty(),
        Value::List(l) => !l.is_empty(),
        Value::Tuple(t) => !t.is_empty(),
        Value::Dict(d) => !d.is_empty(),
        Value::Set(s) | Value::FrozenSet(s) => !s.is_empty(),
        Value::Bytes(b) => !b.data.is_empty(),
        Value::Range(r) => !r.is_empty(),
        Value::Complex(c) => c.0 != 0.0 || c.1 != 0.0,
        Value::Instance(_) => return truth_of_instance(vm, value),
        Value::Type(class) if class.metaclass.is_some() => return truth_of_instance(vm, value),
        _ => true,
    })
}

fn truth_of_instance(vm: &Rc<Vm>, value: &Value) -> Option<bool> {
    if vm.special(value, &vm.names.bool).is_some() {
        return None;
    }
    match vm.lookup(vm.type_of(value), &vm.names.len) {
        None => Some(true),
        // The length of a deque and its like needs no Python code.
        Some(Value::Native(native)) => match native.kind {
            NativeKind::Plain(function) => {
                let length = function(vm, Args::positional_only(std::slice::from_ref(value)));
                length.ok()?.as_i64().map(|length| length != 0)
            }
            NativeKind::Flow(_) => None,
        },
        Some(_) => None,
    }
}

/// `bool(x)`.
pub async fn truth(cx: &Cx, value: &Value) -> VmResult<bool> {
    if let Some(truth) = try_truth(&cx.vm, value) {
        return Ok(truth);
    }
    if let Some(answer) = cx.special(value, &cx.vm.names.bool, vec![]).await? {
        return match answer {
            Value::Bool(b) => Ok(b),
            other => Err(cx.vm.type_error(format!(
                "__bool__ should return bool, returned {}",
                cx.vm.type_name(&other)
            ))),
        };
    }
    Ok(super::items::len(cx, value).await? != 0)
}
