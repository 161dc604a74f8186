//! `object`: what every class inherits.

use crate::object::function::Getter;
use crate::object::types::Origin;
use crate::object::{Str, Type, Value};
use crate::vm::attr::Found;
use crate::vm::attr::allows_attributes;
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const METHODS: &[NativeDef] = &[
    plain("__new__", new),
    plain("__init__", init),
    flow("__repr__", |vm, args| {
        Ok(Flow::Value(Value::Str(default_repr(vm, args.receiver().0))))
    }),
    flow("__str__", str),
    flow("__format__", format),
    plain("__eq__", |_, args| {
        Ok(match args.values {
            [a, b] if a.is(b) => Value::Bool(true),
            _ => Value::NotImplemented,
        })
    }),
    flow("__ne__", not_equal),
    plain("__hash__", |_, args| {
        Ok(Value::Int(identity_hash(args.receiver().0)))
    }),
    flow("__getattribute__", getattribute),
    flow("__setattr__", |vm, args| {
        let [object, name, value] = args.exactly::<3>(vm, "object.__setattr__")?;
        set(vm, object, name, Some(value.clone()))
    }),
    flow("__delattr__", |vm, args| {
        let [object, name] = args.exactly::<2>(vm, "object.__delattr__")?;
        set(vm, object, name, None)
    }),
    flow("__dir__", |vm, args| {
        let names = dir_names(vm, args.receiver().0);
        Ok(Flow::Value(Value::list(
            names.into_iter().map(Value::Str).collect(),
        )))
    }),
    plain("__init_subclass__", |vm, args| {
        let class = match args.positional().first() {
            Some(Value::Type(class)) => class,
            _ => &vm.types.object,
        };
        match args.names.is_empty() {
            true => Ok(Value::None),
            false => Err(crate::vm::class::takes_no_keywords(vm, class)),
        }
    }),
    plain("__subclasshook__", |_, _| Ok(Value::NotImplemented)),
    plain("__sizeof__", |_, _| Ok(Value::Int(48))),
];

pub const GETTERS: &[Getter] = &[
    Getter {
        name: "__class__",
        get: |vm, value| Ok(Value::Type(vm.type_of(value).clone())),
        set: Some(set_class),
    },
    Getter {
        name: "__dict__",
        get: dict,
        set: Some(|vm, value, new| {
            let (Some(instance), Some(attrs)) = (value.as_instance(), new.as_dict()) else {
                let name = vm.type_name(&new);
                return Err(vm.type_error(format!("__dict__ must be set to a dictionary, not a '{name}'")));
            };
            instance.set_attrs(attrs.clone());
            Ok(())
        }),
    },
    Getter {
        name: "__doc__",
        get: doc,
        set: None,
    },
];

/// `object.__class__ = new`. Mirrors `object_set_class`.
fn set_class(vm: &Rc<Vm>, value: &Value, new: Value) -> VmResult<()> {
    let Value::Type(new) = &new else {
        let given = vm.type_name(&new);
        return Err(vm.type_error(format!("__class__ must be set to a class, not '{given}' object")));
    };
    let old = vm.type_of(value);
    let instance = match value.as_instance() {
        Some(instance) if [old, new].iter().all(|class| class.origin == Origin::Python) => instance,
        _ => {
            return Err(vm.type_error(
                "__class__ assignment only supported for mutable types or ModuleType subclasses",
            ));
        }
    };
    if old.layout != new.layout || old.slots != new.slots || !instance.class.change(new) {
        return Err(vm.type_error(format!(
            "__class__ assignment: '{}' object layout differs from '{}'",
            new.name, old.name
        )));
    }
    Ok(())
}

fn new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (class, rest) = args.receiver();
    let Value::Type(class) = class else {
        return Err(vm.type_error(format!(
            "object.__new__(X): X is not a type object ({})",
            vm.type_name(class)
        )));
    };
    // `super().__new__(cls, *args)` from an overriding `__new__`: arguments are an error there.
    let new_overridden = matches!(vm.lookup(class, &vm.names.new), Some(v) if !matches!(v, Value::Native(_)));
    if new_overridden && !rest.values.is_empty() {
        return Err(vm.type_error("object.__new__() takes exactly one argument (the type to instantiate)"));
    }
    vm.new_object(class, !rest.values.is_empty())
}

/// Mirrors `object_init`: arguments that nobody takes are errors.
fn init(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (this, rest) = args.receiver();
    if rest.values.is_empty() {
        return Ok(Value::None);
    }
    let class = vm.type_of(this);
    let is_objects = |name: &Str| match vm.lookup(class, name) {
        Some(Value::Native(native)) => native
            .owner()
            .is_some_and(|owner| Rc::ptr_eq(&owner, &vm.types.object)),
        _ => false,
    };
    if !is_objects(&vm.names.init) {
        return Err(
            vm.type_error("object.__init__() takes exactly one argument (the instance to initialize)")
        );
    }
    if is_objects(&vm.names.new) {
        return Err(vm.type_error(format!(
            "{}.__init__() takes exactly one argument (the instance to initialize)",
            class.name
        )));
    }
    Ok(Value::None)
}

/// `<__main__.Chef object at 0x7f0000000a10>`: the address is made from the object's number.
pub fn default_repr(vm: &Vm, value: &Value) -> Str {
    let class = vm.type_of(value);
    let name = qualified_name(class);
    Str::new(format!("<{name} object at {}>", address(value)))
}

/// `0x7f0000000a10`.
pub fn address(value: &Value) -> String {
    format!("{:#x}", identity(value))
}

/// `id(value)`: the same for as long as the object lives, and the same in every run.
pub fn identity(value: &Value) -> u64 {
    crate::vm::protocol::text::identity(value)
}

/// `module.qualname`, without the module for built-in classes.
pub fn qualified_name(class: &Type) -> String {
    match class.module.as_str() {
        "builtins" => class.qualname.borrow().to_string(),
        module => format!("{module}.{}", class.qualname.borrow()),
    }
}

fn identity_hash(value: &Value) -> i64 {
    match value {
        Value::Instance(instance) => (instance.serial() as i64) << 4,
        other => crate::object::compare::identity_hash(other),
    }
}

fn str(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let object = args.receiver().0.clone();
    Flow::run(vm, |cx| async move { cx.repr(&object).await.map(Value::Str) })
}

fn format(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [object, spec] = args.exactly::<2>(vm, "object.__format__")?;
    if spec.as_str().is_some_and(|spec| !spec.is_empty()) {
        return Err(vm.type_error(format!(
            "unsupported format string passed to {}.__format__",
            vm.type_name(object)
        )));
    }
    let object = object.clone();
    Flow::run(vm, |cx| async move { cx.str(&object).await.map(Value::Str) })
}

fn not_equal(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [a, b] = args.exactly::<2>(vm, "object.__ne__")?;
    let (a, b) = (a.clone(), b.clone());
    Flow::run(vm, |cx| async move {
        match cx.special(&a, &cx.vm.names.eq, vec![b]).await? {
            None | Some(Value::NotImplemented) => Ok(Value::NotImplemented),
            Some(answer) => Ok(Value::Bool(!cx.truth(&answer).await?)),
        }
    })
}

fn getattribute(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [object, name] = args.exactly::<2>(vm, "object.__getattribute__")?;
    let Some(name) = name.as_str() else {
        return Err(vm.type_error("attribute name must be string"));
    };
    match vm.generic_getattr(object, name)? {
        Some(Found::Value(value)) => Ok(Flow::Value(value)),
        Some(Found::Call(callable, args)) => Ok(Flow::Call(callable, args)),
        Some(Found::Slow(future)) => Ok(Flow::Run(future)),
        None => Err(vm.no_attribute(object, name)),
    }
}

fn set(vm: &Rc<Vm>, object: &Value, name: &Value, value: Option<Value>) -> VmResult<Flow> {
    let Some(name) = name.as_str() else {
        return Err(vm.type_error("attribute name must be string"));
    };
    Ok(match vm.generic_setattr(object, name, value)? {
        None => Flow::Value(Value::None),
        Some((callable, args)) => Flow::Call(callable, args),
    })
}

fn dict(vm: &Rc<Vm>, value: &Value) -> VmResult<Value> {
    match value {
        Value::Instance(instance) => {
            if !allows_attributes(instance) {
                return Err(vm.no_attribute(value, &vm.names.dict));
            }
            Ok(Value::Dict(instance.attrs()))
        }
        Value::Function(function) => Ok(Value::Dict(function.attrs().clone())),
        Value::Module(module) => Ok(Value::Dict(module.dict.clone())),
        _ => Err(vm.no_attribute(value, &vm.names.dict)),
    }
}

fn doc(vm: &Rc<Vm>, value: &Value) -> VmResult<Value> {
    Ok(vm
        .type_of(value)
        .find(&vm.names.doc)
        .filter(|d| matches!(d, Value::Str(_)))
        .unwrap_or(Value::None))
}

/// What `dir(object)` lists, sorted.
pub fn dir_names(vm: &Vm, object: &Value) -> Vec<Str> {
    let mut names: Vec<Str> = Vec::new();
    let mut add =
        |dict: &crate::object::Dict| names.extend(dict.keys().iter().filter_map(|k| k.as_str().cloned()));
    match object {
        Value::Instance(instance) => {
            if let Some(attrs) = instance.attrs_if_any() {
                add(&attrs);
            }
            instance.class.mro().for_each(|class| add(class.dict()));
        }
        Value::Type(class) => class.mro().for_each(|class| add(class.dict())),
        Value::Module(module) => add(&module.dict),
        other => vm.type_of(other).mro().for_each(|class| add(class.dict())),
    }
    crate::object::order::sort_by(&mut names, |a, b| a.as_str().cmp(b.as_str()));
    names.dedup();
    names
}
