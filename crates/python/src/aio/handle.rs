//! `asyncio.Handle` and `asyncio.TimerHandle`: callbacks of the program in the executor's queues.

use crate::object::function::native_state;
use crate::object::memory::Share;
use crate::object::{Dict, Exc, Instance, Value};
use crate::vm::call::{Block, Flow, NativeDef, flow, plain};
use crate::vm::fiber::{Fiber, Outcome};
use crate::vm::{Vm, VmResult};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use switchboard_executor::{Action, Handle, Time};

/// The native state of a handle.
pub struct HandleData {
    handle: Cell<Option<Handle>>,
    pub callback: RefCell<Value>,
    pub args: RefCell<Vec<Value>>,
    cancelled: Cell<bool>,
    /// Seconds of loop time, for timers.
    when: Option<f64>,
    /// The program's line that has made it; noted in debug mode.
    made_at: Option<u32>,
}

/// `call_soon`, or `call_at` where a time is given: `(seconds, virtual nanoseconds)`.
pub fn schedule(
    vm: &Rc<Vm>,
    event_loop: &Value,
    callback: Value,
    args: Vec<Value>,
    context: Rc<Dict>,
    at: Option<(f64, u64)>,
) -> Value {
    let class = if at.is_some() {
        &vm.aio.timer_handle
    } else {
        &vm.aio.handle
    };
    let state = HandleData {
        handle: Cell::new(None),
        callback: RefCell::new(callback.clone()),
        args: RefCell::new(args.clone()),
        cancelled: Cell::new(false),
        when: at.map(|(seconds, _)| seconds),
        made_at: super::event_loop::is_debugging(event_loop).then(|| vm.place.get()),
    };
    let object = Instance::with_native(class, state);
    let run = CallbackRun {
        vm: vm.clone(),
        handle: object.clone(),
        event_loop: event_loop.clone(),
        context,
        fiber: None,
        began: None,
        _share: Share::new(),
    };
    let label = vm.recorder().name(&label(vm, &callback));
    let handle = match at {
        Some((seconds, nanos)) => {
            let overdue = super::event_loop::nanos(-seconds);
            let due = Time::from_nanos(nanos);
            vm.aio
                .scheduler
                .call_at_overdue(due, overdue, label, Action::poll(run))
        }
        None => vm.aio.scheduler.call_soon(label, Action::poll(run)),
    };
    if let Some(state) = object.native::<HandleData>() {
        state.handle.set(Some(handle));
    }
    Value::Instance(object)
}

/// A callback's name, for the trace and for reprs.
pub fn label(vm: &Vm, callback: &Value) -> String {
    match callback {
        Value::Function(function) => function.qualname.borrow().to_string(),
        Value::Method(method) => match &method.function {
            Value::Function(function) => function.qualname.borrow().to_string(),
            Value::Native(native) => {
                let owner = native
                    .owner()
                    .map(|owner| format!("{}.", owner.name))
                    .unwrap_or_default();
                format!("{owner}{}", native.name)
            }
            _ => vm.type_name(callback).to_string(),
        },
        Value::Native(native) => native.name.to_string(),
        other => vm.type_name(other).to_string(),
    }
}

/// The context that a callback runs in: the one given, else a copy of the current one.
pub fn context_argument(vm: &Rc<Vm>, given: Option<&Value>) -> Rc<Dict> {
    match given.and_then(crate::modules::contextvars::dict_of) {
        Some(dict) => dict,
        None => vm.inherit_context(),
    }
}

pub const METHODS: &[NativeDef] = &[
    plain("cancel", |vm, args| {
        if let Some(state) = state(args.receiver().0)
            && !state.cancelled.replace(true)
        {
            if let Some(handle) = state.handle.get() {
                vm.aio.scheduler.cancel(handle);
            }
            drop((state.callback.replace(Value::None), state.args.take()));
        }
        Ok(Value::None)
    }),
    plain("cancelled", |_, args| {
        Ok(Value::Bool(
            state(args.receiver().0).is_some_and(|s| s.cancelled.get()),
        ))
    }),
    flow("__repr__", |vm, args| {
        let handle = args.receiver().0.clone();
        vm.strain(REPR_STRAIN)?;
        Flow::run(vm, |cx| async move { repr(&cx, &handle).await.map(Value::str) })
    }),
];

/// What writing a handle takes beyond what it counts as: it is put together from many parts.
const REPR_STRAIN: usize = 80;

pub const TIMER_METHODS: &[NativeDef] = &[plain("when", |_, args| {
    Ok(Value::Float(
        state(args.receiver().0).and_then(|s| s.when).unwrap_or(0.0),
    ))
})];

/// `<Handle f(1, 2) at program.py:5>`.
pub async fn repr(cx: &crate::vm::cx::Cx, handle: &Value) -> VmResult<String> {
    let Some(state) = state(handle) else {
        return Ok(String::new());
    };
    let class = cx.vm.type_name(handle);
    let mut text = format!("<{class}");
    if state.cancelled.get() {
        text.push_str(" cancelled");
    }
    if let Some(when) = state.when {
        text.push_str(&format!(
            " when={}",
            switchboard_pyfmt::float_repr::float_repr(when)
        ));
    }
    let callback = state.callback.borrow().clone();
    if !callback.is_none() {
        let args = state.args.borrow().clone();
        let debugging = cx.vm.aio.running.borrow().clone().unwrap_or(Value::None);
        text.push(' ');
        text.push_str(&super::report::callback_repr(cx, &callback, shown(&debugging, &args)).await?);
    }
    if let Some(line) = state.made_at {
        text.push_str(&format!(" created at {}:{line}", cx.vm.program_name()));
    }
    text.push('>');
    Ok(text)
}

fn state(value: &Value) -> Option<&HandleData> {
    native_state::<HandleData>(value)
}

/// A callback of the program, run by the executor; polled again only when it was preempted.
struct CallbackRun {
    vm: Rc<Vm>,
    handle: Rc<Instance>,
    event_loop: Value,
    context: Rc<Dict>,
    fiber: Option<Box<Fiber>>,
    /// When it began, in virtual nanoseconds; noted in debug mode.
    began: Option<u64>,
    /// With the handle's state, its places in the executor's tables, and the room that those have for more.
    _share: Share<240>,
}

impl Future for CallbackRun {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        let this = self.get_mut();
        let vm = this.vm.clone();
        let mut fiber = match this.fiber.take() {
            Some(fiber) => fiber,
            None => {
                super::report::run_finalizers(&vm);
                this.began = super::event_loop::is_debugging(&this.event_loop).then(|| vm.clock.now());
                vm.clock.begin_step();
                let mut fiber = vm.aio.fiber();
                if let Some(state) = this.handle.native::<HandleData>() {
                    let (callback, args) = (state.callback.borrow().clone(), state.args.borrow().clone());
                    fiber.call(&vm, &callback, &args);
                }
                fiber
            }
        };
        let outer = vm.swap_context(this.context.clone());
        let outcome = fiber.run(&vm);
        super::report::drain_finalizers(&vm, &outcome);
        this.context = vm.swap_context(outer);
        if let Some(began) = this.began
            && !matches!(outcome, Outcome::Preempted | Outcome::Blocked(_))
        {
            let what = Value::Instance(this.handle.clone());
            super::report::note_slow(&vm, &this.event_loop, began, what);
        }
        match outcome {
            Outcome::Returned(_) | Outcome::Yielded(_) => {
                vm.aio.keep_fiber(fiber);
                Poll::Ready(())
            }
            Outcome::Raised(exc) => {
                vm.aio.keep_fiber(fiber);
                failed(&vm, this, exc);
                Poll::Ready(())
            }
            Outcome::Preempted => {
                vm.note_preempted(None, &fiber);
                vm.aio.scheduler.preempt();
                this.fiber = Some(fiber);
                Poll::Pending
            }
            Outcome::Blocked(block) => {
                vm.note_blocked(None, &fiber);
                block_fiber(&vm, &mut fiber, block);
                this.fiber = Some(fiber);
                Poll::Pending
            }
        }
    }
}

/// A fiber that the executor polls has to wait, and with it the whole thread.
pub fn block_fiber(vm: &Rc<Vm>, fiber: &mut Fiber, block: Block) {
    match block {
        Block::Parked { until: u64::MAX, .. } => {
            fiber.reply(Err(super::threads::deadlock(vm)));
            vm.aio.scheduler.preempt();
        }
        Block::Until(at) | Block::Parked { until: at, .. } => {
            let what = vm.recorder().name("time.sleep");
            vm.aio.scheduler.block_until(Time::from_nanos(at), what);
            fiber.reply(Ok(Value::None));
        }
        Block::Loop(_) => {
            fiber.reply(Err(vm.runtime_error("This event loop is already running")));
            vm.aio.scheduler.preempt();
        }
    }
}

fn failed(vm: &Rc<Vm>, run: &CallbackRun, exc: Exc) {
    // `Handle._run`.
    exc.leave_hidden(&[]);
    if super::report::ends_the_loop(vm, &exc) {
        super::report::stop_with(vm, exc, Value::Instance(run.handle.clone()));
        return;
    }
    let event_loop = run.event_loop.clone();
    let handle = Value::Instance(run.handle.clone());
    let variables = run.context.clone();
    super::report::in_background(vm, |cx| async move {
        let callback = native_state::<HandleData>(&handle)
            .map(|s| (s.callback.borrow().clone(), s.args.borrow().clone()));
        let (callback, args) = callback.unwrap_or_default();
        let text = super::report::callback_repr(&cx, &callback, shown(&event_loop, &args)).await?;
        let context = vec![
            ("message", Value::str(format!("Exception in callback {text}"))),
            ("exception", exc.value()),
            ("handle", handle),
        ];
        // The handler sees the context variables that the callback saw.
        let handled = super::report::call_exception_handler(&cx, &event_loop, context);
        crate::modules::contextvars::within(&cx, variables, handled).await
    });
}

/// Arguments are shown in debug mode only.
fn shown<'a>(event_loop: &Value, args: &'a [Value]) -> Option<&'a [Value]> {
    super::event_loop::is_debugging(event_loop).then_some(args)
}
