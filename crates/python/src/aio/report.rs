//! What asyncio says: reprs of futures and tasks, and the loop's exception handler.
//!
//! Mirrors `base_futures.py`, `base_tasks.py`, `format_helpers.py` and `default_exception_handler`.

use super::coroutine_text::{coroutine_repr, coroutine_text};
use super::event_loop;
use super::future::{self, Callback, FutureData, State};
use super::task::TaskData;
use crate::object::{Dict, Exc, Instance, Value};
use crate::vm::cx::Cx;
use crate::vm::fiber::{Fiber, Outcome};
use crate::vm::finalize::{self, Dying};
use crate::vm::finalizers;
use crate::vm::frame::Activation;
use crate::vm::source::Owner;
use crate::vm::{Stream, Vm, VmResult};
use std::future::Future;
use std::rc::{Rc, Weak};

/// Whether an exception in a task or callback ends the loop instead of being reported.
pub fn ends_the_loop(vm: &Vm, exc: &Exc) -> bool {
    let types = &vm.types;
    vm.is_exc(exc, &types.system_exit) || vm.is_exc(exc, &types.keyboard_interrupt) || vm.is_fatal(exc)
}

/// The loop stops after this callback, and `run_forever` raises the exception.
///
/// The frames of CPython's loop that the exception passes hold what has raised it: the exception keeps that alive.
pub fn stop_with(vm: &Rc<Vm>, exc: Exc, raised_by: Value) {
    if let Some(passed) = exc.traceback() {
        passed.frame.hold(raised_by);
    }
    if vm.is_fatal(&exc) {
        // Nothing of the program may go on.
        vm.clock.set_slice_end(0);
    }
    vm.aio.fatal.replace(Some(exc));
    vm.aio.scheduler.break_off();
}

/// Runs something small to its end at once, between two steps of the program.
pub fn in_background<F, Fut>(vm: &Rc<Vm>, start: F)
where
    F: FnOnce(Cx) -> Fut,
    Fut: Future<Output = VmResult<Value>> + 'static,
{
    const MOST: u64 = 50_000_000;
    let mut fiber = Fiber::new();
    fiber.start(Box::pin(start(Cx::new(vm))));
    let end = vm.clock.slice_end();
    vm.clock.begin_slice(MOST);
    let outcome = fiber.run(vm);
    vm.clock.set_slice_end(end);
    if let Outcome::Raised(exc) = outcome
        && ends_the_loop(vm, &exc)
    {
        stop_with(vm, exc, Value::None);
    }
}

/// A step is over, or a callback: objects that died with its frames are finalized, outside of the program's lines.
pub fn drain_finalizers(vm: &Rc<Vm>, outcome: &Outcome) {
    if !matches!(outcome, Outcome::Preempted | Outcome::Blocked(_)) {
        run_finalizers(vm);
    }
}

/// Finalizes the objects that have died.
#[inline]
pub fn run_finalizers(vm: &Rc<Vm>) {
    if finalize::waiting() {
        finalize_all(vm);
    }
}

#[cold]
fn finalize_all(vm: &Rc<Vm>) {
    while finalize::waiting() {
        let dying = finalize::take();
        vm.place.set(0);
        in_background(vm, |cx| finalizers::run(cx, dying));
    }
}

/// What writing a future takes beside what it holds, in instructions.
const REPR_COST: usize = 20;

/// What it takes beyond that: it is put together from many parts.
const REPR_STRAIN: usize = 30;

/// `repr(future)`.
pub async fn future_repr(cx: &Cx, value: &Value) -> VmResult<String> {
    let Some(data) = future::of(value) else {
        return Ok(String::new());
    };
    cx.charge(REPR_COST).await?;
    cx.vm.strain(REPR_STRAIN)?;
    let class = cx.vm.type_name(value);
    let parts = future_info(cx, data).await?;
    Ok(format!("<{class} {}>", parts.join(" ")))
}

async fn future_info(cx: &Cx, data: &FutureData) -> VmResult<Vec<String>> {
    let mut parts = vec![state_word(data).to_string()];
    if let Some(task) = &data.task {
        if task.cancel_requests.get() > 0 && !data.is_done() {
            parts[0] = "cancelling".into();
        }
        let name = task.name();
        parts.push(format!("name={}", switchboard_pyfmt::str_repr::str_repr(&name)));
        parts.push(format!("coro=<{}>", coroutine_repr(cx, &task.coroutine).await?));
        let waits_for = task.waits_for.borrow().clone();
        if let Some(waits_for) = waits_for {
            let text = cx.repr(&Value::Instance(waits_for)).await?;
            parts.push(format!("wait_for={text}"));
        }
    }
    if data.state.get() == State::Finished {
        let exception = data.exception();
        parts.push(match exception {
            Some(exc) => format!("exception={}", cx.repr(&exc.value()).await?),
            None => {
                let result = data.result.borrow().clone();
                format!("result={}", abridge(&cx.repr(&result).await?, &result))
            }
        });
    }
    // Two are shown at most: the first and the last.
    let count = data.callbacks.borrow().len();
    let callbacks: Vec<Callback> = {
        let all = data.callbacks.borrow();
        let last = all.last().filter(|_| count > 1);
        all.first()
            .into_iter()
            .chain(last)
            .map(|r| r.callback.clone())
            .collect()
    };
    if !callbacks.is_empty() {
        let mut texts = Vec::new();
        for callback in &callbacks {
            texts.push(match callback {
                Callback::Python(function) => callback_repr(cx, function, None).await?,
                Callback::Wake(_) => "Task.task_wakeup()".into(),
                Callback::Native(callback) => format!("{}()", callback.label),
            });
        }
        let list = match texts.as_slice() {
            [one] => one.clone(),
            [first, last] if count > 2 => format!("{first}, <{} more>, {last}", count - 2),
            texts => texts.join(", "),
        };
        parts.push(format!("cb=[{list}]"));
    }
    Ok(parts)
}

/// As `reprlib.repr` shortens long strings (results are shown with it).
fn abridge(text: &str, value: &Value) -> String {
    const MOST: usize = 30;
    let length = text.chars().count();
    if !matches!(value, Value::Str(_)) || length <= MOST {
        return text.to_string();
    }
    let head: String = text.chars().take(13).collect();
    let tail: String = text.chars().skip(length - 14).collect();
    format!("{head}...{tail}")
}

fn state_word(data: &FutureData) -> &'static str {
    match data.state.get() {
        State::Pending => "pending",
        State::Cancelled => "cancelled",
        State::Finished => "finished",
    }
}

/// A future's repr as far as it needs no Python code, for messages.
pub fn short_repr(vm: &Rc<Vm>, future: &Rc<Instance>) -> String {
    let class = future.class.name.clone();
    let Some(data) = future::data(future) else {
        return format!("<{class}>");
    };
    let mut text = format!("<{class} {}", state_word(data));
    if let Some(task) = &data.task {
        let name = task.name();
        text.push_str(&format!(" name={}", switchboard_pyfmt::str_repr::str_repr(&name)));
        text.push_str(&format!(" coro=<{}>", coroutine_text(vm, &task.coroutine)));
    }
    let callbacks = data.callbacks.borrow();
    let texts: Vec<String> = callbacks
        .iter()
        .map(|registered| match &registered.callback {
            Callback::Python(function) => format!("{}()", super::handle::label(vm, function)),
            Callback::Wake(_) => "Task.task_wakeup()".into(),
            Callback::Native(callback) => format!("{}()", callback.label),
        })
        .collect();
    if !texts.is_empty() {
        text.push_str(&format!(" cb=[{}]", texts.join(", ")));
    }
    text.push('>');
    text
}

/// `main.<locals>.cb(1) at program.py:7`: a callback with its arguments, which are shown in debug mode.
pub async fn callback_repr(cx: &Cx, callback: &Value, args: Option<&[Value]>) -> VmResult<String> {
    let mut calls = format!("({})", list_of(cx, args.unwrap_or(&[]), &[]).await?);
    let mut callback = callback.clone();
    // What `functools.partial` wraps is shown with the arguments that it has been given before.
    while let Some([function, given, named]) = partial_parts(cx, &callback).await? {
        let (mut positional, mut keywords) = (Vec::new(), Vec::new());
        if args.is_some() {
            positional = cx.collect(&given).await?;
            keywords = named.as_dict().map(|dict| dict.items()).unwrap_or_default();
        }
        calls = format!("({}){calls}", list_of(cx, &positional, &keywords).await?);
        callback = function;
    }
    let name = match &callback {
        Value::Function(_) | Value::Method(_) | Value::Native(_) => super::handle::label(&cx.vm, &callback),
        other => cx.repr(other).await?.to_string(),
    };
    let place = match unwrapped(callback) {
        Value::Function(function) => place_of(&function.code),
        _ => String::new(),
    };
    Ok(format!("{name}{calls}{place}"))
}

async fn list_of(cx: &Cx, args: &[Value], keywords: &[(Value, Value)]) -> VmResult<String> {
    let mut texts = Vec::new();
    for arg in args {
        texts.push(cx.repr(arg).await?.to_string());
    }
    for (name, value) in keywords {
        texts.push(format!("{}={}", cx.str(name).await?, cx.repr(value).await?));
    }
    Ok(texts.join(", "))
}

/// The function, the arguments and the keyword arguments of a `functools.partial`.
async fn partial_parts(cx: &Cx, callback: &Value) -> VmResult<Option<[Value; 3]>> {
    let is_partial = callback.as_instance().is_some_and(|instance| {
        instance.class.module.as_str() == "functools" && instance.class.name.as_str() == "partial"
    });
    if !is_partial {
        return Ok(None);
    }
    let mut parts = [Value::None, Value::None, Value::None];
    for (part, name) in parts.iter_mut().zip(["func", "args", "keywords"]) {
        *part = cx.getattr(callback, &cx.vm.intern(name)).await?;
    }
    Ok(Some(parts))
}

/// What decorators have wrapped. A method has no place of its own, only what its function wraps has.
fn unwrapped(callback: Value) -> Value {
    let mut innermost = callback;
    for _ in 0..LONGEST_WRAPPING {
        let function = match &innermost {
            Value::Method(method) => &method.function,
            other => other,
        };
        let wrapped = match function {
            Value::Function(function) => function
                .attrs
                .get()
                .and_then(|attrs| attrs.get_text("__wrapped__")),
            _ => None,
        };
        match wrapped {
            Some(wrapped) => innermost = wrapped,
            None => break,
        }
    }
    innermost
}

/// So far wrapped functions are followed: they may go round in circles.
const LONGEST_WRAPPING: usize = 1000;

fn place_of(code: &crate::object::CodeObject) -> String {
    match code.source.owner {
        Owner::Program => format!(" at {}:{}", code.source.name, code.code.first_line),
        Owner::Library => String::new(),
    }
}

/// `loop.call_exception_handler({...})`.
pub async fn call_exception_handler(
    cx: &Cx,
    event_loop: &Value,
    context: Vec<(&str, Value)>,
) -> VmResult<Value> {
    let dict = Value::dict();
    for (key, value) in context {
        if let Some(dict) = dict.as_dict() {
            dict.set_str(cx.vm.intern(key), value);
        }
    }
    call_handler_with(cx, event_loop, &dict)
        .await
        .map(|()| Value::None)
}

/// The context variables of the task that an exception handler is told of: it runs with these.
fn context_of(vm: &Rc<Vm>, told: &Value) -> Option<Rc<Dict>> {
    let told = told.as_dict()?;
    let thing = ["task", "future"].iter().find_map(|key| told.get_text(key))?;
    let task = future::of(&thing)?.task.as_ref()?;
    Some(task.own_context(vm))
}

pub async fn call_handler_with(cx: &Cx, event_loop: &Value, context: &Value) -> VmResult<()> {
    let handler = event_loop::data(event_loop).map(|state| state.exception_handler.borrow().clone());
    match handler {
        Some(handler) if !handler.is_none() => {
            let args = vec![event_loop.clone(), context.clone()];
            let call = cx.call(&handler, args);
            let handled = match context_of(&cx.vm, context) {
                Some(own) => crate::modules::contextvars::within(cx, own, call).await,
                None => call.await,
            };
            match handled {
                Ok(_) => Ok(()),
                Err(exc) if ends_the_loop(&cx.vm, &exc) => Err(exc),
                Err(exc) => {
                    let inner = Value::dict();
                    if let Some(dict) = inner.as_dict() {
                        let vm = &cx.vm;
                        dict.set_str(
                            vm.intern("message"),
                            Value::str("Unhandled error in exception handler"),
                        );
                        dict.set_str(vm.intern("exception"), exc.value());
                        dict.set_str(vm.intern("context"), context.clone());
                    }
                    default_handler(cx, &inner).await
                }
            }
        }
        _ => default_handler(cx, context).await,
    }
}

/// `loop.default_exception_handler(context)`: logs through the `asyncio` logger.
pub async fn default_handler(cx: &Cx, context: &Value) -> VmResult<()> {
    let Some(dict) = context.as_dict() else {
        return Ok(());
    };
    let vm = cx.vm.clone();
    let message = dict
        .get_text("message")
        .unwrap_or_else(|| Value::str("Unhandled exception in event loop"));
    let mut lines = vec![cx.str(&message).await?.to_string()];
    let mut entries: Vec<(String, Value)> = dict
        .items()
        .into_iter()
        .filter_map(|(key, value)| key.as_str().map(|key| (key.to_string(), value)))
        .filter(|(key, _)| !matches!(key.as_str(), "message" | "exception"))
        .collect();
    crate::object::order::sort_by(&mut entries, |a, b| a.0.cmp(&b.0));
    for (key, value) in entries {
        lines.push(format!("{key}: {}", cx.repr(&value).await?));
    }
    let exception = dict
        .get_text("exception")
        .and_then(|value| Exc::from_value(&value));
    log(cx, "error", &lines.join("\n"), exception.as_ref()).await?;
    drop(vm);
    Ok(())
}

/// `logging.getLogger("asyncio").error(...)`. A program that has not imported `logging` gets what its handler of
/// last resort would print.
pub async fn log(cx: &Cx, method: &str, text: &str, exception: Option<&Exc>) -> VmResult<()> {
    let vm = &cx.vm;
    if let Some(logging) = vm.modules.get_text("logging") {
        let logger = cx
            .method(&logging, "getLogger", vec![Value::str("asyncio")])
            .await?;
        let log = cx.getattr(&logger, &vm.intern(method)).await?;
        let info = exception.map_or(Value::Bool(false), Exc::value);
        cx.call_named(
            &log,
            vec![Value::str("%s"), Value::str(text), info],
            vec![vm.intern("exc_info")],
        )
        .await?;
        return Ok(());
    }
    if method == "debug" {
        // Where logging was not set up, its last resort writes what is a warning at least.
        return Ok(());
    }
    let mut whole = format!("{text}\n");
    if let Some(exception) = exception {
        whole.push_str(&crate::vm::traceback::format(cx, exception).await?);
    }
    vm.write(Stream::Stderr, &whole);
    Ok(())
}

/// A future or task with something left to say has died.
pub async fn finalize(cx: &Cx, instance: &Rc<Instance>) -> VmResult<()> {
    let Some(data) = future::data(instance) else {
        return Ok(());
    };
    let value = Value::Instance(instance.clone());
    let event_loop = data.event_loop.clone();
    if let Some(task) = &data.task
        && !data.is_done()
        && task.log_destroy_pending.get()
    {
        let context = vec![
            ("task", value),
            ("message", Value::str("Task was destroyed but it is pending!")),
        ];
        call_exception_handler(cx, &event_loop, context).await?;
        return Ok(());
    }
    let exception = data.exception();
    if let Some(exc) = exception
        && data.log_traceback.replace(false)
    {
        let class = cx.vm.type_name(&value);
        let context = vec![
            (
                "message",
                Value::str(format!("{class} exception was never retrieved")),
            ),
            ("exception", exc.value()),
            ("future", value),
        ];
        call_exception_handler(cx, &event_loop, context).await?;
    }
    Ok(())
}

/// Whether a dying instance is a future with something left to say.
pub fn wants_finalizer(instance: &Instance) -> bool {
    future::data(instance).is_some_and(|data| {
        let unseen = data.log_traceback.get() && data.exception().is_some();
        let pending = data
            .task
            .as_ref()
            .is_some_and(|task| !data.is_done() && task.log_destroy_pending.get());
        unseen || pending
    })
}

/// So many tasks are named in the message of a deadlock.
const MOST_NAMED: usize = 20;

/// What a deadlocked loop waits for: for every task that is not done, its name, where it stands, and what it awaits.
pub fn deadlock(vm: &Rc<Vm>) -> String {
    let tasks = vm.aio.tasks.borrow();
    let mut waiting = Vec::new();
    let mut others = 0;
    for task in tasks.iter().filter_map(|task| task.upgrade()) {
        let Some(data) = future::data(&task) else { continue };
        let Some(state) = data.task.as_ref().filter(|_| !data.is_done()) else {
            continue;
        };
        if waiting.len() < MOST_NAMED {
            waiting.push(format!("{}{}", state.name(), stands_at(state)));
        } else {
            others += 1;
        }
    }
    if others > 0 {
        waiting.push(format!("and {others} more"));
    }
    match waiting.len() {
        0 => "the event loop has nothing left to do and is not stopped".into(),
        _ => format!(
            "nothing can happen any more: {} waiting for ever",
            waiting.join(", ")
        ),
    }
}

/// ` (worker, line 5, awaiting Lock.acquire)`: the coroutine that it runs, the innermost line of the program on the way
/// to what it waits for, and what is awaited there, as far as they are known.
fn stands_at(task: &TaskData) -> String {
    let mut line = None;
    let mut awaited = None;
    let mut at = task.coroutine.clone();
    while let Value::Generator(generator) = at {
        match generator.frame.borrow().as_ref() {
            Some(Activation::Python(frame)) if frame.code.source.owner == Owner::Program => {
                line = Some(frame.line);
                awaited = None;
            }
            // `async with lock` awaits a helper first, and that awaits what has a name of its own.
            _ => {
                let name = generator.qualname.borrow().to_string();
                if awaited.is_none() || !name.contains('_') {
                    awaited = Some(name);
                }
            }
        }
        at = generator.awaited().unwrap_or_default();
    }
    let awaited = awaited.or_else(|| task.waits_for.borrow().as_ref().map(named));
    let coroutine = match &task.coroutine {
        Value::Generator(generator) => Some(generator.qualname.borrow().to_string()),
        _ => None,
    };
    let line = line.map(|line| format!("line {line}"));
    let awaited = awaited.map(|awaited| format!("awaiting {awaited}"));
    let known: Vec<String> = [coroutine, line, awaited].into_iter().flatten().collect();
    if known.is_empty() {
        return String::new();
    }
    format!(" ({})", known.join(", "))
}

/// A task's name; of other futures what they are.
fn named(future: &Rc<Instance>) -> String {
    match future::data(future) {
        Some(data) if data.children().is_some() => "gather".into(),
        Some(FutureData { task: Some(task), .. }) => task.name().to_string(),
        _ => future.class.name.to_string(),
    }
}

/// In debug mode, a loop's end is logged. Mirrors `BaseEventLoop.close`.
pub fn note_closing(vm: &Rc<Vm>, event_loop: &Value) {
    let event_loop = event_loop.clone();
    in_background(vm, |cx| async move {
        let text = cx.repr(&event_loop).await?;
        log(&cx, "debug", &format!("Close {text}"), None).await?;
        Ok(Value::None)
    });
}

/// In debug mode, steps and callbacks that hold the loop for long are logged. Mirrors `_run_once`.
///
/// It counts whether the loop was in debug mode when the step began, which is when `began` was noted.
pub fn note_slow(vm: &Rc<Vm>, event_loop: &Value, began: u64, what: Value) {
    let Some(state) = event_loop::data(event_loop) else {
        return;
    };
    let limit = state.slow_callback_duration.get();
    let took = vm.clock.now().saturating_sub(began) as f64 / 1e9;
    if took < limit {
        return;
    }
    in_background(vm, |cx| async move {
        let text = cx.repr(&what).await?;
        log(
            &cx,
            "warning",
            &format!("Executing {text} took {took:.3} seconds"),
            None,
        )
        .await?;
        Ok(Value::None)
    });
}

/// What refers to itself in circles when the program ends, as CPython's garbage collector finds it: coroutines of
/// pending tasks are closed, objects have their last word, in the order in which they were made.
pub async fn collect_garbage(cx: &Cx) -> VmResult<()> {
    let tasks = cx.vm.aio.tasks.take();
    let mut living: Vec<Rc<Instance>> = tasks.iter().filter_map(Weak::upgrade).collect();
    living.extend(finalize::take_living());
    living.sort_by_key(|object| object.serial());
    for object in living {
        if let Some(data) = future::data(&object).filter(|data| !data.is_done())
            && let Some(Value::Generator(generator)) = data.task.as_ref().map(|task| task.coroutine.clone())
            && let crate::vm::call::Flow::Run(closing) =
                crate::vm::generators::close_generator(&cx.vm, generator)?
        {
            // What its cleanup raises is lost with it.
            let _ = closing.await;
        }
        finalizers::run(cx.clone(), vec![Dying::Instance(object)]).await?;
    }
    Ok(())
}
