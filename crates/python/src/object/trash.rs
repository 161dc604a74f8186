//! Frees deeply nested objects without deep recursion.
//!
//! Dropping a list that holds a list that holds a list … would recurse once a level and overflow the Rust stack.
//! Containers hand their contents to [`discard`] instead: near the surface it drops them at once, further down it
//! puts them aside, and the outermost call drops what was put aside in a loop. (CPython's "trashcan" does this too.)

use super::Value;
use std::cell::{Cell, RefCell};

const DEPTH_LIMIT: u32 = 64;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static ASIDE: RefCell<Vec<Vec<Value>>> = const { RefCell::new(Vec::new()) };
}

/// Drops the values of a list or a tuple: CPython lets go of the last one first.
pub fn discard_last_first(mut values: Vec<Value>) {
    if values.iter().any(Value::may_nest) {
        values.reverse();
        discard(values);
    }
}

/// Drops the values, in order.
pub fn discard(mut values: Vec<Value>) {
    clear(&mut values);
}

/// Drops the values, in order. The vector keeps its memory.
pub fn clear(values: &mut Vec<Value>) {
    release(values);
    values.clear();
}

/// Drops the values, in order, and leaves empty places.
pub fn release(values: &mut [Value]) {
    if values.iter().all(|value| !value.may_nest()) {
        return;
    }
    // During the thread's own end its locals may be gone already: then a plain drop has to do.
    let Ok(depth) = DEPTH.try_with(Cell::get) else {
        return;
    };
    if depth >= DEPTH_LIMIT {
        let _ = ASIDE.try_with(|aside| {
            if let Ok(mut aside) = aside.try_borrow_mut() {
                aside.push(values.iter_mut().map(std::mem::take).collect());
            }
        });
        return;
    }
    let _ = DEPTH.try_with(|cell| cell.set(depth + 1));
    values.iter_mut().for_each(|value| drop(std::mem::take(value)));
    let _ = DEPTH.try_with(|cell| cell.set(depth));
    if depth == 0 {
        while let Ok(Some(more)) =
            ASIDE.try_with(|aside| aside.try_borrow_mut().ok().and_then(|mut a| a.pop()))
        {
            let _ = DEPTH.try_with(|cell| cell.set(1));
            drop(more);
            let _ = DEPTH.try_with(|cell| cell.set(0));
        }
    }
}
