//! The timeline's lanes: when each task ran, was ready and waited, and when the loop was busy.
//!
//! Lanes are read from the trace as it grows, and hold enough to answer for any step and any stretch of it.

mod axis;
mod hit;
mod lane;
mod run;
mod state;
mod ticks;
mod view;

use switchboard_trace::{Event, Outcome, Phase, StepEnd, Subject, TaskId, Trace};

pub use axis::{Axis, Place, Scale, Widening, time_at};
pub use hit::Hit;
pub use lane::{Lane, Mark, Segment};
pub use run::{Run, Window};
pub use state::{Signal, State, Totals, Wait};
pub use ticks::{Tick, TimeUnit, ticks};
pub use view::View;

/// All lanes of a run, as far as its trace was read.
#[derive(Clone, Debug, Default)]
pub struct Lanes {
    read: usize,
    now: u64,
    axis: Axis,
    of_loop: Lane,
    of_tasks: Vec<Lane>,
    /// What each task told that it is going to wait for.
    waits: Vec<Wait>,
    /// The tasks that have a lane of their own on the page.
    rows: Vec<TaskId>,
    turns: Vec<u32>,
    /// The states that tasks were in so far, in the order in which each was met first.
    met: Vec<State>,
    /// The moment of the first event of a task: the loop begins there.
    begun: Option<u64>,
    /// Who has the loop.
    running: Option<Subject>,
    /// Until when the loop sleeps, as far as it has told.
    asleep_until: Option<u64>,
    is_over: bool,
}

impl Lanes {
    /// Reads what the trace has grown by.
    pub fn read(&mut self, trace: &Trace) {
        for record in trace.iter_from(self.read) {
            self.read += 1;
            self.now = record.time.as_nanos();
            let step = u32::try_from(self.read).unwrap_or(u32::MAX);
            self.note(step, &record.event, trace);
        }
        self.axis
            .read_to(u32::try_from(self.read).unwrap_or(u32::MAX), self.now);
    }

    /// Time has passed since the last event, and nothing has happened that is worth one.
    pub fn pass(&mut self, now: u64) {
        self.now = self.now.max(now);
        let step = u32::try_from(self.read).unwrap_or(u32::MAX);
        self.axis.read_to(step, self.now);
    }

    /// How many events were read.
    #[must_use]
    pub fn len(&self) -> usize {
        self.read
    }

    /// Whether nothing was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.read == 0
    }

    /// The axis on which the lanes stand.
    #[must_use]
    pub fn axis(&self) -> &Axis {
        &self.axis
    }

    /// The loop's lane.
    #[must_use]
    pub fn of_loop(&self) -> &Lane {
        &self.of_loop
    }

    /// A task's lane.
    #[must_use]
    pub fn of_task(&self, task: TaskId) -> Option<&Lane> {
        self.of_tasks.get(task.index())
    }

    /// The tasks to show, in the order of making. Those that `asyncio.run` makes by itself to clean up are not part
    /// of the program, and have no row.
    #[must_use]
    pub fn rows(&self) -> &[TaskId] {
        &self.rows
    }

    /// The steps at which turns begin.
    #[must_use]
    pub fn turns(&self) -> &[u32] {
        &self.turns
    }

    /// The states that tasks were in so far: running, ready, blocking, and each kind of waiting.
    #[must_use]
    pub fn met(&self) -> &[State] {
        &self.met
    }

    /// The place at which there begins to be something to see. Before it, the program's functions are defined.
    #[must_use]
    pub fn start(&self) -> Place {
        Place {
            nanos: self.begun.unwrap_or_default() as f64,
            units: 0.0,
        }
    }

    /// Whether the run is over, so that nothing can come after the last event.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// The place up to which the run has come.
    #[must_use]
    pub fn end(&self) -> Place {
        self.axis
            .place(u32::try_from(self.read).unwrap_or(u32::MAX), self.now)
    }

    /// The place up to which there is something to see: the last event's or, while the loop sleeps, that of the
    /// moment at which it has said that it will wake.
    #[must_use]
    pub fn horizon(&self) -> Place {
        let end = self.end();
        let until = self.asleep_until.unwrap_or_default() as f64;
        Place {
            nanos: end.nanos.max(until),
            ..end
        }
    }

    /// The place up to which there is room to draw. While more can come it is a round number, so that what is drawn
    /// does not become narrower with each event.
    #[must_use]
    pub fn extent(&self) -> Place {
        let horizon = self.horizon();
        if self.is_over {
            return horizon;
        }
        let start = self.start().nanos;
        Place {
            nanos: start + round_up(horizon.nanos - start),
            units: round_up(horizon.units),
        }
    }

    fn note(&mut self, step: u32, event: &Event, trace: &Trace) {
        let now = self.now;
        match *event {
            Event::TurnBegan { .. } => self.turns.push(step),
            Event::PhaseBegan {
                phase,
                handles,
                until,
            } => self.begin_phase(phase, handles, until.as_nanos(), step),
            Event::TurnEnded { .. } => self.of_loop.enter(State::Between, step, now),
            Event::StepBegan { who } => self.begin_step(who, step),
            Event::StepEnded { who, how } => self.end_step(who, how, step),
            Event::BlockingBegan { task, .. } => {
                self.of_loop.enter(State::Blocking, step, now);
                self.meet(State::Blocking);
                self.change(task, |lane| lane.enter(State::Blocking, step, now));
            }
            Event::BlockingEnded { task } => {
                let after = if self.running.is_some() {
                    State::Running
                } else {
                    State::Between
                };
                self.of_loop.enter(after, step, now);
                self.change(task, |lane| lane.enter(State::Running, step, now));
            }
            Event::TaskMade { task, site, .. } if task.index() == self.of_tasks.len() => {
                self.of_tasks.push(Lane::default());
                self.waits.push(Wait::Other);
                if trace.tables().get_site(site).is_in_program() {
                    self.rows.push(task);
                }
                self.begun.get_or_insert(now);
                self.meet(State::Ready);
                self.change(Some(task), |lane| lane.enter(State::Ready, step, now));
            }
            Event::TaskReadied { task, .. } => self.change(Some(task), |lane| {
                if let Some(State::Waiting(_)) = lane.state() {
                    lane.enter(State::Ready, step, now);
                }
            }),
            Event::TaskWaits { task, on } => {
                if let Some(wait) = self.waits.get_mut(task.index()) {
                    *wait = Wait::of(on);
                }
            }
            Event::TaskDone { task, how, .. } => self.finish(task, how, step),
            Event::CancelRequested { task, .. } => self.change(Some(task), |lane| {
                lane.note(Signal::CancelRequested, step);
            }),
            Event::CancelDelivered { task, .. } => self.change(Some(task), |lane| {
                lane.note(Signal::CancelDelivered, step);
            }),
            Event::Raised { task, .. } => self.lane_of(task).note(Signal::Raised, step),
            Event::AwaitEntered { task, .. } => self.change(Some(task), |lane| lane.note_await(step)),
            Event::Output { task, .. } => self.lane_of(task).note_output(step),
            Event::RunEnded { .. } => {
                self.is_over = true;
                self.asleep_until = None;
                self.of_loop.enter(State::Between, step, now);
            }
            _ => {}
        }
    }

    fn begin_phase(&mut self, phase: Phase, handles: u32, until: u64, step: u32) {
        self.asleep_until = (phase == Phase::PollIo && until > self.now && until < u64::MAX).then_some(until);
        let state = match phase {
            Phase::PollIo if until > self.now => State::Asleep,
            Phase::RunReady if handles > 0 => State::Running,
            _ => State::Between,
        };
        self.of_loop.enter(state, step, self.now);
    }

    fn begin_step(&mut self, who: Subject, step: u32) {
        self.running = Some(who);
        self.axis.begin(step, self.now, self.weight(who));
        if let Some(task) = who.task() {
            let now = self.now;
            if let Some(wait) = self.waits.get_mut(task.index()) {
                *wait = Wait::Other;
            }
            self.meet(State::Running);
            self.change(Some(task), |lane| lane.enter(State::Running, step, now));
        }
    }

    fn end_step(&mut self, who: Subject, how: StepEnd, step: u32) {
        self.running = None;
        self.axis.end(step, self.now);
        let Some(task) = who.task() else { return };
        let now = self.now;
        match how {
            StepEnd::Waits => {
                let wait = self.waits.get(task.index()).copied().unwrap_or(Wait::Other);
                self.meet(State::Waiting(wait));
                self.change(Some(task), |lane| lane.enter(State::Waiting(wait), step, now));
            }
            StepEnd::Yielded => self.change(Some(task), |lane| lane.enter(State::Ready, step, now)),
            StepEnd::Done => self.finish(task, Outcome::Returned, step),
        }
    }

    fn finish(&mut self, task: TaskId, how: Outcome, step: u32) {
        let now = self.now;
        self.change(Some(task), |lane| {
            if !matches!(lane.state(), Some(State::Done(_))) {
                lane.enter(State::Done(how), step, now);
                lane.note(Signal::Done(how), step);
            }
        });
    }

    fn meet(&mut self, state: State) {
        if !self.met.contains(&state) {
            self.met.push(state);
        }
    }

    /// How wide a handle's turn on the loop is drawn: a task of the program wider than what only serves it.
    fn weight(&self, who: Subject) -> u32 {
        match who {
            Subject::Task(task) if self.rows.binary_search(&task).is_ok() => axis::TASK_STEP,
            Subject::Task(_) | Subject::Callback(_) => 1,
        }
    }

    fn change(&mut self, task: Option<TaskId>, change: impl FnOnce(&mut Lane)) {
        if let Some(lane) = task.and_then(|task| self.of_tasks.get_mut(task.index())) {
            change(lane);
        }
    }

    /// The task's lane; the loop's for what no task does.
    fn lane_of(&mut self, task: Option<TaskId>) -> &mut Lane {
        match task.and_then(|task| self.of_tasks.get_mut(task.index())) {
            Some(lane) => lane,
            None => &mut self.of_loop,
        }
    }
}

/// The least round number that is not less.
fn round_up(number: f64) -> f64 {
    const ROUND: [f64; 11] = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    if number <= 0.0 {
        return 0.0;
    }
    let power = 10_f64.powf(number.log10().floor());
    let round = ROUND.into_iter().find(|round| round * power >= number);
    round.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests;
