//! What natives of built-in types do with their first argument, and dunder methods that several types share.

use crate::bytecode::CmpOp;
use crate::object::{Dict, Exc, Instance, List, Payload, Set, Str, Tuple, Type, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow};
use crate::vm::protocol::{compare, items, iterate, text};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// The list that a method was called on, and the other arguments.
pub fn list<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(&'a Rc<List>, Args<'a>)> {
    let (receiver, rest) = first(vm, args, "list", method)?;
    match receiver.as_list() {
        Some(list) => Ok((list, rest)),
        None => Err(wrong_receiver(vm, receiver, "list", method)),
    }
}

/// The same for tuples.
pub fn tuple<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(&'a Rc<Tuple>, Args<'a>)> {
    let (receiver, rest) = first(vm, args, "tuple", method)?;
    match receiver.as_tuple() {
        Some(tuple) => Ok((tuple, rest)),
        None => Err(wrong_receiver(vm, receiver, "tuple", method)),
    }
}

/// The same for dicts.
pub fn dict<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(&'a Rc<Dict>, Args<'a>)> {
    let (receiver, rest) = first(vm, args, "dict", method)?;
    match receiver.as_dict() {
        Some(dict) => Ok((dict, rest)),
        None => Err(wrong_receiver(vm, receiver, "dict", method)),
    }
}

/// The same for sets that can change.
pub fn set<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(&'a Rc<Set>, Args<'a>)> {
    let (receiver, rest) = first(vm, args, "set", method)?;
    match receiver.base() {
        Value::Set(set) => Ok((set, rest)),
        _ => Err(wrong_receiver(vm, receiver, "set", method)),
    }
}

/// The same for sets and frozensets.
pub fn any_set<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(&'a Value, Args<'a>)> {
    let (receiver, rest) = first(vm, args, "set", method)?;
    match receiver.as_set() {
        Some(_) => Ok((receiver, rest)),
        None => Err(wrong_receiver(vm, receiver, "set", method)),
    }
}

/// The receiver, whatever it is, and the other arguments.
pub fn first<'a>(vm: &Rc<Vm>, args: Args<'a>, class: &str, method: &str) -> VmResult<(&'a Value, Args<'a>)> {
    if args.values.len() == args.names.len() {
        return Err(vm.type_error(format!("unbound method {class}.{method}() needs an argument")));
    }
    Ok(args.receiver())
}

/// TypeError: a method of one type was called on another.
pub fn wrong_receiver(vm: &Vm, receiver: &Value, class: &str, method: &str) -> Exc {
    let given = vm.type_name(receiver);
    vm.type_error(if method.starts_with("__") {
        format!("descriptor '{method}' requires a '{class}' object but received a '{given}'")
    } else {
        format!("descriptor '{method}' for '{class}' objects doesn't apply to a '{given}' object")
    })
}

/// The class that `__new__` was called with, and the other arguments.
pub fn class<'a>(vm: &Rc<Vm>, args: Args<'a>, built_in: &Rc<Type>) -> VmResult<(&'a Rc<Type>, Args<'a>)> {
    let (receiver, rest) = args.receiver();
    let name = &built_in.name;
    match receiver {
        Value::Type(class) if class.is_subclass_of(built_in) => Ok((class, rest)),
        Value::Type(class) => Err(vm.type_error(format!(
            "{name}.__new__({}): {} is not a subtype of {name}",
            class.name, class.name
        ))),
        other => Err(vm.type_error(format!(
            "{name}.__new__(X): X is not a type object ({})",
            vm.type_name(other)
        ))),
    }
}

/// A value of the class: the built-in value itself, or an instance of a subclass around it.
pub fn of_class(class: &Rc<Type>, built_in: &Rc<Type>, value: Value) -> Value {
    if Rc::ptr_eq(class, built_in) {
        return value;
    }
    Value::Instance(Rc::new(Instance::new(class.clone(), Payload::Value(value))))
}

/// At most one positional argument and no keywords, as the constructors of containers want it.
pub fn at_most_one<'a>(vm: &Rc<Vm>, args: Args<'a>, name: &str) -> VmResult<Option<&'a Value>> {
    if !args.names.is_empty() {
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    match args.values {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        more => Err(vm.type_error(format!("{name} expected at most 1 argument, got {}", more.len()))),
    }
}

/// The arguments without those that are only for the method of that name which the program's own class has.
pub fn not_for<'a>(vm: &Rc<Vm>, args: Args<'a>, class: &Rc<Type>, method: &Str) -> Args<'a> {
    match vm.lookup(class, method) {
        Some(Value::Native(_)) | None => args,
        Some(_) => Args::positional_only(args.positional()),
    }
}

/// The comparisons of containers.
pub const COMPARISONS: [NativeDef; 6] = [
    flow("__eq__", |vm, args| compare_with(vm, args, CmpOp::Eq)),
    flow("__ne__", |vm, args| compare_with(vm, args, CmpOp::Ne)),
    flow("__lt__", |vm, args| compare_with(vm, args, CmpOp::Lt)),
    flow("__le__", |vm, args| compare_with(vm, args, CmpOp::Le)),
    flow("__gt__", |vm, args| compare_with(vm, args, CmpOp::Gt)),
    flow("__ge__", |vm, args| compare_with(vm, args, CmpOp::Ge)),
];

/// Dunder methods that all containers share.
pub const CONTAINER: [NativeDef; 5] = [
    flow("__len__", |vm, args| {
        let [object] = unary(vm, args, "__len__")?;
        let length = items::try_len(vm, object.base())?.unwrap_or(0);
        Ok(Flow::Value(Value::Int(length)))
    }),
    flow("__iter__", |vm, args| {
        let [object] = unary(vm, args, "__iter__")?;
        let iterator = iterate::try_iter(vm, object.base())?;
        Ok(Flow::Value(iterator.unwrap_or_default()))
    }),
    flow("__contains__", |vm, args| {
        let [object, item] = binary(vm, args, "__contains__")?.clone();
        Flow::start(vm, |cx| async move {
            let found = items::contains_builtin(&cx, object.base(), &item).await?;
            Ok(Value::Bool(found))
        })
    }),
    flow("__repr__", |vm, args| {
        let [object] = unary(vm, args, "__repr__")?.clone();
        Flow::start(vm, |cx| async move {
            text::builtin_repr(&cx, &object).await.map(Value::Str)
        })
    }),
    flow("__getitem__", |vm, args| {
        let [object, index] = binary(vm, args, "__getitem__")?.clone();
        Flow::start(
            vm,
            |cx| async move { items::get_builtin(&cx, &object, &index).await },
        )
    }),
];

/// `__setitem__` and `__delitem__` of lists and dicts.
pub const MUTABLE: [NativeDef; 2] = [
    flow("__setitem__", |vm, args| {
        let (object, rest) = first(vm, args, "object", "__setitem__")?;
        let [index, value] = rest.exactly::<2>(vm, "__setitem__")?.clone();
        let object = object.clone();
        Flow::start(vm, |cx| async move {
            items::set_builtin(&cx, &object, &index, value).await?;
            Ok(Value::None)
        })
    }),
    flow("__delitem__", |vm, args| {
        let [object, index] = binary(vm, args, "__delitem__")?.clone();
        Flow::start(vm, |cx| async move {
            items::del_builtin(&cx, &object, &index).await?;
            Ok(Value::None)
        })
    }),
];

/// `__hash__` of built-in values that can be hashed.
pub const HASH: NativeDef = flow("__hash__", |vm, args| {
    let [object] = unary(vm, args, "__hash__")?.clone();
    Flow::start(vm, |cx| async move {
        compare::hash(&cx, object.base()).await.map(Value::Int)
    })
});

/// The receiver of a dunder method without other arguments.
pub fn unary<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<&'a [Value; 1]> {
    dunder_arguments(vm, args, method)
}

/// The receiver and the one argument of a dunder method.
pub fn binary<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<&'a [Value; 2]> {
    dunder_arguments(vm, args, method)
}

fn dunder_arguments<'a, const N: usize>(
    vm: &Rc<Vm>,
    args: Args<'a>,
    method: &str,
) -> VmResult<&'a [Value; N]> {
    match args.values.try_into() {
        Ok(values) if args.names.is_empty() => Ok(values),
        _ => Err(wrong_dunder_arguments(vm, args, method, N)),
    }
}

#[cold]
fn wrong_dunder_arguments(vm: &Rc<Vm>, args: Args<'_>, method: &str, expected: usize) -> Exc {
    if let Err(missing) = first(vm, args, "object", method) {
        return missing;
    }
    vm.type_error(if args.names.is_empty() {
        let s = if expected == 2 { "" } else { "s" };
        let given = args.values.len() - 1;
        format!("expected {} argument{s}, got {given}", expected - 1)
    } else {
        format!("wrapper {method}() takes no keyword arguments")
    })
}

fn compare_with(vm: &Rc<Vm>, args: Args<'_>, op: CmpOp) -> VmResult<Flow> {
    let [a, b] = binary(vm, args, "__eq__")?.clone();
    Flow::start(
        vm,
        |cx| async move { compare::compare_builtin(&cx, op, &a, &b).await },
    )
}
