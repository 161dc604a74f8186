//! Generators, coroutines and async generators as objects: their methods, and how awaitables are awaited.
//!
//! Mirrors `Objects/genobject.c`.

mod methods;

pub use self::methods::{
    ASYNC_GENERATOR_GETTERS, ASYNC_GENERATOR_METHODS, ASYNC_STEP_METHODS, COROUTINE_GETTERS,
    COROUTINE_METHODS, CoroutineWrapper, GENERATOR_GETTERS, GENERATOR_METHODS, NAME_GETTERS, WRAPPER_METHODS,
    close_generator,
};
use super::call::Sent;
use super::cx::Cx;
use super::{Vm, VmResult};
use crate::bytecode::AwaitKind;
use crate::object::function::native_state;
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
    /// Whether `await x` resumes x itself; otherwise what its `__await__` returns. Mirrors `_PyCoro_GetAwaitableIter`.
    pub(super) fn is_own_iterator(self: &Rc<Self>, value: &Value, kind: AwaitKind) -> VmResult<bool> {
        match value {
            Value::Generator(generator) => match generator.kind {
                GeneratorKind::Coroutine => {
                    if generator.state.get() == GeneratorState::Suspended && generator.awaited().is_some() {
                        return Err(self.runtime_error("coroutine is being awaited already"));
                    }
                    return Ok(true);
                }
                GeneratorKind::Generator if generator.awaitable.get() => return Ok(true),
                _ => {}
            },
            Value::Instance(instance) => {
                if crate::aio::is_native_awaitable(instance) || instance.native::<AsyncStep>().is_some() {
                    return Ok(true);
                }
                if self.lookup(&instance.class, &self.names.await_).is_some() {
                    return Ok(false);
                }
            }
            _ => {}
        }
        let name = self.type_name(value);
        let not_awaitable = format!("object {name} can't be used in 'await' expression");
        Err(self.type_error(match kind {
            AwaitKind::Plain => not_awaitable,
            AwaitKind::AEnter => format!(
                "'async with' received an object from __aenter__ that does not implement __await__: {name}"
            ),
            AwaitKind::AExit => format!(
                "'async with' received an object from __aexit__ that does not implement __await__: {name}"
            ),
            AwaitKind::ANext => {
                let error = self.type_error(format!(
                    "'async for' received an invalid object from __anext__: {name}"
                ));
                error.data().cause.replace(self.type_error(not_awaitable).value());
                return Err(error);
            }
        }))
    }

    /// Whether `await` can wait for what `__await__` has returned.
    pub(super) fn await_iterator(self: &Rc<Self>, value: &Value) -> VmResult<()> {
        let is_iterator = match value {
            Value::Generator(generator) => match generator.kind {
                GeneratorKind::Coroutine => {
                    return Err(self.type_error("__await__() returned a coroutine"));
                }
                GeneratorKind::Generator => true,
                GeneratorKind::AsyncGenerator => false,
            },
            // An empty iterator is left as nothing.
            Value::Empty => true,
            value => self.lookup(self.type_of(value), &self.names.next).is_some(),
        };
        match is_iterator {
            true => Ok(()),
            false => Err(self.type_error(format!(
                "__await__() returned non-iterator of type '{}'",
                self.type_name(value)
            ))),
        }
    }

    /// Sends a value into the iterator of an `await` or `yield from`.
    pub(super) fn await_step(self: &Rc<Self>, iterator: &Value, sent: Value) -> VmResult<AwaitStep> {
        use super::protocol::iterate::{Step, try_next};
        match iterator {
            Value::Generator(generator) => Ok(AwaitStep::Resume(generator.clone(), Sent::Value(sent))),
            Value::Instance(instance) => {
                let of_future = match crate::aio::future::data(instance) {
                    Some(future) => Some(crate::aio::future::await_step(self, iterator, future)),
                    None => crate::aio::future_iter::advance(self, instance),
                };
                if let Some(step) = of_future {
                    return Ok(match step? {
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
            Value::Iter(_) if !sent.is_none() => Err(self.no_attribute(iterator, &self.names.send)),
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
        let iterator = if self.vm.is_own_iterator(awaitable, AwaitKind::Plain)? {
            awaitable.clone()
        } else {
            let iterator = self.special(awaitable, &self.vm.names.await_, vec![]).await?;
            let iterator = iterator.unwrap_or_default();
            self.vm.await_iterator(&iterator)?;
            iterator
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
    let vm = &cx.vm;
    if args.len() > 3 {
        let given = args.len();
        return Err(vm.type_error(format!("throw expected at most 3 arguments, got {given}")));
    }
    let is_traceback = |value: &Value| value.is_none() || Rc::ptr_eq(vm.type_of(value), &vm.types.traceback);
    if !args.get(2).is_none_or(is_traceback) {
        return Err(vm.type_error("throw() third argument must be a traceback object"));
    }
    if Exc::from_value(first).is_some() && args.get(1).is_some_and(|value| !value.is_none()) {
        return Err(vm.type_error("instance exception may not have a separate value"));
    }
    if let (Value::Type(class), Some(value)) = (first, args.get(1))
        && let Some(exc) = Exc::from_value(value)
        && exc.0.class.is_subclass_of(class)
    {
        return Ok(exc);
    }
    let rest: Vec<Value> = match first {
        Value::Type(_) => match args.get(1) {
            None | Some(Value::None) => Vec::new(),
            Some(Value::Tuple(values)) => values.to_vec(),
            Some(value) => vec![value.clone()],
        },
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
