//! Counts work that is done where nobody can ask whether it may go on: objects made, items compared, places of a table
//! passed. The machine adds it to its [count](crate::vm::clock) at the next line, jump or look at the limits.

use std::cell::Cell;

thread_local! {
    /// Work that is not counted yet.
    static WORK: Cell<usize> = const { Cell::new(0) };
}

/// Counts so much more; an instruction's worth is one.
#[inline]
pub fn note(work: usize) {
    WORK.with(|cell| cell.set(cell.get().saturating_add(work)));
}

/// What has been noted since the last call.
#[inline]
pub fn take() -> usize {
    WORK.with(|cell| cell.replace(0))
}

/// What has been noted and not been taken.
pub fn noted() -> usize {
    WORK.with(Cell::get)
}

/// Goes on with this count, and gives the one before: each session counts its own.
pub fn exchange(work: usize) -> usize {
    WORK.with(|cell| cell.replace(work))
}
