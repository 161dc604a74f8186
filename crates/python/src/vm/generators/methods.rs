//! The methods and attributes of generators, coroutines and async generators.

use super::{AsyncStep, StepKind, end_step, exception_to_throw};
use crate::object::function::{Getter, native_state};
use crate::object::generator::GeneratorState;
use crate::object::{Exc, Generator, GeneratorKind, Instance, Value};
use crate::vm::call::{Args, Flow, NativeDef, Sent, flow};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub(super) fn receiver<'a>(vm: &Rc<Vm>, args: &Args<'a>) -> VmResult<(Rc<Generator>, &'a [Value])> {
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

pub(super) fn wrapped(vm: &Rc<Vm>, args: &Args<'_>) -> VmResult<Rc<Generator>> {
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

pub(super) enum StepInput {
    Value(Value),
    Throw(Vec<Value>),
}

pub(super) fn drive_step(vm: &Rc<Vm>, object: Value, input: StepInput) -> VmResult<Flow> {
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

pub(super) fn send(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (generator, rest) = receiver(vm, &args)?;
    let name = if generator.kind == GeneratorKind::Coroutine {
        "coroutine.send"
    } else {
        "generator.send"
    };
    let [value] = Args::positional_only(rest).exactly::<1>(vm, name)?;
    Ok(Flow::Resume(generator, Sent::Value(value.clone())))
}

pub(super) fn throw(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (generator, rest) = receiver(vm, &args)?;
    throw_into(vm, generator, rest.to_vec())
}

pub(super) fn throw_into(vm: &Rc<Vm>, generator: Rc<Generator>, args: Vec<Value>) -> VmResult<Flow> {
    Flow::run(vm, |cx| async move {
        if (2..=3).contains(&args.len()) {
            let message = "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.";
            crate::vm::warn::warn(&cx, "DeprecationWarning", message).await?;
        }
        let mut exc = exception_to_throw(&cx, &args).await?;
        if cx.is_exc(&exc, &cx.vm.types.generator_exit) {
            exc = exit_of(&cx, &generator, exc).await;
        }
        cx.resume(&generator, Sent::Throw(exc)).await
    })
}

/// Closes the generator that this one has handed over to, so that GeneratorExit is raised in this one: that exception,
/// or what closing the other has raised.
async fn exit_of(cx: &Cx, generator: &Generator, exit: Exc) -> Exc {
    let inner = match generator.awaited() {
        Some(Value::Generator(inner)) if inner.frame.borrow().is_some() => Value::Generator(inner),
        _ => return exit,
    };
    let closed = cx.special(&inner, &cx.vm.names.close, vec![]).await;
    closed.err().unwrap_or(exit)
}

pub(super) fn close(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
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
        let exit = exit_of(&cx, &generator, exit).await;
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

pub(super) fn as_generator<'a>(vm: &Rc<Vm>, value: &'a Value) -> VmResult<&'a Rc<Generator>> {
    match value {
        Value::Generator(generator) => Ok(generator),
        _ => Err(vm.type_error("descriptor requires a generator")),
    }
}

const fn getter(name: &'static str, get: fn(&Rc<Vm>, &Value) -> VmResult<Value>) -> Getter {
    Getter { name, get, set: None }
}

pub(super) fn is_running(vm: &Rc<Vm>, value: &Value) -> VmResult<Value> {
    Ok(Value::Bool(
        as_generator(vm, value)?.state.get() == GeneratorState::Running,
    ))
}

pub(super) fn awaited(vm: &Rc<Vm>, value: &Value) -> VmResult<Value> {
    Ok(as_generator(vm, value)?.awaited().unwrap_or(Value::None))
}

pub(super) fn frame_of(vm: &Rc<Vm>, value: &Value) -> VmResult<Value> {
    let generator = as_generator(vm, value)?;
    Ok(match generator.state.get() {
        // A finished generator has no frame, which `cr_frame is None` tests for.
        GeneratorState::Finished => Value::None,
        _ => match crate::types::frame::of_generator(vm, generator) {
            // The machine has taken the frame to run it, or it is none of Python's: something that is not None.
            Value::None => value.clone(),
            frame => frame,
        },
    })
}

pub(super) fn code_of(vm: &Rc<Vm>, value: &Value) -> VmResult<Value> {
    let generator = as_generator(vm, value)?;
    Ok(match &*generator.frame.borrow() {
        Some(crate::vm::frame::Activation::Python(frame)) => Value::Code(frame.code.clone()),
        _ => Value::None,
    })
}

pub(super) fn state_of(vm: &Rc<Vm>, value: &Value) -> VmResult<Value> {
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
    getter("ag_suspended", state_of),
    getter("ag_await", awaited),
    getter("ag_frame", frame_of),
    getter("ag_code", code_of),
];
