//! What has to happen when the last reference to an object goes.
//!
//! Rust's `drop` must not run Python code. It puts the dying object's content aside here instead, in a new object,
//! and the machine runs `__del__`, `finally` blocks or the "never awaited" warning before its next statement.

use crate::object::{Generator, Instance};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

pub enum Dying {
    /// Has a `__del__` to be called.
    Instance(Rc<Instance>),
    /// To be closed, or warned about if it is a coroutine that was never started.
    Generator(Rc<Generator>),
}

thread_local! {
    static WAITING: Cell<bool> = const { Cell::new(false) };
    static ENABLED: Cell<bool> = const { Cell::new(false) };
    static QUEUE: RefCell<Vec<Dying>> = const { RefCell::new(Vec::new()) };
}

/// Whether anything waits to be finalized.
#[inline]
pub fn waiting() -> bool {
    WAITING.with(Cell::get)
}

/// Takes what waits, in the order of death.
pub fn take() -> Vec<Dying> {
    WAITING.with(|waiting| waiting.set(false));
    QUEUE.with(RefCell::take)
}

/// Finalizers run only while a program runs; afterwards objects just go.
pub fn enable(enabled: Enabled) {
    let _ = ENABLED.try_with(|cell| cell.set(enabled == Enabled::Yes));
    if enabled == Enabled::No {
        let old = QUEUE.try_with(RefCell::take);
        let _ = WAITING.try_with(|cell| cell.set(false));
        drop(old);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Enabled {
    Yes,
    No,
}

/// An instance whose class has `__del__` dies.
pub fn instance(take: impl FnOnce() -> Instance) {
    if enabled() {
        push(Dying::Instance(Rc::new(take())));
    }
}

/// A suspended generator with cleanup to do, or a coroutine that was never started, dies.
pub fn generator(generator: Rc<Generator>) {
    if enabled() {
        push(Dying::Generator(generator));
    } else {
        // Nothing will run it: it must not come back here when it is dropped.
        generator
            .state
            .set(crate::object::generator::GeneratorState::Finished);
    }
}

fn enabled() -> bool {
    ENABLED.try_with(Cell::get).unwrap_or(false)
}

fn push(dying: Dying) {
    let _ = QUEUE.try_with(|queue| queue.borrow_mut().push(dying));
    let _ = WAITING.try_with(|waiting| waiting.set(true));
}
