//! What sets do with one another and with iterables.

use crate::object::set::Merge;
use crate::object::{Set, Value};
use crate::vm::VmResult;
use crate::vm::cx::Cx;
use crate::vm::protocol::keys::{self, Place, find, find_hashed, try_add};
use std::rc::Rc;

/// `|`, `&`, `-` and `^`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Or,
    And,
    Sub,
    Xor,
}

/// `set.copy()`.
pub fn copy(cx: &Cx, set: &Set) -> VmResult<Rc<Set>> {
    cx.vm.allocate(set.charged())?;
    Ok(Rc::new(set.copy()))
}

/// A new set with the items of an iterable: `set(iterable)`.
pub async fn collect(cx: &Cx, iterable: &Value) -> VmResult<Rc<Set>> {
    let set = Rc::new(Set::new());
    update(cx, &set, iterable).await?;
    Ok(set)
}

/// `set.update(other)`.
pub async fn update(cx: &Cx, set: &Rc<Set>, other: &Value) -> VmResult<()> {
    if let Some(other) = other.as_set() {
        return merge(cx, set, other).await;
    }
    if let Value::Dict(dict) = other {
        cx.vm.allocate(Set::most_bytes(dict.len()))?;
        set.make_room(dict.len());
        let mut position = 0;
        while let Some((next, hash, key, _)) = dict.entry_at(position) {
            position = next;
            cx.charge(1).await?;
            keys::add_hashed(cx, set, key, hash).await?;
        }
        return Ok(());
    }
    let iterator = cx.iter(other).await?;
    while let Some(key) = cx.next(&iterator).await? {
        if !try_add(&cx.vm, set, &key)? {
            keys::add(cx, set, key).await?;
        }
    }
    Ok(())
}

/// `a op b` for two sets, as a new set.
pub async fn combine(cx: &Cx, operator: Operator, a: &Rc<Set>, b: &Rc<Set>) -> VmResult<Rc<Set>> {
    let other = Value::Set(b.clone());
    match operator {
        Operator::Or => {
            let result = copy(cx, a)?;
            if !Rc::ptr_eq(a, b) {
                merge(cx, &result, b).await?;
            }
            Ok(result)
        }
        Operator::And => intersection(cx, a, &other).await,
        Operator::Sub => difference(cx, a, &other).await,
        Operator::Xor => symmetric_difference(cx, a, &other).await,
    }
}

/// `set.difference(other)`.
pub async fn difference(cx: &Cx, set: &Rc<Set>, other: &Value) -> VmResult<Rc<Set>> {
    let other_length = match other {
        Value::Dict(dict) => Some(dict.len()),
        _ => other.as_set().map(|other| other.len()),
    };
    // A few members taken out of a copy, or many looked up in a large other one: the order of the result differs.
    let Some(_) = other_length.filter(|length| set.len() >> 2 <= *length) else {
        let result = copy(cx, set)?;
        difference_update(cx, &result, other).await?;
        return Ok(result);
    };
    let result = Rc::new(Set::new());
    cx.vm.scan(set.charged())?;
    let mut position = 0;
    while let Some((next, hash, key)) = set.entry_at(position) {
        position = next;
        cx.charge(1).await?;
        let place = match (other, other.as_set()) {
            (Value::Dict(dict), _) => find_hashed(cx, dict, &key, hash).await?,
            (_, Some(other)) => find_hashed(cx, other, &key, hash).await?,
            _ => Place::Missing(hash),
        };
        if let Place::Missing(hash) = place {
            keys::add_hashed(cx, &result, key, hash).await?;
        }
    }
    Ok(result)
}

/// `set.difference_update(other)`.
pub async fn difference_update(cx: &Cx, set: &Rc<Set>, other: &Value) -> VmResult<()> {
    match other.as_set() {
        Some(other) if Rc::ptr_eq(other, set) => {
            set.clear();
            return Ok(());
        }
        Some(other) => {
            let smaller;
            let mut walked = other;
            if other.len() >> 3 > set.len() {
                smaller = intersection(cx, set, &Value::Set(other.clone())).await?;
                walked = &smaller;
            }
            cx.vm.scan(walked.charged())?;
            let mut position = 0;
            while let Some((next, hash, key)) = walked.entry_at(position) {
                position = next;
                cx.charge(1).await?;
                if let Place::Found(at) = find_hashed(cx, set, &key, hash).await? {
                    drop(set.remove_at(at));
                }
            }
        }
        None => {
            let iterator = cx.iter(other).await?;
            while let Some(key) = cx.next(&iterator).await? {
                if let Place::Found(at) = find(cx, set, &key).await? {
                    drop(set.remove_at(at));
                }
            }
        }
    }
    set.shed_dummies();
    Ok(())
}

/// `set.intersection(other)`.
pub async fn intersection(cx: &Cx, set: &Rc<Set>, other: &Value) -> VmResult<Rc<Set>> {
    let result = Rc::new(Set::new());
    if let Some(other) = other.as_set() {
        if Rc::ptr_eq(other, set) {
            return copy(cx, set);
        }
        let (walked, searched) = if other.len() > set.len() {
            (set, other)
        } else {
            (other, set)
        };
        cx.vm.scan(walked.charged())?;
        let mut position = 0;
        while let Some((next, hash, key)) = walked.entry_at(position) {
            position = next;
            cx.charge(1).await?;
            if let Place::Found(_) = find_hashed(cx, searched, &key, hash).await? {
                keys::add_hashed(cx, &result, key, hash).await?;
            }
        }
        return Ok(result);
    }
    let iterator = cx.iter(other).await?;
    while let Some(key) = cx.next(&iterator).await? {
        let hash = cx.hash(&key).await?;
        if let Place::Found(_) = find_hashed(cx, set, &key, hash).await? {
            keys::add_hashed(cx, &result, key, hash).await?;
        }
    }
    Ok(result)
}

/// `set.symmetric_difference(other)`: what is in `other` but not in both, and the rest of the set after it.
pub async fn symmetric_difference(cx: &Cx, set: &Rc<Set>, other: &Value) -> VmResult<Rc<Set>> {
    let result = collect(cx, other).await?;
    symmetric_difference_update(cx, &result, &Value::Set(set.clone())).await?;
    Ok(result)
}

/// `set.symmetric_difference_update(other)`.
pub async fn symmetric_difference_update(cx: &Cx, set: &Rc<Set>, other: &Value) -> VmResult<()> {
    if other.as_set().is_some_and(|other| Rc::ptr_eq(other, set)) {
        set.clear();
        return Ok(());
    }
    if let Value::Dict(dict) = other {
        let mut position = 0;
        while let Some((next, hash, key, _)) = dict.entry_at(position) {
            position = next;
            cx.charge(1).await?;
            toggle(cx, set, key, hash).await?;
        }
        return Ok(());
    }
    let other = match other.as_set() {
        Some(other) => other.clone(),
        None => collect(cx, other).await?,
    };
    cx.vm.scan(other.charged())?;
    let mut position = 0;
    while let Some((next, hash, key)) = other.entry_at(position) {
        position = next;
        cx.charge(1).await?;
        toggle(cx, set, key, hash).await?;
    }
    Ok(())
}

pub(super) async fn toggle(cx: &Cx, set: &Set, key: Value, hash: i64) -> VmResult<()> {
    match find_hashed(cx, set, &key, hash).await? {
        Place::Found(at) => drop(set.remove_at(at)),
        Place::Missing(hash) => {
            cx.vm.reserve(set.growth())?;
            set.add_new(key, hash);
        }
    }
    Ok(())
}

pub(super) async fn merge(cx: &Cx, set: &Rc<Set>, other: &Rc<Set>) -> VmResult<()> {
    cx.vm.allocate(other.charged())?;
    if set.begin_merge(other) == Merge::Done {
        return Ok(());
    }
    let mut position = 0;
    while let Some((next, hash, key)) = other.entry_at(position) {
        position = next;
        cx.charge(1).await?;
        keys::add_hashed(cx, set, key, hash).await?;
    }
    Ok(())
}
