//! `set` and `frozenset`.

mod algebra;

pub use self::algebra::{
    Operator, collect, combine, difference, difference_update, intersection, symmetric_difference,
    symmetric_difference_update, update,
};
use super::receiver::{self, at_most_one};
use crate::object::{Set, Type, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::cx::Cx;
use crate::vm::protocol::items::as_set_key;
use crate::vm::protocol::keys::{self, Place, find, find_hashed, try_add, try_find};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// What both types have.
pub const SHARED: &[NativeDef] = &[
    flow("union", union),
    flow("intersection", intersection_method),
    flow("difference", difference_method),
    flow("symmetric_difference", symmetric_difference_method),
    flow("isdisjoint", isdisjoint),
    flow("issubset", issubset),
    flow("issuperset", issuperset),
    flow("__or__", |vm, args| {
        operator(vm, args, Operator::Or, Order::Straight)
    }),
    flow("__ror__", |vm, args| {
        operator(vm, args, Operator::Or, Order::Reflected)
    }),
    flow("__and__", |vm, args| {
        operator(vm, args, Operator::And, Order::Straight)
    }),
    flow("__rand__", |vm, args| {
        operator(vm, args, Operator::And, Order::Reflected)
    }),
    flow("__sub__", |vm, args| {
        operator(vm, args, Operator::Sub, Order::Straight)
    }),
    flow("__rsub__", |vm, args| {
        operator(vm, args, Operator::Sub, Order::Reflected)
    }),
    flow("__xor__", |vm, args| {
        operator(vm, args, Operator::Xor, Order::Straight)
    }),
    flow("__rxor__", |vm, args| {
        operator(vm, args, Operator::Xor, Order::Reflected)
    }),
];

pub const SET_METHODS: &[NativeDef] = &[
    flow("__new__", new_set),
    flow("__init__", init),
    flow("add", add),
    flow("remove", remove),
    flow("discard", discard),
    plain("pop", pop),
    plain("clear", clear),
    plain("copy", copy),
    flow("update", update_method),
    flow("intersection_update", intersection_update),
    flow("difference_update", difference_update_method),
    flow("symmetric_difference_update", symmetric_difference_update_method),
    flow("__ior__", |vm, args| in_place(vm, args, Operator::Or)),
    flow("__iand__", |vm, args| in_place(vm, args, Operator::And)),
    flow("__isub__", |vm, args| in_place(vm, args, Operator::Sub)),
    flow("__ixor__", |vm, args| in_place(vm, args, Operator::Xor)),
];

pub const FROZENSET_METHODS: &[NativeDef] = &[
    flow("__new__", new_frozenset),
    plain("copy", copy_frozenset),
    receiver::HASH,
];

#[derive(Clone, Copy)]
enum Order {
    Straight,
    Reflected,
}

fn new_set(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let built_in = &vm.types.set;
    let (class, rest) = receiver::class(vm, args, built_in)?;
    let set = Rc::new(Set::new());
    if !Rc::ptr_eq(class, built_in) {
        return Ok(Flow::Value(receiver::of_class(class, built_in, Value::Set(set))));
    }
    let Some(iterable) = at_most_one(vm, rest, "set")?.cloned() else {
        return Ok(Flow::Value(Value::Set(set)));
    };
    Flow::start(vm, |cx| async move {
        update(&cx, &set, &iterable).await?;
        Ok(Value::Set(set))
    })
}

fn new_frozenset(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (class, rest) = receiver::class(vm, args, &vm.types.frozenset)?;
    let make = |vm: &Vm, class: &Rc<Type>, set| {
        receiver::of_class(class, &vm.types.frozenset, Value::FrozenSet(set))
    };
    let exact = Rc::ptr_eq(class, &vm.types.frozenset);
    let rest = receiver::not_for(vm, rest, class, &vm.names.init);
    match at_most_one(vm, rest, "frozenset")?.cloned() {
        None => Ok(Flow::Value(make(vm, class, Rc::new(Set::new())))),
        Some(Value::FrozenSet(set)) if exact => Ok(Flow::Value(Value::FrozenSet(set))),
        Some(iterable) => {
            let class = class.clone();
            Flow::start(vm, |cx| async move {
                let set = collect(&cx, &iterable).await?;
                Ok(make(&cx.vm, &class, set))
            })
        }
    }
}

fn init(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (set, rest) = receiver::set(vm, args, "__init__")?;
    let iterable = at_most_one(vm, rest, "set")?.cloned();
    set.clear();
    let Some(iterable) = iterable else {
        return Ok(Flow::Value(Value::None));
    };
    let set = set.clone();
    Flow::start(vm, |cx| async move {
        update(&cx, &set, &iterable).await?;
        Ok(Value::None)
    })
}

fn add(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (set, rest) = receiver::set(vm, args, "add")?;
    let [key] = rest.exactly::<1>(vm, "set.add")?;
    if try_add(vm, set, key)? {
        return Ok(Flow::Value(Value::None));
    }
    let (set, key) = (set.clone(), key.clone());
    Flow::start(vm, |cx| async move {
        keys::add(&cx, &set, key).await?;
        Ok(Value::None)
    })
}

fn remove(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (set, rest) = receiver::set(vm, args, "remove")?;
    let [key] = rest.exactly::<1>(vm, "set.remove")?.clone();
    let set = set.clone();
    Flow::start(vm, |cx| async move {
        match find(&cx, &set, &as_set_key(&key)).await? {
            Place::Found(at) => {
                drop(set.remove_at(at));
                Ok(Value::None)
            }
            Place::Missing(_) => Err(cx.vm.key_error(key)),
        }
    })
}

fn discard(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (set, rest) = receiver::set(vm, args, "discard")?;
    let [key] = rest.exactly::<1>(vm, "set.discard")?;
    let key = as_set_key(key);
    match try_find(vm, set, &key)? {
        Some(Place::Found(at)) => drop(set.remove_at(at)),
        Some(Place::Missing(_)) => {}
        None => {
            let set = set.clone();
            return Flow::start(vm, |cx| async move {
                if let Place::Found(at) = find(&cx, &set, &key).await? {
                    drop(set.remove_at(at));
                }
                Ok(Value::None)
            });
        }
    }
    Ok(Flow::Value(Value::None))
}

fn pop(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (set, rest) = receiver::set(vm, args, "pop")?;
    rest.exactly::<0>(vm, "set.pop")?;
    let member = set.pop();
    vm.charge(crate::object::work::take())?;
    member.ok_or_else(|| vm.key_error(Value::str("pop from an empty set")))
}

fn clear(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (set, rest) = receiver::set(vm, args, "clear")?;
    rest.exactly::<0>(vm, "set.clear")?;
    set.clear();
    Ok(Value::None)
}

fn copy(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (set, rest) = receiver::set(vm, args, "copy")?;
    rest.exactly::<0>(vm, "set.copy")?;
    vm.allocate(set.charged())?;
    Ok(Value::Set(Rc::new(set.copy())))
}

fn copy_frozenset(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (object, rest) = receiver::any_set(vm, args, "copy")?;
    rest.exactly::<0>(vm, "frozenset.copy")?;
    Ok(object.base().clone())
}

/// A set of the same kind as the receiver.
fn like(receiver: &Value, set: Rc<Set>) -> Value {
    match receiver.base() {
        Value::FrozenSet(_) => Value::FrozenSet(set),
        _ => Value::Set(set),
    }
}

/// The receiver, its set and the positional arguments of a method that takes any number of iterables.
fn several(vm: &Rc<Vm>, args: Args<'_>, method: &str) -> VmResult<(Value, Rc<Set>, Vec<Value>)> {
    let (object, rest) = receiver::any_set(vm, args, method)?;
    if !rest.names.is_empty() {
        return Err(vm.type_error(format!(
            "{}.{method}() takes no keyword arguments",
            vm.type_name(object.base())
        )));
    }
    let set = object.as_set().cloned().unwrap_or_default();
    Ok((object.clone(), set, rest.values.to_vec()))
}

/// The receiver, its set and the one argument of a method.
fn one(vm: &Rc<Vm>, args: Args<'_>, method: &str) -> VmResult<(Value, Rc<Set>, Value)> {
    let (object, rest) = receiver::any_set(vm, args, method)?;
    let name = format!("{}.{method}", vm.type_name(object.base()));
    let [other] = rest.exactly::<1>(vm, &name)?.clone();
    let set = object.as_set().cloned().unwrap_or_default();
    Ok((object.clone(), set, other))
}

fn union(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (object, set, others) = several(vm, args, "union")?;
    Flow::start(vm, |cx| async move {
        let result = algebra::copy(&cx, &set)?;
        for other in &others {
            if other.as_set().is_some_and(|other| Rc::ptr_eq(other, &set)) {
                continue;
            }
            update(&cx, &result, other).await?;
        }
        Ok(like(&object, result))
    })
}

fn intersection_method(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (object, set, others) = several(vm, args, "intersection")?;
    Flow::start(vm, |cx| async move {
        let result = intersection_of_all(&cx, &set, &others).await?;
        Ok(like(&object, result))
    })
}

async fn intersection_of_all(cx: &Cx, set: &Rc<Set>, others: &[Value]) -> VmResult<Rc<Set>> {
    let Some((first, rest)) = others.split_first() else {
        return algebra::copy(cx, set);
    };
    let mut result = intersection(cx, set, first).await?;
    for other in rest {
        result = intersection(cx, &result, other).await?;
    }
    Ok(result)
}

fn difference_method(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (object, set, others) = several(vm, args, "difference")?;
    Flow::start(vm, |cx| async move {
        let Some((first, rest)) = others.split_first() else {
            return Ok(like(&object, algebra::copy(&cx, &set)?));
        };
        let result = difference(&cx, &set, first).await?;
        for other in rest {
            difference_update(&cx, &result, other).await?;
        }
        Ok(like(&object, result))
    })
}

fn symmetric_difference_method(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (object, set, other) = one(vm, args, "symmetric_difference")?;
    Flow::start(vm, |cx| async move {
        let result = symmetric_difference(&cx, &set, &other).await?;
        Ok(like(&object, result))
    })
}

fn isdisjoint(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, set, other) = one(vm, args, "isdisjoint")?;
    Flow::start(vm, |cx| async move {
        if let Some(other) = other.as_set() {
            let (walked, searched) = if other.len() > set.len() {
                (&set, other)
            } else {
                (other, &set)
            };
            cx.vm.scan(walked.charged())?;
            let mut position = 0;
            while let Some((next, hash, key)) = walked.entry_at(position) {
                position = next;
                cx.charge(1).await?;
                if let Place::Found(_) = find_hashed(&cx, searched, &key, hash).await? {
                    return Ok(Value::Bool(false));
                }
            }
            return Ok(Value::Bool(true));
        }
        let iterator = cx.iter(&other).await?;
        while let Some(key) = cx.next(&iterator).await? {
            if let Place::Found(_) = find(&cx, &set, &key).await? {
                return Ok(Value::Bool(false));
            }
        }
        Ok(Value::Bool(true))
    })
}

fn issubset(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, set, other) = one(vm, args, "issubset")?;
    Flow::start(vm, |cx| async move {
        let other = match other.as_set() {
            Some(other) => other.clone(),
            None => collect(&cx, &other).await?,
        };
        all_in(&cx, &set, &other).await.map(Value::Bool)
    })
}

fn issuperset(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, set, other) = one(vm, args, "issuperset")?;
    Flow::start(vm, |cx| async move {
        if let Some(other) = other.as_set() {
            return all_in(&cx, other, &set).await.map(Value::Bool);
        }
        let iterator = cx.iter(&other).await?;
        while let Some(key) = cx.next(&iterator).await? {
            if let Place::Missing(_) = find(&cx, &set, &key).await? {
                return Ok(Value::Bool(false));
            }
        }
        Ok(Value::Bool(true))
    })
}

/// Whether all members of `set` are in `other`.
async fn all_in(cx: &Cx, set: &Rc<Set>, other: &Rc<Set>) -> VmResult<bool> {
    if set.len() > other.len() {
        return Ok(false);
    }
    cx.vm.scan(set.charged())?;
    let mut position = 0;
    while let Some((next, hash, key)) = set.entry_at(position) {
        position = next;
        cx.charge(1).await?;
        if let Place::Missing(_) = find_hashed(cx, other, &key, hash).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn operator(vm: &Rc<Vm>, args: Args<'_>, operator: Operator, order: Order) -> VmResult<Flow> {
    let [receiver, other] = receiver::binary(vm, args, "__or__")?;
    let (left, right) = match order {
        Order::Straight => (receiver, other),
        Order::Reflected => (other, receiver),
    };
    let (Some(a), Some(b)) = (left.as_set(), right.as_set()) else {
        return Ok(Flow::Value(Value::NotImplemented));
    };
    vm.allocate(a.charged().saturating_add(b.charged()))?;
    let (left, a, b) = (left.clone(), a.clone(), b.clone());
    Flow::start(vm, |cx| async move {
        let result = combine(&cx, operator, &a, &b).await?;
        Ok(like(&left, result))
    })
}

fn in_place(vm: &Rc<Vm>, args: Args<'_>, operator: Operator) -> VmResult<Flow> {
    let [object, other] = receiver::binary(vm, args, "__ior__")?.clone();
    let (set, _) = receiver::set(vm, args, "__ior__")?;
    if other.as_set().is_none() {
        return Ok(Flow::Value(Value::NotImplemented));
    }
    let set = set.clone();
    Flow::start(vm, |cx| async move {
        match operator {
            Operator::Or => update(&cx, &set, &other).await?,
            Operator::And => {
                let result = intersection(&cx, &set, &other).await?;
                set.swap(&result);
            }
            Operator::Sub => difference_update(&cx, &set, &other).await?,
            Operator::Xor => symmetric_difference_update(&cx, &set, &other).await?,
        }
        Ok(object)
    })
}

fn update_method(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, set, others) = several(vm, args, "update")?;
    Flow::start(vm, |cx| async move {
        for other in &others {
            update(&cx, &set, other).await?;
        }
        Ok(Value::None)
    })
}

fn intersection_update(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, set, others) = several(vm, args, "intersection_update")?;
    Flow::start(vm, |cx| async move {
        let result = intersection_of_all(&cx, &set, &others).await?;
        set.swap(&result);
        Ok(Value::None)
    })
}

fn difference_update_method(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, set, others) = several(vm, args, "difference_update")?;
    Flow::start(vm, |cx| async move {
        for other in &others {
            difference_update(&cx, &set, other).await?;
        }
        Ok(Value::None)
    })
}

fn symmetric_difference_update_method(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, set, other) = one(vm, args, "symmetric_difference_update")?;
    Flow::start(vm, |cx| async move {
        symmetric_difference_update(&cx, &set, &other).await?;
        Ok(Value::None)
    })
}
