//! `range`.

use super::receiver;
use crate::object::function::Getter;
use crate::object::{Iter, IterState, Range, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::cx::Cx;
use crate::vm::protocol::index::{self, try_index};
use crate::vm::protocol::slices::range_position;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const METHODS: &[NativeDef] = &[
    flow("__new__", new),
    flow("index", index_of),
    flow("count", count),
    plain("__reversed__", reversed),
    plain("__bool__", truth),
    receiver::HASH,
];

pub const GETTERS: &[Getter] = &[
    Getter {
        name: "start",
        get: |_, range| Ok(range_of(range).map_or(Value::None, |range| Value::Int(range.start))),
        set: None,
    },
    Getter {
        name: "stop",
        get: |_, range| Ok(range_of(range).map_or(Value::None, |range| Value::Int(range.stop))),
        set: None,
    },
    Getter {
        name: "step",
        get: |_, range| Ok(range_of(range).map_or(Value::None, |range| Value::Int(range.step))),
        set: None,
    },
];

/// An iterator that walks a range backwards.
pub fn reversed_iter(range: &Range) -> Value {
    let left = range.len();
    let next = if left == 0 {
        range.start
    } else {
        range.at(left - 1)
    };
    Value::Iter(Rc::new(Iter::new(IterState::Range {
        next,
        step: range.step.wrapping_neg(),
        left,
    })))
}

fn range_of(value: &Value) -> Option<&Rc<Range>> {
    match value {
        Value::Range(range) => Some(range),
        _ => None,
    }
}

fn own<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(&'a Rc<Range>, Args<'a>)> {
    let (value, rest) = receiver::first(vm, args, "range", method)?;
    match range_of(value) {
        Some(range) => Ok((range, rest)),
        None => Err(receiver::wrong_receiver(vm, value, "range", method)),
    }
}

fn new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, rest) = receiver::class(vm, args, &vm.types.range)?;
    if !rest.names.is_empty() {
        return Err(vm.type_error("range() takes no keyword arguments"));
    }
    let given = rest.values.len();
    if given == 0 {
        return Err(vm.type_error("range expected at least 1 argument, got 0"));
    }
    if given > 3 {
        return Err(vm.type_error(format!("range expected at most 3 arguments, got {given}")));
    }
    let mut parts = Vec::with_capacity(3);
    for value in rest.values {
        match try_index(vm, value)? {
            Some(part) => parts.push(part),
            None => {
                let values = rest.values.to_vec();
                return Flow::start(vm, |cx| async move {
                    let mut parts = Vec::with_capacity(3);
                    for value in &values {
                        parts.push(index::index(&cx, value).await?);
                    }
                    match sizes(&parts) {
                        Some(sizes) => build(&cx.vm, &sizes),
                        None => build_big(&cx, parts).await,
                    }
                });
            }
        }
    }
    match sizes(&parts) {
        Some(sizes) => build(vm, &sizes).map(Flow::Value),
        None => Flow::run(vm, |cx| async move { build_big(&cx, parts).await }),
    }
}

/// The arguments, if each fits into 64 bits.
fn sizes(parts: &[Value]) -> Option<Vec<i64>> {
    parts.iter().map(Value::as_i64).collect()
}

/// A range of numbers beyond 64 bits: such a one is written in Python.
async fn build_big(cx: &Cx, parts: Vec<Value>) -> VmResult<Value> {
    let module = crate::vm::import::load(cx, "_bigrange").await?;
    cx.method(&module, "make", parts).await
}

fn build(vm: &Vm, sizes: &[i64]) -> VmResult<Value> {
    let (start, stop, step) = match *sizes {
        [stop] => (0, stop, 1),
        [start, stop] => (start, stop, 1),
        [start, stop, step] => (start, stop, step),
        _ => (0, 0, 1),
    };
    if step == 0 {
        return Err(vm.value_error("range() arg 3 must not be zero"));
    }
    Ok(Value::Range(Rc::new(Range { start, stop, step })))
}

fn index_of(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (range, rest) = own(vm, args, "index")?;
    let [item] = rest.exactly::<1>(vm, "range.index")?.clone();
    if let Some(int) = item.as_i64() {
        return match range_position(range, int) {
            Some(at) => Ok(Flow::Value(Value::Int(at as i64))),
            None => Err(vm.value_error(format!("{int} is not in range"))),
        };
    }
    let range = Value::Range(range.clone());
    Flow::start(vm, |cx| async move {
        let iterator = cx.iter(&range).await?;
        let mut at = 0;
        while let Some(have) = cx.next(&iterator).await? {
            if cx.equal(&have, &item).await? {
                return Ok(Value::Int(at));
            }
            at += 1;
        }
        Err(cx.vm.value_error("sequence.index(x): x not in sequence"))
    })
}

fn count(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (range, rest) = own(vm, args, "count")?;
    let [item] = rest.exactly::<1>(vm, "range.count")?.clone();
    if let Some(int) = item.as_i64() {
        let found = range_position(range, int).is_some();
        return Ok(Flow::Value(Value::Int(i64::from(found))));
    }
    let range = Value::Range(range.clone());
    Flow::start(vm, |cx| async move {
        let iterator = cx.iter(&range).await?;
        let mut count = 0;
        while let Some(have) = cx.next(&iterator).await? {
            if cx.equal(&have, &item).await? {
                count += 1;
            }
        }
        Ok(Value::Int(count))
    })
}

fn reversed(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (range, _) = own(vm, args, "__reversed__")?;
    Ok(reversed_iter(range))
}

fn truth(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (range, _) = own(vm, args, "__bool__")?;
    Ok(Value::Bool(!range.is_empty()))
}
