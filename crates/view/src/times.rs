//! How long each task was running, ready and waiting, at any step.

use switchboard_trace::{Event, StepEnd, Subject, TaskId, Time, Trace};

/// What a task has done up to a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// In nanoseconds.
    pub running: u64,
    /// In nanoseconds.
    pub ready: u64,
    /// In nanoseconds.
    pub waiting: u64,
    /// How often it was on the line.
    pub steps: u32,
    /// Where its last turn on the line began: the step that shows it.
    pub last_begin: Option<usize>,
    /// The step that shows it enter the state that it is in.
    pub last_change: Option<usize>,
}

/// The changes of all tasks' states, as far as the trace was read.
#[derive(Clone, Debug, Default)]
pub struct TaskTimes {
    read: usize,
    tasks: Vec<History>,
}

#[derive(Clone, Debug)]
struct History {
    made: u32,
    changes: Vec<Change>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Running,
    Ready,
    Waiting,
    Done,
}

/// A task enters a state.
#[derive(Clone, Copy, Debug)]
struct Change {
    /// The step that shows it.
    step: u32,
    /// The number of its steps up to here.
    steps: u32,
    at: Time,
    /// How long it was running before.
    running: u64,
    /// How long it was ready before.
    ready: u64,
    /// How long it was waiting before.
    waiting: u64,
    state: State,
}

impl Change {
    fn totals(self, now: Time) -> Totals {
        let spent = now.since(self.at);
        let spent_in = |state| if self.state == state { spent } else { 0 };
        Totals {
            running: self.running.saturating_add(spent_in(State::Running)),
            ready: self.ready.saturating_add(spent_in(State::Ready)),
            waiting: self.waiting.saturating_add(spent_in(State::Waiting)),
            steps: self.steps,
            last_begin: None,
            last_change: Some(self.step as usize),
        }
    }
}

impl TaskTimes {
    /// Reads what the trace has grown by.
    pub fn read(&mut self, trace: &Trace) {
        for record in trace.iter_from(self.read) {
            self.read += 1;
            self.note(record.time, &record.event);
        }
    }

    /// What a task has done up to a step, which shows this time.
    #[must_use]
    pub fn totals(&self, task: TaskId, step: usize, now: Time) -> Totals {
        let Some(history) = self.tasks.get(task.index()) else {
            return Totals::default();
        };
        let passed = history
            .changes
            .partition_point(|change| change.step as usize <= step);
        let changes = history.changes.get(..passed).unwrap_or_default();
        let last_begin = changes.iter().rfind(|change| change.state == State::Running);
        let totals = changes.last().map(|change| change.totals(now));
        Totals {
            last_begin: last_begin.map(|change| change.step as usize),
            ..totals.unwrap_or_default()
        }
    }

    /// The step that shows the task made.
    #[must_use]
    pub fn made(&self, task: TaskId) -> Option<usize> {
        self.tasks.get(task.index()).map(|history| history.made as usize)
    }

    /// The step that shows the task done, if it came to that.
    #[must_use]
    pub fn end(&self, task: TaskId) -> Option<usize> {
        let last = self.tasks.get(task.index())?.changes.last()?;
        (last.state == State::Done).then_some(last.step as usize)
    }

    /// As the board has it, so that both agree at every step.
    fn note(&mut self, at: Time, event: &Event) {
        match event {
            Event::TaskMade { task, .. } if task.index() == self.tasks.len() => {
                self.tasks.push(History {
                    made: self.step(),
                    changes: Vec::new(),
                });
                self.enter(*task, State::Ready, at);
            }
            Event::TaskReadied { task, .. } if self.state(*task) == Some(State::Waiting) => {
                self.enter(*task, State::Ready, at);
            }
            Event::StepBegan {
                who: Subject::Task(task),
            } => self.enter(*task, State::Running, at),
            Event::StepEnded {
                who: Subject::Task(task),
                how,
            } => {
                let state = match how {
                    StepEnd::Waits => State::Waiting,
                    StepEnd::Yielded => State::Ready,
                    StepEnd::Done => State::Done,
                };
                self.enter(*task, state, at);
            }
            Event::TaskDone { task, .. } => self.enter(*task, State::Done, at),
            _ => {}
        }
    }

    fn step(&self) -> u32 {
        u32::try_from(self.read).unwrap_or(u32::MAX)
    }

    fn state(&self, task: TaskId) -> Option<State> {
        let history = self.tasks.get(task.index())?;
        history.changes.last().map(|change| change.state)
    }

    fn enter(&mut self, task: TaskId, state: State, at: Time) {
        let step = self.step();
        let Some(history) = self.tasks.get_mut(task.index()) else {
            return;
        };
        let last = history.changes.last();
        if last.is_some_and(|last| last.state == State::Done) {
            return;
        }
        let before = last.map(|last| last.totals(at)).unwrap_or_default();
        history.changes.push(Change {
            step,
            steps: before.steps + u32::from(state == State::Running),
            at,
            running: before.running,
            ready: before.ready,
            waiting: before.waiting,
            state,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use switchboard_trace::{Board, NameId, Outcome, Reason, SiteId, TaskState, TextId, WaitOn};

    fn trace() -> Trace {
        let mut trace = Trace::new();
        let mut push = |at: u64, event| trace.push(Time::from_nanos(at), event);
        for index in 0..2 {
            let task = TaskId::from_index(index);
            push(
                5,
                Event::TaskMade {
                    task,
                    parent: None,
                    name: NameId::default(),
                    site: SiteId::default(),
                },
            );
            push(
                5,
                Event::TaskReadied {
                    task,
                    why: Reason::FirstStep,
                },
            );
        }
        let mut at = 10;
        for round in 0..20_u32 {
            let task = TaskId::from_index(round % 2);
            let who = Subject::Task(task);
            let how = match round % 3 {
                0 => StepEnd::Yielded,
                _ => StepEnd::Waits,
            };
            push(at, Event::StepBegan { who });
            at += 7;
            push(
                at,
                Event::TaskWaits {
                    task,
                    on: WaitOn::Unnamed,
                },
            );
            push(at, Event::StepEnded { who, how });
            at += 11;
            let why = Reason::Waker;
            push(at, Event::TaskReadied { task, why });
            at += u64::from(round);
        }
        let task = TaskId::from_index(1);
        push(
            at,
            Event::TaskDone {
                task,
                how: Outcome::Cancelled,
                exception: NameId::default(),
                text: TextId::default(),
            },
        );
        push(at + 100, Event::TurnEnded { turn: 1 });
        trace
    }

    #[test]
    fn totals_at_every_step_are_what_the_boards_before_it_add_up_to() {
        let trace = trace();
        let mut times = TaskTimes::default();
        let mut board = Board::new();
        let mut sums = [Totals::default(); 2];
        for (index, record) in trace.iter().enumerate() {
            for view in board.tasks() {
                let spent = record.time.since(board.time);
                let sum = &mut sums[view.task.index()];
                match view.state {
                    TaskState::Running => sum.running += spent,
                    TaskState::Ready => sum.ready += spent,
                    TaskState::Waiting(_) => sum.waiting += spent,
                    TaskState::Done { .. } => {}
                }
            }
            if let Event::StepBegan {
                who: Subject::Task(task),
            } = record.event
            {
                sums[task.index()].steps += 1;
                sums[task.index()].last_begin = Some(index + 1);
            }
            board.advance(&trace, index + 1);
            times.read(&trace);
            for (task, sum) in sums.iter().enumerate() {
                let task = TaskId::from_index(task as u32);
                let totals = Totals {
                    last_change: None,
                    ..times.totals(task, index + 1, record.time)
                };
                assert_eq!(totals, *sum, "step {index}");
            }
        }
    }

    #[test]
    fn it_is_known_when_a_task_was_made_and_when_it_ended() {
        let trace = trace();
        let mut times = TaskTimes::default();
        times.read(&trace);
        let (first, second) = (TaskId::from_index(0), TaskId::from_index(1));
        assert_eq!((times.made(first), times.made(second)), (Some(1), Some(3)));
        assert_eq!(times.end(first), None);
        assert_eq!(times.end(second), Some(trace.len() - 1));
    }
}
