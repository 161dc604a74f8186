//! The event loop object: the methods of asyncio's loop, on the executor.
//!
//! Mirrors `Lib/asyncio/base_events.py`. The loop itself (`_run_once`) is the executor's `turn`.

use super::future::{self, Callback, State};
use super::{coroutines, handle, report, task};
use crate::object::function::{Getter, native_state};
use crate::object::{Dict, Instance, Type, Value};
use crate::vm::call::{Args, Block, Flow, NativeDef, flow, plain};
use crate::vm::cx::{Cx, Request};
use crate::vm::{Vm, VmResult};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The native state of a loop.
#[derive(Default)]
pub struct LoopData {
    closed: Cell<bool>,
    running: Cell<bool>,
    debug: Cell<bool>,
    pub slow_callback_duration: Cell<f64>,
    pub exception_handler: RefCell<Value>,
    pub task_factory: RefCell<Value>,
}

/// A new loop of this class.
fn make(class: &Rc<Type>) -> Value {
    let state = LoopData {
        slow_callback_duration: Cell::new(0.1),
        ..LoopData::default()
    };
    state.exception_handler.replace(Value::None);
    state.task_factory.replace(Value::None);
    Value::Instance(Instance::with_native(class, state))
}

/// The running loop; RuntimeError if none runs.
pub fn running(vm: &Rc<Vm>) -> VmResult<Value> {
    vm.aio
        .running
        .borrow()
        .clone()
        .ok_or_else(|| vm.runtime_error("no running event loop"))
}

/// The running loop, else the one that `set_event_loop` has set.
pub fn current(vm: &Rc<Vm>) -> VmResult<Value> {
    if let Some(event_loop) = vm.aio.running.borrow().clone() {
        return Ok(event_loop);
    }
    match vm.aio.policy_loop.borrow().clone() {
        Some(event_loop) => Ok(event_loop),
        None => Err(vm.runtime_error("There is no current event loop in thread 'MainThread'.")),
    }
}

/// The loop of the policy, which makes one, with a warning, where none was ever set.
pub async fn of_policy(cx: &Cx) -> VmResult<Value> {
    let events = crate::vm::import::load(cx, "asyncio.events").await?;
    cx.method(&events, "get_event_loop", Vec::new()).await
}

/// `loop.time()`: seconds.
pub fn time(vm: &Vm) -> f64 {
    vm.clock.now() as f64 / 1e9
}

/// `loop.time() + delay` in seconds and in whole virtual nanoseconds. The sum is made in floating point, as
/// CPython does.
pub fn deadline(vm: &Vm, delay: f64) -> (f64, u64) {
    let when = time(vm) + delay;
    (when, nanos(when))
}

/// Seconds as whole nanoseconds, rounded to the nearest.
pub fn nanos(seconds: f64) -> u64 {
    // The conversion saturates: times beyond the limit are never reached.
    (seconds * 1e9).round_ties_even().max(0.0) as u64
}

/// `loop.call_soon(callback, *args, context=context)`.
pub fn call_soon(
    vm: &Rc<Vm>,
    event_loop: &Value,
    callback: Value,
    args: Vec<Value>,
    context: Option<Rc<Dict>>,
) -> VmResult<Value> {
    check_open(vm, event_loop)?;
    let context = context.unwrap_or_else(|| vm.inherit_context());
    Ok(handle::schedule(vm, event_loop, callback, args, context, None))
}

/// `loop.create_task` as a function of loop and coroutine.
pub fn create_task_callable(vm: &Rc<Vm>) -> Value {
    vm.lookup(&vm.aio.event_loop, &vm.intern("create_task"))
        .unwrap_or(Value::None)
}

pub const METHODS: &[NativeDef] = &[
    plain("__new__", |vm, args| match args.receiver().0 {
        Value::Type(class) => Ok(make(class)),
        _ => Err(vm.type_error("EventLoop.__new__(X): X is not a type object")),
    }),
    plain("time", |vm, _| Ok(Value::Float(time(vm)))),
    plain("call_soon", |vm, args| schedule_soon(vm, args, "call_soon")),
    plain("call_soon_threadsafe", |vm, args| {
        schedule_soon(vm, args, "call_soon_threadsafe")
    }),
    plain("call_later", |vm, args| {
        let (this, rest) = args.receiver();
        let [delay, callback, rest_args @ ..] = rest.positional() else {
            return Err(missing(
                vm,
                "call_later",
                rest.positional().len(),
                &["delay", "callback"],
            ));
        };
        if delay.is_none() {
            return Err(vm.type_error("delay must not be None"));
        }
        let Some(delay) = coroutines::seconds(vm, delay) else {
            return Err(vm.type_error(format!(
                "unsupported operand type(s) for +: 'float' and '{}'",
                vm.type_name(delay)
            )));
        };
        schedule_at(
            vm,
            this,
            deadline(vm, delay),
            callback,
            rest_args,
            rest.keyword("context"),
        )
    }),
    plain("call_at", |vm, args| {
        let (this, rest) = args.receiver();
        let [when, callback, rest_args @ ..] = rest.positional() else {
            return Err(missing(
                vm,
                "call_at",
                rest.positional().len(),
                &["when", "callback"],
            ));
        };
        let Some(when) = coroutines::seconds(vm, when) else {
            return Err(vm.type_error("when cannot be None"));
        };
        schedule_at(
            vm,
            this,
            (when, nanos(when)),
            callback,
            rest_args,
            rest.keyword("context"),
        )
    }),
    plain("create_future", |vm, args| {
        Ok(Value::Instance(future::make(vm, args.receiver().0)))
    }),
    flow("create_task", create_task),
    flow("run_forever", |vm, args| {
        let this = args.receiver().0.clone();
        Flow::run(vm, |cx| async move {
            run_forever(&cx, &this).await.map(|()| Value::None)
        })
    }),
    flow("run_until_complete", |vm, args| {
        let [this, awaitable] = args.exactly::<2>(vm, "run_until_complete")?;
        let (this, awaitable) = (this.clone(), awaitable.clone());
        Flow::run(vm, |cx| async move {
            run_until_complete(&cx, &this, &awaitable).await
        })
    }),
    plain("stop", |vm, _| {
        vm.aio.scheduler.stop();
        Ok(Value::None)
    }),
    plain("close", |vm, args| {
        let this = state(vm, args.receiver().0)?;
        if this.running.get() {
            return Err(vm.runtime_error("Cannot close a running event loop"));
        }
        // All loops share one executor: while another one runs, what stands there is that loop's.
        let is_quiet = vm.aio.running.borrow().is_none();
        if !this.closed.get() && this.debug.get() {
            super::report::note_closing(vm, args.receiver().0);
        }
        if !this.closed.replace(true)
            && is_quiet
            && let Some(executor) = vm.aio.executor.borrow().as_ref()
        {
            executor.clear();
        }
        Ok(Value::None)
    }),
    plain("is_running", |vm, args| {
        Ok(Value::Bool(state(vm, args.receiver().0)?.running.get()))
    }),
    plain("is_closed", |vm, args| {
        Ok(Value::Bool(state(vm, args.receiver().0)?.closed.get()))
    }),
    plain("get_debug", |vm, args| {
        Ok(Value::Bool(state(vm, args.receiver().0)?.debug.get()))
    }),
    plain("set_debug", |vm, args| {
        let [this, debug] = args.exactly::<2>(vm, "set_debug")?;
        let on = crate::vm::protocol::truth::try_truth(vm, debug).unwrap_or(true);
        state(vm, this)?.debug.set(on);
        Ok(Value::None)
    }),
    plain("get_exception_handler", |vm, args| {
        Ok(state(vm, args.receiver().0)?.exception_handler.borrow().clone())
    }),
    plain("set_exception_handler", |vm, args| {
        let [this, handler] = args.exactly::<2>(vm, "set_exception_handler")?;
        if !handler.is_none() && !crate::modules::builtins::classes::is_callable(vm, handler) {
            let text = crate::vm::protocol::text::try_repr(vm, handler).ok().flatten();
            let text = text.map(|t| t.to_string()).unwrap_or_default();
            return Err(vm.type_error(format!("A callable object or None is expected, got {text}")));
        }
        state(vm, this)?.exception_handler.replace(handler.clone());
        Ok(Value::None)
    }),
    plain("get_task_factory", |vm, args| {
        Ok(state(vm, args.receiver().0)?.task_factory.borrow().clone())
    }),
    plain("set_task_factory", |vm, args| {
        let [this, factory] = args.exactly::<2>(vm, "set_task_factory")?;
        if !factory.is_none() && !crate::modules::builtins::classes::is_callable(vm, factory) {
            return Err(vm.type_error("task factory must be a callable or None"));
        }
        state(vm, this)?.task_factory.replace(factory.clone());
        Ok(Value::None)
    }),
    flow("call_exception_handler", |vm, args| {
        let [this, context] = args.exactly::<2>(vm, "call_exception_handler")?;
        let (this, context) = (this.clone(), context.clone());
        Flow::run(vm, |cx| async move {
            report::call_handler_with(&cx, &this, &context)
                .await
                .map(|()| Value::None)
        })
    }),
    flow("default_exception_handler", |vm, args| {
        let [_, context] = args.exactly::<2>(vm, "default_exception_handler")?;
        let context = context.clone();
        Flow::run(vm, |cx| async move {
            report::default_handler(&cx, &context).await.map(|()| Value::None)
        })
    }),
    plain("shutdown_asyncgens", |vm, _| {
        Ok(coroutines::closing(vm, "shutdown_asyncgens", shutdown_asyncgens))
    }),
    plain("shutdown_default_executor", |vm, _| {
        Ok(coroutines::closing(
            vm,
            "shutdown_default_executor",
            |cx| async move { super::threads::join(&cx).await.map(|()| Value::None) },
        ))
    }),
    flow("run_in_executor", |vm, args| {
        let (this, rest) = args.receiver();
        let [_, function, rest_args @ ..] = rest.positional() else {
            return Err(missing(
                vm,
                "run_in_executor",
                rest.positional().len(),
                &["executor", "func"],
            ));
        };
        check_open(vm, this)?;
        super::threads::submit(vm, this, function.clone(), rest_args.to_vec())
    }),
    plain("set_default_executor", |_, _| Ok(Value::None)),
    flow("add_signal_handler", |vm, args| {
        in_signal_module(vm, args, "_add_to_loop")
    }),
    flow("remove_signal_handler", |vm, args| {
        in_signal_module(vm, args, "_remove_from_loop")
    }),
    plain("__repr__", |vm, args| {
        let this = state(vm, args.receiver().0)?;
        let word = |b: bool| if b { "True" } else { "False" };
        Ok(Value::str(format!(
            "<_UnixSelectorEventLoop running={} closed={} debug={}>",
            word(this.running.get()),
            word(this.closed.get()),
            word(this.debug.get())
        )))
    }),
];

/// Calls a function of the module `signal`, which keeps the handlers.
fn in_signal_module(vm: &Rc<Vm>, args: Args<'_>, function: &'static str) -> VmResult<Flow> {
    let args = args.values.to_vec();
    Flow::run(vm, move |cx| async move {
        let module = crate::vm::import::load(&cx, "signal").await?;
        cx.method(&module, function, args).await
    })
}

pub const GETTERS: &[Getter] = &[Getter {
    name: "slow_callback_duration",
    get: |vm, v| Ok(Value::Float(state(vm, v)?.slow_callback_duration.get())),
    set: Some(|vm, v, new| {
        let seconds = coroutines::seconds(vm, &new).unwrap_or(0.1);
        state(vm, v)?.slow_callback_duration.set(seconds);
        Ok(())
    }),
}];

/// The program's own way to make tasks, if the loop has been given one.
pub fn task_factory(event_loop: &Value) -> Option<Value> {
    let factory = data(event_loop)?.task_factory.borrow().clone();
    (!factory.is_none()).then_some(factory)
}

/// Whether the loop is in debug mode.
pub fn is_debugging(event_loop: &Value) -> bool {
    data(event_loop).is_some_and(|state| state.debug.get())
}

fn state<'a>(vm: &Rc<Vm>, value: &'a Value) -> VmResult<&'a LoopData> {
    native_state::<LoopData>(value).ok_or_else(|| vm.type_error("descriptor requires an event loop"))
}

/// The loop's state, if the value is a loop.
pub fn data(value: &Value) -> Option<&LoopData> {
    native_state::<LoopData>(value)
}

fn check_open(vm: &Rc<Vm>, event_loop: &Value) -> VmResult<()> {
    if state(vm, event_loop)?.closed.get() {
        return Err(vm.runtime_error("Event loop is closed"));
    }
    Ok(())
}

fn missing(vm: &Vm, method: &str, given: usize, names: &[&str]) -> crate::object::Exc {
    let absent: Vec<String> = names.iter().skip(given).map(|name| format!("'{name}'")).collect();
    let s = if absent.len() == 1 { "" } else { "s" };
    vm.type_error(format!(
        "BaseEventLoop.{method}() missing {} required positional argument{s}: {}",
        absent.len(),
        absent.join(" and ")
    ))
}

fn schedule_soon(vm: &Rc<Vm>, args: Args<'_>, name: &str) -> VmResult<Value> {
    let (this, rest) = args.receiver();
    let [callback, rest_args @ ..] = rest.positional() else {
        return Err(missing(vm, name, 0, &["callback"]));
    };
    check_callback(vm, this, callback, name)?;
    let context = rest
        .keyword("context")
        .and_then(crate::modules::contextvars::dict_of);
    call_soon(vm, this, callback.clone(), rest_args.to_vec(), context)
}

fn schedule_at(
    vm: &Rc<Vm>,
    this: &Value,
    at: (f64, u64),
    callback: &Value,
    args: &[Value],
    context: Option<&Value>,
) -> VmResult<Value> {
    check_open(vm, this)?;
    check_callback(vm, this, callback, "call_at")?;
    let context = handle::context_argument(vm, context);
    Ok(handle::schedule(
        vm,
        this,
        callback.clone(),
        args.to_vec(),
        context,
        Some(at),
    ))
}

/// Debug mode notices coroutines where callbacks are expected.
fn check_callback(vm: &Rc<Vm>, this: &Value, callback: &Value, method: &str) -> VmResult<()> {
    if !state(vm, this)?.debug.get() {
        return Ok(());
    }
    if task::is_coroutine(callback) || super::module::is_coroutine_function(callback) {
        return Err(vm.type_error(format!("coroutines cannot be used with {method}()")));
    }
    if !crate::modules::builtins::classes::is_callable(vm, callback) {
        let text = crate::vm::protocol::text::try_repr(vm, callback).ok().flatten();
        let text = text.unwrap_or_else(|| vm.type_name(callback));
        return Err(vm.type_error(format!(
            "a callable object was expected by {method}(), got {text}"
        )));
    }
    Ok(())
}

fn create_task(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (this, rest) = args.receiver();
    check_open(vm, this).inspect_err(|exc| exc.leave_hidden(args.values))?;
    coroutines::create_task_in(vm, this, rest)
}

/// `loop.run_forever()`: the thread waits until the loop has been stopped.
pub async fn run_forever(cx: &Cx, this: &Value) -> VmResult<()> {
    let vm = &cx.vm;
    check_open(vm, this)?;
    check_idle(vm, this)?;
    let state = state(vm, this)?;
    state.running.set(true);
    vm.aio.running.replace(Some(this.clone()));
    vm.aio.handled.replace(cx.handled().await?);
    let result = cx.ask(Request::Block(Block::Loop(0))).await;
    vm.aio.handled.take();
    state.running.set(false);
    vm.aio.running.replace(None);
    match vm.aio.fatal.take() {
        Some(exc) => Err(exc),
        None => result.map(drop),
    }
}

fn check_idle(vm: &Rc<Vm>, this: &Value) -> VmResult<()> {
    if state(vm, this)?.running.get() {
        return Err(vm.runtime_error("This event loop is already running"));
    }
    if vm.aio.running.borrow().is_some() {
        return Err(vm.runtime_error("Cannot run the event loop while another loop is running"));
    }
    Ok(())
}

/// `loop.run_until_complete(future)`.
pub async fn run_until_complete(cx: &Cx, this: &Value, awaitable: &Value) -> VmResult<Value> {
    let vm = &cx.vm;
    let refused = check_open(vm, this).and_then(|()| check_idle(vm, this));
    refused.inspect_err(|exc| exc.leave_hidden(std::slice::from_ref(awaitable)))?;
    let is_new = future::of(awaitable).is_none();
    let main = coroutines::ensure_future(vm, awaitable, Some(this))?;
    if is_new {
        coroutines::do_not_log_destruction(&main);
    }
    let callback = future::NativeCallback::new("_run_until_complete_cb", |vm, future| {
        if let Some(data) = future::data(future)
            && data.state.get() == State::Finished
        {
            data.log_traceback.set(false);
            if data
                .exception()
                .is_some_and(|exc| report::ends_the_loop(vm, &exc))
            {
                return;
            }
        }
        vm.aio.scheduler.stop();
    });
    future::add_callback(vm, &main, Callback::Native(callback.clone()), vm.context());
    let result = run_forever(cx, this).await;
    let Some(data) = future::data(&main) else {
        return Ok(Value::None);
    };
    data.callbacks.borrow_mut().retain(
        |registered| !matches!(&registered.callback, Callback::Native(have) if Rc::ptr_eq(have, &callback)),
    );
    if let Err(exc) = result {
        if is_new && data.state.get() == State::Finished {
            data.log_traceback.set(false);
        }
        return Err(exc);
    }
    if !data.is_done() {
        return Err(vm.runtime_error("Event loop stopped before Future completed."));
    }
    future::take_result(vm, data)
}

async fn shutdown_asyncgens(cx: Cx) -> VmResult<Value> {
    let vm = cx.vm.clone();
    let generators: Vec<_> = vm
        .aio
        .async_generators
        .take()
        .into_iter()
        .filter_map(|g| g.upgrade())
        .collect();
    let mut closing = Vec::new();
    let mut open = Vec::new();
    for generator in generators {
        if generator.state.get() != crate::object::generator::GeneratorState::Finished {
            let value = Value::Generator(generator);
            closing.push(cx.method(&value, "aclose", vec![]).await?);
            open.push(value);
        }
    }
    if closing.is_empty() {
        return Ok(Value::None);
    }
    let name = vm.intern("return_exceptions");
    closing.push(Value::Bool(true));
    let outer = super::gather::gather(
        &vm,
        Args {
            values: &closing,
            names: &[name],
        },
    )?;
    let results = cx.await_value(&outer).await?;
    let event_loop = running(&vm)?;
    for (result, generator) in results
        .as_list()
        .map(|l| l.to_vec())
        .unwrap_or_default()
        .into_iter()
        .zip(open)
    {
        if crate::object::Exc::from_value(&result).is_some() {
            let text = cx.repr(&generator).await?;
            let context = vec![
                (
                    "message",
                    Value::str(format!(
                        "an error occurred during closing of asynchronous generator {text}"
                    )),
                ),
                ("exception", result),
                ("asyncgen", generator),
            ];
            report::call_exception_handler(&cx, &event_loop, context).await?;
        }
    }
    Ok(Value::None)
}
