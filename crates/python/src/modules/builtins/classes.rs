//! `isinstance`, `issubclass` and `callable`.

use crate::object::function::native_state;
use crate::object::{Str, Value};
use crate::types::generic_alias::{GenericAlias, UnionType};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const FUNCTIONS: &[NativeDef] = &[
    flow("isinstance", isinstance),
    flow("issubclass", issubclass),
    plain("callable", callable),
];

/// `isinstance(value, class)`; `None` where Python code has to run.
pub fn try_is_instance(vm: &Vm, value: &Value, class: &Value) -> Option<bool> {
    match class {
        Value::Type(class) if Rc::ptr_eq(vm.type_of(value), class) => Some(true),
        Value::Type(class) if !has_hook(vm, class_hook_owner(vm, class), &vm.names.instancecheck) => {
            Some(vm.is_instance(value, class))
        }
        Value::Tuple(classes) => any_at_once(classes, |class| try_is_instance(vm, value, class)),
        Value::Instance(_) => {
            let union = native_state::<UnionType>(class)?;
            any_at_once(&union.args, |class| try_is_instance(vm, value, class))
        }
        _ => None,
    }
}

/// `isinstance(value, class)`.
pub async fn is_instance(cx: &Cx, value: &Value, class: &Value) -> VmResult<bool> {
    let vm = &cx.vm;
    if let Some(answer) = try_is_instance(vm, value, class) {
        return Ok(answer);
    }
    for class in flatten(class) {
        if let Some(answer) = try_is_instance(vm, value, &class) {
            if answer {
                return Ok(true);
            }
            continue;
        }
        if native_state::<GenericAlias>(&class).is_some() {
            return Err(vm.type_error("isinstance() argument 2 cannot be a parameterized generic"));
        }
        match cx
            .special(&class, &vm.names.instancecheck, vec![value.clone()])
            .await?
        {
            Some(answer) => {
                if cx.truth(&answer).await? {
                    return Ok(true);
                }
            }
            None => {
                return Err(vm.type_error("isinstance() arg 2 must be a type, a tuple of types, or a union"));
            }
        }
    }
    Ok(false)
}

/// `issubclass(sub, class)`.
pub async fn is_subclass(cx: &Cx, sub: &Value, class: &Value) -> VmResult<bool> {
    let vm = &cx.vm;
    for class in flatten(class) {
        let answer = match &class {
            Value::Type(base) if !has_hook(vm, class_hook_owner(vm, base), &vm.names.subclasscheck) => {
                match sub {
                    Value::Type(sub) => sub.is_subclass_of(base),
                    _ => return Err(vm.type_error("issubclass() arg 1 must be a class")),
                }
            }
            _ if native_state::<GenericAlias>(&class).is_some() => {
                return Err(vm.type_error("issubclass() argument 2 cannot be a parameterized generic"));
            }
            _ => match cx
                .special(&class, &vm.names.subclasscheck, vec![sub.clone()])
                .await?
            {
                Some(answer) => cx.truth(&answer).await?,
                None if !matches!(sub, Value::Type(_)) => {
                    return Err(vm.type_error("issubclass() arg 1 must be a class"));
                }
                None => {
                    return Err(
                        vm.type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union")
                    );
                }
            },
        };
        if answer {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a value can be called.
pub fn is_callable(vm: &Vm, value: &Value) -> bool {
    match value {
        Value::Function(_) | Value::Method(_) | Value::Native(_) | Value::Type(_) => true,
        Value::Instance(_) => vm.special(value, &vm.names.call).is_some(),
        _ => false,
    }
}

fn isinstance(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [value, class] = args.exactly::<2>(vm, "isinstance")?;
    if let Some(answer) = try_is_instance(vm, value, class) {
        return Ok(Flow::Value(Value::Bool(answer)));
    }
    let (value, class) = (value.clone(), class.clone());
    Flow::start(vm, |cx| async move {
        is_instance(&cx, &value, &class).await.map(Value::Bool)
    })
}

fn issubclass(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [sub, class] = args.exactly::<2>(vm, "issubclass")?.clone();
    Flow::start(vm, |cx| async move {
        is_subclass(&cx, &sub, &class).await.map(Value::Bool)
    })
}

fn callable(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [value] = args.exactly::<1>(vm, "callable")?;
    Ok(Value::Bool(is_callable(vm, value)))
}

/// The first true answer; `None` if an earlier one has to be asked for.
fn any_at_once(classes: &[Value], test: impl Fn(&Value) -> Option<bool>) -> Option<bool> {
    for class in classes {
        if test(class)? {
            return Some(true);
        }
    }
    Some(false)
}

fn class_hook_owner<'a>(vm: &'a Vm, class: &'a Rc<crate::object::Type>) -> &'a Rc<crate::object::Type> {
    class.metaclass.as_ref().unwrap_or(&vm.types.type_)
}

/// Whether a metaclass written in Python says what its classes' instances are.
fn has_hook(vm: &Vm, meta: &Rc<crate::object::Type>, name: &Str) -> bool {
    !Rc::ptr_eq(meta, &vm.types.type_)
        && vm
            .lookup(meta, name)
            .is_some_and(|hook| !matches!(hook, Value::Native(_)))
}

/// The classes in nested tuples and unions, in order. Without recursion: tuples may nest deeply.
fn flatten(class: &Value) -> Vec<Value> {
    let mut classes = Vec::new();
    let mut waiting = vec![class.clone()];
    while let Some(class) = waiting.pop() {
        if let Some(tuple) = class.as_tuple() {
            waiting.extend(tuple.iter().rev().cloned());
        } else if let Some(union) = native_state::<UnionType>(&class) {
            waiting.extend(union.args.iter().rev().cloned());
        } else {
            classes.push(class);
        }
    }
    classes
}
