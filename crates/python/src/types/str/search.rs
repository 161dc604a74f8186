//! Finding, counting and replacing parts of a string.

use super::{own, text_argument};
use crate::object::{Str, Value};
use crate::types::operators::{bound_argument, size_argument, with_ints};
use crate::vm::call::{Args, NativeDef, Signature, flow, plain};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::unicode;

pub const METHODS: &[NativeDef] = &[
    flow("find", |vm, args| {
        with_ints(vm, args, 2, |vm, args| find(vm, args, "find"))
    }),
    flow("rfind", |vm, args| {
        with_ints(vm, args, 2, |vm, args| find(vm, args, "rfind"))
    }),
    flow("index", |vm, args| {
        with_ints(vm, args, 2, |vm, args| find(vm, args, "index"))
    }),
    flow("rindex", |vm, args| {
        with_ints(vm, args, 2, |vm, args| find(vm, args, "rindex"))
    }),
    flow("count", |vm, args| with_ints(vm, args, 2, count)),
    flow("startswith", |vm, args| {
        with_ints(vm, args, 2, |vm, args| {
            tailmatch(vm, args, "startswith", unicode::starts_with)
        })
    }),
    flow("endswith", |vm, args| {
        with_ints(vm, args, 2, |vm, args| {
            tailmatch(vm, args, "endswith", unicode::ends_with)
        })
    }),
    flow("replace", |vm, args| with_ints(vm, args, 3, replace)),
    plain("removeprefix", |vm, args| {
        let (text, affix) = affix(vm, args, "removeprefix")?;
        Ok(match text.strip_prefix(affix.as_str()) {
            Some(rest) if !affix.is_empty() => Value::str(rest),
            _ => Value::Str(text.clone()),
        })
    }),
    plain("removesuffix", |vm, args| {
        let (text, affix) = affix(vm, args, "removesuffix")?;
        Ok(match text.strip_suffix(affix.as_str()) {
            Some(rest) if !affix.is_empty() => Value::str(rest),
            _ => Value::Str(text.clone()),
        })
    }),
];

/// The part that is looked for, and where.
struct Search<'a> {
    text: &'a Str,
    part: &'a Value,
    start: Option<i64>,
    end: Option<i64>,
}

fn search<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<Search<'a>> {
    let (text, rest) = own(vm, args, method)?;
    let values = rest.between(vm, method, 1, 3)?;
    let bound = |at: usize| match values.get(at) {
        Some(value) => bound_argument(vm, value),
        None => Ok(None),
    };
    Ok(Search {
        text,
        part: values.first().unwrap_or(&Value::None),
        start: bound(1)?,
        end: bound(2)?,
    })
}

fn find(vm: &Rc<Vm>, args: Args<'_>, method: &str) -> VmResult<Value> {
    let Search {
        text,
        part,
        start,
        end,
    } = search(vm, args, method)?;
    let part = text_argument(vm, method, 1, part)?;
    vm.charge(text.len() / 8)?;
    let found = match method.starts_with('r') {
        true => unicode::rfind(text, part, start, end),
        false => unicode::find(text, part, start, end),
    };
    match found {
        Some(at) => Ok(Value::size(at)),
        None if method.ends_with("index") => Err(vm.value_error("substring not found")),
        None => Ok(Value::Int(-1)),
    }
}

fn count(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let Search {
        text,
        part,
        start,
        end,
    } = search(vm, args, "count")?;
    let part = text_argument(vm, "count", 1, part)?;
    vm.charge(text.len() / 4)?;
    Ok(Value::size(unicode::count(text, part, start, end)))
}

type Matches = fn(&str, &str, Option<i64>, Option<i64>) -> bool;

fn tailmatch(vm: &Rc<Vm>, args: Args<'_>, method: &str, matches: Matches) -> VmResult<Value> {
    let Search {
        text,
        part,
        start,
        end,
    } = search(vm, args, method)?;
    if start.or(end).is_some() {
        // To find a place in a text takes to know whether all characters have one byte.
        vm.scan(text.len())?;
    }
    if let Some(part) = part.as_str() {
        vm.scan(part.len().min(text.len()))?;
        return Ok(Value::Bool(matches(text, part, start, end)));
    }
    let Some(parts) = part.as_tuple() else {
        return Err(vm.type_error(format!(
            "{method} first arg must be str or a tuple of str, not {}",
            vm.type_name(part)
        )));
    };
    vm.charge(parts.len())?;
    for part in parts.iter() {
        let Some(part) = part.as_str() else {
            return Err(vm.type_error(format!(
                "tuple for {method} must only contain str, not {}",
                vm.type_name(part)
            )));
        };
        vm.scan(part.len().min(text.len()))?;
        if matches(text, part, start, end) {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn replace(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    const SIGNATURE: Signature = Signature {
        function: "replace",
        params: &["", "", "count"],
        posonly: 2,
        positional: 3,
        required: 2,
    };
    let (text, rest) = own(vm, args, "replace")?;
    let [old, new, count] = rest.bind::<3>(vm, &SIGNATURE)?;
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let old = text_argument(vm, "replace", 1, &old)?;
    let new = text_argument(vm, "replace", 2, &new)?;
    let count = match count {
        Some(count) => usize::try_from(size_argument(vm, &count)?).ok(),
        None => None,
    };
    vm.charge(text.len() / 4)?;
    if !text.contains(old.as_str()) {
        return Ok(Value::Str(text.clone()));
    }
    let replaced = unicode::replace(text, old, new, count, vm.room());
    let (replaced, found) = replaced.map_err(|error| vm.raise(error))?;
    // Each place is found and copied around on its own.
    vm.charge(found)?;
    vm.scan(replaced.len())?;
    Ok(Value::str(replaced))
}

fn affix<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(&'a Str, &'a Str)> {
    let (text, rest) = own(vm, args, method)?;
    let [affix] = rest.exactly::<1>(vm, &format!("str.{method}"))?;
    match affix.as_str() {
        Some(affix) => {
            vm.allocate(text.len())?;
            Ok((text, affix))
        }
        None => Err(vm.type_error(format!(
            "{method}() argument must be str, not {}",
            vm.type_name(affix)
        ))),
    }
}
