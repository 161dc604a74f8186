//! Keeps what waits to be finalized apart for a session that runs beside another in the same thread.

use crate::vm::finalize;

/// What one session has of its own.
#[derive(Default)]
pub struct Isolation {
    dying: finalize::State,
}

impl Isolation {
    /// Acts with it, and puts back what was there before.
    pub fn within<T>(&mut self, act: impl FnOnce() -> T) -> T {
        self.exchange();
        let result = act();
        self.exchange();
        result
    }

    fn exchange(&mut self) {
        self.dying = finalize::exchange(std::mem::take(&mut self.dying));
    }
}
