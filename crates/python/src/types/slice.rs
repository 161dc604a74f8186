//! `slice`.

use super::receiver;
use crate::object::function::Getter;
use crate::object::{Slice, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::protocol::index::{resolve_slice, size, try_wide_bounds};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const METHODS: &[NativeDef] = &[plain("__new__", new), flow("indices", indices), receiver::HASH];

pub const GETTERS: &[Getter] = &[
    Getter {
        name: "start",
        get: |_, slice| Ok(slice_of(slice).map_or(Value::None, |slice| slice.start.clone())),
        set: None,
    },
    Getter {
        name: "stop",
        get: |_, slice| Ok(slice_of(slice).map_or(Value::None, |slice| slice.stop.clone())),
        set: None,
    },
    Getter {
        name: "step",
        get: |_, slice| Ok(slice_of(slice).map_or(Value::None, |slice| slice.step.clone())),
        set: None,
    },
];

fn slice_of(value: &Value) -> Option<&Rc<Slice>> {
    match value {
        Value::Slice(slice) => Some(slice),
        _ => None,
    }
}

fn new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (_, rest) = receiver::class(vm, args, &vm.types.slice)?;
    let parts = rest.between(vm, "slice", 1, 3)?.to_vec();
    let [start, stop, step] = match <[Value; 3]>::try_from(parts) {
        Ok(parts) => parts,
        Err(parts) => match &parts[..] {
            [start, stop] => [start.clone(), stop.clone(), Value::None],
            [stop] => [Value::None, stop.clone(), Value::None],
            _ => [Value::None, Value::None, Value::None],
        },
    };
    Ok(Value::Slice(Rc::new(Slice::new(start, stop, step))))
}

fn indices(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (receiver, rest) = receiver::first(vm, args, "slice", "indices")?;
    let Some(slice) = slice_of(receiver).cloned() else {
        return Err(receiver::wrong_receiver(vm, receiver, "slice", "indices"));
    };
    let [length] = rest.exactly::<1>(vm, "slice.indices")?.clone();
    Flow::start(vm, |cx| async move {
        let Ok(length) = u64::try_from(size(&cx, &length).await?) else {
            return Err(cx.vm.value_error("length should not be negative"));
        };
        let plain = resolve_slice(&cx, &slice).await?;
        match try_wide_bounds(&cx.vm, &plain, length)? {
            // The length was an `i64`, and so are they.
            Some(bounds) => Ok(Value::tuple(bounds.map(|part| Value::Int(part as i64)).to_vec())),
            None => Ok(Value::None),
        }
    })
}
