//! The table of living tasks.

use std::future::Future;
use std::pin::Pin;
use std::task::Waker;

use switchboard_trace::TaskId;

/// What a task consists of. It is taken out of the table while it is polled.
pub(crate) struct Body {
    pub(crate) future: Pin<Box<dyn Future<Output = ()>>>,
    /// Made by the first poll, as many tasks need no more than one.
    pub(crate) waker: Option<Waker>,
}

/// A task and its place in the table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct TaskKey {
    pub(crate) task: TaskId,
    slot: u32,
}

/// Whether a task became ready while it was polled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Requeued {
    Yes,
    No,
}

/// Living tasks. Slots are used again, ids never.
#[derive(Default)]
pub(crate) struct Tasks {
    slots: Vec<Slot>,
    free: Vec<u32>,
    /// The slot that each task ever made had.
    slot_of: Vec<u32>,
}

struct Slot {
    /// Nothing while the slot is free.
    task: Option<TaskId>,
    /// Whether a step of the task stands in the ready queue.
    is_queued: bool,
    /// Nothing while the task is polled.
    body: Option<Body>,
}

impl Tasks {
    /// The key for a new task. It counts as alive, but has no body yet.
    pub(crate) fn reserve(&mut self) -> TaskKey {
        let task = TaskId::from_index(u32::try_from(self.slot_of.len()).unwrap_or(u32::MAX));
        let entry = Slot {
            task: Some(task),
            is_queued: false,
            body: None,
        };
        let slot = match self.free.pop() {
            Some(slot) => {
                if let Some(free) = self.slots.get_mut(slot as usize) {
                    *free = entry;
                }
                slot
            }
            None => {
                self.slots.push(entry);
                u32::try_from(self.slots.len() - 1).unwrap_or(u32::MAX)
            }
        };
        self.slot_of.push(slot);
        TaskKey { task, slot }
    }

    /// Where the task is, if it is alive.
    pub(crate) fn find(&self, task: TaskId) -> Option<TaskKey> {
        let key = TaskKey {
            task,
            slot: *self.slot_of.get(task.index())?,
        };
        self.is_alive(key).then_some(key)
    }

    /// Whether the task is not done.
    pub(crate) fn is_alive(&self, key: TaskKey) -> bool {
        self.slots
            .get(key.slot as usize)
            .is_some_and(|slot| slot.task == Some(key.task))
    }

    /// Notes that a step of the task stands in the ready queue. False if it did already, or the task is gone.
    #[inline]
    pub(crate) fn queue(&mut self, key: TaskKey) -> bool {
        self.slot(key)
            .is_some_and(|slot| !core::mem::replace(&mut slot.is_queued, true))
    }

    /// Takes the task's body out to poll it. From now on the task can be queued again. False if it is gone.
    ///
    /// Bodies change places by swapping, as a body returned by value is copied several times on its way.
    #[inline(always)]
    pub(crate) fn take_to_poll(&mut self, key: TaskKey, body: &mut Option<Body>) -> bool {
        let Some(slot) = self.slot(key) else { return false };
        slot.is_queued = false;
        core::mem::swap(&mut slot.body, body);
        body.is_some()
    }

    /// Puts the body (back) in, and tells whether a step of the task stands in the ready queue. Leaves the body
    /// if the task was removed meanwhile, for the caller to drop outside.
    #[inline(always)]
    pub(crate) fn put_back(&mut self, key: TaskKey, body: &mut Option<Body>) -> Option<Requeued> {
        let slot = self.slot(key)?;
        core::mem::swap(&mut slot.body, body);
        Some(if slot.is_queued {
            Requeued::Yes
        } else {
            Requeued::No
        })
    }

    /// Ends the task. Returns its body, for the caller to drop outside, unless it is polled right now.
    #[inline]
    pub(crate) fn remove(&mut self, key: TaskKey) -> Option<Body> {
        let slot = self.slot(key)?;
        slot.task = None;
        let body = slot.body.take();
        self.free.push(key.slot);
        body
    }

    /// How many tasks are not done.
    pub(crate) fn alive(&self) -> usize {
        self.slots.len() - self.free.len()
    }

    /// Ends all tasks. Returns their bodies, for the caller to drop outside.
    pub(crate) fn take_all(&mut self) -> Vec<Body> {
        self.free.clear();
        core::mem::take(&mut self.slots)
            .into_iter()
            .filter_map(|slot| slot.body)
            .collect()
    }

    #[inline]
    fn slot(&mut self, key: TaskKey) -> Option<&mut Slot> {
        self.slots
            .get_mut(key.slot as usize)
            .filter(|slot| slot.task == Some(key.task))
    }
}
