//! The `_asyncio` module, on which the part of asyncio that is written in Python stands; and what asyncio's
//! objects tell the trace.

use super::future::{self, FutureData};
use super::{coroutines, event_loop, gather, task, threads};
use crate::object::{Dict, Instance, NativeFunction, Set, Value};
use crate::vm::call::{Args, NativeDef, Signature, flow, plain};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_executor::Handle;
use switchboard_trace::{Event, ObjectKind, ObjectOp, WaitOn};

const FUNCTIONS: &[NativeDef] = &[
    plain("sleep", coroutines::sleep),
    flow("gather", |vm, args| {
        coroutines::with_tasks(vm, args, gather::gather)
    }),
    flow("shield", |vm, args| {
        coroutines::with_tasks(vm, args, gather::shield)
    }),
    flow("create_task", coroutines::create_task),
    flow("ensure_future", |vm, args| {
        coroutines::with_tasks(vm, args, ensure_future)
    }),
    plain("wrap_future", |_, args| {
        Ok(args.values.first().cloned().unwrap_or(Value::None))
    }),
    plain("iscoroutine", |_, args| {
        Ok(Value::Bool(args.values.first().is_some_and(task::is_coroutine)))
    }),
    plain("isfuture", |_, args| {
        Ok(Value::Bool(
            args.values
                .first()
                .is_some_and(|value| future::of(value).is_some()),
        ))
    }),
    plain("iscoroutinefunction", |_, args| {
        Ok(Value::Bool(
            args.values.first().is_some_and(is_coroutine_function),
        ))
    }),
    plain("current_task", current_task),
    plain("all_tasks", |vm, args| {
        let wanted = match args.values.first() {
            Some(given) if !given.is_none() => given.clone(),
            _ => event_loop::running(vm)?,
        };
        vm.charge(vm.aio.remembered().saturating_mul(4))?;
        vm.strain(vm.aio.remembered().saturating_mul(4))?;
        Ok(Value::Set(Rc::new(all_tasks(vm, &wanted))))
    }),
    plain("_all_tasks", |vm, args| {
        let wanted = args.values.first().cloned().unwrap_or(Value::None);
        vm.charge(vm.aio.remembered())?;
        Ok(Value::list(
            living_tasks(vm, &wanted)
                .into_iter()
                .map(Value::Instance)
                .collect(),
        ))
    }),
    plain("get_running_loop", |vm, _| event_loop::running(vm)),
    plain("_get_running_loop", |vm, _| {
        Ok(vm.aio.running.borrow().clone().unwrap_or(Value::None))
    }),
    plain("_get_policy_loop", |vm, _| {
        Ok(vm.aio.policy_loop.borrow().clone().unwrap_or(Value::None))
    }),
    plain("_set_policy_loop", |vm, args| {
        let given = args.values.first().cloned().filter(|given| !given.is_none());
        vm.aio.policy_loop.replace(given);
        Ok(Value::None)
    }),
    flow("park", threads::park),
    plain("unpark", threads::unpark),
    plain("note", |vm, args| {
        note(vm, args.values);
        Ok(Value::None)
    }),
];

/// `asyncio.current_task(loop=None)`: the task that this loop runs, the running one if none is given.
fn current_task(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    const CURRENT: Signature = Signature {
        function: "current_task",
        params: &["loop"],
        posonly: 0,
        positional: 1,
        required: 0,
    };
    let [given] = args.bind::<1>(vm, &CURRENT)?;
    let wanted = match given.filter(|given| !given.is_none()) {
        Some(given) => given,
        None => event_loop::running(vm)?,
    };
    let is_running = vm
        .aio
        .running
        .borrow()
        .as_ref()
        .is_some_and(|running| running.is(&wanted));
    let current = vm.aio.current.borrow().clone().filter(|_| is_running);
    Ok(current.map_or(Value::None, Value::Instance))
}

fn ensure_future(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    const ENSURE: Signature = Signature {
        function: "ensure_future",
        params: &["coro_or_future", "loop"],
        posonly: 0,
        positional: 1,
        required: 1,
    };
    let [value, given] = args.bind::<2>(vm, &ENSURE)?;
    let given = given.filter(|given| !given.is_none());
    coroutines::ensure_future(vm, &value.unwrap_or(Value::None), given.as_ref()).map(Value::Instance)
}

pub(super) fn fill(vm: &Rc<Vm>, dict: &Dict) {
    for function in FUNCTIONS {
        dict.set_str(
            vm.intern(function.name),
            Value::Native(NativeFunction::new(function.name, "_asyncio", function.kind)),
        );
    }
    for (name, class) in [
        ("Future", &vm.aio.future),
        ("Task", &vm.aio.task),
        ("EventLoop", &vm.aio.event_loop),
        ("Handle", &vm.aio.handle),
        ("TimerHandle", &vm.aio.timer_handle),
        ("CancelledError", &vm.types.cancelled_error),
        ("InvalidStateError", &vm.aio.invalid_state),
    ] {
        dict.set_str(vm.intern(name), Value::Type(class.clone()));
    }
}

/// `asyncio.iscoroutinefunction`.
pub fn is_coroutine_function(value: &Value) -> bool {
    match value {
        Value::Function(function) => makes_coroutines(function),
        Value::Method(method) => {
            matches!(&method.function, Value::Function(function) if makes_coroutines(function))
        }
        Value::Native(native) => native.module == "_asyncio" && native.name == "sleep",
        _ => false,
    }
}

fn makes_coroutines(function: &crate::object::Function) -> bool {
    let marked = function
        .attrs
        .get()
        .is_some_and(|attrs| attrs.get_text("_is_coroutine_mark").is_some());
    marked || function.code.code.kind == crate::bytecode::CodeKind::Coroutine
}

/// The tasks of a loop that are not done, oldest first.
fn living_tasks(vm: &Vm, event_loop: &Value) -> Vec<Rc<Instance>> {
    let tasks = vm.aio.tasks.borrow();
    let alive = tasks.iter().filter_map(|task| task.upgrade());
    alive
        .filter(|task| {
            future::data(task).is_some_and(|data| !data.is_done() && data.event_loop.is(event_loop))
        })
        .collect()
}

fn all_tasks(vm: &Vm, event_loop: &Value) -> Set {
    let set = Set::new();
    for task in living_tasks(vm, event_loop) {
        set.add_plain(Value::Instance(task));
    }
    set
}

/// The running task begins to wait for a future.
pub fn note_waiting(vm: &Rc<Vm>, instance: &Rc<Instance>, data: &FutureData) {
    if vm.pen().is_none() {
        return;
    }
    let on = match (&data.task, data.waits_on.get()) {
        (Some(task), _) => WaitOn::Task(task.id.get()),
        (None, Some(on)) => on,
        (None, None) => WaitOn::Future(object_of(vm, instance, data, ObjectKind::Future, "", 0)),
    };
    vm.aio.scheduler.note_waiting(on);
}

/// A future's number in the trace, given when it first matters.
fn object_of(
    vm: &Rc<Vm>,
    _instance: &Rc<Instance>,
    data: &FutureData,
    kind: ObjectKind,
    name: &str,
    value: u32,
) -> switchboard_trace::ObjectId {
    if let Some(object) = data.object.get() {
        return object;
    }
    let object = vm.aio.next_object();
    data.object.set(Some(object));
    let name = vm.recorder().name(name);
    vm.recorder().record(Event::ObjectMade {
        object,
        kind,
        name,
        value,
    });
    object
}

/// A future that stands for so many others, as the function of this name waits for them.
pub fn note_group(vm: &Rc<Vm>, outer: &Rc<Instance>, function: &str, count: usize) {
    if let Some(data) = future::data(outer)
        && vm.pen().is_some()
    {
        let object = object_of(vm, outer, data, ObjectKind::Group, function, count as u32);
        data.waits_on.set(Some(WaitOn::Group(object)));
    }
}

/// A future that a timer will resolve.
pub fn note_timer(vm: &Rc<Vm>, waiter: &Rc<Instance>, handle: Handle) {
    let _ = vm;
    if let Some(data) = future::data(waiter) {
        data.waits_on.set(Some(WaitOn::Timer(handle.id())));
    }
}

/// `note(what, object, value=0, waiter=None)`: what locks, queues and their like tell the trace.
///
/// `what` is `made:KIND`, `wait:WHAT` (the waiter will be awaited next), the name of a change, or `group` for the future
/// of a `wait` for several. Of an object that has not announced itself as made, the trace shows nothing.
fn note(vm: &Rc<Vm>, args: &[Value]) {
    if vm.pen().is_none() {
        return;
    }
    let (Some(what), Some(Value::Instance(object))) = (args.first().and_then(Value::as_str), args.get(1))
    else {
        return;
    };
    let value = args
        .get(2)
        .and_then(Value::as_i64)
        .map_or(0, |value| value.clamp(0, i64::from(u32::MAX)) as u32);
    if what.as_str() == "group" {
        note_group(vm, object, "wait", value as usize);
        return;
    }
    if let Some(kind) = what.strip_prefix("made:") {
        note_made(vm, object, kind, value);
        return;
    }
    let Some(id) = vm.aio.object_ids.borrow().get(&object.serial()).copied() else {
        return;
    };
    if let Some(wait) = what.strip_prefix("wait:") {
        let on = match wait {
            "lock" => WaitOn::Lock(id),
            "semaphore" => WaitOn::Semaphore(id),
            "event" => WaitOn::Event(id),
            "condition" => WaitOn::Condition(id),
            "barrier" => WaitOn::Barrier(id),
            "get" => WaitOn::QueueGet(id),
            "put" => WaitOn::QueuePut(id),
            "group" => WaitOn::Group(id),
            _ => WaitOn::QueueJoin(id),
        };
        if let Some(data) = args.get(3).and_then(future::of) {
            data.waits_on.set(Some(on));
            data.object.set(Some(id));
        }
        return;
    }
    let op = match what.as_str() {
        "acquired" => ObjectOp::Acquired,
        "released" => ObjectOp::Released,
        "put" => ObjectOp::Put,
        "got" => ObjectOp::Got,
        "task_done" => ObjectOp::Worked,
        "set" => ObjectOp::Set,
        "cleared" => ObjectOp::Cleared,
        "notified" => ObjectOp::Notified,
        "arrived" => ObjectOp::Arrived,
        "broken" => ObjectOp::Broken,
        "shutdown" => ObjectOp::ShutDown,
        _ => return,
    };
    vm.recorder().record(Event::ObjectChanged {
        object: id,
        op,
        by: vm.aio.current_id(),
        value,
    });
}

fn note_made(vm: &Rc<Vm>, object: &Rc<Instance>, kind: &str, value: u32) {
    let id = vm.aio.next_object();
    vm.aio.object_ids.borrow_mut().insert(object.serial(), id);
    let kind = match kind {
        "Lock" => ObjectKind::Lock,
        "Semaphore" => ObjectKind::Semaphore,
        "Event" => ObjectKind::Event,
        "Condition" => ObjectKind::Condition,
        "Barrier" => ObjectKind::Barrier,
        "Queue" => ObjectKind::Queue,
        "TaskGroup" => ObjectKind::Group,
        _ => ObjectKind::Future,
    };
    let name = vm.recorder().name(&object.class.name);
    vm.recorder().record(Event::ObjectMade {
        object: id,
        kind,
        name,
        value,
    });
}
