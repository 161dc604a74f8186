//! The table of living tasks.

use std::future::Future;
use std::pin::Pin;
use std::task::Waker;

use switchboard_trace::TaskId;

/// What a task consists of. It is taken out of the table while it is polled.
pub(crate) struct Body {
    pub(crate) future: Pin<Box<dyn Future<Output = ()>>>,
    pub(crate) waker: Waker,
}

/// Living tasks by id. Slots are used again, ids never.
#[derive(Default)]
pub(crate) struct Tasks {
    slots: Vec<Slot>,
    free: Vec<u32>,
    /// The slot of every task ever made, or [`GONE`].
    slot_of: Vec<u32>,
}

#[derive(Default)]
struct Slot {
    /// Nothing while the task is polled, and after it is gone.
    body: Option<Body>,
    /// Whether a step of the task stands in the ready queue.
    queued: bool,
}

/// The slot of a task that is done.
const GONE: u32 = u32::MAX;

impl Tasks {
    /// The id for a new task. It counts as alive, but has no body yet.
    pub(crate) fn reserve(&mut self) -> TaskId {
        let slot = self.free.pop().unwrap_or_else(|| {
            self.slots.push(Slot::default());
            u32::try_from(self.slots.len() - 1).unwrap_or(GONE)
        });
        let task = TaskId::from_index(u32::try_from(self.slot_of.len()).unwrap_or(u32::MAX));
        self.slot_of.push(slot);
        task
    }

    /// Notes that a step of the task stands in the ready queue. False if it did already, or the task is gone.
    #[inline]
    pub(crate) fn queue(&mut self, task: TaskId) -> bool {
        self.slot(task)
            .is_some_and(|slot| !core::mem::replace(&mut slot.queued, true))
    }

    /// Takes the task out to poll it; nothing if it is gone. From now on it can be queued again.
    #[inline]
    pub(crate) fn take_to_poll(&mut self, task: TaskId) -> Option<Body> {
        let slot = self.slot(task)?;
        slot.queued = false;
        slot.body.take()
    }

    /// Puts the body (back) in. Returns it if the task was removed meanwhile, for the caller to drop outside.
    #[inline]
    pub(crate) fn put_back(&mut self, task: TaskId, body: Body) -> Option<Body> {
        match self.slot(task) {
            Some(slot) => slot.body.replace(body),
            None => Some(body),
        }
    }

    /// Whether the task's next step stands in the ready queue.
    #[inline]
    pub(crate) fn is_queued(&mut self, task: TaskId) -> bool {
        self.slot(task).is_some_and(|slot| slot.queued)
    }

    /// Whether the task is not done.
    pub(crate) fn is_alive(&self, task: TaskId) -> bool {
        self.slot_of.get(task.index()).is_some_and(|slot| *slot != GONE)
    }

    /// Ends the task. Returns its body, for the caller to drop outside, unless it is polled right now.
    pub(crate) fn remove(&mut self, task: TaskId) -> Option<Body> {
        let slot_of = self.slot_of.get_mut(task.index())?;
        let index = core::mem::replace(slot_of, GONE);
        let slot = self.slots.get_mut(index as usize)?;
        slot.queued = false;
        self.free.push(index);
        slot.body.take()
    }

    /// How many tasks are not done.
    pub(crate) fn alive(&self) -> usize {
        self.slots.len() - self.free.len()
    }

    /// Ends all tasks. Returns their bodies, for the caller to drop outside.
    pub(crate) fn take_all(&mut self) -> Vec<Body> {
        self.slot_of.fill(GONE);
        self.free.clear();
        core::mem::take(&mut self.slots)
            .into_iter()
            .filter_map(|slot| slot.body)
            .collect()
    }

    #[inline]
    fn slot(&mut self, task: TaskId) -> Option<&mut Slot> {
        let index = *self.slot_of.get(task.index())?;
        self.slots.get_mut(index as usize)
    }
}
