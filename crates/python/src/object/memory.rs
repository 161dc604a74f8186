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

/// Begins with another total, and gives the one before: each session counts its own objects.
pub fn exchange(total: usize) -> usize {
    USED.with(|used| used.replace(total))
}

/// What making an object takes, in instructions, beside the one that makes it.
const OBJECT_COST: usize = 2;

/// What grows by so many bytes at once counts as work, also where nobody counts it.
const LARGE: u32 = 4096;

/// So many bytes are filled in the time of an item.
const BYTES_AN_ITEM: u32 = 128;

/// The share of one object in the total. Beyond 4 GiB, which no limit allows, it stays there.
#[derive(Debug)]
pub struct Charge(Cell<u32>);

impl Charge {
    pub fn new(bytes: usize) -> Self {
        super::work::note(OBJECT_COST);
        let charge = Charge(Cell::new(0));
        charge.resize(bytes);
        charge
    }

    /// The object takes `bytes` from now on.
    pub fn resize(&self, bytes: usize) {
        let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
        let before = self.0.replace(bytes);
        let grown = bytes.saturating_sub(before);
        if grown >= LARGE {
            // Whatever makes something large takes its time to fill it.
            super::work::note((grown / BYTES_AN_ITEM) as usize);
        }
        USED.with(|used| {
            let others = used.get().saturating_sub(before as usize);
            used.set(others.saturating_add(bytes as usize));
        });
    }

    pub fn bytes(&self) -> usize {
        self.0.get() as usize
    }
}

/// The share of an object whose size never changes. Takes no room itself.
#[derive(Debug)]
pub struct Share<const BYTES: usize>(());

impl<const BYTES: usize> Share<BYTES> {
    pub fn new() -> Self {
        USED.with(|used| used.set(used.get() + BYTES));
        Share(())
    }
}

impl<const BYTES: usize> Default for Share<BYTES> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const BYTES: usize> Drop for Share<BYTES> {
    fn drop(&mut self) {
        USED.with(|used| used.set(used.get().saturating_sub(BYTES)));
    }
}

impl Drop for Charge {
    fn drop(&mut self) {
        let bytes = self.bytes();
        USED.with(|used| used.set(used.get().saturating_sub(bytes)));
    }
}
