//! What all views show: one trace and one playhead.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use switchboard_python::Exit;
use switchboard_scenario::Scenario;
use switchboard_trace::{Board, Recorder, TaskId, Time, Trace};
use switchboard_view::{AwaitPoints, Labels, Steps, TaskTimes};
use yew::Callback;

use super::action::Action;
use super::exercise::Exercise;
use super::inspection::Locals;
use super::player::Status;
use super::run::Program;
use crate::i18n::Lang;

/// How views ask for something.
pub type Dispatch = Callback<Action>;

/// The virtual time at the playhead, which passes between events as well. It comes as a context of its own, so that
/// only what shows it is drawn anew at every frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now(pub Time);

/// What there is to show at one step. Cheap to clone, and quick to compare: two are equal if nothing that a view
/// shows differs.
#[derive(Clone)]
pub struct Shown {
    /// The program that runs or, before the first run, the one that is written.
    pub program: Rc<Program>,
    pub status: Status,
    /// The board at the playhead.
    pub board: Rc<Board>,
    /// How many events there are; the playhead stands at `board.step`.
    pub len: usize,
    pub labels: Rc<Labels>,
    /// How often await points were passed; it grows with the trace.
    pub awaits: Rc<RefCell<AwaitPoints>>,
    /// Where steps lead; they grow with the trace.
    pub steps: Rc<RefCell<Steps>>,
    /// How long tasks were running, ready and waiting; read by whoever wants to know.
    pub times: Rc<RefCell<TaskTimes>>,
    /// The variables at the playhead, when they have been worked out.
    pub locals: Option<Rc<Locals>>,
    /// How the run has ended, if it has.
    pub exit: Option<Exit>,
    /// The task that is lit everywhere.
    pub lit: Option<TaskId>,
    /// The line that is pointed at, and how often any was.
    pub pointed: (u32, u32),
    /// The task whose inspector is open.
    pub selected: Option<TaskId>,
    pub lang: Lang,
    /// Counts the runs, so that two with equally many events differ.
    pub run: u32,
    /// Where the events stand; off before the first run.
    pub recorder: Recorder,
    /// What the playhead stops for.
    pub exercise: Rc<Exercise>,
    /// What else there is to the program that is written; its program is empty.
    pub scenario: Rc<Scenario>,
}

impl Shown {
    /// The events, if there is a run. Not to be kept beyond a view's drawing.
    pub fn trace(&self) -> Option<Ref<'_, Trace>> {
        self.recorder.trace()
    }

    /// What a task is called.
    pub fn label(&self, task: TaskId) -> Rc<str> {
        match (self.board.task(task), self.trace()) {
            (Some(view), Some(trace)) => self.labels.of(view, trace.tables()),
            _ => self.labels.by_call(task),
        }
    }

    /// Whether there is a run to look at.
    pub fn has_run(&self) -> bool {
        self.status != Status::Fresh
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.run == other.run
            && self.board.step == other.board.step
            && self.len == other.len
            && self.status == other.status
            && self.lit == other.lit
            && self.selected == other.selected
            && self.pointed == other.pointed
            && self.locals.as_ref().map(Rc::as_ptr) == other.locals.as_ref().map(Rc::as_ptr)
            && self.lang == other.lang
            && Rc::ptr_eq(&self.exercise, &other.exercise)
            && Rc::ptr_eq(&self.scenario, &other.scenario)
            && Rc::ptr_eq(&self.program, &other.program)
    }
}
