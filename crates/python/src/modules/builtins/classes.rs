//! `isinstance`, `issubclass` and `callable`.

use crate::object::function::native_state;
use crate::object::{Str, Type, Value};
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

/// `isinstance(value, class)`; `None` where Python code has to run, or where tuples are nested.
pub fn try_is_instance(vm: &Vm, value: &Value, class: &Value) -> VmResult<Option<bool>> {
    let Some(classes) = alternatives(class) else {
        return Ok(is_instance_of(vm, value, class));
    };
    let decided = classes
        .iter()
        .map(|class| is_instance_of(vm, value, class))
        .position(|answer| answer != Some(false));
    vm.charge(decided.unwrap_or(classes.len()))?;
    Ok(match decided.and_then(|at| classes.get(at)) {
        Some(class) => is_instance_of(vm, value, class),
        None => Some(false),
    })
}

/// The same for what is a class itself.
fn is_instance_of(vm: &Vm, value: &Value, class: &Value) -> Option<bool> {
    match class {
        Value::Type(class) if Rc::ptr_eq(vm.type_of(value), class) => Some(true),
        Value::Type(class) if !has_hook(vm, class_hook_owner(vm, class), &vm.names.instancecheck) => {
            match vm.is_instance(value, class) {
                false if may_claim_class(value) => None,
                answer => Some(answer),
            }
        }
        _ => None,
    }
}

/// Whether an object may say in `__class__` that it is of another class than it is: a proxy.
fn may_claim_class(value: &Value) -> bool {
    matches!(value, Value::Instance(instance) if instance.class.may_claim_class())
}

/// Whether what the object calls its class is a subclass of this one.
async fn claims_class(cx: &Cx, value: &Value, class: &Rc<Type>) -> VmResult<bool> {
    let claimed = cx.getattr_opt(value, &cx.vm.names.class).await?;
    Ok(matches!(claimed, Some(Value::Type(claimed)) if claimed.is_subclass_of(class)))
}

/// `isinstance(value, class)`.
pub async fn is_instance(cx: &Cx, value: &Value, class: &Value) -> VmResult<bool> {
    let vm = &cx.vm;
    if let Some(answer) = try_is_instance(vm, value, class)? {
        return Ok(answer);
    }
    let mut classes = Classes::of(class);
    while let Some(class) = classes.next(cx).await? {
        if let Some(answer) = is_instance_of(vm, value, &class) {
            if answer {
                return Ok(true);
            }
            continue;
        }
        if let Value::Type(class) = &class
            && !has_hook(vm, class_hook_owner(vm, class), &vm.names.instancecheck)
        {
            if claims_class(cx, value, class).await? {
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
    let mut classes = Classes::of(class);
    while let Some(class) = classes.next(cx).await? {
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
    if let Some(answer) = try_is_instance(vm, value, class)? {
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

/// The members of a tuple of classes or of a union.
fn alternatives(class: &Value) -> Option<&[Value]> {
    match class {
        Value::Tuple(classes) => Some(classes),
        Value::Instance(_) => Some(&native_state::<UnionType>(class)?.args),
        _ => None,
    }
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

/// The classes in nested tuples and unions, in order. Without recursion, as tuples may nest deeply; and one by one, as
/// nested tuples may hold one another many times.
struct Classes {
    waiting: Vec<Value>,
}

impl Classes {
    fn of(class: &Value) -> Self {
        Classes {
            waiting: vec![class.clone()],
        }
    }

    async fn next(&mut self, cx: &Cx) -> VmResult<Option<Value>> {
        while let Some(class) = self.waiting.pop() {
            cx.charge(4).await?;
            let inner = class.as_tuple().map(|tuple| &tuple[..]);
            match inner.or_else(|| alternatives(&class)) {
                Some(classes) => self.waiting.extend(classes.iter().rev().cloned()),
                None => return Ok(Some(class)),
            }
        }
        Ok(None)
    }
}
