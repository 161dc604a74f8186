//! `asyncio.gather` and `asyncio.shield`.
//!
//! Mirrors `gather`, `_GatheringFuture` and `shield` of `Lib/asyncio/tasks.py`.

use super::future::{self, Callback, FutureData, NativeCallback, State};
use super::{coroutines, task};
use crate::object::{Exc, Instance, Value};
use crate::vm::call::Args;
use crate::vm::{Vm, VmResult};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// What a child takes beyond what it counts as.
const CHILD_STRAIN: usize = 40;

/// What the outer future of a gather knows of its children.
pub struct Gathering {
    /// One for each argument; an argument given twice is one child.
    children: Vec<Rc<Instance>>,
    distinct: usize,
    finished: Cell<usize>,
    exceptions: Exceptions,
    cancel_requested: Cell<bool>,
    outer: RefCell<Weak<Instance>>,
}

/// What becomes of a child's exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Exceptions {
    Raise,
    /// `return_exceptions=True`
    Return,
}

impl Gathering {
    /// `_GatheringFuture.cancel`: cancels the children; the outer future ends through them.
    pub fn cancel(&self, vm: &Rc<Vm>, outer: &FutureData, message: &Value, depth: usize) -> VmResult<bool> {
        if outer.is_done() {
            return Ok(false);
        }
        let mut any = false;
        for child in &self.children {
            any |= task::cancel_nested(vm, child, message, depth)?;
        }
        if any {
            self.cancel_requested.set(true);
        }
        Ok(any)
    }
}

/// `asyncio.gather(*aws, return_exceptions=False)`.
pub fn gather(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let mut exceptions = Exceptions::Raise;
    for (name, value) in args.keywords() {
        match name.as_str() {
            "return_exceptions" => {
                if crate::vm::protocol::truth::try_truth(vm, value).unwrap_or(true) {
                    exceptions = Exceptions::Return;
                }
            }
            other => {
                return Err(vm.type_error(format!("gather() got an unexpected keyword argument '{other}'")));
            }
        }
    }
    let awaitables = args.positional();
    if awaitables.is_empty() {
        let event_loop = super::event_loop::current(vm)?;
        let outer = future::make(vm, &event_loop);
        future::resolve(vm, &outer, Value::list(Vec::new()));
        return Ok(Value::Instance(outer));
    }
    let mut seen: std::collections::HashMap<usize, Rc<Instance>> = std::collections::HashMap::new();
    let mut children = Vec::with_capacity(awaitables.len());
    let mut distinct = Vec::with_capacity(awaitables.len());
    let mut event_loop = None;
    for awaitable in awaitables {
        if let crate::object::compare::Hashed::Unhashable(name) = crate::object::compare::hash(awaitable) {
            return Err(vm.type_error(format!("unhashable type: '{name}'")));
        }
        let key = awaitable.address().unwrap_or(usize::MAX);
        let child = match seen.get(&key) {
            Some(child) => child.clone(),
            None => {
                let child = coroutines::ensure_future(vm, awaitable, event_loop.as_ref())?;
                if event_loop.is_none() {
                    event_loop = future::data(&child).map(|data| data.event_loop.clone());
                }
                if !matches!(awaitable, Value::Instance(same) if Rc::ptr_eq(same, &child)) {
                    coroutines::do_not_log_destruction(&child);
                }
                seen.insert(key, child.clone());
                distinct.push(child.clone());
                child
            }
        };
        children.push(child);
    }
    let gathering = Rc::new(Gathering {
        children,
        distinct: distinct.len(),
        finished: Cell::new(0),
        exceptions,
        cancel_requested: Cell::new(false),
        outer: RefCell::default(),
    });
    let event_loop = event_loop.unwrap_or(Value::None);
    let outer = Instance::with_future(&vm.aio.gathering, FutureData::new(event_loop, None));
    gathering.outer.replace(Rc::downgrade(&outer));
    if let Some(data) = future::data(&outer) {
        data.set_children(gathering.clone());
    }
    super::module::note_group(vm, &outer, "gather", gathering.distinct);
    // The children keep the outer future alive through their callbacks, as in CPython.
    let mut done = Vec::new();
    for child in distinct {
        crate::object::work::strain(CHILD_STRAIN);
        if future::data(&child).is_some_and(FutureData::is_done) {
            done.push(child);
            continue;
        }
        let (gathering, outer) = (gathering.clone(), outer.clone());
        let callback = Callback::Native(NativeCallback::new(
            "gather.<locals>._done_callback",
            move |vm, child| child_done(vm, &gathering, &outer, child),
        ));
        future::add_callback(vm, &child, callback, vm.context());
    }
    for child in done {
        child_done(vm, &gathering, &outer, &child);
    }
    Ok(Value::Instance(outer))
}

fn child_done(vm: &Rc<Vm>, gathering: &Gathering, outer: &Rc<Instance>, child: &Rc<Instance>) {
    let (Some(outer_data), Some(data)) = (future::data(outer), future::data(child)) else {
        return;
    };
    gathering.finished.set(gathering.finished.get() + 1);
    if outer_data.is_done() {
        if data.state.get() != State::Cancelled {
            data.log_traceback.set(false);
        }
        return;
    }
    if gathering.exceptions == Exceptions::Raise
        && let Some(exc) = exception_of(vm, data)
    {
        future::fail(vm, outer, exc);
        return;
    }
    if gathering.finished.get() < gathering.distinct {
        return;
    }
    let mut results = Vec::with_capacity(gathering.children.len());
    for child in &gathering.children {
        let Some(data) = future::data(child) else { continue };
        results.push(match data.state.get() {
            State::Cancelled => {
                let message = data.cancel_message();
                let message = if message.is_none() {
                    Value::str("")
                } else {
                    message
                };
                vm.exc_args(&vm.types.cancelled_error, vec![message]).value()
            }
            _ => match exception_of(vm, data) {
                Some(exc) => exc.value(),
                None => data.result.borrow().clone(),
            },
        });
    }
    if gathering.cancel_requested.get() {
        // The error is that of the last argument, whichever child was the last to end.
        let last = gathering
            .children
            .last()
            .and_then(|child| future::data(child))
            .unwrap_or(data);
        future::fail(vm, outer, future::make_cancelled_error(vm, last));
    } else {
        future::resolve(vm, outer, Value::list(results));
    }
}

/// What a done future failed with, cancellation included.
fn exception_of(vm: &Rc<Vm>, data: &FutureData) -> Option<Exc> {
    match data.state.get() {
        State::Cancelled => Some(future::make_cancelled_error(vm, data)),
        _ => {
            data.log_traceback.set(false);
            data.exception()
        }
    }
}

/// `asyncio.shield(aw)`.
pub fn shield(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [awaitable] = args.exactly::<1>(vm, "shield")?;
    let inner = coroutines::ensure_future(vm, awaitable, None)?;
    let Some(data) = future::data(&inner) else {
        return Ok(Value::None);
    };
    if data.is_done() {
        return Ok(Value::Instance(inner));
    }
    let outer = future::make(vm, &data.event_loop);
    let to = outer.clone();
    let inner_callback = NativeCallback::new("shield.<locals>._inner_done_callback", move |vm, inner| {
        let (Some(from), Some(data)) = (future::data(inner), future::data(&to)) else {
            return;
        };
        match (data.state.get(), from.state.get()) {
            (State::Cancelled, State::Cancelled) => {}
            (State::Cancelled, _) => from.log_traceback.set(false),
            (_, State::Cancelled) => {
                future::cancel(vm, &to, &Value::None);
            }
            _ => {
                from.log_traceback.set(false);
                let exception = from.exception();
                match exception {
                    Some(exc) => future::fail(vm, &to, exc),
                    None => future::resolve(vm, &to, from.result.borrow().clone()),
                }
            }
        }
    });
    future::add_callback(vm, &inner, Callback::Native(inner_callback.clone()), vm.context());
    let weak_inner = Rc::downgrade(&inner);
    let outer_callback = NativeCallback::new("shield.<locals>._outer_done_callback", move |_, _| {
        let Some(inner) = weak_inner.upgrade() else { return };
        let Some(data) = future::data(&inner) else { return };
        if !data.is_done() {
            data.callbacks.borrow_mut().retain(|registered| {
                !matches!(&registered.callback, Callback::Native(have) if Rc::ptr_eq(have, &inner_callback))
            });
        }
    });
    future::add_callback(vm, &outer, Callback::Native(outer_callback), vm.context());
    Ok(Value::Instance(outer))
}
