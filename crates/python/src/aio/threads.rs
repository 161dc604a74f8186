//! Virtual threads: what `asyncio.to_thread` and `loop.run_in_executor` run.
//!
//! A worker is a fiber of its own. It may block in `time.sleep` without holding the loop: its host lets it go on
//! when its time has come. As in CPython, a new worker runs as soon as its work is submitted, up to where it first
//! blocks; an idle worker gets work when the loop polls; the result reaches the loop through
//! `call_soon_threadsafe`.

use super::future;
use crate::object::{Dict, Instance, Value};
use crate::vm::call::Block;
use crate::vm::cx::Cx;
use crate::vm::fiber::{Fiber, Outcome};
use crate::vm::{Vm, VmResult};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use switchboard_executor::Action;
use switchboard_trace::{Event, ThreadId, WaitOn};

/// `min(32, cpu_count + 4)` with the machine's four cores.
const MOST_WORKERS: usize = 8;

/// The default thread pool.
#[derive(Default)]
pub struct Threads {
    queue: RefCell<VecDeque<Work>>,
    running: RefCell<Vec<Worker>>,
    /// Workers made so far, idle ones included.
    made: Cell<usize>,
    next_id: Cell<u32>,
}

struct Work {
    function: Value,
    args: Vec<Value>,
    future: Rc<Instance>,
}

struct Worker {
    id: ThreadId,
    fiber: Fiber,
    future: Rc<Instance>,
    /// The context variables where it stands.
    context: Rc<Dict>,
    /// Virtual nanoseconds; a worker that was preempted can go on at once.
    wakes_at: u64,
}

/// `loop.run_in_executor(None, function, *args)`.
pub fn submit(vm: &Rc<Vm>, event_loop: &Value, function: Value, args: Vec<Value>) -> VmResult<Value> {
    let future = future::make(vm, event_loop);
    let work = Work {
        function,
        args,
        future: future.clone(),
    };
    let threads = &vm.aio.threads;
    // Each piece of waiting work has an idle worker that will take it.
    let taken = threads.running.borrow().len() + threads.queue.borrow().len();
    let idle = threads.made.get().saturating_sub(taken);
    if idle > 0 || threads.made.get() >= MOST_WORKERS {
        threads.queue.borrow_mut().push_back(work);
    } else {
        threads.made.set(threads.made.get() + 1);
        begin(vm, work);
    }
    Ok(Value::Instance(future))
}

fn begin(vm: &Rc<Vm>, work: Work) {
    let threads = &vm.aio.threads;
    let id = ThreadId::from_index(threads.next_id.get());
    threads.next_id.set(threads.next_id.get() + 1);
    let mut fiber = Fiber::new();
    fiber.call(vm, &work.function, &work.args);
    if let Some(data) = future::data(&work.future) {
        data.waits_on.set(Some(WaitOn::Thread(id)));
    }
    let name = vm.recorder().name(&super::handle::label(vm, &work.function));
    vm.recorder().record(Event::ThreadBegan {
        thread: id,
        name,
        task: vm.aio.current_id(),
    });
    go_on(
        vm,
        Worker {
            id,
            fiber,
            future: work.future,
            context: Rc::default(),
            wakes_at: 0,
        },
    );
}

/// Runs a worker until it blocks, ends or runs out of fuel. In its thread no loop runs and no task.
fn go_on(vm: &Rc<Vm>, mut worker: Worker) {
    let event_loop = vm.aio.running.take();
    let task = vm.aio.current.take();
    let context = vm.swap_context(worker.context.clone());
    let outcome = worker.fiber.run(vm);
    vm.aio.running.replace(event_loop);
    vm.aio.current.replace(task);
    worker.context = vm.swap_context(context);
    let result = match outcome {
        Outcome::Returned(value) | Outcome::Yielded(value) => Ok(value),
        Outcome::Raised(exc) => Err(exc),
        Outcome::Preempted => {
            worker.wakes_at = vm.clock.now();
            vm.aio.threads.running.borrow_mut().push(worker);
            return;
        }
        Outcome::Blocked(Block::Until(at)) => {
            worker.wakes_at = at;
            worker.fiber.reply(Ok(Value::None));
            vm.aio.threads.running.borrow_mut().push(worker);
            return;
        }
        Outcome::Blocked(Block::Loop(_)) => {
            Err(vm.runtime_error("a second event loop in another thread is not supported here"))
        }
    };
    vm.recorder().record(Event::ThreadEnded { thread: worker.id });
    let (machine, future) = (vm.clone(), worker.future);
    let label = vm.recorder().name("thread result");
    // `_chain_future`'s `_set_state`, through `call_soon_threadsafe`.
    let deliver = Action::call(move || {
        let Some(data) = future::data(&future) else { return };
        if data.is_done() {
            return;
        }
        match result {
            Ok(value) => future::resolve(&machine, &future, value),
            Err(exc) => future::fail(&machine, &future, exc),
        }
    });
    vm.aio.scheduler.call_soon(label, deliver);
}

/// Lets go on who can: workers whose time has come, and idle ones for whom there is work. To be called when the
/// loop polls.
pub fn run_due(vm: &Rc<Vm>) {
    let threads = &vm.aio.threads;
    let now = vm.clock.now();
    let mut due = Vec::new();
    {
        let mut running = threads.running.borrow_mut();
        let mut index = 0;
        while index < running.len() {
            if running[index].wakes_at <= now {
                due.push(running.remove(index));
            } else {
                index += 1;
            }
        }
    }
    due.sort_by_key(|worker| worker.wakes_at);
    for worker in due {
        go_on(vm, worker);
    }
    while threads.running.borrow().len() < threads.made.get() {
        let Some(work) = threads.queue.borrow_mut().pop_front() else {
            break;
        };
        begin(vm, work);
    }
}

/// When the next worker can go on, in virtual nanoseconds.
pub fn next_wake(vm: &Vm) -> Option<u64> {
    vm.aio
        .threads
        .running
        .borrow()
        .iter()
        .map(|worker| worker.wakes_at)
        .min()
}

/// `loop.shutdown_default_executor()`: waits until all workers have ended.
pub async fn join(cx: &Cx) -> VmResult<()> {
    let vm = cx.vm.clone();
    while let Some(at) = next_wake(&vm) {
        let waiter = future::make(&vm, &super::event_loop::running(&vm)?);
        let (machine, target) = (vm.clone(), waiter.clone());
        let label = vm.recorder().name("join threads");
        let action = Action::call(move || future::resolve(&machine, &target, Value::None));
        vm.aio
            .scheduler
            .call_at(switchboard_executor::Time::from_nanos(at), label, action);
        cx.await_value(&Value::Instance(waiter)).await?;
    }
    Ok(())
}
