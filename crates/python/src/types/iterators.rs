//! Iterators over built-in objects, and `enumerate`, `zip`, `map`, `filter` and `reversed`.

use super::receiver;
use crate::object::iter::{DictPart, DictView};
use crate::object::{Iter, IterState, Value};
use crate::vm::call::{Args, Flow, NativeDef, Signature, flow, plain};
use crate::vm::protocol::index;
use crate::vm::protocol::iterate::{self, next_flow};
use crate::vm::protocol::special::{Slot, slot};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// What all iterators have.
pub const METHODS: &[NativeDef] = &[
    plain("__iter__", itself),
    flow("__next__", next_flow),
    plain("__length_hint__", length_hint),
];

pub const ENUMERATE: &[NativeDef] = &[flow("__new__", new_enumerate)];
pub const ZIP: &[NativeDef] = &[flow("__new__", new_zip)];
pub const MAP: &[NativeDef] = &[flow("__new__", new_map)];
pub const FILTER: &[NativeDef] = &[flow("__new__", new_filter)];
pub const REVERSED: &[NativeDef] = &[flow("__new__", new_reversed)];

/// What making a text of a character takes, in instructions.
const CHARACTER_COST: usize = 3;

/// What making an iterator takes, in instructions.
const ITERATOR_COST: usize = 4;

/// How many items an iterator still has, as far as it knows.
pub fn known_length(iter: &Iter) -> Option<usize> {
    Some(match &*iter.state.borrow() {
        IterState::Done => 0,
        IterState::List { list, at } => list.len().saturating_sub(*at),
        IterState::ListReversed { at, .. } => *at,
        IterState::Tuple { tuple, at } => tuple.len().saturating_sub(*at),
        IterState::Range { left, .. } => usize::try_from(*left).unwrap_or(usize::MAX),
        IterState::Str { text, at } => text.get(*at..).map_or(0, |rest| rest.chars().count()),
        IterState::Bytes { data, at } => data.data.len().saturating_sub(*at),
        IterState::Dict {
            dict, length, left, ..
        } => match dict.len() == *length {
            true => *left,
            false => 0,
        },
        IterState::DictReversed { left, .. } => left.len(),
        IterState::Set { set, at, length } if set.len() == *length => {
            std::iter::successors(set.entry_at(*at), |(next, ..)| set.entry_at(*next)).count()
        }
        IterState::Values(values) | IterState::Reversed(values) => values.len(),
        _ => return None,
    })
}

fn itself(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [iterator] = receiver::unary(vm, args, "__iter__")?;
    Ok(iterator.clone())
}

fn length_hint(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [iterator] = receiver::unary(vm, args, "__length_hint__")?;
    let known = match iterator {
        Value::Iter(iter) => known_length(iter),
        _ => None,
    };
    Ok(known.map_or(Value::NotImplemented, Value::size))
}

fn new_enumerate(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    const SIGNATURE: Signature = Signature {
        function: "enumerate",
        params: &["iterable", "start"],
        posonly: 0,
        positional: 2,
        required: 1,
    };
    let (_, rest) = receiver::class(vm, args, &vm.types.enumerate)?;
    if rest.values.is_empty() {
        return Err(vm.type_error("enumerate() missing required argument 'iterable'"));
    }
    if let Some((name, _)) = rest
        .keywords()
        .find(|(name, _)| !SIGNATURE.params.contains(&name.as_str()))
    {
        return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for enumerate()")));
    }
    let [iterable, start] = rest.bind::<2>(vm, &SIGNATURE)?;
    Flow::start(vm, |cx| async move {
        let next = match start {
            Some(start) => index::size(&cx, &start).await?,
            None => 0,
        };
        let inner = cx.iter(&iterable.unwrap_or_default()).await?;
        Ok(Value::iter(IterState::Enumerate { inner, next }))
    })
}

fn new_zip(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, rest) = receiver::class(vm, args, &vm.types.zip)?;
    let mut strict = None;
    for (name, value) in rest.keywords() {
        if name.as_str() != "strict" {
            return Err(vm.type_error(format!("zip() got an unexpected keyword argument '{name}'")));
        }
        strict = Some(value.clone());
    }
    let iterables = rest.positional().to_vec();
    Flow::start(vm, |cx| async move {
        let strict = match strict {
            Some(strict) => cx.truth(&strict).await?,
            None => false,
        };
        let mut inners = Vec::with_capacity(iterables.len());
        for iterable in &iterables {
            cx.charge(ITERATOR_COST).await?;
            inners.push(cx.iter(iterable).await?);
        }
        Ok(Value::iter(IterState::Zip { inners, strict }))
    })
}

fn new_map(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, rest) = receiver::class(vm, args, &vm.types.map)?;
    if !rest.names.is_empty() {
        return Err(vm.type_error("map() takes no keyword arguments"));
    }
    let Some((function, iterables)) = rest.values.split_first().filter(|(_, rest)| !rest.is_empty()) else {
        return Err(vm.type_error("map() must have at least two arguments."));
    };
    let (function, iterables) = (function.clone(), iterables.to_vec());
    Flow::start(vm, |cx| async move {
        let mut inners = Vec::with_capacity(iterables.len());
        for iterable in &iterables {
            cx.charge(ITERATOR_COST).await?;
            inners.push(cx.iter(iterable).await?);
        }
        Ok(Value::iter(IterState::Map { function, inners }))
    })
}

fn new_filter(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, rest) = receiver::class(vm, args, &vm.types.filter)?;
    let [function, iterable] = rest.exactly::<2>(vm, "filter")?.clone();
    Flow::start(vm, |cx| async move {
        let inner = cx.iter(&iterable).await?;
        Ok(Value::iter(IterState::Filter { function, inner }))
    })
}

fn new_reversed(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, rest) = receiver::class(vm, args, &vm.types.reversed)?;
    let [sequence] = match rest.names {
        [] if rest.values.len() != 1 => {
            let given = rest.values.len();
            return Err(vm.type_error(format!("reversed expected 1 argument, got {given}")));
        }
        _ => rest.exactly::<1>(vm, "reversed")?.clone(),
    };
    if let Some(iterator) = reversed_builtin(vm, &sequence)? {
        return Ok(Flow::Value(iterator));
    }
    match slot(vm, &sequence, &vm.names.reversed) {
        Slot::Refused => return Err(not_reversible(vm, &sequence)),
        Slot::Builtin => {
            return match reversed_builtin(vm, sequence.base())? {
                Some(iterator) => Ok(Flow::Value(iterator)),
                None => Err(not_reversible(vm, &sequence)),
            };
        }
        _ => {}
    }
    Flow::start(vm, |cx| async move {
        let vm = &cx.vm;
        if let Some(iterator) = cx.special(&sequence, &vm.names.reversed, vec![]).await? {
            return Ok(iterator);
        }
        if vm.special(&sequence, &vm.names.getitem).is_none() {
            return Err(not_reversible(vm, &sequence));
        }
        let length = cx.len(&sequence).await?;
        Ok(Value::iter(IterState::ItemsReversed {
            object: sequence,
            left: length,
        }))
    })
}

fn not_reversible(vm: &Vm, sequence: &Value) -> crate::object::Exc {
    vm.type_error(format!("'{}' object is not reversible", vm.type_name(sequence)))
}

fn reversed_builtin(vm: &Rc<Vm>, sequence: &Value) -> VmResult<Option<Value>> {
    // What is gathered beforehand takes a place for each item.
    let gather = |count: usize| vm.allocate(count.saturating_mul(size_of::<Value>()));
    Ok(Some(match sequence {
        Value::List(list) => Value::iter(IterState::ListReversed {
            list: list.clone(),
            at: list.len(),
        }),
        Value::Range(range) => super::range::reversed_iter(range),
        Value::Tuple(items) => {
            gather(items.len())?;
            gathered(items.iter().rev().cloned().collect())
        }
        Value::Str(text) => {
            gather(text.char_len())?;
            vm.charge(text.char_len() * CHARACTER_COST)?;
            let mut characters = Vec::with_capacity(text.char_len());
            for c in text.chars().rev() {
                vm.reserve(c.len_utf8())?;
                characters.push(iterate::character(vm, c));
            }
            gathered(characters)
        }
        Value::Bytes(bytes) => {
            gather(bytes.data.len())?;
            gathered(
                bytes
                    .data
                    .iter()
                    .rev()
                    .map(|b| Value::Int(i64::from(*b)))
                    .collect(),
            )
        }
        Value::Dict(dict) => super::dict::reversed_iter(vm, dict, DictPart::Keys)?,
        Value::Instance(instance) => match instance.native::<DictView>() {
            Some(view) => super::dict::reversed_iter(vm, &view.dict, view.part)?,
            None => return Ok(None),
        },
        _ => return Ok(None),
    }))
}

fn gathered(items: Vec<Value>) -> Value {
    Value::iter(IterState::Reversed(items.into_iter()))
}
