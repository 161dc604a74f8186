//! The player: one run and one playhead.
//!
//! ```text
//!                run()                      the playhead is at the newest event
//!   resting ───────────────► replaying ────────────────────────────────────────┐
//!      ▲  ▲                      │ pause(), step, seek                         ▼
//!      │  └──────────────────────┴──────────────────────────────────────── following
//!      │                                                                       │
//!      └── reaching ◄── a step beyond the newest event          the end ───────┘
//! ```
//!
//! Scouting is like reaching, but for the playhead, which stays where it is.
//!
//! While it follows, the driver runs the program and the playhead stands at the newest event. While it replays, the
//! playhead passes over events that are there already, in step with the clock.

use std::cell::RefCell;
use std::rc::Rc;

use switchboard_scenario::Machine;
use switchboard_trace::{Board, Time};
use switchboard_view::{Direction, Unit};
use wasm_bindgen::JsValue;

use super::run::{Goal, Program, Run};
use super::settings::Rate;
use crate::host::{Advance, Driver, FrameRequest, LiveClock};

/// What the player does, for buttons and for whoever asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing was run yet.
    Fresh,
    /// The playhead moves by itself.
    Playing,
    /// It stands, and the program is not over.
    Paused,
    /// The program is over; the playhead may stand anywhere.
    Finished,
}

#[derive(Clone, Copy, Debug)]
enum Mode {
    Resting,
    Following,
    Replaying(LiveClock),
    Reaching(Goal),
    /// Until there are so many events.
    Scouting(usize),
}

/// One run and one playhead.
pub struct Player {
    driver: Option<Driver<Run>>,
    playhead: usize,
    /// The board at the playhead, or where it stood when somebody looked last.
    board: RefCell<Rc<Board>>,
    mode: Mode,
    /// The virtual time at which the playhead was paused, as long as it stands there.
    paused_at: Option<u64>,
    rate: Rate,
    /// Where the playhead stops when it moves by itself over what is there already.
    stop: Option<usize>,
    feels_blocking: bool,
    on_frame: Rc<dyn Fn()>,
    frame: FrameRequest,
}

impl Player {
    /// A player without a run. `on_frame` is called before a frame in which something has moved; it calls
    /// [`Player::tick`].
    pub fn new(rate: Rate, on_frame: impl Fn() + 'static) -> Self {
        let on_frame: Rc<dyn Fn()> = Rc::new(on_frame);
        let frame = {
            let on_frame = Rc::clone(&on_frame);
            FrameRequest::new(move || on_frame())
        };
        Self {
            driver: None,
            playhead: 0,
            board: RefCell::default(),
            mode: Mode::Resting,
            paused_at: None,
            rate,
            stop: None,
            feels_blocking: false,
            on_frame,
            frame,
        }
    }

    /// What it does.
    pub fn status(&self) -> Status {
        match (&self.driver, self.mode) {
            (None, _) => Status::Fresh,
            (Some(_), Mode::Following | Mode::Replaying(_) | Mode::Reaching(_) | Mode::Scouting(_)) => {
                Status::Playing
            }
            (Some(driver), Mode::Resting) if driver.program().exit().is_some() => Status::Finished,
            (Some(_), Mode::Resting) => Status::Paused,
        }
    }

    /// Where the playhead stands: how many events are before it.
    pub fn playhead(&self) -> usize {
        self.playhead
    }

    /// Looks at the run, if there is one.
    pub fn with_run<T>(&self, look: impl FnOnce(&Run) -> T) -> Option<T> {
        self.driver.as_ref().map(|driver| look(&driver.program()))
    }

    /// The board at the playhead.
    pub fn board(&self) -> Rc<Board> {
        let mut kept = self.board.borrow_mut();
        if kept.step != self.playhead {
            let board = self.with_run(|run| run.board_at(self.playhead));
            *kept = Rc::new(board.unwrap_or_default());
        }
        Rc::clone(&kept)
    }

    /// The virtual time at the playhead: that of the event before it, or later, while the next is waited for.
    pub fn now(&self) -> Time {
        let board = self.board_time();
        let shown = match (&self.driver, self.mode) {
            (Some(driver), Mode::Following) => driver.now(),
            (_, Mode::Replaying(clock)) => clock.now().min(self.next_event_time()),
            _ => self.paused_at.unwrap_or(board),
        };
        Time::from_nanos(shown.max(board))
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.with_run(Run::len).unwrap_or_default()
    }

    /// Forgets the run.
    pub fn clear(&mut self) {
        self.driver = None;
        self.playhead = 0;
        self.board = RefCell::default();
        self.paused_at = None;
        self.stop = None;
        self.mode = Mode::Resting;
    }

    /// Begins a run of this program at its beginning, and rests there.
    pub fn begin(&mut self, program: &Program, machine: Machine) -> Result<(), JsValue> {
        self.clear();
        let on_frame = Rc::clone(&self.on_frame);
        let mut run = Run::new(program, machine);
        run.set_feels_blocking(self.feels_blocking);
        self.driver = Some(Driver::new(run, move || on_frame())?);
        Ok(())
    }

    /// Lets the playhead move by itself, from where it stands.
    pub fn run(&mut self) {
        let Some(driver) = &self.driver else { return };
        if self.playhead < driver.program().len() {
            let from = self.now().as_nanos();
            self.mode = Mode::Replaying(LiveClock::start(self.rate.pace(), from));
            self.frame.request();
        } else {
            self.follow();
        }
    }

    /// Stops the playhead where it stands.
    pub fn pause(&mut self) {
        self.paused_at = match self.mode {
            Mode::Following | Mode::Replaying(_) => Some(self.now().as_nanos()),
            Mode::Resting | Mode::Reaching(_) | Mode::Scouting(_) => self.paused_at,
        };
        if let Mode::Following = self.mode {
            // What has happened since the last frame belongs to the time that is shown now.
            self.playhead = self.len();
        }
        self.mode = Mode::Resting;
        if let Some(driver) = &self.driver {
            driver.pause();
            driver.program_mut().set_goal(None);
        }
    }

    /// Puts the playhead at a step; beyond the newest event, there.
    pub fn seek(&mut self, step: usize) {
        self.pause();
        self.paused_at = None;
        self.playhead = step.min(self.len());
    }

    /// Takes the playhead over one unit. Beyond the newest event, the program is run as far as that takes.
    pub fn step(&mut self, direction: Direction, unit: Unit) {
        // Who asks for one more unit while the one before is still on its way gets both.
        let goal = match self.mode {
            Mode::Reaching(goal) if goal.unit == unit => goal.and_one_more(),
            _ => Goal::next(unit, self.playhead),
        };
        self.pause();
        self.paused_at = None;
        let Some(driver) = &self.driver else { return };
        let known = {
            let run = driver.program();
            match direction {
                Direction::Back => Some(run.steps().before(unit, self.playhead)),
                Direction::Forward => goal.reached(&run.steps()),
            }
        };
        match known {
            Some(step) => self.playhead = step,
            None if driver.program().exit().is_some() => self.playhead = self.len(),
            None => self.reach(goal),
        }
    }

    /// Runs the program until the playhead stands at this step, or at the end if that comes first.
    pub fn run_to(&mut self, step: usize) {
        self.pause();
        self.paused_at = None;
        match step.checked_sub(1) {
            Some(before) if step > self.len() => self.reach(Goal::next(Unit::Event, before)),
            _ => self.playhead = step,
        }
    }

    /// Runs the program until there are so many events, or to its end, while the playhead stays where it is.
    pub fn scout(&mut self, events: usize) {
        let playhead = self.playhead;
        self.run_to(events);
        self.playhead = playhead;
        if let Mode::Reaching(_) = self.mode {
            self.mode = Mode::Scouting(events);
        }
    }

    /// Sets where the playhead stops when it moves by itself over what is there already.
    pub fn set_stop(&mut self, stop: Option<usize>) {
        self.stop = stop;
    }

    /// Changes how fast the playhead moves, also while it does.
    pub fn set_rate(&mut self, rate: Rate) {
        self.rate = rate;
        if let Mode::Following | Mode::Replaying(_) = self.mode {
            self.pause();
            self.run();
        }
    }

    /// Whether blocking calls hold up the page for real.
    pub fn set_feels_blocking(&mut self, feels: bool) {
        self.feels_blocking = feels;
        if let Some(driver) = &self.driver {
            driver.program_mut().set_feels_blocking(feels);
        }
    }

    /// Moves the playhead to where it should be at this frame.
    pub fn tick(&mut self) {
        let Some(driver) = &self.driver else { return };
        match self.mode {
            Mode::Resting => {}
            Mode::Following => {
                self.playhead = driver.program().len();
                if driver.is_waiting() {
                    // Timers run down between events. When there are events, the driver tells.
                    self.frame.request();
                } else if !driver.is_playing() {
                    self.mode = Mode::Resting;
                }
            }
            Mode::Reaching(goal) => {
                let reached = goal.reached(&driver.program().steps());
                if !driver.is_playing() || reached.is_some() {
                    self.playhead = reached.unwrap_or_else(|| driver.program().len());
                    self.pause();
                }
            }
            Mode::Scouting(events) => {
                if !driver.is_playing() || driver.program().len() >= events {
                    self.pause();
                }
            }
            Mode::Replaying(clock) => self.replay(clock),
        }
    }

    fn board_time(&self) -> u64 {
        self.board().time.as_nanos()
    }

    fn next_event_time(&self) -> u64 {
        let next = |run: &Run| Some(run.trace()?.get(self.playhead)?.time.as_nanos());
        self.with_run(next).flatten().unwrap_or(u64::MAX)
    }

    fn follow(&mut self) {
        let from = self.now().as_nanos();
        let Some(driver) = &self.driver else { return };
        if driver.program().exit().is_none() {
            driver.program_mut().set_goal(None);
            driver.play(self.rate.pace(), from);
            self.mode = Mode::Following;
            self.frame.request();
        } else {
            self.mode = Mode::Resting;
        }
    }

    /// Runs the program until a goal is reached: at once if a slice is enough, else in the browser's event loop.
    fn reach(&mut self, goal: Goal) {
        let Some(driver) = &self.driver else { return };
        driver.program_mut().set_goal(Some(goal));
        match driver.run_now() {
            Advance::Again | Advance::At(_) => {
                driver.play(crate::host::Pace::Instant, 0);
                self.mode = Mode::Reaching(goal);
            }
            Advance::Reached | Advance::Finished => {
                let run = driver.program();
                let reached = goal.reached(&run.steps());
                self.playhead = reached.unwrap_or_else(|| run.len());
            }
        }
    }

    /// Moves the playhead over the events that the clock has passed.
    fn replay(&mut self, clock: LiveClock) {
        let now = Time::from_nanos(clock.now());
        let passed = self.with_run(|run| {
            let trace = run.trace();
            trace.map_or(0, |trace| {
                let rest = self.playhead..trace.len();
                let is_passed = |step: usize| trace.get(step).is_some_and(|record| record.time <= now);
                rest.start
                    + switchboard_view::partition(rest.end - rest.start, |at| is_passed(rest.start + at))
            })
        });
        let passed = passed.unwrap_or_default().max(self.playhead);
        if let Some(stop) = self.stop.filter(|stop| (self.playhead..=passed).contains(stop)) {
            self.seek(stop);
            return;
        }
        self.playhead = passed;
        if self.playhead >= self.len() {
            self.follow();
        } else {
            self.frame.request();
        }
    }
}
