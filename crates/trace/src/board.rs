//! The board: everything there is to see at one step.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use crate::cow::CowVec;
use crate::event::{ObjectKind, ObjectOp, Outcome, Phase, Reason, RunEnd, Subject, WaitOn};
use crate::id::{HandleId, Line, NameId, ObjectId, SiteId, TaskId, TextId, ThreadId};
use crate::time::Time;

/// The state of a run between two events: a fold of the trace up to there. Clones are cheap.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Board {
    /// How many events it is the fold of.
    pub step: usize,
    /// When the last of them happened.
    pub time: Time,
    /// The number of the current or last turn, 0 before the first.
    pub turn: u32,
    /// The phase of the current turn, nothing between turns.
    pub phase: Option<Phase>,
    /// In [`Phase::PollIo`] until when the loop may wait there.
    pub poll_until: Time,
    /// The task or callback that runs.
    pub running: Option<Subject>,
    /// Since when it runs.
    pub running_since: Time,
    /// The call that blocks the whole thread.
    pub blocking: Option<Blocking>,
    /// How many of the first entries of the ready queue run in this turn; the others wait for the next.
    pub snapshot: usize,
    /// How many outputs there are so far: a prefix of [`crate::Trace::outputs`].
    pub outputs: usize,
    /// The line reached outside of tasks.
    pub line: Line,
    /// How the run ended.
    pub end: Option<RunEnded>,
    /// How many lines were passed without an event of their own.
    pub lines_skipped: u64,
    pub(crate) ready: VecDeque<ReadyEntry>,
    pub(crate) timers: BTreeMap<HandleId, TimerView>,
    pub(crate) threads: BTreeMap<ThreadId, NameId>,
    pub(crate) tasks: CowVec<TaskView>,
    pub(crate) objects: CowVec<ObjectView>,
}

/// A call that blocks the whole thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocking {
    pub task: Option<TaskId>,
    pub what: NameId,
    pub since: Time,
    pub until: Time,
}

/// How the run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunEnded {
    pub how: RunEnd,
    pub exception: NameId,
    pub message: TextId,
}

/// An entry of the ready queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadyEntry {
    pub who: Subject,
    /// A callback's label; a task has its name.
    pub label: NameId,
    /// Whether the loop will run it.
    pub fate: Fate,
}

/// What becomes of an entry of the ready queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Runs,
    /// It was cancelled while it stood there.
    IsSkipped,
}

/// A timer that is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimerView {
    pub handle: HandleId,
    pub label: NameId,
    pub due: Time,
    /// When it was set.
    pub set: Time,
    /// By which task it was set.
    pub by: Option<TaskId>,
}

/// A task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskView {
    pub task: TaskId,
    pub name: NameId,
    /// Where its coroutine is defined.
    pub site: SiteId,
    pub parent: Option<TaskId>,
    pub made: Time,
    pub state: TaskState,
    /// Since when it is in this state.
    pub since: Time,
    /// Why it became ready the last time.
    pub why: Reason,
    /// What it told that it is going to wait for, in its current or last step.
    pub waits_on: WaitOn,
    /// The line it has reached.
    pub line: Line,
    /// How often it was asked to cancel without having been told yet.
    pub cancels: u32,
    pub(crate) awaits: Option<Rc<Await>>,
}

/// The states of a task, and no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskState {
    Running,
    Ready,
    Waiting(WaitOn),
    Done {
        how: Outcome,
        exception: NameId,
        text: TextId,
    },
}

/// An await in which a task stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Await {
    pub site: SiteId,
    /// The coroutine that awaits.
    pub coroutine: NameId,
    /// 0 for the task's own coroutine.
    pub depth: u16,
    pub(crate) outer: Option<Rc<Await>>,
}

/// A thing that tasks can wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ObjectView {
    pub object: ObjectId,
    pub kind: ObjectKind,
    pub name: NameId,
    /// What it counts: a queue's size, a semaphore's free places, who stands at a barrier.
    pub value: u32,
    /// Who acquired it last without releasing it.
    pub holder: Option<TaskId>,
    /// What happened to it last.
    pub last: Option<ObjectOp>,
}

impl Board {
    /// The ready queue, first in first.
    pub fn ready(&self) -> impl ExactSizeIterator<Item = &ReadyEntry> {
        self.ready.iter()
    }

    /// The timers that are set, by deadline and then in the order of setting.
    #[must_use]
    pub fn timers(&self) -> Vec<TimerView> {
        let mut timers: Vec<_> = self.timers.values().copied().collect();
        timers.sort_by_key(|timer| timer.due);
        timers
    }

    /// A timer that is set.
    #[must_use]
    pub fn timer(&self, handle: HandleId) -> Option<&TimerView> {
        self.timers.get(&handle)
    }

    /// All tasks in the order of making, the done ones too.
    pub fn tasks(&self) -> impl DoubleEndedIterator<Item = &TaskView> {
        self.tasks.iter()
    }

    /// How many tasks were made.
    #[must_use]
    pub fn task_count(&self) -> usize {
        self.tasks.len()
    }

    /// A task.
    #[must_use]
    pub fn task(&self, task: TaskId) -> Option<&TaskView> {
        self.tasks.get(task.index())
    }

    /// All things to wait for, in the order of making.
    pub fn objects(&self) -> impl DoubleEndedIterator<Item = &ObjectView> {
        self.objects.iter()
    }

    /// A thing to wait for.
    #[must_use]
    pub fn object(&self, object: ObjectId) -> Option<&ObjectView> {
        self.objects.get(object.index())
    }

    /// The tasks that wait for a thing, the longest waiting first.
    #[must_use]
    pub fn waiters(&self, object: ObjectId) -> Vec<TaskId> {
        let mut waiters: Vec<_> = self.tasks().filter(|task| task.waits_for(object)).collect();
        waiters.sort_by_key(|task| task.since);
        waiters.into_iter().map(|task| task.task).collect()
    }

    /// The threads beside the loop's that run.
    pub fn threads(&self) -> impl Iterator<Item = (ThreadId, NameId)> + '_ {
        self.threads.iter().map(|(thread, name)| (*thread, *name))
    }
}

impl TaskView {
    /// Whether the task is not done.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        !matches!(self.state, TaskState::Done { .. })
    }

    /// The awaits in which the task stands, the innermost first.
    pub fn awaits(&self) -> impl Iterator<Item = &Await> {
        core::iter::successors(self.awaits.as_deref(), |inner| inner.outer.as_deref())
    }

    fn waits_for(&self, object: ObjectId) -> bool {
        matches!(self.state, TaskState::Waiting(on) if on.object() == Some(object))
    }
}

impl WaitOn {
    /// The thing waited for, if it is one with an [`ObjectId`].
    #[must_use]
    pub fn object(self) -> Option<ObjectId> {
        match self {
            Self::Future(object)
            | Self::Group(object)
            | Self::Lock(object)
            | Self::Semaphore(object)
            | Self::Event(object)
            | Self::Condition(object)
            | Self::Barrier(object)
            | Self::QueueGet(object)
            | Self::QueuePut(object)
            | Self::QueueJoin(object) => Some(object),
            Self::Unnamed | Self::Timer(_) | Self::Task(_) | Self::Thread(_) | Self::Io(_) => None,
        }
    }
}
