//! The class of an instance, which `instance.__class__ = Other` can change.
//!
//! Instances change their class hardly ever, and everybody reads it all the time, as a plain reference. So the classes
//! that an instance has had stay where they are, and a number tells which of them is the present one.

use super::Type;
use std::cell::{Cell, OnceCell};
use std::ops::Deref;
use std::rc::Rc;

/// How many different classes an instance can have had.
const MOST_CLASSES: usize = 100;

/// The class of an instance. Stands for an `Rc<Type>`.
pub struct ClassSlot {
    first: Rc<Type>,
    others: OnceCell<Box<Others>>,
}

/// The classes after the first.
struct Others {
    /// 0 is the first class, 1 the first in `chain`.
    current: Cell<usize>,
    chain: Link,
}

struct Link {
    class: Rc<Type>,
    next: OnceCell<Box<Link>>,
}

impl ClassSlot {
    pub fn new(class: Rc<Type>) -> Self {
        ClassSlot {
            first: class,
            others: OnceCell::new(),
        }
    }

    /// Makes another class the present one. `false`: the instance has had too many.
    #[must_use]
    pub fn change(&self, class: &Rc<Type>) -> bool {
        if Rc::ptr_eq(&self.first, class) {
            if let Some(others) = self.others.get() {
                others.current.set(0);
            }
            return true;
        }
        let others = self.others.get_or_init(|| {
            Box::new(Others {
                current: Cell::new(0),
                chain: Link::new(class),
            })
        });
        let mut link = &others.chain;
        for position in 1..MOST_CLASSES {
            if Rc::ptr_eq(&link.class, class) {
                others.current.set(position);
                return true;
            }
            link = link.next.get_or_init(|| Box::new(Link::new(class)));
        }
        false
    }
}

impl Deref for ClassSlot {
    type Target = Rc<Type>;

    #[inline]
    fn deref(&self) -> &Rc<Type> {
        match self.others.get() {
            None => &self.first,
            Some(others) => others.present().unwrap_or(&self.first),
        }
    }
}

impl Others {
    /// The present class; `None` if it is the first again.
    fn present(&self) -> Option<&Rc<Type>> {
        let mut link = &self.chain;
        for _ in 1..self.current.get() {
            link = link.next.get()?;
        }
        (self.current.get() > 0).then_some(&link.class)
    }
}

impl Link {
    fn new(class: &Rc<Type>) -> Self {
        Link {
            class: class.clone(),
            next: OnceCell::new(),
        }
    }
}
