//! Keeps what is counted for each thread apart for a session that runs beside another.

use crate::object::{memory, value};
use crate::vm::finalize;

/// What one session has of its own.
pub struct Isolation {
    serial: u64,
    memory: usize,
    dying: finalize::State,
}

impl Isolation {
    /// As it is before any session.
    pub fn fresh() -> Self {
        Isolation {
            serial: 1,
            memory: 0,
            dying: finalize::State::default(),
        }
    }

    /// Acts with these, and puts back what was there before.
    pub fn within<T>(&mut self, act: impl FnOnce() -> T) -> T {
        self.exchange();
        let result = act();
        self.exchange();
        result
    }

    fn exchange(&mut self) {
        self.serial = value::exchange_serial(self.serial);
        self.memory = memory::exchange(self.memory);
        self.dying = finalize::exchange(std::mem::take(&mut self.dying));
    }
}
