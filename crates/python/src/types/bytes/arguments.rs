//! Arguments of methods of bytes.

use super::{bytes_of, widen};
use crate::object::Value;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// A bytes-like argument as wide text.
pub fn wide(vm: &Vm, value: &Value) -> VmResult<String> {
    match bytes_of(value) {
        Some(data) => Ok(widen(&data)),
        None => Err(vm.type_error(format!(
            "a bytes-like object is required, not '{}'",
            vm.type_name(value)
        ))),
    }
}

/// A bytes-like argument, or one byte as an int: what searches take.
pub fn wide_or_byte(vm: &Rc<Vm>, value: &Value) -> VmResult<String> {
    if let Some(data) = bytes_of(value) {
        return Ok(widen(&data));
    }
    if !crate::vm::protocol::index::has_index(vm, value) {
        return Err(vm.type_error(format!(
            "argument should be integer or bytes-like object, not '{}'",
            vm.type_name(value)
        )));
    }
    byte(vm, value, "byte must be in range(0, 256)").map(|byte| char::from(byte).to_string())
}

/// An int from 0 to 255.
pub fn byte(vm: &Rc<Vm>, value: &Value, refusal: &str) -> VmResult<u8> {
    let int = crate::vm::protocol::index::try_index(vm, value)?.unwrap_or_default();
    int.as_i64()
        .and_then(|byte| u8::try_from(byte).ok())
        .ok_or_else(|| vm.value_error(refusal))
}
