//! `float`.

use super::operators::with_ints;
use super::receiver;
use crate::object::function::Getter;
use crate::object::{Instance, Payload, Type, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::cx::Cx;
use crate::vm::protocol::arithmetic::{int_value, to_float};
use crate::vm::protocol::index;
use crate::vm::protocol::special::{Slot, slot};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::{float_ops, float_parse, int_float};

pub const METHODS: &[NativeDef] = &[
    flow("__new__", new),
    plain("is_integer", |vm, args| {
        let x = own(vm, args, "is_integer")?;
        Ok(Value::Bool(x.is_finite() && x.fract() == 0.0))
    }),
    plain("as_integer_ratio", |vm, args| {
        let ratio = int_float::as_integer_ratio(own(vm, args, "as_integer_ratio")?);
        let (numerator, denominator) = ratio.map_err(|error| vm.raise(error))?;
        Ok(Value::tuple(vec![int_value(numerator), int_value(denominator)]))
    }),
    plain("hex", |vm, args| {
        Ok(Value::str(float_parse::float_hex(own(vm, args, "hex")?)))
    }),
    plain("conjugate", |vm, args| {
        own(vm, args, "conjugate").map(Value::Float)
    }),
    plain("__float__", |vm, args| {
        own(vm, args, "__float__").map(Value::Float)
    }),
    plain("__abs__", |vm, args| {
        own(vm, args, "__abs__").map(|x| Value::Float(x.abs()))
    }),
    plain("__int__", |vm, args| integer(vm, own(vm, args, "__int__")?)),
    plain("__trunc__", |vm, args| integer(vm, own(vm, args, "__trunc__")?)),
    plain("__floor__", |vm, args| {
        integer(vm, own(vm, args, "__floor__")?.floor())
    }),
    plain("__ceil__", |vm, args| {
        integer(vm, own(vm, args, "__ceil__")?.ceil())
    }),
    flow("__round__", |vm, args| with_ints(vm, args, 1, round)),
];

pub const CLASS_METHODS: &[NativeDef] = &[flow("fromhex", fromhex), plain("__getformat__", getformat)];

pub const GETTERS: &[Getter] = &[
    Getter {
        name: "real",
        get: |_, value| Ok(value.base().clone()),
        set: None,
    },
    Getter {
        name: "imag",
        get: |_, _| Ok(Value::Float(0.0)),
        set: None,
    },
];

/// `float(x)` of anything but text: `__float__`, else `__index__`. `refusal` words the TypeError for other types.
pub async fn float(cx: &Cx, value: &Value, refusal: fn(&str) -> String) -> VmResult<f64> {
    let vm = &cx.vm;
    if let Some(float) = try_real(vm, value)? {
        return Ok(float);
    }
    if let Some(answer) = cx.special(value, &vm.names.float, vec![]).await? {
        return match answer.base() {
            Value::Float(float) => Ok(*float),
            _ => Err(vm.type_error(format!(
                "{}.__float__ returned non-float (type {})",
                vm.type_name(value),
                vm.type_name(&answer)
            ))),
        };
    }
    if index::has_index(vm, value) {
        let int = index::index(cx, value).await?;
        return match crate::vm::protocol::arithmetic::int_of(&int) {
            Some(int) => to_float(vm, int),
            None => Ok(0.0),
        };
    }
    Err(vm.type_error(refusal(&vm.type_name(value))))
}

/// The float in a built-in real number; `None` where a method has to be called or text to be parsed.
pub fn try_real(vm: &Rc<Vm>, value: &Value) -> VmResult<Option<f64>> {
    if let Value::Instance(_) = value
        && !matches!(slot(vm, value, &vm.names.float), Slot::Builtin)
    {
        return Ok(None);
    }
    match value.base() {
        Value::Float(float) => Ok(Some(*float)),
        base => match crate::vm::protocol::arithmetic::int_of(base) {
            Some(int) => to_float(vm, int).map(Some),
            None => Ok(None),
        },
    }
}

fn new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (class, rest) = receiver::class(vm, args, &vm.types.float)?;
    let class = class.clone();
    let rest = receiver::not_for(vm, rest, &class, &vm.names.init);
    let Some(value) = receiver::at_most_one(vm, rest, "float")? else {
        return Ok(Flow::Value(of_class(vm, &class, 0.0)));
    };
    if let Some(float) = try_real(vm, value)? {
        return Ok(Flow::Value(of_class(vm, &class, float)));
    }
    let parsed = match value.as_str() {
        Some(text) => {
            vm.charge(text.len() / 2)?;
            Some(float_parse::float_from_str(text))
        }
        None => super::bytes::bytes_of(value.base()).map(|data| float_parse::float_from_bytes(&data)),
    };
    if let Some(parsed) = parsed {
        let float = match parsed.map_err(|error| vm.raise(error))? {
            float if float.is_nan() => vm.native_types.new_nan().copysign(float),
            float => float,
        };
        return Ok(Flow::Value(of_class(vm, &class, float)));
    }
    let value = value.clone();
    Flow::start(vm, move |cx| async move {
        let float = float(&cx, &value, |name| {
            format!("float() argument must be a string or a real number, not '{name}'")
        });
        Ok(of_class(&cx.vm, &class, float.await?))
    })
}

fn of_class(vm: &Vm, class: &Rc<Type>, float: f64) -> Value {
    if Rc::ptr_eq(class, &vm.types.float) {
        return Value::Float(float);
    }
    let payload = Payload::Value(Value::Float(float));
    Value::Instance(Rc::new(Instance::new(class.clone(), payload)))
}

fn own(vm: &Rc<Vm>, args: Args<'_>, method: &str) -> VmResult<f64> {
    let (object, rest) = receiver::first(vm, args, "float", method)?;
    rest.exactly::<0>(vm, &format!("float.{method}"))?;
    receiver_float(vm, object, method)
}

fn receiver_float(vm: &Vm, object: &Value, method: &str) -> VmResult<f64> {
    match object.base() {
        Value::Float(float) => Ok(*float),
        _ => Err(receiver::wrong_receiver(vm, object, "float", method)),
    }
}

fn integer(vm: &Vm, x: f64) -> VmResult<Value> {
    int_float::float_to_int(x)
        .map(int_value)
        .map_err(|error| vm.raise(error))
}

fn round(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (object, rest) = receiver::first(vm, args, "float", "__round__")?;
    let x = receiver_float(vm, object, "__round__")?;
    match rest.between(vm, "__round__", 0, 1)? {
        [] | [Value::None] => float_ops::round_to_int(x)
            .map(int_value)
            .map_err(|error| vm.raise(error)),
        [digits, ..] => {
            let digits = index::try_index(vm, digits)?.unwrap_or_default();
            float_ops::round_to_digits(x, index::saturate(&digits))
                .map(Value::Float)
                .map_err(|error| vm.raise(error))
        }
    }
}

fn fromhex(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (class, rest) = args.receiver();
    let [text] = rest.exactly::<1>(vm, "float.fromhex")?;
    let Some(text) = text.as_str() else {
        return Err(vm.type_error("bad argument type for built-in operation"));
    };
    let float = float_parse::float_fromhex(text).map_err(|error| vm.raise(error))?;
    Ok(match class {
        Value::Type(class) if Rc::ptr_eq(class, &vm.types.float) => Flow::Value(Value::Float(float)),
        class => Flow::Call(class.clone(), vec![Value::Float(float)]),
    })
}

fn getformat(_: &Rc<Vm>, _: Args<'_>) -> VmResult<Value> {
    Ok(Value::str("IEEE, little-endian"))
}
