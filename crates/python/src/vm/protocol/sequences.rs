//! `+` and `*` of built-in sequences.

use crate::object::{Str, Value};
use crate::types::list;
use crate::vm::{Vm, VmResult};

/// `a + b` of two sequences of the same built-in type; `None` for everything else.
pub fn try_concat(vm: &Vm, a: &Value, b: &Value) -> VmResult<Option<Value>> {
    Ok(Some(match (a, b) {
        (Value::Str(a), Value::Str(b)) => Value::Str(concat_str(vm, a, b)?),
        (Value::List(a), Value::List(b)) => list::concat(vm, a, b)?,
        (Value::Tuple(a), Value::Tuple(b)) => crate::types::tuple::concat(vm, a, b)?,
        (Value::Bytes(a), Value::Bytes(b)) => {
            vm.allocate(a.data.len().saturating_add(b.data.len()))?;
            Value::bytes([&*a.data, &*b.data].concat())
        }
        _ => return Ok(None),
    }))
}

/// `sequence * times`; `None` if it is no built-in sequence. MemoryError if the result is too large.
pub fn try_repeat(vm: &Vm, sequence: &Value, times: i64) -> VmResult<Option<Value>> {
    Ok(Some(match sequence {
        Value::Str(text) => Value::Str(repeat_str(vm, text, times)?),
        Value::List(items) => Value::list(items.with(|items| list::repeat(vm, items, times))?),
        Value::Tuple(_) if times == 1 => sequence.clone(),
        Value::Tuple(items) => Value::tuple(list::repeat(vm, items, times)?),
        Value::Bytes(bytes) => {
            let times = repetitions(vm, bytes.data.len(), times)?;
            Value::bytes(bytes.data.repeat(times))
        }
        _ => return Ok(None),
    }))
}

/// `a + b` of strings.
pub fn concat_str(vm: &Vm, a: &Str, b: &Str) -> VmResult<Str> {
    if b.is_empty() {
        return Ok(a.clone());
    }
    if a.is_empty() {
        return Ok(b.clone());
    }
    vm.allocate(a.len().saturating_add(b.len()))?;
    let mut text = String::with_capacity(a.len() + b.len());
    text.push_str(a);
    text.push_str(b);
    Ok(Str::new(text))
}

/// How often a sequence of `length` bytes is really to be repeated. MemoryError if that is too much.
pub fn repetitions(vm: &Vm, length: usize, times: i64) -> VmResult<usize> {
    let times = if length == 0 {
        0
    } else {
        switchboard_pyfmt::count(times)
    };
    vm.allocate(length.saturating_mul(times))?;
    Ok(times)
}

fn repeat_str(vm: &Vm, text: &Str, times: i64) -> VmResult<Str> {
    if times == 1 {
        return Ok(text.clone());
    }
    let times = repetitions(vm, text.len(), times)?;
    Ok(Str::new(text.repeat(times)))
}
