//! `len(x)`.

use crate::object::iter::DictView;
use crate::object::{Exc, Value};
use crate::vm::cx::Cx;
use crate::vm::protocol::index::{self, try_index};
use crate::vm::protocol::special::{Slot, slot, try_special};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// Lengths have the 64 bits of CPython's on any machine: a range, or what `__len__` says, may be longer than memory.
#[inline]
pub fn try_len(vm: &Rc<Vm>, value: &Value) -> VmResult<Option<i64>> {
    if let Some(length) = builtin_len(vm, value)? {
        return Ok(Some(length));
    }
    match value {
        Value::Instance(instance) => {
            if let Some(view) = instance.native::<DictView>() {
                return Ok(Some(view.dict.len() as i64));
            }
            match slot(vm, value, &vm.names.len) {
                Slot::Builtin => match builtin_len(vm, value.base())? {
                    Some(length) => Ok(Some(length)),
                    None => Err(no_len(vm, value)),
                },
                Slot::Plain(_) => match try_special(vm, value, &vm.names.len, &[])? {
                    Some(length) => length_from(vm, &length).map(Some),
                    None => Ok(None),
                },
                Slot::Call => Ok(None),
                Slot::Refused | Slot::Missing => Err(no_len(vm, value)),
            }
        }
        Value::Type(class) if class.metaclass.is_some() => Ok(None),
        _ => Err(no_len(vm, value)),
    }
}

pub async fn len(cx: &Cx, value: &Value) -> VmResult<i64> {
    let vm = &cx.vm;
    if let Some(length) = try_len(vm, value)? {
        return Ok(length);
    }
    match cx.special(value, &vm.names.len, vec![]).await? {
        Some(length) => {
            let length = index::index(cx, &length).await?;
            length_from(vm, &length)
        }
        None => Err(no_len(vm, value)),
    }
}

pub(super) fn builtin_len(vm: &Vm, value: &Value) -> VmResult<Option<i64>> {
    let length = match value {
        Value::List(list) => Some(list.len()),
        Value::Dict(dict) => Some(dict.len()),
        Value::Str(text) => Some(text.char_len()),
        Value::Tuple(items) => Some(items.len()),
        Value::Set(set) | Value::FrozenSet(set) => Some(set.len()),
        Value::Bytes(bytes) => Some(bytes.data.len()),
        Value::Range(range) => {
            return match i64::try_from(range.len()) {
                Ok(length) => Ok(Some(length)),
                Err(_) => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
            };
        }
        _ => None,
    };
    Ok(length.map(|length| length as i64))
}

pub(super) fn length_from(vm: &Rc<Vm>, length: &Value) -> VmResult<i64> {
    let Some(int) = try_index(vm, length)? else {
        return Ok(0);
    };
    match int.as_i64() {
        Some(length) if length >= 0 => Ok(length),
        _ if index::saturate(&int) < 0 => Err(vm.value_error("__len__() should return >= 0")),
        _ => Err(vm.overflow_error("cannot fit 'int' into an index-sized integer")),
    }
}

pub(super) fn no_len(vm: &Vm, value: &Value) -> Exc {
    vm.type_error(format!("object of type '{}' has no len()", vm.type_name(value)))
}
