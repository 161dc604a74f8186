//! Equality and hashes of built-in values, as far as they can be told without running Python code.
//!
//! Where a class with its own `__eq__` or `__hash__` is involved the answer is "ask": the machine then calls it.

use super::*;
use num_traits::ToPrimitive;
use std::cell::Cell;
use std::rc::Rc;

/// Nested containers are compared at most this deep on the Rust stack; deeper ones are asked about, and the
/// machine's slow path ends in a RecursionError as in CPython.
const MAX_DEPTH: u32 = 100;

/// How many comparisons of items are made before the machine is asked to go on, so that it can stop.
const MOST_WORK: usize = 1 << 20;

thread_local! {
    /// How deep the comparison is in which a set or a dict is searched: the search compares keys.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// Counts bytes that were hashed, as so many items.
fn note_bytes(bytes: usize) {
    const BYTES_AN_ITEM: usize = 16;
    work::note(bytes / BYTES_AN_ITEM);
}

/// Counts items; false when it is time to stop.
fn may_go_on(items: usize) -> bool {
    work::note(items);
    work::noted() <= MOST_WORK
}

/// Whether `a == b`; `None` if only Python code can tell.
pub fn equal(a: &Value, b: &Value) -> Option<bool> {
    equal_at(a, b, DEPTH.with(Cell::get))
}

/// As [`equal`], but identical objects count as equal, as in containers (`x is y or x == y`).
pub fn same_or_equal(a: &Value, b: &Value) -> Option<bool> {
    if a.is(b) { Some(true) } else { equal(a, b) }
}

/// The answer of [`hash`].
#[derive(Debug, PartialEq)]
pub enum Hashed {
    Hash(i64),
    /// TypeError: unhashable type. The offending value may be nested in a tuple.
    Unhashable(&'static str),
    /// Only Python code can tell.
    Ask,
}

/// CPython's hash of a built-in value (strings as under `PYTHONHASHSEED=0`).
pub fn hash(value: &Value) -> Hashed {
    hash_at(value, 0)
}

fn hash_at(value: &Value, depth: u32) -> Hashed {
    use switchboard_pyfmt::{IntRef, hash as h};
    Hashed::Hash(match value {
        Value::Str(text) => text.hash(),
        Value::Int(i) => h::hash_int(IntRef::Small(*i)),
        Value::Bool(b) => i64::from(*b),
        Value::None => h::NONE,
        Value::Float(f) => h::hash_float(*f).unwrap_or(0),
        Value::BigInt(big) => {
            note_bytes((big.bits() / 8) as usize);
            h::hash_int(IntRef::Big(big))
        }
        Value::Complex(c) => h::hash_complex(c.0, c.1).unwrap_or(0),
        Value::Bytes(bytes) => {
            note_bytes(bytes.data.len());
            h::hash_bytes(&bytes.data)
        }
        Value::Tuple(items) => return hash_all(items, depth),
        Value::FrozenSet(set) => {
            work::note(set.len() + set.places() / 8);
            h::hash_frozenset(set.hashes())
        }
        Value::Range(range) => {
            let parts = match range.len() {
                0 => [Value::Int(0), Value::None, Value::None],
                1 => [Value::Int(1), Value::Int(range.start), Value::None],
                n => [
                    Value::Int(n as i64),
                    Value::Int(range.start),
                    Value::Int(range.step),
                ],
            };
            return hash_all(&parts, depth);
        }
        Value::Instance(instance) => return hash_instance(instance, depth),
        // As equality, by which objects they are.
        Value::Method(method) => identity_hash(&method.receiver) ^ identity_hash(&method.function),
        Value::List(_) => return Hashed::Unhashable("list"),
        Value::Dict(_) => return Hashed::Unhashable("dict"),
        Value::Set(_) => return Hashed::Unhashable("set"),
        Value::Slice(slice) => {
            return hash_all(
                &[slice.start.clone(), slice.stop.clone(), slice.step.clone()],
                depth,
            );
        }
        Value::Type(class)
            if class
                .metaclass
                .as_ref()
                .is_some_and(|meta| meta.has_custom_hash()) =>
        {
            return Hashed::Ask;
        }
        _ => identity_hash(value),
    })
}

/// The hash that `object.__hash__` gives.
pub fn identity_hash(value: &Value) -> i64 {
    identity::number_of(value) as i64
}

fn hash_instance(instance: &Rc<Instance>, depth: u32) -> Hashed {
    if instance.class.has_custom_hash() {
        return Hashed::Ask;
    }
    match &instance.payload {
        Payload::Value(value) if depth <= MAX_DEPTH => hash_at(value, depth + 1),
        Payload::Value(_) => Hashed::Ask,
        _ => Hashed::Hash((instance.serial() as i64) << 4),
    }
}

fn hash_all(items: &[Value], depth: u32) -> Hashed {
    if depth > MAX_DEPTH || !may_go_on(items.len()) && depth > 0 {
        return Hashed::Ask;
    }
    let mut hashes = Vec::with_capacity(items.len());
    for item in items {
        match hash_at(item, depth + 1) {
            Hashed::Hash(hash) => hashes.push(hash),
            other => return other,
        }
    }
    Hashed::Hash(switchboard_pyfmt::hash::hash_tuple(hashes))
}

fn equal_at(a: &Value, b: &Value, depth: u32) -> Option<bool> {
    if depth > MAX_DEPTH {
        return None;
    }
    let result = match (a, b) {
        (Value::Int(a), Value::Int(b)) => a == b,
        (Value::Str(a), Value::Str(b)) => {
            if a.len() > LONG {
                may_go_on(a.len() / LONG);
            }
            a == b
        }
        (Value::None, Value::None) => true,
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Float(a), Value::Float(b)) => a == b,
        (Value::Int(a), Value::Bool(b)) | (Value::Bool(b), Value::Int(a)) => *a == i64::from(*b),
        (Value::Int(i), Value::Float(f)) | (Value::Float(f), Value::Int(i)) => int_equals_float(*i, *f),
        (Value::Bool(i), Value::Float(f)) | (Value::Float(f), Value::Bool(i)) => {
            int_equals_float(i64::from(*i), *f)
        }
        (Value::BigInt(a), Value::BigInt(b)) => {
            may_go_on((a.bits() / (8 * LONG as u64)) as usize);
            a == b
        }
        (Value::BigInt(i), Value::Float(f)) | (Value::Float(f), Value::BigInt(i)) => {
            f.fract() == 0.0
                && num_traits::FromPrimitive::from_f64(*f).is_some_and(|f: num_bigint::BigInt| f == ***i)
        }
        (Value::Complex(a), Value::Complex(b)) => a == b,
        (Value::Complex(c), other) | (other, Value::Complex(c)) if is_real(other) => {
            c.1 == 0.0 && equal_at(&Value::Float(c.0), other, depth)?
        }
        (Value::Bytes(a), Value::Bytes(b)) => {
            may_go_on(a.data.len() / LONG);
            a.data == b.data
        }
        (Value::Tuple(a), Value::Tuple(b)) if Rc::ptr_eq(a, b) => true,
        (Value::Tuple(a), Value::Tuple(b)) => return equal_sequences(a, b, depth),
        (Value::List(a), Value::List(b)) => {
            if Rc::ptr_eq(a, b) {
                return Some(true);
            }
            return a.with(|a| b.with(|b| equal_sequences(a, b, depth)));
        }
        (Value::Dict(a), Value::Dict(b)) if Rc::ptr_eq(a, b) => true,
        (Value::Dict(a), Value::Dict(b)) => return equal_dicts(a, b, depth),
        (Value::Set(a) | Value::FrozenSet(a), Value::Set(b) | Value::FrozenSet(b)) => {
            if Rc::ptr_eq(a, b) {
                return Some(true);
            }
            return searching(depth, || a.equals(b));
        }
        (Value::Range(a), Value::Range(b)) => {
            let n = a.len();
            n == b.len() && (n == 0 || (a.start == b.start && (n == 1 || a.step == b.step)))
        }
        (Value::Slice(a), Value::Slice(b)) => {
            return equal_sequences(
                &[a.start.clone(), a.stop.clone(), a.step.clone()],
                &[b.start.clone(), b.stop.clone(), b.step.clone()],
                depth,
            );
        }
        (Value::Method(a), Value::Method(b)) => a.receiver.is(&b.receiver) && a.function.is(&b.function),
        (Value::Instance(a), Value::Instance(b)) if Rc::ptr_eq(a, b) && !a.class.has_custom_eq() => true,
        (Value::Instance(instance), other) | (other, Value::Instance(instance)) => {
            if instance.class.has_custom_eq() {
                return None;
            }
            if let Value::Instance(other) = other
                && other.class.has_custom_eq()
            {
                return None;
            }
            let (a, b) = (a.base(), b.base());
            match (a, b) {
                (Value::Instance(a), Value::Instance(b)) => Rc::ptr_eq(a, b),
                (Value::Instance(_), _) | (_, Value::Instance(_)) => false,
                _ => return equal_at(a, b, depth + 1),
            }
        }
        (Value::Type(class), _) | (_, Value::Type(class))
            if class.metaclass.as_ref().is_some_and(|meta| meta.has_custom_eq()) =>
        {
            return None;
        }
        _ => a.is(b),
    };
    Some(result)
}

/// Searching a set or a dict for an item takes as long as comparing so many.
const SEARCH_COST: usize = 12;

/// So many bytes are compared in the time of an item.
const LONG: usize = 64;

/// Runs a search that compares keys. Sets in sets take more of the Rust stack a level than lists in lists.
fn searching<R>(depth: u32, search: impl FnOnce() -> R) -> R {
    const LEVELS: u32 = 10;
    let before = DEPTH.with(|cell| cell.replace(depth + LEVELS));
    let result = search();
    DEPTH.with(|cell| cell.set(before));
    result
}

fn is_real(value: &Value) -> bool {
    matches!(
        value,
        Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::BigInt(_)
    )
}

fn int_equals_float(i: i64, f: f64) -> bool {
    // Exact: the float must be integral and inside the range where the conversion back loses nothing.
    f.fract() == 0.0 && f.to_i64() == Some(i)
}

fn equal_sequences(a: &[Value], b: &[Value], depth: u32) -> Option<bool> {
    if a.len() != b.len() {
        return Some(false);
    }
    if !may_go_on(a.len()) && depth > 0 {
        return None;
    }
    for (x, y) in a.iter().zip(b) {
        if !x.is(y) && !equal_at(x, y, depth + 1)? {
            return Some(false);
        }
    }
    Some(true)
}

fn equal_dicts(a: &Dict, b: &Dict, depth: u32) -> Option<bool> {
    if a.len() != b.len() {
        return Some(false);
    }
    if !may_go_on(SEARCH_COST * a.len()) && depth > 0 {
        return None;
    }
    let mut position = 0;
    while let Some((next, hash, key, value)) = a.entry_at(position) {
        position = next;
        match searching(depth, || b.probe(&key, hash)) {
            dict::Probe::Missing => return Some(false),
            dict::Probe::Ask(_) => return None,
            dict::Probe::Found(index) => {
                let other = b.value_at(index);
                if !value.is(&other) && !equal_at(&value, &other, depth + 1)? {
                    return Some(false);
                }
            }
        }
    }
    Some(true)
}
