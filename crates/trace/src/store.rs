//! The append-only store of records.

use crate::event::Event;
use crate::time::Time;

/// An event and when it happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Record {
    pub time: Time,
    pub event: Event,
}

const _: () = assert!(size_of::<Record>() == 24);

/// Records in a chunk: 96 KiB, so that growing never copies what is kept.
const CHUNK: usize = 4096;

/// Records in the order in which they happened.
#[derive(Clone, Debug, Default)]
pub(crate) struct Store {
    full: Vec<Vec<Record>>,
    last: Vec<Record>,
}

impl Store {
    pub(crate) fn len(&self) -> usize {
        self.full.len() * CHUNK + self.last.len()
    }

    #[inline]
    pub(crate) fn push(&mut self, record: Record) {
        if self.last.len() == CHUNK {
            self.next_chunk();
        }
        self.last.push(record);
    }

    pub(crate) fn get(&self, index: usize) -> Option<&Record> {
        match self.full.get(index / CHUNK) {
            Some(chunk) => chunk.get(index % CHUNK),
            None => self.last.get(index.checked_sub(self.full.len() * CHUNK)?),
        }
    }

    /// The records from `start` on.
    pub(crate) fn iter_from(&self, start: usize) -> impl Iterator<Item = &Record> {
        let first = start / CHUNK;
        let chunks = self.full.iter().chain(core::iter::once(&self.last)).skip(first);
        chunks.enumerate().flat_map(move |(index, chunk)| {
            let skipped = if index == 0 { start - first * CHUNK } else { 0 };
            chunk.iter().skip(skipped)
        })
    }

    #[cold]
    fn next_chunk(&mut self) {
        let full = core::mem::replace(&mut self.last, Vec::with_capacity(CHUNK));
        self.full.push(full);
    }
}
