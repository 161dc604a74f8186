//! `repr`, `ascii`, `format`, `chr`, `ord` and the notations of ints.

use crate::object::{Str, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow};
use crate::vm::protocol::format::try_format;
use crate::vm::protocol::index;
use crate::vm::protocol::text::{repr_flow, try_repr};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::{IntRef, int_text, str_repr};

pub const FUNCTIONS: &[NativeDef] = &[
    flow("repr", repr_flow),
    flow("ascii", ascii),
    flow("format", format_value),
    flow("chr", chr),
    flow("ord", ord),
    flow("bin", |vm, args| notation(vm, args, "bin", 2)),
    flow("oct", |vm, args| notation(vm, args, "oct", 8)),
    flow("hex", |vm, args| notation(vm, args, "hex", 16)),
];

fn ascii(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [value] = args.exactly::<1>(vm, "ascii")?;
    if let Some(text) = try_repr(vm, value)? {
        vm.charge(text.len() / 4)?;
        return Ok(Flow::Value(Value::str(str_repr::escape_non_ascii(&text))));
    }
    let value = value.clone();
    Flow::start(vm, |cx| async move {
        let text = cx.repr(&value).await?;
        Ok(Value::str(str_repr::escape_non_ascii(&text)))
    })
}

fn format_value(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (value, spec) = match args.between(vm, "format", 1, 2)? {
        [value, spec] => match spec.as_str() {
            Some(spec) => (value.clone(), spec.clone()),
            None => {
                return Err(vm.type_error(format!(
                    "format() argument 2 must be str, not {}",
                    vm.type_name(spec)
                )));
            }
        },
        rest => (rest.first().cloned().unwrap_or_default(), Str::new("")),
    };
    if let Some(text) = try_format(vm, &value, &spec)? {
        return Ok(Flow::Value(Value::Str(text)));
    }
    Flow::start(
        vm,
        |cx| async move { cx.format(&value, &spec).await.map(Value::Str) },
    )
}

fn chr(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [value] = args.exactly::<1>(vm, "chr")?.clone();
    Flow::start(vm, |cx| async move {
        let code = index::saturate(&index::index(&cx, &value).await?);
        let Some(code) = u32::try_from(code).ok().filter(|code| *code < 0x11_0000) else {
            return Err(cx.vm.value_error("chr() arg not in range(0x110000)"));
        };
        match char::from_u32(code) {
            Some(c) => Ok(Value::str(c.to_string())),
            None => Err(cx
                .vm
                .value_error("chr() arg is a surrogate, which strings here can't hold")),
        }
    })
}

fn ord(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [value] = args.exactly::<1>(vm, "ord")?;
    let (length, code) = match value.base() {
        Value::Str(text) => (text.char_len(), text.chars().next().map(u32::from)),
        Value::Bytes(bytes) => (bytes.data.len(), bytes.data.first().map(|byte| u32::from(*byte))),
        _ => {
            return Err(vm.type_error(format!(
                "ord() expected string of length 1, but {} found",
                vm.type_name(value)
            )));
        }
    };
    match code {
        Some(code) if length == 1 => Ok(Flow::Value(Value::Int(i64::from(code)))),
        _ => Err(vm.type_error(format!(
            "ord() expected a character, but string of length {length} found"
        ))),
    }
}

/// So many bits are written in the time of an instruction.
const DIGIT_BITS: u64 = 16;

fn notation(vm: &Rc<Vm>, args: Args<'_>, function: &str, base: u32) -> VmResult<Flow> {
    let [value] = args.exactly::<1>(vm, function)?.clone();
    Flow::start(vm, |cx| async move {
        let int = index::index(&cx, &value).await?;
        let text = match &int {
            Value::BigInt(big) => {
                let digits = (big.bits() / DIGIT_BITS) as usize;
                cx.charge(digits).await?;
                cx.vm.strain(digits / 2)?;
                int_text::int_to_prefixed(IntRef::Big(big), base)
            }
            other => int_text::int_to_prefixed(IntRef::Small(other.as_i64().unwrap_or(0)), base),
        };
        Ok(Value::str(text))
    })
}
