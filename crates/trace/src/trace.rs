//! A run, as it is kept: events in their order, and the tables that they refer to.

use std::cell::RefCell;

use crate::board::Board;
use crate::checkpoints::Checkpoints;
use crate::event::Event;
use crate::store::{Record, Room, Store, Walker};
use crate::tables::Tables;
use crate::time::Time;

/// The events of a run. Append-only: `trace[..k]` never changes once it is there.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    store: Store,
    tables: Tables,
    /// Where the outputs stand, so that all output up to a step is a prefix of this.
    outputs: Vec<u32>,
    checkpoints: RefCell<Checkpoints>,
}

impl Trace {
    /// An empty trace.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many events there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.store.len()
    }

    /// Whether nothing has happened yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The event at this place, counted from 0.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Record> {
        self.store.get(index)
    }

    /// All events in their order.
    pub fn iter(&self) -> impl Iterator<Item = Record> + '_ {
        self.iter_from(0)
    }

    /// The events from this place on.
    pub fn iter_from(&self, start: usize) -> impl Iterator<Item = Record> + '_ {
        self.store.iter_from(start)
    }

    /// Leads someone along what tasks do: quicker than [`Self::iter`].
    pub(crate) fn lead(&self, walker: &mut impl Walker) {
        self.store.lead(walker);
    }

    /// How many bytes the events take, without names and texts.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.store.bytes()
    }

    /// The names, texts and places that events refer to.
    #[must_use]
    pub fn tables(&self) -> &Tables {
        &self.tables
    }

    /// The tables, to add to.
    pub fn tables_mut(&mut self) -> &mut Tables {
        &mut self.tables
    }

    /// Appends an event. Times should not decrease; views rely on it, nothing breaks by it.
    pub fn push(&mut self, time: Time, event: Event) {
        self.push_into(time, event);
    }

    /// As [`Self::push`] for nearly all events; false, and nothing happens, for the others.
    #[inline(always)]
    #[must_use]
    pub(crate) fn push_quickly(&mut self, time: Time, event: Event) -> bool {
        self.store.push_quickly(time, event)
    }

    /// As [`Self::push`]. Tells when a chunk is full, so that bounds need no check at each event.
    pub(crate) fn push_into(&mut self, time: Time, event: Event) -> Room {
        if let Event::Output { .. } = event {
            self.note_output();
        }
        self.store.push(time, event)
    }

    /// The places of the first `count` outputs in the trace. [`crate::Board::outputs`] gives the count at a
    /// step.
    #[must_use]
    pub fn outputs(&self, count: usize) -> &[u32] {
        self.outputs.get(..count).unwrap_or(&self.outputs)
    }

    /// The board after the first `step` events. The first look at a far step folds all events up to there; after
    /// that any step before it takes about a millisecond at most.
    #[must_use]
    pub fn board_at(&self, step: usize) -> Board {
        self.checkpoints.borrow_mut().board_at(self, step)
    }

    /// Advances a board of this trace to the newest event. Whoever looks back from there need not fold those events once
    /// more: boards are kept on the way.
    pub fn bring_up_to_date(&self, board: &mut Board) {
        self.checkpoints.borrow_mut().follow(self, board);
    }

    fn note_output(&mut self) {
        self.outputs
            .push(u32::try_from(self.store.len()).unwrap_or(u32::MAX));
    }
}
