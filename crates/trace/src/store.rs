//! The append-only store of records.
//!
//! A step of a task alone gives three events, so those few kinds that make up most of a trace take 8 bytes
//! each, and any other 24. Moments are kept once for all events that share them.

use crate::event::{Event, Reason, StepEnd, Subject};
use crate::id::{HandleId, TaskId};
use crate::time::Time;

/// An event and when it happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Record {
    pub time: Time,
    pub event: Event,
}

/// Records in a chunk. Chunks never grow beyond it, so that what is kept is never copied and 16 bits count it.
const CHUNK: usize = 4096;

/// Records in the order in which they happened.
#[derive(Clone, Debug, Default)]
pub(crate) struct Store {
    full: Vec<Chunk>,
    last: Chunk,
    /// The time of the last record.
    now: Time,
}

#[derive(Clone, Debug, Default)]
struct Chunk {
    entries: Vec<Entry>,
    /// Events that don't fit into an entry.
    wide: Vec<Event>,
    /// The distinct moments of this chunk, in their order.
    times: Vec<Time>,
}

/// A record: a short event, or where the wide one stands.
#[derive(Clone, Copy, Debug)]
struct Entry {
    kind: Kind,
    /// Where the record's moment stands.
    time: u16,
    /// A task, a handle, or the place of a wide event.
    number: u32,
}

const _: () = assert!(size_of::<Entry>() == 8);

/// What an entry says.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Wide,
    TaskBegan,
    TaskEnded(StepEnd),
    TaskFirst,
    TaskYielded,
    TaskWoken,
    CallbackBegan,
    CallbackEnded(StepEnd),
    TimerFired,
}

impl Store {
    pub(crate) fn len(&self) -> usize {
        self.full.len() * CHUNK + self.last.entries.len()
    }

    #[inline(always)]
    pub(crate) fn push(&mut self, time: Time, event: Event) {
        if self.last.entries.len() == CHUNK {
            self.next_chunk();
        }
        if time != self.now || self.last.times.is_empty() {
            self.now = time;
            self.last.times.push(time);
        }
        self.last.push(event);
    }

    pub(crate) fn get(&self, index: usize) -> Option<Record> {
        match self.full.get(index / CHUNK) {
            Some(chunk) => chunk.get(index % CHUNK),
            None => self.last.get(index.checked_sub(self.full.len() * CHUNK)?),
        }
    }

    /// The records from `start` on.
    pub(crate) fn iter_from(&self, start: usize) -> impl Iterator<Item = Record> + '_ {
        let first = start / CHUNK;
        let chunks = self.full.iter().chain(core::iter::once(&self.last)).skip(first);
        chunks.enumerate().flat_map(move |(index, chunk)| {
            let skipped = if index == 0 { start - first * CHUNK } else { 0 };
            chunk.entries.iter().skip(skipped).map(|entry| chunk.read(*entry))
        })
    }

    /// How many bytes the records take.
    pub(crate) fn bytes(&self) -> usize {
        self.full
            .iter()
            .chain(core::iter::once(&self.last))
            .map(Chunk::bytes)
            .sum()
    }

    #[cold]
    fn next_chunk(&mut self) {
        let next = Chunk {
            entries: Vec::with_capacity(CHUNK),
            ..Chunk::default()
        };
        let mut full = core::mem::replace(&mut self.last, next);
        full.wide.shrink_to_fit();
        full.times.shrink_to_fit();
        self.full.push(full);
    }
}

impl Chunk {
    #[inline(always)]
    fn push(&mut self, event: Event) {
        // A chunk has at most as many moments and wide events as entries, and those fit 16 bits.
        let time = (self.times.len() - 1) as u16;
        let (kind, number) = match short(event) {
            Some(short) => short,
            None => {
                self.wide.push(event);
                (Kind::Wide, (self.wide.len() - 1) as u32)
            }
        };
        self.entries.push(Entry { kind, time, number });
    }

    fn get(&self, index: usize) -> Option<Record> {
        self.entries.get(index).map(|entry| self.read(*entry))
    }

    fn read(&self, Entry { kind, time, number }: Entry) -> Record {
        let task = TaskId::from_number(number);
        let handle = HandleId::from_number(number);
        let event = match kind {
            Kind::Wide => self.wide.get(number as usize).copied().unwrap_or(Event::RunBegan),
            Kind::TaskBegan => Event::StepBegan {
                who: Subject::Task(task),
            },
            Kind::TaskEnded(how) => Event::StepEnded {
                who: Subject::Task(task),
                how,
            },
            Kind::TaskFirst => Event::TaskReadied {
                task,
                why: Reason::FirstStep,
            },
            Kind::TaskYielded => Event::TaskReadied {
                task,
                why: Reason::Yield,
            },
            Kind::TaskWoken => Event::TaskReadied {
                task,
                why: Reason::Waker,
            },
            Kind::CallbackBegan => Event::StepBegan {
                who: Subject::Callback(handle),
            },
            Kind::CallbackEnded(how) => Event::StepEnded {
                who: Subject::Callback(handle),
                how,
            },
            Kind::TimerFired => Event::TimerFired { handle },
        };
        Record {
            time: self.times.get(time as usize).copied().unwrap_or_default(),
            event,
        }
    }

    fn bytes(&self) -> usize {
        self.entries.capacity() * size_of::<Entry>()
            + self.wide.capacity() * size_of::<Event>()
            + self.times.capacity() * size_of::<Time>()
    }
}

/// The event as kind and number, if it is one of the frequent ones.
#[inline(always)]
fn short(event: Event) -> Option<(Kind, u32)> {
    let (kind, number) = match event {
        Event::StepBegan {
            who: Subject::Task(task),
        } => (Kind::TaskBegan, task.number()),
        Event::StepEnded {
            who: Subject::Task(task),
            how,
        } => (Kind::TaskEnded(how), task.number()),
        Event::TaskReadied {
            task,
            why: Reason::FirstStep,
        } => (Kind::TaskFirst, task.number()),
        Event::TaskReadied {
            task,
            why: Reason::Yield,
        } => (Kind::TaskYielded, task.number()),
        Event::TaskReadied {
            task,
            why: Reason::Waker,
        } => (Kind::TaskWoken, task.number()),
        Event::StepBegan {
            who: Subject::Callback(handle),
        } => (Kind::CallbackBegan, handle.number()),
        Event::StepEnded {
            who: Subject::Callback(handle),
            how,
        } => (Kind::CallbackEnded(how), handle.number()),
        Event::TimerFired { handle } => (Kind::TimerFired, handle.number()),
        _ => return None,
    };
    Some((kind, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_pushed_is_read_again_across_chunks() {
        let mut store = Store::default();
        let events = |index: u32| {
            let (task, handle) = (TaskId::from_index(index), HandleId::from_index(index));
            [
                Event::StepBegan {
                    who: Subject::Task(task),
                },
                Event::StepBegan {
                    who: Subject::Callback(handle),
                },
                Event::StepEnded {
                    who: Subject::Task(task),
                    how: StepEnd::Waits,
                },
                Event::StepEnded {
                    who: Subject::Callback(handle),
                    how: StepEnd::Done,
                },
                Event::TaskReadied {
                    task,
                    why: Reason::FirstStep,
                },
                Event::TaskReadied {
                    task,
                    why: Reason::Yield,
                },
                Event::TaskReadied {
                    task,
                    why: Reason::Waker,
                },
                Event::TaskReadied {
                    task,
                    why: Reason::Timer(handle),
                },
                Event::TimerFired { handle },
                Event::HandleCancelled { handle },
            ]
        };
        let expected: Vec<Record> = (0..2_000_u32)
            .flat_map(|index| {
                events(index).map(|event| Record {
                    time: Time::from_nanos(u64::from(index / 3)),
                    event,
                })
            })
            .collect();
        for record in &expected {
            store.push(record.time, record.event);
        }
        assert_eq!(store.len(), expected.len());
        assert!(store.iter_from(0).eq(expected.iter().copied()));
        assert!(store.iter_from(9_001).eq(expected.iter().skip(9_001).copied()));
        assert!((0..expected.len()).all(|index| store.get(index) == expected.get(index).copied()));
        assert_eq!(store.get(expected.len()), None);
    }
}
