//! `asyncio.Task`: a coroutine that the executor runs.
//!
//! Mirrors `Lib/asyncio/tasks.py`. The executor polls a [`TaskRun`]; one poll is one `Task.__step`.
//!
//! ```text
//!          spawned                      yields None (gives way), or a future that is done
//!   made ──────────► ready ─► running ─────────────────────────────► ready
//!                      ▲         │ yields a pending future
//!                      │         ▼
//!                      └────── waiting          running ──returns, raises, is cancelled──► done
//!                    future done, cancel()
//! ```

mod methods;

pub use methods::{GETTERS, METHODS, innermost, task_name};

use super::future::{self, Callback, FutureData, State};
use crate::object::generator::GeneratorState;
use crate::object::{Dict, Exc, Instance, Str, Value};
use crate::vm::call::Sent;
use crate::vm::fiber::{Fiber, Outcome};
use crate::vm::frame::Activation;
use crate::vm::source::Owner;
use crate::vm::{Vm, VmResult};
use std::cell::{Cell, OnceCell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use switchboard_executor::{Origin, TaskId};
use switchboard_trace as trace;
use switchboard_trace::{Event, Line, NameId, Reason};

/// What a Task has beside a Future's state.
pub struct TaskData {
    /// Its number in the executor and the trace.
    pub id: Cell<TaskId>,
    pub coroutine: Value,
    /// What it was called; without that the name is made of its number when it is asked for.
    name: RefCell<Option<Str>>,
    number: u64,
    /// Cancelled while it did not wait: CancelledError is thrown in at the next step.
    pub must_cancel: Cell<bool>,
    /// How many calls of `cancel()` were not taken back by `uncancel()`.
    pub cancel_requests: Cell<i64>,
    /// The future that it waits for.
    pub waits_for: RefCell<Option<Rc<Instance>>>,
    context: RefCell<Rc<Dict>>,
    /// Complain if it goes while pending.
    pub log_destroy_pending: Cell<bool>,
    pub trace: TaskTrace,
}

/// What the trace has to know of a task.
#[derive(Default)]
pub struct TaskTrace {
    /// The coroutines of the program that stand at an `await`, outermost first, by their serial numbers.
    /// Nothing while nothing is recorded.
    awaits: OnceCell<Box<RefCell<Vec<u64>>>>,
    /// The program's line that has made the task.
    made_at: Cell<u32>,
    /// Whether the trace was told that nobody keeps it.
    is_told_of: Cell<bool>,
    /// `cancel()` was called, and the task has not felt it yet.
    pub is_to_be_cancelled: Cell<bool>,
}

impl TaskTrace {
    pub fn awaits(&self) -> &RefCell<Vec<u64>> {
        self.awaits.get_or_init(Box::default)
    }
}

/// `loop.create_task(coroutine, name=…, context=…)`.
pub fn spawn(
    vm: &Rc<Vm>,
    event_loop: &Value,
    coroutine: &Value,
    name: Option<Str>,
    context: Option<Rc<Dict>>,
) -> VmResult<Rc<Instance>> {
    let class = vm.aio.task.clone();
    spawn_of(vm, &class, event_loop, coroutine, name, context)
}

fn spawn_of(
    vm: &Rc<Vm>,
    class: &Rc<crate::object::Type>,
    event_loop: &Value,
    coroutine: &Value,
    name: Option<Str>,
    context: Option<Rc<Dict>>,
) -> VmResult<Rc<Instance>> {
    if !is_coroutine(coroutine) {
        let text = crate::vm::protocol::text::try_repr(vm, coroutine).ok().flatten();
        let text = text.map_or_else(|| vm.type_name(coroutine).to_string(), |text| text.to_string());
        return Err(vm.type_error(format!("a coroutine was expected, got {text}")));
    }
    let number = vm.aio.next_name.get();
    if name.is_none() {
        vm.aio.next_name.set(number + 1);
    }
    let origin = Origin {
        name: match (vm.pen(), &name) {
            (None, _) => NameId::default(),
            (Some(pen), Some(name)) => pen.fresh_name(name),
            (Some(pen), None) => pen.fresh_name(&numbered(number)),
        },
        site: vm.coroutine_site(coroutine),
    };
    let state = TaskData {
        id: Cell::new(TaskId::from_index(0)),
        coroutine: coroutine.clone(),
        name: RefCell::new(name),
        number,
        must_cancel: Cell::new(false),
        cancel_requests: Cell::new(0),
        waits_for: RefCell::new(None),
        context: RefCell::new(context.unwrap_or_else(|| vm.inherit_context())),
        log_destroy_pending: Cell::new(true),
        trace: TaskTrace::default(),
    };
    state.trace.made_at.set(vm.place.get());
    let task = Instance::with_future(class, FutureData::new(event_loop.clone(), Some(Box::new(state))));
    let id = vm.aio.scheduler.spawn_with(origin, |_| TaskRun {
        vm: vm.clone(),
        task: task.clone(),
        fiber: None,
        stray: None,
        held: (None, None),
        began: None,
    });
    if let Some(data) = future::data(&task).and_then(|data| data.task.as_ref()) {
        data.id.set(id);
    }
    // Sets of tasks are walked in the order of creation: the number is given now.
    task.serial();
    vm.aio.remember(&task);
    Ok(task)
}

impl TaskData {
    /// Its context, as an object of its own from now on.
    pub fn own_context(&self, vm: &Vm) -> Rc<Dict> {
        let mut context = self.context.borrow_mut();
        if vm.is_bare(&context) {
            let is_current = vm.aio.current_id() == Some(self.id.get());
            *context = if is_current {
                vm.own_context()
            } else {
                Rc::default()
            };
        }
        context.clone()
    }

    pub fn name(&self) -> Str {
        let mut name = self.name.borrow_mut();
        name.get_or_insert_with(|| Str::new(numbered(self.number)))
            .clone()
    }
}

/// The name of a task that has not been given one.
fn numbered(number: u64) -> String {
    format!("Task-{number}")
}

/// `asyncio.iscoroutine`.
pub fn is_coroutine(value: &Value) -> bool {
    use crate::object::GeneratorKind;
    match value {
        Value::Generator(generator) => {
            generator.kind == GeneratorKind::Coroutine || generator.awaitable.get()
        }
        // What `collections.abc.Coroutine` asks for.
        Value::Instance(instance) => {
            let has = |name: &str| instance.class.find_with_owner(name).is_some();
            future::data(instance).is_none() && ["__await__", "send", "throw", "close"].into_iter().all(has)
        }
        _ => false,
    }
}

/// `cancel()` of a future, a task or a gathering. RecursionError where gatherings wait for each other, or are nested
/// too deeply.
pub fn cancel_any(vm: &Rc<Vm>, future: &Rc<Instance>, message: &Value) -> VmResult<bool> {
    cancel_nested(vm, future, message, 0)
}

/// As [`cancel_any`], inside of so many gatherings.
pub(super) fn cancel_nested(
    vm: &Rc<Vm>,
    future: &Rc<Instance>,
    message: &Value,
    depth: usize,
) -> VmResult<bool> {
    let mut future = future.clone();
    // The task on the way that waits for it: tasks can wait for each other in a long row.
    let mut waiter: Option<Rc<Instance>> = None;
    let mut passed = 0;
    let is_taken = loop {
        let Some(data) = future::data(&future) else {
            break false;
        };
        if let Some(gathering) = data.children() {
            if depth >= vm.limits.recursion.get() {
                return Err(vm.recursion_error());
            }
            break gathering.cancel(vm, data, message, depth + 1)?;
        }
        let Some(task) = &data.task else {
            break future::cancel(vm, &future, message);
        };
        data.log_traceback.set(false);
        if data.is_done() {
            break false;
        }
        passed += 1;
        if passed > vm.aio.tasks.borrow().len() {
            // They wait for each other in a circle.
            return Err(vm.recursion_error());
        }
        note_cancel(vm, task, message);
        let Some(next) = task.waits_for.borrow().clone() else {
            must_cancel(&future, message);
            break true;
        };
        waiter = Some(std::mem::replace(&mut future, next));
    };
    match waiter {
        Some(waiter) if !is_taken => {
            must_cancel(&waiter, message);
            Ok(true)
        }
        _ => Ok(is_taken),
    }
}

/// A task's cancellation is requested.
fn note_cancel(vm: &Rc<Vm>, task: &TaskData, message: &Value) {
    /// In instructions.
    const CANCEL_COST: usize = 10;
    crate::object::work::note(CANCEL_COST);
    if let Some(pen) = vm.pen() {
        let text = message.as_str().map_or_else(Default::default, |m| pen.text(m));
        pen.record(Event::CancelRequested {
            task: task.id.get(),
            by: vm.aio.current_id(),
            message: text,
        });
    }
    task.trace.is_to_be_cancelled.set(true);
    task.cancel_requests.set(task.cancel_requests.get() + 1);
}

/// The task gets the CancelledError in its next step.
fn must_cancel(task: &Rc<Instance>, message: &Value) {
    if let Some(data) = future::data(task)
        && let Some(task) = &data.task
    {
        task.must_cancel.set(true);
        data.set_cancel_message(message);
    }
}

/// The trace is told that a task is done.
pub fn note_done(vm: &Rc<Vm>, data: &FutureData) {
    let (Some(task), Some(pen)) = (&data.task, vm.pen()) else {
        return;
    };
    let (how, exception, text) = match (data.state.get(), data.exception()) {
        (State::Cancelled, _) => (trace::Outcome::Cancelled, Default::default(), Default::default()),
        (_, Some(exc)) => {
            let (exception, text) = vm.named_exception(pen, &exc);
            (trace::Outcome::Failed, exception, text)
        }
        (_, None) => {
            let result = data.result.borrow();
            let text = match &*result {
                Value::None => Default::default(),
                result => match crate::vm::protocol::text::try_repr(vm, result) {
                    Ok(Some(text)) => pen.text(&shorten(&text)),
                    // Its class has a `__repr__` of its own, which is the program's to run.
                    _ => pen.text(&format!("<{} object>", vm.type_name(result))),
                },
            };
            (trace::Outcome::Returned, Default::default(), text)
        }
    };
    pen.record(Event::TaskDone {
        task: task.id.get(),
        how,
        exception,
        text,
    });
}

/// The trace is told once of a task that waits while nobody but the loop knows it.
fn note_not_kept(vm: &Rc<Vm>, this: &Rc<Instance>, task: &TaskData) {
    let Some(pen) = vm.pen() else { return };
    if task.trace.is_told_of.get() || !vm.is_of_program(&task.coroutine) {
        return;
    }
    // The executor holds one reference, and the future that it waits for holds one to wake it.
    let own = 1 + usize::from(task.waits_for.borrow().is_some());
    if Rc::strong_count(this) > own {
        return;
    }
    task.trace.is_told_of.set(true);
    pen.record(Event::TaskNotKept {
        task: task.id.get(),
        site: vm.line_site(task.trace.made_at.get()),
    });
}

/// The program's line at which a suspended coroutine stands, as deep in its awaits as the program goes; 0 if it has
/// not begun or is none.
fn standing_at(coroutine: &Value) -> u32 {
    let mut line = 0;
    let mut next = Some(coroutine.clone());
    while let Some(Value::Generator(generator)) = next {
        if let Some(Activation::Python(frame)) = generator.frame.borrow().as_ref()
            && frame.code.source.owner == Owner::Program
            && generator.state.get() == GeneratorState::Suspended
        {
            line = frame.line;
        }
        next = generator.awaited();
    }
    line
}

/// The trace keeps the beginning of long results.
fn shorten(text: &str) -> String {
    const MOST: usize = 120;
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_string(),
    }
}

/// What lives until a step is over: what has woken the task, and the exception that was thrown in.
type Held = (Option<Rc<Instance>>, Option<Exc>);

/// The future that the executor polls.
struct TaskRun {
    vm: Rc<Vm>,
    task: Rc<Instance>,
    /// A step that was preempted or is blocked.
    fiber: Option<Box<Fiber>>,
    /// What the next step throws in: the task yielded something that can't be awaited.
    stray: Option<Exc>,
    /// As the callback of CPython's loop keeps it.
    held: Held,
    /// When the step that runs began, in virtual nanoseconds; noted in debug mode.
    began: Option<u64>,
}

impl Future for TaskRun {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        let this = self.get_mut();
        let vm = this.vm.clone();
        let Some(data) = future::data(&this.task) else {
            return Poll::Ready(());
        };
        let Some(task) = data.task.as_deref() else {
            return Poll::Ready(());
        };
        if data.is_done() {
            return Poll::Ready(());
        }
        let mut fiber = match this.fiber.take() {
            Some(fiber) => fiber,
            None => {
                // The step before may have left something behind.
                super::report::run_finalizers(&vm);
                this.began = super::event_loop::is_debugging(&data.event_loop).then(|| vm.clock.now());
                vm.clock.begin_step();
                let (fiber, held) = begin_step(&vm, data, task, this.stray.take());
                this.held = held;
                fiber
            }
        };
        let outer_task = vm.aio.current.replace(Some(this.task.clone()));
        let outer_context = vm.swap_context(task.context.borrow().clone());
        let outcome = fiber.run(&vm);
        super::report::drain_finalizers(&vm, &outcome);
        task.context.replace(vm.swap_context(outer_context));
        vm.aio.current.replace(outer_task);
        let outcome = match (&task.coroutine, outcome) {
            (Value::Generator(_), outcome) => outcome,
            // An object with `send`: what that returns has been yielded, and StopIteration is the end.
            (_, Outcome::Returned(value)) => Outcome::Yielded(value),
            (_, Outcome::Raised(exc)) if vm.is_exc(&exc, &vm.types.stop_iteration) => {
                Outcome::Returned(exc.arg(0).unwrap_or(Value::None))
            }
            (_, outcome) => outcome,
        };
        match outcome {
            Outcome::Preempted => {
                vm.note_preempted(Some(task.id.get()), &fiber);
                vm.aio.scheduler.preempt();
                this.fiber = Some(fiber);
                return Poll::Pending;
            }
            Outcome::Blocked(block) => {
                vm.note_blocked(Some(task.id.get()), &fiber);
                super::handle::block_fiber(&vm, &mut fiber, block);
                this.fiber = Some(fiber);
                return Poll::Pending;
            }
            Outcome::Returned(value) => {
                vm.aio.keep_fiber(fiber);
                if task.must_cancel.replace(false) {
                    let message = data.cancel_message();
                    future::cancel(&vm, &this.task, &message);
                } else {
                    future::resolve(&vm, &this.task, value);
                }
            }
            Outcome::Raised(exc) => {
                vm.aio.keep_fiber(fiber);
                end_with(&vm, &this.task, data, exc);
            }
            Outcome::Yielded(value) => {
                vm.aio.keep_fiber(fiber);
                this.stray = wait_for(&vm, &this.task, data, task, value).err();
                note_not_kept(&vm, &this.task, task);
                if this.stray.is_some() {
                    vm.aio.scheduler.wake_because(task.id.get(), Reason::Yield);
                }
                this.end_step();
                return Poll::Pending;
            }
        }
        this.end_step();
        Poll::Ready(())
    }
}

impl TaskRun {
    /// The step is over, and the task is done or waits.
    fn end_step(&mut self) {
        if let Some(began) = self.began
            && let Some(data) = future::data(&self.task)
        {
            let what = Value::Instance(self.task.clone());
            super::report::note_slow(&self.vm, &data.event_loop, began, what);
        }
        self.held = (None, None);
        super::report::run_finalizers(&self.vm);
    }
}

/// `Task.__step` up to `coro.send` or `coro.throw`.
fn begin_step(vm: &Rc<Vm>, data: &FutureData, task: &TaskData, stray: Option<Exc>) -> (Box<Fiber>, Held) {
    // `Task.__wakeup`: a failed or cancelled future is thrown in.
    let awaited = task.waits_for.take();
    let mut thrown = stray;
    if let Some(awaited) = awaited.as_ref().and_then(|future| future::data(future)) {
        thrown = future::take_result(vm, awaited).err();
        if let (Some(exc), State::Cancelled) = (&thrown, awaited.state.get())
            && let Some(handled) = vm.aio.handled.borrow().as_ref()
        {
            exc.chain(handled);
        }
    }
    if task.must_cancel.replace(false) {
        let is_cancellation = thrown
            .as_ref()
            .is_some_and(|exc| vm.is_exc(exc, &vm.types.cancelled_error));
        if !is_cancellation {
            thrown = Some(future::make_cancelled_error(vm, data));
        }
    }
    if let Some(exc) = &thrown
        && vm.is_exc(exc, &vm.types.cancelled_error)
        && task.trace.is_to_be_cancelled.replace(false)
        && let Some(pen) = vm.pen()
    {
        pen.record(Event::CancelDelivered {
            task: task.id.get(),
            line: Line::new(standing_at(&task.coroutine)),
        });
    }
    let mut fiber = vm.aio.fiber();
    let held = (awaited, thrown.clone());
    let sent = match thrown {
        Some(exc) => Sent::Throw(exc),
        None => Sent::Value(Value::None),
    };
    match &task.coroutine {
        Value::Generator(generator) => fiber.step(vm, generator, sent),
        other => {
            let (method, argument) = match sent {
                Sent::Value(value) => ("send", value),
                Sent::Throw(exc) => ("throw", exc.value()),
            };
            let other = other.clone();
            let cx = crate::vm::cx::Cx::new(vm);
            fiber.start(Box::pin(async move {
                cx.method(&other, method, vec![argument]).await
            }));
        }
    }
    (fiber, held)
}

/// An exception has left the coroutine.
fn end_with(vm: &Rc<Vm>, task: &Rc<Instance>, data: &FutureData, exc: Exc) {
    if vm.is_exc(&exc, &vm.types.cancelled_error) {
        // The exception holds the message, if there is one; the task itself forgets that of a late `cancel`.
        data.rare().cancelled_exc.replace(Some(exc));
        future::cancel(vm, task, &Value::None);
        return;
    }
    let line = crate::vm::traceback::innermost_program_line(&exc);
    vm.record_exception_of(data, &exc, Line::new(line.unwrap_or(0)));
    let ends_the_loop = super::report::ends_the_loop(vm, &exc);
    future::fail(vm, task, exc.clone());
    if ends_the_loop {
        super::report::stop_with(vm, exc, Value::Instance(task.clone()));
    }
}

/// The coroutine has yielded: what the task waits for now. `Err` is thrown in at the next step.
fn wait_for(
    vm: &Rc<Vm>,
    this: &Rc<Instance>,
    data: &FutureData,
    task: &TaskData,
    value: Value,
) -> VmResult<()> {
    let repr = |value: &Value| match value {
        Value::Instance(instance) if future::data(instance).is_some() => {
            super::report::short_repr(vm, instance)
        }
        other => match crate::vm::protocol::text::try_repr(vm, other) {
            Ok(Some(text)) => text.to_string(),
            _ => crate::types::object::default_repr(vm, other).to_string(),
        },
    };
    let me = || super::report::short_repr(vm, this);
    let awaited = match &value {
        Value::None => {
            vm.aio.scheduler.wake_because(task.id.get(), Reason::Yield);
            return Ok(());
        }
        Value::Instance(instance) => match future::data(instance) {
            Some(awaited) => (instance, awaited),
            None => return Err(vm.runtime_error(format!("Task got bad yield: {}", repr(&value)))),
        },
        Value::Generator(_) => {
            return Err(vm.runtime_error(format!(
                "yield was used instead of yield from for generator in task {} with {}",
                me(),
                repr(&value)
            )));
        }
        _ => return Err(vm.runtime_error(format!("Task got bad yield: {}", repr(&value)))),
    };
    let (instance, awaited) = awaited;
    if !awaited.event_loop.is(&data.event_loop) {
        return Err(vm.runtime_error(format!(
            "Task {} got Future {} attached to a different loop",
            me(),
            repr(&value)
        )));
    }
    if !awaited.blocking.replace(false) {
        return Err(vm.runtime_error(format!(
            "yield was used instead of yield from in task {} with {}",
            me(),
            repr(&value)
        )));
    }
    if Rc::ptr_eq(instance, this) {
        return Err(vm.runtime_error(format!("Task cannot await on itself: {}", me())));
    }
    super::module::note_waiting(vm, instance, awaited);
    future::add_callback(
        vm,
        instance,
        Callback::Wake(this.clone()),
        task.context.borrow().clone(),
    );
    task.waits_for.replace(Some(instance.clone()));
    if task.must_cancel.get() {
        let message = data.cancel_message();
        if cancel_any(vm, instance, &message)? {
            task.must_cancel.set(false);
        }
    }
    Ok(())
}
