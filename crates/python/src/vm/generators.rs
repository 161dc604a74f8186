//! Generators, coroutines and async generators as objects: their methods, and how awaitables are awaited.
//!
//! Mirrors `Objects/genobject.c`.

use super::call::{Args, Flow, NativeDef, Sent, flow};
use super::cx::Cx;
use super::{Vm, VmResult};
use crate::bytecode::AwaitKind;
use crate::object::function::{Getter, native_state};
use crate::object::generator::GeneratorState;
use crate::object::{Exc, Generator, GeneratorKind, Instance, Value};
use std::cell::Cell;
use std::rc::Rc;

/// What `asend()`, `__anext__()`, `athrow()` and `aclose()` of an async generator return: an awaitable for one step.
pub struct AsyncStep {
    pub generator: Rc<Generator>,
    pub kind: StepKind,
    /// What the first resumption sends or throws; taken then.
    first: Cell<Option<Sent>>,
    state: Cell<StepState>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    Send,
    Throw,
    Close,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StepState {
    Created,
    Running,
    Finished,
}

/// How one resumption of the async generator ended, as far as a step is concerned.
pub enum StepResult {
    /// It waits for something; the step goes on.
    Suspended,
    Item,
    Ended,
}

/// What the end of a step means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepEnd {
    GoesOn,
    Plain,
    /// It was `aclose()`: GeneratorExit and StopAsyncIteration are the expected ends.
    Closed,
    /// It was `aclose()`, and the generator has yielded.
    IgnoredExit,
}

impl AsyncStep {
    pub fn end(&self, result: &StepResult) -> StepEnd {
        if matches!(result, StepResult::Suspended) {
            return StepEnd::GoesOn;
        }
        self.state.set(StepState::Finished);
        self.generator.busy.set(false);
        match (self.kind, result) {
            (StepKind::Close, StepResult::Item) => StepEnd::IgnoredExit,
            (StepKind::Close, _) => StepEnd::Closed,
            _ => StepEnd::Plain,
        }
    }

    /// What the next resumption of the async generator sends, given what was sent into the step.
    pub fn begin(&self, vm: &Rc<Vm>, sent: Sent) -> VmResult<Sent> {
        match self.state.get() {
            StepState::Finished => {
                let name = if self.kind == StepKind::Send {
                    "__anext__()/asend()"
                } else {
                    "aclose()/athrow()"
                };
                Err(vm.runtime_error(format!("cannot reuse already awaited {name}")))
            }
            StepState::Running => Ok(sent),
            StepState::Created => {
                if self.generator.busy.get() {
                    let name = match self.kind {
                        StepKind::Send => "anext()",
                        StepKind::Throw => "athrow()",
                        StepKind::Close => "aclose()",
                    };
                    let message = format!("{name}: asynchronous generator is already running");
                    return Err(vm.runtime_error(message));
                }
                self.generator.busy.set(true);
                self.state.set(StepState::Running);
                match sent {
                    Sent::Throw(exc) => Ok(Sent::Throw(exc)),
                    Sent::Value(value) => Ok(match self.first.take() {
                        Some(first) => first,
                        None => Sent::Value(value),
                    }),
                }
            }
        }
    }
}

/// One way to go on with an `await`.
pub(super) enum AwaitStep {
    /// Resume this with that.
    Resume(Rc<Generator>, Sent),
    /// The awaited thing yields this to the loop.
    Yield(Value),
    Result(Value),
    /// Call this; what it returns is yielded, StopIteration is the result.
    Call(Value, Vec<Value>),
}

/// What asking a future gives.
pub enum AwaiterStep {
    Yield(Value),
    Result(Value),
}

impl Vm {
    /// The iterator that `await x` resumes. `Ok(None)` where `__await__` has to be called.
    pub(super) fn awaitable(self: &Rc<Self>, value: &Value, kind: AwaitKind) -> VmResult<Option<Value>> {
        match value {
            Value::Generator(generator) => match generator.kind {
                GeneratorKind::Coroutine => {
                    if generator.awaited().is_some() && generator.state.get() == GeneratorState::Suspended {
                        return Err(self.runtime_error("coroutine is being awaited already"));
                    }
                    return Ok(Some(value.clone()));
                }
                GeneratorKind::Generator if generator.awaitable.get() => return Ok(Some(value.clone())),
                _ => {}
            },
            Value::Instance(instance) => {
                if crate::aio::is_native_awaitable(instance) || instance.native::<AsyncStep>().is_some() {
                    return Ok(Some(value.clone()));
                }
                if self.lookup(&instance.class, &self.names.await_).is_some() {
                    return Ok(None);
                }
            }
            _ => {}
        }
        let name = self.type_name(value);
        Err(self.type_error(match kind {
            AwaitKind::Plain => format!("object {name} can't be used in 'await' expression"),
            AwaitKind::AEnter => format!(
                "'async with' received an object from __aenter__ that does not implement __await__: {name}"
            ),
            AwaitKind::AExit => format!(
                "'async with' received an object from __aexit__ that does not implement __await__: {name}"
            ),
            AwaitKind::ANext => format!("'async for' received an invalid object from __anext__: {name}"),
        }))
    }

    /// Sends a value into the iterator of an `await` or `yield from`.
    pub(super) fn await_step(self: &Rc<Self>, iterator: &Value, sent: Value) -> VmResult<AwaitStep> {
        use super::protocol::iterate::{Step, try_next};
        match iterator {
            Value::Generator(generator) => Ok(AwaitStep::Resume(generator.clone(), Sent::Value(sent))),
            Value::Instance(instance) => {
                if let Some(future) = crate::aio::future::data(instance) {
                    return Ok(match crate::aio::future::await_step(self, iterator, future)? {
                        AwaiterStep::Yield(value) => AwaitStep::Yield(value),
                        AwaiterStep::Result(value) => AwaitStep::Result(value),
                    });
                }
                if let Some(step) = instance.native::<AsyncStep>() {
                    let sent = step.begin(self, Sent::Value(sent))?;
                    return Ok(AwaitStep::Resume(step.generator.clone(), sent));
                }
                let (name, args) = match sent {
                    Value::None => (&self.names.next, vec![iterator.clone()]),
                    sent => (&self.names.send, vec![iterator.clone(), sent]),
                };
                match self.lookup(&instance.class, name) {
                    Some(method) => Ok(AwaitStep::Call(method, args)),
                    None => Err(self.no_attribute(iterator, name)),
                }
            }
            Value::Iter(_) | Value::Empty => match try_next(self, iterator)? {
                Step::Item(item) => Ok(AwaitStep::Yield(item)),
                Step::Done => Ok(AwaitStep::Result(Value::None)),
                Step::Ask => {
                    let next = self
                        .lookup(self.type_of(iterator), &self.names.next)
                        .unwrap_or(Value::None);
                    Ok(AwaitStep::Call(next, vec![iterator.clone()]))
                }
            },
            other => Err(self.type_error(format!(
                "__await__() returned non-iterator of type '{}'",
                self.type_name(other)
            ))),
        }
    }

    /// `agen.asend(value)` and the like.
    pub fn async_step(
        self: &Rc<Self>,
        generator: &Rc<Generator>,
        kind: StepKind,
        first: Option<Sent>,
    ) -> VmResult<Value> {
        if !generator.hooked.replace(true) {
            crate::aio::first_iteration(self, generator);
        }
        let class = match kind {
            StepKind::Send => &self.types.async_generator_asend,
            _ => &self.types.async_generator_athrow,
        };
        let state = AsyncStep {
            generator: generator.clone(),
            kind,
            first: Cell::new(first),
            state: Cell::new(StepState::Created),
        };
        Ok(Value::Instance(Instance::with_native(class, state)))
    }
}

impl Cx {
    /// Awaits an awaitable from a native coroutine.
    pub async fn await_value(&self, awaitable: &Value) -> VmResult<Value> {
        let iterator = match self.vm.awaitable(awaitable, AwaitKind::Plain)? {
            Some(iterator) => iterator,
            None => self
                .special(awaitable, &self.vm.names.await_, vec![])
                .await?
                .unwrap_or_default(),
        };
        let mut sent = Sent::Value(Value::None);
        loop {
            let yielded = match self.advance(&iterator, sent).await? {
                Advanced::Result(value) => return Ok(value),
                Advanced::Yielded(value) => value,
            };
            sent = match self.yield_value(yielded).await {
                Ok(value) => Sent::Value(value),
                Err(exc) => Sent::Throw(exc),
            };
        }
    }

    async fn advance(&self, iterator: &Value, sent: Sent) -> VmResult<Advanced> {
        let step = match sent {
            Sent::Value(value) => self.vm.await_step(iterator, value)?,
            Sent::Throw(exc) => match iterator {
                Value::Generator(generator) => AwaitStep::Resume(generator.clone(), Sent::Throw(exc)),
                _ => match native_state::<AsyncStep>(iterator) {
                    Some(step) => {
                        let sent = step.begin(&self.vm, Sent::Throw(exc))?;
                        AwaitStep::Resume(step.generator.clone(), sent)
                    }
                    None => return Err(exc),
                },
            },
        };
        let result = match step {
            AwaitStep::Yield(value) => return Ok(Advanced::Yielded(value)),
            AwaitStep::Result(value) => return Ok(Advanced::Result(value)),
            AwaitStep::Resume(generator, sent) => self.resume(&generator, sent).await,
            AwaitStep::Call(callable, args) => self.call(&callable, args).await,
        };
        let result = match (native_state::<AsyncStep>(iterator), result) {
            (Some(step), Err(exc)) => Err(end_step(&self.vm, step, exc)),
            (_, result) => result,
        };
        match result {
            Ok(value) => Ok(Advanced::Yielded(value)),
            Err(exc) if self.is_exc(&exc, &self.vm.types.stop_iteration) => {
                Ok(Advanced::Result(exc.arg(0).unwrap_or(Value::None)))
            }
            Err(exc) => Err(exc),
        }
    }
}

enum Advanced {
    Yielded(Value),
    Result(Value),
}

/// The exception that `throw(type_or_exception[, value])` throws.
async fn exception_to_throw(cx: &Cx, args: &[Value]) -> VmResult<Exc> {
    let Some(first) = args.first() else {
        return Err(cx.vm.type_error("throw expected at least 1 argument, got 0"));
    };
    if let (Value::Type(class), Some(value)) = (first, args.get(1))
        && let Some(exc) = Exc::from_value(value)
        && exc.0.class.is_subclass_of(class)
    {
        return Ok(exc);
    }
    let rest: Vec<Value> = match first {
        Value::Type(_) => args
            .get(1)
            .filter(|value| !value.is_none())
            .cloned()
            .into_iter()
            .collect(),
        _ => Vec::new(),
    };
    make_exception(cx, first, rest).await.map_err(|_| {
        cx.vm.type_error(format!(
            "exceptions must be classes or instances deriving from BaseException, not {}",
            cx.vm.type_name(first)
        ))
    })
}

/// An exception from a class (which is called) or an instance.
pub async fn make_exception(cx: &Cx, value: &Value, args: Vec<Value>) -> VmResult<Exc> {
    let made = match value {
        Value::Type(class) if class.is_subclass_of(&cx.vm.types.base_exception) => {
            cx.call(value, args).await?
        }
        _ => value.clone(),
    };
    Exc::from_value(&made).ok_or_else(|| cx.vm.type_error("exceptions must derive from BaseException"))
}

fn receiver<'a>(vm: &Rc<Vm>, args: &Args<'a>) -> VmResult<(Rc<Generator>, &'a [Value])> {
    match args.values.split_first() {
        Some((Value::Generator(generator), rest)) => Ok((generator.clone(), rest)),
        _ => Err(vm.type_error("descriptor requires a generator")),
    }
}

pub const GENERATOR_METHODS: &[NativeDef] = &[
    flow("__iter__", |_, args| Ok(Flow::Value(args.receiver().0.clone()))),
    flow("__next__", |vm, args| {
        Ok(Flow::Resume(receiver(vm, &args)?.0, Sent::Value(Value::None)))
    }),
    flow("send", send),
    flow("throw", throw),
    flow("close", close),
];

pub const COROUTINE_METHODS: &[NativeDef] = &[
    flow("__await__", |vm, args| {
        let wrapper = CoroutineWrapper(receiver(vm, &args)?.0);
        Ok(Flow::Value(Value::Instance(Instance::with_native(
            &vm.types.coroutine_wrapper,
            wrapper,
        ))))
    }),
    flow("send", send),
    flow("throw", throw),
    flow("close", close),
];

/// What `coroutine.__await__()` returns.
pub struct CoroutineWrapper(pub Rc<Generator>);

fn wrapped(vm: &Rc<Vm>, args: &Args<'_>) -> VmResult<Rc<Generator>> {
    let wrapper = args.values.first().and_then(native_state::<CoroutineWrapper>);
    wrapper
        .map(|w| w.0.clone())
        .ok_or_else(|| vm.type_error("descriptor requires a coroutine_wrapper"))
}

pub const WRAPPER_METHODS: &[NativeDef] = &[
    flow("__iter__", |_, args| Ok(Flow::Value(args.receiver().0.clone()))),
    flow("__next__", |vm, args| {
        Ok(Flow::Resume(wrapped(vm, &args)?, Sent::Value(Value::None)))
    }),
    flow("send", |vm, args| {
        let value = args.values.get(1).cloned().unwrap_or(Value::None);
        Ok(Flow::Resume(wrapped(vm, &args)?, Sent::Value(value)))
    }),
    flow("throw", |vm, args| {
        let (generator, rest) = (wrapped(vm, &args)?, args.receiver().1.values.to_vec());
        throw_into(vm, generator, rest)
    }),
    flow("close", |vm, args| close_generator(vm, wrapped(vm, &args)?)),
];

pub const ASYNC_GENERATOR_METHODS: &[NativeDef] = &[
    flow("__aiter__", |_, args| Ok(Flow::Value(args.receiver().0.clone()))),
    flow("__anext__", |vm, args| {
        let (generator, _) = receiver(vm, &args)?;
        vm.async_step(&generator, StepKind::Send, Some(Sent::Value(Value::None)))
            .map(Flow::Value)
    }),
    flow("asend", |vm, args| {
        let (generator, rest) = receiver(vm, &args)?;
        let [value] = Args::positional_only(rest).exactly::<1>(vm, "async_generator.asend")?;
        vm.async_step(&generator, StepKind::Send, Some(Sent::Value(value.clone())))
            .map(Flow::Value)
    }),
    flow("athrow", |vm, args| {
        let (generator, rest) = receiver(vm, &args)?;
        let rest = rest.to_vec();
        Flow::run(vm, |cx| async move {
            let exc = exception_to_throw(&cx, &rest).await?;
            cx.vm
                .async_step(&generator, StepKind::Throw, Some(Sent::Throw(exc)))
        })
    }),
    flow("aclose", |vm, args| {
        let (generator, _) = receiver(vm, &args)?;
        let exit = vm.exc_args(&vm.types.generator_exit, Vec::new());
        vm.async_step(&generator, StepKind::Close, Some(Sent::Throw(exit)))
            .map(Flow::Value)
    }),
];

/// Methods of what `asend()` and the like return, for those who drive them by hand.
pub const ASYNC_STEP_METHODS: &[NativeDef] = &[
    flow("__await__", |_, args| Ok(Flow::Value(args.receiver().0.clone()))),
    flow("__iter__", |_, args| Ok(Flow::Value(args.receiver().0.clone()))),
    flow("__next__", |vm, args| {
        drive_step(vm, args.receiver().0.clone(), StepInput::Value(Value::None))
    }),
    flow("send", |vm, args| {
        let value = args.values.get(1).cloned().unwrap_or(Value::None);
        drive_step(vm, args.receiver().0.clone(), StepInput::Value(value))
    }),
    flow("throw", |vm, args| {
        drive_step(
            vm,
            args.receiver().0.clone(),
            StepInput::Throw(args.receiver().1.values.to_vec()),
        )
    }),
    flow("close", |_, _| Ok(Flow::Value(Value::None))),
];

enum StepInput {
    Value(Value),
    Throw(Vec<Value>),
}

fn drive_step(vm: &Rc<Vm>, object: Value, input: StepInput) -> VmResult<Flow> {
    Flow::run(vm, |cx| async move {
        let Some(step) = native_state::<AsyncStep>(&object) else {
            return Ok(Value::None);
        };
        let sent = match input {
            StepInput::Value(value) => Sent::Value(value),
            StepInput::Throw(args) => Sent::Throw(exception_to_throw(&cx, &args).await?),
        };
        let sent = step.begin(&cx.vm, sent)?;
        match cx.resume(&step.generator, sent).await {
            Ok(value) => Ok(value),
            Err(exc) => Err(end_step(&cx.vm, step, exc)),
        }
    })
}

/// A step has ended with this exception: what its driver sees. StopIteration carries an item.
fn end_step(vm: &Rc<Vm>, step: &AsyncStep, exc: Exc) -> Exc {
    let item = vm.is_exc(&exc, &vm.types.stop_iteration);
    let ended = vm.is_exc(&exc, &vm.types.generator_exit) || vm.is_exc(&exc, &vm.types.stop_async_iteration);
    match step.end(if item {
        &StepResult::Item
    } else {
        &StepResult::Ended
    }) {
        StepEnd::IgnoredExit => vm.runtime_error("async generator ignored GeneratorExit"),
        StepEnd::Closed if ended => vm.stop_iteration(Value::None),
        _ => exc,
    }
}

fn send(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (generator, rest) = receiver(vm, &args)?;
    let name = if generator.kind == GeneratorKind::Coroutine {
        "coroutine.send"
    } else {
        "generator.send"
    };
    let [value] = Args::positional_only(rest).exactly::<1>(vm, name)?;
    Ok(Flow::Resume(generator, Sent::Value(value.clone())))
}

fn throw(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (generator, rest) = receiver(vm, &args)?;
    throw_into(vm, generator, rest.to_vec())
}

fn throw_into(vm: &Rc<Vm>, generator: Rc<Generator>, args: Vec<Value>) -> VmResult<Flow> {
    Flow::run(vm, |cx| async move {
        let exc = exception_to_throw(&cx, &args).await?;
        cx.resume(&generator, Sent::Throw(exc)).await
    })
}

fn close(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (generator, _) = receiver(vm, &args)?;
    close_generator(vm, generator)
}

/// `generator.close()`: throws GeneratorExit in and expects it (or StopIteration) back.
pub fn close_generator(vm: &Rc<Vm>, generator: Rc<Generator>) -> VmResult<Flow> {
    match generator.state.get() {
        GeneratorState::Finished => return Ok(Flow::Value(Value::None)),
        GeneratorState::Created => {
            generator.state.set(GeneratorState::Finished);
            generator.frame.take();
            return Ok(Flow::Value(Value::None));
        }
        _ => {}
    }
    let exit = vm.exc_args(&vm.types.generator_exit, Vec::new());
    Flow::run(vm, |cx| async move {
        let types = &cx.vm.types;
        match cx.resume(&generator, Sent::Throw(exit)).await {
            Ok(_) => {
                let noun = if generator.kind == GeneratorKind::Coroutine {
                    "coroutine"
                } else {
                    "generator"
                };
                Err(cx.vm.runtime_error(format!("{noun} ignored GeneratorExit")))
            }
            Err(exc) if cx.is_exc(&exc, &types.stop_iteration) => Ok(exc.arg(0).unwrap_or(Value::None)),
            Err(exc) if cx.is_exc(&exc, &types.generator_exit) => Ok(Value::None),
            Err(exc) => Err(exc),
        }
    })
}

fn as_generator<'a>(vm: &Rc<Vm>, value: &'a Value) -> VmResult<&'a Rc<Generator>> {
    match value {
        Value::Generator(generator) => Ok(generator),
        _ => Err(vm.type_error("descriptor requires a generator")),
    }
}

const fn getter(name: &'static str, get: fn(&Rc<Vm>, &Value) -> VmResult<Value>) -> Getter {
    Getter { name, get, set: None }
}

fn is_running(vm: &Rc<Vm>, value: &Value) -> VmResult<Value> {
    Ok(Value::Bool(
        as_generator(vm, value)?.state.get() == GeneratorState::Running,
    ))
}

fn awaited(vm: &Rc<Vm>, value: &Value) -> VmResult<Value> {
    Ok(as_generator(vm, value)?.awaited().unwrap_or(Value::None))
}

fn frame_of(vm: &Rc<Vm>, value: &Value) -> VmResult<Value> {
    // A finished generator has no frame, which `cr_frame is None` tests for. Frames themselves are not objects here.
    Ok(match as_generator(vm, value)?.state.get() {
        GeneratorState::Finished => Value::None,
        _ => value.clone(),
    })
}

fn code_of(vm: &Rc<Vm>, value: &Value) -> VmResult<Value> {
    let generator = as_generator(vm, value)?;
    Ok(match &*generator.frame.borrow() {
        Some(super::frame::Activation::Python(frame)) => Value::Code(frame.code.clone()),
        _ => Value::None,
    })
}

fn state_of(vm: &Rc<Vm>, value: &Value) -> VmResult<Value> {
    Ok(Value::Bool(
        as_generator(vm, value)?.state.get() == GeneratorState::Suspended,
    ))
}

pub const NAME_GETTERS: &[Getter] = &[
    Getter {
        name: "__name__",
        get: |vm, value| Ok(Value::Str(as_generator(vm, value)?.name.borrow().clone())),
        set: Some(|vm, value, new| {
            if let Some(text) = new.as_str() {
                as_generator(vm, value)?.name.replace(text.clone());
            }
            Ok(())
        }),
    },
    Getter {
        name: "__qualname__",
        get: |vm, value| Ok(Value::Str(as_generator(vm, value)?.qualname.borrow().clone())),
        set: Some(|vm, value, new| {
            if let Some(text) = new.as_str() {
                as_generator(vm, value)?.qualname.replace(text.clone());
            }
            Ok(())
        }),
    },
];

pub const GENERATOR_GETTERS: &[Getter] = &[
    getter("gi_running", is_running),
    getter("gi_suspended", state_of),
    getter("gi_yieldfrom", awaited),
    getter("gi_frame", frame_of),
    getter("gi_code", code_of),
];

pub const COROUTINE_GETTERS: &[Getter] = &[
    getter("cr_running", is_running),
    getter("cr_suspended", state_of),
    getter("cr_await", awaited),
    getter("cr_frame", frame_of),
    getter("cr_code", code_of),
    getter("cr_origin", |_, _| Ok(Value::None)),
];

pub const ASYNC_GENERATOR_GETTERS: &[Getter] = &[
    getter("ag_running", |vm, value| {
        Ok(Value::Bool(as_generator(vm, value)?.busy.get()))
    }),
    getter("ag_await", awaited),
    getter("ag_frame", frame_of),
    getter("ag_code", code_of),
];
