//! The host: what the executor needs from the world.

use std::cell::Cell;
use std::rc::Rc;

use switchboard_trace::{Time, Token};

use crate::executor::Executor;
use crate::turn::Turn;

/// What the executor needs from whoever calls its turns.
pub trait Host {
    /// The current moment of virtual time. It must not decrease.
    fn now(&self) -> Time;

    /// Adds the watched I/O sources that are ready now. Must not wait: when [`Executor::turn`] wants to wait it
    /// returns.
    fn poll_io(&mut self, ready: &mut Vec<Token>) {
        let _ = ready;
    }

    /// The unit in which it can wait, in nanoseconds: a wait lasts a whole number of them, rounded up, as `epoll`'s
    /// does in milliseconds. What falls due within the last one falls due in the same turn. 0 is a host that can
    /// wait until any moment.
    fn wait_unit(&self) -> u64 {
        0
    }
}

/// A virtual clock. Clones show the same time.
#[derive(Clone, Debug, Default)]
pub struct Clock(Rc<Cell<Time>>);

impl Clock {
    /// A clock that shows [`Time::ZERO`].
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What it shows.
    #[inline]
    #[must_use]
    pub fn now(&self) -> Time {
        self.0.get()
    }

    /// Lets nanoseconds pass.
    #[inline]
    pub fn advance(&self, nanos: u64) {
        self.0.set(self.0.get().after(nanos));
    }

    /// Lets time pass until that moment, unless it is over.
    pub fn advance_to(&self, moment: Time) {
        self.0.set(self.0.get().max(moment));
    }
}

/// The host that never waits: wherever the executor would, the clock jumps. It has no I/O.
#[derive(Clone, Debug, Default)]
pub struct InstantHost {
    clock: Clock,
}

impl InstantHost {
    /// A host with this clock. Whoever runs inside may let time pass on it.
    #[must_use]
    pub fn new(clock: Clock) -> Self {
        Self { clock }
    }

    /// Calls turns until the executor is idle, is stopped or waits for I/O only; returns which.
    pub fn run(&mut self, executor: &Executor) -> Turn {
        loop {
            match executor.turn(self) {
                Turn::Ran | Turn::Preempted => {}
                Turn::WaitUntil(moment) | Turn::BlockedUntil(moment) => self.clock.advance_to(moment),
                end @ (Turn::WaitForIo | Turn::Idle | Turn::Stopped) => return end,
            }
        }
    }
}

impl Host for InstantHost {
    #[inline]
    fn now(&self) -> Time {
        self.clock.now()
    }
}
