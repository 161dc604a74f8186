//! `type`, `super`, `property`, `classmethod` and `staticmethod`.

use crate::object::function::{ClassMethod, Getter, Property, StaticMethod, native_state};
use crate::object::types::Origin;
use crate::object::{Dict, Instance, Str, Type, Value};
use crate::vm::attr::Super;
use crate::vm::call::{Args, Flow, NativeDef, Signature, flow, plain};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const TYPE_METHODS: &[NativeDef] = &[
    flow("__new__", crate::vm::class::type_new),
    plain("__init__", |_, _| Ok(Value::None)),
    flow("__call__", |vm, args| {
        let (class, rest) = args.receiver();
        let class = as_type(vm, class)?.clone();
        let (values, names) = (rest.values.to_vec(), rest.names.to_vec());
        Flow::run(vm, |cx| async move {
            crate::vm::class::construct_plain(&cx, &class, values, names).await
        })
    }),
    plain("__prepare__", |_, _| Ok(Value::dict())),
    plain("__instancecheck__", |vm, args| {
        let [class, object] = args.exactly::<2>(vm, "type.__instancecheck__")?;
        Ok(Value::Bool(vm.is_instance(object, as_type(vm, class)?)))
    }),
    plain("__subclasscheck__", |vm, args| {
        let [class, other] = args.exactly::<2>(vm, "type.__subclasscheck__")?;
        Ok(Value::Bool(
            as_type(vm, other)?.is_subclass_of(as_type(vm, class)?),
        ))
    }),
    plain("__repr__", |vm, args| {
        Ok(Value::str(type_repr(as_type(vm, args.receiver().0)?)))
    }),
    plain("mro", |vm, args| {
        Ok(Value::list(mro_of(as_type(vm, args.receiver().0)?)))
    }),
    plain("__subclasses__", |vm, args| {
        let class = as_type(vm, args.receiver().0)?;
        let mut subclasses = class.subclasses();
        subclasses.retain(|class| is_known_to_programs(vm, class));
        Ok(Value::list(subclasses.into_iter().map(Value::Type).collect()))
    }),
    plain("__or__", |vm, args| {
        let [a, b] = args.exactly::<2>(vm, "type.__or__")?;
        Ok(super::generic_alias::union(vm, a, b).unwrap_or(Value::NotImplemented))
    }),
    plain("__ror__", |vm, args| {
        let [b, a] = args.exactly::<2>(vm, "type.__ror__")?;
        Ok(super::generic_alias::union(vm, a, b).unwrap_or(Value::NotImplemented))
    }),
];

pub const TYPE_GETTERS: &[Getter] = &[
    Getter {
        name: "__name__",
        get: |vm, v| Ok(Value::Str(as_type(vm, v)?.name.clone())),
        set: Some(|vm, v, new| {
            // The name is part of the class's identity here; the qualified name is what reprs show.
            let class = as_type(vm, v)?;
            let Some(name) = new.as_str() else {
                return Err(vm.type_error(format!(
                    "can only assign string to {}.__name__, not '{}'",
                    class.name,
                    vm.type_name(&new)
                )));
            };
            class.qualname.replace(name.clone());
            Ok(())
        }),
    },
    Getter {
        name: "__qualname__",
        get: |vm, v| Ok(Value::Str(as_type(vm, v)?.qualname.borrow().clone())),
        set: Some(|vm, v, new| {
            if let Some(name) = new.as_str() {
                as_type(vm, v)?.qualname.replace(name.clone());
            }
            Ok(())
        }),
    },
    Getter {
        name: "__module__",
        get: |vm, v| {
            let class = as_type(vm, v)?;
            Ok(class
                .dict()
                .get_str(&vm.names.module)
                .unwrap_or_else(|| Value::Str(class.module.clone())))
        },
        set: Some(|vm, v, new| {
            as_type(vm, v)?.dict().set_str(vm.names.module.clone(), new);
            Ok(())
        }),
    },
    Getter {
        name: "__mro__",
        get: |vm, v| Ok(Value::tuple(mro_of(as_type(vm, v)?))),
        set: None,
    },
    Getter {
        name: "__bases__",
        get: |vm, v| {
            Ok(Value::tuple(
                as_type(vm, v)?.bases.iter().cloned().map(Value::Type).collect(),
            ))
        },
        set: None,
    },
    Getter {
        name: "__base__",
        get: |vm, v| {
            Ok(as_type(vm, v)?
                .bases
                .first()
                .cloned()
                .map_or(Value::None, Value::Type))
        },
        set: None,
    },
    Getter {
        name: "__dict__",
        get: |vm, v| Ok(super::mapping_proxy(vm, as_type(vm, v)?.dict())),
        set: None,
    },
    Getter {
        name: "__doc__",
        get: |vm, v| {
            Ok(as_type(vm, v)?
                .dict()
                .get_str(&vm.names.doc)
                .unwrap_or(Value::None))
        },
        set: Some(|vm, v, new| {
            as_type(vm, v)?.dict().set_str(vm.names.doc.clone(), new);
            Ok(())
        }),
    },
    Getter {
        name: "__annotations__",
        get: |vm, v| {
            let class = as_type(vm, v)?;
            if let Some(have) = class.dict().get_str(&vm.names.annotations) {
                return Ok(have);
            }
            if class.origin == Origin::Native {
                return Err(vm.no_attribute(v, &vm.names.annotations));
            }
            let fresh = Value::dict();
            class.dict().set_str(vm.names.annotations.clone(), fresh.clone());
            Ok(fresh)
        },
        set: Some(|vm, v, new| {
            as_type(vm, v)?.dict().set_str(vm.names.annotations.clone(), new);
            Ok(())
        }),
    },
    Getter {
        name: "__abstractmethods__",
        get: |vm, v| match as_type(vm, v)?.dict().get_str(&vm.names.abstract_methods) {
            Some(value) => Ok(value),
            None => Err(vm.attribute_error("type object has no attribute '__abstractmethods__'")),
        },
        set: Some(|vm, v, new| {
            let class = as_type(vm, v)?;
            class.dict().set_str(vm.names.abstract_methods.clone(), new);
            class.changed();
            Ok(())
        }),
    },
];

/// `<class '__main__.Chef'>`.
pub fn type_repr(class: &Type) -> String {
    format!("<class '{}'>", super::object::qualified_name(class))
}

/// Whether CPython would have made the class by now: not the ones of our own, and asyncio's once it is imported.
fn is_known_to_programs(vm: &Vm, class: &Rc<Type>) -> bool {
    let types = &vm.types;
    let is_our_own = Rc::ptr_eq(class, &types.limit_exceeded) || Rc::ptr_eq(class, &types.deadlock);
    let is_asyncio = class.module.as_str().starts_with("asyncio");
    !is_our_own && (!is_asyncio || vm.modules.get_text("asyncio").is_some())
}

fn mro_of(class: &Rc<Type>) -> Vec<Value> {
    class.mro().cloned().map(Value::Type).collect()
}

fn as_type<'a>(vm: &Rc<Vm>, value: &'a Value) -> VmResult<&'a Rc<Type>> {
    value
        .as_type()
        .ok_or_else(|| vm.type_error("descriptor requires a 'type' object"))
}

pub const SUPER_METHODS: &[NativeDef] = &[
    plain("__new__", super_new),
    plain("__repr__", |vm, args| {
        let Some(parent) = native_state::<Super>(args.receiver().0) else {
            return Ok(Value::None);
        };
        let receiver = match &parent.receiver {
            Value::Type(class) => class.name.clone(),
            object => vm.type_name(object),
        };
        Ok(Value::str(format!(
            "<super: <class '{}'>, <{receiver} object>>",
            parent.class.name
        )))
    }),
];

/// `super(class, object)`; the front end supplies both where the program writes `super()`.
fn super_new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let rest = args.receiver().1;
    let [class, receiver] = rest.values else {
        let given = rest.values.len();
        return Err(match given {
            3.. => vm.type_error(format!("super() expected at most 2 arguments, got {given}")),
            _ => vm.runtime_error("super(): no arguments"),
        });
    };
    let class = match class {
        Value::Type(class) => class,
        Value::Empty => return Err(vm.runtime_error("super(): empty __class__ cell")),
        other => {
            return Err(vm.type_error(format!(
                "super() argument 1 must be a type, not {}",
                vm.type_name(other)
            )));
        }
    };
    let start = match receiver {
        Value::Type(receiver) if receiver.is_subclass_of(class) => receiver.clone(),
        _ if vm.is_instance(receiver, class) => vm.type_of(receiver).clone(),
        _ => {
            let shown = match receiver {
                Value::Type(given) => format!("type {}", given.name),
                _ => format!("instance of {}", vm.type_of(receiver).name),
            };
            let class = &class.name;
            return Err(vm.type_error(format!(
                "super(type, obj): obj ({shown}) is not an instance or subtype of type ({class})."
            )));
        }
    };
    let state = Super {
        class: class.clone(),
        receiver: receiver.clone(),
        start,
    };
    Ok(Value::Instance(Instance::with_native(&vm.types.super_, state)))
}

const PROPERTY: Signature = Signature {
    function: "property",
    params: &["fget", "fset", "fdel", "doc"],
    posonly: 0,
    positional: 4,
    required: 0,
};

pub const PROPERTY_METHODS: &[NativeDef] = &[
    plain("__new__", |vm, args| {
        let (class, rest) = args.receiver();
        let [get, set, delete, doc] = rest.bind::<4>(vm, &PROPERTY)?;
        let or_none = |v: Option<Value>| v.unwrap_or(Value::None);
        make_property(
            vm,
            class,
            or_none(get),
            or_none(set),
            or_none(delete),
            or_none(doc),
        )
    }),
    plain("__init__", |_, _| Ok(Value::None)),
    plain("getter", |vm, args| {
        let [property, f] = args.exactly::<2>(vm, "property.getter")?;
        let p = as_property(vm, property)?;
        make_property(
            vm,
            &class_of(vm, property),
            f.clone(),
            p.set.clone(),
            p.delete.clone(),
            p.doc.clone(),
        )
    }),
    plain("setter", |vm, args| {
        let [property, f] = args.exactly::<2>(vm, "property.setter")?;
        let p = as_property(vm, property)?;
        make_property(
            vm,
            &class_of(vm, property),
            p.get.clone(),
            f.clone(),
            p.delete.clone(),
            p.doc.clone(),
        )
    }),
    plain("deleter", |vm, args| {
        let [property, f] = args.exactly::<2>(vm, "property.deleter")?;
        let p = as_property(vm, property)?;
        make_property(
            vm,
            &class_of(vm, property),
            p.get.clone(),
            p.set.clone(),
            f.clone(),
            p.doc.clone(),
        )
    }),
    flow("__get__", |vm, args| {
        let (property, rest) = args.receiver();
        let p = as_property(vm, property)?;
        match rest.values.first() {
            None | Some(Value::None) => Ok(Flow::Value(property.clone())),
            Some(object) => Ok(Flow::Call(p.get.clone(), vec![object.clone()])),
        }
    }),
];

pub const PROPERTY_GETTERS: &[Getter] = &[
    Getter {
        name: "fget",
        get: |vm, v| Ok(as_property(vm, v)?.get.clone()),
        set: None,
    },
    Getter {
        name: "__name__",
        get: |vm, v| match &as_property(vm, v)?.get {
            Value::Function(f) => Ok(Value::Str(f.name.borrow().clone())),
            _ => Err(vm.no_attribute(v, &vm.names.name)),
        },
        set: None,
    },
    Getter {
        name: "fset",
        get: |vm, v| Ok(as_property(vm, v)?.set.clone()),
        set: None,
    },
    Getter {
        name: "fdel",
        get: |vm, v| Ok(as_property(vm, v)?.delete.clone()),
        set: None,
    },
    Getter {
        name: "__doc__",
        get: |vm, v| {
            let p = as_property(vm, v)?;
            match (&p.doc, &p.get) {
                (Value::None, Value::Function(f)) => Ok(super::function::doc_of(f)),
                (doc, _) => Ok(doc.clone()),
            }
        },
        set: None,
    },
    Getter {
        name: "__isabstractmethod__",
        get: |vm, v| {
            let p = as_property(vm, v)?;
            let parts = [&p.get, &p.set, &p.delete];
            Ok(Value::Bool(parts.iter().any(|f| is_abstract(vm, f))))
        },
        set: None,
    },
];

fn is_abstract(vm: &Vm, function: &Value) -> bool {
    let Value::Function(function) = function else {
        return false;
    };
    let flag = function
        .attrs
        .get()
        .and_then(|attrs| attrs.get_str(&vm.names.is_abstract));
    matches!(flag, Some(Value::Bool(true)))
}

fn class_of(vm: &Vm, value: &Value) -> Value {
    Value::Type(vm.type_of(value).clone())
}

fn make_property(
    vm: &Rc<Vm>,
    class: &Value,
    get: Value,
    set: Value,
    delete: Value,
    doc: Value,
) -> VmResult<Value> {
    let class = as_type(vm, class)?;
    Ok(Value::Instance(Instance::with_native(
        class,
        Property {
            get,
            set,
            delete,
            doc,
        },
    )))
}

fn as_property<'a>(vm: &Rc<Vm>, value: &'a Value) -> VmResult<&'a Property> {
    native_state::<Property>(value).ok_or_else(|| vm.type_error("descriptor requires a 'property' object"))
}

pub const CLASS_METHOD_METHODS: &[NativeDef] = &[
    plain("__new__", |vm, args| {
        let [class, function] = args.exactly::<2>(vm, "classmethod")?;
        Ok(Value::Instance(Instance::with_native(
            as_type(vm, class)?,
            ClassMethod(function.clone()),
        )))
    }),
    plain("__get__", |vm, args| {
        let (this, rest) = args.receiver();
        let Some(ClassMethod(function)) = native_state(this) else {
            return Ok(Value::None);
        };
        let class = match rest.values {
            [_, class @ Value::Type(_)] => class.clone(),
            [object, ..] => class_of(vm, object),
            [] => Value::None,
        };
        Ok(crate::vm::attr::bind(function.clone(), class))
    }),
];

pub const STATIC_METHOD_METHODS: &[NativeDef] = &[
    plain("__new__", |vm, args| {
        let [class, function] = args.exactly::<2>(vm, "staticmethod")?;
        Ok(Value::Instance(Instance::with_native(
            as_type(vm, class)?,
            StaticMethod(function.clone()),
        )))
    }),
    plain("__get__", |_, args| {
        let wrapped = native_state::<StaticMethod>(args.receiver().0);
        Ok(wrapped.map_or(Value::None, |w| w.0.clone()))
    }),
    flow("__call__", |_, args| {
        let (this, rest) = args.receiver();
        let Some(StaticMethod(function)) = native_state(this) else {
            return Ok(Flow::Value(Value::None));
        };
        Ok(Flow::CallNamed(
            function.clone(),
            rest.values.to_vec(),
            rest.names.to_vec(),
        ))
    }),
];

pub const WRAPPED_GETTERS: &[Getter] = &[
    Getter {
        name: "__func__",
        get: |_, v| Ok(wrapped(v)),
        set: None,
    },
    Getter {
        name: "__wrapped__",
        get: |_, v| Ok(wrapped(v)),
        set: None,
    },
    Getter {
        name: "__isabstractmethod__",
        get: |vm, v| Ok(Value::Bool(is_abstract(vm, &wrapped(v)))),
        set: None,
    },
    Getter {
        name: "__name__",
        get: |vm, v| match wrapped(v) {
            Value::Function(f) => Ok(Value::Str(f.name.borrow().clone())),
            _ => Err(vm.no_attribute(v, &vm.names.name)),
        },
        set: None,
    },
    Getter {
        name: "__qualname__",
        get: |vm, v| match wrapped(v) {
            Value::Function(f) => Ok(Value::Str(f.qualname.borrow().clone())),
            _ => Err(vm.no_attribute(v, &vm.names.qualname)),
        },
        set: None,
    },
    Getter {
        name: "__module__",
        get: |vm, v| match wrapped(v) {
            Value::Function(f) => Ok(super::function::module_of(vm, &f)),
            _ => Err(vm.no_attribute(v, &vm.names.module)),
        },
        set: None,
    },
    Getter {
        name: "__doc__",
        get: |_, v| match wrapped(v) {
            Value::Function(f) => Ok(super::function::doc_of(&f)),
            _ => Ok(Value::None),
        },
        set: None,
    },
];

fn wrapped(value: &Value) -> Value {
    if let Some(StaticMethod(inner)) = native_state(value) {
        return inner.clone();
    }
    native_state::<ClassMethod>(value).map_or(Value::None, |inner| inner.0.clone())
}

/// A read-only view of a class's namespace.
pub struct MappingProxy(pub Rc<Dict>);

/// The name of a key, for those who list namespaces.
pub fn key_name(key: &Value) -> Option<Str> {
    key.as_str().cloned()
}
