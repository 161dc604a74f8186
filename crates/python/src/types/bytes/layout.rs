//! Case, classes, stripping and padding of bytes: ASCII only.

use super::arguments::wide;
use super::{Own, bytes_of};
use crate::object::Value;
use crate::types::operators::{size_argument, with_ints};
use crate::vm::call::{Args, NativeDef, Signature, flow, plain};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::{str_case, str_layout, unicode_class};

pub const METHODS: &[NativeDef] = &[
    plain("upper", |vm, args| change(vm, args, "upper", str_case::upper)),
    plain("lower", |vm, args| change(vm, args, "lower", str_case::lower)),
    plain("title", |vm, args| change(vm, args, "title", str_case::title)),
    plain("capitalize", |vm, args| {
        change(vm, args, "capitalize", str_case::capitalize)
    }),
    plain("swapcase", |vm, args| {
        change(vm, args, "swapcase", str_case::swapcase)
    }),
    plain("isalpha", |vm, args| {
        is(vm, args, "isalpha", unicode_class::str_isalpha)
    }),
    plain("isdigit", |vm, args| {
        is(vm, args, "isdigit", unicode_class::str_isdigit)
    }),
    plain("isalnum", |vm, args| {
        is(vm, args, "isalnum", unicode_class::str_isalnum)
    }),
    plain("isspace", |vm, args| {
        is(vm, args, "isspace", unicode_class::str_isspace)
    }),
    plain("isascii", |vm, args| {
        let (own, _) = Own::of(vm, args, "isascii")?;
        Ok(Value::Bool(own.data.is_ascii()))
    }),
    plain("isupper", |vm, args| {
        is(vm, args, "isupper", unicode_class::str_isupper)
    }),
    plain("islower", |vm, args| {
        is(vm, args, "islower", unicode_class::str_islower)
    }),
    plain("istitle", |vm, args| {
        is(vm, args, "istitle", unicode_class::str_istitle)
    }),
    plain("strip", |vm, args| strip(vm, args, "strip")),
    plain("lstrip", |vm, args| strip(vm, args, "lstrip")),
    plain("rstrip", |vm, args| strip(vm, args, "rstrip")),
    flow("center", |vm, args| {
        with_ints(vm, args, 1, |vm, args| {
            pad(vm, args, "center", str_layout::center)
        })
    }),
    flow("ljust", |vm, args| {
        with_ints(vm, args, 1, |vm, args| pad(vm, args, "ljust", str_layout::ljust))
    }),
    flow("rjust", |vm, args| {
        with_ints(vm, args, 1, |vm, args| pad(vm, args, "rjust", str_layout::rjust))
    }),
    flow("zfill", |vm, args| with_ints(vm, args, 1, zfill)),
    flow("expandtabs", |vm, args| with_ints(vm, args, 1, expandtabs)),
];

/// So many bytes change their case in the time of an instruction, beyond what each method counts.
const CHANGED_AT_ONCE: usize = 4;

/// Converts the ASCII runs; other bytes have no case.
fn change(vm: &Rc<Vm>, args: Args<'_>, method: &str, convert: fn(&str) -> String) -> VmResult<Value> {
    let (own, rest) = Own::of(vm, args, method)?;
    rest.exactly::<0>(vm, &format!("bytes.{method}"))?;
    vm.strain(own.data.len() / CHANGED_AT_ONCE)?;
    // A stand-in that is no letter takes the place of what is not ASCII.
    let masked: String = own
        .data
        .iter()
        .map(|byte| if byte.is_ascii() { char::from(*byte) } else { '!' })
        .collect();
    let converted = convert(&masked);
    let data = own
        .data
        .iter()
        .zip(converted.bytes())
        .map(|(old, new)| if old.is_ascii() { new } else { *old });
    Ok(own.make(vm, data.collect()))
}

fn is(vm: &Rc<Vm>, args: Args<'_>, method: &str, test: fn(&str) -> bool) -> VmResult<Value> {
    let (own, rest) = Own::of(vm, args, method)?;
    rest.exactly::<0>(vm, &format!("bytes.{method}"))?;
    let masked: String = own
        .data
        .iter()
        .map(|byte| if byte.is_ascii() { char::from(*byte) } else { '!' })
        .collect();
    Ok(Value::Bool(test(&masked)))
}

fn strip(vm: &Rc<Vm>, args: Args<'_>, method: &str) -> VmResult<Value> {
    let (own, rest) = Own::of(vm, args, method)?;
    let characters = match rest.between(vm, method, 0, 1)? {
        [] | [Value::None] => b" \t\n\r\x0b\x0c".to_vec(),
        [characters, ..] => {
            wide(vm, characters)?;
            bytes_of(characters).unwrap_or_default().into_owned()
        }
    };
    let mut strips = [false; 256];
    for byte in characters {
        strips[usize::from(byte)] = true;
    }
    let mut kept = &own.data[..];
    if method != "rstrip" {
        while let [first, rest @ ..] = kept
            && strips[usize::from(*first)]
        {
            kept = rest;
        }
    }
    if method != "lstrip" {
        while let [rest @ .., last] = kept
            && strips[usize::from(*last)]
        {
            kept = rest;
        }
    }
    Ok(own.make(vm, kept.to_vec()))
}

type Pad = fn(&str, i64, char, usize) -> switchboard_pyfmt::Result<String>;

fn pad(vm: &Rc<Vm>, args: Args<'_>, method: &str, pad: Pad) -> VmResult<Value> {
    let (own, rest) = Own::of(vm, args, method)?;
    let (width, fill) = match rest.between(vm, method, 1, 2)? {
        [width, fill, ..] => {
            let Some([byte]) = bytes_of(fill)
                .as_deref()
                .map(|fill| fill.to_vec())
                .and_then(|f| <[u8; 1]>::try_from(f).ok())
            else {
                return Err(vm.type_error(format!(
                    "{method}() argument 2 must be a byte string of length 1, not {}",
                    vm.type_name(fill)
                )));
            };
            (size_argument(vm, width)?, char::from(byte))
        }
        [width] => (size_argument(vm, width)?, ' '),
        [] => (0, ' '),
    };
    let padded = pad(&own.wide(), width, fill, vm.room()).map_err(|error| vm.raise(error))?;
    Ok(own.make_narrow(vm, &padded))
}

fn zfill(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (own, rest) = Own::of(vm, args, "zfill")?;
    let [width] = rest.exactly::<1>(vm, "bytes.zfill")?;
    let filled = str_layout::zfill(&own.wide(), size_argument(vm, width)?, vm.room());
    Ok(own.make_narrow(vm, &filled.map_err(|error| vm.raise(error))?))
}

fn expandtabs(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    const SIGNATURE: Signature = Signature {
        function: "expandtabs",
        params: &["tabsize"],
        posonly: 0,
        positional: 1,
        required: 0,
    };
    let (own, rest) = Own::of(vm, args, "expandtabs")?;
    let [size] = rest.bind::<1>(vm, &SIGNATURE)?;
    let size = match size {
        Some(size) => size_argument(vm, &size)?,
        None => 8,
    };
    let expanded = str_layout::expandtabs(&own.wide(), size, vm.room());
    Ok(own.make_narrow(vm, &expanded.map_err(|error| vm.raise(error))?))
}
