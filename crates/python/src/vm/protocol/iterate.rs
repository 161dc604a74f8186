//! `iter(x)` and `next(x)`.

use super::special::{Slot, slot};
use crate::object::iter::{DictPart, DictView};
use crate::object::{GeneratorKind, Iter, IterState, NativeFunction, NativeKind, Str, Value};
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

/// Iterators inside iterators are asked at most this deep on the Rust stack.
const MAX_DEPTH: u32 = 20;

/// `iter(x)` of a built-in value; `None` where `__iter__` has to be called. TypeError: 'int' object is not iterable.
pub fn try_iter(vm: &Rc<Vm>, iterable: &Value) -> VmResult<Option<Value>> {
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
            cx.vm.reserve((items.len() + 1) * 2 * size_of::<Value>())?;
        }
        items.push(item);
    }
    Ok(items)
}

/// All items of a built-in iterable, at once; `None` where Python code has to run.
pub fn try_collect(vm: &Rc<Vm>, iterable: &Value) -> VmResult<Option<Vec<Value>>> {
    let room = |count: usize| vm.reserve(count.saturating_mul(size_of::<Value>()));
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
            if !never_asks(iter, 0) {
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
        Value::Iter(iter) if never_asks(iter, 0) => {}
        _ => return Ok(None),
    }
    let mut items = Vec::new();
    loop {
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
fn character(vm: &Vm, c: char) -> Value {
    let mut buffer = [0; 4];
    let text = c.encode_utf8(&mut buffer);
    if c.is_ascii() {
        Value::Str(vm.intern(text))
    } else {
        Value::Str(Str::new(&*text))
    }
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
        } => {
            if dict.len() != *length {
                // The error stays, whatever happens to the dict afterwards.
                *length = usize::MAX;
                return Err(vm.runtime_error("dictionary changed size during iteration"));
            }
            dict.entry_at(*at).map(|(next, _, key, value)| {
                *at = next;
                dict_item(*part, key, value)
            })
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
            set.entry_at(*at).map(|(next, _, key)| {
                *at = next;
                key
            })
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
        DictPart::Items => Value::tuple(vec![key, value]),
    }
}

fn next_of_inner(vm: &Rc<Vm>, inner: &Value, depth: u32) -> VmResult<Step> {
    match inner {
        Value::Iter(iter) => next_of(vm, iter, depth + 1),
        _ => Ok(Step::Ask),
    }
}

/// `enumerate` and `zip`.
fn next_of_composed(vm: &Rc<Vm>, iter: &Iter, depth: u32) -> VmResult<Step> {
    if !never_asks(iter, depth) {
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

fn next_row_at_once(vm: &Rc<Vm>, iter: &Iter, inners: &[Value], depth: u32) -> VmResult<Step> {
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
fn never_asks(iter: &Iter, depth: u32) -> bool {
    if depth > MAX_DEPTH {
        return false;
    }
    let inner_never_asks =
        |inner: &Value| matches!(inner, Value::Iter(inner) if never_asks(inner, depth + 1));
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
fn counted(iter: &Iter, item: Value) -> Value {
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

fn is_strict(iter: &Iter) -> bool {
    matches!(&*iter.state.borrow(), IterState::Zip { strict: true, .. })
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

/// The next item of an iterator inside another one. Built-in iterators that are made of iterators get a native
/// frame of their own, so that their nesting never becomes depth of the Rust stack.
async fn next_nested(cx: &Cx, inner: &Value) -> VmResult<Option<Value>> {
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

/// What a composed iterator is made of, copied out so that no borrow is held while Python code runs.
enum Parts {
    Items(Value, i64),
    Sentinel(Value, Value),
    Enumerate(Value),
    Zip(Vec<Value>),
    Map(Value, Vec<Value>),
    Filter(Value, Value),
    Other,
}

async fn next_complete(cx: &Cx, iter: &Rc<Iter>) -> VmResult<Option<Value>> {
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

async fn next_by_index(cx: &Cx, iter: &Iter, object: &Value, at: i64) -> VmResult<Option<Value>> {
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

async fn next_row(cx: &Cx, iter: &Iter, inners: &[Value]) -> VmResult<Option<Value>> {
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

fn finish(iter: &Iter) {
    let old = iter.state.replace(IterState::Done);
    drop(old);
}

fn zip_shorter(vm: &Vm, position: usize) -> crate::object::Exc {
    vm.value_error(format!(
        "zip() argument {} is shorter than {}",
        position + 1,
        zip_arguments(position)
    ))
}

fn zip_longer(vm: &Vm, position: usize) -> crate::object::Exc {
    vm.value_error(format!(
        "zip() argument {} is longer than {}",
        position + 1,
        zip_arguments(position)
    ))
}

/// The first `count` arguments, as messages name them.
fn zip_arguments(count: usize) -> String {
    match count {
        1 => "argument 1".to_string(),
        count => format!("arguments 1-{count}"),
    }
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
