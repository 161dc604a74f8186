//! The loop's own picture: who stands in the ready queue, which timers are set, and who waits for what.

use std::collections::BTreeMap;

use switchboard_trace::{
    Board, ObjectKind, ObjectView, Phase, ReadyEntry, TaskId, TaskState, ThreadId, Time, TimerView, Token,
    WaitOn,
};

/// The first of many, and how many more there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounded<T> {
    pub first: Vec<T>,
    pub more: usize,
}

impl<T> Default for Bounded<T> {
    fn default() -> Self {
        Self {
            first: Vec::new(),
            more: 0,
        }
    }
}

impl<T> Bounded<T> {
    /// Keeps the first `most` of these.
    pub fn of(all: impl IntoIterator<Item = T>, most: usize) -> Self {
        let mut all = all.into_iter();
        Self {
            first: all.by_ref().take(most).collect(),
            more: all.count(),
        }
    }

    /// How many there are in all.
    #[must_use]
    pub fn len(&self) -> usize {
        self.first.len() + self.more
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The ready queue, cut where the turn cuts it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadyQueue {
    /// Those who run in this turn.
    pub this_turn: Bounded<ReadyEntry>,
    /// Those who came later, and wait for the next.
    pub next_turn: Bounded<ReadyEntry>,
}

impl ReadyQueue {
    /// The queue of a board, of each part at most so many entries.
    #[must_use]
    pub fn of(board: &Board, most: usize) -> Self {
        let cut = match board.phase {
            Some(Phase::RunReady) => board.snapshot,
            // Until phase 4 takes its snapshot, all who come are in time for it.
            Some(Phase::Bound | Phase::PollIo | Phase::DueTimers) => board.ready().len(),
            None => 0,
        };
        Self {
            this_turn: Bounded::of(board.ready().take(cut).copied(), most),
            next_turn: Bounded::of(board.ready().skip(cut).copied(), most),
        }
    }
}

/// What a timer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimerFor {
    /// It wakes a task that sleeps until then.
    Wakes(TaskId),
    /// It runs a callback, set by this task where it was one.
    Callback(Option<TaskId>),
}

/// A timer, and what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimerRow {
    pub timer: TimerView,
    pub purpose: TimerFor,
}

impl TimerRow {
    /// How much of its time is over at a moment, from 0 to 1.
    #[must_use]
    pub fn passed(&self, now: Time) -> f64 {
        share(now.since(self.timer.set), self.timer.due.since(self.timer.set))
    }
}

/// The timers of a board in the order of the heap: by deadline, then in the order of setting.
#[must_use]
pub fn timers(board: &Board, most: usize) -> Bounded<TimerRow> {
    let row = |timer: TimerView| TimerRow {
        timer,
        purpose: purpose(board, &timer),
    };
    let Bounded { first, more } = Bounded::of(board.timers(), most);
    Bounded {
        first: first.into_iter().map(row).collect(),
        more,
    }
}

fn purpose(board: &Board, timer: &TimerView) -> TimerFor {
    let setter = timer.by.and_then(|task| board.task(task));
    let sleeper = setter.filter(|task| match task.state {
        TaskState::Waiting(on) => on == WaitOn::Timer(timer.handle),
        // It has told what it is going to wait for, and still has a word to say.
        TaskState::Running => task.waits_on == WaitOn::Timer(timer.handle),
        _ => false,
    });
    match sleeper {
        Some(task) => TimerFor::Wakes(task.task),
        None => TimerFor::Callback(timer.by),
    }
}

fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 {
        return 1.0;
    }
    (part as f64 / whole as f64).clamp(0.0, 1.0)
}

/// Something that tasks wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    Object(ObjectView),
    Task(TaskId),
    Thread(ThreadId),
    Io(Token),
    /// Nothing that has a name in the trace.
    Unnamed,
}

/// What those who wait want of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wish {
    /// That it is done, set, or theirs.
    Plain,
    /// An item of a queue.
    Get,
    /// Room in a queue.
    Put,
    /// That a queue's items are worked off.
    Join,
}

impl Wish {
    const fn of(on: WaitOn) -> Self {
        match on {
            WaitOn::QueueGet(_) => Self::Get,
            WaitOn::QueuePut(_) => Self::Put,
            WaitOn::QueueJoin(_) => Self::Join,
            _ => Self::Plain,
        }
    }
}

/// One thing, and who waits for it: for each wish, the longest waiting first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitRow {
    pub on: Awaited,
    pub waiters: Vec<(Wish, Bounded<TaskId>)>,
}

/// Where a thing has its place in the list, whoever waits for it, so that no row moves while people come and go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// What the program made to be waited for.
    Lasting(usize),
    Task(usize),
    Thread(usize),
    Io(u32),
    /// Futures and groups come and go.
    Passing(usize),
    Unnamed,
}

/// Who waits for what, but for timers: at most so many rows, with so many names each. What the program has made to be
/// waited for (locks, queues and so on) and threads that run have a row also while nobody waits, as far as there is room.
#[must_use]
pub fn waits(board: &Board, most_rows: usize, most_names: usize) -> Bounded<WaitRow> {
    let mut awaited: BTreeMap<Place, (Awaited, Vec<Waiter>)> = BTreeMap::new();
    for task in board.tasks() {
        let TaskState::Waiting(on) = task.state else {
            continue;
        };
        if let Some((place, thing)) = placed(board, on) {
            let (_, waiters) = awaited.entry(place).or_insert_with(|| (thing, Vec::new()));
            waiters.push((Wish::of(on), task.since, task.task));
        }
    }
    let things = board
        .objects()
        .filter(|object| is_lasting(object.kind))
        .map(|object| (place_of(object), Awaited::Object(*object)));
    let threads = board
        .threads()
        .map(|(thread, _)| (Place::Thread(thread.index()), Awaited::Thread(thread)));
    let idle = things
        .chain(threads)
        .filter(|(place, _)| !awaited.contains_key(place));
    let room = most_rows.saturating_sub(awaited.len());
    let Bounded { first: idle, more } = Bounded::of(idle, room);
    let mut rows: Vec<_> = awaited.into_iter().collect();
    let more = more + rows.len().saturating_sub(most_rows);
    rows.truncate(most_rows);
    rows.extend(
        idle.into_iter()
            .map(|(place, thing)| (place, (thing, Vec::new()))),
    );
    rows.sort_by_key(|(place, _)| *place);
    let row = |(_, (on, waiters))| WaitRow {
        on,
        waiters: by_wish(waiters, most_names),
    };
    Bounded {
        first: rows.into_iter().map(row).collect(),
        more,
    }
}

/// What it wants, since when it waits, and who it is.
type Waiter = (Wish, Time, TaskId);

fn by_wish(mut waiters: Vec<Waiter>, most: usize) -> Vec<(Wish, Bounded<TaskId>)> {
    waiters.sort_unstable();
    waiters
        .chunk_by(|one, next| one.0 == next.0)
        .filter_map(|same| {
            let wish = same.first()?.0;
            Some((wish, Bounded::of(same.iter().map(|waiter| waiter.2), most)))
        })
        .collect()
}

/// Whether a thing is made to be waited for again and again.
const fn is_lasting(kind: ObjectKind) -> bool {
    !matches!(kind, ObjectKind::Future | ObjectKind::Group)
}

fn place_of(object: &ObjectView) -> Place {
    let index = object.object.index();
    if is_lasting(object.kind) {
        Place::Lasting(index)
    } else {
        Place::Passing(index)
    }
}

/// What is waited for, and its place. Timers have a list of their own.
fn placed(board: &Board, on: WaitOn) -> Option<(Place, Awaited)> {
    let placed = match on {
        WaitOn::Timer(_) => return None,
        WaitOn::Task(task) => (Place::Task(task.index()), Awaited::Task(task)),
        WaitOn::Thread(thread) => (Place::Thread(thread.index()), Awaited::Thread(thread)),
        WaitOn::Io(token) => (Place::Io(token.0), Awaited::Io(token)),
        other => match other.object().and_then(|object| board.object(object)) {
            Some(object) => (place_of(object), Awaited::Object(*object)),
            None => (Place::Unnamed, Awaited::Unnamed),
        },
    };
    Some(placed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use switchboard_trace::{Event, HandleId, NameId, ObjectId, Reason, SiteId, StepEnd, Subject, Trace};

    #[derive(Default)]
    struct Play {
        trace: Trace,
        now: u64,
    }

    impl Play {
        fn push(&mut self, event: Event) {
            self.trace.push(Time::from_nanos(self.now), event);
        }

        fn make_task(&mut self, index: u32) -> TaskId {
            let task = TaskId::from_index(index);
            self.push(Event::TaskMade {
                task,
                parent: None,
                name: NameId::default(),
                site: SiteId::default(),
            });
            let why = Reason::FirstStep;
            self.push(Event::TaskReadied { task, why });
            task
        }

        fn wait(&mut self, task: TaskId, on: WaitOn) {
            self.now += 10;
            let who = Subject::Task(task);
            self.push(Event::StepBegan { who });
            self.push(Event::TaskWaits { task, on });
            let how = StepEnd::Waits;
            self.push(Event::StepEnded { who, how });
        }

        fn make_object(&mut self, index: u32, kind: ObjectKind) -> ObjectId {
            let object = ObjectId::from_index(index);
            self.push(Event::ObjectMade {
                object,
                kind,
                name: NameId::default(),
                value: 0,
            });
            object
        }

        fn board(&self) -> Board {
            self.trace.board_at(self.trace.len())
        }
    }

    fn phase(phase: Phase, handles: u32) -> Event {
        Event::PhaseBegan {
            phase,
            handles,
            until: Time::ZERO,
        }
    }

    #[test]
    fn the_snapshot_divides_those_who_run_now_from_those_who_came_later() {
        let mut play = Play::default();
        let (first, _) = (play.make_task(0), play.make_task(1));
        let sizes = |play: &Play| {
            let queue = ReadyQueue::of(&play.board(), 10);
            (queue.this_turn.len(), queue.next_turn.len())
        };
        assert_eq!(sizes(&play), (0, 2), "between turns all wait for the next");
        play.push(phase(Phase::PollIo, 0));
        assert_eq!(sizes(&play), (2, 0), "before the snapshot all are in time");
        play.push(phase(Phase::RunReady, 2));
        play.push(Event::StepBegan {
            who: Subject::Task(first),
        });
        play.make_task(2);
        assert_eq!(sizes(&play), (1, 1), "one runs, one is next, one came later");
    }

    #[test]
    fn what_is_too_long_is_counted() {
        let mut play = Play::default();
        for index in 0..300 {
            play.make_task(index);
        }
        let queue = ReadyQueue::of(&play.board(), 13);
        assert_eq!((queue.next_turn.first.len(), queue.next_turn.more), (13, 287));
    }

    #[test]
    fn timers_stand_in_heap_order_with_whom_they_wake() {
        let mut play = Play::default();
        let task = play.make_task(0);
        let who = Subject::Task(task);
        play.push(Event::StepBegan { who });
        for (number, due) in [(0, 300), (1, 100), (2, 300)] {
            play.push(Event::TimerSet {
                handle: HandleId::from_index(number),
                label: NameId::default(),
                due: Time::from_nanos(due),
            });
        }
        let on = WaitOn::Timer(HandleId::from_index(1));
        play.push(Event::TaskWaits { task, on });
        play.now = 25;
        let how = StepEnd::Waits;
        play.push(Event::StepEnded { who, how });
        let rows = timers(&play.board(), 2);
        let order: Vec<_> = rows.first.iter().map(|row| row.timer.handle.number()).collect();
        assert_eq!((order, rows.more), (vec![2, 1], 1));
        let sleeping = rows
            .first
            .first()
            .map(|row| (row.purpose, row.passed(Time::from_nanos(25))));
        assert_eq!(sleeping, Some((TimerFor::Wakes(task), 0.25)));
        let other = rows.first.get(1).map(|row| row.purpose);
        assert_eq!(other, Some(TimerFor::Callback(Some(task))));
    }

    #[test]
    fn each_thing_has_a_row_with_its_waiters_in_their_order() {
        let mut play = Play::default();
        let tasks: Vec<_> = (0..5).map(|index| play.make_task(index)).collect();
        let [one, two, three, four, five] = tasks[..] else {
            return;
        };
        let lock = play.make_object(0, ObjectKind::Lock);
        let queue = play.make_object(1, ObjectKind::Queue);
        play.make_object(2, ObjectKind::Group);
        play.wait(three, WaitOn::QueueGet(queue));
        play.wait(one, WaitOn::QueuePut(queue));
        play.wait(two, WaitOn::QueueGet(queue));
        play.wait(four, WaitOn::Task(one));
        play.wait(five, WaitOn::Timer(HandleId::from_index(0)));
        let names = |task| Bounded {
            first: vec![task],
            more: 0,
        };
        let rows = waits(&play.board(), 9, 1).first;
        let expected = [
            (Place::Lasting(lock.index()), vec![]),
            (
                Place::Lasting(queue.index()),
                vec![
                    (
                        Wish::Get,
                        Bounded {
                            first: vec![three],
                            more: 1,
                        },
                    ),
                    (Wish::Put, names(one)),
                ],
            ),
            (Place::Task(one.index()), vec![(Wish::Plain, names(four))]),
        ];
        let found: Vec<_> = rows
            .into_iter()
            .filter_map(|row| {
                let place = match row.on {
                    Awaited::Object(object) => place_of(&object),
                    Awaited::Task(task) => Place::Task(task.index()),
                    _ => return None,
                };
                Some((place, row.waiters))
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn things_that_are_waited_for_come_before_idle_ones_when_room_is_short() {
        let mut play = Play::default();
        let task = play.make_task(0);
        for index in 0..20 {
            play.make_object(index, ObjectKind::Lock);
        }
        play.wait(task, WaitOn::Lock(ObjectId::from_index(17)));
        let rows = waits(&play.board(), 3, 3);
        let numbers: Vec<_> = rows
            .first
            .iter()
            .filter_map(|row| match row.on {
                Awaited::Object(object) => Some(object.object.index()),
                _ => None,
            })
            .collect();
        assert_eq!((numbers, rows.more), (vec![0, 1, 17], 17));
    }
}
