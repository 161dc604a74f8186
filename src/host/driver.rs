//! Lets a program run in the browser's event loop, in step with the wall clock or as fast as it goes.
//!
//! ```text
//!              play(pace)                    1
//!   resting ───────────────► playing ◄──────────────► waiting
//!      ▲                        │ 2, 3                    │ pause()
//!      └────────────────────────┴─────────────────────────┘
//! ```
//!
//! 1. The program wants to go on later, or the clock has not come to where it stands: one `setTimeout`.
//! 2. It has reached what was asked for, or its end.
//! 3. `pause()`. The program stays where it stands, and `play` goes on from there.

use std::cell::{Cell, Ref, RefCell, RefMut};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;

use super::alarm;
use super::clock::{LiveClock, Pace, now_ms};
use super::macrotask::Macrotask;
use super::{FrameRequest, SLICE_MS};

/// What the driver drives: something that runs a little when it is told to, and says when it wants to go on.
pub trait Program {
    /// Runs a little: far less than [`SLICE_MS`]. Whoever calls after [`Advance::At`] says that its moment has come.
    fn advance(&mut self) -> Advance;

    /// Where it stands, in nanoseconds of its virtual time.
    fn now(&self) -> u64;

    /// Until when it holds everything up by a call that blocks, where the page is to feel that; in virtual time.
    fn blocks_until(&self) -> Option<u64>;
}

/// When a program wants to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advance {
    /// At once.
    Again,
    /// At this moment of its virtual time, in nanoseconds from its start; not before.
    At(u64),
    /// When it is played again: it has reached what was asked for.
    Reached,
    /// Never: it has come to its end.
    Finished,
}

/// A program and the browser's event loop. Dropping it stops the program where it stands.
pub struct Driver<P> {
    shared: Rc<Shared<P>>,
}

/// While the program runs flat out, the page is drawn no more often than this, in milliseconds: most of the time shall
/// go into the program.
const HURRIED_FRAME_MS: f64 = 60.0;

/// The longest that a blocking call may hold up the page for real, in milliseconds.
pub const LONGEST_BLOCK_MS: f64 = 5_000.0;

impl<P: Program + 'static> Driver<P> {
    /// A driver that rests. `on_progress` is called once before the next frame when the program has got on.
    pub fn new(program: P, on_progress: impl Fn() + 'static) -> Result<Self, JsValue> {
        let shared = Rc::new(Shared {
            program: RefCell::new(program),
            clock: Cell::new(None),
            next_slice: RefCell::default(),
            deadline: Cell::new(None),
            alarm: Cell::default(),
            frame: FrameRequest::new(on_progress),
            frame_requested_at: Cell::new(f64::NEG_INFINITY),
        });
        let weak = Rc::downgrade(&shared);
        let next_slice = Macrotask::new(move || {
            if let Some(shared) = weak.upgrade() {
                Shared::slice(&shared);
            }
        })?;
        shared.next_slice.replace(Some(next_slice));
        Ok(Self { shared })
    }

    /// Lets the program go on, with a clock that shows this virtual time now: where the program stands, or later,
    /// where a part of what it waits for was over before.
    pub fn play(&self, pace: Pace, from: u64) {
        let from = self.program().now().max(from);
        self.shared.clock.set(Some(LiveClock::start(pace, from)));
        self.shared.alarm.set(None);
        self.shared.post();
    }

    /// Stops it where it stands.
    pub fn pause(&self) {
        self.shared.clock.set(None);
        self.shared.alarm.set(None);
    }

    /// Whether it goes on by itself.
    pub fn is_playing(&self) -> bool {
        self.shared.clock.get().is_some()
    }

    /// Whether it plays and nothing happens until the clock has come to where the program goes on.
    pub fn is_waiting(&self) -> bool {
        let clock = self.shared.clock.get();
        clock.is_some_and(|clock| clock.ms_until(self.shared.goes_on_at()).is_some())
    }

    /// The virtual time that the clock shows, at most that for which the program waits; where it stands while it rests.
    pub fn now(&self) -> u64 {
        let stands = self.program().now();
        let shown = self.shared.clock.get().map_or(stands, LiveClock::now);
        let next = self.shared.deadline.get().unwrap_or(stands);
        shown.clamp(stands, next.max(stands))
    }

    /// Lets the program run right now for at most a slice, however far its clock is; then it rests.
    pub fn run_now(&self) -> Advance {
        self.pause();
        let started = now_ms();
        loop {
            let advance = self.shared.advance();
            let is_over = matches!(advance, Advance::Reached | Advance::Finished);
            if is_over || now_ms() - started >= SLICE_MS {
                return advance;
            }
        }
    }

    /// The program as it stands; not to be kept until the next slice.
    pub fn program(&self) -> Ref<'_, P> {
        self.shared.program.borrow()
    }

    /// The program, to tell it something; not to be kept until the next slice.
    pub fn program_mut(&self) -> RefMut<'_, P> {
        self.shared.program.borrow_mut()
    }
}

struct Shared<P> {
    program: RefCell<P>,
    /// Set while it plays.
    clock: Cell<Option<LiveClock>>,
    next_slice: RefCell<Option<Macrotask>>,
    /// Until when the program waits, if it does.
    deadline: Cell<Option<u64>>,
    alarm: Cell<Option<Timeout>>,
    frame: FrameRequest,
    /// By the page's clock, in milliseconds.
    frame_requested_at: Cell<f64>,
}

impl<P: Program + 'static> Shared<P> {
    /// Runs the program until the slice is over, it waits or it ends, and asks for what comes next.
    fn slice(this: &Rc<Self>) {
        let started = now_ms();
        while let Some(clock) = this.clock.get() {
            if let Some(left) = clock.ms_until(this.goes_on_at()) {
                this.wait_or_block(left);
                Self::wait(this, left);
                break;
            }
            if matches!(this.advance(), Advance::Reached | Advance::Finished) {
                this.clock.set(None);
                break;
            }
            let now = now_ms();
            if now - started >= SLICE_MS {
                this.post();
                if now - this.frame_requested_at.get() < HURRIED_FRAME_MS {
                    return;
                }
                break;
            }
        }
        this.frame_requested_at.set(started);
        this.frame.request();
    }

    /// The virtual time at which the program goes on.
    fn goes_on_at(&self) -> u64 {
        self.deadline.get().unwrap_or_else(|| self.program.borrow().now())
    }

    fn advance(&self) -> Advance {
        let advance = self.program.borrow_mut().advance();
        match advance {
            Advance::At(moment) => self.deadline.set(Some(moment)),
            Advance::Again | Advance::Reached | Advance::Finished => self.deadline.set(None),
        }
        advance
    }

    /// Holds up the whole page if the program blocks and that is to be felt.
    fn wait_or_block(&self, left_ms: f64) {
        if self.program.borrow().blocks_until().is_none() {
            return;
        }
        let until = now_ms() + left_ms.min(LONGEST_BLOCK_MS);
        while now_ms() < until {
            core::hint::spin_loop();
        }
    }

    /// Sleeps for this long and then goes on in a slice; an alarm that rings early just leads to another one.
    fn wait(this: &Rc<Self>, left_ms: f64) {
        let weak = Rc::downgrade(this);
        this.alarm.set(Some(alarm::after_ms(left_ms, move || {
            if let Some(shared) = weak.upgrade() {
                Self::slice(&shared);
            }
        })));
    }

    fn post(&self) {
        if let Some(next_slice) = self.next_slice.borrow().as_ref() {
            next_slice.post();
        }
    }
}
