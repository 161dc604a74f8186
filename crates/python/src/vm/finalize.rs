//! What has to happen when the last reference to an object goes.
//!
//! Rust's `drop` must not run Python code. It puts the dying object's content aside here instead, in a new object,
//! and the machine runs `__del__`, `finally` blocks or the "never awaited" warning before its next statement.

use crate::object::{Generator, Instance};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

pub enum Dying {
    /// Has a `__del__` to be called.
    Instance(Rc<Instance>),
    /// To be closed, or warned about if it is a coroutine that was never started.
    Generator(Rc<Generator>),
    /// A weak reference whose callback wants to know that its object has gone.
    Reference(Rc<Instance>),
}

thread_local! {
    /// Living objects that will have something to say in the end, even if they refer to themselves in circles.
    static LIVING: RefCell<Vec<Weak<Instance>>> = const { RefCell::new(Vec::new()) };
    static WAITING: Cell<bool> = const { Cell::new(false) };
    static ENABLED: Cell<bool> = const { Cell::new(false) };
    static QUEUE: RefCell<Vec<Dying>> = const { RefCell::new(Vec::new()) };
    /// The weak references to an object, by the object's number.
    static WATCHERS: RefCell<BTreeMap<u64, Vec<Weak<Instance>>>> = const { RefCell::new(BTreeMap::new()) };
}

/// What waits to be finalized in one session, and who watches objects of it.
#[derive(Default)]
pub struct State {
    is_waiting: bool,
    is_enabled: bool,
    queue: Vec<Dying>,
    watchers: BTreeMap<u64, Vec<Weak<Instance>>>,
}

/// Goes on with this state, and gives the one before: sessions that take turns keep theirs apart.
pub fn exchange(state: State) -> State {
    State {
        is_waiting: WAITING.with(|cell| cell.replace(state.is_waiting)),
        is_enabled: ENABLED.with(|cell| cell.replace(state.is_enabled)),
        queue: QUEUE.with(|queue| queue.replace(state.queue)),
        watchers: WATCHERS.with(|watchers| watchers.replace(state.watchers)),
    }
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
        let watchers = WATCHERS.try_with(RefCell::take);
        let _ = WAITING.try_with(|cell| cell.set(false));
        let living = LIVING.try_with(RefCell::take);
        drop((old, watchers, living));
    }
}

/// A slice of a program begins or ends: what its host drops between slices just goes.
pub fn within_slice(enabled: Enabled) {
    ENABLED.with(|cell| cell.set(enabled == Enabled::Yes));
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Enabled {
    Yes,
    No,
}

/// An object that will have something to say in the end. Its number is given now: in the end they go by age.
pub fn remember(object: &Rc<Instance>) {
    object.serial();
    let _ = LIVING.try_with(|living| {
        let mut living = living.borrow_mut();
        if living.len() == living.capacity() {
            living.retain(|object| object.strong_count() > 0);
        }
        living.push(Rc::downgrade(object));
    });
}

/// Takes what was remembered and still lives.
pub fn take_living() -> Vec<Rc<Instance>> {
    let living = LIVING.try_with(RefCell::take).unwrap_or_default();
    living.iter().filter_map(Weak::upgrade).collect()
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

/// Remembers a reference to the object with this number, whose callback is called when the object goes, if it has one
/// and is there then.
pub fn watch(serial: u64, reference: Weak<Instance>) {
    let _ = WATCHERS.try_with(|watchers| {
        let mut watchers = watchers.borrow_mut();
        let of_object = watchers.entry(serial).or_default();
        if of_object.len() == of_object.capacity() {
            of_object.retain(|reference| reference.strong_count() > 0);
        }
        of_object.push(reference);
    });
}

/// The living references to the object with this number, the oldest first.
pub fn watchers(serial: u64) -> Vec<Rc<Instance>> {
    let watchers = WATCHERS.try_with(|watchers| {
        let watchers = watchers.borrow();
        let of_object = watchers.get(&serial);
        of_object.map_or_else(Vec::new, |all| all.iter().filter_map(Weak::upgrade).collect())
    });
    watchers.unwrap_or_default()
}

/// An object that is watched dies.
pub fn watched(serial: u64) {
    let watchers = WATCHERS.try_with(|watchers| watchers.borrow_mut().remove(&serial));
    // The youngest reference is told first.
    for reference in watchers.ok().flatten().unwrap_or_default().into_iter().rev() {
        if let Some(reference) = reference.upgrade()
            && enabled()
            && !crate::modules::switchboard::weak::callback(&reference).is_none()
        {
            push(Dying::Reference(reference));
        }
    }
}

fn enabled() -> bool {
    ENABLED.try_with(Cell::get).unwrap_or(false)
}

fn push(dying: Dying) {
    let _ = QUEUE.try_with(|queue| queue.borrow_mut().push(dying));
    let _ = WAITING.try_with(|waiting| waiting.set(true));
}
