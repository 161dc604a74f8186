//! `iter(x)` and `next(x)`.

mod composed;

use self::composed::{never_asks, next_complete, next_of_composed};
use super::special::{Slot, slot};
use crate::object::iter::{DictPart, DictView};
use crate::object::{GeneratorKind, Iter, IterState, Value};
use crate::vm::call::{Args, Flow, Sent};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// What asking an iterator at once can say.
pub enum Step {
    Item(Value),
    Done,
    /// Python code has to run: use [`next`].
    Ask,
}

/// What an item takes that a built-in function asks for, with what the function does with it, in instructions.
const ITEM_COST: usize = 3;

/// So many places of a dict or set, empty ones among them, are passed in the time of an instruction.
const PLACES_AN_INSTRUCTION: usize = 8;

/// Iterators inside iterators are asked at most this deep on the Rust stack.
const MAX_DEPTH: u32 = 20;

/// `iter(x)` of a built-in value; `None` where `__iter__` has to be called. TypeError: 'int' object is not iterable.
pub fn try_iter(vm: &Rc<Vm>, iterable: &Value) -> VmResult<Option<Value>> {
    if let Value::Set(set) | Value::FrozenSet(set) = iterable
        && set.is_by_birth()
    {
        // They are gathered and put in order.
        vm.allocate(set.charged())?;
        let iterator = builtin_iter(iterable);
        vm.charge(crate::object::work::take())?;
        return Ok(iterator);
    }
    if let Some(iterator) = builtin_iter(iterable) {
        return Ok(Some(iterator));
    }
    match iterable {
        Value::Instance(instance) => {
            if let Some(view) = instance.native::<DictView>() {
                return Ok(Some(dict_iter(view)));
            }
            match slot(vm, iterable, &vm.names.iter) {
                Slot::Builtin => builtin_iter(iterable.base())
                    .map(Some)
                    .ok_or_else(|| not_iterable(vm, iterable)),
                Slot::Plain(function) => {
                    let iterator = function(vm, Args::positional_only(std::slice::from_ref(iterable)))?;
                    check_iterator(vm, iterator).map(Some)
                }
                Slot::Call => Ok(None),
                Slot::Refused => Err(not_iterable(vm, iterable)),
                Slot::Missing => match slot(vm, iterable, &vm.names.getitem) {
                    Slot::Missing | Slot::Refused => Err(not_iterable(vm, iterable)),
                    _ => Ok(Some(Value::iter(IterState::Items {
                        object: iterable.clone(),
                        at: 0,
                    }))),
                },
            }
        }
        Value::Type(class) if class.metaclass.is_some() => Ok(None),
        _ => Err(not_iterable(vm, iterable)),
    }
}

/// The next item of a built-in iterator.
#[inline]
pub fn try_next(vm: &Rc<Vm>, iterator: &Value) -> VmResult<Step> {
    match iterator {
        Value::Iter(iter) => next_of(vm, iter, 0),
        _ => next_of_other(vm, iterator),
    }
}

pub async fn iter(cx: &Cx, iterable: &Value) -> VmResult<Value> {
    if let Some(iterator) = try_iter(&cx.vm, iterable)? {
        return Ok(iterator);
    }
    match slot(&cx.vm, iterable, &cx.vm.names.iter) {
        Slot::Plain(_) | Slot::Call => match cx.special(iterable, &cx.vm.names.iter, vec![]).await? {
            Some(iterator) => check_iterator(&cx.vm, iterator),
            None => Err(not_iterable(&cx.vm, iterable)),
        },
        // A class whose metaclass is a sequence.
        Slot::Missing | Slot::Builtin if cx.vm.special(iterable, &cx.vm.names.getitem).is_some() => {
            Ok(Value::iter(IterState::Items {
                object: iterable.clone(),
                at: 0,
            }))
        }
        _ => Err(not_iterable(&cx.vm, iterable)),
    }
}

/// The iterator's next item; `None` when it raises StopIteration.
pub async fn next(cx: &Cx, iterator: &Value) -> VmResult<Option<Value>> {
    cx.charge(ITEM_COST).await?;
    match try_next(&cx.vm, iterator)? {
        Step::Item(item) => return Ok(Some(item)),
        Step::Done => return Ok(None),
        Step::Ask => {}
    }
    match iterator {
        Value::Iter(iter) => next_complete(cx, iter).await,
        Value::Generator(generator) => {
            let item = cx.resume(generator, Sent::Value(Value::None)).await;
            unless_stopped(cx, item)
        }
        _ => next_by_method(cx, iterator).await,
    }
}

/// All items; also for iterators that never end: the machine's memory limit stops them.
pub async fn collect(cx: &Cx, iterable: &Value) -> VmResult<Vec<Value>> {
    if let Some(items) = try_collect(&cx.vm, iterable)? {
        return Ok(items);
    }
    let iterator = iter(cx, iterable).await?;
    let mut items = Vec::new();
    while let Some(item) = next(cx, &iterator).await? {
        if items.len() == items.capacity() {
            cx.vm.allocate((items.len() + 1) * 2 * size_of::<Value>())?;
        }
        items.push(item);
    }
    Ok(items)
}

/// All items of a built-in iterable, at once; `None` where Python code has to run.
pub fn try_collect(vm: &Rc<Vm>, iterable: &Value) -> VmResult<Option<Vec<Value>>> {
    let room = |count: usize| vm.allocate(count.saturating_mul(size_of::<Value>()));
    match iterable {
        Value::List(list) => {
            room(list.len())?;
            return Ok(Some(list.to_vec()));
        }
        Value::Tuple(tuple) => {
            room(tuple.len())?;
            return Ok(Some(tuple.to_vec()));
        }
        Value::Range(range) => room(usize::try_from(range.len()).unwrap_or(usize::MAX))?,
        Value::Iter(iter) => {
            if !never_asks(vm, iter, 0) {
                return Ok(None);
            }
            if let IterState::Range { left, .. } = &*iter.state.borrow() {
                room(usize::try_from(*left).unwrap_or(usize::MAX))?;
            }
        }
        Value::Generator(_) => return Ok(None),
        _ => {}
    }
    let Some(iterator) = try_iter(vm, iterable)? else {
        return Ok(None);
    };
    match &iterator {
        Value::Iter(iter) if never_asks(vm, iter, 0) => {}
        _ => return Ok(None),
    }
    let mut items = Vec::new();
    loop {
        vm.charge(1)?;
        match try_next(vm, &iterator)? {
            Step::Item(item) => {
                if items.len() == items.capacity() {
                    room((items.len() + 1) * 2)?;
                }
                items.push(item);
            }
            // An iterator that never asks does not ask.
            Step::Done | Step::Ask => return Ok(Some(items)),
        }
    }
}

/// Whether `next` works on a value.
pub fn is_iterator(vm: &Vm, value: &Value) -> bool {
    match value {
        Value::Iter(_) => true,
        Value::Generator(generator) => generator.kind == GeneratorKind::Generator,
        Value::Instance(_) | Value::Type(_) => !matches!(
            slot(vm, value, &vm.names.next),
            Slot::Missing | Slot::Builtin | Slot::Refused
        ),
        _ => false,
    }
}

/// An iterator over a dict or a view of it.
pub fn dict_iter(view: &DictView) -> Value {
    Value::iter(IterState::Dict {
        dict: view.dict.clone(),
        part: view.part,
        at: 0,
        length: view.dict.len(),
        left: view.dict.len(),
    })
}

fn builtin_iter(iterable: &Value) -> Option<Value> {
    Some(Value::iter(match iterable {
        Value::List(list) => IterState::List {
            list: list.clone(),
            at: 0,
        },
        Value::Tuple(tuple) => IterState::Tuple {
            tuple: tuple.clone(),
            at: 0,
        },
        Value::Range(range) => return Some(Value::Iter(Rc::new(Iter::range(range)))),
        Value::Str(text) => IterState::Str {
            text: text.clone(),
            at: 0,
        },
        Value::Bytes(data) => IterState::Bytes {
            data: data.clone(),
            at: 0,
        },
        Value::Dict(dict) => IterState::Dict {
            dict: dict.clone(),
            part: DictPart::Keys,
            at: 0,
            length: dict.len(),
            left: dict.len(),
        },
        Value::Set(set) | Value::FrozenSet(set) if set.is_by_birth() => {
            IterState::Values(set.items().into_iter())
        }
        Value::Set(set) | Value::FrozenSet(set) => IterState::Set {
            set: set.clone(),
            at: 0,
            length: set.len(),
        },
        Value::Iter(_) => return Some(iterable.clone()),
        Value::Generator(generator) if generator.kind == GeneratorKind::Generator => {
            return Some(iterable.clone());
        }
        _ => return None,
    }))
}

/// One character as a string.
pub fn character(vm: &Vm, c: char) -> Value {
    Value::Str(vm.interner.character(c))
}

fn next_of(vm: &Rc<Vm>, iter: &Iter, depth: u32) -> VmResult<Step> {
    if depth > MAX_DEPTH {
        return Ok(Step::Ask);
    }
    let mut state = iter.state.borrow_mut();
    let item = match &mut *state {
        IterState::Range { next, step, left } => {
            if *left == 0 {
                None
            } else {
                let item = *next;
                *left -= 1;
                *next = item.wrapping_add(*step);
                return Ok(Step::Item(Value::Int(item)));
            }
        }
        IterState::List { list, at } => {
            let item = list.get(*at);
            *at += 1;
            item
        }
        IterState::ListReversed { list, at } => match at.checked_sub(1) {
            Some(index) => {
                *at = index;
                list.get(index)
            }
            None => None,
        },
        IterState::Tuple { tuple, at } => {
            let item = tuple.get(*at).cloned();
            *at += 1;
            item
        }
        IterState::Str { text, at } => text.get(*at..).and_then(|rest| rest.chars().next()).map(|c| {
            *at += c.len_utf8();
            character(vm, c)
        }),
        IterState::Bytes { data, at } => {
            let item = data.data.get(*at).map(|byte| Value::Int(i64::from(*byte)));
            *at += 1;
            item
        }
        IterState::Dict {
            dict,
            part,
            at,
            length,
            left,
        } => {
            if dict.len() != *length {
                // The error stays, whatever happens to the dict afterwards.
                *length = usize::MAX;
                return Err(vm.runtime_error("dictionary changed size during iteration"));
            }
            match dict.entry_at(*at) {
                Some(_) if *left == 0 => {
                    *length = usize::MAX;
                    return Err(vm.runtime_error("dictionary keys changed during iteration"));
                }
                Some((next, _, key, value)) => {
                    // Gaps were passed.
                    vm.clock.spend((next - *at) / PLACES_AN_INSTRUCTION);
                    *at = next;
                    *left -= 1;
                    Some(dict_item(*part, key, value))
                }
                None => None,
            }
        }
        IterState::DictReversed {
            dict, left, length, ..
        } => {
            if dict.len() != *length {
                *length = usize::MAX;
                return Err(vm.runtime_error("dictionary changed size during iteration"));
            }
            left.pop()
        }
        IterState::Set { set, at, length } => {
            if set.len() != *length {
                *length = usize::MAX;
                return Err(vm.runtime_error("Set changed size during iteration"));
            }
            let found = set.entry_at(*at);
            let next = found.as_ref().map_or(set.places(), |(next, ..)| *next);
            vm.clock.spend(next.saturating_sub(*at) / PLACES_AN_INSTRUCTION);
            *at = next;
            found.map(|(.., key)| key)
        }
        IterState::Values(values) | IterState::Reversed(values) => values.next(),
        IterState::Done => return Ok(Step::Done),
        IterState::Enumerate { .. } | IterState::Zip { .. } => {
            drop(state);
            return next_of_composed(vm, iter, depth);
        }
        IterState::Map { .. }
        | IterState::Filter { .. }
        | IterState::Items { .. }
        | IterState::ItemsReversed { .. }
        | IterState::Sentinel { .. } => return Ok(Step::Ask),
    };
    match item {
        Some(item) => Ok(Step::Item(item)),
        None => {
            // What it iterated over may go now.
            let old = std::mem::replace(&mut *state, IterState::Done);
            drop(state);
            drop(old);
            Ok(Step::Done)
        }
    }
}

/// An entry of a dict as iterating over this part gives it.
pub fn dict_item(part: DictPart, key: Value, value: Value) -> Value {
    match part {
        DictPart::Keys => key,
        DictPart::Values => value,
        DictPart::Items => {
            crate::object::work::note(2);
            Value::tuple(vec![key, value])
        }
    }
}

fn next_of_inner(vm: &Rc<Vm>, inner: &Value, depth: u32) -> VmResult<Step> {
    match inner {
        Value::Iter(iter) => next_of(vm, iter, depth + 1),
        _ => Ok(Step::Ask),
    }
}

/// Iterators that are instances of native types.
fn next_of_other(vm: &Rc<Vm>, iterator: &Value) -> VmResult<Step> {
    match iterator {
        Value::Instance(_) => match slot(vm, iterator, &vm.names.next) {
            Slot::Plain(function) => {
                match function(vm, Args::positional_only(std::slice::from_ref(iterator))) {
                    Ok(item) => Ok(Step::Item(item)),
                    Err(exc) if vm.is_exc(&exc, &vm.types.stop_iteration) => Ok(Step::Done),
                    Err(exc) => Err(exc),
                }
            }
            Slot::Call => Ok(Step::Ask),
            Slot::Missing | Slot::Builtin | Slot::Refused => Err(not_an_iterator(vm, iterator)),
        },
        Value::Generator(generator) if generator.kind == GeneratorKind::Generator => Ok(Step::Ask),
        Value::Type(class) if class.metaclass.is_some() => Ok(Step::Ask),
        _ => Err(not_an_iterator(vm, iterator)),
    }
}

async fn next_by_method(cx: &Cx, iterator: &Value) -> VmResult<Option<Value>> {
    match cx.special(iterator, &cx.vm.names.next, vec![]).await {
        Ok(Some(item)) => Ok(Some(item)),
        Ok(None) => Err(not_an_iterator(&cx.vm, iterator)),
        Err(exc) => unless_stopped(cx, Err(exc)),
    }
}

fn unless_stopped(cx: &Cx, item: VmResult<Value>) -> VmResult<Option<Value>> {
    match item {
        Ok(item) => Ok(Some(item)),
        Err(exc) if cx.is_exc(&exc, &cx.vm.types.stop_iteration) => Ok(None),
        Err(exc) => Err(exc),
    }
}

/// `iterator.__next__()`, for any iterator.
pub fn next_flow(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [iterator] = args.exactly::<1>(vm, "__next__")?;
    match try_next(vm, iterator)? {
        Step::Item(item) => return Ok(Flow::Value(item)),
        Step::Done => return Err(vm.stop_iteration(Value::None)),
        Step::Ask => {}
    }
    if let Value::Generator(generator) = iterator {
        return Ok(Flow::Resume(generator.clone(), Sent::Value(Value::None)));
    }
    let iterator = iterator.clone();
    Flow::start(vm, |cx| async move {
        let item = next(&cx, &iterator).await?;
        item.ok_or_else(|| cx.vm.stop_iteration(Value::None))
    })
}

fn check_iterator(vm: &Vm, iterator: Value) -> VmResult<Value> {
    if is_iterator(vm, &iterator) {
        return Ok(iterator);
    }
    Err(vm.type_error(format!(
        "iter() returned non-iterator of type '{}'",
        vm.type_name(&iterator)
    )))
}

fn not_iterable(vm: &Vm, value: &Value) -> crate::object::Exc {
    vm.type_error(format!("'{}' object is not iterable", vm.type_name(value)))
}

fn not_an_iterator(vm: &Vm, value: &Value) -> crate::object::Exc {
    vm.type_error(format!("'{}' object is not an iterator", vm.type_name(value)))
}
