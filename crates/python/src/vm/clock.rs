//! Virtual time, and the count of instructions that it comes from.
//!
//! All that a program does is counted here: each instruction, and what built-in functions do in loops of their own
//! (an item taken from an iterator, some dozens of bytes copied). The count is exact at any moment and depends on the
//! program alone. Two things happen when it has come to a certain number: limits are looked at, and a slice ends.
//! Both wait for the next point where the program can stop, which is the same point however the run is sliced.

use crate::object::work;
use std::cell::Cell;

/// How many instructions run between two looks at the limits.
pub const CHECK_EVERY: u64 = 4096;

/// What the loop does for a step of a task or a callback, in instructions, and what it takes beyond that.
const STEP_COST: i64 = 20;
pub const STEP_STRAIN: usize = 25;

/// What taking up a generator or coroutine takes beside the instruction that does it, in instructions, and beyond.
const RESUME_COST: i64 = 1;
const RESUME_STRAIN: usize = 3;

pub struct Clock {
    /// Nanoseconds that did not come from instructions.
    pub waited: Cell<u64>,
    /// Nanoseconds an instruction.
    pub cost: Cell<u64>,
    /// Instructions left until something is due: a look at the limits, or the end of the slice. Less than none are
    /// left when something took several at once.
    left: Cell<i64>,
    /// The count at which none are left.
    stop: Cell<u64>,
    /// The count at which limits are looked at next.
    check_at: Cell<u64>,
    /// The count at which the slice ends.
    slice_end: Cell<u64>,
}

impl Clock {
    pub fn new(cost: u64) -> Self {
        Clock {
            waited: Cell::new(0),
            cost: Cell::new(cost),
            left: Cell::new(0),
            stop: Cell::new(0),
            check_at: Cell::new(CHECK_EVERY),
            slice_end: Cell::new(0),
        }
    }

    /// Instructions executed so far, with what counts as such.
    #[inline]
    pub fn instructions(&self) -> u64 {
        self.stop.get().wrapping_sub(self.left.get() as u64)
    }

    /// Virtual nanoseconds since the start.
    pub fn now(&self) -> u64 {
        self.waited
            .get()
            .saturating_add(product(self.instructions(), self.cost.get()))
    }

    /// Lets time pass until `at`; does nothing if it is over.
    pub fn advance_to(&self, at: u64) {
        let now = self.now();
        if at > now {
            self.waited.set(self.waited.get() + (at - now));
        }
    }

    /// Counts an instruction, or the few that a fused one stands for; takes one back if it is -1.
    #[inline(always)]
    pub fn tick(&self, instructions: i64) {
        self.left.set(self.left.get().wrapping_sub(instructions));
    }

    /// Counts the beginning of a step or callback.
    pub fn begin_step(&self) {
        self.tick(STEP_COST);
        work::strain(STEP_STRAIN);
    }

    /// Counts the taking up of a generator or coroutine.
    #[inline]
    pub fn resume(&self) {
        self.tick(RESUME_COST);
        work::strain(RESUME_STRAIN);
    }

    /// Counts so much work.
    #[inline]
    pub fn spend(&self, work: usize) {
        let work = i64::try_from(work).unwrap_or(i64::MAX);
        self.left.set(self.left.get().saturating_sub(work));
    }

    /// Whether something is due: see [`Clock::is_check_due`] and [`Clock::is_slice_over`].
    #[inline(always)]
    pub fn is_over(&self) -> bool {
        self.left.get() <= 0
    }

    pub fn is_check_due(&self) -> bool {
        self.instructions() >= self.check_at.get()
    }

    /// Limits have been looked at.
    pub fn checked(&self) {
        let rounds = self.instructions() / CHECK_EVERY;
        self.check_at
            .set(rounds.saturating_add(1).saturating_mul(CHECK_EVERY));
        self.rewind();
    }

    pub fn is_slice_over(&self) -> bool {
        self.instructions() >= self.slice_end.get()
    }

    /// A slice of so many instructions begins.
    pub fn begin_slice(&self, fuel: u64) {
        self.set_slice_end(self.instructions().saturating_add(fuel));
    }

    /// The count at which the slice ends.
    pub fn slice_end(&self) -> u64 {
        self.slice_end.get()
    }

    /// Lets the slice end at this count.
    pub fn set_slice_end(&self, count: u64) {
        self.slice_end.set(count);
        self.rewind();
    }

    /// Sets `left` to what is left now.
    fn rewind(&self) {
        let count = self.instructions();
        // Never so far ahead that the difference is no i64.
        let stop = self.slice_end.get().min(self.check_at.get());
        self.stop.set(stop);
        self.left.set(stop.wrapping_sub(count) as i64);
    }
}

/// The product, or the greatest number there is. Small ones are the rule, and WebAssembly has no multiplication that tells
/// of an overflow: it calls a function.
#[inline]
fn product(one: u64, other: u64) -> u64 {
    if (one | other) >> u32::BITS == 0 {
        one * other
    } else {
        one.saturating_mul(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_exact_wherever_slices_and_checks_are() {
        let clock = Clock::new(30);
        clock.begin_slice(10);
        assert!(!clock.is_over());
        clock.spend(12);
        assert!(clock.is_over() && clock.is_slice_over() && !clock.is_check_due());
        assert_eq!(clock.instructions(), 12);
        clock.begin_slice(u64::MAX / 2);
        clock.spend(5000);
        assert_eq!(clock.instructions(), 5012);
        assert!(clock.is_over() && clock.is_check_due() && !clock.is_slice_over());
        clock.checked();
        assert!(!clock.is_over());
        assert_eq!(clock.now(), 5012 * 30);
        clock.set_slice_end(0);
        assert!(clock.is_slice_over());
        assert_eq!(clock.instructions(), 5012);
    }

    #[test]
    fn work_beyond_all_measure_does_not_turn_the_count_back() {
        let clock = Clock::new(1);
        clock.begin_slice(100);
        clock.spend(usize::MAX);
        clock.spend(usize::MAX);
        assert!(clock.is_over() && clock.is_check_due());
        clock.checked();
        assert!(clock.instructions() > 1 << 62);
    }
}
