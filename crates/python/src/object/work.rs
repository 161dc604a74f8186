//! Counts work that is done where nobody can ask whether it may go on: objects made, items compared, places of a table
//! passed. The machine adds it to its [count](crate::vm::clock) at the next line, jump or look at the limits.
//!
//! Beside it stands what work takes beyond the instructions that it counts as. That counts for the limit alone and
//! never as time, so that a program ends soon without its virtual times depending on how fast the machine is.

use std::cell::Cell;

thread_local! {
    /// Work that is not counted yet.
    static WORK: Cell<usize> = const { Cell::new(0) };
    /// What work has taken beyond what it counts as, in instructions.
    static STRAIN: Cell<u64> = const { Cell::new(0) };
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

/// Counts for the limit of instructions, and takes no time: for what takes much longer than the instructions that it
/// counts as.
#[inline]
pub fn strain(effort: usize) {
    STRAIN.with(|cell| cell.set(cell.get().saturating_add(effort as u64)));
}

/// All that [`strain`] has counted.
pub fn strained() -> u64 {
    STRAIN.with(Cell::get)
}

/// As [`exchange`].
pub fn exchange_strain(strain: u64) -> u64 {
    STRAIN.with(|cell| cell.replace(strain))
}
