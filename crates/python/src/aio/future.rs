//! `asyncio.Future`.
//!
//! Mirrors `Lib/asyncio/futures.py`.

use super::task::TaskData;
use crate::object::function::Getter;
use crate::object::memory::Share;
use crate::object::{Dict, Exc, Instance, Payload, Traceback, Type, Value, work};
use crate::vm::call::{Args, Flow, NativeDef, Signature, flow, plain};
use crate::vm::clock::STEP_STRAIN;
use crate::vm::generators::AwaiterStep;
use crate::vm::{Vm, VmResult, finalize};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use switchboard_trace::{Event, ObjectId, ObjectOp, Reason, TaskId, WaitOn};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Pending,
    Cancelled,
    Finished,
}

/// The native state of a Future or Task.
pub struct FutureData {
    pub event_loop: Value,
    pub state: Cell<State>,
    pub result: RefCell<Value>,
    rare: OnceCell<Box<Rare>>,
    pub callbacks: RefCell<Vec<Registered>>,
    /// Set while a task is about to wait for it: tells `await` from a stray `yield`.
    pub blocking: Cell<bool>,
    /// Nobody has looked at the exception yet.
    pub log_traceback: Cell<bool>,
    /// Its number in the trace; the default stands for "not shown yet".
    pub object: Cell<Option<ObjectId>>,
    /// What waiting for it means, if that is more than "a future".
    pub waits_on: Cell<Option<WaitOn>>,
    /// Tasks only.
    pub task: Option<Box<TaskData>>,
}

/// What few futures have: set aside, since a program may have very many that just wait.
pub struct Rare {
    exception: RefCell<Option<Exc>>,
    /// Its traceback as it was then: the first who asks gets the exception with it, the others begin anew.
    traceback: RefCell<Option<Rc<Traceback>>>,
    cancel_message: RefCell<Value>,
    /// The CancelledError that ended the task, to be raised by `result()` once.
    pub cancelled_exc: RefCell<Option<Exc>>,
    /// `gather` only: the children, for `cancel()`.
    children: RefCell<Option<Rc<super::gather::Gathering>>>,
}

/// A done callback with its context.
pub struct Registered {
    pub callback: Callback,
    pub context: Rc<Dict>,
    /// With the room that its list has for more, and needs while it grows.
    _share: Share<72>,
}

/// What one of our own callbacks does with the future that is done.
type Reaction = Box<dyn Fn(&Rc<Vm>, &Rc<Instance>)>;

/// One of our own callbacks.
pub struct NativeCallback {
    run: Reaction,
    /// As reprs show it.
    pub label: &'static str,
}

impl NativeCallback {
    pub fn new(label: &'static str, run: impl Fn(&Rc<Vm>, &Rc<Instance>) + 'static) -> Rc<Self> {
        let run = Box::new(run);
        Rc::new(NativeCallback { run, label })
    }
}

#[derive(Clone)]
pub enum Callback {
    Python(Value),
    /// The task waits for this future.
    Wake(Rc<Instance>),
    Native(Rc<NativeCallback>),
}

impl FutureData {
    pub fn new(event_loop: Value, task: Option<Box<TaskData>>) -> Self {
        FutureData {
            event_loop,
            state: Cell::new(State::Pending),
            result: RefCell::new(Value::None),
            rare: OnceCell::new(),
            callbacks: RefCell::new(Vec::new()),
            blocking: Cell::new(false),
            log_traceback: Cell::new(false),
            object: Cell::new(None),
            waits_on: Cell::new(None),
            task,
        }
    }

    /// The exception that it has ended with.
    pub fn exception(&self) -> Option<Exc> {
        self.rare.get().and_then(|rare| rare.exception.borrow().clone())
    }

    /// The children, if it is a gathering.
    pub fn children(&self) -> Option<Rc<super::gather::Gathering>> {
        self.rare.get().and_then(|rare| rare.children.borrow().clone())
    }

    pub fn set_children(&self, gathering: Rc<super::gather::Gathering>) {
        self.rare().children.replace(Some(gathering));
    }

    /// What `cancel()` was called with last.
    pub fn cancel_message(&self) -> Value {
        self.rare
            .get()
            .map_or(Value::None, |rare| rare.cancel_message.borrow().clone())
    }

    pub fn set_cancel_message(&self, message: &Value) {
        if !message.is_none() || self.rare.get().is_some() {
            self.rare().cancel_message.replace(message.clone());
        }
    }

    pub fn rare(&self) -> &Rare {
        self.rare.get_or_init(|| {
            Box::new(Rare {
                exception: RefCell::default(),
                traceback: RefCell::default(),
                cancel_message: RefCell::new(Value::None),
                cancelled_exc: RefCell::default(),
                children: RefCell::default(),
            })
        })
    }

    pub fn is_done(&self) -> bool {
        self.state.get() != State::Pending
    }
}

/// The state of a future, if the instance is one.
pub fn data(instance: &Instance) -> Option<&FutureData> {
    match &instance.payload {
        Payload::Future(data) => Some(data),
        _ => None,
    }
}

/// The state of a future, if the value is one.
pub fn of(value: &Value) -> Option<&FutureData> {
    value.as_instance().and_then(|instance| data(instance))
}

/// A task's number in the trace, and which coroutines of the program stand at an `await` in it.
pub fn awaits(task: &Instance) -> Option<(TaskId, &RefCell<Vec<u64>>)> {
    let task = data(task)?.task.as_ref()?;
    Some((task.id.get(), task.trace.awaits()))
}

/// A new pending future of the running loop.
pub fn make(vm: &Rc<Vm>, event_loop: &Value) -> Rc<Instance> {
    Instance::with_future(&vm.aio.future, FutureData::new(event_loop.clone(), None))
}

/// `Future.set_result` without the check that it is pending.
pub fn resolve(vm: &Rc<Vm>, future: &Rc<Instance>, result: Value) {
    let Some(data) = data(future) else { return };
    data.result.replace(result);
    finish(vm, future, data, State::Finished, ObjectOp::Resolved);
}

/// `Future.set_exception` without the check that it is pending.
pub fn fail(vm: &Rc<Vm>, future: &Rc<Instance>, exc: Exc) {
    let Some(data) = data(future) else { return };
    data.rare().traceback.replace(exc.traceback());
    data.rare().exception.replace(Some(exc));
    data.log_traceback.set(true);
    if data.task.is_none() {
        // Should it get into a circle, its exception is told of in the end.
        finalize::remember(future);
    }
    finish(vm, future, data, State::Finished, ObjectOp::Failed);
}

/// `Future.cancel` of a plain future: false if it is done.
pub fn cancel(vm: &Rc<Vm>, future: &Rc<Instance>, message: &Value) -> bool {
    let Some(data) = data(future) else { return false };
    data.log_traceback.set(false);
    if data.is_done() {
        return false;
    }
    data.set_cancel_message(message);
    finish(vm, future, data, State::Cancelled, ObjectOp::Cancelled);
    true
}

fn finish(vm: &Rc<Vm>, future: &Rc<Instance>, data: &FutureData, state: State, op: ObjectOp) {
    data.state.set(state);
    if let Some(object) = data.object.get() {
        // What stands for a lock or a queue changes by itself, not with the futures of those who wait.
        let is_own = matches!(
            data.waits_on.get(),
            None | Some(WaitOn::Future(_) | WaitOn::Group(_))
        );
        if let Some(pen) = vm.pen().filter(|_| is_own) {
            pen.record(Event::ObjectChanged {
                object,
                op,
                by: vm.aio.current_id(),
                value: 0,
            });
        }
    }
    if data.task.is_some() {
        super::task::note_done(vm, data);
    }
    for registered in data.callbacks.take() {
        schedule(vm, future, data, registered);
    }
}

/// `loop.call_soon(callback, future)`.
fn schedule(vm: &Rc<Vm>, future: &Rc<Instance>, data: &FutureData, registered: Registered) {
    match registered.callback {
        Callback::Wake(task) => {
            work::strain(STEP_STRAIN);
            if let Some(waiting) = self::data(&task).and_then(|data| data.task.as_ref()) {
                let why = wake_reason(vm, data, waiting);
                vm.aio.scheduler.wake_because(waiting.id.get(), why);
            }
        }
        Callback::Python(function) => {
            let args = vec![Value::Instance(future.clone())];
            super::handle::schedule(vm, &data.event_loop, function, args, registered.context, None);
        }
        Callback::Native(callback) => {
            work::strain(STEP_STRAIN);
            let (machine, future) = (vm.clone(), future.clone());
            let label = vm.recorder().name(callback.label);
            let action = switchboard_executor::Action::call(move || (callback.run)(&machine, &future));
            vm.aio.scheduler.call_soon(label, action);
        }
    }
}

/// Why a task goes on that has waited for this future.
fn wake_reason(vm: &Vm, data: &FutureData, waiting: &TaskData) -> Reason {
    if data.state.get() == State::Cancelled && waiting.trace.is_to_be_cancelled.get() {
        return Reason::Cancel(vm.aio.current_id());
    }
    if let Some(task) = &data.task {
        return Reason::Task(task.id.get());
    }
    match (data.waits_on.get(), data.object.get()) {
        (Some(WaitOn::Timer(handle)), _) => Reason::Timer(handle),
        (Some(WaitOn::Task(task)), _) => Reason::Task(task),
        (Some(WaitOn::Group(object)), _) => Reason::Gather(object),
        (Some(WaitOn::Thread(thread)), _) => Reason::Thread(thread),
        (Some(WaitOn::Io(token)), _) => Reason::Io(token),
        (None | Some(WaitOn::Future(_)), Some(object)) => Reason::Future(object),
        (Some(_), Some(object)) => Reason::HandOver(object),
        (_, None) => Reason::Waker,
    }
}

/// `Future.add_done_callback`: at once scheduled if the future is done.
pub fn add_callback(vm: &Rc<Vm>, future: &Rc<Instance>, callback: Callback, context: Rc<Dict>) {
    let Some(data) = data(future) else { return };
    let registered = Registered {
        callback,
        context,
        _share: Share::new(),
    };
    if data.is_done() {
        schedule(vm, future, data, registered);
    } else {
        let mut callbacks = data.callbacks.borrow_mut();
        if callbacks.is_empty() {
            // Most have no second one.
            callbacks.reserve_exact(1);
        }
        callbacks.push(registered);
    }
}

/// One step of `await future`: waits while it is pending, then gives its result.
pub fn await_step(vm: &Rc<Vm>, value: &Value, data: &FutureData) -> VmResult<AwaiterStep> {
    if data.is_done() {
        return take_result(vm, data).map(AwaiterStep::Result);
    }
    data.blocking.set(true);
    Ok(AwaiterStep::Yield(value.clone()))
}

/// `Future.result()`.
pub fn take_result(vm: &Rc<Vm>, data: &FutureData) -> VmResult<Value> {
    match data.state.get() {
        State::Cancelled => Err(make_cancelled_error(vm, data)),
        State::Pending => Err(vm.exc(&vm.aio.invalid_state, "Result is not set.")),
        State::Finished => {
            data.log_traceback.set(false);
            match data.exception() {
                Some(exc) => {
                    exc.data().traceback.replace(data.rare().traceback.take());
                    Err(exc)
                }
                None => Ok(data.result.borrow().clone()),
            }
        }
    }
}

/// `Future._make_cancelled_error()`.
pub fn make_cancelled_error(vm: &Rc<Vm>, data: &FutureData) -> Exc {
    if let Some(exc) = data.rare.get().and_then(|rare| rare.cancelled_exc.take()) {
        return exc;
    }
    let message = data.cancel_message();
    let args = if message.is_none() {
        Vec::new()
    } else {
        vec![message]
    };
    vm.exc_args(&vm.types.cancelled_error, args)
}

pub const METHODS: &[NativeDef] = &[
    flow("__new__", new),
    plain("__init__", |_, _| Ok(Value::None)),
    plain("__await__", |vm, args| {
        Ok(super::future_iter::iter(vm, args.receiver().0))
    }),
    plain("__iter__", |vm, args| {
        Ok(super::future_iter::iter(vm, args.receiver().0))
    }),
    plain("cancel", |vm, args| {
        let (future, message) = cancel_args(vm, &args)?;
        super::task::cancel_any(vm, &future, &message).map(Value::Bool)
    }),
    plain("cancelled", |vm, args| {
        Ok(Value::Bool(this(vm, &args)?.1.state.get() == State::Cancelled))
    }),
    plain("done", |vm, args| Ok(Value::Bool(this(vm, &args)?.1.is_done()))),
    plain("result", |vm, args| take_result(vm, this(vm, &args)?.1)),
    plain("exception", exception),
    plain("set_result", |vm, args| {
        let (future, data) = this(vm, &args)?;
        let value = args.exactly::<2>(vm, "Future.set_result")?[1].clone();
        if data.task.is_some() {
            return Err(vm.runtime_error("Task does not support set_result operation"));
        }
        check_pending(vm, data)?;
        resolve(vm, future, value);
        Ok(Value::None)
    }),
    flow("set_exception", set_exception),
    plain("add_done_callback", |vm, args| {
        let (future, _) = this(vm, &args)?;
        let rest = args.receiver().1;
        let [function] =
            Args::positional_only(rest.positional()).exactly::<1>(vm, "Future.add_done_callback")?;
        let context = super::handle::context_argument(vm, rest.keyword("context"));
        add_callback(vm, future, Callback::Python(function.clone()), context);
        Ok(Value::None)
    }),
    plain("remove_done_callback", |vm, args| {
        let (_, data) = this(vm, &args)?;
        let [_, function] = args.exactly::<2>(vm, "Future.remove_done_callback")?;
        let mut callbacks = data.callbacks.borrow_mut();
        let before = callbacks.len();
        vm.charge(before)?;
        callbacks.retain(|registered| {
            !matches!(&registered.callback, Callback::Python(have)
                if crate::object::compare::same_or_equal(have, function) == Some(true))
        });
        Ok(Value::size(before - callbacks.len()))
    }),
    plain("get_loop", |vm, args| Ok(this(vm, &args)?.1.event_loop.clone())),
    plain("_make_cancelled_error", |vm, args| {
        Ok(make_cancelled_error(vm, this(vm, &args)?.1).value())
    }),
    flow("__repr__", |vm, args| {
        let future = args.receiver().0.clone();
        Flow::run(vm, |cx| async move {
            super::report::future_repr(&cx, &future).await.map(Value::str)
        })
    }),
];

pub const GETTERS: &[Getter] = &[
    Getter {
        name: "_state",
        get: |vm, v| {
            Ok(Value::str(match expect(vm, v)?.state.get() {
                State::Pending => "PENDING",
                State::Cancelled => "CANCELLED",
                State::Finished => "FINISHED",
            }))
        },
        set: None,
    },
    Getter {
        name: "_loop",
        get: |vm, v| Ok(expect(vm, v)?.event_loop.clone()),
        set: None,
    },
    Getter {
        name: "_log_traceback",
        get: |vm, v| Ok(Value::Bool(expect(vm, v)?.log_traceback.get())),
        set: Some(|vm, v, new| {
            if matches!(new, Value::Bool(true)) {
                return Err(vm.value_error("_log_traceback can only be set to False"));
            }
            expect(vm, v)?.log_traceback.set(false);
            Ok(())
        }),
    },
    Getter {
        name: "_asyncio_future_blocking",
        get: |vm, v| Ok(Value::Bool(expect(vm, v)?.blocking.get())),
        set: Some(|vm, v, new| {
            expect(vm, v)?.blocking.set(matches!(new, Value::Bool(true)));
            Ok(())
        }),
    },
    Getter {
        name: "_callbacks",
        get: |vm, v| {
            let callbacks = expect(vm, v)?.callbacks.borrow();
            let python = callbacks
                .iter()
                .filter_map(|registered| match &registered.callback {
                    Callback::Python(function) => Some(function.clone()),
                    _ => None,
                });
            Ok(Value::list(python.collect()))
        },
        set: None,
    },
    Getter {
        name: "_exception",
        get: |vm, v| {
            Ok(expect(vm, v)?
                .exception()
                .as_ref()
                .map_or(Value::None, Exc::value))
        },
        set: None,
    },
    Getter {
        name: "_result",
        get: |vm, v| Ok(expect(vm, v)?.result.borrow().clone()),
        set: None,
    },
    Getter {
        name: "_cancel_message",
        get: |vm, v| Ok(expect(vm, v)?.cancel_message()),
        set: Some(|vm, v, new| {
            expect(vm, v)?.set_cancel_message(&new);
            Ok(())
        }),
    },
];

const NEW: Signature = Signature {
    function: "Future",
    params: &["loop"],
    posonly: 0,
    positional: 0,
    required: 0,
};

fn new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (class, rest) = args.receiver();
    let Value::Type(class) = class else {
        return Err(vm.type_error("Future.__new__(X): X is not a type object"));
    };
    let event_loop = match super::is_plain(class) {
        true => rest.bind::<1>(vm, &NEW)?[0].clone(),
        false => rest.keyword("loop").cloned(),
    };
    if let Some(event_loop) = event_loop.filter(|given| !given.is_none()) {
        return Ok(Flow::Value(new_of(class, event_loop)));
    }
    match super::event_loop::current(vm) {
        Ok(event_loop) => Ok(Flow::Value(new_of(class, event_loop))),
        Err(_) => {
            let class = class.clone();
            Flow::start(vm, |cx| async move {
                Ok(new_of(&class, super::event_loop::of_policy(&cx).await?))
            })
        }
    }
}

fn new_of(class: &Rc<Type>, event_loop: Value) -> Value {
    Value::Instance(Instance::with_future(class, FutureData::new(event_loop, None)))
}

fn cancel_args(vm: &Rc<Vm>, args: &Args<'_>) -> VmResult<(Rc<Instance>, Value)> {
    const CANCEL: Signature = Signature {
        function: "cancel",
        params: &["msg"],
        posonly: 0,
        positional: 1,
        required: 0,
    };
    let (future, _) = this(vm, args)?;
    let [message] = args.receiver().1.bind::<1>(vm, &CANCEL)?;
    Ok((future.clone(), message.unwrap_or(Value::None)))
}

fn exception(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (_, data) = this(vm, &args)?;
    match data.state.get() {
        State::Cancelled => Err(make_cancelled_error(vm, data)),
        State::Pending => Err(vm.exc(&vm.aio.invalid_state, "Exception is not set.")),
        State::Finished => {
            data.log_traceback.set(false);
            Ok(data.exception().as_ref().map_or(Value::None, Exc::value))
        }
    }
}

fn set_exception(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (future, data) = this(vm, &args)?;
    let value = args.exactly::<2>(vm, "Future.set_exception")?[1].clone();
    if data.task.is_some() {
        return Err(vm.runtime_error("Task does not support set_exception operation"));
    }
    check_pending(vm, data)?;
    let future = future.clone();
    Flow::run(vm, |cx| async move {
        let vm = &cx.vm;
        let is_class = matches!(&value, Value::Type(it) if it.is_subclass_of(&vm.types.base_exception));
        let exc = match crate::vm::generators::make_exception(&cx, &value, Vec::new()).await {
            Ok(exc) => exc,
            Err(_) if !is_class => return Err(vm.type_error("invalid exception object")),
            Err(exc) => return Err(exc),
        };
        let exc = match vm.is_exc(&exc, &vm.types.stop_iteration) {
            true => {
                let error = vm.runtime_error(
                    "StopIteration interacts badly with generators and cannot be raised into a Future",
                );
                error.data().cause.replace(exc.value());
                error.data().context.replace(exc.value());
                error
            }
            false => exc,
        };
        fail(vm, &future, exc);
        Ok(Value::None)
    })
}

/// InvalidStateError if the future is done.
pub fn check_pending(vm: &Rc<Vm>, data: &FutureData) -> VmResult<()> {
    if !data.is_done() {
        return Ok(());
    }
    Err(vm.exc(&vm.aio.invalid_state, "invalid state"))
}

fn this<'a>(vm: &Rc<Vm>, args: &Args<'a>) -> VmResult<(&'a Rc<Instance>, &'a FutureData)> {
    let found = args
        .values
        .first()
        .and_then(Value::as_instance)
        .and_then(|i| data(i).map(|data| (i, data)));
    found.ok_or_else(|| vm.type_error("descriptor requires a '_asyncio.Future' object"))
}

fn expect<'a>(vm: &Rc<Vm>, value: &'a Value) -> VmResult<&'a FutureData> {
    of(value).ok_or_else(|| vm.type_error("descriptor requires a '_asyncio.Future' object"))
}
