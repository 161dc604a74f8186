//! `list[int]` and `int | str`, as annotations use them.

use super::receiver;
use crate::object::function::{Getter, native_state};
use crate::object::{Instance, Str, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::protocol::text::full_name;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// `origin[args]`: native state.
pub struct GenericAlias {
    pub origin: Value,
    pub args: Vec<Value>,
    /// How many aliases are inside one another.
    depth: u32,
}

/// Aliases that are nested more deeply are refused: they are compared and freed by recursion.
const MOST_DEPTH: u32 = 300;

/// `a | b | …` of types: native state.
pub struct UnionType {
    pub args: Vec<Value>,
}

pub const METHODS: &[NativeDef] = &[
    plain("__new__", |vm, args| {
        let [_, origin, index] = args.exactly::<3>(vm, "GenericAlias")?;
        alias(vm, origin.clone(), index)
    }),
    flow("__call__", call),
    flow("__repr__", repr),
    plain("__getitem__", subscript),
    plain("__mro_entries__", mro_entries),
    flow("__eq__", equal),
    flow("__hash__", hash),
    flow("__getattr__", forward),
    plain("__or__", or),
    plain("__ror__", ror),
];

pub const UNION_METHODS: &[NativeDef] = &[
    flow("__repr__", repr),
    flow("__eq__", equal),
    flow("__hash__", hash),
    plain("__or__", or),
    plain("__ror__", ror),
];

pub const GETTERS: &[Getter] = &[
    Getter {
        name: "__origin__",
        get: |_, alias| {
            Ok(native_state::<GenericAlias>(alias).map_or(Value::None, |alias| alias.origin.clone()))
        },
        set: None,
    },
    ARGS,
];

pub const UNION_GETTERS: &[Getter] = &[ARGS];

const ARGS: Getter = Getter {
    name: "__args__",
    get: |_, alias| Ok(Value::tuple(arguments(alias).unwrap_or_default())),
    set: None,
};

/// The class method with which a built-in type makes its aliases.
pub const CLASS_GETITEM: NativeDef = plain("__class_getitem__", |vm, args| {
    let (origin, rest) = args.receiver();
    let [index] = rest.exactly::<1>(vm, "__class_getitem__")?;
    alias(vm, origin.clone(), index)
});

/// `origin[index]`. RecursionError.
pub fn alias(vm: &Vm, origin: Value, index: &Value) -> VmResult<Value> {
    let args = match index {
        Value::Tuple(items) => items.to_vec(),
        one => vec![one.clone()],
    };
    let depth = 1 + args.iter().map(depth_of).max().unwrap_or(0);
    if depth > MOST_DEPTH {
        return Err(vm.recursion_error());
    }
    let state = GenericAlias { origin, args, depth };
    Ok(Value::Instance(Instance::with_native(
        &vm.types.generic_alias,
        state,
    )))
}

/// What putting a union together takes beyond the instruction that does it.
const UNION_STRAIN: usize = 30;

/// `a | b`, if both are types (or None, or aliases of types).
pub fn union(vm: &Vm, a: &Value, b: &Value) -> Option<Value> {
    let mut args: Vec<Value> = Vec::new();
    crate::object::work::strain(UNION_STRAIN);
    for side in [a, b] {
        let parts = match native_state::<UnionType>(side) {
            Some(union) => union.args.clone(),
            None if is_type_like(side) => vec![side.clone()],
            None => return None,
        };
        for part in parts {
            vm.clock.spend(args.len());
            let part = if part.is_none() {
                Value::Type(vm.types.none.clone())
            } else {
                part
            };
            if !args.iter().any(|have| same(have, &part)) {
                args.push(part);
            }
        }
    }
    if let [only] = &args[..] {
        return Some(only.clone());
    }
    Some(Value::Instance(Instance::with_native(
        &vm.types.union_type,
        UnionType { args },
    )))
}

fn depth_of(value: &Value) -> u32 {
    if let Some(alias) = native_state::<GenericAlias>(value) {
        return alias.depth;
    }
    let union = native_state::<UnionType>(value);
    union.map_or(0, |union| union.args.iter().map(depth_of).max().unwrap_or(0))
}

fn is_type_like(value: &Value) -> bool {
    matches!(value, Value::Type(_) | Value::None) || native_state::<GenericAlias>(value).is_some()
}

fn arguments(value: &Value) -> Option<Vec<Value>> {
    native_state::<GenericAlias>(value)
        .map(|alias| alias.args.clone())
        .or_else(|| native_state::<UnionType>(value).map(|union| union.args.clone()))
}

/// Equality of aliases and of the types in them.
fn same(a: &Value, b: &Value) -> bool {
    if a.is(b) {
        return true;
    }
    if let (Some(a), Some(b)) = (native_state::<GenericAlias>(a), native_state::<GenericAlias>(b)) {
        let pairs = a.args.iter().zip(&b.args);
        return a.origin.is(&b.origin)
            && a.args.len() == b.args.len()
            && pairs.into_iter().all(|(a, b)| same(a, b));
    }
    if let (Some(a), Some(b)) = (native_state::<UnionType>(a), native_state::<UnionType>(b)) {
        return a.args.len() == b.args.len() && a.args.iter().all(|x| b.args.iter().any(|y| same(x, y)));
    }
    crate::object::compare::equal(a, b) == Some(true)
}

fn call(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (receiver, rest) = receiver::first(vm, args, "types.GenericAlias", "__call__")?;
    let Some(alias) = native_state::<GenericAlias>(receiver) else {
        return Err(receiver::wrong_receiver(
            vm,
            receiver,
            "types.GenericAlias",
            "__call__",
        ));
    };
    Ok(Flow::CallNamed(
        alias.origin.clone(),
        rest.values.to_vec(),
        rest.names.to_vec(),
    ))
}

fn subscript(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [receiver, index] = receiver::binary(vm, args, "__getitem__")?;
    let origin = native_state::<GenericAlias>(receiver).map(|alias| alias.origin.clone());
    alias(vm, origin.unwrap_or_default(), index)
}

fn mro_entries(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (receiver, _) = receiver::first(vm, args, "types.GenericAlias", "__mro_entries__")?;
    let origin = native_state::<GenericAlias>(receiver).map(|alias| alias.origin.clone());
    Ok(Value::tuple(origin.into_iter().collect()))
}

fn equal(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [a, b] = receiver::binary(vm, args, "__eq__")?;
    Ok(Flow::Value(match arguments(b) {
        Some(_) => Value::Bool(same(a, b)),
        None => Value::NotImplemented,
    }))
}

fn hash(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [alias] = receiver::unary(vm, args, "__hash__")?.clone();
    Flow::start(vm, |cx| async move {
        let mut hash = match native_state::<GenericAlias>(&alias) {
            Some(alias) => cx.hash(&alias.origin).await?,
            None => 0,
        };
        for argument in arguments(&alias).unwrap_or_default() {
            // Unions are equal in any order: so must their hashes be.
            hash ^= cx.hash(&argument).await?;
        }
        Ok(Value::Int(hash))
    })
}

/// Other attributes are those of the class.
fn forward(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [receiver, name] = receiver::binary(vm, args, "__getattr__")?.clone();
    let Some(name) = name.as_str().cloned() else {
        return Err(vm.type_error("attribute name must be string"));
    };
    Flow::start(vm, |cx| async move {
        match native_state::<GenericAlias>(&receiver) {
            Some(alias) => cx.getattr(&alias.origin, &name).await,
            None => Err(cx.vm.no_attribute(&receiver, &name)),
        }
    })
}

fn or(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [a, b] = receiver::binary(vm, args, "__or__")?;
    Ok(union(vm, a, b).unwrap_or(Value::NotImplemented))
}

fn ror(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [a, b] = receiver::binary(vm, args, "__ror__")?;
    Ok(union(vm, b, a).unwrap_or(Value::NotImplemented))
}

fn repr(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [alias] = receiver::unary(vm, args, "__repr__")?.clone();
    Flow::start(vm, |cx| async move {
        let mut parts = Vec::new();
        for argument in arguments(&alias).unwrap_or_default() {
            parts.push(match shown(&cx.vm, &argument) {
                Some(text) => text,
                None => cx.repr(&argument).await?,
            });
        }
        let texts: Vec<&str> = parts.iter().map(|part| part.as_str()).collect();
        let Some(generic) = native_state::<GenericAlias>(&alias) else {
            return Ok(Value::str(texts.join(" | ")));
        };
        let origin = match shown(&cx.vm, &generic.origin) {
            Some(text) => text,
            None => cx.repr(&generic.origin).await?,
        };
        let inside = if texts.is_empty() {
            "()".to_string()
        } else {
            texts.join(", ")
        };
        Ok(Value::str(format!("{origin}[{inside}]")))
    })
}

/// Types by their names, `...` for Ellipsis.
fn shown(vm: &Vm, value: &Value) -> Option<Str> {
    match value {
        Value::Type(class) if Rc::ptr_eq(class, &vm.types.none) => Some(Str::new("None")),
        Value::Type(class) => Some(Str::new(full_name(class))),
        Value::Ellipsis => Some(Str::new("...")),
        _ => None,
    }
}
