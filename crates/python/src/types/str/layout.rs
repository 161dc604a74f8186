//! Padding a string.

use super::own;
use crate::object::Value;
use crate::types::operators::{size_argument, with_ints};
use crate::vm::call::{Args, NativeDef, Signature, flow};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::str_layout;

pub const METHODS: &[NativeDef] = &[
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

type Pad = fn(&str, i64, char, usize) -> switchboard_pyfmt::Result<String>;

fn pad(vm: &Rc<Vm>, args: Args<'_>, method: &str, pad: Pad) -> VmResult<Value> {
    let (text, rest) = own(vm, args, method)?;
    let (width, fill) = match rest.between(vm, method, 1, 2)? {
        [width, fill, ..] => (size_argument(vm, width)?, fill_character(vm, fill)?),
        [width] => (size_argument(vm, width)?, ' '),
        [] => (0, ' '),
    };
    let padded = pad(text, width, fill, vm.room());
    made(vm, padded)
}

fn fill_character(vm: &Vm, fill: &Value) -> VmResult<char> {
    let Some(fill) = fill.as_str() else {
        return Err(vm.type_error(format!(
            "The fill character must be a unicode character, not {}",
            vm.type_name(fill)
        )));
    };
    let mut characters = fill.chars();
    match (characters.next(), characters.next()) {
        (Some(c), None) => Ok(c),
        _ => Err(vm.type_error("The fill character must be exactly one character long")),
    }
}

/// A string that has been made, as a value.
fn made(vm: &Vm, text: switchboard_pyfmt::Result<String>) -> VmResult<Value> {
    let text = text.map_err(|error| vm.raise(error))?;
    vm.allocate(text.len())?;
    Ok(Value::str(text))
}

fn zfill(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (text, rest) = own(vm, args, "zfill")?;
    let [width] = rest.exactly::<1>(vm, "str.zfill")?;
    let filled = str_layout::zfill(text, size_argument(vm, width)?, vm.room());
    made(vm, filled)
}

fn expandtabs(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    const SIGNATURE: Signature = Signature {
        function: "expandtabs",
        params: &["tabsize"],
        posonly: 0,
        positional: 1,
        required: 0,
    };
    let (text, rest) = own(vm, args, "expandtabs")?;
    let [size] = rest.bind::<1>(vm, &SIGNATURE)?;
    let size = match size {
        Some(size) => size_argument(vm, &size)?,
        None => 8,
    };
    vm.charge(text.len() / 4)?;
    let expanded = str_layout::expandtabs(text, size, vm.room());
    let tabs = text.bytes().filter(|byte| *byte == b'\t').count();
    vm.strain(tabs.saturating_mul(2))?;
    made(vm, expanded)
}
