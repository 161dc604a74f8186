//! `except*` and exception groups.
//!
//! Mirrors `exception_group_match` and `_PyExc_PrepReraiseStar` of CPython.

use super::VmResult;
use super::cx::Cx;
use crate::object::order::sort_keys;
use crate::object::{Exc, Tuple, Value, work};
use std::rc::Rc;

/// Groups in groups are taken apart at most this deep on the Rust stack; what is deeper ends in a RecursionError.
pub const MAX_DEPTH: usize = 200;

/// What looking at an exception of a group takes, in instructions.
const LEAF_COST: usize = 4;

/// `except* class`: `(rest, match)`, each an exception or None.
pub(super) async fn check_match(cx: Cx, value: Value, class: Value) -> VmResult<Value> {
    let vm = &cx.vm;
    let Some(exc) = Exc::from_value(&value) else {
        return Ok(Value::tuple(vec![Value::None, Value::None]));
    };
    let classes: Vec<Value> = class
        .as_tuple()
        .map_or_else(|| vec![class.clone()], |t| t.to_vec());
    for class in &classes {
        if let Value::Type(class) = class
            && class.is_subclass_of(&vm.types.base_exception_group)
        {
            return Err(
                vm.type_error("catching ExceptionGroup with except* is not allowed. Use except instead.")
            );
        }
    }
    if vm.exception_matches(&value, &class)? {
        let matched = match is_group(&cx, &exc) {
            true => value,
            false => wrap(&cx, Value::tuple(vec![value])).await?,
        };
        return Ok(Value::tuple(vec![Value::None, matched]));
    }
    if is_group(&cx, &exc) {
        let parts = cx.method(&value, "split", vec![class]).await?;
        let parts = parts.as_tuple().map(|t| t.to_vec()).unwrap_or_default();
        let [matched, rest] = parts.as_slice() else {
            return Err(vm.type_error("split must return a tuple of two"));
        };
        return Ok(Value::tuple(vec![rest.clone(), matched.clone()]));
    }
    Ok(Value::tuple(vec![value, Value::None]))
}

/// What is raised at the end of `try … except*`: what was raised in the handlers, and what nobody matched.
pub(super) async fn prepare_reraise(cx: Cx, original: Value, list: Value) -> VmResult<Value> {
    let raised: Vec<Value> = list
        .as_list()
        .map(|l| l.to_vec())
        .unwrap_or_default()
        .into_iter()
        .filter(|v| !v.is_none())
        .collect();
    let Some(original_exc) = Exc::from_value(&original) else {
        return Ok(Value::None);
    };
    if raised.is_empty() {
        return Ok(Value::None);
    }
    if !is_group(&cx, &original_exc) {
        return Ok(raised.into_iter().next().unwrap_or(Value::None));
    }
    // Parts of the original group that were raised again unchanged are put together in its shape.
    let mut leaves = Vec::new();
    collect_leaves(&cx, &original, &mut leaves);
    let leaves = Leaves::new(&leaves);
    let (mut fresh, mut again) = (Vec::new(), Vec::new());
    for value in raised {
        let same_metadata = Exc::from_value(&value).is_some_and(|exc| {
            let mut parts = Vec::new();
            collect_leaves(&cx, &value, &mut parts);
            is_group(&cx, &exc) && parts.iter().all(|part| leaves.contains(part))
        });
        if same_metadata || value.is(&original) {
            again.push(value)
        } else {
            fresh.push(value)
        }
    }
    let mut kept = Vec::new();
    for group in &again {
        collect_leaves(&cx, group, &mut kept);
    }
    let rest = if kept.is_empty() {
        Value::None
    } else {
        keep(&cx, &original, &Leaves::new(&kept), 0).await?
    };
    if fresh.is_empty() {
        return Ok(rest);
    }
    if !rest.is_none() {
        fresh.push(rest);
    }
    match fresh.as_slice() {
        [only] => Ok(only.clone()),
        _ => wrap(&cx, Value::list(fresh)).await,
    }
}

fn is_group(cx: &Cx, exc: &Exc) -> bool {
    cx.is_exc(exc, &cx.vm.types.base_exception_group)
}

/// The exceptions of a group.
pub fn members(value: &Value) -> Rc<Tuple> {
    let exc = Exc::from_value(value);
    let members = exc.and_then(|exc| exc.data().members.get().cloned());
    members.unwrap_or_else(|| Rc::new(Tuple::new(Vec::new())))
}

fn collect_leaves(cx: &Cx, value: &Value, into: &mut Vec<Value>) {
    let mut waiting = vec![value.clone()];
    while let Some(value) = waiting.pop() {
        work::note(LEAF_COST);
        match Exc::from_value(&value) {
            Some(exc) if is_group(cx, &exc) => waiting.extend(members(&value).iter().rev().cloned()),
            Some(_) => into.push(value),
            None => {}
        }
    }
}

/// Exceptions, to be found by which objects they are.
struct Leaves(Vec<(i64, usize)>);

impl Leaves {
    fn new(leaves: &[Value]) -> Self {
        let mut addresses: Vec<(i64, usize)> = leaves.iter().map(|leaf| (address(leaf), 0)).collect();
        sort_keys(&mut addresses, None);
        Leaves(addresses)
    }

    fn contains(&self, leaf: &Value) -> bool {
        self.0.binary_search(&(address(leaf), 0)).is_ok()
    }
}

/// Where an exception is, for telling exceptions from each other while they live.
fn address(value: &Value) -> i64 {
    Exc::from_value(value).map_or(0, |exc| Rc::as_ptr(&exc.0) as usize as i64)
}

/// The part of a group that holds these leaves.
async fn keep(cx: &Cx, group: &Value, leaves: &Leaves, depth: usize) -> VmResult<Value> {
    if depth > MAX_DEPTH {
        return Err(cx.vm.recursion_error());
    }
    let mut kept = Vec::new();
    for member in members(group).iter() {
        cx.charge(LEAF_COST).await?;
        let nested = Exc::from_value(member).is_some_and(|exc| is_group(cx, &exc));
        if nested {
            let part = Box::pin(keep(cx, member, leaves, depth + 1)).await?;
            if !part.is_none() {
                kept.push(part);
            }
        } else if leaves.contains(member) {
            kept.push(member.clone());
        }
    }
    if kept.is_empty() {
        return Ok(Value::None);
    }
    let derived = cx.method(group, "derive", vec![Value::list(kept)]).await?;
    if let (Some(from), Some(to)) = (Exc::from_value(group), Exc::from_value(&derived)) {
        to.data().traceback.replace(from.traceback());
        to.data().cause.replace(from.data().cause.borrow().clone());
        to.data().context.replace(from.data().context.borrow().clone());
        to.data().suppress_context.set(from.data().suppress_context.get());
    }
    Ok(derived)
}

/// `ExceptionGroup("", exceptions)`.
async fn wrap(cx: &Cx, exceptions: Value) -> VmResult<Value> {
    let class = Value::Type(cx.vm.types.base_exception_group.clone());
    cx.call(&class, vec![Value::str(""), exceptions]).await
}
