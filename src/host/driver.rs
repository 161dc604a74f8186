//! Lets a program run in the browser's event loop, in step with the wall clock.

use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;

use super::alarm;
use super::clock::{LiveClock, now_ms};
use super::macrotask::Macrotask;
use super::{FrameRequest, SLICE_MS};

/// What the driver drives: something that runs a little when it is told to, and says when it wants to go on.
pub trait Program {
    /// Runs a little: far less than [`SLICE_MS`]. Whoever calls after [`Advance::At`] says that its moment has come.
    fn advance(&mut self) -> Advance;
}

/// When a program wants to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advance {
    /// At once.
    Again,
    /// At this moment of its virtual time, in nanoseconds from its start; not before.
    At(u64),
    /// Never: it has come to its end.
    Finished,
}

/// A running program. Dropping it stops it where it stands.
pub struct Driver<P> {
    shared: Rc<Shared<P>>,
}

impl<P: Program + 'static> Driver<P> {
    /// Starts the program. `on_progress` is called once before the next frame when it has got on.
    pub fn start(program: P, on_progress: impl Fn() + 'static) -> Result<Self, JsValue> {
        let shared = Rc::new(Shared {
            program: RefCell::new(program),
            clock: LiveClock::start(),
            next_slice: RefCell::default(),
            deadline: Cell::new(None),
            alarm: Cell::default(),
            frame: FrameRequest::new(on_progress),
        });
        let weak = Rc::downgrade(&shared);
        let next_slice = Macrotask::new(move || {
            if let Some(shared) = weak.upgrade() {
                Shared::slice(&shared);
            }
        })?;
        next_slice.post();
        shared.next_slice.replace(Some(next_slice));
        Ok(Self { shared })
    }

    /// The program as it stands; not to be kept until the next slice.
    pub fn program(&self) -> Ref<'_, P> {
        self.shared.program.borrow()
    }
}

struct Shared<P> {
    program: RefCell<P>,
    clock: LiveClock,
    next_slice: RefCell<Option<Macrotask>>,
    /// Until when the program waits, if it does.
    deadline: Cell<Option<u64>>,
    alarm: Cell<Option<Timeout>>,
    frame: FrameRequest,
}

impl<P: Program + 'static> Shared<P> {
    /// Runs the program until the slice is over, it waits or it ends, and asks for what comes next.
    fn slice(this: &Rc<Self>) {
        let started = now_ms();
        loop {
            if let Some(left) = this.deadline.get().and_then(|moment| this.clock.ms_until(moment)) {
                Self::wait(this, left);
                break;
            }
            match this.program.borrow_mut().advance() {
                Advance::Again => this.deadline.set(None),
                Advance::At(moment) => this.deadline.set(Some(moment)),
                Advance::Finished => break,
            }
            if now_ms() - started >= SLICE_MS {
                this.post();
                break;
            }
        }
        this.frame.request();
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
