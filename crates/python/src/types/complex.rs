//! `complex`.

use super::receiver;
use crate::object::function::Getter;
use crate::object::{Instance, Payload, Type, Value};
use crate::vm::call::{Args, Flow, NativeDef, Signature, flow, plain};
use crate::vm::cx::Cx;
use crate::vm::protocol::complex::{self, Complex};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::float_parse;

pub const METHODS: &[NativeDef] = &[
    flow("__new__", new),
    plain("conjugate", |vm, args| {
        let z = own(vm, args, "conjugate")?;
        Ok(value((z.0, -z.1)))
    }),
    plain("__complex__", |vm, args| own(vm, args, "__complex__").map(value)),
    plain("__abs__", |vm, args| {
        let length = complex::abs(own(vm, args, "__abs__")?);
        length.map(Value::Float).map_err(|error| vm.raise(error))
    }),
];

pub const GETTERS: &[Getter] = &[
    Getter {
        name: "real",
        get: |vm, object| receiver_complex(vm, object, "real").map(|z| Value::Float(z.0)),
        set: None,
    },
    Getter {
        name: "imag",
        get: |vm, object| receiver_complex(vm, object, "imag").map(|z| Value::Float(z.1)),
        set: None,
    },
];

fn value(z: Complex) -> Value {
    Value::Complex(Rc::new(z))
}

fn own(vm: &Rc<Vm>, args: Args<'_>, method: &str) -> VmResult<Complex> {
    let (object, rest) = receiver::first(vm, args, "complex", method)?;
    rest.exactly::<0>(vm, &format!("complex.{method}"))?;
    receiver_complex(vm, object, method)
}

fn receiver_complex(vm: &Vm, object: &Value, method: &str) -> VmResult<Complex> {
    match object.base() {
        Value::Complex(z) => Ok(**z),
        _ => Err(receiver::wrong_receiver(vm, object, "complex", method)),
    }
}

fn new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    const SIGNATURE: Signature = Signature {
        function: "complex",
        params: &["real", "imag"],
        posonly: 0,
        positional: 2,
        required: 0,
    };
    let (class, rest) = receiver::class(vm, args, &vm.types.complex)?;
    let class = class.clone();
    let [real, imag] = rest.bind::<2>(vm, &SIGNATURE)?;
    Flow::start(vm, move |cx| async move {
        let z = build(&cx, real, imag).await?;
        Ok(of_class(&cx.vm, &class, z))
    })
}

async fn build(cx: &Cx, real: Option<Value>, imag: Option<Value>) -> VmResult<Complex> {
    let vm = &cx.vm;
    if let Some(text) = real.as_ref().and_then(Value::as_str) {
        if imag.is_some() {
            return Err(vm.type_error("complex() can't take second arg if first is a string"));
        }
        crate::object::work::note(PARSE_COST);
        vm.strain(PARSE_STRAIN)?;
        return parse(text).ok_or_else(|| vm.value_error("complex() arg is a malformed string"));
    }
    if imag.as_ref().is_some_and(|imag| imag.as_str().is_some()) {
        return Err(vm.type_error("complex() second arg can't be a string"));
    }
    let real = match &real {
        Some(real) => to_complex(cx, real, |name| {
            format!("complex() first argument must be a string or a number, not '{name}'")
        }),
        None => return Ok((0.0, imaginary(cx, imag.as_ref()).await?.0)),
    };
    let real = real.await?;
    if imag.is_none() {
        return Ok(real);
    }
    let imag = imaginary(cx, imag.as_ref()).await?;
    // complex(a, b) is a + b*1j, also if the parts are complex. Adding 0.0 would lose the sign of -0.0.
    let second = if real.1 == 0.0 { imag.0 } else { real.1 + imag.0 };
    Ok((real.0 - imag.1, second))
}

async fn imaginary(cx: &Cx, imag: Option<&Value>) -> VmResult<Complex> {
    match imag {
        Some(imag) => {
            to_complex(cx, imag, |name| {
                format!("complex() second argument must be a number, not '{name}'")
            })
            .await
        }
        None => Ok((0.0, 0.0)),
    }
}

async fn to_complex(cx: &Cx, number: &Value, refusal: fn(&str) -> String) -> VmResult<Complex> {
    let vm = &cx.vm;
    if let Value::Complex(z) = number.base() {
        return Ok(**z);
    }
    if let Value::Instance(_) = number
        && let Some(answer) = cx.special(number, &vm.names.complex, vec![]).await?
    {
        return match answer.base() {
            Value::Complex(z) => Ok(**z),
            _ => Err(vm.type_error(format!(
                "{}.__complex__() must return a complex, not {}",
                vm.type_name(number),
                vm.type_name(&answer)
            ))),
        };
    }
    Ok((super::float::float(cx, number, refusal).await?, 0.0))
}

fn of_class(vm: &Vm, class: &Rc<Type>, z: Complex) -> Value {
    if Rc::ptr_eq(class, &vm.types.complex) {
        return value(z);
    }
    Value::Instance(Rc::new(Instance::new(class.clone(), Payload::Value(value(z)))))
}

/// What reading a number takes, in instructions.
const PARSE_COST: usize = 16;

/// What it takes beyond that, for its two parts.
const PARSE_STRAIN: usize = 24;

/// `1+2j`, `(1+2j)`, `2j`, `1`, with blanks around.
fn parse(text: &str) -> Option<Complex> {
    let text = text.trim();
    let text = match text.strip_prefix('(') {
        Some(inner) => inner.strip_suffix(')')?.trim(),
        None => text,
    };
    let Some(rest) = text.strip_suffix(['j', 'J']) else {
        return real_number(text).map(|real| (real, 0.0));
    };
    // The sign of the imaginary part: the last one that does not belong to an exponent.
    let bytes = rest.as_bytes();
    let split = (1..bytes.len())
        .rev()
        .find(|at| matches!(bytes[*at], b'+' | b'-') && !matches!(bytes[*at - 1], b'e' | b'E'));
    match split {
        Some(at) => Some((real_number(&rest[..at])?, unit_number(&rest[at..])?)),
        None => unit_number(rest).map(|imag| (0.0, imag)),
    }
}

fn real_number(text: &str) -> Option<f64> {
    if text.contains(char::is_whitespace) {
        return None;
    }
    float_parse::float_from_str(text).ok()
}

/// What stands before `j`: nothing and a bare sign mean 1.
fn unit_number(text: &str) -> Option<f64> {
    match text {
        "" | "+" => Some(1.0),
        "-" => Some(-1.0),
        text => real_number(text),
    }
}
