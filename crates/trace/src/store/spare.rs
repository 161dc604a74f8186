//! Memory of traces that are gone, for those to come: people run a program again and again, and to get the same memory
//! from the system once more takes as long as to write it.

use std::cell::RefCell;

use super::{CHUNK, Slot};

/// So many chunks are kept at most, which takes 3 MB.
const MOST: usize = 128;

thread_local! {
    static SPARE: RefCell<Vec<Vec<Slot>>> = const { RefCell::new(Vec::new()) };
}

/// An empty list with room for a chunk.
pub(super) fn take() -> Vec<Slot> {
    // A thread that ends has none any more.
    let spare = SPARE.try_with(|spare| spare.borrow_mut().pop());
    let spare = spare.ok().flatten();
    spare.unwrap_or_else(|| Vec::with_capacity(CHUNK))
}

/// Keeps a list's memory, if it is a chunk's and there is not enough of it already.
pub(super) fn give_back(mut slots: Vec<Slot>) {
    if slots.capacity() != CHUNK {
        return;
    }
    slots.clear();
    // A thread that ends keeps nothing.
    let _ = SPARE.try_with(|spare| {
        let mut spare = spare.borrow_mut();
        if spare.len() < MOST {
            spare.push(slots);
        }
    });
}
