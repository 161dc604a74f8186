//! One run of a program that a person wrote, and what was read from its trace so far.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use switchboard_python::syntax::{self, Diagnostic};
use switchboard_python::{Exit, Options, Session};
use switchboard_scenario::Machine;
use switchboard_trace::{Board, Limits, Recorder, Trace};
use switchboard_view::{AwaitPoints, Labels, Steps, TaskTimes, Unit};

use crate::host::{self, Advance};

/// Instructions between two looks at the clock: about a millisecond's worth in a browser.
const FUEL: u64 = 20_000;

/// Instructions between two looks at whether a goal is reached.
const FUEL_TO_GOAL: u64 = 500;

/// A program's text, and what can be said of it without running it.
#[derive(Debug, PartialEq)]
pub struct Program {
    pub source: String,
    pub diagnostics: Vec<Diagnostic>,
}

impl Program {
    /// Reads a program's text; never fails.
    pub fn new(source: impl Into<String>) -> Rc<Self> {
        let source = source.into();
        let diagnostics = syntax::compile(&source, FILE_NAME).diagnostics;
        Rc::new(Self { source, diagnostics })
    }
}

/// What programs are called in tracebacks.
pub const FILE_NAME: &str = "program.py";

/// A program on its way.
pub struct Run {
    session: Session,
    recorder: Recorder,
    steps: Rc<RefCell<Steps>>,
    labels: Rc<Labels>,
    awaits: Rc<RefCell<AwaitPoints>>,
    times: Rc<RefCell<TaskTimes>>,
    /// The board after all events.
    newest: Board,
    /// The moment to which virtual time jumps when the program goes on.
    until: Option<u64>,
    goal: Option<Goal>,
    feels_blocking: bool,
}

/// How far the program is to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Until this unit has ended ...
    pub unit: Unit,
    /// ... after this step ...
    pub after: usize,
    /// ... as often as this, and once more.
    pub between: usize,
}

impl Goal {
    /// Until this unit has ended once after this step.
    pub fn next(unit: Unit, after: usize) -> Self {
        Self {
            unit,
            after,
            between: 0,
        }
    }

    /// The same, one unit further.
    pub fn and_one_more(self) -> Self {
        Self {
            between: self.between + 1,
            ..self
        }
    }

    /// The step at which it is reached, if the program has run that far.
    pub fn reached(self, steps: &Steps) -> Option<usize> {
        steps.ahead(self.unit, self.after, self.between)
    }
}

impl Run {
    /// A run that has not begun.
    pub fn new(program: &Program, machine: Machine) -> Self {
        let recorder = Recorder::on(Limits::default());
        let options = Options {
            recorder: recorder.clone(),
            ..Self::options(machine)
        };
        let mut run = Self {
            session: Session::new(&program.source, options),
            recorder,
            steps: Rc::default(),
            labels: Rc::default(),
            awaits: Rc::default(),
            times: Rc::default(),
            newest: Board::new(),
            until: None,
            goal: None,
            feels_blocking: false,
        };
        // A program that can't run has said so already.
        run.catch_up();
        run
    }

    /// How programs are run on this machine.
    pub fn options(machine: Machine) -> Options {
        Options {
            file_name: FILE_NAME.to_owned(),
            seed: machine.seed,
            cost: machine.cost_ns,
            ..Options::default()
        }
    }

    /// The events so far.
    pub fn trace(&self) -> Option<Ref<'_, Trace>> {
        self.recorder.trace()
    }

    /// The pen of the trace, which views read from.
    pub fn recorder(&self) -> &Recorder {
        &self.recorder
    }

    /// Where steps lead, for views that look them up while the run goes on.
    pub fn shared_steps(&self) -> &Rc<RefCell<Steps>> {
        &self.steps
    }

    /// Where steps lead.
    pub fn steps(&self) -> Ref<'_, Steps> {
        self.steps.borrow()
    }

    /// How tasks are called.
    pub fn labels(&self) -> &Rc<Labels> {
        &self.labels
    }

    /// How often await points were passed.
    pub fn awaits(&self) -> &Rc<RefCell<AwaitPoints>> {
        &self.awaits
    }

    /// How long tasks were running, ready and waiting; nobody reads on until somebody asks.
    pub fn times(&self) -> &Rc<RefCell<TaskTimes>> {
        &self.times
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.newest.step
    }

    /// The board after `step` events.
    pub fn board_at(&self, step: usize) -> Board {
        match self.trace() {
            Some(trace) if step < self.newest.step => trace.board_at(step),
            _ => self.newest.clone(),
        }
    }

    /// How the run has ended, if it has.
    pub fn exit(&self) -> Option<&Exit> {
        self.session.exit()
    }

    /// Sets or clears how far to run.
    pub fn set_goal(&mut self, goal: Option<Goal>) {
        self.goal = goal;
    }

    /// Whether a blocking call is to hold up the page.
    pub fn set_feels_blocking(&mut self, feels: bool) {
        self.feels_blocking = feels;
    }

    /// Reads what the trace has grown by.
    fn catch_up(&mut self) {
        // The program's text is in the trace as well; the session need not keep it.
        drop(self.session.take_output());
        let Some(trace) = self.recorder.trace() else {
            return;
        };
        trace.bring_up_to_date(&mut self.newest);
        self.steps.borrow_mut().read(&trace);
        self.awaits.borrow_mut().read(&trace);
        if self.newest.task_count() > self.labels.len() {
            Rc::make_mut(&mut self.labels).read(&trace);
        }
    }

    fn has_reached_goal(&self) -> bool {
        self.goal
            .is_some_and(|goal| goal.reached(&self.steps()).is_some())
    }
}

impl host::Program for Run {
    fn advance(&mut self) -> Advance {
        if let Some(until) = self.until.take() {
            self.session.vm.clock.advance_to(until);
        }
        let fuel = if self.goal.is_some() { FUEL_TO_GOAL } else { FUEL };
        let advance = self.session.advance(fuel);
        self.catch_up();
        if let switchboard_python::Advance::At(moment) = advance {
            self.until = Some(moment);
        }
        match advance {
            switchboard_python::Advance::Finished => Advance::Finished,
            _ if self.has_reached_goal() => Advance::Reached,
            switchboard_python::Advance::Again => Advance::Again,
            switchboard_python::Advance::At(moment) => Advance::At(moment),
        }
    }

    fn now(&self) -> u64 {
        self.session.vm.clock.now()
    }

    fn blocks_until(&self) -> Option<u64> {
        let blocking = self.newest.blocking.filter(|_| self.feels_blocking)?;
        Some(blocking.until.as_nanos())
    }
}
