//! Virtual threads: what `asyncio.to_thread` and `loop.run_in_executor` run.
//!
//! A worker is a fiber of its own. It may block in `time.sleep` without holding the loop: its host lets it go on
//! when its time has come. As in CPython, a new worker runs as soon as its work is submitted, up to where it first
//! blocks; an idle worker gets work when the loop polls; the result reaches the loop through
//! `call_soon_threadsafe`.

use super::future;
use crate::object::{Dict, Instance, Value};
use crate::vm::call::{Args, Block, Flow};
use crate::vm::cx::{Cx, Request};
use crate::vm::fiber::{Fiber, Outcome};
use crate::vm::{Vm, VmResult};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use switchboard_executor::Action;
use switchboard_trace::{Event, ThreadId, WaitOn};

/// `min(32, cpu_count + 4)` with the machine's four cores.
const MOST_WORKERS: usize = 8;

/// When a thread wakes that has no deadline.
const NEVER: u64 = u64::MAX;

/// The default thread pool.
#[derive(Default)]
pub struct Threads {
    queue: RefCell<VecDeque<Work>>,
    running: RefCell<Vec<Worker>>,
    /// Whose time had come when the loop polled.
    due: RefCell<VecDeque<Worker>>,
    /// Who has used up the slice's fuel: goes on before anybody else.
    preempted: RefCell<Option<Worker>>,
    /// Who waits for all workers to end.
    joining: RefCell<Option<Rc<Instance>>>,
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
    /// Virtual nanoseconds; [`NEVER`] if only `unpark` helps.
    wakes_at: u64,
    /// The number of the object that it waits for.
    parked_on: Option<u64>,
}

/// `loop.run_in_executor(None, function, *args)`.
pub fn submit(vm: &Rc<Vm>, event_loop: &Value, function: Value, args: Vec<Value>) -> VmResult<Flow> {
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
    if !is_preempted(vm) {
        return Ok(Flow::Value(Value::Instance(future)));
    }
    Flow::run(vm, |cx| async move {
        while is_preempted(&cx.vm) {
            cx.ask(Request::Preempt).await?;
            resume_preempted(&cx.vm);
        }
        Ok(Value::Instance(future))
    })
}

fn is_preempted(vm: &Vm) -> bool {
    vm.aio.threads.preempted.borrow().is_some()
}

fn resume_preempted(vm: &Rc<Vm>) {
    let worker = vm.aio.threads.preempted.take();
    if let Some(worker) = worker {
        go_on(vm, worker);
    }
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
    if let Some(pen) = vm.pen() {
        pen.record(Event::ThreadBegan {
            thread: id,
            name: pen.name(&super::handle::label(vm, &work.function)),
            task: vm.aio.current_id(),
        });
    }
    go_on(
        vm,
        Worker {
            id,
            fiber,
            future: work.future,
            context: Rc::default(),
            wakes_at: 0,
            parked_on: None,
        },
    );
}

/// Runs a worker until it blocks, ends or runs out of fuel. In its thread no loop runs and no task.
fn go_on(vm: &Rc<Vm>, mut worker: Worker) {
    worker.parked_on = None;
    let event_loop = vm.aio.running.take();
    let handled = vm.aio.handled.take();
    let task = vm.aio.current.take();
    let context = vm.swap_context(worker.context.clone());
    let outcome = worker.fiber.run(vm);
    vm.aio.running.replace(event_loop);
    vm.aio.handled.replace(handled);
    vm.aio.current.replace(task);
    worker.context = vm.swap_context(context);
    let result = match outcome {
        Outcome::Returned(value) | Outcome::Yielded(value) => Ok(value),
        Outcome::Raised(exc) => Err(exc),
        Outcome::Preempted => {
            vm.note_preempted(None, &worker.fiber);
            vm.aio.threads.preempted.replace(Some(worker));
            return;
        }
        Outcome::Blocked(Block::Until(at)) => {
            worker.wakes_at = at;
            worker.fiber.reply(Ok(Value::None));
            vm.aio.threads.running.borrow_mut().push(worker);
            return;
        }
        Outcome::Blocked(Block::Parked { on, until }) => {
            worker.wakes_at = until;
            worker.parked_on = Some(on);
            worker.fiber.reply(Ok(Value::None));
            vm.aio.threads.running.borrow_mut().push(worker);
            return;
        }
        Outcome::Blocked(Block::Loop(_)) => {
            Err(vm.runtime_error("a second event loop in another thread is not supported here"))
        }
    };
    if let Some(pen) = vm.pen() {
        pen.record(Event::ThreadEnded { thread: worker.id });
    }
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
    note_ended(vm);
}

/// A worker has ended: who waits for all of them is told when it was the last.
fn note_ended(vm: &Rc<Vm>) {
    let threads = &vm.aio.threads;
    let is_last = threads.running.borrow().is_empty() && threads.queue.borrow().is_empty();
    if let Some(waiter) = is_last.then(|| threads.joining.take()).flatten() {
        let machine = vm.clone();
        let label = vm.recorder().name("join threads");
        let action = Action::call(move || future::resolve(&machine, &waiter, Value::None));
        vm.aio.scheduler.call_soon(label, action);
    }
}

/// `park(object, seconds)`: the thread waits until `unpark(object)` is called, or for so long.
pub fn park(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [object, timeout] = args.exactly::<2>(vm, "park")?;
    let until = match super::coroutines::seconds(vm, timeout) {
        Some(seconds) => super::event_loop::deadline(vm, seconds).1,
        None => NEVER,
    };
    let on = object.as_instance().map_or(0, |object| object.serial());
    Ok(Flow::Block(Block::Parked { on, until }))
}

/// `unpark(object)`: lets the threads that wait for the object go on.
pub fn unpark(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [object] = args.exactly::<1>(vm, "unpark")?;
    let Some(on) = object.as_instance().map(|object| object.serial()) else {
        return Ok(Value::None);
    };
    let mut running = vm.aio.threads.running.borrow_mut();
    for worker in running.iter_mut().filter(|worker| worker.parked_on == Some(on)) {
        worker.wakes_at = vm.clock.now();
        worker.parked_on = None;
    }
    Ok(Value::None)
}

/// What a thread gets that waits for something which only its own event loop can bring.
pub fn deadlock(vm: &Rc<Vm>) -> crate::object::Exc {
    let message = "the event loop's own thread waits for a result that only the loop can bring";
    vm.exc(&vm.types.deadlock, message)
}

/// Lets go on who can: workers whose time has come, and idle ones for whom there is work. To be called when the
/// loop polls; when the answer is that the slice is used up, `go_on_polling` does the rest.
pub fn poll(vm: &Rc<Vm>) -> Polled {
    let threads = &vm.aio.threads;
    let now = vm.clock.now();
    let (mut due, waiting): (Vec<Worker>, Vec<Worker>) = threads
        .running
        .take()
        .into_iter()
        .partition(|worker| worker.wakes_at <= now);
    threads.running.replace(waiting);
    crate::object::order::sort_by(&mut due, |a, b| a.wakes_at.cmp(&b.wakes_at));
    threads.due.replace(due.into());
    go_on_polling(vm)
}

/// Goes on with a poll in which the slice was used up.
pub fn go_on_polling(vm: &Rc<Vm>) -> Polled {
    let threads = &vm.aio.threads;
    resume_preempted(vm);
    while !is_preempted(vm) {
        let due = threads.due.borrow_mut().pop_front();
        if let Some(worker) = due {
            go_on(vm, worker);
            continue;
        }
        let has_idle = threads.running.borrow().len() < threads.made.get();
        let work = has_idle.then(|| threads.queue.borrow_mut().pop_front()).flatten();
        let Some(work) = work else { return Polled::All };
        begin(vm, work);
    }
    Polled::Preempted
}

/// How far a poll has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polled {
    All,
    /// The slice's fuel is used up in the middle of it.
    Preempted,
}

/// When the next worker can go on, in virtual nanoseconds.
pub fn next_wake(vm: &Vm) -> Option<u64> {
    vm.aio
        .threads
        .running
        .borrow()
        .iter()
        .map(|worker| worker.wakes_at)
        .filter(|at| *at != NEVER)
        .min()
}

/// `loop.shutdown_default_executor()`: waits until all workers have ended.
pub async fn join(cx: &Cx) -> VmResult<()> {
    let vm = cx.vm.clone();
    let threads = &vm.aio.threads;
    if threads.running.borrow().is_empty() && threads.queue.borrow().is_empty() {
        return Ok(());
    }
    let waiter = future::make(&vm, &super::event_loop::running(&vm)?);
    threads.joining.replace(Some(waiter.clone()));
    cx.await_value(&Value::Instance(waiter)).await.map(drop)
}
