//! Numbers for objects that do not carry one, given when they are first asked for: an address would tell where the
//! allocator has put an object, which is another place in each run.

use super::Value;
use super::value::next_serial;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

/// What can be watched without being kept.
pub trait Object {}

impl<T> Object for T {}

/// The numbers that have been given, by address. The weak references keep the addresses from being used again: were
/// they, a new object could get an old one's number, or not, as the allocator likes.
#[derive(Default)]
pub struct Numbers {
    given: BTreeMap<usize, (u64, Weak<dyn Object>)>,
    /// How many there may be before those of dead objects are thrown away.
    room: usize,
}

thread_local! {
    static NUMBERS: RefCell<Numbers> = RefCell::default();
}

/// The number of an object; 0 for what is no object of its own.
pub fn number_of(value: &Value) -> u64 {
    const LEAST: usize = 1024;
    let (Some(address), Some(object)) = (value.address(), weak(value)) else {
        return 0;
    };
    NUMBERS.with(|numbers| {
        let mut numbers = numbers.borrow_mut();
        if numbers.given.len() >= numbers.room {
            numbers.given.retain(|_, (_, object)| object.strong_count() > 0);
            numbers.room = (numbers.given.len() * 2).max(LEAST);
        }
        let given = numbers.given.entry(address);
        given.or_insert_with(|| (next_serial(), object)).0
    })
}

/// Goes on with these, and gives those before: each session numbers its own objects.
pub fn exchange(numbers: Numbers) -> Numbers {
    NUMBERS.with(|own| own.replace(numbers))
}

fn weak(value: &Value) -> Option<Weak<dyn Object>> {
    fn of<T: 'static>(object: &Rc<T>) -> Option<Weak<dyn Object>> {
        let weak: Weak<dyn Object> = Rc::<T>::downgrade(object);
        Some(weak)
    }
    match value {
        Value::BigInt(object) => of(object),
        Value::Complex(object) => of(object),
        Value::Str(text) => Some(text.weak()),
        Value::Bytes(object) => of(object),
        Value::Tuple(object) => of(object),
        Value::List(object) => of(object),
        Value::Dict(object) => of(object),
        Value::Set(object) | Value::FrozenSet(object) => of(object),
        Value::Range(object) => of(object),
        Value::Slice(object) => of(object),
        Value::Function(object) => of(object),
        Value::Method(object) => of(object),
        Value::Native(object) => of(object),
        Value::Type(object) => of(object),
        Value::Module(object) => of(object),
        Value::Instance(object) => of(object),
        Value::Generator(object) => of(object),
        Value::Iter(object) => of(object),
        Value::Cell(object) => of(object),
        Value::Code(object) => of(object),
        Value::Empty
        | Value::None
        | Value::Bool(_)
        | Value::Int(_)
        | Value::Float(_)
        | Value::Ellipsis
        | Value::NotImplemented => None,
    }
}
