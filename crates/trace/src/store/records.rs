//! Reading records in their order.

use super::{CHUNK, Chunk, Record, Slot};
use crate::moments::{STRIDE, Walk};

/// Records one after the other. Views read millions of them while a program runs, so that this is one loop over entries
/// and not a tower of adapters.
pub(crate) struct Records<'a> {
    chunk: &'a Chunk,
    slots: core::slice::Iter<'a, Slot>,
    times: Walk<'a>,
    /// The chunks behind it, and the one that is not full yet.
    full: core::slice::Iter<'a, Chunk>,
    last: Option<&'a Chunk>,
}

impl<'a> Records<'a> {
    /// Those of these chunks, which are full, and of the last one, from a place on.
    pub(super) fn new(full: &'a [Chunk], last: &'a Chunk, start: usize) -> Self {
        let first = start / CHUNK;
        let within = start - first * CHUNK;
        let mut rest = full.get(first..).unwrap_or_default().iter();
        match rest.next() {
            Some(chunk) => Self {
                full: rest,
                last: Some(last),
                ..Self::of(chunk, within)
            },
            None if first == full.len() => Self::of(last, within),
            // There are not so many.
            None => Self::of(last, CHUNK),
        }
    }

    /// Those of one chunk, from this place on.
    pub(super) fn of(chunk: &'a Chunk, first: usize) -> Self {
        let slots = chunk.entries();
        let times = match first.checked_sub(1) {
            None => chunk.moments.walk(),
            Some(before) => {
                let marked = slots.get(before / STRIDE * STRIDE..).unwrap_or_default();
                chunk
                    .moments
                    .walk_after(before, marked.iter().map(|slot| slot.gap))
            }
        };
        Self {
            chunk,
            slots: slots.get(first..).unwrap_or_default().iter(),
            times,
            full: [].iter(),
            last: None,
        }
    }

    #[cold]
    fn next_chunk(&mut self) -> Option<&'a Slot> {
        self.chunk = self.full.next().or_else(|| self.last.take())?;
        self.slots = self.chunk.entries().iter();
        self.times = self.chunk.moments.walk();
        self.slots.next()
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    #[inline]
    fn next(&mut self) -> Option<Record> {
        let slot = match self.slots.next() {
            Some(slot) => slot,
            None => self.next_chunk()?,
        };
        Some(Record {
            time: self.times.after(slot.gap),
            event: self.chunk.event(slot.entry()),
        })
    }
}
