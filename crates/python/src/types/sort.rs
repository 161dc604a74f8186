//! Sorting: a stable merge sort that can stop at any comparison and let Python code run.

use crate::bytecode::CmpOp;
use crate::object::Value;
use crate::object::order::sort_keys;
use crate::vm::VmResult;
use crate::vm::cx::Cx;
use crate::vm::protocol::compare::try_compare;
use crate::vm::protocol::truth::try_truth;
use std::cmp::Ordering;

/// Which end the largest item goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Ascending,
    Descending,
}

/// The items in order, as `sorted(items, key=key, reverse=…)` has them.
pub async fn sorted(
    cx: &Cx,
    mut items: Vec<Value>,
    key: &Value,
    direction: Direction,
) -> VmResult<Vec<Value>> {
    let mut keys = Vec::new();
    if !key.is_none() {
        keys.reserve(items.len());
        for item in &items {
            keys.push(cx.call(key, vec![item.clone()]).await?);
        }
    }
    let count = items.len();
    // Positions with their keys, what the merging needs beside them, and the result.
    cx.vm.reserve(count.saturating_mul(3 * size_of::<Value>()))?;
    cx.charge(passes(count)).await?;
    // Equal items keep their order also in a descending sort: it is an ascending one, seen in a mirror.
    if direction == Direction::Descending {
        items.reverse();
        keys.reverse();
    }
    let mut sorted = if keys.is_empty() {
        sort_plain(cx, items).await?
    } else {
        let order = order_of(cx, &keys).await?;
        order.iter().filter_map(|at| items.get(*at).cloned()).collect()
    };
    if direction == Direction::Descending {
        sorted.reverse();
    }
    Ok(sorted)
}

/// What sorting so many items takes, in instructions: a pass over all for each doubling of their number, at most.
fn passes(count: usize) -> usize {
    let passes = usize::BITS - count.leading_zeros();
    count.saturating_mul(passes as usize) / 2
}

async fn sort_plain(cx: &Cx, mut items: Vec<Value>) -> VmResult<Vec<Value>> {
    if items.iter().all(|item| matches!(item, Value::Int(_))) {
        let mut keys: Vec<(i64, usize)> = items.iter().map(|item| (item.as_i64().unwrap_or(0), 0)).collect();
        sort_keys(&mut keys, None);
        for (item, (key, _)) in items.iter_mut().zip(keys) {
            *item = Value::Int(key);
        }
        return Ok(items);
    }
    let order = order_of(cx, &items).await?;
    Ok(order.iter().filter_map(|at| items.get(*at).cloned()).collect())
}

/// The positions of the keys in ascending order of the keys.
async fn order_of(cx: &Cx, keys: &[Value]) -> VmResult<Vec<usize>> {
    if let Some(lengths) = common_lengths(keys) {
        // Long keys take longer, as those that begin alike are compared to their ends.
        let more = lengths / LENGTH_AN_INSTRUCTION + usize::from(keys.first().is_some_and(is_tuple));
        cx.charge(passes(keys.len()).saturating_mul(more)).await?;
        return Ok(sort_at_once(keys));
    }
    let mut order: Vec<usize> = (0..keys.len()).collect();
    let runs = cut_into_runs(cx, keys, &mut order).await?;
    merge_runs(cx, keys, order, runs).await
}

/// Keys longer than this are compared one by one, each comparison at its own cost.
const LONG: usize = 1024;

/// So much more of a key's length takes another instruction a comparison.
const LENGTH_AN_INSTRUCTION: usize = 64;

/// The average length of keys that can be sorted at once: they are of one simple type, or tuples whose places hold one
/// simple type each, so that no Python code has a say in their order, and it is total. None of them is long.
fn common_lengths(keys: &[Value]) -> Option<usize> {
    let Some(first) = keys.first() else {
        return Some(0);
    };
    let kinds: Vec<Simple> = places(first).iter().map(Simple::of).collect::<Option<_>>()?;
    let mut total = 0;
    for key in keys {
        let (places, is_like_first) = (places(key), is_tuple(key) == is_tuple(first));
        if !is_like_first || places.len() != kinds.len() {
            return None;
        }
        let mut length = 0;
        for (place, kind) in places.iter().zip(&kinds) {
            if Simple::of(place) != Some(*kind) {
                return None;
            }
            length += match place {
                Value::Str(text) => text.len(),
                _ => 8,
            };
        }
        if length > LONG {
            return None;
        }
        total += length;
    }
    Some(total / keys.len())
}

fn is_tuple(key: &Value) -> bool {
    matches!(key, Value::Tuple(_))
}

/// What a key is compared by: the items of a tuple, else itself.
fn places(key: &Value) -> &[Value] {
    match key {
        Value::Tuple(items) => items,
        other => std::slice::from_ref(other),
    }
}

/// The order of keys that have [`common_lengths`].
fn sort_at_once(keys: &[Value]) -> Vec<usize> {
    let mut order: Vec<(i64, usize)> = keys.iter().map(leading).zip(0..).collect();
    let compare = |a: usize, b: usize| simple_order(&keys[a], &keys[b]);
    // The leading number of an int or a float tells all.
    let is_number = matches!(
        keys.first().and_then(Simple::of),
        Some(Simple::Int | Simple::Float)
    );
    sort_keys(&mut order, if is_number { None } else { Some(&compare) });
    order.into_iter().map(|(_, at)| at).collect()
}

/// Types whose values have a total order among themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Simple {
    /// Ints of 64 bits and bools.
    Int,
    Str,
    /// All but NaN.
    Float,
}

impl Simple {
    fn of(value: &Value) -> Option<Simple> {
        match value {
            Value::Int(_) | Value::Bool(_) => Some(Simple::Int),
            Value::Str(_) => Some(Simple::Str),
            Value::Float(float) if !float.is_nan() => Some(Simple::Float),
            _ => None,
        }
    }
}

/// The order of two values of the same simple type, or of tuples of such.
fn simple_order(a: &Value, b: &Value) -> Ordering {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => a.cmp(b),
        (Value::Str(a), Value::Str(b)) => a.as_str().cmp(b.as_str()),
        (Value::Float(a), Value::Float(b)) => a.partial_cmp(b).unwrap_or(Ordering::Equal),
        (Value::Tuple(a), Value::Tuple(b)) => {
            let mut places = a.iter().zip(b.iter()).map(|(a, b)| simple_order(a, b));
            places.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
        }
        _ => a.as_i64().cmp(&b.as_i64()),
    }
}

/// A number that is in the same order as such values are, or equal for some that are not.
fn leading(value: &Value) -> i64 {
    match value {
        Value::Float(number) => {
            // 0.0 and -0.0 are equal for Python.
            let bits = (number + 0.0).to_bits().cast_signed();
            // Below zero a larger magnitude is less.
            bits ^ (bits >> 63 & i64::MAX)
        }
        Value::Str(text) => text_key(text.as_str()),
        Value::Tuple(items) => items.first().map_or(0, leading),
        other => other.as_i64().unwrap_or(0),
    }
}

/// The first bytes of a text.
fn text_key(text: &str) -> i64 {
    let mut first = [0; 8];
    for (byte, of_text) in first.iter_mut().zip(text.bytes()) {
        *byte = of_text;
    }
    // Bytes of UTF-8 are in the order of the characters; the sign's bit is turned round for a signed comparison.
    i64::from_be_bytes(first) ^ i64::MIN
}

/// Below this many items a run is extended by insertion.
const MIN_MERGE: usize = 64;

/// Sorts pieces of the order, each a natural run or one that was extended to the least length. Gives their ends.
async fn cut_into_runs(cx: &Cx, keys: &[Value], order: &mut [usize]) -> VmResult<Vec<usize>> {
    let least = least_run(order.len());
    let mut ends = Vec::new();
    let mut start = 0;
    while start < order.len() {
        let rest = order.get_mut(start..).unwrap_or_default();
        let natural = natural_run(cx, keys, rest).await?;
        let wanted = natural.max(least.min(rest.len()));
        let run = rest.get_mut(..wanted).unwrap_or_default();
        insert_rest(cx, keys, run, natural).await?;
        start += wanted;
        ends.push(start);
    }
    Ok(ends)
}

/// CPython's least length of a run: between 32 and 64 so that there are about a power of two of them.
fn least_run(mut length: usize) -> usize {
    let mut odd = 0;
    while length >= MIN_MERGE {
        odd |= length & 1;
        length >>= 1;
    }
    length + odd
}

/// The length of the run at the beginning; one that strictly descends is turned round.
async fn natural_run(cx: &Cx, keys: &[Value], order: &mut [usize]) -> VmResult<usize> {
    let (Some(first), Some(second)) = (order.first(), order.get(1)) else {
        return Ok(order.len());
    };
    let descending = less(cx, keys, *second, *first).await?;
    let mut length = 2;
    while let (Some(before), Some(next)) = (order.get(length - 1), order.get(length)) {
        if less(cx, keys, *next, *before).await? != descending {
            break;
        }
        length += 1;
    }
    if descending && let Some(run) = order.get_mut(..length) {
        run.reverse();
    }
    Ok(length)
}

/// Binary insertion of the items after the first `sorted` ones.
async fn insert_rest(cx: &Cx, keys: &[Value], run: &mut [usize], sorted: usize) -> VmResult<()> {
    for at in sorted..run.len() {
        let Some(new) = run.get(at).copied() else {
            break;
        };
        let (mut low, mut high) = (0, at);
        while low < high {
            let middle = low + (high - low) / 2;
            let pivot = run.get(middle).copied().unwrap_or(new);
            if less(cx, keys, new, pivot).await? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if let Some(moved) = run.get_mut(low..=at) {
            moved.rotate_right(1);
        }
    }
    Ok(())
}

/// Merges neighbouring runs until one is left.
async fn merge_runs(
    cx: &Cx,
    keys: &[Value],
    mut order: Vec<usize>,
    mut ends: Vec<usize>,
) -> VmResult<Vec<usize>> {
    while ends.len() > 1 {
        let mut merged = Vec::with_capacity(order.len());
        let mut merged_ends = Vec::with_capacity(ends.len() / 2 + 1);
        let mut start = 0;
        for pair in ends.chunks(2) {
            let middle = pair.first().copied().unwrap_or(start);
            let end = pair.get(1).copied().unwrap_or(middle);
            let left = order.get(start..middle).unwrap_or_default();
            let right = order.get(middle..end).unwrap_or_default();
            merge(cx, keys, left, right, &mut merged).await?;
            merged_ends.push(end);
            start = end;
        }
        order = merged;
        ends = merged_ends;
    }
    Ok(order)
}

async fn merge(
    cx: &Cx,
    keys: &[Value],
    mut left: &[usize],
    mut right: &[usize],
    out: &mut Vec<usize>,
) -> VmResult<()> {
    while let ([a, left_rest @ ..], [b, right_rest @ ..]) = (left, right) {
        if less(cx, keys, *b, *a).await? {
            out.push(*b);
            right = right_rest;
        } else {
            out.push(*a);
            left = left_rest;
        }
    }
    out.extend_from_slice(left);
    out.extend_from_slice(right);
    Ok(())
}

/// What asking Python code for an order takes, in instructions, beside what it does.
const CALL_COST: usize = 20;

async fn less(cx: &Cx, keys: &[Value], a: usize, b: usize) -> VmResult<bool> {
    let (Some(a), Some(b)) = (keys.get(a), keys.get(b)) else {
        return Ok(false);
    };
    cx.vm.charge(1)?;
    if let Some(Value::Bool(answer)) = try_compare(&cx.vm, CmpOp::Lt, a, b)? {
        return Ok(answer);
    }
    cx.charge(CALL_COST).await?;
    let answer = cx.compare(CmpOp::Lt, a, b).await?;
    match try_truth(&cx.vm, &answer) {
        Some(truth) => Ok(truth),
        None => cx.truth(&answer).await,
    }
}
