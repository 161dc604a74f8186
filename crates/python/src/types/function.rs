//! Functions, methods, built-in functions, cells and code objects.

use crate::object::function::Getter;
use crate::object::{Function, Value};
use crate::vm::call::{Flow, NativeDef, flow, plain};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const FUNCTION_METHODS: &[NativeDef] = &[
    flow("__call__", |_, args| {
        let (function, rest) = args.receiver();
        Ok(Flow::CallNamed(
            function.clone(),
            rest.values.to_vec(),
            rest.names.to_vec(),
        ))
    }),
    plain("__get__", |_, args| {
        let (function, rest) = args.receiver();
        Ok(match rest.values.first() {
            None | Some(Value::None) => function.clone(),
            Some(object) => crate::vm::attr::bind(function.clone(), object.clone()),
        })
    }),
    plain("__repr__", |vm, args| {
        let function = as_function(vm, args.receiver().0)?;
        let address = super::object::address(args.receiver().0);
        Ok(Value::str(format!(
            "<function {} at {address}>",
            function.qualname.borrow()
        )))
    }),
];

pub const FUNCTION_GETTERS: &[Getter] = &[
    Getter {
        name: "__name__",
        get: |vm, v| Ok(Value::Str(as_function(vm, v)?.name.borrow().clone())),
        set: Some(|vm, v, new| match new.as_str() {
            Some(name) => {
                as_function(vm, v)?.name.replace(name.clone());
                Ok(())
            }
            None => Err(vm.type_error("__name__ must be set to a string object")),
        }),
    },
    Getter {
        name: "__qualname__",
        get: |vm, v| Ok(Value::Str(as_function(vm, v)?.qualname.borrow().clone())),
        set: Some(|vm, v, new| match new.as_str() {
            Some(name) => {
                as_function(vm, v)?.qualname.replace(name.clone());
                Ok(())
            }
            None => Err(vm.type_error("__qualname__ must be set to a string object")),
        }),
    },
    Getter {
        name: "__doc__",
        get: |vm, v| Ok(doc_of(as_function(vm, v)?)),
        set: Some(|vm, v, new| {
            as_function(vm, v)?.attrs().set_str(vm.names.doc.clone(), new);
            Ok(())
        }),
    },
    Getter {
        name: "__module__",
        get: |vm, v| {
            let function = as_function(vm, v)?;
            Ok(module_of(vm, function))
        },
        set: Some(|vm, v, new| {
            as_function(vm, v)?.attrs().set_str(vm.names.module.clone(), new);
            Ok(())
        }),
    },
    Getter {
        name: "__defaults__",
        get: |vm, v| {
            let defaults = as_function(vm, v)?.defaults.borrow().clone();
            Ok(if defaults.is_empty() {
                Value::None
            } else {
                Value::Tuple(defaults)
            })
        },
        set: Some(|vm, v, new| {
            let empty = || Rc::new(crate::object::Tuple::new(Vec::new()));
            as_function(vm, v)?
                .defaults
                .replace(new.as_tuple().cloned().unwrap_or_else(empty));
            Ok(())
        }),
    },
    Getter {
        name: "__kwdefaults__",
        get: |vm, v| {
            Ok(as_function(vm, v)?
                .kw_defaults
                .borrow()
                .clone()
                .map_or(Value::None, Value::Dict))
        },
        set: Some(|vm, v, new| {
            as_function(vm, v)?.kw_defaults.replace(new.as_dict().cloned());
            Ok(())
        }),
    },
    Getter {
        name: "__annotations__",
        get: |vm, v| {
            let function = as_function(vm, v)?;
            let mut annotations = function.annotations.borrow_mut();
            Ok(Value::Dict(
                annotations.get_or_insert_with(Default::default).clone(),
            ))
        },
        set: Some(|vm, v, new| {
            as_function(vm, v)?.annotations.replace(new.as_dict().cloned());
            Ok(())
        }),
    },
    Getter {
        name: "__code__",
        get: |vm, v| Ok(Value::Code(as_function(vm, v)?.code.clone())),
        set: None,
    },
    Getter {
        name: "__globals__",
        get: |vm, v| Ok(Value::Dict(as_function(vm, v)?.globals.clone())),
        set: None,
    },
    Getter {
        name: "__closure__",
        get: |vm, v| {
            let cells = &as_function(vm, v)?.closure;
            Ok(match cells.is_empty() {
                true => Value::None,
                false => Value::tuple(cells.iter().cloned().map(Value::Cell).collect()),
            })
        },
        set: None,
    },
    Getter {
        name: "__type_params__",
        get: |_, _| Ok(Value::tuple(Vec::new())),
        set: Some(|_, _, _| Ok(())),
    },
];

pub const METHOD_GETTERS: &[Getter] = &[
    Getter {
        name: "__self__",
        get: |vm, v| Ok(method_parts(vm, v)?.1),
        set: None,
    },
    Getter {
        name: "__func__",
        get: |vm, v| Ok(method_parts(vm, v)?.0),
        set: None,
    },
    // Other attributes are looked up in the function as well, but every object has a `__doc__`.
    Getter {
        name: "__doc__",
        get: |vm, v| {
            Ok(match method_parts(vm, v)?.0 {
                Value::Function(function) => doc_of(&function),
                _ => Value::None,
            })
        },
        set: None,
    },
];

pub const METHOD_METHODS: &[NativeDef] = &[flow("__call__", |_, args| {
    let (method, rest) = args.receiver();
    Ok(Flow::CallNamed(
        method.clone(),
        rest.values.to_vec(),
        rest.names.to_vec(),
    ))
})];

pub const NATIVE_GETTERS: &[Getter] = &[
    Getter {
        name: "__name__",
        get: |_, v| Ok(Value::str(native_name(v))),
        set: None,
    },
    Getter {
        name: "__qualname__",
        get: |_, v| {
            let owner = match v {
                Value::Native(native) => native.owner(),
                Value::Method(method) => match &method.function {
                    Value::Native(native) => native.owner(),
                    _ => None,
                },
                _ => None,
            };
            let name = native_name(v);
            Ok(Value::str(owner.map_or_else(
                || name.to_string(),
                |owner| format!("{}.{name}", owner.name),
            )))
        },
        set: None,
    },
    Getter {
        name: "__doc__",
        get: |_, _| Ok(Value::None),
        set: None,
    },
    Getter {
        name: "__module__",
        get: |_, v| {
            Ok(match v {
                Value::Native(native) => Value::str(native.module),
                _ => Value::None,
            })
        },
        set: None,
    },
    Getter {
        name: "__self__",
        get: |_, v| {
            Ok(match v {
                Value::Method(method) => method.receiver.clone(),
                _ => Value::None,
            })
        },
        set: None,
    },
];

pub const CELL_GETTERS: &[Getter] = &[Getter {
    name: "cell_contents",
    get: |vm, v| match v {
        Value::Cell(cell) if !cell.get().is_empty_slot() => Ok(cell.get()),
        _ => Err(vm.value_error("Cell is empty")),
    },
    set: None,
}];

pub const CODE_GETTERS: &[Getter] = &[
    Getter {
        name: "co_name",
        get: |vm, v| Ok(Value::Str(as_code(vm, v)?.name.clone())),
        set: None,
    },
    Getter {
        name: "co_qualname",
        get: |vm, v| Ok(Value::Str(as_code(vm, v)?.qualname.clone())),
        set: None,
    },
    Getter {
        name: "co_filename",
        get: |vm, v| Ok(Value::str(as_code(vm, v)?.source.name.clone())),
        set: None,
    },
    Getter {
        name: "co_firstlineno",
        get: |vm, v| Ok(Value::Int(i64::from(as_code(vm, v)?.code.first_line))),
        set: None,
    },
    Getter {
        name: "co_posonlyargcount",
        get: |vm, v| Ok(Value::Int(as_code(vm, v)?.code.posonly_count.into())),
        set: None,
    },
    Getter {
        name: "co_kwonlyargcount",
        get: |vm, v| Ok(Value::Int(as_code(vm, v)?.code.kwonly_count.into())),
        set: None,
    },
    Getter {
        name: "co_argcount",
        get: |vm, v| Ok(Value::size(as_code(vm, v)?.arg_count())),
        set: None,
    },
    Getter {
        name: "co_varnames",
        get: |vm, v| {
            let locals = as_code(vm, v)?.code.locals.iter();
            Ok(Value::tuple(
                locals
                    .filter(|l| !l.starts_with('.'))
                    .map(|l| Value::str(&**l))
                    .collect(),
            ))
        },
        set: None,
    },
    Getter {
        name: "co_freevars",
        get: |vm, v| {
            Ok(Value::tuple(
                as_code(vm, v)?
                    .code
                    .frees
                    .iter()
                    .map(|l| Value::str(&**l))
                    .collect(),
            ))
        },
        set: None,
    },
    Getter {
        name: "co_flags",
        get: |vm, v| Ok(Value::Int(flags(as_code(vm, v)?))),
        set: None,
    },
];

/// CPython's `CO_*` flags, as far as `inspect` asks for them.
fn flags(code: &crate::object::CodeObject) -> i64 {
    use crate::bytecode::CodeKind;
    let kind = match code.code.kind {
        CodeKind::Generator => 0x20,
        CodeKind::Coroutine => 0x80,
        CodeKind::AsyncGenerator => 0x200,
        _ => 0,
    };
    kind | if code.code.has_varargs { 4 } else { 0 } | if code.code.has_varkeywords { 8 } else { 0 } | 3
}

/// A function's `__module__`.
pub(super) fn module_of(vm: &Vm, function: &Function) -> Value {
    let own = function
        .attrs
        .get()
        .and_then(|attrs| attrs.get_str(&vm.names.module));
    own.or_else(|| function.globals.get_str(&vm.names.name))
        .unwrap_or(Value::None)
}

/// `__doc__` of a function.
pub fn doc_of(function: &Function) -> Value {
    let own = function.attrs.get().and_then(|attrs| attrs.get_text("__doc__"));
    own.unwrap_or_else(|| {
        function
            .code
            .code
            .doc
            .as_ref()
            .map_or(Value::None, |doc| Value::str(&**doc))
    })
}

fn native_name(value: &Value) -> &'static str {
    match value {
        Value::Native(native) => native.name,
        Value::Method(method) => native_name(&method.function),
        _ => "?",
    }
}

fn as_function<'a>(vm: &Rc<Vm>, value: &'a Value) -> VmResult<&'a Rc<Function>> {
    match value {
        Value::Function(function) => Ok(function),
        _ => Err(vm.type_error("descriptor requires a 'function' object")),
    }
}

fn as_code<'a>(vm: &Rc<Vm>, value: &'a Value) -> VmResult<&'a Rc<crate::object::CodeObject>> {
    match value {
        Value::Code(code) => Ok(code),
        _ => Err(vm.type_error("descriptor requires a 'code' object")),
    }
}

fn method_parts(vm: &Rc<Vm>, value: &Value) -> VmResult<(Value, Value)> {
    match value {
        Value::Method(method) => Ok((method.function.clone(), method.receiver.clone())),
        _ => Err(vm.type_error("descriptor requires a 'method' object")),
    }
}

/// `types.MethodType(function, object)`.
pub const METHOD_NEW: &[NativeDef] = &[plain("__new__", |vm, args| {
    let [_, function, receiver] = args.exactly::<3>(vm, "method")?;
    if receiver.is_none() {
        return Err(vm.type_error("instance must not be None"));
    }
    Ok(crate::vm::attr::bind(function.clone(), receiver.clone()))
})];
