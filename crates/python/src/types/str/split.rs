//! Cutting a string into parts.

use super::{list_of, own};
use crate::object::{Str, Value};
use crate::types::operators::{size_argument, with_ints};
use crate::vm::call::{Args, NativeDef, Signature, flow, plain};
use crate::vm::protocol::truth::try_truth;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::str_layout::{LineEnds, splitlines};
use switchboard_pyfmt::unicode;

pub const METHODS: &[NativeDef] = &[
    flow("split", |vm, args| {
        with_ints(vm, args, 2, |vm, args| {
            split(vm, args, "split", unicode::split, unicode::split_whitespace)
        })
    }),
    flow("rsplit", |vm, args| {
        with_ints(vm, args, 2, |vm, args| {
            split(vm, args, "rsplit", unicode::rsplit, unicode::rsplit_whitespace)
        })
    }),
    plain("splitlines", lines),
    plain("partition", |vm, args| {
        partition(vm, args, "partition", unicode::partition)
    }),
    plain("rpartition", |vm, args| {
        partition(vm, args, "rpartition", unicode::rpartition)
    }),
    plain("strip", |vm, args| strip(vm, args, "strip", unicode::strip)),
    plain("lstrip", |vm, args| strip(vm, args, "lstrip", unicode::lstrip)),
    plain("rstrip", |vm, args| strip(vm, args, "rstrip", unicode::rstrip)),
];

type SplitBy = for<'a> fn(&'a str, &str, Option<usize>) -> switchboard_pyfmt::Result<Vec<&'a str>>;
type SplitBlanks = for<'a> fn(&'a str, Option<usize>) -> Vec<&'a str>;
type Partition = for<'a> fn(&'a str, &'a str) -> switchboard_pyfmt::Result<(&'a str, &'a str, &'a str)>;
type Strip = for<'a> fn(&'a str, Option<&str>) -> &'a str;

fn split(
    vm: &Rc<Vm>,
    args: Args<'_>,
    method: &'static str,
    by_separator: SplitBy,
    at_blanks: SplitBlanks,
) -> VmResult<Value> {
    let signature = Signature {
        function: method,
        params: &["sep", "maxsplit"],
        posonly: 0,
        positional: 2,
        required: 0,
    };
    let (text, rest) = own(vm, args, method)?;
    if rest.positional().len() > 2 {
        let given = rest.values.len();
        return Err(vm.type_error(format!("{method}() takes at most 2 arguments ({given} given)")));
    }
    let [separator, most] = rest.bind::<2>(vm, &signature)?;
    let most = match most {
        Some(most) => usize::try_from(size_argument(vm, &most)?).ok(),
        None => None,
    };
    vm.reserve(text.len())?;
    vm.charge(text.len() / 2)?;
    match separator {
        None | Some(Value::None) => Ok(list_of(at_blanks(text, most))),
        Some(separator) => {
            let Some(separator) = separator.as_str() else {
                let given = vm.type_name(&separator);
                return Err(vm.type_error(format!("must be str or None, not {given}")));
            };
            let parts = by_separator(text, separator, most);
            parts.map(list_of).map_err(|error| vm.raise(error))
        }
    }
}

fn lines(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    const SIGNATURE: Signature = Signature {
        function: "splitlines",
        params: &["keepends"],
        posonly: 0,
        positional: 1,
        required: 0,
    };
    let (text, rest) = own(vm, args, "splitlines")?;
    let [keep] = rest.bind::<1>(vm, &SIGNATURE)?;
    let keeps = keep.is_some_and(|keep| try_truth(vm, &keep).unwrap_or(true));
    vm.charge(text.len() / 2)?;
    let ends = if keeps { LineEnds::Keep } else { LineEnds::Drop };
    Ok(list_of(splitlines(text, ends)))
}

fn partition(vm: &Rc<Vm>, args: Args<'_>, method: &str, cut: Partition) -> VmResult<Value> {
    let (text, rest) = own(vm, args, method)?;
    let [separator] = rest.exactly::<1>(vm, &format!("str.{method}"))?;
    let Some(separator) = separator.as_str() else {
        let given = vm.type_name(separator);
        return Err(vm.type_error(format!("must be str, not {given}")));
    };
    vm.allocate(text.len())?;
    vm.charge(text.len() / 8)?;
    let (head, middle, tail) = cut(text, separator).map_err(|error| vm.raise(error))?;
    Ok(Value::tuple(vec![
        Value::str(head),
        Value::str(middle),
        Value::str(tail),
    ]))
}

fn strip(vm: &Rc<Vm>, args: Args<'_>, method: &str, strip: Strip) -> VmResult<Value> {
    let (text, rest) = own(vm, args, method)?;
    let characters: Option<&Str> = match rest.between(vm, method, 0, 1)? {
        [] | [Value::None] => None,
        [characters, ..] => match characters.as_str() {
            Some(characters) => Some(characters),
            None => return Err(vm.type_error(format!("{method} arg must be None or str"))),
        },
    };
    vm.charge(text.len() / 4)?;
    vm.strain(characters.map_or(0, |characters| characters.len()))?;
    let stripped = strip(text, characters.map(|c| c.as_str()));
    Ok(if stripped.len() == text.len() {
        Value::Str(text.clone())
    } else {
        Value::str(stripped)
    })
}
