//! asyncio: its futures, tasks and event loop on top of the executor.
//!
//! An asyncio task is a Rust [`Future`](std::future::Future) that the executor polls ([`task`]); an asyncio handle
//! is an executor handle ([`handle`]); the loop's methods put things into the executor's queues ([`event_loop`]).
//! The rest of asyncio (locks, queues, task groups …) is written in Python, in `lib/asyncio`.

pub mod coroutine_text;
pub mod coroutines;
pub mod event_loop;
pub mod future;
pub mod future_iter;
pub mod gather;
pub mod handle;
pub mod label;
pub mod module;
pub mod report;
pub mod task;
pub mod threads;

use crate::object::types::Origin;
use crate::object::{Dict, Exc, Generator, Instance, Type, Value};
use crate::types::{add_class_methods, add_methods, fill_later, generic_alias};
use crate::vm::builtin_types::native_type;
use crate::vm::cx::Cx;
use crate::vm::fiber::Fiber;
use crate::vm::names::Interner;
use crate::vm::{Vm, VmResult};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::{Rc, Weak};
use switchboard_executor::{Executor, Scheduler, TaskId};
use switchboard_trace::ObjectId;

/// What asyncio keeps for a whole run.
pub struct Aio {
    /// Dropping it drops all tasks.
    pub executor: RefCell<Option<Executor>>,
    pub scheduler: Scheduler,
    pub future: Rc<Type>,
    pub task: Rc<Type>,
    /// `FutureIter`.
    pub future_iter: Rc<Type>,
    /// `_GatheringFuture`.
    pub gathering: Rc<Type>,
    pub event_loop: Rc<Type>,
    pub handle: Rc<Type>,
    pub timer_handle: Rc<Type>,
    pub invalid_state: Rc<Type>,
    /// The loop that runs at present.
    pub running: RefCell<Option<Value>>,
    /// The exception that is being handled where the running loop was called.
    pub handled: RefCell<Option<Exc>>,
    /// What `set_event_loop` has set.
    pub policy_loop: RefCell<Option<Value>>,
    /// The numbers of locks, queues and their like in the trace, by the object's own number.
    pub object_ids: RefCell<HashMap<u64, ObjectId>>,
    /// The task whose step runs at present.
    pub current: RefCell<Option<Rc<Instance>>>,
    /// All tasks ever made that are still alive, oldest first.
    pub tasks: RefCell<Vec<Weak<Instance>>>,
    /// Async generators that have begun, for `shutdown_asyncgens`.
    pub async_generators: RefCell<Vec<Weak<Generator>>>,
    /// The number in the next task's name.
    pub next_name: Cell<u64>,
    next_object: Cell<u32>,
    /// What a callback raised that must end the loop: KeyboardInterrupt, SystemExit, a limit.
    pub fatal: RefCell<Option<Exc>>,
    pub threads: threads::Threads,
    /// A fiber that the last step has left behind, with its frames to be used again.
    spare_fiber: Cell<Option<Box<Fiber>>>,
}

impl Aio {
    pub fn new(interner: &Interner, types: &crate::vm::builtin_types::Types, executor: Executor) -> Self {
        let object = Some(&types.object);
        let native = |module: &str, name: &str, base| {
            native_type(interner, module, name, base, crate::object::Layout::Native)
        };
        let future = native("_asyncio", "Future", object);
        let task = native("_asyncio", "Task", Some(&future));
        let gathering = native("asyncio.tasks", "_GatheringFuture", Some(&future));
        let handle = native("asyncio.events", "Handle", object);
        let timer_handle = native("asyncio.events", "TimerHandle", Some(&handle));
        let exception = Some(&types.exception);
        let layout = crate::object::Layout::Exception;
        Aio {
            scheduler: executor.scheduler(),
            executor: RefCell::new(Some(executor)),
            future: future.clone(),
            task,
            future_iter: native("_asyncio", "FutureIter", object),
            event_loop: native("asyncio.unix_events", "_UnixSelectorEventLoop", object),
            handle,
            timer_handle,
            invalid_state: native_type(
                interner,
                "asyncio.exceptions",
                "InvalidStateError",
                exception,
                layout,
            ),
            gathering,
            running: RefCell::new(None),
            handled: RefCell::new(None),
            policy_loop: RefCell::new(None),
            object_ids: RefCell::default(),
            current: RefCell::new(None),
            tasks: RefCell::new(Vec::new()),
            async_generators: RefCell::new(Vec::new()),
            next_name: Cell::new(1),
            next_object: Cell::new(0),
            fatal: RefCell::new(None),
            threads: threads::Threads::default(),
            spare_fiber: Cell::new(None),
        }
    }

    /// A new number for something that tasks wait for, in the trace.
    pub fn next_object(&self) -> ObjectId {
        let index = self.next_object.get();
        self.next_object.set(index + 1);
        ObjectId::from_index(index)
    }

    /// How many tasks there are to look through for `all_tasks`.
    pub fn remembered(&self) -> usize {
        self.tasks.borrow().len()
    }

    /// A fiber with nothing to run yet.
    pub fn fiber(&self) -> Box<Fiber> {
        self.spare_fiber.take().unwrap_or_default()
    }

    /// Keeps a fiber for later if it has nothing to run any more.
    pub fn keep_fiber(&self, fiber: Box<Fiber>) {
        if fiber.is_idle() {
            self.spare_fiber.set(Some(fiber));
        }
    }

    /// The task that runs, in the trace.
    pub fn current_id(&self) -> Option<TaskId> {
        let current = self.current.borrow();
        current
            .as_ref()
            .and_then(|task| future::data(task))
            .and_then(|data| data.task.as_ref())
            .map(|task| task.id.get())
    }

    /// Remembers a task for `all_tasks`.
    pub fn remember(&self, task: &Rc<Instance>) {
        // It gets its number now: sets show tasks in the order of their creation.
        let _ = task.serial();
        let mut tasks = self.tasks.borrow_mut();
        if tasks.len() == tasks.capacity() {
            tasks.retain(|task| task.strong_count() > 0);
        }
        tasks.push(Rc::downgrade(task));
    }
}

/// Whether `await` of this instance is dealt with natively.
pub fn is_native_awaitable(instance: &Instance) -> bool {
    future::data(instance).is_some()
}

/// An async generator is iterated over for the first time: the running loop will close it in the end.
pub fn first_iteration(vm: &Rc<Vm>, generator: &Rc<Generator>) {
    if vm.aio.running.borrow().is_some() {
        let mut all = vm.aio.async_generators.borrow_mut();
        all.retain(|generator| generator.strong_count() > 0);
        all.push(Rc::downgrade(generator));
    }
}

/// An async generator has been abandoned: true if the running loop closes it in a task of its own.
pub async fn adopt_async_generator(cx: &Cx, generator: &Rc<Generator>) -> VmResult<bool> {
    let running = cx.vm.aio.running.borrow().clone();
    let Some(running) = running else { return Ok(false) };
    generator.hooked.set(true);
    let close = cx
        .method(&Value::Generator(generator.clone()), "aclose", vec![])
        .await?;
    // `call_soon_threadsafe(self.create_task, agen.aclose())`: one turn later the task is made.
    let make = event_loop::create_task_callable(&cx.vm);
    event_loop::call_soon(&cx.vm, &running, make, vec![running.clone(), close], None)?;
    Ok(true)
}

/// Fills in the native classes.
pub fn install(vm: &Rc<Vm>) {
    let aio = &vm.aio;
    fill_later(vm, &aio.future, |vm, class| {
        add_methods(vm, class, future::METHODS, future::GETTERS);
        add_class_methods(vm, class, &[generic_alias::CLASS_GETITEM]);
    });
    fill_later(vm, &aio.future_iter, |vm, class| {
        add_methods(vm, class, future_iter::METHODS, &[]);
    });
    fill_later(vm, &aio.task, |vm, class| {
        add_methods(vm, class, task::METHODS, task::GETTERS);
    });
    fill_later(vm, &aio.event_loop, |vm, class| {
        add_methods(vm, class, event_loop::METHODS, event_loop::GETTERS);
    });
    fill_later(vm, &aio.handle, |vm, class| {
        add_methods(vm, class, handle::METHODS, &[]);
    });
    fill_later(vm, &aio.timer_handle, |vm, class| {
        add_methods(vm, class, handle::TIMER_METHODS, &[]);
    });
}

/// Fills the `_asyncio` module.
pub fn fill(vm: &Rc<Vm>, dict: &Dict) {
    module::fill(vm, dict);
}

/// Whether a class is one of ours, not a subclass in Python.
pub fn is_plain(class: &Type) -> bool {
    class.origin == Origin::Native
}
