//! The call center: who stands where at a step. The operator is the event loop, a client is a task; nothing here is
//! known from anywhere but the board, so that stepping back shows what stepping forward did.

mod lounge;
mod plan;
mod speech;
mod words;

use std::rc::Rc;

use switchboard_trace::{
    Board, Fate, HandleId, NameId, Outcome, Phase, RunEnd, Subject, TaskId, TaskState, TaskView, TextId,
    Time, Trace,
};

use crate::labels::Labels;
pub use lounge::{Bay, Hold, Lounge, Notice};
pub use plan::{Area, BayPlan, JACKS_IN_ROW, LINES, Plan, Point, QueuePlan, Shape};
pub use speech::{Says, Speaker, label_of};
pub use words::{shorten, wrap};

/// The call center at one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub plan: &'static Plan,
    pub mood: Mood,
    pub says: (Speaker, Says),
    /// One for each task, in the order of making, as far as the switchboard goes. Those that `asyncio.run` makes to
    /// clean up have one only while they live.
    pub lines: Vec<LineView>,
    /// The tasks that have no line of their own.
    pub further: Further,
    /// Those there is room to show, in the order of making.
    pub clients: Vec<Client>,
    /// The callbacks in the queue.
    pub slips: Vec<Slip>,
    pub queue: Queue,
    pub lounge: Lounge,
    pub gone: Gone,
}

/// How it goes for the operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Between clients.
    Busy,
    Talking(TaskId),
    /// Works off a callback.
    Noting(HandleId),
    /// Stuck in a blocking call until then.
    Blocked(Time),
    /// Rests until then; [`Time::MAX`]: until a call comes.
    Asleep(Time),
    /// The run is over.
    Over(RunEnd),
}

/// A line of the switchboard.
#[derive(Clone, Debug, PartialEq)]
pub struct LineView {
    pub task: TaskId,
    pub lamp: Lamp,
    pub at: Point,
}

/// What a line's lamp and jack show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lamp {
    /// Lit: ready to talk.
    Ready,
    /// On hold.
    Waiting,
    /// The cord is plugged in.
    Running,
    Done,
}

/// Counts of the tasks that have no line of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Further {
    pub all: usize,
    pub ready: usize,
    pub running: usize,
    pub done: usize,
}

/// A client that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Client {
    pub task: TaskId,
    pub label: Rc<str>,
    pub at: Point,
    pub scale: f64,
    pub pose: Pose,
}

/// Where a client is.
#[derive(Clone, Debug, PartialEq)]
pub enum Pose {
    OnTheLine,
    /// At this place of the queue, counted from 1.
    InQueue {
        place: usize,
        when: When,
        /// How wide its name can be; every other stands lower where names are long.
        room: f64,
    },
    OnHold(Hold),
    Leaving(Outcome),
}

/// Whether one's turn comes in this turn of the loop or in the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    ThisTurn,
    NextTurn,
}

/// A callback in the queue, which is no client but has a place as well.
#[derive(Clone, Debug, PartialEq)]
pub struct Slip {
    pub who: Subject,
    pub label: NameId,
    pub at: Point,
    pub place: usize,
    pub when: When,
    pub fate: Fate,
}

/// The queue as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Queue {
    pub len: usize,
    /// How many stand beyond the last spot.
    pub more: usize,
    /// Whether names are so long that every other stands lower.
    pub is_staggered: bool,
    /// Where the rope is that those behind it can't pass in this turn.
    pub rope: Option<f64>,
}

/// Those who have left, but for tasks that `asyncio.run` makes to clean up: nobody would know them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gone {
    pub count: usize,
    /// The last of them, the very last first.
    pub last: Vec<Result>,
}

/// A client's slip when it leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct Result {
    pub task: TaskId,
    pub label: Rc<str>,
    pub how: Outcome,
    pub exception: NameId,
    pub text: TextId,
}

impl Scene {
    /// The call center at the step at which the board stands.
    #[must_use]
    pub fn of(board: &Board, trace: &Trace, labels: &Labels, shape: Shape) -> Self {
        let plan = Plan::of(shape);
        let label = |view: &TaskView| labels.of(view, trace.tables());
        let lounge = Lounge::of(board, plan, &label);
        let gone = Gone::of(board, trace, plan, &label);
        let mut clients = Vec::new();
        let mut slips = Vec::new();
        let queue = queue(board, plan, &label, &mut clients, &mut slips);
        if let Some(view) = board
            .running
            .and_then(Subject::task)
            .and_then(|task| board.task(task))
            && view.is_alive()
        {
            clients.push(Client {
                task: view.task,
                label: label(view),
                at: plan.line,
                scale: plan.line_scale,
                pose: Pose::OnTheLine,
            });
        }
        clients.extend(lounge.clients.iter().cloned());
        clients.extend(gone.last.iter().take(LEAVING).map(|result| Client {
            task: result.task,
            label: result.label.clone(),
            at: plan.threshold(),
            scale: 0.9,
            pose: Pose::Leaving(result.how),
        }));
        clients.sort_by_key(|client| client.task);
        let (lines, further) = lines(board, trace, plan);
        Self {
            plan,
            mood: mood(board),
            says: speech::said(board, trace),
            lines,
            further,
            clients,
            slips,
            queue,
            lounge,
            gone,
        }
    }

    /// The jack into which the cord of a task is plugged.
    #[must_use]
    pub fn jack(&self, task: TaskId) -> Point {
        self.plan.jack(task.index())
    }
}

/// About how wide a letter of a name is, in the picture's units.
const LETTER: f64 = 7.4;

/// So many of those who leave are seen at the door.
const LEAVING: usize = 3;

fn mood(board: &Board) -> Mood {
    if let Some(end) = board.end {
        return Mood::Over(end.how);
    }
    match (board.blocking, board.running, board.phase) {
        (Some(blocking), _, _) => Mood::Blocked(blocking.until),
        (None, Some(Subject::Task(task)), _) => Mood::Talking(task),
        (None, Some(Subject::Callback(handle)), _) => Mood::Noting(handle),
        (None, None, Some(Phase::PollIo)) if board.poll_until > board.time => Mood::Asleep(board.poll_until),
        (None, None, _) => Mood::Busy,
    }
}

fn lines(board: &Board, trace: &Trace, plan: &Plan) -> (Vec<LineView>, Further) {
    let mut lines = Vec::with_capacity(LINES);
    let mut further = Further::default();
    for view in board.tasks() {
        let lamp = match view.state {
            TaskState::Ready => Lamp::Ready,
            TaskState::Waiting(_) => Lamp::Waiting,
            TaskState::Running => Lamp::Running,
            TaskState::Done { .. } if !is_of_program(view, trace) => continue,
            TaskState::Done { .. } => Lamp::Done,
        };
        if view.task.index() < LINES {
            lines.push(LineView {
                task: view.task,
                lamp,
                at: plan.jack(view.task.index()),
            });
        } else {
            further.all += 1;
            further.ready += usize::from(lamp == Lamp::Ready);
            further.running += usize::from(lamp == Lamp::Running);
            further.done += usize::from(lamp == Lamp::Done);
        }
    }
    (lines, further)
}

/// Whether a line of the program made the task.
fn is_of_program(view: &TaskView, trace: &Trace) -> bool {
    trace.tables().get_site(view.site).is_in_program()
}

/// Puts those in the queue in their places.
fn queue(
    board: &Board,
    plan: &Plan,
    label: &dyn Fn(&TaskView) -> Rc<str>,
    clients: &mut Vec<Client>,
    slips: &mut Vec<Slip>,
) -> Queue {
    let len = board.ready().len();
    let is_running = board.phase == Some(Phase::RunReady);
    for (index, entry) in board.ready().take(plan.queue.spots).enumerate() {
        let when = if is_running && index >= board.snapshot {
            When::NextTurn
        } else {
            When::ThisTurn
        };
        let (at, place) = (plan.in_queue(index), index + 1);
        let client = entry.who.task().and_then(|task| board.task(task));
        // Whoever is on the line or gone already has but a slip in the queue.
        match client.filter(|view| view.state == TaskState::Ready) {
            Some(view) => clients.push(Client {
                task: view.task,
                label: label(view),
                at,
                scale: plan.queue.scale,
                pose: Pose::InQueue {
                    place,
                    when,
                    room: plan.queue.room_for_name(),
                },
            }),
            None => slips.push(Slip {
                who: entry.who,
                label: entry.label,
                at,
                place,
                when,
                fate: entry.fate,
            }),
        }
    }
    let rope_at = board.snapshot.min(plan.queue.spots);
    let has_rope = is_running && board.snapshot < len && board.snapshot <= plan.queue.spots;
    Queue {
        len,
        more: len.saturating_sub(plan.queue.spots),
        is_staggered: clients
            .iter()
            .any(|client| client.label.chars().count() as f64 * LETTER > plan.queue.pitch),
        rope: has_rope.then(|| plan.in_queue(rope_at).x - plan.queue.pitch / 2.0),
    }
}

impl Gone {
    fn of(board: &Board, trace: &Trace, plan: &Plan, label: &dyn Fn(&TaskView) -> Rc<str>) -> Self {
        let mut count = 0;
        // The last few, the very last first. There are never many, so that inserting is quick.
        let mut last: Vec<&TaskView> = Vec::with_capacity(plan.gone_rows + 1);
        let has_left = |view: &&TaskView| !view.is_alive() && is_of_program(view, trace);
        for view in board.tasks().filter(has_left) {
            count += 1;
            let place = last.partition_point(|other| other.since > view.since);
            if place < plan.gone_rows {
                last.insert(place, view);
                last.truncate(plan.gone_rows);
            }
        }
        let result = |view: &&TaskView| match view.state {
            TaskState::Done { how, exception, text } => Some(Result {
                task: view.task,
                label: label(view),
                how,
                exception,
                text,
            }),
            _ => None,
        };
        Self {
            count,
            last: last.iter().filter_map(result).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
