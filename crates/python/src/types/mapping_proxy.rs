//! `mappingproxy`: a read-only view of a dict, such as a class's namespace.

use super::class::MappingProxy;
use crate::object::function::native_state;
use crate::object::iter::DictPart;
use crate::object::{Dict, Instance, IterState, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const METHODS: &[NativeDef] = &[
    plain("__new__", |vm, args| {
        let [_, mapping] = args.exactly::<2>(vm, "mappingproxy")?;
        let Some(dict) = mapping.as_dict() else {
            let name = vm.type_name(mapping);
            return Err(vm.type_error(format!("mappingproxy() argument must be a mapping, not {name}")));
        };
        let state = MappingProxy(dict.clone());
        Ok(Value::Instance(Instance::with_native(
            &vm.types.mappingproxy,
            state,
        )))
    }),
    flow("__getitem__", |vm, args| {
        let [this, key] = args.exactly::<2>(vm, "mappingproxy.__getitem__")?;
        let (dict, key) = (Value::Dict(dict(vm, this)?), key.clone());
        Flow::run(vm, |cx| async move { cx.get_item(&dict, &key).await })
    }),
    flow("__contains__", |vm, args| {
        let [this, key] = args.exactly::<2>(vm, "mappingproxy.__contains__")?;
        let (dict, key) = (Value::Dict(dict(vm, this)?), key.clone());
        Flow::run(
            vm,
            |cx| async move { cx.contains(&dict, &key).await.map(Value::Bool) },
        )
    }),
    plain("__len__", |vm, args| {
        Ok(Value::size(dict(vm, args.receiver().0)?.len()))
    }),
    plain("__iter__", |vm, args| {
        let dict = dict(vm, args.receiver().0)?;
        let length = dict.len();
        Ok(Value::iter(IterState::Dict {
            dict,
            part: DictPart::Keys,
            at: 0,
            length,
            left: length,
        }))
    }),
    flow("__repr__", |vm, args| {
        let dict = Value::Dict(dict(vm, args.receiver().0)?);
        Flow::run(vm, |cx| async move {
            Ok(Value::str(format!("mappingproxy({})", cx.repr(&dict).await?)))
        })
    }),
    flow("__str__", |vm, args| {
        let dict = Value::Dict(dict(vm, args.receiver().0)?);
        Flow::run(vm, |cx| async move { cx.str(&dict).await.map(Value::Str) })
    }),
    flow("__eq__", |vm, args| {
        let [this, other] = args.exactly::<2>(vm, "mappingproxy.__eq__")?;
        let mine = Value::Dict(dict(vm, this)?);
        let other =
            native_state::<MappingProxy>(other).map_or_else(|| other.clone(), |p| Value::Dict(p.0.clone()));
        Flow::run(
            vm,
            |cx| async move { cx.equal(&mine, &other).await.map(Value::Bool) },
        )
    }),
    flow("get", |vm, args| forward(vm, args, "get")),
    flow("keys", |vm, args| forward(vm, args, "keys")),
    flow("values", |vm, args| forward(vm, args, "values")),
    flow("items", |vm, args| forward(vm, args, "items")),
    flow("copy", |vm, args| forward(vm, args, "copy")),
];

/// The dict's own method.
fn forward(vm: &Rc<Vm>, args: Args<'_>, name: &str) -> VmResult<Flow> {
    let (this, rest) = args.receiver();
    let dict = Value::Dict(dict(vm, this)?);
    let method = vm.lookup(&vm.types.dict, &vm.intern(name)).unwrap_or(Value::None);
    let mut all = vec![dict];
    all.extend_from_slice(rest.values);
    Ok(Flow::CallNamed(method, all, rest.names.to_vec()))
}

fn dict(vm: &Rc<Vm>, value: &Value) -> VmResult<Rc<Dict>> {
    native_state::<MappingProxy>(value)
        .map(|proxy| proxy.0.clone())
        .ok_or_else(|| vm.type_error("descriptor requires a 'mappingproxy' object"))
}
