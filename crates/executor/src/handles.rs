//! The table of callbacks that wait in the ready queue or in the timer heap (CPython's `Handle`).

use switchboard_trace::{HandleId, Reason, Token};

use crate::action::Action;

/// A callback or a timer that was scheduled, to cancel it by.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Handle {
    pub(crate) id: HandleId,
    pub(crate) slot: u32,
}

impl Handle {
    /// Its name in the trace.
    #[must_use]
    pub const fn id(self) -> HandleId {
        self.id
    }
}

/// Where a handle stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    ReadyQueue,
    TimerHeap,
}

/// By whom a handle was scheduled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Source {
    CallSoon,
    Timer,
    Io(Token),
}

/// A handle that left its queue to run.
pub(crate) struct Callback {
    pub(crate) handle: Handle,
    pub(crate) source: Source,
    pub(crate) action: Action,
}

impl Callback {
    /// Why a task is ready again whose waker this callback calls.
    pub(crate) fn reason(&self) -> Reason {
        match self.source {
            Source::CallSoon => Reason::Waker,
            Source::Timer => Reason::Timer(self.handle.id),
            Source::Io(token) => Reason::Io(token),
        }
    }
}

/// Scheduled handles. Slots are used again, ids never.
#[derive(Default)]
pub(crate) struct Handles {
    slots: Vec<Slot>,
    free: Vec<u32>,
    made: u32,
    /// How many were cancelled and still stand in their queue.
    cancelled: usize,
}

struct Slot {
    id: HandleId,
    place: Place,
    source: Source,
    /// Nothing when the handle was cancelled or has run.
    action: Option<Action>,
}

impl Handles {
    /// Keeps an action and gives it a handle.
    pub(crate) fn add(&mut self, source: Source, action: Action) -> Handle {
        let id = HandleId::from_index(self.made);
        self.made = self.made.saturating_add(1);
        let place = if source == Source::Timer {
            Place::TimerHeap
        } else {
            Place::ReadyQueue
        };
        let entry = Slot {
            id,
            place,
            source,
            action: Some(action),
        };
        let slot = match self.free.pop() {
            Some(slot) => slot,
            None => u32::try_from(self.slots.len()).unwrap_or(u32::MAX),
        };
        match self.slots.get_mut(slot as usize) {
            Some(free) => *free = entry,
            None => self.slots.push(entry),
        }
        Handle { id, slot }
    }

    /// Whether the handle is still to run.
    pub(crate) fn is_pending(&self, handle: Handle) -> bool {
        self.slots
            .get(handle.slot as usize)
            .is_some_and(|slot| slot.id == handle.id && slot.action.is_some())
    }

    /// Notes that a timer stands in the ready queue now.
    pub(crate) fn move_to_ready(&mut self, handle: Handle) {
        if let Some(slot) = self.slot(handle) {
            slot.place = Place::ReadyQueue;
        }
    }

    /// Cancels: takes the action, for the caller to drop outside, and tells where the handle stands. Nothing
    /// if it has run or is cancelled already. Its place is given up when it is [removed](Self::remove).
    pub(crate) fn cancel(&mut self, handle: Handle) -> Option<(Action, Place)> {
        let slot = self.slot(handle)?;
        let cancelled = (slot.action.take()?, slot.place);
        self.cancelled += 1;
        Some(cancelled)
    }

    /// Gives the handle's place up, as it left its queue. Returns what to run unless it was cancelled.
    pub(crate) fn remove(&mut self, handle: Handle) -> Option<Callback> {
        let slot = self.slot(handle)?;
        let (source, action) = (slot.source, slot.action.take());
        self.free.push(handle.slot);
        if action.is_none() {
            self.cancelled = self.cancelled.saturating_sub(1);
        }
        Some(Callback {
            handle,
            source,
            action: action?,
        })
    }

    /// How many were cancelled and still stand in their queue.
    pub(crate) fn cancelled(&self) -> usize {
        self.cancelled
    }

    /// Empties the table. Returns the actions, for the caller to drop outside.
    pub(crate) fn take_all(&mut self) -> Vec<Action> {
        self.free.clear();
        self.cancelled = 0;
        core::mem::take(&mut self.slots)
            .into_iter()
            .filter_map(|slot| slot.action)
            .collect()
    }

    fn slot(&mut self, handle: Handle) -> Option<&mut Slot> {
        self.slots
            .get_mut(handle.slot as usize)
            .filter(|slot| slot.id == handle.id)
    }
}
