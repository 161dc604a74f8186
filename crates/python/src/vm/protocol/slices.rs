//! Indices and slices of lists, tuples, strings, bytes and ranges.

use super::index::{Bounds, has_index, position, try_bounds, try_index, try_wide_bounds};
use super::items::not_subscriptable;
use crate::object::{List, Range, Slice, Str, Value};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// The items that a slice of a list names.
pub fn list_slice(vm: &Vm, list: &List, bounds: Bounds) -> VmResult<Vec<Value>> {
    vm.allocate(bounds.count.saturating_mul(size_of::<Value>()))?;
    Ok(list.with(|items| pick(items, bounds)))
}

/// Replaces the items that a slice names.
pub fn assign_slice(vm: &Vm, list: &List, bounds: Bounds, items: Vec<Value>) -> VmResult<()> {
    vm.scan(list.len() * size_of::<Value>())?;
    if bounds.step == 1 {
        vm.allocate(items.len().saturating_mul(size_of::<Value>()))?;
        let old: Vec<Value> = list.with_mut(|all| {
            let start = (bounds.start.max(0) as usize).min(all.len());
            let stop = (bounds.stop.max(bounds.start).max(0) as usize).min(all.len());
            all.splice(start..stop.max(start), items).collect()
        });
        drop(old);
        return Ok(());
    }
    if items.len() != bounds.count {
        return Err(vm.value_error(format!(
            "attempt to assign sequence of size {} to extended slice of size {}",
            items.len(),
            bounds.count
        )));
    }
    let old: Vec<Value> = list.with_mut(|all| {
        let places = bounds.positions().zip(items);
        places
            .filter_map(|(at, item)| all.get_mut(at).map(|place| std::mem::replace(place, item)))
            .collect()
    });
    drop(old);
    Ok(())
}

pub(super) fn delete_slice(list: &List, bounds: Bounds) -> Vec<Value> {
    if bounds.count == 0 {
        return Vec::new();
    }
    list.with_mut(|all| {
        if bounds.step == 1 {
            let start = (bounds.start.max(0) as usize).min(all.len());
            let stop = (bounds.stop.max(0) as usize).clamp(start, all.len());
            return all.drain(start..stop).collect();
        }
        let mut gone = Vec::with_capacity(bounds.count);
        for at in bounds.positions() {
            if let Some(item) = all.get_mut(at) {
                gone.push(std::mem::take(item));
            }
        }
        all.retain(|item| !item.is_empty_slot());
        gone
    })
}

fn pick(items: &[Value], bounds: Bounds) -> Vec<Value> {
    if bounds.step == 1 {
        let start = bounds.start.max(0) as usize;
        return items
            .get(start..start + bounds.count)
            .map(<[Value]>::to_vec)
            .unwrap_or_default();
    }
    bounds
        .positions()
        .filter_map(|at| items.get(at).cloned())
        .collect()
}

pub(super) fn sequence_len(value: &Value) -> Option<usize> {
    match value {
        Value::List(list) => Some(list.len()),
        Value::Tuple(items) => Some(items.len()),
        Value::Str(text) => Some(text.char_len()),
        Value::Bytes(bytes) => Some(bytes.data.len()),
        _ => None,
    }
}

pub(super) fn get_from_sequence(
    vm: &Rc<Vm>,
    sequence: &Value,
    length: usize,
    at: &Value,
) -> VmResult<Option<Value>> {
    if let Value::Slice(slice) = at {
        return get_slice(vm, sequence, length, slice);
    }
    let Some(at) = sequence_index(vm, sequence, at)? else {
        return Ok(None);
    };
    if let Value::Str(text) = sequence
        && !text.is_ascii()
    {
        // Characters have different lengths: they are counted from the beginning.
        vm.charge(text.len() / 8)?;
    }
    let item = position(at, length).and_then(|at| item_at(vm, sequence, at));
    match item {
        Some(item) => Ok(Some(item)),
        None => Err(vm.index_error(match sequence {
            Value::Bytes(_) => "index out of range".to_string(),
            Value::Str(_) => "string index out of range".to_string(),
            _ => format!("{} index out of range", builtin_name(sequence)),
        })),
    }
}

/// `range[at]`, as far as `at` needs no Python code. A range may be longer than memory.
pub(super) fn get_from_range(vm: &Rc<Vm>, range: &Rc<Range>, at: &Value) -> VmResult<Option<Value>> {
    let length = range.len();
    if let Value::Slice(slice) = at {
        let bounds = try_wide_bounds(vm, slice, length)?;
        return bounds.map(|bounds| range_slice(vm, range, bounds)).transpose();
    }
    let Some(at) = sequence_index(vm, &Value::Range(range.clone()), at)? else {
        return Ok(None);
    };
    let position = match u64::try_from(at) {
        Ok(at) => Some(at),
        Err(_) => length.checked_sub(at.unsigned_abs()),
    };
    match position.filter(|at| *at < length) {
        Some(at) => Ok(Some(Value::Int(range.at(at)))),
        None => Err(vm.index_error("range object index out of range")),
    }
}

fn item_at(vm: &Vm, sequence: &Value, at: usize) -> Option<Value> {
    match sequence {
        Value::List(list) => list.get(at),
        Value::Tuple(items) => items.get(at).cloned(),
        Value::Str(text) => {
            if text.is_ascii() {
                let byte = text.as_bytes().get(at)?;
                return Some(Value::Str(vm.interner.character(char::from(*byte))));
            }
            text.chars().nth(at).map(|c| Value::str(c.to_string()))
        }
        Value::Bytes(bytes) => bytes.data.get(at).map(|byte| Value::Int(i64::from(*byte))),
        _ => None,
    }
}

/// So many characters are picked one by one in the time of an instruction.
const PICKED_AT_ONCE: usize = 16;

fn get_slice(vm: &Rc<Vm>, sequence: &Value, length: usize, slice: &Slice) -> VmResult<Option<Value>> {
    let Some(bounds) = try_bounds(vm, slice, length)? else {
        return Ok(None);
    };
    Ok(Some(match sequence {
        Value::List(list) => Value::list(list_slice(vm, list, bounds)?),
        Value::Tuple(items) if bounds.count == items.len() && bounds.step == 1 => sequence.clone(),
        Value::Tuple(items) => {
            vm.allocate(bounds.count.saturating_mul(size_of::<Value>()))?;
            Value::tuple(pick(items, bounds))
        }
        Value::Str(text) => {
            vm.allocate(bounds.count)?;
            if !text.is_ascii() {
                vm.charge(text.len() / 4)?;
            }
            if bounds.step != 1 {
                vm.strain(bounds.count / PICKED_AT_ONCE)?;
            }
            str_slice(text, bounds)
        }
        Value::Bytes(bytes) => {
            vm.reserve(bounds.count)?;
            vm.charge(bounds.count / 4)?;
            let data: Vec<u8> = bounds
                .positions()
                .filter_map(|at| bytes.data.get(at).copied())
                .collect();
            Value::bytes(data)
        }
        _ => return Err(not_subscriptable(vm, sequence)),
    }))
}

fn str_slice(text: &Str, bounds: Bounds) -> Value {
    if bounds.step == 1 && bounds.count == text.char_len() {
        return Value::Str(text.clone());
    }
    if text.is_ascii() {
        if bounds.step == 1 {
            let start = bounds.start.max(0) as usize;
            return Value::str(text.get(start..start + bounds.count).unwrap_or_default());
        }
        let bytes = text.as_bytes();
        let picked: String = bounds
            .positions()
            .filter_map(|at| bytes.get(at).map(|b| char::from(*b)))
            .collect();
        return Value::str(picked);
    }
    if bounds.step == 1 {
        let start = bounds.start.max(0) as usize;
        let picked: String = text.chars().skip(start).take(bounds.count).collect();
        return Value::str(picked);
    }
    let characters: Vec<char> = text.chars().collect();
    let picked: String = bounds.positions().filter_map(|at| characters.get(at)).collect();
    Value::str(picked)
}

fn range_slice(vm: &Vm, range: &Range, [start, stop, step]: [i128; 3]) -> VmResult<Value> {
    let range_step = i128::from(range.step);
    let at = |position: i128| i128::from(range.start) + range_step * position;
    let parts = [at(start), at(stop), range_step * step];
    let mut narrow = [0; 3];
    for (to, from) in narrow.iter_mut().zip(parts) {
        *to = i64::try_from(from)
            .map_err(|_| vm.overflow_error("Python int too large to convert to C ssize_t"))?;
    }
    let [start, stop, step] = narrow;
    Ok(Value::Range(Rc::new(Range { start, stop, step })))
}

/// The index as a C `ssize_t`; `None` where `__index__` has to be called.
pub(super) fn sequence_index(vm: &Rc<Vm>, sequence: &Value, at: &Value) -> VmResult<Option<i64>> {
    if let Some(at) = at.as_i64() {
        return Ok(Some(at));
    }
    if !has_index(vm, at) {
        let kind = vm.type_name(at);
        return Err(vm.type_error(match sequence {
            Value::Str(_) => format!("string indices must be integers, not '{kind}'"),
            Value::Bytes(_) => format!("byte indices must be integers or slices, not {kind}"),
            _ => format!(
                "{} indices must be integers or slices, not {kind}",
                builtin_name(sequence)
            ),
        }));
    }
    let Some(int) = try_index(vm, at)? else {
        return Ok(None);
    };
    match int.as_i64() {
        Some(at) => Ok(Some(at)),
        None => Err(vm.index_error(match sequence {
            Value::Range(_) => "range object index out of range".to_string(),
            _ => format!("cannot fit '{}' into an index-sized integer", vm.type_name(at)),
        })),
    }
}

fn builtin_name(sequence: &Value) -> &'static str {
    match sequence {
        Value::List(_) => "list",
        Value::Tuple(_) => "tuple",
        Value::Range(_) => "range",
        _ => "sequence",
    }
}

/// Whether an int is in a range.
pub fn range_contains(range: &Range, item: i64) -> bool {
    range_position(range, item).is_some()
}

/// At which position an int is in a range.
pub fn range_position(range: &Range, item: i64) -> Option<u64> {
    let offset = i128::from(item) - i128::from(range.start);
    let step = i128::from(range.step);
    if step == 0 || offset % step != 0 {
        return None;
    }
    let position = u64::try_from(offset / step).ok()?;
    (position < range.len()).then_some(position)
}
