//! Coroutines written in Rust (`asyncio.sleep`), and `ensure_future`.

use super::{event_loop, future, task};
use crate::bytecode::CmpOp;
use crate::object::{Exc, Generator, Instance, Str, Value};
use crate::vm::call::{Args, Flow, Signature};
use crate::vm::cx::{Cx, Request};
use crate::vm::frame::{Activation, NativeActivation};
use crate::vm::generators::AwaiterStep;
use crate::vm::{Vm, VmResult};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use switchboard_executor::{Action, Handle, Time};

/// A coroutine object whose body is Rust.
pub fn native<F, Fut>(vm: &Rc<Vm>, name: &str, start: F) -> Value
where
    F: FnOnce(Cx) -> Fut,
    Fut: Future<Output = VmResult<Value>> + 'static,
{
    native_named(vm, vm.intern(name), start)
}

/// A coroutine object that `asyncio.run` makes to close the loop: no line of the program has made it.
pub fn closing<F, Fut>(vm: &Rc<Vm>, name: &str, start: F) -> Value
where
    F: FnOnce(Cx) -> Fut,
    Fut: Future<Output = VmResult<Value>> + 'static,
{
    let coroutine = native(vm, name, start);
    if let Value::Generator(generator) = &coroutine {
        generator.made_at.set(0);
    }
    coroutine
}

fn native_named<F, Fut>(vm: &Rc<Vm>, name: Str, start: F) -> Value
where
    F: FnOnce(Cx) -> Fut,
    Fut: Future<Output = VmResult<Value>> + 'static,
{
    let body = NativeActivation::new(Box::pin(start(Cx::new(vm))));
    let coroutine = Generator::native(name, Activation::Native(body));
    coroutine.made_at.set(vm.place.get());
    Value::Generator(Rc::new(coroutine))
}

const SLEEP: Signature = Signature {
    function: "sleep",
    params: &["delay", "result"],
    posonly: 0,
    positional: 2,
    required: 1,
};

/// `asyncio.sleep(delay, result=None)`.
pub fn sleep(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (delay, result) = match args.values {
        // As nearly all programs call it, again and again.
        [delay] if args.names.is_empty() => (delay.clone(), Value::None),
        _ => {
            let [delay, result] = args.bind::<2>(vm, &SLEEP)?;
            (delay.unwrap_or(Value::None), result.unwrap_or(Value::None))
        }
    };
    Ok(native_named(vm, vm.names.sleep.clone(), |cx| Sleep {
        cx,
        result,
        stage: Stage::Made(delay),
    }))
}

/// The body of `asyncio.sleep`. An `async` block would do the same, in ten times the memory; of these a program may
/// have very many.
struct Sleep {
    cx: Cx,
    result: Value,
    stage: Stage,
}

/// How far a sleep has come.
enum Stage {
    /// With the delay.
    Made(Value),
    /// Whether the delay, which is no number, is over at once.
    Asks(Pin<Box<dyn Future<Output = VmResult<bool>>>>),
    GivesWay,
    Over,
    /// However it ends, its timer does not outlive it.
    Waits(Rc<Instance>, Handle),
}

impl Sleep {
    /// Begins to wait, or only gives way.
    fn begin(&mut self, seconds: f64, gives_way: bool) -> VmResult<()> {
        if gives_way {
            self.stage = Stage::GivesWay;
            self.cx.leave(Request::Yield(Value::None));
            return Ok(());
        }
        let vm = &self.cx.vm;
        if seconds.is_nan() {
            return Err(vm.value_error("Invalid delay: NaN (not a number)"));
        }
        let event_loop = event_loop::current(vm)?;
        let waiter = future::make(vm, &event_loop);
        let due = event_loop::deadline(vm, seconds);
        let (machine, target) = (vm.clone(), waiter.clone());
        let label = vm.recorder().name("sleep");
        let action = Action::call(move || {
            if let Some(data) = future::data(&target)
                && !data.is_done()
            {
                future::resolve(&machine, &target, Value::None);
            }
        });
        let handle = vm.aio.scheduler.call_at(Time::from_nanos(due.1), label, action);
        super::module::note_timer(vm, &waiter, handle);
        self.stage = Stage::Waits(waiter, handle);
        Ok(())
    }

    /// One step of awaiting the future that the timer resolves.
    fn wait(&mut self) -> VmResult<Poll<()>> {
        let Stage::Waits(waiter, _) = &self.stage else {
            return Ok(Poll::Ready(()));
        };
        let value = Value::Instance(waiter.clone());
        let Some(data) = future::data(waiter) else {
            return Ok(Poll::Ready(()));
        };
        Ok(match future::await_step(&self.cx.vm, &value, data)? {
            AwaiterStep::Result(_) => Poll::Ready(()),
            AwaiterStep::Yield(value) => {
                self.cx.leave(Request::Yield(value));
                Poll::Pending
            }
        })
    }

    fn step(&mut self, context: &mut Context<'_>) -> VmResult<Poll<()>> {
        match &mut self.stage {
            Stage::Made(delay) => match seconds(&self.cx.vm, delay) {
                Some(seconds) => self.begin(seconds, seconds <= 0.0)?,
                None => {
                    let (cx, delay) = (self.cx.clone(), std::mem::take(delay));
                    self.stage = Stage::Asks(Box::pin(async move {
                        let answer = cx.compare(CmpOp::Le, &delay, &Value::Int(0)).await?;
                        cx.truth(&answer).await
                    }));
                    return self.step(context);
                }
            },
            Stage::Asks(answer) => match answer.as_mut().poll(context) {
                Poll::Ready(gives_way) => self.begin(0.0, gives_way?)?,
                Poll::Pending => return Ok(Poll::Pending),
            },
            Stage::GivesWay => {
                return match self.cx.answer() {
                    Some(answer) => answer.map(|_| Poll::Ready(())),
                    None => Ok(Poll::Pending),
                };
            }
            Stage::Over => {}
            Stage::Waits(..) => match self.cx.answer() {
                Some(answer) => drop(answer?),
                None => return Ok(Poll::Pending),
            },
        }
        match self.stage {
            Stage::Waits(..) => self.wait(),
            _ => Ok(Poll::Pending),
        }
    }
}

impl Future for Sleep {
    type Output = VmResult<Value>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match self.step(context) {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(())) => Poll::Ready(Ok(std::mem::take(&mut self.result))),
            Err(exc) => {
                self.forget_timer();
                Poll::Ready(Err(exc))
            }
        }
    }
}

impl Sleep {
    fn forget_timer(&mut self) {
        if let Stage::Waits(_, handle) = std::mem::replace(&mut self.stage, Stage::Over) {
            self.cx.vm.aio.scheduler.cancel(handle);
        }
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        self.forget_timer();
    }
}

/// A number of seconds.
pub fn seconds(_vm: &Rc<Vm>, value: &Value) -> Option<f64> {
    match value.base() {
        Value::Float(f) => Some(*f),
        Value::Int(i) => Some(*i as f64),
        Value::Bool(b) => Some(f64::from(u8::from(*b))),
        Value::BigInt(big) => Some(num_traits::ToPrimitive::to_f64(&***big).unwrap_or(f64::INFINITY)),
        _ => None,
    }
}

/// `asyncio.ensure_future`.
pub fn ensure_future(vm: &Rc<Vm>, value: &Value, event_loop: Option<&Value>) -> VmResult<Rc<Instance>> {
    if let Value::Instance(instance) = value
        && let Some(data) = future::data(instance)
    {
        if event_loop.is_some_and(|expected| !expected.is(&data.event_loop)) {
            return Err(vm.value_error(
                "The future belongs to a different loop than the one specified as the loop argument",
            ));
        }
        return Ok(instance.clone());
    }
    let coroutine = match task::is_coroutine(value) {
        true => value.clone(),
        false if vm.special(value, &vm.names.await_).is_some() => {
            let awaitable = value.clone();
            native(vm, "_wrap_awaitable", |cx| async move {
                cx.await_value(&awaitable).await
            })
        }
        false => return Err(vm.type_error("An asyncio.Future, a coroutine or an awaitable is required")),
    };
    let event_loop = match event_loop {
        Some(event_loop) => event_loop.clone(),
        None => event_loop::current(vm)?,
    };
    task::spawn(vm, &event_loop, &coroutine, None, None)
}

/// The task is known to someone of ours: it may go while pending without a word.
pub fn do_not_log_destruction(task: &Rc<Instance>) {
    if let Some(task) = future::data(task).and_then(|data| data.task.as_ref()) {
        task.log_destroy_pending.set(false);
    }
}

/// `asyncio.create_task(coro, *, name=None, context=None)`.
pub fn create_task(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    match event_loop::running(vm) {
        Ok(event_loop) => create_task_in(vm, &event_loop, args),
        Err(exc) => Err(left_with(exc, args)),
    }
}

/// The exception leaves a function that CPython has in Python.
fn left_with(exc: Exc, args: Args<'_>) -> Exc {
    exc.leave_hidden(args.values);
    exc
}

/// `loop.create_task(coro, *, name=None, context=None)`.
pub fn create_task_in(vm: &Rc<Vm>, event_loop: &Value, args: Args<'_>) -> VmResult<Flow> {
    const CREATE: Signature = Signature {
        function: "create_task",
        params: &["coro", "name", "context"],
        posonly: 0,
        positional: 1,
        required: 1,
    };
    let [coroutine, name, context] = args.bind::<3>(vm, &CREATE)?;
    let coroutine = coroutine.unwrap_or(Value::None);
    let Some(factory) = event_loop::task_factory(event_loop) else {
        let context = context.as_ref().and_then(crate::modules::contextvars::dict_of);
        let name = task::task_name(vm, name)?;
        return match task::spawn(vm, event_loop, &coroutine, name, context) {
            Ok(task) => Ok(Flow::Value(Value::Instance(task))),
            Err(exc) => Err(left_with(exc, args)),
        };
    };
    let made = ByFactory {
        factory,
        event_loop: event_loop.clone(),
        name: name.unwrap_or(Value::None),
        context: context.filter(|context| !context.is_none()),
    };
    Flow::run(vm, |cx| async move { made.make(&cx, coroutine).await })
}

/// What the program's own task factory is asked for.
struct ByFactory {
    factory: Value,
    event_loop: Value,
    name: Value,
    context: Option<Value>,
}

impl ByFactory {
    async fn make(&self, cx: &Cx, coroutine: Value) -> VmResult<Value> {
        let mut args = vec![self.event_loop.clone(), coroutine];
        let names: Vec<Str> = self.context.iter().map(|_| cx.vm.intern("context")).collect();
        args.extend(self.context.clone());
        let task = cx.call_named(&self.factory, args, names).await?;
        cx.method(&task, "set_name", vec![self.name.clone()]).await?;
        Ok(task)
    }
}

/// The loop in which a function makes tasks of its arguments: the one that is given, else that of the first argument if
/// it is a future, else the current one, if there is any.
fn loop_for_tasks(vm: &Rc<Vm>, args: Args<'_>) -> Option<Value> {
    let given = args.keyword("loop").filter(|given| !given.is_none()).cloned();
    let first = || {
        args.positional()
            .first()
            .and_then(future::of)
            .map(|data| data.event_loop.clone())
    };
    given.or_else(first).or_else(|| event_loop::current(vm).ok())
}

/// Calls a function that makes tasks of its arguments. Where the loop has a task factory, that has made them before.
pub fn with_tasks(
    vm: &Rc<Vm>,
    args: Args<'_>,
    function: fn(&Rc<Vm>, Args<'_>) -> VmResult<Value>,
) -> VmResult<Flow> {
    let event_loop = loop_for_tasks(vm, args);
    let is_awaitable = |value| task::is_coroutine(value) || vm.special(value, &vm.names.await_).is_some();
    let is_wrong = args
        .positional()
        .first()
        .is_some_and(|value| !is_awaitable(value));
    if is_wrong
        || event_loop
            .as_ref()
            .is_some_and(|event_loop| event_loop::task_factory(event_loop).is_none())
    {
        return function(vm, args)
            .map(Flow::Value)
            .map_err(|exc| left_with(exc, args));
    }
    let (mut values, names) = (args.values.to_vec(), args.names.to_vec());
    Flow::run(vm, |cx| async move {
        let event_loop = match event_loop {
            Some(event_loop) => event_loop,
            None => event_loop::of_policy(&cx)
                .await
                .inspect_err(|exc| exc.leave_hidden(&values))?,
        };
        if let Some(factory) = event_loop::task_factory(&event_loop) {
            let made = ByFactory {
                factory,
                event_loop,
                name: Value::None,
                context: None,
            };
            for value in &mut values {
                if task::is_coroutine(value) {
                    *value = made.make(&cx, value.clone()).await?;
                }
            }
        }
        let (values, names) = (&values, &names);
        let args = Args { values, names };
        function(&cx.vm, args).map_err(|exc| left_with(exc, args))
    })
}
