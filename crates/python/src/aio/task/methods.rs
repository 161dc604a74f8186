//! `asyncio.Task` as an object: its methods and attributes.

use super::super::future;
use super::{TaskData, spawn_of};
use crate::object::function::Getter;
use crate::object::generator::GeneratorState;
use crate::object::{Exc, Generator, Instance, Str, Traceback, Value};
use crate::vm::call::{Args, Flow, NativeDef, Signature, flow, plain};
use crate::vm::cx::Request;
use crate::vm::source::Owner;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_trace::Event;

const NEW: Signature = Signature {
    function: "Task",
    params: &["coro", "loop", "name", "context", "eager_start"],
    posonly: 0,
    positional: 1,
    required: 1,
};

pub const METHODS: &[NativeDef] = &[
    plain("__new__", |vm, args| {
        let (class, rest) = args.receiver();
        let Value::Type(class) = class else {
            return Err(vm.type_error("Task.__new__(X): X is not a type object"));
        };
        let [coroutine, event_loop, name, context, eager] = rest.bind::<5>(vm, &NEW)?;
        if eager.is_some_and(|eager| crate::vm::protocol::truth::try_truth(vm, &eager).unwrap_or(true)) {
            return Err(vm.exc(
                &vm.types.not_implemented_error,
                "eager_start is not supported yet: the task starts in the next turn",
            ));
        }
        let event_loop = match event_loop {
            Some(event_loop) if !event_loop.is_none() => event_loop,
            _ => super::super::event_loop::current(vm)?,
        };
        let name = task_name(vm, name)?;
        let context = context.as_ref().and_then(crate::modules::contextvars::dict_of);
        let coroutine = coroutine.unwrap_or(Value::None);
        spawn_of(vm, class, &event_loop, &coroutine, name, context).map(Value::Instance)
    }),
    plain("get_name", |vm, args| Ok(Value::Str(this(vm, &args)?.1.name()))),
    flow("set_name", |vm, args| {
        let object = args.exactly::<2>(vm, "Task.set_name")?[1].clone();
        let (task, _) = this(vm, &args)?;
        let task = task.clone();
        Flow::run(vm, |cx| async move {
            let name = cx.str(&object).await?;
            if let Some(state) = future::data(&task).and_then(|data| data.task.as_ref()) {
                if let Some(pen) = cx.vm.pen() {
                    pen.record(Event::TaskRenamed {
                        task: state.id.get(),
                        name: pen.fresh_name(&name),
                    });
                }
                state.name.replace(Some(name));
            }
            Ok(Value::None)
        })
    }),
    plain("get_coro", |vm, args| Ok(this(vm, &args)?.1.coroutine.clone())),
    plain("get_context", |vm, args| {
        let context = this(vm, &args)?.1.own_context(vm);
        Ok(crate::modules::contextvars::wrap(vm, context))
    }),
    plain("cancelling", |vm, args| {
        Ok(Value::Int(this(vm, &args)?.1.cancel_requests.get()))
    }),
    plain("uncancel", |vm, args| {
        let (_, task) = this(vm, &args)?;
        let left = (task.cancel_requests.get() - 1).max(0);
        task.cancel_requests.set(left);
        if left == 0 {
            task.must_cancel.set(false);
        }
        Ok(Value::Int(left))
    }),
    flow("get_stack", |vm, args| {
        const GET_STACK: Signature = Signature {
            function: "get_stack",
            params: &["limit"],
            posonly: 0,
            positional: 0,
            required: 0,
        };
        let (_, task) = this(vm, &args)?;
        let [limit] = args.receiver().1.bind::<1>(vm, &GET_STACK)?;
        let most = limit.as_ref().and_then(Value::as_i64);
        let most = most.map_or(usize::MAX, switchboard_pyfmt::count);
        if let Value::Generator(coroutine) = &task.coroutine
            && coroutine.state.get() == GeneratorState::Running
            && let Some(code) = coroutine.defined_at.borrow().clone()
        {
            return Flow::run(vm, |cx| async move {
                let innermost = cx.ask(Request::Frame(0)).await?;
                let own = crate::types::frame::running(&cx.vm, &innermost, &code);
                Ok(Value::list(own.into_iter().take(most).collect()))
            });
        }
        let exc = future::of(args.receiver().0).and_then(|data| data.exception());
        let mut frames = stack_of(vm, &task.coroutine, exc.as_ref());
        frames.truncate(most);
        Ok(Flow::Value(Value::list(frames)))
    }),
    flow("print_stack", |vm, args| {
        const PRINT_STACK: Signature = Signature {
            function: "print_stack",
            params: &["limit", "file"],
            posonly: 0,
            positional: 0,
            required: 0,
        };
        let task = args.receiver().0.clone();
        let [limit, file] = args.receiver().1.bind::<2>(vm, &PRINT_STACK)?;
        let args = vec![task, limit.unwrap_or(Value::None), file.unwrap_or(Value::None)];
        Flow::run(vm, |cx| async move {
            let module = crate::vm::import::load(&cx, "asyncio.base_tasks").await?;
            cx.method(&module, "_task_print_stack", args).await
        })
    }),
];

pub const GETTERS: &[Getter] = &[
    Getter {
        name: "_coro",
        get: |_, v| {
            Ok(future::of(v)
                .and_then(|d| d.task.as_ref())
                .map_or(Value::None, |t| t.coroutine.clone()))
        },
        set: None,
    },
    Getter {
        name: "_must_cancel",
        get: |_, v| {
            Ok(Value::Bool(
                future::of(v)
                    .and_then(|d| d.task.as_ref())
                    .is_some_and(|t| t.must_cancel.get()),
            ))
        },
        set: None,
    },
    Getter {
        name: "_fut_waiter",
        get: |_, v| {
            let task = future::of(v).and_then(|d| d.task.as_ref());
            Ok(task
                .and_then(|t| t.waits_for.borrow().clone())
                .map_or(Value::None, Value::Instance))
        },
        set: None,
    },
    Getter {
        name: "_log_destroy_pending",
        get: |_, v| {
            Ok(Value::Bool(
                future::of(v)
                    .and_then(|d| d.task.as_ref())
                    .is_some_and(|t| t.log_destroy_pending.get()),
            ))
        },
        set: Some(|_, v, new| {
            if let Some(task) = future::of(v).and_then(|d| d.task.as_ref()) {
                task.log_destroy_pending.set(matches!(new, Value::Bool(true)));
            }
            Ok(())
        }),
    },
];

/// The name given to a task: any object's text.
pub fn task_name(vm: &Rc<Vm>, name: Option<Value>) -> VmResult<Option<Str>> {
    match name {
        None | Some(Value::None) => Ok(None),
        Some(Value::Str(name)) => Ok(Some(name)),
        Some(other) => crate::vm::protocol::text::try_str(vm, &other),
    }
}

/// The frames that `get_stack()` gives: where the task is suspended, or those that its exception has passed.
fn stack_of(vm: &Rc<Vm>, coroutine: &Value, exc: Option<&Exc>) -> Vec<Value> {
    if let Value::Generator(generator) = coroutine
        && generator.state.get() != GeneratorState::Finished
    {
        // Of coroutines that are written in Rust there are no frames to show.
        let frame = crate::types::frame::of_generator(vm, generator);
        return if frame.is_none() { vec![] } else { vec![frame] };
    }
    let traceback = exc.and_then(Exc::traceback);
    Traceback::frames(traceback.as_ref())
        .filter(|passed| passed.frame.code.source.owner == Owner::Program)
        .map(|passed| crate::types::frame::kept(vm, passed.frame.clone()))
        .collect()
}

/// The innermost coroutine that a suspended one awaits, itself included.
pub fn innermost(generator: &Rc<Generator>) -> Rc<Generator> {
    let mut current = generator.clone();
    while let Some(Value::Generator(inner)) = current.awaited() {
        current = inner;
    }
    current
}

fn this<'a>(vm: &Rc<Vm>, args: &Args<'a>) -> VmResult<(&'a Rc<Instance>, &'a TaskData)> {
    let instance = args.values.first().and_then(Value::as_instance);
    let found = instance.and_then(|i| {
        future::data(i)
            .and_then(|d| d.task.as_deref())
            .map(|task| (i, task))
    });
    found.ok_or_else(|| vm.type_error("descriptor requires a '_asyncio.Task' object"))
}
