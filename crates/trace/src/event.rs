//! The vocabulary: everything that can happen in a run.
//!
//! An event takes 16 bytes and holds numbers only; names, texts and places stand in the trace's tables. Who
//! emits an event is told at each: the *executor* does so by itself, the *embedding* (the Python VM, say)
//! knows what the program means by it.

use crate::id::{HandleId, Line, NameId, ObjectId, SiteId, TaskId, TextId, ThreadId, Token};
use crate::time::Time;

/// One thing that happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    // -- The run ------------------------------------------------------------------------------------------
    /// The run begins. Embedding. Pairs with [`Event::RunEnded`].
    RunBegan,
    /// The run is over, and how. Embedding. The last event, pairs with [`Event::RunBegan`].
    RunEnded {
        how: RunEnd,
        exception: NameId,
        message: TextId,
    },

    // -- The turn -----------------------------------------------------------------------------------------
    /// An iteration of the event loop begins. Executor. Pairs with [`Event::TurnEnded`] of the same number.
    TurnBegan { turn: u32 },
    /// One of the turn's four phases begins, and the one before ends. Executor. The last phase ends with
    /// [`Event::TurnEnded`].
    PhaseBegan {
        phase: Phase,
        /// In [`Phase::RunReady`] the length of the snapshot, elsewhere 0.
        handles: u32,
        /// In [`Phase::PollIo`] how long it may wait (now: not at all; [`Time::MAX`]: until I/O comes),
        /// elsewhere now.
        until: Time,
    },
    /// The iteration is over. Executor. Pairs with [`Event::TurnBegan`].
    TurnEnded { turn: u32 },

    // -- Steps --------------------------------------------------------------------------------------------
    /// A handle taken from the ready queue begins to run. Executor. Pairs with [`Event::StepEnded`]; the time
    /// between the two is how long it held the loop.
    StepBegan { who: Subject },
    /// It gave the loop back. Executor. Pairs with [`Event::StepBegan`].
    StepEnded { who: Subject, how: StepEnd },

    // -- Tasks --------------------------------------------------------------------------------------------
    /// A task is made; `site` is its coroutine's definition. Executor. Pairs with [`Event::TaskDone`].
    TaskMade {
        task: TaskId,
        parent: Option<TaskId>,
        name: NameId,
        site: SiteId,
    },
    /// A task gets another name. Embedding. Pairs with the [`Event::TaskMade`] that gave it its first one; it is
    /// called so until the next of these.
    TaskRenamed { task: TaskId, name: NameId },
    /// A task's next step is put at the end of the ready queue, and why. Executor. Pairs with the
    /// [`Event::StepBegan`] that takes it from there.
    TaskReadied { task: TaskId, why: Reason },
    /// A task is going to wait for something named. Embedding, before it gives the loop back. Pairs with the
    /// [`Event::TaskReadied`] that ends the waiting.
    TaskWaits { task: TaskId, on: WaitOn },
    /// A task has its result. Embedding (executor for a task that was aborted). Pairs with
    /// [`Event::TaskMade`].
    TaskDone {
        task: TaskId,
        how: Outcome,
        /// The exception's type where it failed.
        exception: NameId,
        /// The result's or the exception's text.
        text: TextId,
    },
    /// `task.cancel()` was called. Embedding. Pairs with [`Event::CancelDelivered`], unless the task ends or
    /// is done before.
    CancelRequested {
        task: TaskId,
        by: Option<TaskId>,
        message: TextId,
    },
    /// The cancellation is raised inside the task, at this line. Embedding. Pairs with
    /// [`Event::CancelRequested`].
    CancelDelivered { task: TaskId, line: Line },
    /// The last reference to a task that is not done went away. Embedding. Pairs with [`Event::TaskMade`].
    TaskNotKept { task: TaskId, site: SiteId },
    /// A coroutine object died without ever having been awaited. Embedding. `site` is where it was made. Pairs
    /// with nothing: making a coroutine object is no event.
    NeverAwaited {
        task: Option<TaskId>,
        function: NameId,
        site: SiteId,
    },

    // -- Inside a task ------------------------------------------------------------------------------------
    /// Execution reaches a line. Embedding. `instruction` counts all instructions of the run so far, which
    /// makes the position reproducible. Pairs with nothing: the task stands there until its next line.
    LineReached {
        task: Option<TaskId>,
        line: Line,
        instruction: u64,
    },
    /// Lines were passed that the trace's bounds didn't let it keep. Recorder. `from` is the instruction count
    /// at the first of them: a run with a [`crate::LineWindow`] from there brings them back. Pairs with nothing:
    /// it stands for so many [`Event::LineReached`].
    LinesSkipped { count: u32, from: u64 },
    /// A coroutine reaches an `await`; `depth` is 0 for the task's own coroutine. Embedding. Pairs with
    /// [`Event::AwaitLeft`] of the same task and depth.
    AwaitEntered {
        task: TaskId,
        depth: u16,
        site: SiteId,
        coroutine: NameId,
    },
    /// The `await` is over, with a value or an exception. Embedding. Pairs with [`Event::AwaitEntered`].
    AwaitLeft { task: TaskId, depth: u16 },
    /// An exception is raised, or leaves a task. Embedding. As [`RaiseKind::Raised`] it pairs with nothing, since
    /// catching it is no event; as [`RaiseKind::LeftTask`] with the [`Event::TaskDone`] of the task that failed.
    Raised {
        task: Option<TaskId>,
        exception: NameId,
        message: TextId,
        line: Line,
        how: RaiseKind,
    },
    /// The program prints a line, or the beginning of one at the run's end. Embedding. Pairs with nothing.
    Output {
        task: Option<TaskId>,
        stream: Stream,
        line: Line,
        text: TextId,
    },
    /// A call blocks the whole thread until the given moment. Executor, when told so. Pairs with
    /// [`Event::BlockingEnded`].
    BlockingBegan {
        task: Option<TaskId>,
        what: NameId,
        until: Time,
    },
    /// The blocking call returns. Executor. Pairs with [`Event::BlockingBegan`].
    BlockingEnded { task: Option<TaskId> },

    // -- Callbacks and timers -----------------------------------------------------------------------------
    /// A callback is put at the end of the ready queue. Executor. Pairs with the [`Event::StepBegan`] that
    /// runs it, or with [`Event::HandleCancelled`].
    CallbackReadied {
        handle: HandleId,
        by: Option<TaskId>,
        label: NameId,
    },
    /// A timer is set. Executor. Pairs with [`Event::TimerFired`] or [`Event::HandleCancelled`].
    TimerSet {
        handle: HandleId,
        label: NameId,
        due: Time,
    },
    /// A timer is due: its callback is moved to the end of the ready queue. Executor. Pairs with
    /// [`Event::TimerSet`], and with the [`Event::StepBegan`] that runs it.
    TimerFired { handle: HandleId },
    /// A callback or timer is cancelled; the queue skips it. Executor. Pairs with [`Event::CallbackReadied`]
    /// or [`Event::TimerSet`].
    HandleCancelled { handle: HandleId },
    /// A watched source of I/O is ready: its callback is put at the end of the ready queue. Executor. Pairs
    /// with the [`Event::StepBegan`] that runs it.
    IoReady { token: Token, handle: HandleId },

    // -- Things to wait for -------------------------------------------------------------------------------
    /// A thing that tasks can wait for is made. Embedding. Pairs with every [`Event::ObjectChanged`] of its number.
    ObjectMade {
        object: ObjectId,
        kind: ObjectKind,
        name: NameId,
        value: u32,
    },
    /// Something happens to it. Embedding. Pairs with its [`Event::ObjectMade`], and an [`ObjectOp::Acquired`] with
    /// an [`ObjectOp::Released`].
    ObjectChanged {
        object: ObjectId,
        op: ObjectOp,
        by: Option<TaskId>,
        /// What it counts after that: a queue's size, a semaphore's free places, who stands at a barrier.
        value: u32,
    },
    /// A thread beside the loop's starts. Embedding. Pairs with [`Event::ThreadEnded`].
    ThreadBegan {
        thread: ThreadId,
        name: NameId,
        task: Option<TaskId>,
    },
    /// It has run to its end. Embedding. Pairs with [`Event::ThreadBegan`].
    ThreadEnded { thread: ThreadId },
}

/// The trace's promise: an event with its time takes at most 24 bytes.
const _: () = assert!(size_of::<Event>() == 16);

/// What a handle in the ready queue is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Subject {
    /// The next step of a task.
    Task(TaskId),
    /// A callback: of `call_soon`, of a timer or of an I/O source.
    Callback(HandleId),
}

impl Subject {
    /// The task, where it is one.
    #[must_use]
    pub const fn task(self) -> Option<TaskId> {
        match self {
            Self::Task(task) => Some(task),
            Self::Callback(_) => None,
        }
    }

    /// The handle, where it is a callback.
    #[must_use]
    pub const fn handle(self) -> Option<HandleId> {
        match self {
            Self::Task(_) => None,
            Self::Callback(handle) => Some(handle),
        }
    }
}

impl Event {
    /// What a callback or timer is called, where the event tells.
    #[must_use]
    pub const fn label(&self) -> Option<NameId> {
        match self {
            Self::CallbackReadied { label, .. } | Self::TimerSet { label, .. } => Some(*label),
            _ => None,
        }
    }

    /// The thing to wait for that the event makes: its kind and name.
    #[must_use]
    pub const fn made_object(&self) -> Option<(ObjectKind, NameId)> {
        match self {
            Self::ObjectMade { kind, name, .. } => Some((*kind, *name)),
            _ => None,
        }
    }
}

/// The four phases of a turn, in their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Phase {
    /// 1: how long may we wait?
    Bound,
    /// 2: ask the OS which sockets are ready (and wait there, if we may).
    PollIo,
    /// 3: move due timers to the ready queue.
    DueTimers,
    /// 4: run what is in the ready queue now.
    RunReady,
}

/// How a step gave the loop back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StepEnd {
    /// The task or the callback is done.
    Done,
    /// The task waits; on what was told by [`Event::TaskWaits`], where it is known.
    Waits,
    /// The task is ready again: it only gave way.
    Yielded,
}

/// Why a task became ready.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// It was just made.
    FirstStep,
    /// It gave way by a bare yield, as `await asyncio.sleep(0)` does.
    Yield,
    /// The timer that it waited for has fired.
    Timer(HandleId),
    /// The future that it waited for is done.
    Future(ObjectId),
    /// The task that it waited for is done.
    Task(TaskId),
    /// All that it gathered is done, or one of them failed.
    Gather(ObjectId),
    /// A lock, semaphore, event, condition, queue or barrier let it go on.
    HandOver(ObjectId),
    /// It is to be cancelled, by this task where it was one.
    Cancel(Option<TaskId>),
    /// The thread that it waited for has ended.
    Thread(ThreadId),
    /// The source of I/O that it waited for is ready.
    Io(Token),
    /// Its waker was called, by whoever runs now.
    Waker,
}

/// What a task waits for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WaitOn {
    /// Nothing that has a name in the trace.
    Unnamed,
    Timer(HandleId),
    Future(ObjectId),
    Task(TaskId),
    /// Several at once, as in `gather`, `wait` and task groups; the object stands for the whole.
    Group(ObjectId),
    Lock(ObjectId),
    Semaphore(ObjectId),
    Event(ObjectId),
    Condition(ObjectId),
    Barrier(ObjectId),
    QueueGet(ObjectId),
    QueuePut(ObjectId),
    QueueJoin(ObjectId),
    Thread(ThreadId),
    Io(Token),
}

/// How a task ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    Returned,
    Failed,
    Cancelled,
}

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RunEnd {
    /// To its end.
    Finished,
    /// By an uncaught exception.
    Failed,
    /// Nothing is ready, no timer is set, no I/O is watched, and the program is not done.
    Deadlock,
    /// A limit was exceeded.
    Limit(Exceeded),
    /// By the person.
    Stopped,
}

/// A limit that a run has exceeded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Exceeded {
    pub limit: Limit,
    /// How much it allows, in the unit of the limit.
    pub most: u32,
}

/// What a run may use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// Megabytes of all objects together.
    Memory,
    /// Instructions of the whole run.
    Instructions,
    /// Megabytes of text printed.
    Output,
    /// Whole seconds of virtual time.
    Time,
    /// Room in the trace, which has no unit.
    Trace,
}

/// Whether an exception was raised here or left the task.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RaiseKind {
    Raised,
    LeftTask,
}

/// Where output goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream {
    Out,
    Err,
}

/// Kinds of things to wait for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ObjectKind {
    Future,
    Group,
    Lock,
    Semaphore,
    Event,
    Condition,
    Barrier,
    Queue,
}

/// What can happen to a thing to wait for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ObjectOp {
    Acquired,
    Released,
    Put,
    Got,
    /// An item of a queue was worked off (`task_done`).
    Worked,
    Set,
    Cleared,
    Notified,
    Arrived,
    Broken,
    ShutDown,
    Resolved,
    Failed,
    Cancelled,
}
