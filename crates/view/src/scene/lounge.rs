//! The lounge: clients on hold, each under the sign of what it waits for.

use std::collections::HashSet;
use std::rc::Rc;

use switchboard_trace::{Board, HandleId, NameId, ObjectView, TaskState, TaskView, Time, WaitOn};

use super::plan::{BayPlan, Plan, Point};
use super::{Client, Pose};

/// A bay of the lounge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bay {
    /// An egg timer.
    Timer,
    /// The line to the outside: the network, a thread.
    Outside,
    /// Another task, or several.
    Task,
    /// A lock, a semaphore, an event, a future ...
    Signal,
    /// A queue's shelf.
    Shelf,
}

impl Bay {
    /// All bays, in the order of their places.
    pub const ALL: [Self; 5] = [Self::Timer, Self::Task, Self::Outside, Self::Signal, Self::Shelf];

    /// Where one waits for this.
    #[must_use]
    pub const fn of(on: WaitOn) -> Self {
        match on {
            WaitOn::Timer(_) => Self::Timer,
            WaitOn::Io(_) | WaitOn::Thread(_) => Self::Outside,
            WaitOn::Task(_) | WaitOn::Group(_) => Self::Task,
            WaitOn::QueueGet(_) | WaitOn::QueuePut(_) | WaitOn::QueueJoin(_) => Self::Shelf,
            WaitOn::Lock(_)
            | WaitOn::Semaphore(_)
            | WaitOn::Event(_)
            | WaitOn::Condition(_)
            | WaitOn::Barrier(_)
            | WaitOn::Future(_)
            | WaitOn::Unnamed => Self::Signal,
        }
    }

    const fn index(self) -> usize {
        match self {
            Self::Timer => 0,
            Self::Task => 1,
            Self::Outside => 2,
            Self::Signal => 3,
            Self::Shelf => 4,
        }
    }
}

/// What a client on hold waits for.
#[derive(Clone, Debug, PartialEq)]
pub struct Hold {
    pub on: WaitOn,
    /// When its timer was set, and when it is due.
    pub timer: Option<(Time, Time)>,
    /// The client that it waits for.
    pub whom: Option<Rc<str>>,
    /// The thing that it waits for.
    pub object: Option<ObjectView>,
    /// How wide what is written beside it may be.
    pub width: f64,
}

/// A timer that nobody waits for: it calls the operator alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    pub handle: HandleId,
    pub label: NameId,
    pub set: Time,
    pub due: Time,
    pub at: Point,
    pub width: f64,
}

/// The lounge as a whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lounge {
    /// Those there are seats for.
    pub clients: Vec<Client>,
    pub notices: Vec<Notice>,
    /// How many wait in each bay, in the order of [`Bay::ALL`].
    pub counts: [usize; 5],
    /// How many of them have no seat, and where that is said.
    pub more: [Option<(usize, Point)>; 5],
}

/// Whoever sits in a bay.
enum Guest<'a> {
    Client(&'a TaskView, WaitOn),
    Notice(HandleId),
}

impl Lounge {
    pub(super) fn of(board: &Board, plan: &Plan, label: &dyn Fn(&TaskView) -> Rc<str>) -> Self {
        let mut guests: [Vec<(Time, Guest<'_>)>; 5] = Default::default();
        let mut awaited = HashSet::new();
        for view in board.tasks() {
            let TaskState::Waiting(on) = view.state else {
                continue;
            };
            let order = match on {
                WaitOn::Timer(handle) => {
                    awaited.insert(handle);
                    board.timer(handle).map_or(view.since, |timer| timer.due)
                }
                _ => view.since,
            };
            if let Some(bay) = guests.get_mut(Bay::of(on).index()) {
                bay.push((order, Guest::Client(view, on)));
            }
        }
        // A timer that the one on the line has set for itself waits for it to sit down.
        let running = board
            .running
            .and_then(|who| who.task())
            .and_then(|task| board.task(task));
        if let Some(WaitOn::Timer(handle)) = running.map(|view| view.waits_on) {
            awaited.insert(handle);
        }
        let [timers, ..] = &mut guests;
        for timer in board.timers() {
            if !awaited.contains(&timer.handle) {
                timers.push((timer.due, Guest::Notice(timer.handle)));
            }
        }
        let mut lounge = Self::default();
        for (index, (mut bay, place)) in guests.into_iter().zip(&plan.bays).enumerate() {
            bay.sort_by_key(|(order, _)| *order);
            lounge.fill(index, &bay, place, board, label);
        }
        lounge
    }

    fn fill(
        &mut self,
        index: usize,
        guests: &[(Time, Guest<'_>)],
        plan: &BayPlan,
        board: &Board,
        label: &dyn Fn(&TaskView) -> Rc<str>,
    ) {
        let seats = plan.seats();
        // The last seat is where the others are counted.
        let seated = if guests.len() > seats {
            seats - 1
        } else {
            guests.len()
        };
        let width = if guests.len() > plan.rows {
            plan.seat_width() - 32.0
        } else {
            plan.area.w - 44.0
        };
        for (seat, (_, guest)) in guests.iter().take(seated).enumerate() {
            let at = plan.seat(seat);
            match guest {
                Guest::Client(view, on) => self.clients.push(Client {
                    task: view.task,
                    label: label(view),
                    at,
                    scale: 0.5,
                    pose: Pose::OnHold(hold(*on, board, width, label)),
                }),
                Guest::Notice(handle) => {
                    let timer = board.timer(*handle);
                    self.notices.extend(timer.map(|timer| Notice {
                        handle: *handle,
                        label: timer.label,
                        set: timer.set,
                        due: timer.due,
                        at,
                        width,
                    }));
                }
            }
        }
        if let (Some(count), Some(more)) = (self.counts.get_mut(index), self.more.get_mut(index)) {
            *count = guests.len();
            *more = (guests.len() > seated).then(|| (guests.len() - seated, plan.seat(seated)));
        }
    }
}

fn hold(on: WaitOn, board: &Board, width: f64, label: &dyn Fn(&TaskView) -> Rc<str>) -> Hold {
    let timer = match on {
        WaitOn::Timer(handle) => board.timer(handle).map(|timer| (timer.set, timer.due)),
        _ => None,
    };
    let whom = match on {
        WaitOn::Task(task) => board.task(task).map(label),
        _ => None,
    };
    Hold {
        on,
        timer,
        whom,
        object: on.object().and_then(|object| board.object(object)).copied(),
        width,
    }
}
