//! Counts the bytes that a program's objects take, so that a program that takes too many ends with a message and
//! not with a dead tab.
//!
//! Every object carries a [`Charge`], which adds its size to the thread's total when it is made, follows its
//! growth, and takes it off again when the object goes. The machine compares the total with its limit.

use std::cell::Cell;

thread_local! {
    static USED: Cell<usize> = const { Cell::new(0) };
}

/// The bytes that all charged objects of this thread take at present.
pub fn used() -> usize {
    USED.with(Cell::get)
}

/// The share of one object in the total.
#[derive(Debug)]
pub struct Charge(Cell<usize>);

impl Charge {
    pub fn new(bytes: usize) -> Self {
        USED.with(|used| used.set(used.get() + bytes));
        Charge(Cell::new(bytes))
    }

    /// The object takes `bytes` from now on.
    pub fn resize(&self, bytes: usize) {
        let before = self.0.replace(bytes);
        USED.with(|used| used.set((used.get() + bytes).saturating_sub(before)));
    }

    pub fn bytes(&self) -> usize {
        self.0.get()
    }
}

impl Drop for Charge {
    fn drop(&mut self) {
        let bytes = self.0.get();
        USED.with(|used| used.set(used.get().saturating_sub(bytes)));
    }
}
