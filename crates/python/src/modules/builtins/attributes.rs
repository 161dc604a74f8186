//! `getattr` and its relatives, `dir`, `vars`, `id` and `hash`.

use crate::object::{Str, Value};
use crate::vm::attr::{Found, Special};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::cx::Cx;
use crate::vm::protocol::compare::try_hash;
use crate::vm::protocol::text::identity;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const FUNCTIONS: &[NativeDef] = &[
    flow("getattr", getattr),
    flow("hasattr", hasattr),
    flow("setattr", setattr),
    flow("delattr", delattr),
    flow("dir", dir),
    flow("vars", vars),
    plain("id", id),
    flow("hash", hash),
];

fn attribute_name(vm: &Rc<Vm>, name: &Value) -> VmResult<Str> {
    match name.as_str() {
        // The machine's caches know interned names only.
        Some(name) => Ok(vm.interner.intern_object(name)),
        None => Err(vm.type_error(format!(
            "attribute name must be string, not '{}'",
            vm.type_name(name)
        ))),
    }
}

fn getattr(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let given = args.between(vm, "getattr", 2, 3)?;
    let [object, name] = match given {
        [object, name, ..] => [object.clone(), name.clone()],
        _ => [Value::None, Value::None],
    };
    let name = attribute_name(vm, &name)?;
    let Some(default) = given.get(2).cloned() else {
        return match vm.getattr(&object, &name)? {
            Found::Value(value) => Ok(Flow::Value(value)),
            Found::Call(callable, args) => Ok(Flow::Call(callable, args)),
            Found::Slow(future) => Ok(Flow::Run(future)),
        };
    };
    Flow::start(vm, |cx| async move {
        Ok(cx.getattr_opt(&object, &name).await?.unwrap_or(default))
    })
}

fn hasattr(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [object, name] = args.exactly::<2>(vm, "hasattr")?.clone();
    let name = attribute_name(vm, &name)?;
    Flow::start(vm, |cx| async move {
        // What is missing is raised and caught.
        cx.charge(10).await?;
        let found = cx.getattr_opt(&object, &name).await?;
        Ok(Value::Bool(found.is_some()))
    })
}

fn setattr(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [object, name, value] = args.exactly::<3>(vm, "setattr")?.clone();
    let name = attribute_name(vm, &name)?;
    change(vm, object, name, Some(value))
}

fn delattr(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [object, name] = args.exactly::<2>(vm, "delattr")?.clone();
    let name = attribute_name(vm, &name)?;
    change(vm, object, name, None)
}

fn change(vm: &Rc<Vm>, object: Value, name: Str, value: Option<Value>) -> VmResult<Flow> {
    let Some((callable, args)) = vm.setattr(&object, &name, value)? else {
        return Ok(Flow::Value(Value::None));
    };
    Flow::start(vm, |cx| async move {
        cx.call(&callable, args).await?;
        Ok(Value::None)
    })
}

fn dir(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let Some(object) = args.between(vm, "dir", 0, 1)?.first().cloned() else {
        return Flow::run(vm, |cx| async move {
            let locals = cx.ask(crate::vm::cx::Request::Locals).await?;
            let names = locals.as_dict().map(|locals| locals.keys()).unwrap_or_default();
            sorted_names(&cx, names).await
        });
    };
    Flow::start(vm, |cx| async move {
        let names = match own_listing(&cx.vm, &object) {
            Some((hook, args)) => {
                let names = cx.call(&hook, args).await?;
                cx.collect(&names).await?
            }
            None => {
                let names = attribute_names(&cx.vm, &object);
                cx.charge(names.len() * 4).await?;
                names
            }
        };
        sorted_names(&cx, names).await
    })
}

/// A `__dir__` in Python, of the object's class or of a module, and what it is called with.
fn own_listing(vm: &Vm, object: &Value) -> Option<(Value, Vec<Value>)> {
    if let Value::Module(module) = object {
        return Some((module.dict.get_str(&vm.names.dir)?, Vec::new()));
    }
    match vm.special(object, &vm.names.dir)? {
        Special::Method(hook @ Value::Function(_)) => Some((hook, vec![object.clone()])),
        _ => None,
    }
}

async fn sorted_names(cx: &Cx, names: Vec<Value>) -> VmResult<Value> {
    let order = crate::types::sort::Direction::Ascending;
    let sorted = crate::types::sort::sorted(cx, names, &Value::None, order);
    sorted.await.map(Value::list)
}

/// The names of an object's attributes and those of its class.
pub fn attribute_names(vm: &Vm, object: &Value) -> Vec<Value> {
    let names = crate::object::Dict::new();
    let add = |dict: &crate::object::Dict| {
        for key in dict.keys() {
            if let Value::Str(name) = key {
                names.set_str(name, Value::None);
            }
        }
    };
    match object {
        Value::Module(module) => {
            add(&module.dict);
            return names.keys();
        }
        Value::Type(class) => {
            class.mro().for_each(|class| add(class.dict()));
            return names.keys();
        }
        Value::Instance(instance) => {
            if let Some(attrs) = instance.attrs_if_any() {
                add(&attrs);
            }
        }
        Value::Function(function) => {
            if let Some(attrs) = function.attrs.get() {
                add(attrs);
            }
        }
        _ => {}
    }
    vm.type_of(object).mro().for_each(|class| add(class.dict()));
    names.keys()
}

fn vars(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let Some(object) = args.between(vm, "vars", 0, 1)?.first().cloned() else {
        return match vm.builtins.get_text("locals") {
            Some(locals) => Ok(Flow::Call(locals, Vec::new())),
            None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
        };
    };
    Flow::start(vm, |cx| async move {
        match cx.getattr_opt(&object, &cx.vm.names.dict).await? {
            Some(attributes) => Ok(attributes),
            None => Err(cx.vm.type_error("vars() argument must have __dict__ attribute")),
        }
    })
}

fn id(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [value] = args.exactly::<1>(vm, "id")?;
    Ok(Value::Int(i64::try_from(identity(value)).unwrap_or(i64::MAX)))
}

fn hash(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [value] = args.exactly::<1>(vm, "hash")?;
    if let Some(hash) = try_hash(vm, value)? {
        return Ok(Flow::Value(Value::Int(hash)));
    }
    let value = value.clone();
    Flow::start(vm, |cx| async move { cx.hash(&value).await.map(Value::Int) })
}
