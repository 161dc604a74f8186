//! Iterators that are made of iterators: `enumerate`, `zip`, `map`, `filter` and their like.

use super::{MAX_DEPTH, Step, next_by_method, next_flow, next_of, next_of_inner, try_next, unless_stopped};
use crate::object::{Iter, IterState, NativeFunction, NativeKind, Value};
use crate::vm::call::Sent;
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// What an item of a composed iterator takes beside those that it is made of: as a rule a tuple is made.
const COMPOSED_COST: usize = 4;

/// What an item of one of several iterators takes, in instructions.
const INNER_COST: usize = 2;

/// `enumerate` and `zip`.
pub(super) fn next_of_composed(vm: &Rc<Vm>, iter: &Iter, depth: u32) -> VmResult<Step> {
    vm.clock.spend(COMPOSED_COST);
    if !never_asks(vm, iter, depth) {
        return Ok(Step::Ask);
    }
    // The borrow ends before inner iterators move: they could be this one's own.
    let inners = match &*iter.state.borrow() {
        IterState::Enumerate { inner, .. } => Err(inner.clone()),
        IterState::Zip { inners, .. } => Ok(inners.clone()),
        _ => return Ok(Step::Ask),
    };
    match inners {
        Err(inner) => match next_of_inner(vm, &inner, depth)? {
            Step::Item(item) => Ok(Step::Item(counted(iter, item))),
            other => Ok(other),
        },
        Ok(inners) => next_row_at_once(vm, iter, &inners, depth),
    }
}

pub(super) fn next_row_at_once(vm: &Rc<Vm>, iter: &Iter, inners: &[Value], depth: u32) -> VmResult<Step> {
    vm.charge(INNER_COST * inners.len())?;
    vm.strain(inners.len())?;
    let mut row = Vec::with_capacity(inners.len());
    for inner in inners {
        if let Step::Item(item) = next_of_inner(vm, inner, depth)? {
            row.push(item);
            continue;
        }
        if !is_strict(iter) {
            return Ok(Step::Done);
        }
        if !row.is_empty() {
            return Err(zip_shorter(vm, row.len()));
        }
        for (position, inner) in inners.iter().enumerate().skip(1) {
            if let Step::Item(_) = next_of_inner(vm, inner, depth)? {
                return Err(zip_longer(vm, position));
            }
        }
        return Ok(Step::Done);
    }
    if row.is_empty() {
        return Ok(Step::Done);
    }
    Ok(Step::Item(Value::tuple(row)))
}

/// Whether an iterator can always be asked at once.
pub(super) fn never_asks(vm: &Vm, iter: &Iter, depth: u32) -> bool {
    let mut left = MOST_INNERS;
    let answer = never_asks_within(iter, depth, &mut left);
    vm.clock.spend((MOST_INNERS - left) / INNERS_AN_INSTRUCTION);
    answer
}

/// Iterators made of more than so many are not asked at once: they could have others in common, and then be made of
/// more than could ever be looked through.
const MOST_INNERS: usize = 4096;

/// So many are looked at in the time of an instruction.
const INNERS_AN_INSTRUCTION: usize = 2;

fn never_asks_within(iter: &Iter, depth: u32, left: &mut usize) -> bool {
    if depth > MAX_DEPTH || *left == 0 {
        return false;
    }
    *left -= 1;
    let mut inner_never_asks =
        |inner: &Value| matches!(inner, Value::Iter(inner) if never_asks_within(inner, depth + 1, left));
    let Ok(state) = iter.state.try_borrow() else {
        return false;
    };
    match &*state {
        IterState::Map { .. }
        | IterState::Filter { .. }
        | IterState::Items { .. }
        | IterState::ItemsReversed { .. }
        | IterState::Sentinel { .. } => false,
        IterState::Enumerate { inner, .. } => inner_never_asks(inner),
        IterState::Zip { inners, .. } => inners.iter().all(inner_never_asks),
        _ => true,
    }
}

/// An item with its number, for `enumerate`.
pub(super) fn counted(iter: &Iter, item: Value) -> Value {
    let mut state = iter.state.borrow_mut();
    let number = match &mut *state {
        IterState::Enumerate { next, .. } => {
            let number = *next;
            *next = number.saturating_add(1);
            number
        }
        _ => 0,
    };
    Value::tuple(vec![Value::Int(number), item])
}

pub(super) fn is_strict(iter: &Iter) -> bool {
    matches!(&*iter.state.borrow(), IterState::Zip { strict: true, .. })
}

/// The next item of an iterator inside another one. Built-in iterators that are made of iterators get a native
/// frame of their own, so that their nesting never becomes depth of the Rust stack.
pub(super) async fn next_nested(cx: &Cx, inner: &Value) -> VmResult<Option<Value>> {
    match try_next(&cx.vm, inner)? {
        Step::Item(item) => return Ok(Some(item)),
        Step::Done => return Ok(None),
        Step::Ask => {}
    }
    match inner {
        Value::Iter(_) => {
            let native = NativeFunction::new("next", "builtins", NativeKind::Flow(next_flow));
            let item = cx.call(&Value::Native(native), vec![inner.clone()]).await;
            unless_stopped(cx, item)
        }
        Value::Generator(generator) => {
            let item = cx.resume(generator, Sent::Value(Value::None)).await;
            unless_stopped(cx, item)
        }
        _ => next_by_method(cx, inner).await,
    }
}

/// What a composed iterator is made of, copied out so that no borrow is held while Python code runs.
pub(super) enum Parts {
    Items(Value, i64),
    Sentinel(Value, Value),
    Enumerate(Value),
    Zip(Vec<Value>),
    Map(Value, Vec<Value>),
    Filter(Value, Value),
    Other,
}

pub(super) async fn next_complete(cx: &Cx, iter: &Rc<Iter>) -> VmResult<Option<Value>> {
    let parts = match &*iter.state.borrow() {
        IterState::Items { object, at } => Parts::Items(object.clone(), *at),
        IterState::ItemsReversed { left: 0, .. } => return Ok(None),
        IterState::ItemsReversed { object, left } => Parts::Items(object.clone(), *left - 1),
        IterState::Sentinel { callable, sentinel } => Parts::Sentinel(callable.clone(), sentinel.clone()),
        IterState::Enumerate { inner, .. } => Parts::Enumerate(inner.clone()),
        IterState::Zip { inners, .. } => Parts::Zip(inners.clone()),
        IterState::Map { function, inners } => Parts::Map(function.clone(), inners.clone()),
        IterState::Filter { function, inner } => Parts::Filter(function.clone(), inner.clone()),
        _ => Parts::Other,
    };
    match parts {
        Parts::Items(object, at) => next_by_index(cx, iter, &object, at).await,
        Parts::Sentinel(callable, sentinel) => {
            let item = unless_stopped(cx, cx.call(&callable, Vec::new()).await)?;
            let ends = match &item {
                Some(item) => cx.equal(&sentinel, item).await?,
                None => true,
            };
            if ends {
                finish(iter);
                return Ok(None);
            }
            Ok(item)
        }
        Parts::Enumerate(inner) => Ok(next_nested(cx, &inner).await?.map(|item| counted(iter, item))),
        Parts::Zip(inners) => next_row(cx, iter, &inners).await,
        Parts::Map(function, inners) => {
            let mut args = Vec::with_capacity(inners.len());
            for inner in &inners {
                match next_nested(cx, inner).await? {
                    Some(item) => args.push(item),
                    None => return Ok(None),
                }
            }
            let item = cx.call(&function, args).await;
            unless_stopped(cx, item)
        }
        Parts::Filter(function, inner) => {
            while let Some(item) = next_nested(cx, &inner).await? {
                cx.charge(1).await?;
                let keep = match &function {
                    Value::None => cx.truth(&item).await?,
                    function => {
                        let answer = cx.call(function, vec![item.clone()]).await?;
                        cx.truth(&answer).await?
                    }
                };
                if keep {
                    return Ok(Some(item));
                }
            }
            Ok(None)
        }
        Parts::Other => Ok(match next_of(&cx.vm, iter, 0)? {
            Step::Item(item) => Some(item),
            Step::Done | Step::Ask => None,
        }),
    }
}

pub(super) async fn next_by_index(cx: &Cx, iter: &Iter, object: &Value, at: i64) -> VmResult<Option<Value>> {
    let vm = &cx.vm;
    match cx.special(object, &vm.names.getitem, vec![Value::Int(at)]).await {
        Ok(item) => {
            match &mut *iter.state.borrow_mut() {
                IterState::Items { at, .. } => *at += 1,
                IterState::ItemsReversed { left, .. } => *left = left.saturating_sub(1),
                _ => {}
            }
            Ok(item)
        }
        Err(exc) if vm.is_exc(&exc, &vm.types.index_error) || vm.is_exc(&exc, &vm.types.stop_iteration) => {
            finish(iter);
            Ok(None)
        }
        Err(exc) => Err(exc),
    }
}

pub(super) async fn next_row(cx: &Cx, iter: &Iter, inners: &[Value]) -> VmResult<Option<Value>> {
    cx.charge(INNER_COST * inners.len()).await?;
    let mut row = Vec::with_capacity(inners.len());
    for inner in inners {
        if let Some(item) = next_nested(cx, inner).await? {
            row.push(item);
            continue;
        }
        if !is_strict(iter) {
            return Ok(None);
        }
        if !row.is_empty() {
            return Err(zip_shorter(&cx.vm, row.len()));
        }
        for (position, inner) in inners.iter().enumerate().skip(1) {
            if next_nested(cx, inner).await?.is_some() {
                return Err(zip_longer(&cx.vm, position));
            }
        }
        return Ok(None);
    }
    Ok((!row.is_empty()).then(|| Value::tuple(row)))
}

pub(super) fn finish(iter: &Iter) {
    let old = iter.state.replace(IterState::Done);
    drop(old);
}

pub(super) fn zip_shorter(vm: &Vm, position: usize) -> crate::object::Exc {
    vm.value_error(format!(
        "zip() argument {} is shorter than {}",
        position + 1,
        zip_arguments(position)
    ))
}

pub(super) fn zip_longer(vm: &Vm, position: usize) -> crate::object::Exc {
    vm.value_error(format!(
        "zip() argument {} is longer than {}",
        position + 1,
        zip_arguments(position)
    ))
}

/// The first `count` arguments, as messages name them.
pub(super) fn zip_arguments(count: usize) -> String {
    match count {
        1 => "argument 1".to_string(),
        count => format!("arguments 1-{count}"),
    }
}
