//! `separator.join(iterable)`.

use super::own;
use crate::object::{Str, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow};
use crate::vm::protocol::iterate::try_collect;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const METHODS: &[NativeDef] = &[flow("join", join)];

fn join(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (separator, rest) = own(vm, args, "join")?;
    let [iterable] = rest.exactly::<1>(vm, "str.join")?;
    match iterable {
        Value::List(list) => {
            return list
                .with(|items| join_items(vm, separator, items))
                .map(Flow::Value);
        }
        Value::Tuple(items) => return join_items(vm, separator, items).map(Flow::Value),
        _ => {}
    }
    let items = try_collect(vm, iterable).map_err(|exc| {
        let is_iterable = vm.special(iterable, &vm.names.iter).is_some();
        match vm.is_exc(&exc, &vm.types.type_error) && !is_iterable {
            true => vm.type_error("can only join an iterable"),
            false => exc,
        }
    })?;
    if let Some(items) = items {
        return join_items(vm, separator, &items).map(Flow::Value);
    }
    let (separator, iterable) = (separator.clone(), iterable.clone());
    Flow::start(vm, |cx| async move {
        let items = cx.collect(&iterable).await?;
        join_items(&cx.vm, &separator, &items)
    })
}

fn join_items(vm: &Vm, separator: &Str, items: &[Value]) -> VmResult<Value> {
    vm.charge(items.len())?;
    let mut length = separator.len().saturating_mul(items.len().saturating_sub(1));
    for (position, item) in items.iter().enumerate() {
        match item.as_str() {
            Some(text) => length = length.saturating_add(text.len()),
            None => {
                return Err(vm.type_error(format!(
                    "sequence item {position}: expected str instance, {} found",
                    vm.type_name(item)
                )));
            }
        }
    }
    if let [Value::Str(only)] = items {
        return Ok(Value::Str(only.clone()));
    }
    vm.allocate(length)?;
    let mut joined = String::with_capacity(length);
    for (position, item) in items.iter().enumerate() {
        if position > 0 {
            joined.push_str(separator);
        }
        if let Some(text) = item.as_str() {
            joined.push_str(text);
        }
    }
    Ok(Value::str(joined))
}
