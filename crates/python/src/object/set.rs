//! `set` and `frozenset`.
//!
//! Placeholder: the table that gives CPython's iteration order replaces this representation.

use super::Value;
use std::cell::RefCell;

pub struct Set {
    items: RefCell<Vec<Value>>,
}

impl Set {
    pub fn is_empty(&self) -> bool {
        self.items.borrow().is_empty()
    }

    pub fn items(&self) -> Vec<Value> {
        self.items.borrow().clone()
    }

    /// Whether both have the same members; `None` if only Python code can tell.
    pub fn equals(&self, _other: &Set) -> Option<bool> {
        None
    }
}
