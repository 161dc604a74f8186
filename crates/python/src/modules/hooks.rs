//! `sys.excepthook` and `sys.unraisablehook`.

use super::structseq;
use crate::object::{Exc, Value};
use crate::types::traceback;
use crate::vm::call::{Args, Flow};
use crate::vm::traceback::{format, format_ignored};
use crate::vm::{Stream, Vm, VmResult};
use std::rc::Rc;

/// The hook of this name, if the program has put one of its own into `sys`.
pub fn replaced(vm: &Vm, name: &str) -> Option<Value> {
    let Some(Value::Module(sys)) = vm.modules.get_text("sys") else {
        return None;
    };
    let now = sys.dict.get_text(name)?;
    match sys.dict.get_text(&format!("__{name}__")) {
        Some(original) if original.is(&now) => None,
        _ => Some(now),
    }
}

/// The type, the exception and its traceback: what hooks are called with.
pub fn arguments(vm: &Rc<Vm>, exc: &Exc) -> Vec<Value> {
    vec![
        Value::Type(exc.0.class.clone()),
        exc.value(),
        traceback::of(vm, exc),
    ]
}

/// The argument of `sys.unraisablehook`.
pub fn unraisable(vm: &Rc<Vm>, exc: &Exc, object: Value) -> Value {
    let mut items = arguments(vm, exc);
    items.extend([Value::None, object]);
    structseq::make(&vm.native_types.unraisable, items)
}

/// `sys.excepthook(type, value, traceback)`.
pub fn excepthook(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [_, exc, _] = args.exactly::<3>(vm, "excepthook")?;
    print(vm, exc, None)
}

/// `sys.unraisablehook(unraisable)`.
pub fn unraisablehook(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [unraisable] = args.exactly::<1>(vm, "unraisablehook")?;
    let items = unraisable
        .as_tuple()
        .map(|items| items.to_vec())
        .unwrap_or_default();
    let [_, exc, _, _, object] = &items[..] else {
        return Err(vm.type_error("sys.unraisablehook argument type must be UnraisableHookArgs"));
    };
    print(vm, exc, Some(object.clone()))
}

/// Prints a traceback. `ignored_in` is the object in which the exception was ignored.
fn print(vm: &Rc<Vm>, exc: &Value, ignored_in: Option<Value>) -> VmResult<Flow> {
    let Some(exc) = Exc::from_value(exc) else {
        return Ok(Flow::Value(Value::None));
    };
    Flow::run(vm, |cx| async move {
        let text = if let Some(object) = ignored_in {
            let shown = cx.repr(&object).await?;
            cx.vm
                .write(Stream::Stderr, &format!("Exception ignored in: {shown}\n"));
            format_ignored(&cx, &exc).await?
        } else {
            format(&cx, &exc).await?
        };
        cx.vm.write(Stream::Stderr, &text);
        Ok(Value::None)
    })
}
