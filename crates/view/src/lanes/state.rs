//! What a lane can show of a moment.

use switchboard_trace::{Outcome, WaitOn};

/// What a task, or the loop, does in a segment of its lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A task has the loop; the loop runs what is ready.
    Running,
    /// A call holds up the whole thread.
    Blocking,
    /// Woken, and not yet run.
    Ready,
    /// The task waits for something.
    Waiting(Wait),
    /// The task is over.
    Done(Outcome),
    /// The loop has nothing to run and waits for the next timer or for I/O.
    Asleep,
    /// The loop is between two of those: this takes no time worth showing.
    Between,
}

/// Kinds of things to wait for, as far as they are told apart in a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wait {
    Timer,
    /// Another task, several, or a future.
    Task,
    /// A lock, semaphore, event, condition or barrier.
    Lock,
    Queue,
    /// The outside: a socket, a thread.
    Io,
    /// Nothing that has a name in the trace.
    Other,
}

impl Wait {
    /// All kinds.
    pub const ALL: [Self; 6] = [
        Self::Timer,
        Self::Task,
        Self::Lock,
        Self::Queue,
        Self::Io,
        Self::Other,
    ];

    /// The kind of what a task waits for.
    #[must_use]
    pub const fn of(on: WaitOn) -> Self {
        match on {
            WaitOn::Unnamed => Self::Other,
            WaitOn::Timer(_) => Self::Timer,
            WaitOn::Future(_) | WaitOn::Task(_) | WaitOn::Group(_) => Self::Task,
            WaitOn::Lock(_)
            | WaitOn::Semaphore(_)
            | WaitOn::Event(_)
            | WaitOn::Condition(_)
            | WaitOn::Barrier(_) => Self::Lock,
            WaitOn::QueueGet(_) | WaitOn::QueuePut(_) | WaitOn::QueueJoin(_) => Self::Queue,
            WaitOn::Thread(_) | WaitOn::Io(_) => Self::Io,
        }
    }
}

/// Something that happens at one step and is worth a mark of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// An exception is raised in it.
    Raised,
    /// Somebody asks it to cancel.
    CancelRequested,
    /// The cancellation is raised in it.
    CancelDelivered,
    /// It is over, and how.
    Done(Outcome),
}

/// How long a lane was in which state, in nanoseconds of virtual time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Without the time in blocking calls.
    pub running: u64,
    pub blocking: u64,
    pub ready: u64,
    pub waiting: u64,
    /// How often it began to run.
    pub steps: u32,
}

impl Totals {
    /// Adds a time spent in a state.
    pub(super) fn add(&mut self, state: State, nanos: u64) {
        match state {
            State::Running => self.running += nanos,
            State::Blocking => self.blocking += nanos,
            State::Ready => self.ready += nanos,
            State::Waiting(_) | State::Asleep => self.waiting += nanos,
            State::Done(_) | State::Between => {}
        }
    }
}
