//! `dict`.

use super::receiver;
use crate::object::iter::{DictPart, DictView};
use crate::object::{Dict, Instance, IterState, Str, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::cx::Cx;
use crate::vm::protocol::keys::{self, Place, find, find_hashed, put, try_find, try_find_hashed};
use crate::vm::protocol::special::{Slot, slot};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const METHODS: &[NativeDef] = &[
    flow("__new__", new),
    flow("__init__", init),
    flow("get", get),
    flow("pop", pop),
    plain("popitem", popitem),
    flow("setdefault", setdefault),
    flow("update", update),
    plain("clear", clear),
    plain("copy", copy),
    plain("keys", keys_view),
    plain("values", values_view),
    plain("items", items_view),
    plain("__reversed__", reversed),
    flow("__or__", or),
    flow("__ror__", ror),
    flow("__ior__", ior),
];

pub const CLASS_METHODS: &[NativeDef] = &[flow("fromkeys", fromkeys)];

/// `into.update(from)` for two dicts at once; false (and nothing done) where Python code has to run.
pub fn try_merge(vm: &Vm, into: &Dict, from: &Dict) -> VmResult<bool> {
    vm.reserve(from.len().saturating_mul(48))?;
    vm.charge(from.len().saturating_mul(10))?;
    into.expect(from);
    let (mut known, mut new) = (Vec::new(), Vec::with_capacity(from.len()));
    let mut position = 0;
    while let Some((next, hash, key, value)) = from.entry_at(position) {
        position = next;
        match try_find_hashed(into, &key, hash) {
            Some(place @ Place::Found(_)) => known.push((place, key, value)),
            Some(place) => new.push((place, key, value)),
            None => return Ok(false),
        }
    }
    // Adding keys may move those that were found.
    for (place, key, value) in known.into_iter().chain(new) {
        put(vm, into, place, key, value)?;
    }
    Ok(true)
}

/// `into.update(from)` for two dicts.
pub async fn merge(cx: &Cx, into: &Dict, from: &Dict) -> VmResult<()> {
    if std::ptr::eq(into, from) || try_merge(&cx.vm, into, from)? {
        return Ok(());
    }
    let length = from.len();
    let mut position = 0;
    while let Some((next, hash, key, value)) = from.entry_at(position) {
        position = next;
        cx.charge(1).await?;
        let place = find_hashed(cx, into, &key, hash).await?;
        put(&cx.vm, into, place, key, value)?;
        if from.len() != length {
            return Err(cx.vm.runtime_error("dict mutated during update"));
        }
    }
    Ok(())
}

/// `into.update(other)` for a mapping or an iterable of pairs.
pub async fn update_from(cx: &Cx, into: &Dict, other: &Value) -> VmResult<()> {
    let vm = &cx.vm;
    if let Some(from) = other.as_dict()
        && matches!(slot(vm, other, &vm.names.iter), Slot::Builtin)
    {
        return merge(cx, into, from).await;
    }
    let has_keys = match other {
        Value::List(_) | Value::Tuple(_) | Value::Iter(_) | Value::Generator(_) => None,
        _ => cx.getattr_opt(other, &vm.names.keys).await?,
    };
    let Some(keys) = has_keys else {
        return update_from_pairs(cx, into, other).await;
    };
    let keys = cx.call(&keys, Vec::new()).await?;
    let iterator = cx.iter(&keys).await?;
    while let Some(key) = cx.next(&iterator).await? {
        let value = cx.get_item(other, &key).await?;
        keys::insert(cx, into, key, value).await?;
    }
    Ok(())
}

/// What taking a pair apart takes, in instructions.
const PAIR_COST: usize = 6;

/// What it takes beyond that.
const PAIR_STRAIN: usize = 6;

async fn update_from_pairs(cx: &Cx, into: &Dict, pairs: &Value) -> VmResult<()> {
    let vm = &cx.vm;
    let iterator = cx.iter(pairs).await?;
    let mut number = 0;
    while let Some(pair) = cx.next(&iterator).await? {
        cx.charge(PAIR_COST).await?;
        vm.strain(PAIR_STRAIN)?;
        let items = match cx.collect(&pair).await {
            Err(exc) if vm.is_exc(&exc, &vm.types.type_error) => {
                return Err(vm.type_error(format!(
                    "cannot convert dictionary update sequence element #{number} to a sequence"
                )));
            }
            items => items?,
        };
        let length = items.len();
        let Ok([key, value]) = <[Value; 2]>::try_from(items) else {
            return Err(vm.value_error(format!(
                "dictionary update sequence element #{number} has length {length}; 2 is required"
            )));
        };
        keys::insert(cx, into, key, value).await?;
        number += 1;
    }
    Ok(())
}

/// A view of a dict.
pub fn view(vm: &Vm, dict: &Rc<Dict>, part: DictPart) -> Value {
    let class = match part {
        DictPart::Keys => &vm.types.dict_keys,
        DictPart::Values => &vm.types.dict_values,
        DictPart::Items => &vm.types.dict_items,
    };
    let state = DictView {
        dict: dict.clone(),
        part,
    };
    Value::Instance(Instance::with_native(class, state))
}

/// What a tuple of two takes, in bytes.
const PAIR_SIZE: usize = 96;

/// An iterator over a part of a dict, last entry first.
pub fn reversed_iter(vm: &Vm, dict: &Rc<Dict>, part: DictPart) -> VmResult<Value> {
    vm.allocate(dict.charged())?;
    if part == DictPart::Items {
        // With a pair for each.
        vm.reserve(dict.len().saturating_mul(PAIR_SIZE))?;
        vm.charge(dict.len().saturating_mul(4))?;
    }
    let left = match part {
        DictPart::Keys => dict.keys(),
        DictPart::Values => dict.values(),
        DictPart::Items => dict
            .items()
            .into_iter()
            .map(|(key, value)| Value::tuple(vec![key, value]))
            .collect(),
    };
    Ok(Value::iter(IterState::DictReversed {
        length: dict.len(),
        dict: dict.clone(),
        part,
        left,
    }))
}

fn new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let built_in = &vm.types.dict;
    let (class, rest) = receiver::class(vm, args, built_in)?;
    let dict = Rc::new(Dict::new());
    let value = Value::Dict(dict.clone());
    if !Rc::ptr_eq(class, built_in) {
        return Ok(Flow::Value(receiver::of_class(class, built_in, value)));
    }
    fill(vm, rest, "dict", dict, value)
}

fn init(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (dict, rest) = receiver::dict(vm, args, "__init__")?;
    fill(vm, rest, "dict", dict.clone(), Value::None)
}

fn update(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (dict, rest) = receiver::dict(vm, args, "update")?;
    fill(vm, rest, "update", dict.clone(), Value::None)
}

/// Adds what the arguments of `dict(...)` and `update(...)` say, then gives `result`.
fn fill(vm: &Rc<Vm>, args: Args<'_>, function: &str, dict: Rc<Dict>, result: Value) -> VmResult<Flow> {
    let positional = args.positional();
    if positional.len() > 1 {
        return Err(vm.type_error(format!(
            "{function} expected at most 1 argument, got {}",
            positional.len()
        )));
    }
    let done = match positional.first() {
        None => true,
        Some(Value::Dict(from)) => std::ptr::eq(&**from, &*dict) || try_merge(vm, &dict, from)?,
        Some(_) => false,
    };
    if done {
        set_keywords(
            &dict,
            args.keywords().map(|(name, value)| (name.clone(), value.clone())),
        );
        return Ok(Flow::Value(result));
    }
    let other = positional.first().cloned().unwrap_or_default();
    let keywords: Vec<(Str, Value)> = args
        .keywords()
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    Flow::start(vm, |cx| async move {
        update_from(&cx, &dict, &other).await?;
        set_keywords(&dict, keywords);
        Ok(result)
    })
}

fn set_keywords(dict: &Dict, keywords: impl IntoIterator<Item = (Str, Value)>) {
    for (name, value) in keywords {
        dict.set_str(name, value);
    }
}

fn get(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (dict, rest) = receiver::dict(vm, args, "get")?;
    let rest = rest.between(vm, "dict.get", 1, 2)?;
    let (key, default) = key_and_default(rest);
    match try_find(vm, dict, &key)? {
        Some(Place::Found(at)) => return Ok(Flow::Value(dict.value_at(at))),
        Some(Place::Missing(_)) => return Ok(Flow::Value(default.unwrap_or(Value::None))),
        None => {}
    }
    let dict = dict.clone();
    Flow::start(vm, |cx| async move {
        let value = keys::lookup(&cx, &dict, &key).await?;
        Ok(value.or(default).unwrap_or(Value::None))
    })
}

fn pop(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (dict, rest) = receiver::dict(vm, args, "pop")?;
    let rest = rest.between(vm, "dict.pop", 1, 2)?;
    let (key, default) = key_and_default(rest);
    let dict = dict.clone();
    Flow::start(vm, |cx| async move {
        // CPython does not hash the key if there is nothing to find.
        if dict.is_empty() {
            return default.ok_or_else(|| cx.vm.key_error(key));
        }
        match find(&cx, &dict, &key).await? {
            Place::Found(at) => Ok(dict.remove_at(at).1),
            Place::Missing(_) => default.ok_or_else(|| cx.vm.key_error(key)),
        }
    })
}

fn key_and_default(args: &[Value]) -> (Value, Option<Value>) {
    (args.first().cloned().unwrap_or_default(), args.get(1).cloned())
}

fn popitem(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (dict, rest) = receiver::dict(vm, args, "popitem")?;
    rest.exactly::<0>(vm, "dict.popitem")?;
    match dict.pop_last() {
        Some((key, value)) => Ok(Value::tuple(vec![key, value])),
        None => Err(vm.key_error(Value::str("popitem(): dictionary is empty"))),
    }
}

fn setdefault(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (dict, rest) = receiver::dict(vm, args, "setdefault")?;
    let rest = rest.between(vm, "dict.setdefault", 1, 2)?;
    let (key, default) = key_and_default(rest);
    let default = default.unwrap_or(Value::None);
    let dict = dict.clone();
    Flow::start(vm, |cx| async move {
        match find(&cx, &dict, &key).await? {
            Place::Found(at) => Ok(dict.value_at(at)),
            Place::Missing(hash) => {
                put(&cx.vm, &dict, Place::Missing(hash), key, default.clone())?;
                Ok(default)
            }
        }
    })
}

fn clear(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (dict, rest) = receiver::dict(vm, args, "clear")?;
    rest.exactly::<0>(vm, "dict.clear")?;
    dict.clear();
    Ok(Value::None)
}

fn copy(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (dict, rest) = receiver::dict(vm, args, "copy")?;
    rest.exactly::<0>(vm, "dict.copy")?;
    vm.reserve(dict.len().saturating_mul(48))?;
    vm.charge(dict.len().saturating_mul(8))?;
    Ok(Value::Dict(Rc::new(dict.copy())))
}

fn keys_view(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (dict, rest) = receiver::dict(vm, args, "keys")?;
    rest.exactly::<0>(vm, "dict.keys")?;
    Ok(view(vm, dict, DictPart::Keys))
}

fn values_view(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (dict, rest) = receiver::dict(vm, args, "values")?;
    rest.exactly::<0>(vm, "dict.values")?;
    Ok(view(vm, dict, DictPart::Values))
}

fn items_view(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (dict, rest) = receiver::dict(vm, args, "items")?;
    rest.exactly::<0>(vm, "dict.items")?;
    Ok(view(vm, dict, DictPart::Items))
}

fn reversed(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (dict, _) = receiver::dict(vm, args, "__reversed__")?;
    reversed_iter(vm, dict, DictPart::Keys)
}

fn or(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [a, b] = receiver::binary(vm, args, "__or__")?;
    union(vm, a, b)
}

fn ror(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [a, b] = receiver::binary(vm, args, "__ror__")?;
    union(vm, b, a)
}

fn union(vm: &Rc<Vm>, a: &Value, b: &Value) -> VmResult<Flow> {
    let (Some(a), Some(b)) = (a.as_dict(), b.as_dict()) else {
        return Ok(Flow::Value(Value::NotImplemented));
    };
    vm.reserve((a.len() + b.len()).saturating_mul(48))?;
    vm.charge(a.len().saturating_mul(8))?;
    let (result, b) = (Rc::new(a.copy()), b.clone());
    Flow::start(vm, |cx| async move {
        merge(&cx, &result, &b).await?;
        Ok(Value::Dict(result))
    })
}

fn ior(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [object, other] = receiver::binary(vm, args, "__ior__")?.clone();
    let (dict, _) = receiver::dict(vm, args, "__ior__")?;
    let dict = dict.clone();
    Flow::start(vm, |cx| async move {
        update_from(&cx, &dict, &other).await?;
        Ok(object)
    })
}

fn fromkeys(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (class, rest) = args.receiver();
    let rest = rest.between(vm, "dict.fromkeys", 1, 2)?;
    let (iterable, value) = key_and_default(rest);
    let value = value.unwrap_or(Value::None);
    let class = class.clone();
    Flow::start(vm, |cx| async move {
        let target = match &class {
            Value::Type(class) if Rc::ptr_eq(class, &cx.vm.types.dict) => Value::dict(),
            class => cx.call(class, Vec::new()).await?,
        };
        let iterator = cx.iter(&iterable).await?;
        while let Some(key) = cx.next(&iterator).await? {
            cx.charge(PAIR_COST).await?;
            cx.set_item(&target, &key, value.clone()).await?;
        }
        Ok(target)
    })
}
