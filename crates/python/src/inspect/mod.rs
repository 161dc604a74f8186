//! Values of variables at any step of a trace.
//!
//! A trace does not hold them. But a run is the same whenever it is repeated, so a second session goes to the step
//! and is looked at there. Going forward is cheap; going back begins anew.
//!
//! Between two instructions nothing of a program changes, so a step is reached when its last event is recorded and
//! nothing more has run; where a line is reached, when all before it has run.

mod frames;
mod isolation;
mod standing;
mod text;

pub(crate) use frames::Seen;
pub use frames::{FrameView, Variable};

use crate::session::{Advance, Options, Session};
use isolation::Isolation;
use standing::{Standing, look_at_step, standing};
use std::rc::Rc;
use switchboard_executor::{Recorder, TaskId};
use switchboard_trace::{Event, Limits, Record, Trace};

/// Steps later than this in the count of instructions are not gone to.
const MOST_INSTRUCTIONS: u64 = 20_000_000;

/// How many slices of one instruction there may be on the way to a step.
const MOST_SINGLE_SLICES: u32 = 400_000;

/// How far the second session has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It stands at the step.
    There,
    /// It is on its way: ask again.
    OnTheWay,
    /// The step is too far for it.
    TooFar,
    /// It has taken another way than the trace tells.
    Lost,
}

/// A program that is run a second time, to be looked at.
pub struct Inspector {
    source: String,
    options: Options,
    limits: Limits,
    replay: Option<Replay>,
}

impl Inspector {
    /// An inspector for runs of this program with these options, whose trace has these limits.
    pub fn new(source: impl Into<String>, options: Options, limits: Limits) -> Self {
        Inspector {
            source: source.into(),
            options,
            limits,
            replay: None,
        }
    }

    /// Goes towards a step of a trace, over at most so many instructions.
    pub fn reach(&mut self, trace: &Trace, step: usize, budget: u64) -> Reach {
        let Some(last) = step.checked_sub(1).and_then(|last| trace.get(last)) else {
            self.replay = None;
            return Reach::There;
        };
        if instructions_before(trace, step) > MOST_INSTRUCTIONS {
            return Reach::TooFar;
        }
        let goal = Goal { step, last };
        let can_go_on = |replay: &Replay| replay.reached == Some(step) || !replay.is_beyond(&goal);
        if !self.replay.as_ref().is_some_and(can_go_on) {
            self.replay = None;
        }
        let (source, options, limits) = (&self.source, &self.options, &self.limits);
        let replay = self
            .replay
            .get_or_insert_with(|| Replay::begin(source, options, limits));
        if replay.reached == Some(step) {
            return Reach::There;
        }
        replay.reached = None;
        let reach = replay.advance(&goal, budget);
        match reach {
            Reach::There => replay.reached = Some(step),
            Reach::OnTheWay => {}
            // It is of no use any more.
            Reach::TooFar | Reach::Lost => self.replay = None,
        }
        reach
    }

    /// The frames of whoever runs, the innermost first; none if the program only waits.
    pub fn running(&mut self) -> Vec<FrameView> {
        self.replay.as_mut().map(Replay::running).unwrap_or_default()
    }

    /// The frames of whoever runs, unless that is a task.
    pub fn outside_of_tasks(&mut self) -> Vec<FrameView> {
        let Some(replay) = &mut self.replay else {
            return Vec::new();
        };
        match replay.runs() {
            Some(_) => Vec::new(),
            None => replay.running(),
        }
    }

    /// The frames of a task, the innermost first; of the running one too.
    pub fn frames_of(&mut self, task: TaskId) -> Vec<FrameView> {
        let Some(replay) = &mut self.replay else {
            return Vec::new();
        };
        if replay.runs() == Some(task) {
            return replay.running();
        }
        let frames = replay.inside(|session| frames::of_task(&session.vm, task));
        frames.unwrap_or_default()
    }

    /// The trace of the second run so far.
    pub fn recorder(&self) -> Option<&Recorder> {
        self.replay.as_ref().map(|replay| &replay.recorder)
    }
}

/// How many instructions have certainly run before a step.
fn instructions_before(trace: &Trace, step: usize) -> u64 {
    const MOST_LOOKED_AT: usize = 4_000;
    let events = (step.saturating_sub(MOST_LOOKED_AT)..step).rev();
    let count = |at| match trace.get(at)?.event {
        Event::LineReached { instruction, .. } => Some(instruction),
        Event::LinesSkipped { from, .. } => Some(from),
        _ => None,
    };
    events.filter_map(count).next().unwrap_or_default()
}

/// Where to go.
struct Goal {
    step: usize,
    /// The last event before it.
    last: Record,
}

impl Goal {
    /// The exact count of instructions, where the event tells it: the line has not begun then.
    fn instruction(&self) -> Option<u64> {
        match self.last.event {
            Event::LineReached { instruction, .. } => Some(instruction),
            _ => None,
        }
    }
}

/// How much fuel takes a session at most so many instructions further: a thread that starts inside of a step may take
/// as much again.
fn careful(instructions: u64) -> u64 {
    instructions.div_ceil(2)
}

/// The second run.
struct Replay {
    /// Always there until it is dropped.
    session: Option<Session>,
    recorder: Recorder,
    isolation: Isolation,
    /// The step at which it stands, if it has come to one.
    reached: Option<usize>,
    /// The line that is about to begin there.
    line: Option<u32>,
    /// What ran at the step could not be stopped in.
    is_past: bool,
    single_slices: u32,
}

impl Replay {
    fn begin(source: &str, options: &Options, limits: &Limits) -> Self {
        let recorder = Recorder::on(limits.clone());
        let options = Options {
            recorder: recorder.clone(),
            ..options.clone()
        };
        let mut isolation = Isolation::default();
        let session = isolation.within(|| Session::new(source, options));
        session.vm.seen.begin();
        Replay {
            session: Some(session),
            recorder,
            isolation,
            reached: None,
            line: None,
            is_past: false,
            single_slices: 0,
        }
    }

    fn len(&self) -> usize {
        self.recorder.trace().map_or(0, |trace| trace.len())
    }

    fn instructions(&self) -> u64 {
        self.session
            .as_ref()
            .map_or(0, |session| session.vm.clock.instructions())
    }

    /// Whether it can't come to a goal any more.
    fn is_beyond(&self, goal: &Goal) -> bool {
        match goal.instruction() {
            Some(instruction) => self.instructions() > instruction || self.len() >= goal.step,
            None => self.len() >= goal.step,
        }
    }

    fn advance(&mut self, goal: &Goal, budget: u64) -> Reach {
        let until = self.instructions().saturating_add(budget);
        self.line = None;
        self.is_past = false;
        loop {
            if let Some(reach) = self.judge(goal) {
                return reach;
            }
            if self.instructions() > MOST_INSTRUCTIONS || self.single_slices > MOST_SINGLE_SLICES {
                return Reach::TooFar;
            }
            let room = until.saturating_sub(self.instructions());
            if room == 0 {
                return Reach::OnTheWay;
            }
            let fuel = self.fuel(goal).min(room);
            if fuel == 1 {
                self.single_slices += 1;
            }
            let advance = self.inside(|session| {
                session.vm.seen.forget();
                session.advance(fuel)
            });
            match advance {
                Some(Advance::Again) => {}
                Some(Advance::At(moment)) => {
                    self.inside(|session| session.vm.clock.advance_to(moment));
                }
                Some(Advance::Finished) | None => return self.judge(goal).unwrap_or(Reach::Lost),
            }
        }
    }

    /// Whether it is there, or never will be.
    fn judge(&mut self, goal: &Goal) -> Option<Reach> {
        let len = self.len();
        if let Event::LineReached {
            line, instruction, ..
        } = goal.last.event
        {
            if len >= goal.step || self.instructions() > instruction {
                // What the machine runs in one go, such as an exception handler, has no frames to look at; the tasks'
                // frames are the same before and after. A thread that starts inside of a step takes an instruction
                // of the same slice.
                self.is_past = self.instructions() > instruction + 2;
                return Some(if self.tells(goal) {
                    Reach::There
                } else {
                    Reach::Lost
                });
            }
            let is_there = self.instructions() == instruction && (self.is_within() || len + 1 == goal.step);
            self.line = is_there.then_some(line.get());
            return is_there.then_some(Reach::There);
        }
        if len < goal.step {
            return None;
        }
        self.single_slices = 0;
        Some(if self.tells(goal) {
            Reach::There
        } else {
            Reach::Lost
        })
    }

    /// Whether its trace tells the same of the last event before the step.
    fn tells(&self, goal: &Goal) -> bool {
        let trace = self.recorder.trace();
        trace.is_some_and(|trace| trace.get(goal.step - 1).as_ref() == Some(&goal.last))
    }

    /// How many instructions may run without missing the goal.
    fn fuel(&self, goal: &Goal) -> u64 {
        // A turn of the loop begins without an instruction.
        if !self.is_within() {
            return 0;
        }
        if let Some(instruction) = goal.instruction() {
            return careful(instruction.saturating_sub(self.instructions()));
        }
        let Some(session) = &self.session else { return 0 };
        let clock = &session.vm.clock;
        let left = goal.last.time.as_nanos().saturating_sub(clock.now());
        // Instructions alone take it there at the latest.
        careful(left.checked_div(clock.cost.get()).unwrap_or_default()).max(1)
    }

    /// Whether it is in the middle of the program's code.
    fn is_within(&self) -> bool {
        let session = self.session.as_ref();
        session.is_some_and(|session| !matches!(standing(session), Standing::Elsewhere))
    }

    /// Looks at the session, or lets it go on, apart from all others of this thread.
    fn inside<T>(&mut self, act: impl FnOnce(&mut Session) -> T) -> Option<T> {
        let session = self.session.as_mut()?;
        Some(self.isolation.within(|| act(session)))
    }

    /// The task that is in the middle of its step.
    fn runs(&mut self) -> Option<TaskId> {
        self.inside(|session| {
            look_at_step(session);
            session.vm.seen.task()
        })?
    }

    fn running(&mut self) -> Vec<FrameView> {
        if self.is_past {
            return Vec::new();
        }
        let line = self.line;
        let mut frames: Vec<FrameView> = self
            .inside(|session| {
                look_at_step(session);
                let vm = Rc::clone(&session.vm);
                match standing(session) {
                    Standing::Main(fiber) => frames::of_fiber(&vm, fiber),
                    // Who blocks the thread was seen before.
                    Standing::Step | Standing::Elsewhere => vm.seen.frames(),
                }
            })
            .unwrap_or_default();
        if let (Some(line), Some(innermost)) = (line, frames.first_mut()) {
            innermost.line = line;
        }
        frames
    }
}

impl Drop for Replay {
    fn drop(&mut self) {
        // Its objects go where they came from.
        let session = self.session.take();
        self.isolation.within(|| drop(session));
    }
}
