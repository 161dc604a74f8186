//! What `id(x)` says: a number that no other living object has, and that is the same in every run of a program,
//! natively and in a browser. So it is never an address: objects are numbered as they are made or first asked about.

use super::Value;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::{Rc, Weak};

/// Where CPython's heap might be: ids look like addresses, 16 bytes apart.
const HEAP: u64 = 0x7f00_0000_0000;
const SINGLETONS: u64 = 0x5000_0000_0000;
const INTS: u64 = 0x5500_0000_0000_0000;

/// The numbers given in one run. Each run has its own, which are in place while it advances: see [`swap`].
#[derive(Default)]
pub struct Identities {
    last: u64,
    /// The numbers of objects that have no place for one, by address.
    asked: HashMap<usize, Asked>,
}

struct Asked {
    serial: u64,
    /// Keeps the address from being used again, but not the object alive.
    _anchor: Weak<dyn Any>,
}

thread_local! {
    // Apart, since numbers are given often and the rest is asked for rarely.
    static LAST: Cell<u64> = const { Cell::new(0) };
    static ASKED: RefCell<HashMap<usize, Asked>> = RefCell::default();
}

/// Exchanges the numbers in place with these: once when a run goes on, and once when it stops.
pub fn swap(identities: &mut Identities) {
    identities.last = LAST.replace(identities.last);
    ASKED.with_borrow_mut(|asked| std::mem::swap(asked, &mut identities.asked));
}

/// A number for a new object.
pub fn next_serial() -> u64 {
    let serial = LAST.get() + 1;
    LAST.set(serial);
    serial
}

/// `id(value)`.
pub fn identity(value: &Value) -> u64 {
    match value {
        Value::Empty | Value::None => SINGLETONS + 0x10,
        Value::Bool(false) => SINGLETONS + 0x20,
        Value::Bool(true) => SINGLETONS + 0x30,
        Value::Ellipsis => SINGLETONS + 0x40,
        Value::NotImplemented => SINGLETONS + 0x50,
        Value::Int(i) => INTS.wrapping_add((*i as u64).wrapping_mul(32)) & (i64::MAX as u64),
        Value::Float(f) => (INTS ^ f.to_bits().rotate_left(7)) & (i64::MAX as u64),
        other => HEAP + (serial_of(other) << 4),
    }
}

/// The number of an object on the heap; of those without a place for one, given when it is first asked for.
pub fn serial_of(value: &Value) -> u64 {
    match value {
        Value::Instance(instance) => return instance.serial(),
        Value::Generator(generator) => return generator.serial,
        _ => {}
    }
    let (Some(address), Some(anchor)) = (value.address(), anchor(value)) else {
        return 0;
    };
    ASKED.with_borrow_mut(|asked| {
        let known = asked.entry(address).or_insert_with(|| Asked {
            serial: next_serial(),
            _anchor: anchor,
        });
        known.serial
    })
}

fn anchor(value: &Value) -> Option<Weak<dyn Any>> {
    fn of<T: Any>(object: &Rc<T>) -> Option<Weak<dyn Any>> {
        let weak: Weak<T> = Rc::downgrade(object);
        Some(weak)
    }
    match value {
        Value::Empty
        | Value::None
        | Value::Bool(_)
        | Value::Int(_)
        | Value::Float(_)
        | Value::Ellipsis
        | Value::NotImplemented => None,
        Value::BigInt(x) => of(x),
        Value::Complex(x) => of(x),
        Value::Str(x) => Some(x.anchor()),
        Value::Bytes(x) => of(x),
        Value::Tuple(x) => of(x),
        Value::List(x) => of(x),
        Value::Dict(x) => of(x),
        Value::Set(x) | Value::FrozenSet(x) => of(x),
        Value::Range(x) => of(x),
        Value::Slice(x) => of(x),
        Value::Function(x) => of(x),
        Value::Method(x) => of(x),
        Value::Native(x) => of(x),
        Value::Type(x) => of(x),
        Value::Module(x) => of(x),
        Value::Instance(x) => of(x),
        Value::Generator(x) => of(x),
        Value::Iter(x) => of(x),
        Value::Cell(x) => of(x),
        Value::Code(x) => of(x),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_differ_while_objects_live_and_are_the_same_in_the_next_run() {
        let run = || {
            let mut identities = Identities::default();
            swap(&mut identities);
            let lists = [Value::list(vec![]), Value::list(vec![])];
            let ids = lists.each_ref().map(identity);
            assert_eq!(ids, lists.each_ref().map(identity));
            swap(&mut identities);
            ids
        };
        let first = run();
        assert_ne!(first[0], first[1]);
        assert_eq!(first, run());
    }

    #[test]
    fn an_id_is_not_given_again() {
        let first = identity(&Value::list(vec![]));
        assert!((0..100).all(|_| identity(&Value::list(vec![])) != first));
    }
}
