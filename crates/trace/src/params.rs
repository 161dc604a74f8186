//! An event as a name and named values: what exports and explanations are made of.

use crate::event::{
    Event, ObjectOp, Outcome, Phase, RaiseKind, Reason, RunEnd, StepEnd, Stream, Subject, WaitOn,
};
use crate::id::{HandleId, Line, NameId, ObjectId, SiteId, TaskId, TextId, ThreadId, Token};
use crate::time::Time;

/// A value that an event or a diagnostic speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Param {
    Task(TaskId),
    Handle(HandleId),
    Object(ObjectId),
    Thread(ThreadId),
    Token(Token),
    Name(NameId),
    Text(TextId),
    Site(SiteId),
    Line(Line),
    Count(u64),
    Moment(Time),
    /// Nanoseconds.
    Duration(u64),
    /// A fixed word of the vocabulary, such as `returned`.
    Word(&'static str),
}

/// Named values, in the order in which a reader wants them.
pub type Params = Vec<(&'static str, Param)>;

impl Event {
    /// The event's name as exports write it, such as `task-made`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::RunBegan => "run-began",
            Self::RunEnded { .. } => "run-ended",
            Self::TurnBegan { .. } => "turn-began",
            Self::PhaseBegan { .. } => "phase-began",
            Self::TurnEnded { .. } => "turn-ended",
            Self::StepBegan { .. } => "step-began",
            Self::StepEnded { .. } => "step-ended",
            Self::TaskMade { .. } => "task-made",
            Self::TaskRenamed { .. } => "task-renamed",
            Self::TaskReadied { .. } => "task-readied",
            Self::TaskWaits { .. } => "task-waits",
            Self::TaskDone { .. } => "task-done",
            Self::CancelRequested { .. } => "cancel-requested",
            Self::CancelDelivered { .. } => "cancel-delivered",
            Self::TaskNotKept { .. } => "task-not-kept",
            Self::NeverAwaited { .. } => "never-awaited",
            Self::LineReached { .. } => "line-reached",
            Self::LinesSkipped { .. } => "lines-skipped",
            Self::AwaitEntered { .. } => "await-entered",
            Self::AwaitLeft { .. } => "await-left",
            Self::Raised { .. } => "raised",
            Self::Output { .. } => "output",
            Self::BlockingBegan { .. } => "blocking-began",
            Self::BlockingEnded { .. } => "blocking-ended",
            Self::CallbackReadied { .. } => "callback-readied",
            Self::TimerSet { .. } => "timer-set",
            Self::TimerFired { .. } => "timer-fired",
            Self::HandleCancelled { .. } => "handle-cancelled",
            Self::IoReady { .. } => "io-ready",
            Self::ObjectMade { .. } => "object-made",
            Self::ObjectChanged { .. } => "object-changed",
            Self::ThreadBegan { .. } => "thread-began",
            Self::ThreadEnded { .. } => "thread-ended",
        }
    }

    /// The event's fields by name.
    #[must_use]
    pub fn params(&self) -> Params {
        match *self {
            Self::RunBegan => vec![],
            Self::RunEnded {
                how,
                exception,
                message,
            } => vec![
                ("how", Param::Word(how.word())),
                ("exception", Param::Name(exception)),
                ("message", Param::Text(message)),
            ],
            Self::TurnBegan { turn } | Self::TurnEnded { turn } => vec![("turn", Param::Count(turn.into()))],
            Self::PhaseBegan {
                phase,
                handles,
                until,
            } => vec![
                ("phase", Param::Word(phase.word())),
                ("handles", Param::Count(handles.into())),
                ("until", Param::Moment(until)),
            ],
            Self::StepBegan { who } => vec![who.param()],
            Self::StepEnded { who, how } => vec![who.param(), ("how", Param::Word(how.word()))],
            Self::LineReached {
                task,
                line,
                instruction,
            } => with_task(
                task,
                vec![
                    ("line", Param::Line(line)),
                    ("instruction", Param::Count(instruction)),
                ],
            ),
            Self::LinesSkipped { count, from } => {
                vec![
                    ("count", Param::Count(count.into())),
                    ("from", Param::Count(from)),
                ]
            }
            Self::Output {
                task,
                stream,
                line,
                text,
            } => with_task(
                task,
                vec![
                    ("stream", Param::Word(stream.word())),
                    ("line", Param::Line(line)),
                    ("text", Param::Text(text)),
                ],
            ),
            Self::BlockingBegan { task, what, until } => with_task(
                task,
                vec![("what", Param::Name(what)), ("until", Param::Moment(until))],
            ),
            Self::BlockingEnded { task } => with_task(task, vec![]),
            Self::Raised {
                task,
                exception,
                message,
                line,
                how,
            } => with_task(
                task,
                vec![
                    ("exception", Param::Name(exception)),
                    ("message", Param::Text(message)),
                    ("line", Param::Line(line)),
                    ("how", Param::Word(how.word())),
                ],
            ),
            Self::NeverAwaited { task, function, site } => with_task(
                task,
                vec![("function", Param::Name(function)), ("site", Param::Site(site))],
            ),
            Self::CallbackReadied { handle, by, label } => optional(
                vec![("handle", Param::Handle(handle)), ("label", Param::Name(label))],
                ("by", by.map(Param::Task)),
            ),
            Self::TimerSet { handle, label, due } => vec![
                ("handle", Param::Handle(handle)),
                ("label", Param::Name(label)),
                ("due", Param::Moment(due)),
            ],
            Self::TimerFired { handle } | Self::HandleCancelled { handle } => {
                vec![("handle", Param::Handle(handle))]
            }
            Self::IoReady { token, handle } => {
                vec![("token", Param::Token(token)), ("handle", Param::Handle(handle))]
            }
            Self::ObjectMade {
                object,
                kind,
                name,
                value,
            } => vec![
                ("object", Param::Object(object)),
                ("kind", Param::Word(kind.word())),
                ("name", Param::Name(name)),
                ("value", Param::Count(value.into())),
            ],
            Self::ObjectChanged {
                object,
                op,
                by,
                value,
            } => optional(
                vec![
                    ("object", Param::Object(object)),
                    ("op", Param::Word(op.word())),
                    ("value", Param::Count(value.into())),
                ],
                ("by", by.map(Param::Task)),
            ),
            Self::ThreadBegan { thread, name, task } => with_task(
                task,
                vec![("thread", Param::Thread(thread)), ("name", Param::Name(name))],
            ),
            Self::ThreadEnded { thread } => vec![("thread", Param::Thread(thread))],
            Self::TaskMade { .. }
            | Self::TaskRenamed { .. }
            | Self::TaskReadied { .. }
            | Self::TaskWaits { .. }
            | Self::TaskDone { .. }
            | Self::CancelRequested { .. }
            | Self::CancelDelivered { .. }
            | Self::TaskNotKept { .. }
            | Self::AwaitEntered { .. }
            | Self::AwaitLeft { .. } => self.task_params(),
        }
    }

    fn task_params(&self) -> Params {
        match *self {
            Self::TaskMade {
                task,
                parent,
                name,
                site,
            } => optional(
                vec![
                    ("task", Param::Task(task)),
                    ("name", Param::Name(name)),
                    ("site", Param::Site(site)),
                ],
                ("parent", parent.map(Param::Task)),
            ),
            Self::TaskRenamed { task, name } => {
                vec![("task", Param::Task(task)), ("name", Param::Name(name))]
            }
            Self::TaskReadied { task, why } => optional(
                vec![("task", Param::Task(task)), ("why", Param::Word(why.word()))],
                ("which", why.param()),
            ),
            Self::TaskWaits { task, on } => optional(
                vec![("task", Param::Task(task)), ("on", Param::Word(on.word()))],
                ("which", on.param()),
            ),
            Self::TaskDone {
                task,
                how,
                exception,
                text,
            } => vec![
                ("task", Param::Task(task)),
                ("how", Param::Word(how.word())),
                ("exception", Param::Name(exception)),
                ("text", Param::Text(text)),
            ],
            Self::CancelRequested { task, by, message } => optional(
                vec![("task", Param::Task(task)), ("message", Param::Text(message))],
                ("by", by.map(Param::Task)),
            ),
            Self::CancelDelivered { task, line } => {
                vec![("task", Param::Task(task)), ("line", Param::Line(line))]
            }
            Self::TaskNotKept { task, site } => {
                vec![("task", Param::Task(task)), ("site", Param::Site(site))]
            }
            Self::AwaitEntered {
                task,
                depth,
                site,
                coroutine,
            } => vec![
                ("task", Param::Task(task)),
                ("depth", Param::Count(depth.into())),
                ("site", Param::Site(site)),
                ("coroutine", Param::Name(coroutine)),
            ],
            Self::AwaitLeft { task, depth } => {
                vec![("task", Param::Task(task)), ("depth", Param::Count(depth.into()))]
            }
            _ => vec![],
        }
    }
}

fn with_task(task: Option<TaskId>, params: Params) -> Params {
    optional(params, ("task", task.map(Param::Task)))
}

fn optional(mut params: Params, (name, value): (&'static str, Option<Param>)) -> Params {
    params.extend(value.map(|value| (name, value)));
    params
}

impl Subject {
    fn param(self) -> (&'static str, Param) {
        match self {
            Self::Task(task) => ("task", Param::Task(task)),
            Self::Callback(handle) => ("handle", Param::Handle(handle)),
        }
    }
}

impl Reason {
    /// The reason in one word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::FirstStep => "first-step",
            Self::Yield => "yield",
            Self::Timer(_) => "timer",
            Self::Future(_) => "future",
            Self::Task(_) => "task",
            Self::Gather(_) => "gather",
            Self::HandOver(_) => "hand-over",
            Self::Cancel(_) => "cancel",
            Self::Thread(_) => "thread",
            Self::Io(_) => "io",
            Self::Waker => "waker",
        }
    }

    fn param(self) -> Option<Param> {
        match self {
            Self::FirstStep | Self::Yield | Self::Waker | Self::Cancel(None) => None,
            Self::Timer(handle) => Some(Param::Handle(handle)),
            Self::Future(object) | Self::Gather(object) | Self::HandOver(object) => {
                Some(Param::Object(object))
            }
            Self::Task(task) | Self::Cancel(Some(task)) => Some(Param::Task(task)),
            Self::Thread(thread) => Some(Param::Thread(thread)),
            Self::Io(token) => Some(Param::Token(token)),
        }
    }
}

impl WaitOn {
    /// What is waited for in one word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Unnamed => "unnamed",
            Self::Timer(_) => "timer",
            Self::Future(_) => "future",
            Self::Task(_) => "task",
            Self::Group(_) => "group",
            Self::Lock(_) => "lock",
            Self::Semaphore(_) => "semaphore",
            Self::Event(_) => "event",
            Self::Condition(_) => "condition",
            Self::Barrier(_) => "barrier",
            Self::QueueGet(_) => "queue-get",
            Self::QueuePut(_) => "queue-put",
            Self::QueueJoin(_) => "queue-join",
            Self::Thread(_) => "thread",
            Self::Io(_) => "io",
        }
    }

    fn param(self) -> Option<Param> {
        match self {
            Self::Timer(handle) => Some(Param::Handle(handle)),
            Self::Task(task) => Some(Param::Task(task)),
            Self::Thread(thread) => Some(Param::Thread(thread)),
            Self::Io(token) => Some(Param::Token(token)),
            _ => self.object().map(Param::Object),
        }
    }
}

impl RunEnd {
    /// Its spelling in exports and translation keys.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Finished => "finished",
            Self::Failed => "failed",
            Self::Deadlock => "deadlock",
            Self::Limit(_) => "limit",
            Self::Stopped => "stopped",
        }
    }
}

/// Gives fieldless words of the vocabulary their spelling.
macro_rules! words {
    ($($kind:ty { $($variant:ident => $word:literal),+ $(,)? })+) => {
        $(impl $kind {
            /// Its spelling in exports and translation keys.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        })+
    };
}

words! {
    Phase { Bound => "bound", PollIo => "poll-io", DueTimers => "due-timers", RunReady => "run-ready" }
    StepEnd { Done => "done", Waits => "waits", Yielded => "yielded" }
    Outcome { Returned => "returned", Failed => "failed", Cancelled => "cancelled" }
    RaiseKind { Raised => "raised", LeftTask => "left-task" }
    Stream { Out => "stdout", Err => "stderr" }
    crate::event::ObjectKind {
        Future => "future", Group => "group", Lock => "lock", Semaphore => "semaphore", Event => "event",
        Condition => "condition", Barrier => "barrier", Queue => "queue",
    }
    ObjectOp {
        Acquired => "acquired", Released => "released", Put => "put", Got => "got", Worked => "worked",
        Set => "set", Cleared => "cleared", Notified => "notified", Arrived => "arrived", Broken => "broken",
        ShutDown => "shut-down", Resolved => "resolved", Failed => "failed", Cancelled => "cancelled",
    }
}
