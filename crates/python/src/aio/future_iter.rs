//! The iterator of a future, for those who drive it by hand: `yield from future`, `iter(future)`, `next()`.
//!
//! Mirrors `Future.__iter__` of `Lib/asyncio/futures.py`. What awaits a future needs none of this.

use super::future;
use crate::object::function::native_state;
use crate::object::{Instance, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::generators::{AwaiterStep, make_exception};
use crate::vm::{Vm, VmResult};
use std::cell::RefCell;
use std::rc::Rc;

/// The future; none once the iterator is at its end.
struct FutureIter(RefCell<Option<Value>>);

/// `iter(future)`.
pub fn iter(vm: &Rc<Vm>, future: &Value) -> Value {
    let state = FutureIter(RefCell::new(Some(future.clone())));
    Value::Instance(Instance::with_native(&vm.aio.future_iter, state))
}

pub const METHODS: &[NativeDef] = &[
    flow("__iter__", |_, args| Ok(Flow::Value(args.receiver().0.clone()))),
    plain("__next__", |vm, args| step(vm, &args)),
    plain("send", |vm, args| {
        args.exactly::<2>(vm, "FutureIter.send")?;
        step(vm, &args)
    }),
    flow("throw", |vm, args| {
        let (this, rest) = args.receiver();
        let [thrown, ..] = rest.positional() else {
            return Err(vm.type_error("throw expected at least 1 argument, got 0"));
        };
        end(this);
        let thrown = thrown.clone();
        Flow::run(vm, |cx| async move {
            Err(make_exception(&cx, &thrown, Vec::new()).await?)
        })
    }),
    plain("close", |_, args| {
        end(args.receiver().0);
        Ok(Value::None)
    }),
];

/// One step of what delegates to such an iterator; nothing if the instance is none.
pub fn advance(vm: &Rc<Vm>, instance: &Instance) -> Option<VmResult<AwaiterStep>> {
    let iterator = instance.native::<FutureIter>()?;
    let value = iterator.0.borrow().clone();
    let Some((future, data)) = value.as_ref().and_then(|value| Some((value, future::of(value)?))) else {
        return Some(Ok(AwaiterStep::Result(Value::None)));
    };
    if !data.is_done() && data.blocking.get() {
        return Some(Err(vm.runtime_error("await wasn't used with future")));
    }
    let step = future::await_step(vm, future, data);
    if !matches!(step, Ok(AwaiterStep::Yield(_))) {
        iterator.0.replace(None);
    }
    Some(step)
}

fn step(vm: &Rc<Vm>, args: &Args<'_>) -> VmResult<Value> {
    let this = args.receiver().0.as_instance();
    match this.and_then(|instance| advance(vm, instance)) {
        Some(Ok(AwaiterStep::Yield(value))) => Ok(value),
        Some(Ok(AwaiterStep::Result(value))) => Err(vm.stop_iteration(value)),
        Some(Err(exc)) => Err(exc),
        None => Err(vm.type_error("descriptor requires a '_asyncio.FutureIter' object")),
    }
}

fn end(this: &Value) {
    if let Some(iterator) = native_state::<FutureIter>(this) {
        iterator.0.replace(None);
    }
}
