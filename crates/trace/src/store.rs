//! The append-only store of records.
//!
//! A step of a task gives three events: those kinds that make up most of a trace take 6 bytes, any other 22. An event
//! that comes more than 65 µs after the one before takes 16 more, and every 64th a mark of 8.

mod records;
mod spare;

pub(crate) use self::records::Records;
use crate::event::{Event, Reason, StepEnd, Subject};
use crate::id::{HandleId, NameId, SiteId, TaskId};
use crate::moments::{Moments, STRIDE};
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
    /// The bytes that the full chunks take, which is asked for again whenever there is one more.
    full_bytes: usize,
    last: Chunk,
}

#[derive(Clone, Debug, Default)]
struct Chunk {
    /// Those of the entries, and behind them empty ones up to the next mark: so putting one there is all that
    /// recording takes.
    slots: Vec<Slot>,
    length: usize,
    /// Events that don't fit into an entry.
    wide: Vec<Event>,
    /// Where tasks of this chunk await: few places, and each again and again. No more than an entry can point to.
    awaits: Vec<Await>,
    /// Where lines were skipped: the instruction counts, from the first one on.
    skipped: Vec<u32>,
    first_skipped: u64,
    /// When each entry happened.
    moments: Moments,
}

/// An entry, and the time since the one before it: in halves, so that both take six bytes in one place.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    gap: u16,
    low: u16,
    high: u16,
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
    /// Each at its number, as far as the bits of an entry count.
    const ALL: [Self; 1 << KIND_BITS] = [
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
        Self::Wide,
        Self::Wide,
    ];
}

/// Who walks along what tasks do. Of millions of records most are of the few kinds that have a method of their own, so
/// that what they are is looked at once. Callbacks that begin or end, tasks that get ready and skipped lines are passed
/// over, as far as they are told from others without being read.
pub(crate) trait Walker {
    fn step_began(&mut self, time: Time);
    fn step_ended(&mut self, time: Time);
    fn await_entered(&mut self, time: Time, task: TaskId, depth: u16, site: SiteId);
    /// The await is left by the event at this place of the trace.
    fn await_left(&mut self, place: usize, time: Time, task: TaskId, depth: u16);
    /// Any other record, or one of those that did not fit into an entry.
    fn other(&mut self, place: usize, record: &Record);
}

impl Store {
    #[inline(always)]
    pub(crate) fn len(&self) -> usize {
        self.full.len() * CHUNK + self.last.length
    }

    /// Appends an event if nothing about it is special: it is of a frequent kind, soon after the one before, and there is
    /// room. Nearly all are, and this is all that they take.
    #[inline(always)]
    #[must_use]
    pub(crate) fn push_quickly(&mut self, time: Time, event: Event) -> bool {
        let chunk = &mut self.last;
        let Some(entry) = chunk.quick_entry(event) else {
            return false;
        };
        let (Some(gap), Some(slot)) = (chunk.moments.near_gap(time), chunk.slots.get_mut(chunk.length))
        else {
            return false;
        };
        *slot = Slot::new(gap, entry);
        chunk.moments.pass_near(time);
        chunk.length += 1;
        true
    }

    /// Appends any event.
    pub(crate) fn push(&mut self, time: Time, event: Event) -> Room {
        let mut room = Room::InChunk;
        if self.last.length.is_multiple_of(STRIDE) {
            room = self.make_room(time);
        }
        self.last.push(time, event);
        room
    }

    pub(crate) fn get(&self, index: usize) -> Option<Record> {
        match self.full.get(index / CHUNK) {
            Some(chunk) => chunk.get(index % CHUNK),
            None => self.last.get(index.checked_sub(self.full.len() * CHUNK)?),
        }
    }

    /// The records from `start` on.
    pub(crate) fn iter_from(&self, start: usize) -> Records<'_> {
        Records::new(&self.full, &self.last, start)
    }

    /// Leads someone along all records.
    pub(crate) fn lead(&self, walker: &mut impl Walker) {
        let chunks = self.full.iter().chain(core::iter::once(&self.last));
        for (number, chunk) in chunks.enumerate() {
            chunk.lead(number * CHUNK, walker);
        }
    }

    /// How many bytes the records take.
    pub(crate) fn bytes(&self) -> usize {
        self.full_bytes + self.last.bytes()
    }

    /// Marks the time of the record that comes next, in a new chunk where the last one is full.
    #[cold]
    fn make_room(&mut self, time: Time) -> Room {
        let room = match self.last.length {
            CHUNK => self.next_chunk(),
            _ => Room::InChunk,
        };
        self.last.moments.mark(time);
        self.last.slots.extend_from_slice(&[Slot::default(); STRIDE]);
        room
    }

    fn next_chunk(&mut self) -> Room {
        let next = Chunk::like(&self.last);
        let mut full = core::mem::replace(&mut self.last, next);
        full.wide.shrink_to_fit();
        full.skipped.shrink_to_fit();
        full.moments.shrink_to_fit();
        self.full_bytes += full.bytes();
        self.full.push(full);
        Room::NewChunk
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        for chunk in self.full.drain(..) {
            spare::give_back(chunk.slots);
        }
        spare::give_back(core::mem::take(&mut self.last.slots));
    }
}

impl Chunk {
    /// An empty chunk with room for what there was in this one and a little more: programs go on as they do, and
    /// memory that a list outgrows is touched for nothing.
    fn like(before: &Self) -> Self {
        let room = |length: usize| length + length / 8 + 16;
        Self {
            slots: spare::take(),
            length: 0,
            wide: Vec::with_capacity(room(before.wide.len())),
            awaits: Vec::new(),
            skipped: Vec::with_capacity(match before.skipped.len() {
                0 => 0,
                length => room(length),
            }),
            first_skipped: 0,
            moments: Moments::with_capacity(CHUNK, &before.moments),
        }
    }

    /// The entry of a frequent event.
    #[inline(always)]
    fn quick_entry(&mut self, event: Event) -> Option<Entry> {
        match event {
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
            _ => Entry::short(event),
        }
    }

    fn push(&mut self, time: Time, event: Event) {
        let gap = self.moments.gap(self.length, time);
        let entry = self.quick_entry(event).unwrap_or_else(|| self.widen(event));
        if let Some(slot) = self.slots.get_mut(self.length) {
            *slot = Slot::new(gap, entry);
            self.length += 1;
        }
    }

    #[inline(never)]
    fn widen(&mut self, event: Event) -> Entry {
        let shared = match event {
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

    fn entries(&self) -> &[Slot] {
        self.slots.get(..self.length).unwrap_or_default()
    }

    fn get(&self, index: usize) -> Option<Record> {
        Records::of(self, index).next()
    }

    /// Leads someone along the records, of which the first stands at this place of the trace.
    fn lead(&self, first: usize, walker: &mut impl Walker) {
        let mut times = self.moments.walk();
        for (place, slot) in (first..).zip(self.entries()) {
            let (time, entry) = (times.after(slot.gap), slot.entry());
            let (kind, number) = entry.parts();
            match kind {
                Kind::TaskBegan => walker.step_began(time),
                Kind::TaskDone | Kind::TaskWaits | Kind::TaskGaveWay => walker.step_ended(time),
                Kind::AwaitLeft => {
                    let (task, depth) = Self::await_left(number);
                    walker.await_left(place, time, task, depth);
                }
                Kind::AwaitEntered => {
                    let (task, shared) = self.await_entered(number);
                    walker.await_entered(time, task, shared.depth, shared.site);
                }
                Kind::Wide => {
                    let event = self.event(entry);
                    walker.other(place, &Record { time, event });
                }
                Kind::ReadyFirst
                | Kind::ReadyYield
                | Kind::ReadyWaker
                | Kind::CallbackBegan
                | Kind::CallbackDone
                | Kind::TimerFired
                | Kind::LinesSkipped => {}
            }
        }
    }

    fn await_left(number: u32) -> (TaskId, u16) {
        let depth = number & ((1 << DEPTH_BITS) - 1);
        (TaskId::from_number(number >> DEPTH_BITS), depth as u16)
    }

    fn await_entered(&self, number: u32) -> (TaskId, Await) {
        let place = (number & ((1 << AWAIT_BITS) - 1)) as usize;
        let shared = self.awaits.get(place).copied().unwrap_or_default();
        (TaskId::from_number(number >> AWAIT_BITS), shared)
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
            Kind::AwaitLeft => {
                let (task, depth) = Self::await_left(number);
                Event::AwaitLeft { task, depth }
            }
            Kind::AwaitEntered => {
                let (task, shared) = self.await_entered(number);
                Event::AwaitEntered {
                    task,
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
        self.slots.capacity() * size_of::<Slot>()
            + self.wide.capacity() * size_of::<Event>()
            + self.awaits.capacity() * size_of::<Await>()
            + self.skipped.capacity() * size_of::<u32>()
            + self.moments.bytes()
    }
}

impl Slot {
    #[inline(always)]
    const fn new(gap: u16, Entry(bits): Entry) -> Self {
        Self {
            gap,
            low: bits as u16,
            high: (bits >> u16::BITS) as u16,
        }
    }

    const fn entry(self) -> Entry {
        Entry((self.high as u32) << u16::BITS | self.low as u32)
    }
}

impl Entry {
    #[inline(always)]
    const fn new(kind: Kind, number: u32) -> Self {
        Self(number << KIND_BITS | kind as u32)
    }

    /// Of one of the frequent events, if its number is not too large.
    #[inline(always)]
    fn short(event: Event) -> Option<Self> {
        let (kind, number) = short(event)?;
        (number < 1 << (u32::BITS - KIND_BITS)).then(|| Self::new(kind, number))
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
mod tests;
