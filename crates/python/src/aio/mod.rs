//! asyncio.

use crate::object::{Dict, Generator, Instance, Value};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// What `await` of a Future or Task goes on with.
pub fn awaiter_of(_vm: &Rc<Vm>, _instance: &Rc<Instance>) -> Option<Value> {
    None
}

/// An async generator is iterated over for the first time: the running loop will close it in the end.
pub fn first_iteration(_vm: &Rc<Vm>, _generator: &Rc<Generator>) {}

/// An async generator has been abandoned: true if the running loop closes it in a task of its own.
pub async fn adopt_async_generator(_cx: &Cx, _generator: &Rc<Generator>) -> VmResult<bool> {
    Ok(false)
}

/// Fills the `_asyncio` module.
pub fn fill(_vm: &Rc<Vm>, _dict: &Dict) {}
