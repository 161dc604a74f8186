//! The operators of built-in types as methods: `int.__add__` and the like, for explicit calls and for classes that
//! extend the types. The machine itself takes shorter ways.

use super::receiver;
use crate::bytecode::{BinOp, UnaryOp};
use crate::object::Value;
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::cx::Cx;
use crate::vm::protocol::arithmetic::{self, Number};
use crate::vm::protocol::index::has_index;
use crate::vm::protocol::special::{Slot, slot};
use crate::vm::protocol::{format, index, text};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

#[derive(Clone, Copy)]
pub enum Order {
    Straight,
    Reflected,
}

/// Both methods of each operator.
macro_rules! operators {
    ($($plain:literal $reflected:literal $op:ident,)*) => {
        &[$(
            plain($plain, |vm, args| binary(vm, args, BinOp::$op, Order::Straight)),
            plain($reflected, |vm, args| binary(vm, args, BinOp::$op, Order::Reflected)),
        )*]
    };
}

/// What all numbers have.
pub const NUMBER: &[NativeDef] = operators! {
    "__add__" "__radd__" Add,
    "__sub__" "__rsub__" Sub,
    "__mul__" "__rmul__" Mul,
    "__truediv__" "__rtruediv__" TrueDiv,
};

/// What complex numbers do not have.
pub const REAL: &[NativeDef] = operators! {
    "__floordiv__" "__rfloordiv__" FloorDiv,
    "__mod__" "__rmod__" Mod,
};

/// What only ints have.
pub const INTEGER: &[NativeDef] = operators! {
    "__lshift__" "__rlshift__" LShift,
    "__rshift__" "__rrshift__" RShift,
    "__and__" "__rand__" And,
    "__or__" "__ror__" Or,
    "__xor__" "__rxor__" Xor,
};

/// `**`, the signs, and what every number is asked.
pub const UNARY: &[NativeDef] = &[
    plain("__pow__", |vm, args| power(vm, args, Order::Straight)),
    plain("__rpow__", |vm, args| power(vm, args, Order::Reflected)),
    plain("__neg__", |vm, args| unary(vm, args, UnaryOp::Neg)),
    plain("__pos__", |vm, args| unary(vm, args, UnaryOp::Pos)),
    plain("__bool__", |vm, args| {
        let [a] = receiver::unary(vm, args, "__bool__")?;
        let truth = crate::vm::protocol::truth::try_truth(vm, a.base());
        Ok(Value::Bool(truth.unwrap_or(true)))
    }),
];

pub const DIVMOD: &[NativeDef] = &[
    plain("__divmod__", |vm, args| divmod(vm, args, Order::Straight)),
    plain("__rdivmod__", |vm, args| divmod(vm, args, Order::Reflected)),
];

pub const INVERT: &[NativeDef] = &[plain("__invert__", |vm, args| unary(vm, args, UnaryOp::Invert))];

/// `__repr__` and `__format__` of numbers and strings.
pub const TEXT: &[NativeDef] = &[
    flow("__repr__", |vm, args| {
        let [object] = receiver::unary(vm, args, "__repr__")?.clone();
        Flow::start(vm, |cx| async move {
            text::builtin_repr(&cx, &object).await.map(Value::Str)
        })
    }),
    flow("__format__", |vm, args| {
        let (object, rest) = receiver::first(vm, args, "object", "__format__")?;
        let [spec] = rest.exactly::<1>(vm, "__format__")?;
        let Some(spec) = spec.as_str() else {
            return Err(vm.type_error(format!(
                "__format__() argument must be str, not {}",
                vm.type_name(spec)
            )));
        };
        if !spec.is_empty() {
            return format::format_builtin(vm, object, spec).map(|text| Flow::Value(Value::Str(text)));
        }
        let object = object.clone();
        Flow::start(vm, |cx| async move { cx.str(&object).await.map(Value::Str) })
    }),
    plain("__getnewargs__", |vm, args| {
        let [object] = receiver::unary(vm, args, "__getnewargs__")?;
        Ok(Value::tuple(vec![object.base().clone()]))
    }),
];

/// Runs a plain function whose arguments after the first `skip` are ints (or None): objects with an `__index__`
/// written in Python are asked for it first.
pub fn with_ints(
    vm: &Rc<Vm>,
    args: Args<'_>,
    skip: usize,
    function: fn(&Rc<Vm>, Args<'_>) -> VmResult<Value>,
) -> VmResult<Flow> {
    if !args.values.iter().skip(skip).any(|value| asks_index(vm, value)) {
        return function(vm, args).map(Flow::Value);
    }
    let (mut values, names) = (args.values.to_vec(), args.names.to_vec());
    Flow::start(vm, move |cx: Cx| async move {
        for value in values.iter_mut().skip(skip) {
            if asks_index(&cx.vm, value) {
                *value = index::index(&cx, value).await?;
            }
        }
        let args = Args {
            values: &values,
            names: &names,
        };
        function(&cx.vm, args)
    })
}

/// A C `ssize_t` argument that needs no Python code: see [`with_ints`].
pub fn size_argument(vm: &Rc<Vm>, value: &Value) -> VmResult<i64> {
    Ok(index::try_size(vm, value)?.unwrap_or(0))
}

/// A bound of a search or a slice: None stands for no bound.
pub fn bound_argument(vm: &Rc<Vm>, value: &Value) -> VmResult<Option<i64>> {
    if value.is_none() {
        return Ok(None);
    }
    if !has_index(vm, value) {
        return Err(vm.type_error("slice indices must be integers or None or have an __index__ method"));
    }
    Ok(index::try_index(vm, value)?.map(|int| index::saturate(&int)))
}

fn asks_index(vm: &Vm, value: &Value) -> bool {
    matches!(value, Value::Instance(_))
        && !value.is_int()
        && matches!(slot(vm, value, &vm.names.index), Slot::Call)
}

/// The operands, if the operator is defined for their types by the receiver's type: an int does not add floats.
fn operands<'a>(vm: &Rc<Vm>, args: Args<'a>, order: Order) -> VmResult<Option<(Number<'a>, Number<'a>)>> {
    let (object, rest) = receiver::first(vm, args, "object", "__add__")?;
    let other = match rest.values {
        [other, ..] => other,
        [] => return Err(vm.type_error("expected 1 argument, got 0")),
    };
    let (Some(a), Some(b)) = (Number::of(object), Number::of(other)) else {
        return Ok(None);
    };
    let rank = |number| match number {
        Number::Int(_) => 0,
        Number::Float(_) => 1,
        Number::Complex(_) => 2,
    };
    if rank(b) > rank(a) {
        return Ok(None);
    }
    Ok(Some(match order {
        Order::Straight => (a, b),
        Order::Reflected => (b, a),
    }))
}

fn binary(vm: &Rc<Vm>, args: Args<'_>, op: BinOp, order: Order) -> VmResult<Value> {
    if let [Value::Bool(a), Value::Bool(b)] = args.values {
        match op {
            BinOp::And => return Ok(Value::Bool(a & b)),
            BinOp::Or => return Ok(Value::Bool(a | b)),
            BinOp::Xor => return Ok(Value::Bool(a ^ b)),
            _ => {}
        }
    }
    match operands(vm, args, order)? {
        Some((a, b)) => Ok(arithmetic::binary(vm, op, a, b)?.unwrap_or(Value::NotImplemented)),
        None => Ok(Value::NotImplemented),
    }
}

fn power(vm: &Rc<Vm>, args: Args<'_>, order: Order) -> VmResult<Value> {
    if let [a, b, modulus] = args.values
        && !modulus.is_none()
    {
        return match (
            arithmetic::int_of(a),
            arithmetic::int_of(b),
            arithmetic::int_of(modulus),
        ) {
            (Some(a), Some(b), Some(modulus)) => arithmetic::power_modulo(vm, a, b, modulus),
            _ => Ok(Value::NotImplemented),
        };
    }
    binary(vm, args, BinOp::Pow, order)
}

fn divmod(vm: &Rc<Vm>, args: Args<'_>, order: Order) -> VmResult<Value> {
    match operands(vm, args, order)? {
        Some((a, b)) => Ok(arithmetic::divmod(vm, a, b)?.unwrap_or(Value::NotImplemented)),
        None => Ok(Value::NotImplemented),
    }
}

fn unary(vm: &Rc<Vm>, args: Args<'_>, op: UnaryOp) -> VmResult<Value> {
    let [object] = receiver::unary(vm, args, "__neg__")?;
    Ok(Number::of(object)
        .and_then(|number| arithmetic::unary(op, number))
        .unwrap_or(Value::NotImplemented))
}
