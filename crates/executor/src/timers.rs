//! The timer heap: by deadline, then in the order of setting.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use switchboard_trace::{HandleId, Time};

use crate::handles::{Handle, Handles};

/// Timers that are set. A cancelled timer stays in the heap until it comes to the head or until too many of
/// its kind are there, as in CPython's `BaseEventLoop`.
#[derive(Default)]
pub(crate) struct Timers {
    heap: BinaryHeap<Reverse<Entry>>,
    cancelled: usize,
}

/// Ids count up, so comparing them after the deadline keeps the order of setting.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    due: Time,
    /// How long it was overdue when it was set: the longer, the earlier it comes.
    overdue: Reverse<u64>,
    id: HandleId,
    slot: u32,
}

impl Entry {
    fn handle(self) -> Handle {
        Handle {
            id: self.id,
            slot: self.slot,
        }
    }
}

/// Up to so many timers the heap is never rebuilt (`_MIN_SCHEDULED_TIMER_HANDLES`).
const SMALL: usize = 100;

impl Timers {
    /// Sets a timer. `overdue` counts nanoseconds by which its time lies before the beginning of the run.
    pub(crate) fn set(&mut self, due: Time, overdue: u64, handle: Handle) {
        self.heap.push(Reverse(Entry {
            due,
            overdue: Reverse(overdue),
            id: handle.id,
            slot: handle.slot,
        }));
    }

    /// Notes that one of the timers was cancelled.
    pub(crate) fn count_cancelled(&mut self) {
        self.cancelled += 1;
    }

    /// Forgets cancelled timers: those at the head, or all, when they are more than half of a large heap.
    pub(crate) fn forget_cancelled(&mut self, handles: &mut Handles) {
        if self.heap.len() > SMALL && self.cancelled * 2 > self.heap.len() {
            self.heap.retain(|Reverse(timer)| {
                handles.is_pending(timer.handle()) || {
                    handles.remove(timer.handle());
                    false
                }
            });
            self.cancelled = 0;
            return;
        }
        while let Some(Reverse(head)) = self.heap.peek().copied()
            && !handles.is_pending(head.handle())
        {
            self.heap.pop();
            handles.remove(head.handle());
            self.cancelled = self.cancelled.saturating_sub(1);
        }
    }

    /// The earliest deadline. Call [`Self::forget_cancelled`] before.
    pub(crate) fn next_deadline(&self) -> Option<Time> {
        self.heap.peek().map(|Reverse(head)| head.due)
    }

    /// The latest deadline that is not after `limit`. Call [`Self::forget_cancelled`] before.
    pub(crate) fn last_deadline(&mut self, limit: Time, handles: &mut Handles) -> Option<Time> {
        let mut found = Vec::new();
        while let Some(Reverse(head)) = self.heap.peek().copied()
            && head.due <= limit
        {
            self.heap.pop();
            if handles.is_pending(head.handle()) {
                found.push(head);
            } else {
                handles.remove(head.handle());
                self.forget_one();
            }
        }
        let last = found.last().map(|timer| timer.due);
        self.heap.extend(found.into_iter().map(Reverse));
        last
    }

    /// Takes the head if it is due. It may be cancelled: the caller looks.
    pub(crate) fn pop_due(&mut self, now: Time) -> Option<Handle> {
        let Reverse(head) = *self.heap.peek().filter(|Reverse(head)| head.due <= now)?;
        self.heap.pop();
        Some(head.handle())
    }

    /// Notes that a cancelled timer left the heap.
    pub(crate) fn forget_one(&mut self) {
        self.cancelled = self.cancelled.saturating_sub(1);
    }
}
