//! Iterators over built-in objects.

use super::memory::Share;
use super::{Dict, List, Range, Set, Str, Tuple, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// An iterator. [`IterState::Done`] once it is exhausted.
pub struct Iter {
    pub state: RefCell<IterState>,
    _share: Share<96>,
}

pub enum IterState {
    Done,
    List {
        list: Rc<List>,
        at: usize,
    },
    ListReversed {
        list: Rc<List>,
        at: usize,
    },
    Tuple {
        tuple: Rc<Tuple>,
        at: usize,
    },
    Range {
        next: i64,
        step: i64,
        left: u64,
    },
    /// `at` is a byte offset.
    Str {
        text: Str,
        at: usize,
    },
    Bytes {
        data: Rc<super::Bytes>,
        at: usize,
    },
    Dict {
        dict: Rc<Dict>,
        part: DictPart,
        at: usize,
        length: usize,
        /// How many are still to come, as long as nothing is added.
        left: usize,
    },
    DictReversed {
        dict: Rc<Dict>,
        part: DictPart,
        /// What is still to come, last first.
        left: Vec<Value>,
        length: usize,
    },
    Set {
        set: Rc<Set>,
        at: usize,
        length: usize,
    },
    /// Values that were gathered beforehand.
    Values(std::vec::IntoIter<Value>),
    /// `reversed(x)` of a sequence that can't change, gathered beforehand.
    Reversed(std::vec::IntoIter<Value>),
    /// `iter(x)` of an object with `__getitem__` only: index to ask for next.
    Items {
        object: Value,
        at: i64,
    },
    /// `reversed(x)` of an object with `__len__` and `__getitem__`: how many are still to come.
    ItemsReversed {
        object: Value,
        left: i64,
    },
    /// `iter(callable, sentinel)`.
    Sentinel {
        callable: Value,
        sentinel: Value,
    },
    Enumerate {
        inner: Value,
        next: i64,
    },
    Zip {
        inners: Vec<Value>,
        strict: bool,
    },
    Map {
        function: Value,
        inners: Vec<Value>,
    },
    /// A function of `None` keeps what is true.
    Filter {
        function: Value,
        inner: Value,
    },
}

/// What iterating over a dict or one of its views gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DictPart {
    Keys,
    Values,
    Items,
}

/// `dict.keys()`, `.values()`, `.items()`: native state of instances.
pub struct DictView {
    pub dict: Rc<Dict>,
    pub part: DictPart,
}

impl Iter {
    pub fn new(state: IterState) -> Self {
        Iter {
            state: RefCell::new(state),
            _share: Share::new(),
        }
    }

    pub fn range(range: &Range) -> Self {
        Iter::new(IterState::Range {
            next: range.start,
            step: range.step,
            left: range.len(),
        })
    }
}

impl Drop for Iter {
    fn drop(&mut self) {
        let nested = match self.state.replace(IterState::Done) {
            IterState::Enumerate { inner, .. } => vec![inner],
            IterState::Filter { function, inner } => vec![function, inner],
            IterState::Zip { inners, .. } => inners,
            IterState::Map { function, mut inners } => {
                inners.push(function);
                inners
            }
            IterState::Items { object, .. } | IterState::ItemsReversed { object, .. } => vec![object],
            IterState::DictReversed { left, .. } => left,
            IterState::Values(values) | IterState::Reversed(values) => values.collect(),
            IterState::Sentinel { callable, sentinel } => vec![callable, sentinel],
            _ => return,
        };
        super::trash::discard(nested);
    }
}
