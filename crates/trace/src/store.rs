//! The append-only store of records.
//!
//! A step of a task alone gives three events, so those few kinds that make up most of a trace take 4 or 8 bytes
//! each, and any other 20. A moment is kept once for all events in a row that share it, in 6 bytes.

use crate::event::{Event, Reason, StepEnd, Subject};
use crate::id::{HandleId, NameId, SiteId, TaskId};
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
#[derive(Clone, Debug)]
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
    /// Where tasks of this chunk await: few places, and each again and again. No more than an entry can point to.
    awaits: Vec<Await>,
    /// Where lines were skipped: the instruction counts, from the first one on.
    skipped: Vec<u32>,
    first_skipped: u64,
    /// The distinct moments of this chunk, in their order, as nanoseconds since their base.
    times: Vec<u32>,
    /// The first entry of each moment; as many as there are `times`.
    starts: Vec<u16>,
    /// What moments are counted from, each from the given moment on. One is enough unless time jumps.
    bases: Vec<(u16, Time)>,
}

/// A record without its time: its kind in the low bits, and above them a task's or handle's number or the place of
/// a wide event.
#[derive(Clone, Copy, Debug)]
struct Entry(u32);

const KIND_BITS: u32 = 4;
/// Awaits deeper than these bits count are kept as wide events.
const DEPTH_BITS: u32 = 3;
/// Tasks from this number on don't fit beside a depth.
const MOST_IN_AWAIT: u32 = 1 << (u32::BITS - KIND_BITS - DEPTH_BITS);
/// How many places of awaits these bits tell apart.
const AWAIT_BITS: u32 = 4;
/// Tasks from this number on don't fit beside a place of an await.
const MOST_AT_AWAIT: u32 = 1 << (u32::BITS - KIND_BITS - AWAIT_BITS);
/// The bits of a place among a chunk's skipped lines, of which it has no more than entries.
const SKIP_BITS: u32 = CHUNK.ilog2();
/// So many lines skipped at once don't fit beside that place.
const MOST_SKIPPED: u32 = 1 << (u32::BITS - KIND_BITS - SKIP_BITS);

/// What distinguishes one [`Event::AwaitEntered`] from another, besides its task.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
struct Await {
    depth: u16,
    site: SiteId,
    coroutine: NameId,
}

/// Where the next record goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Room {
    InChunk,
    NewChunk,
}

/// What an entry says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Kind {
    Wide,
    TaskBegan,
    TaskDone,
    TaskWaits,
    TaskGaveWay,
    ReadyFirst,
    ReadyYield,
    ReadyWaker,
    CallbackBegan,
    CallbackDone,
    TimerFired,
    /// The number holds the depth in its lowest bits.
    AwaitLeft,
    /// The number holds the place among the chunk's awaits in its lowest bits.
    AwaitEntered,
    /// The number holds the place among the chunk's skipped lines in its lowest bits, and their count.
    LinesSkipped,
}

impl Kind {
    const ALL: [Self; 14] = [
        Self::Wide,
        Self::TaskBegan,
        Self::TaskDone,
        Self::TaskWaits,
        Self::TaskGaveWay,
        Self::ReadyFirst,
        Self::ReadyYield,
        Self::ReadyWaker,
        Self::CallbackBegan,
        Self::CallbackDone,
        Self::TimerFired,
        Self::AwaitLeft,
        Self::AwaitEntered,
        Self::LinesSkipped,
    ];
}

impl Default for Store {
    fn default() -> Self {
        let mut store = Self {
            full: Vec::new(),
            last: Chunk::default(),
            now: Time::ZERO,
        };
        store.last.begin_moment(Time::ZERO);
        store
    }
}

impl Store {
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.full.len() * CHUNK + self.last.entries.len()
    }

    #[inline(always)]
    pub(crate) fn push(&mut self, time: Time, event: Event) -> Room {
        if time != self.now {
            self.now = time;
            self.last.begin_moment(time);
        }
        self.last.push(event);
        if self.last.entries.len() < CHUNK {
            return Room::InChunk;
        }
        self.next_chunk();
        Room::NewChunk
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
            chunk.iter_from(if index == 0 { start - first * CHUNK } else { 0 })
        })
    }

    /// Shows all records in their order.
    pub(crate) fn for_each(&self, mut see: impl FnMut(&Record)) {
        for chunk in self.full.iter().chain(core::iter::once(&self.last)) {
            chunk.for_each(&mut see);
        }
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
        let next = Chunk::like(&self.last);
        let mut full = core::mem::replace(&mut self.last, next);
        full.wide.shrink_to_fit();
        full.skipped.shrink_to_fit();
        full.times.shrink_to_fit();
        full.starts.shrink_to_fit();
        self.full.push(full);
        self.last.begin_moment(self.now);
    }
}

impl Chunk {
    /// An empty chunk with room for what there was in this one and a little more: programs go on as they do, and
    /// memory that a list outgrows is touched for nothing.
    fn like(before: &Self) -> Self {
        let room = |length: usize| length + length / 8 + 16;
        Self {
            entries: Vec::with_capacity(CHUNK),
            wide: Vec::with_capacity(room(before.wide.len())),
            awaits: Vec::new(),
            skipped: Vec::with_capacity(match before.skipped.len() {
                0 => 0,
                length => room(length),
            }),
            first_skipped: 0,
            times: Vec::with_capacity(room(before.times.len())),
            starts: Vec::with_capacity(room(before.starts.len())),
            bases: Vec::new(),
        }
    }

    #[inline(always)]
    fn push(&mut self, event: Event) {
        let entry = match short(event) {
            Some((kind, number)) if number < 1 << (u32::BITS - KIND_BITS) => Entry::new(kind, number),
            _ => self.widen(event),
        };
        self.entries.push(entry);
    }

    #[inline(never)]
    fn widen(&mut self, event: Event) -> Entry {
        let shared = match event {
            Event::AwaitEntered {
                task,
                depth,
                site,
                coroutine,
            } => self.share_await(
                task,
                Await {
                    depth,
                    site,
                    coroutine,
                },
            ),
            Event::LinesSkipped { count, from } => self.share_skipped(count, from),
            _ => None,
        };
        shared.unwrap_or_else(|| {
            self.wide.push(event);
            Entry::new(Kind::Wide, (self.wide.len() - 1) as u32)
        })
    }

    /// An entry that points to what this await has in common with others of the chunk, if both have room.
    fn share_await(&mut self, task: TaskId, what: Await) -> Option<Entry> {
        if task.number() >= MOST_AT_AWAIT {
            return None;
        }
        let place = match self.awaits.iter().position(|known| *known == what) {
            Some(place) => place,
            None if self.awaits.len() >> AWAIT_BITS == 0 => {
                self.awaits.push(what);
                self.awaits.len() - 1
            }
            None => return None,
        };
        Some(Entry::new(
            Kind::AwaitEntered,
            task.number() << AWAIT_BITS | place as u32,
        ))
    }

    /// An entry for skipped lines, if they are few and not far from the chunk's first ones.
    fn share_skipped(&mut self, count: u32, from: u64) -> Option<Entry> {
        if self.skipped.is_empty() {
            self.first_skipped = from;
        }
        let since_first = u32::try_from(from.checked_sub(self.first_skipped)?).ok()?;
        if count >= MOST_SKIPPED {
            return None;
        }
        self.skipped.push(since_first);
        Some(Entry::new(
            Kind::LinesSkipped,
            count << SKIP_BITS | (self.skipped.len() - 1) as u32,
        ))
    }

    #[inline(never)]
    fn begin_moment(&mut self, time: Time) {
        let since_base = match self.bases.last() {
            Some((_, base)) if time >= *base => u32::try_from(time.since(*base)).ok(),
            _ => None,
        };
        if since_base.is_none() {
            self.bases.push((self.times.len() as u16, time));
        }
        self.times.push(since_base.unwrap_or(0));
        self.starts.push(self.entries.len() as u16);
    }

    /// The time of one of the moments.
    fn time(&self, moment: usize) -> Time {
        let bases = self
            .bases
            .partition_point(|(first, _)| usize::from(*first) <= moment);
        let base = bases.checked_sub(1).and_then(|at| self.bases.get(at));
        let base = base.map_or(Time::ZERO, |(_, base)| *base);
        let since = self.times.get(moment).copied().unwrap_or_default();
        Time::from_nanos(base.as_nanos().saturating_add(u64::from(since)))
    }

    fn get(&self, index: usize) -> Option<Record> {
        let entry = self.entries.get(index)?;
        let moments_begun = self.starts.partition_point(|start| usize::from(*start) <= index);
        Some(Record {
            time: moments_begun
                .checked_sub(1)
                .map_or(Time::ZERO, |moment| self.time(moment)),
            event: self.event(*entry),
        })
    }

    fn iter_from(&self, first: usize) -> impl Iterator<Item = Record> + '_ {
        let mut begun = self.starts.partition_point(|start| usize::from(*start) < first);
        let mut time = begun
            .checked_sub(1)
            .map_or(Time::ZERO, |moment| self.time(moment));
        self.entries
            .iter()
            .enumerate()
            .skip(first)
            .map(move |(index, entry)| {
                while self
                    .starts
                    .get(begun)
                    .is_some_and(|start| usize::from(*start) == index)
                {
                    time = self.time(begun);
                    begun += 1;
                }
                Record {
                    time,
                    event: self.event(*entry),
                }
            })
    }

    fn for_each(&self, mut see: impl FnMut(&Record)) {
        let ends = self.starts.iter().skip(1).map(|start| usize::from(*start));
        let ends = ends.chain(core::iter::once(self.entries.len()));
        let mut bases = self.bases.iter().peekable();
        let mut base = Time::ZERO;
        let mut first = 0;
        for ((moment, since_base), end) in self.times.iter().enumerate().zip(ends) {
            while let Some((_, next)) = bases.next_if(|(begins, _)| usize::from(*begins) <= moment) {
                base = *next;
            }
            let time = Time::from_nanos(base.as_nanos().saturating_add(u64::from(*since_base)));
            for entry in self.entries.get(first..end).unwrap_or_default() {
                see(&Record {
                    time,
                    event: self.event(*entry),
                });
            }
            first = end;
        }
    }

    fn event(&self, entry: Entry) -> Event {
        let (kind, number) = entry.parts();
        let task = TaskId::from_number(number);
        let handle = HandleId::from_number(number);
        let who = Subject::Task(task);
        match kind {
            Kind::Wide => self.wide.get(number as usize).copied().unwrap_or(Event::RunBegan),
            Kind::TaskBegan => Event::StepBegan { who },
            Kind::TaskDone => Event::StepEnded {
                who,
                how: StepEnd::Done,
            },
            Kind::TaskWaits => Event::StepEnded {
                who,
                how: StepEnd::Waits,
            },
            Kind::TaskGaveWay => Event::StepEnded {
                who,
                how: StepEnd::Yielded,
            },
            Kind::ReadyFirst => Event::TaskReadied {
                task,
                why: Reason::FirstStep,
            },
            Kind::ReadyYield => Event::TaskReadied {
                task,
                why: Reason::Yield,
            },
            Kind::ReadyWaker => Event::TaskReadied {
                task,
                why: Reason::Waker,
            },
            Kind::CallbackBegan => Event::StepBegan {
                who: Subject::Callback(handle),
            },
            Kind::CallbackDone => Event::StepEnded {
                who: Subject::Callback(handle),
                how: StepEnd::Done,
            },
            Kind::TimerFired => Event::TimerFired { handle },
            Kind::AwaitLeft => Event::AwaitLeft {
                task: TaskId::from_number(number >> DEPTH_BITS),
                depth: (number & ((1 << DEPTH_BITS) - 1)) as u16,
            },
            Kind::AwaitEntered => {
                let place = (number & ((1 << AWAIT_BITS) - 1)) as usize;
                let shared = self.awaits.get(place).copied().unwrap_or_default();
                Event::AwaitEntered {
                    task: TaskId::from_number(number >> AWAIT_BITS),
                    depth: shared.depth,
                    site: shared.site,
                    coroutine: shared.coroutine,
                }
            }
            Kind::LinesSkipped => {
                let place = (number & ((1 << SKIP_BITS) - 1)) as usize;
                let since_first = self.skipped.get(place).copied().unwrap_or_default();
                Event::LinesSkipped {
                    count: number >> SKIP_BITS,
                    from: self.first_skipped.saturating_add(u64::from(since_first)),
                }
            }
        }
    }

    fn bytes(&self) -> usize {
        self.entries.capacity() * size_of::<Entry>()
            + self.wide.capacity() * size_of::<Event>()
            + self.awaits.capacity() * size_of::<Await>()
            + self.skipped.capacity() * size_of::<u32>()
            + self.times.capacity() * size_of::<u32>()
            + self.starts.capacity() * size_of::<u16>()
            + self.bases.capacity() * size_of::<(u16, Time)>()
    }
}

impl Entry {
    #[inline(always)]
    const fn new(kind: Kind, number: u32) -> Self {
        Self(number << KIND_BITS | kind as u32)
    }

    fn parts(self) -> (Kind, u32) {
        let kind = Kind::ALL.get((self.0 & ((1 << KIND_BITS) - 1)) as usize);
        (kind.copied().unwrap_or(Kind::Wide), self.0 >> KIND_BITS)
    }
}

/// The event as kind and number, if it is one of the frequent ones.
#[inline(always)]
fn short(event: Event) -> Option<(Kind, u32)> {
    match event {
        Event::StepBegan {
            who: Subject::Task(task),
        } => Some((Kind::TaskBegan, task.number())),
        Event::StepEnded {
            who: Subject::Task(task),
            how,
        } => {
            let kind = match how {
                StepEnd::Done => Kind::TaskDone,
                StepEnd::Waits => Kind::TaskWaits,
                StepEnd::Yielded => Kind::TaskGaveWay,
            };
            Some((kind, task.number()))
        }
        Event::TaskReadied {
            task,
            why: Reason::FirstStep,
        } => Some((Kind::ReadyFirst, task.number())),
        Event::TaskReadied {
            task,
            why: Reason::Yield,
        } => Some((Kind::ReadyYield, task.number())),
        Event::TaskReadied {
            task,
            why: Reason::Waker,
        } => Some((Kind::ReadyWaker, task.number())),
        Event::StepBegan {
            who: Subject::Callback(handle),
        } => Some((Kind::CallbackBegan, handle.number())),
        Event::StepEnded {
            who: Subject::Callback(handle),
            how: StepEnd::Done,
        } => Some((Kind::CallbackDone, handle.number())),
        Event::TimerFired { handle } => Some((Kind::TimerFired, handle.number())),
        Event::AwaitLeft { task, depth } if depth >> DEPTH_BITS == 0 && task.number() < MOST_IN_AWAIT => {
            Some((Kind::AwaitLeft, task.number() << DEPTH_BITS | u32::from(depth)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::U24;

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
                Event::TimerFired {
                    handle: HandleId::from_index(u32::MAX - 1 - index),
                },
                Event::StepEnded {
                    who: Subject::Task(task),
                    how: StepEnd::Done,
                },
                Event::StepEnded {
                    who: Subject::Task(task),
                    how: StepEnd::Yielded,
                },
                Event::HandleCancelled { handle },
                Event::AwaitEntered {
                    task,
                    depth: 9,
                    site: SiteId(index / 300),
                    coroutine: NameId(U24::new(index / 40)),
                },
                Event::AwaitEntered {
                    task: TaskId::from_index(u32::MAX - 1 - index),
                    depth: 0,
                    site: SiteId(7),
                    coroutine: NameId::default(),
                },
                Event::LinesSkipped {
                    count: 1 << (index % 30),
                    from: u64::from(index % 50) << (index % 37),
                },
                Event::AwaitLeft { task, depth: 0 },
                Event::AwaitLeft { task, depth: 9 },
                Event::AwaitLeft {
                    task: TaskId::from_index(u32::MAX - 1 - index),
                    depth: 7,
                },
            ]
        };
        let expected: Vec<Record> = (0..2_000_u32)
            .flat_map(|index| {
                events(index).map(|event| Record {
                    // Now and then time jumps further than 32 bits count.
                    time: Time::from_nanos(u64::from(index / 3) + (u64::from(index / 70) << 33)),
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
