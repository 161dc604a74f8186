//! `isinstance` and `issubclass`.

use crate::object::Value;
use crate::vm::VmResult;
use crate::vm::cx::Cx;

/// `isinstance(value, class)`.
pub async fn is_instance(cx: &Cx, value: &Value, class: &Value) -> VmResult<bool> {
    Ok(class
        .as_type()
        .is_some_and(|class| cx.vm.is_instance(value, class)))
}
