//! `weakref.ref`.

use crate::object::function::{Getter, native_state};
use crate::object::types::Origin;
use crate::object::{Function, Generator, Instance, Module, NativeFunction, Payload, Set, Type, Value};
use crate::types::receiver;
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::finalize;
use crate::vm::protocol::text::identity;
use crate::vm::{Vm, VmResult};
use std::cell::Cell;
use std::rc::{Rc, Weak};

/// The state of a weak reference.
pub struct Reference {
    target: Target,
    callback: Value,
    /// What the object's hash was when it was first asked for.
    hash: Cell<Option<i64>>,
}

/// What can be referred to weakly.
enum Target {
    Instance(Weak<Instance>),
    Function(Weak<Function>),
    Generator(Weak<Generator>),
    Type(Weak<Type>),
    Set(Weak<Set>),
    FrozenSet(Weak<Set>),
    Native(Weak<NativeFunction>),
    Module(Weak<Module>),
    /// A bound method or the like, which is gone as soon as the expression is.
    Gone,
}

pub const METHODS: &[NativeDef] = &[
    plain("__new__", new),
    plain("__init__", |_, _| Ok(Value::None)),
    plain("__call__", |vm, args| {
        Ok(own(vm, args, "__call__")?.target.get().unwrap_or(Value::None))
    }),
    flow("__eq__", compare),
    flow("__hash__", hash),
    plain("__repr__", repr),
];

pub const GETTERS: &[Getter] = &[Getter {
    name: "__callback__",
    get: |_, value| {
        Ok(match native_state::<Reference>(value) {
            Some(reference) if reference.target.get().is_some() => reference.callback.clone(),
            _ => Value::None,
        })
    },
    set: None,
}];

/// What a reference wants to be called when its object goes.
pub fn callback(reference: &Instance) -> Value {
    let state = reference.native::<Reference>();
    state.map_or(Value::None, |reference| reference.callback.clone())
}

impl Target {
    /// `None` if there are no weak references to objects of this type.
    fn of(value: &Value) -> Option<Target> {
        Some(match value {
            Value::Instance(instance) => Target::Instance(Rc::downgrade(instance)),
            Value::Function(function) => Target::Function(Rc::downgrade(function)),
            Value::Generator(generator) => Target::Generator(Rc::downgrade(generator)),
            Value::Type(class) => Target::Type(Rc::downgrade(class)),
            Value::Set(set) => Target::Set(Rc::downgrade(set)),
            Value::FrozenSet(set) => Target::FrozenSet(Rc::downgrade(set)),
            Value::Native(function) => Target::Native(Rc::downgrade(function)),
            Value::Module(module) => Target::Module(Rc::downgrade(module)),
            Value::Method(_) => Target::Gone,
            _ => return None,
        })
    }

    fn get(&self) -> Option<Value> {
        match self {
            Target::Instance(target) => target.upgrade().map(Value::Instance),
            Target::Function(target) => target.upgrade().map(Value::Function),
            Target::Generator(target) => target.upgrade().map(Value::Generator),
            Target::Type(target) => target.upgrade().map(Value::Type),
            Target::Set(target) => target.upgrade().map(Value::Set),
            Target::FrozenSet(target) => target.upgrade().map(Value::FrozenSet),
            Target::Native(target) => target.upgrade().map(Value::Native),
            Target::Module(target) => target.upgrade().map(Value::Module),
            Target::Gone => None,
        }
    }
}

fn new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (class, rest) = receiver::class(vm, args, &vm.native_types.reference)?;
    let [object, callback @ ..] = rest.between(vm, "ref", 1, 2)? else {
        return Ok(Value::None);
    };
    let Some(target) = Target::of(object) else {
        return Err(vm.type_error(format!(
            "cannot create weak reference to '{}' object",
            vm.type_name(object)
        )));
    };
    if !is_referable(object) {
        return Err(vm.type_error(format!(
            "cannot create weak reference to '{}' object",
            vm.type_name(object)
        )));
    }
    let callback = callback.first().cloned().unwrap_or(Value::None);
    let watched = match object {
        Value::Instance(instance) => Some(instance.clone()),
        _ => None,
    };
    // References that say nothing are one.
    if callback.is_none()
        && Rc::ptr_eq(class, &vm.native_types.reference)
        && let Some(shared) = references(object).into_iter().find(|other| {
            Rc::ptr_eq(&other.class, class)
                && other
                    .native::<Reference>()
                    .is_some_and(|other| other.callback.is_none())
        })
    {
        return Ok(Value::Instance(shared));
    }
    let state = Reference {
        target,
        callback,
        hash: Cell::new(None),
    };
    let reference = Rc::new(Instance::new(class.clone(), Payload::Native(Box::new(state))));
    if let Some(watched) = watched {
        watched.watched.set(true);
        finalize::watch(watched.serial(), Rc::downgrade(&reference));
    }
    Ok(Value::Instance(reference))
}

/// The references to an object that live, the oldest first. Only those to instances are known.
fn references(object: &Value) -> Vec<Rc<Instance>> {
    match object {
        Value::Instance(instance) if instance.watched.get() => finalize::watchers(instance.serial()),
        _ => Vec::new(),
    }
}

/// `getweakrefcount(object)`
pub fn count(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [object] = args.exactly::<1>(vm, "getweakrefcount")?;
    Ok(Value::Int(references(object).len() as i64))
}

/// `getweakrefs(object)`
pub fn list(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [object] = args.exactly::<1>(vm, "getweakrefs")?;
    Ok(Value::list(
        references(object).into_iter().map(Value::Instance).collect(),
    ))
}

/// Exceptions, and objects all of whose classes have `__slots__` without `__weakref__`, have no room for references.
fn is_referable(object: &Value) -> bool {
    let Value::Instance(instance) = object else {
        return true;
    };
    let roomy = |class: &Rc<Type>| match &class.slots {
        Some(slots) => slots.iter().any(|slot| slot.as_str() == "__weakref__"),
        None => true,
    };
    let mut written = instance
        .class
        .mro()
        .filter(|class| class.origin == Origin::Python);
    match &instance.payload {
        Payload::Future(_) | Payload::Native(_) | Payload::Value(Value::Set(_) | Value::FrozenSet(_)) => true,
        // Those have their size in the object itself, and no room behind it.
        Payload::Value(Value::Int(_) | Value::BigInt(_) | Value::Tuple(_) | Value::Bytes(_)) => false,
        Payload::Exception(_) | Payload::Value(_) | Payload::None => written.any(roomy),
    }
}

fn own<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<&'a Reference> {
    let (object, _) = receiver::first(vm, args, "weakref.ReferenceType", method)?;
    native_state::<Reference>(object)
        .ok_or_else(|| receiver::wrong_receiver(vm, object, "weakref.ReferenceType", method))
}

/// Living references are equal if their objects are, dead ones only to themselves.
fn compare(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [a, b] = receiver::binary(vm, args, "__eq__")?;
    let (Some(x), Some(y)) = (native_state::<Reference>(a), native_state::<Reference>(b)) else {
        return Ok(Flow::Value(Value::NotImplemented));
    };
    let (Some(x), Some(y)) = (x.target.get(), y.target.get()) else {
        return Ok(Flow::Value(Value::Bool(a.is(b))));
    };
    Flow::start(vm, |cx| async move { cx.equal(&x, &y).await.map(Value::Bool) })
}

fn hash(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let reference = own(vm, args, "__hash__")?;
    if let Some(hash) = reference.hash.get() {
        return Ok(Flow::Value(Value::Int(hash)));
    }
    let Some(target) = reference.target.get() else {
        return Err(vm.type_error("weak object has gone away"));
    };
    let object = args.receiver().0.clone();
    Flow::start(vm, |cx| async move {
        let hash = cx.hash(&target).await?;
        if let Some(reference) = native_state::<Reference>(&object) {
            reference.hash.set(Some(hash));
        }
        Ok(Value::Int(hash))
    })
}

fn repr(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let reference = own(vm, args, "__repr__")?;
    let address = identity(args.receiver().0);
    Ok(Value::str(match reference.target.get() {
        Some(target) => format!(
            "<weakref at {address:#x}; to '{}' at {:#x}>",
            vm.type_name(&target),
            identity(&target)
        ),
        None => format!("<weakref at {address:#x}; dead>"),
    }))
}
