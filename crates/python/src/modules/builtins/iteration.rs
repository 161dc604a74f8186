//! `len`, `iter`, `next`, `sorted`, `min`, `max`, `all`, `any`, `aiter` and `anext`.

use crate::bytecode::CmpOp;
use crate::object::{GeneratorKind, IterState, Value};
use crate::types::list::direction;
use crate::types::sort::sorted;
use crate::vm::call::{Args, Flow, NativeDef, Signature, flow};
use crate::vm::protocol::items::try_len;
use crate::vm::protocol::iterate::{Step, try_iter, try_next};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const FUNCTIONS: &[NativeDef] = &[
    flow("len", len),
    flow("iter", iter),
    flow("next", next),
    flow("sorted", sorted_list),
    flow("min", |vm, args| extreme(vm, args, Extreme::Min)),
    flow("max", |vm, args| extreme(vm, args, Extreme::Max)),
    flow("all", |vm, args| quantifier(vm, args, "all", false)),
    flow("any", |vm, args| quantifier(vm, args, "any", true)),
    flow("aiter", aiter),
    flow("anext", anext),
];

fn len(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [value] = args.exactly::<1>(vm, "len")?;
    if let Some(length) = try_len(vm, value)? {
        return Ok(Flow::Value(Value::Int(length)));
    }
    let value = value.clone();
    Flow::start(vm, |cx| async move { cx.len(&value).await.map(Value::Int) })
}

fn iter(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    match args.between(vm, "iter", 1, 2)? {
        [callable, sentinel] => {
            if !super::classes::is_callable(vm, callable) {
                return Err(vm.type_error("iter(v, w): v must be callable"));
            }
            Ok(Flow::Value(Value::iter(IterState::Sentinel {
                callable: callable.clone(),
                sentinel: sentinel.clone(),
            })))
        }
        rest => {
            let iterable = rest.first().cloned().unwrap_or_default();
            if let Some(iterator) = try_iter(vm, &iterable)? {
                return Ok(Flow::Value(iterator));
            }
            Flow::start(vm, |cx| async move { cx.iter(&iterable).await })
        }
    }
}

fn next(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let given = args.between(vm, "next", 1, 2)?;
    let iterator = given.first().cloned().unwrap_or_default();
    let default = given.get(1).cloned();
    match try_next(vm, &iterator)? {
        Step::Item(item) => return Ok(Flow::Value(item)),
        Step::Done => {
            return default
                .map(Flow::Value)
                .ok_or_else(|| vm.stop_iteration(Value::None));
        }
        Step::Ask => {}
    }
    let Some(default) = default else {
        // Without a default the StopIteration goes on as it is, with its value.
        return match &iterator {
            Value::Iter(_) => crate::vm::protocol::iterate::next_flow(vm, Args::positional_only(&[iterator])),
            Value::Generator(generator) => Ok(Flow::Resume(
                generator.clone(),
                crate::vm::call::Sent::Value(Value::None),
            )),
            _ => Flow::start(vm, |cx| async move {
                match cx.special(&iterator, &cx.vm.names.next, vec![]).await? {
                    Some(item) => Ok(item),
                    None => Err(cx.vm.type_error(format!(
                        "'{}' object is not an iterator",
                        cx.vm.type_name(&iterator)
                    ))),
                }
            }),
        };
    };
    Flow::start(vm, |cx| async move {
        Ok(cx.next(&iterator).await?.unwrap_or(default))
    })
}

fn sorted_list(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    const SIGNATURE: Signature = Signature {
        function: "sort",
        params: &["key", "reverse"],
        posonly: 0,
        positional: 0,
        required: 0,
    };
    let [iterable] = args.positional() else {
        return Err(vm.type_error(format!(
            "sorted expected 1 argument, got {}",
            args.positional().len()
        )));
    };
    let keywords = Args {
        values: args.values.get(1..).unwrap_or_default(),
        names: args.names,
    };
    let [key, reverse] = keywords.bind::<2>(vm, &SIGNATURE)?;
    let iterable = iterable.clone();
    Flow::start(vm, |cx| async move {
        let items = cx.collect(&iterable).await?;
        let direction = direction(&cx, reverse).await?;
        let items = sorted(&cx, items, &key.unwrap_or(Value::None), direction).await?;
        Ok(Value::list(items))
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Extreme {
    Min,
    Max,
}

impl Extreme {
    fn name(self) -> &'static str {
        match self {
            Extreme::Min => "min",
            Extreme::Max => "max",
        }
    }

    /// `new op best` holds if the new item replaces the best one.
    fn op(self) -> CmpOp {
        match self {
            Extreme::Min => CmpOp::Lt,
            Extreme::Max => CmpOp::Gt,
        }
    }
}

/// What comparing an item with the best so far takes, in instructions.
const COMPARISON_COST: usize = 1;

fn extreme(vm: &Rc<Vm>, args: Args<'_>, which: Extreme) -> VmResult<Flow> {
    let name = which.name();
    let positional = args.positional();
    let signature = Signature {
        function: name,
        params: &["key", "default"],
        posonly: 0,
        positional: 0,
        required: 0,
    };
    if positional.is_empty() {
        return Err(vm.type_error(format!("{name} expected at least 1 argument, got 0")));
    }
    let keywords = Args {
        values: args.values.get(positional.len()..).unwrap_or_default(),
        names: args.names,
    };
    let [key, default] = keywords.bind::<2>(vm, &signature)?;
    if positional.len() > 1 && default.is_some() {
        return Err(vm.type_error(format!(
            "Cannot specify a default for {name}() with multiple positional arguments"
        )));
    }
    let source = match positional {
        [iterable] => iterable.clone(),
        several => Value::tuple(several.to_vec()),
    };
    let key = key.filter(|key| !key.is_none());
    Flow::start(vm, |cx| async move {
        let iterator = cx.iter(&source).await?;
        let mut best: Option<(Value, Value)> = None;
        while let Some(item) = cx.next(&iterator).await? {
            let measure = match &key {
                Some(key) => cx.call(key, vec![item.clone()]).await?,
                None => item.clone(),
            };
            let better = match &best {
                None => true,
                Some((_, have)) => {
                    cx.charge(COMPARISON_COST).await?;
                    let answer = cx.compare(which.op(), &measure, have).await?;
                    cx.truth(&answer).await?
                }
            };
            if better {
                best = Some((item, measure));
            }
        }
        match (best, default) {
            (Some((item, _)), _) => Ok(item),
            (None, Some(default)) => Ok(default),
            (None, None) => Err(cx
                .vm
                .value_error(format!("{}() iterable argument is empty", which.name()))),
        }
    })
}

/// `any` stops at the first true item, `all` at the first that is not.
fn quantifier(vm: &Rc<Vm>, args: Args<'_>, name: &str, stops_at: bool) -> VmResult<Flow> {
    let [iterable] = args.exactly::<1>(vm, name)?.clone();
    Flow::start(vm, |cx| async move {
        let iterator = cx.iter(&iterable).await?;
        while let Some(item) = cx.next(&iterator).await? {
            if cx.truth(&item).await? == stops_at {
                return Ok(Value::Bool(stops_at));
            }
        }
        Ok(Value::Bool(!stops_at))
    })
}

fn aiter(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [iterable] = args.exactly::<1>(vm, "aiter")?.clone();
    if let Value::Generator(generator) = &iterable
        && generator.kind == GeneratorKind::AsyncGenerator
    {
        return Ok(Flow::Value(iterable));
    }
    Flow::start(vm, |cx| async move {
        let vm = &cx.vm;
        let Some(iterator) = cx.special(&iterable, &vm.names.aiter, vec![]).await? else {
            return Err(vm.type_error(format!(
                "'{}' object is not an async iterable",
                vm.type_name(&iterable)
            )));
        };
        if vm.special(&iterator, &vm.names.anext).is_none() {
            return Err(vm.type_error(format!(
                "aiter() returned not an async iterator of type '{}'",
                vm.type_name(&iterator)
            )));
        }
        Ok(iterator)
    })
}

fn anext(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let given = args.between(vm, "anext", 1, 2)?;
    let iterator = given.first().cloned().unwrap_or_default();
    let default = given.get(1).cloned();
    Flow::start(vm, |cx| async move {
        let vm = &cx.vm;
        let Some(awaitable) = cx.special(&iterator, &vm.names.anext, vec![]).await? else {
            return Err(vm.type_error(format!(
                "'{}' object is not an async iterator",
                vm.type_name(&iterator)
            )));
        };
        let Some(default) = default else {
            return Ok(awaitable);
        };
        // The coroutine that catches the end is one in Python.
        let module = crate::vm::import::load(&cx, "_anext").await?;
        cx.method(&module, "or_default", vec![awaitable, default]).await
    })
}
