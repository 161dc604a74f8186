//! `tuple`.

use super::list::{bad_repetitions, repeat, repetitions, search_bounds};
use super::receiver::{self, at_most_one};
use crate::object::{Tuple, Type, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::protocol::iterate::try_collect;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const METHODS: &[NativeDef] = &[
    flow("__new__", new),
    flow("index", index_of),
    flow("count", count),
    plain("__add__", add),
    flow("__mul__", mul),
    flow("__rmul__", mul),
    plain("__getnewargs__", getnewargs),
];

/// `a + b`.
pub fn concat(vm: &Vm, a: &Tuple, b: &Tuple) -> VmResult<Value> {
    vm.allocate((a.len() + b.len()).saturating_mul(size_of::<Value>()))?;
    Ok(Value::tuple(a.iter().chain(b.iter()).cloned().collect()))
}

fn new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (class, rest) = receiver::class(vm, args, &vm.types.tuple)?;
    let rest = receiver::not_for(vm, rest, class, &vm.names.init);
    let Some(iterable) = at_most_one(vm, rest, "tuple")? else {
        return Ok(Flow::Value(make(vm, class, Vec::new())));
    };
    if Rc::ptr_eq(class, &vm.types.tuple) && matches!(iterable, Value::Tuple(_)) {
        return Ok(Flow::Value(iterable.clone()));
    }
    if let Some(items) = try_collect(vm, iterable)? {
        return Ok(Flow::Value(make(vm, class, items)));
    }
    let (class, iterable) = (class.clone(), iterable.clone());
    Flow::start(vm, |cx| async move {
        let items = cx.collect(&iterable).await?;
        Ok(make(&cx.vm, &class, items))
    })
}

fn make(vm: &Vm, class: &Rc<Type>, items: Vec<Value>) -> Value {
    receiver::of_class(class, &vm.types.tuple, Value::tuple(items))
}

fn index_of(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (tuple, rest) = receiver::tuple(vm, args, "index")?;
    let rest = rest.between(vm, "tuple.index", 1, 3)?.to_vec();
    let tuple = tuple.clone();
    Flow::start(vm, |cx| async move {
        let (start, stop) = search_bounds(&cx, &rest, tuple.len()).await?;
        let item = rest.first().cloned().unwrap_or_default();
        let stop = stop.min(tuple.len());
        for (at, have) in tuple.iter().enumerate().take(stop).skip(start) {
            cx.charge(1).await?;
            if cx.equal(have, &item).await? {
                return Ok(Value::size(at));
            }
        }
        Err(cx.vm.value_error("tuple.index(x): x not in tuple"))
    })
}

fn count(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (tuple, rest) = receiver::tuple(vm, args, "count")?;
    let [item] = rest.exactly::<1>(vm, "tuple.count")?.clone();
    let tuple = tuple.clone();
    Flow::start(vm, |cx| async move {
        let mut count = 0;
        for have in tuple.iter() {
            cx.charge(1).await?;
            if cx.equal(have, &item).await? {
                count += 1;
            }
        }
        Ok(Value::Int(count))
    })
}

fn add(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [a, b] = receiver::binary(vm, args, "__add__")?;
    match (a.as_tuple(), b.as_tuple()) {
        (Some(a), Some(b)) => concat(vm, a, b),
        _ => Err(vm.type_error(format!(
            "can only concatenate tuple (not \"{}\") to tuple",
            vm.type_name(b)
        ))),
    }
}

fn mul(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (tuple, rest) = receiver::tuple(vm, args, "__mul__")?;
    let [times] = rest.exactly::<1>(vm, "__mul__")?.clone();
    let tuple = tuple.clone();
    Flow::start(vm, |cx| async move {
        match repetitions(&cx, &times).await? {
            Some(times) => repeat(&cx.vm, &tuple, times).map(Value::tuple),
            None => Err(bad_repetitions(&cx.vm, &times)),
        }
    })
}

fn getnewargs(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (tuple, _) = receiver::tuple(vm, args, "__getnewargs__")?;
    Ok(Value::tuple(vec![Value::Tuple(tuple.clone())]))
}
