//! Values as indices: `__index__`, and slices of sequences.

use super::special::{Slot, slot};
use crate::object::{Slice, Value};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use num_traits::Signed;
use std::rc::Rc;

/// Which items of a sequence a slice names: `start`, `start + step`, … (`count` of them).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
    pub count: usize,
}

/// `operator.index` of ints and their subclasses; `None` where `__index__` has to be called. TypeError if there is none.
pub fn try_index(vm: &Rc<Vm>, value: &Value) -> VmResult<Option<Value>> {
    match value.base() {
        Value::Int(_) | Value::BigInt(_) => return Ok(Some(value.base().clone())),
        Value::Bool(b) => return Ok(Some(Value::Int(i64::from(*b)))),
        _ => {}
    }
    match slot(vm, value, &vm.names.index) {
        Slot::Missing | Slot::Builtin | Slot::Refused => Err(not_an_integer(vm, value)),
        Slot::Plain(function) => {
            let arguments = [value.clone()];
            function(vm, crate::vm::call::Args::positional_only(&arguments)).map(Some)
        }
        Slot::Call => Ok(None),
    }
}

/// `operator.index`: an int.
pub async fn index(cx: &Cx, value: &Value) -> VmResult<Value> {
    if let Some(index) = try_index(&cx.vm, value)? {
        return Ok(index);
    }
    match cx.special(value, &cx.vm.names.index, vec![]).await? {
        Some(index) if index.is_int() => Ok(index.base().clone()),
        Some(other) => Err(cx.vm.type_error(format!(
            "__index__ returned non-int (type {})",
            cx.vm.type_name(&other)
        ))),
        None => Err(not_an_integer(&cx.vm, value)),
    }
}

/// Whether a value can be used as an index.
pub fn has_index(vm: &Rc<Vm>, value: &Value) -> bool {
    value.is_int() || matches!(slot(vm, value, &vm.names.index), Slot::Call | Slot::Plain(_))
}

/// An int as a C `ssize_t`.
pub fn to_size(vm: &Vm, int: &Value) -> VmResult<i64> {
    int.as_i64()
        .ok_or_else(|| vm.overflow_error("Python int too large to convert to C ssize_t"))
}

/// A value as a C `ssize_t`.
pub async fn size(cx: &Cx, value: &Value) -> VmResult<i64> {
    let int = index(cx, value).await?;
    to_size(&cx.vm, &int)
}

/// The same for values that need no Python code; `None` for the others.
pub fn try_size(vm: &Rc<Vm>, value: &Value) -> VmResult<Option<i64>> {
    match try_index(vm, value)? {
        Some(int) => to_size(vm, &int).map(Some),
        None => Ok(None),
    }
}

/// An int as a position, saturating: what slices and `list.index` do with ints that are too large.
pub fn saturate(int: &Value) -> i64 {
    match int.base() {
        Value::BigInt(big) if big.is_negative() => i64::MIN,
        Value::BigInt(_) => i64::MAX,
        other => other.as_i64().unwrap_or(0),
    }
}

/// A slice of a sequence with `length` items; `None` where `__index__` has to be called.
pub fn try_bounds(vm: &Rc<Vm>, slice: &Slice, length: usize) -> VmResult<Option<Bounds>> {
    let parts = try_parts(vm, slice)?;
    Ok(parts.map(|(start, stop, step)| bounds(start, stop, step, length)))
}

/// As [`try_bounds`], of what may be longer than memory: start, stop and step.
pub fn try_wide_bounds(vm: &Rc<Vm>, slice: &Slice, length: u64) -> VmResult<Option<[i128; 3]>> {
    let parts = try_parts(vm, slice)?;
    Ok(parts.map(|(start, stop, step)| wide_bounds(start, stop, step, length)))
}

/// Start, stop and a step that is not 0.
type Parts = (Option<i64>, Option<i64>, i64);

fn try_parts(vm: &Rc<Vm>, slice: &Slice) -> VmResult<Option<Parts>> {
    let mut parts = [None; 3];
    for (part, value) in parts.iter_mut().zip([&slice.step, &slice.start, &slice.stop]) {
        if value.is_none() {
            continue;
        }
        match part_at_once(vm, value)? {
            Some(int) => *part = Some(saturate(&int)),
            None => return Ok(None),
        }
    }
    let [step, start, stop] = parts;
    let step = step.unwrap_or(1);
    if step == 0 {
        return Err(vm.value_error("slice step cannot be zero"));
    }
    Ok(Some((start, stop, step)))
}

/// The same slice with ints as its parts.
pub async fn resolve_slice(cx: &Cx, slice: &Slice) -> VmResult<Slice> {
    let mut parts = [Value::None, Value::None, Value::None];
    for (part, value) in parts.iter_mut().zip([&slice.step, &slice.start, &slice.stop]) {
        if value.is_none() {
            continue;
        }
        *part = match part_at_once(&cx.vm, value)? {
            Some(int) => int,
            None => index(cx, value).await?,
        };
    }
    let [step, start, stop] = parts;
    Ok(Slice::new(start, stop, step))
}

/// An index or a slice, without anything in it that Python code has to turn into an int.
pub async fn resolve(cx: &Cx, value: &Value) -> VmResult<Value> {
    match value {
        Value::Slice(slice) => Ok(Value::Slice(Rc::new(resolve_slice(cx, slice).await?))),
        _ => index(cx, value).await,
    }
}

/// Clamps the parts of a slice to a sequence's length, as `slice.indices` does. `step` is not 0.
pub fn bounds(start: Option<i64>, stop: Option<i64>, step: i64, length: usize) -> Bounds {
    // Nothing in memory has more items than an `i64` counts.
    let [start, stop, _] = wide_bounds(start, stop, step, length as u64).map(|part| part as i64);
    let count = crate::object::value::range_len(start, stop, step);
    Bounds {
        start,
        stop,
        step,
        count: usize::try_from(count).unwrap_or(usize::MAX),
    }
}

fn wide_bounds(start: Option<i64>, stop: Option<i64>, step: i64, length: u64) -> [i128; 3] {
    let length = i128::from(length);
    let (lowest, highest) = if step < 0 { (-1, length - 1) } else { (0, length) };
    let clamp = |given: i64| match i128::from(given) {
        given if given < 0 => (given + length).max(lowest),
        given => given.min(highest),
    };
    let (first, last) = if step < 0 {
        (highest, lowest)
    } else {
        (lowest, highest)
    };
    [
        start.map_or(first, clamp),
        stop.map_or(last, clamp),
        i128::from(step),
    ]
}

impl Bounds {
    /// The positions, in the slice's order.
    pub fn positions(self) -> impl Iterator<Item = usize> {
        (0..i64::try_from(self.count).unwrap_or(i64::MAX))
            .map(move |n| self.start.wrapping_add(n.wrapping_mul(self.step)) as usize)
    }
}

/// The position of an index that may count from the end; `None` if it is outside.
pub fn position(at: i64, length: usize) -> Option<usize> {
    let at = if at < 0 {
        at.checked_add(length as i64)?
    } else {
        at
    };
    usize::try_from(at).ok().filter(|at| *at < length)
}

fn part_at_once(vm: &Rc<Vm>, value: &Value) -> VmResult<Option<Value>> {
    if !has_index(vm, value) {
        return Err(vm.type_error("slice indices must be integers or None or have an __index__ method"));
    }
    try_index(vm, value)
}

fn not_an_integer(vm: &Vm, value: &Value) -> crate::object::Exc {
    vm.type_error(format!(
        "'{}' object cannot be interpreted as an integer",
        vm.type_name(value)
    ))
}
