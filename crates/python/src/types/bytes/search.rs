//! Finding, replacing, splitting and translating bytes.

use super::arguments::{byte, wide, wide_or_byte};
use super::{Own, WIDENED_AT_ONCE, bytes_of, widen};
use crate::object::Value;
use crate::types::operators::{bound_argument, size_argument, with_ints};
use crate::vm::call::{Args, Flow, NativeDef, Signature, flow, plain};
use crate::vm::protocol::truth::try_truth;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::unicode;

pub const METHODS: &[NativeDef] = &[
    flow("find", |vm, args| {
        with_ints(vm, args, 1, |vm, args| find(vm, args, "find"))
    }),
    flow("rfind", |vm, args| {
        with_ints(vm, args, 1, |vm, args| find(vm, args, "rfind"))
    }),
    flow("index", |vm, args| {
        with_ints(vm, args, 1, |vm, args| find(vm, args, "index"))
    }),
    flow("rindex", |vm, args| {
        with_ints(vm, args, 1, |vm, args| find(vm, args, "rindex"))
    }),
    flow("count", |vm, args| with_ints(vm, args, 1, count)),
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
    flow("split", |vm, args| {
        with_ints(vm, args, 2, |vm, args| split(vm, args, "split", End::Left))
    }),
    flow("rsplit", |vm, args| {
        with_ints(vm, args, 2, |vm, args| split(vm, args, "rsplit", End::Right))
    }),
    plain("splitlines", lines),
    plain("partition", |vm, args| {
        partition(vm, args, "partition", unicode::partition)
    }),
    plain("rpartition", |vm, args| {
        partition(vm, args, "rpartition", unicode::rpartition)
    }),
    plain("removeprefix", |vm, args| {
        let (own, affix) = affix(vm, args, "removeprefix")?;
        let rest = own.data.strip_prefix(&affix[..]).unwrap_or(&own.data);
        Ok(own.make(vm, rest.to_vec()))
    }),
    plain("removesuffix", |vm, args| {
        let (own, affix) = affix(vm, args, "removesuffix")?;
        let rest = own.data.strip_suffix(&affix[..]).unwrap_or(&own.data);
        Ok(own.make(vm, rest.to_vec()))
    }),
    flow("join", join),
    plain("translate", translate),
];

/// From which end pieces are cut off first.
#[derive(Clone, Copy)]
enum End {
    Left,
    Right,
}

/// `bytes.maketrans(from, to)`.
pub fn maketrans(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [from, to] = args.exactly::<2>(vm, "maketrans")?;
    let (Some(from), Some(to)) = (bytes_of(from), bytes_of(to)) else {
        wide(vm, from)?;
        wide(vm, to)?;
        return Ok(Value::None);
    };
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.iter().zip(to.iter()) {
        if let Some(slot) = table.get_mut(usize::from(*from)) {
            *slot = *to;
        }
    }
    Ok(Value::bytes(table))
}

fn bounds(vm: &Rc<Vm>, values: &[Value]) -> VmResult<(Option<i64>, Option<i64>)> {
    let bound = |at: usize| match values.get(at) {
        Some(value) => bound_argument(vm, value),
        None => Ok(None),
    };
    Ok((bound(1)?, bound(2)?))
}

fn find(vm: &Rc<Vm>, args: Args<'_>, method: &str) -> VmResult<Value> {
    let (own, rest) = Own::of(vm, args, method)?;
    let values = rest.between(vm, method, 1, 3)?;
    let part = wide_or_byte(vm, values.first().unwrap_or(&Value::None))?;
    let (start, end) = bounds(vm, values)?;
    let found = match method.starts_with('r') {
        true => unicode::rfind(&own.wide(), &part, start, end),
        false => unicode::find(&own.wide(), &part, start, end),
    };
    match found {
        Some(at) => Ok(Value::size(at)),
        None if method.ends_with("index") => Err(vm.value_error("subsection not found")),
        None => Ok(Value::Int(-1)),
    }
}

fn count(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (own, rest) = Own::of(vm, args, "count")?;
    let values = rest.between(vm, "count", 1, 3)?;
    let part = wide_or_byte(vm, values.first().unwrap_or(&Value::None))?;
    let (start, end) = bounds(vm, values)?;
    Ok(Value::size(unicode::count(&own.wide(), &part, start, end)))
}

type Matches = fn(&str, &str, Option<i64>, Option<i64>) -> bool;

fn tailmatch(vm: &Rc<Vm>, args: Args<'_>, method: &str, matches: Matches) -> VmResult<Value> {
    let (own, rest) = Own::of(vm, args, method)?;
    let values = rest.between(vm, method, 1, 3)?;
    let part = values.first().unwrap_or(&Value::None);
    let (start, end) = bounds(vm, values)?;
    if let Some(tuple) = part.as_tuple() {
        let text = own.wide();
        for part in tuple.iter() {
            let part = wide(vm, part)?;
            vm.strain(1 + part.len() / WIDENED_AT_ONCE)?;
            if start.or(end).is_some() {
                // To find a place in a text takes to count its characters.
                vm.strain(text.len() / WIDENED_AT_ONCE)?;
            }
            if matches(&text, &part, start, end) {
                return Ok(Value::Bool(true));
            }
        }
        return Ok(Value::Bool(false));
    }
    match bytes_of(part) {
        Some(part) => Ok(Value::Bool(matches(&own.wide(), &widen(&part), start, end))),
        None => Err(vm.type_error(format!(
            "{method} first arg must be bytes or a tuple of bytes, not {}",
            vm.type_name(part)
        ))),
    }
}

fn replace(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (own, rest) = Own::of(vm, args, "replace")?;
    let (old, new, count) = match rest.between(vm, "replace", 2, 3)? {
        [old, new, count, ..] => (old, new, usize::try_from(size_argument(vm, count)?).ok()),
        [old, new] => (old, new, None),
        _ => return Ok(Value::None),
    };
    let replaced = unicode::replace(&own.wide(), &wide(vm, old)?, &wide(vm, new)?, count, vm.room());
    match replaced {
        Ok((text, found)) => {
            vm.charge(found)?;
            Ok(own.make_narrow(vm, &text))
        }
        Err(error) => Err(vm.raise(error)),
    }
}

fn split(vm: &Rc<Vm>, args: Args<'_>, method: &'static str, end: End) -> VmResult<Value> {
    let signature = Signature {
        function: method,
        params: &["sep", "maxsplit"],
        posonly: 0,
        positional: 2,
        required: 0,
    };
    let (own, rest) = Own::of(vm, args, method)?;
    let [separator, most] = rest.bind::<2>(vm, &signature)?;
    let most = match most {
        Some(most) => usize::try_from(size_argument(vm, &most)?).ok(),
        None => None,
    };
    let pieces: Vec<Vec<u8>> = match separator {
        None | Some(Value::None) => split_blanks(&own.data, most, end),
        Some(separator) => {
            let text = own.wide();
            let separator = wide(vm, &separator)?;
            let parts = match end {
                End::Left => unicode::split(&text, &separator, most),
                End::Right => unicode::rsplit(&text, &separator, most),
            };
            let parts = parts.map_err(|error| vm.raise(error))?;
            parts.into_iter().map(super::narrow).collect()
        }
    };
    Ok(Value::list(
        pieces.into_iter().map(|piece| own.make(vm, piece)).collect(),
    ))
}

/// The words between ASCII blanks, which are fewer than the blanks of strings.
fn split_blanks(data: &[u8], most: Option<usize>, end: End) -> Vec<Vec<u8>> {
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t'..=b'\r');
    let most = most.unwrap_or(usize::MAX);
    let mut words = Vec::new();
    let mut rest = data;
    match end {
        End::Left => {
            while let Some(start) = rest.iter().position(|byte| !is_blank(byte)) {
                rest = &rest[start..];
                if words.len() == most {
                    words.push(rest.to_vec());
                    break;
                }
                let length = rest.iter().position(is_blank).unwrap_or(rest.len());
                words.push(rest[..length].to_vec());
                rest = &rest[length..];
            }
        }
        End::Right => {
            while let Some(last) = rest.iter().rposition(|byte| !is_blank(byte)) {
                rest = &rest[..=last];
                if words.len() == most {
                    words.push(rest.to_vec());
                    break;
                }
                let start = rest.iter().rposition(is_blank).map_or(0, |at| at + 1);
                words.push(rest[start..].to_vec());
                rest = &rest[..start];
            }
            words.reverse();
        }
    }
    words
}

fn lines(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    const SIGNATURE: Signature = Signature {
        function: "splitlines",
        params: &["keepends"],
        posonly: 0,
        positional: 1,
        required: 0,
    };
    let (own, rest) = Own::of(vm, args, "splitlines")?;
    let [keep] = rest.bind::<1>(vm, &SIGNATURE)?;
    let keeps = keep.is_some_and(|keep| try_truth(vm, &keep).unwrap_or(true));
    let mut lines = Vec::new();
    let mut rest = &own.data[..];
    while !rest.is_empty() {
        let length = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let (length, end) = match length {
            Some(length) if rest[length..].starts_with(b"\r\n") => (length, length + 2),
            Some(length) => (length, length + 1),
            None => (rest.len(), rest.len()),
        };
        let shown = if keeps { end } else { length };
        lines.push(own.make(vm, rest[..shown].to_vec()));
        rest = &rest[end..];
    }
    Ok(Value::list(lines))
}

type Partition = for<'a> fn(&'a str, &'a str) -> switchboard_pyfmt::Result<(&'a str, &'a str, &'a str)>;

fn partition(vm: &Rc<Vm>, args: Args<'_>, method: &str, cut: Partition) -> VmResult<Value> {
    let (own, rest) = Own::of(vm, args, method)?;
    let [separator] = rest.exactly::<1>(vm, method)?;
    let (text, separator) = (own.wide(), wide(vm, separator)?);
    let (head, middle, tail) = cut(&text, &separator).map_err(|error| vm.raise(error))?;
    let parts = [head, middle, tail].map(|part| own.make_narrow(vm, part));
    Ok(Value::tuple(parts.to_vec()))
}

fn affix<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(Own<'a>, Vec<u8>)> {
    let (own, rest) = Own::of(vm, args, method)?;
    let [affix] = rest.exactly::<1>(vm, method)?;
    wide(vm, affix)?;
    let affix = bytes_of(affix).unwrap_or_default().into_owned();
    Ok((own, affix))
}

/// What joining a part takes, in instructions, beside its bytes.
const JOIN_COST: usize = 2;

fn join(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (own, rest) = Own::of(vm, args, "join")?;
    let [iterable] = rest.exactly::<1>(vm, "join")?.clone();
    let own = Own {
        data: own.data.into_owned().into(),
        kind: own.kind,
    };
    Flow::start(vm, |cx| async move {
        let vm = &cx.vm;
        let mut joined = Vec::new();
        for (position, item) in cx.collect(&iterable).await?.iter().enumerate() {
            let Some(data) = bytes_of(item) else {
                return Err(vm.type_error(format!(
                    "sequence item {position}: expected a bytes-like object, {} found",
                    vm.type_name(item)
                )));
            };
            if position > 0 {
                joined.extend_from_slice(&own.data);
            }
            joined.extend_from_slice(&data);
            vm.reserve(joined.len())?;
            cx.charge(JOIN_COST).await?;
            vm.strain(JOIN_COST)?;
        }
        Ok(own.make(vm, joined))
    })
}

fn translate(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    const SIGNATURE: Signature = Signature {
        function: "translate",
        params: &["", "delete"],
        posonly: 1,
        positional: 2,
        required: 1,
    };
    let (own, rest) = Own::of(vm, args, "translate")?;
    let [table, delete] = rest.bind::<2>(vm, &SIGNATURE)?;
    let table = match &table {
        None | Some(Value::None) => None,
        Some(table) => {
            wide(vm, table)?;
            let table = bytes_of(table).unwrap_or_default().into_owned();
            if table.len() != 256 {
                return Err(vm.value_error("translation table must be 256 characters long"));
            }
            Some(table)
        }
    };
    let mut is_deleted = [false; 256];
    if let Some(delete) = &delete {
        wide(vm, delete)?;
        for byte in bytes_of(delete).unwrap_or_default().iter() {
            is_deleted[usize::from(*byte)] = true;
        }
    }
    let translated = own.data.iter().filter(|byte| !is_deleted[usize::from(**byte)]);
    let data = translated.map(|byte| match &table {
        Some(table) => table.get(usize::from(*byte)).copied().unwrap_or(*byte),
        None => *byte,
    });
    Ok(own.make(vm, data.collect()))
}

/// `item in data`.
pub fn contains(vm: &Rc<Vm>, data: &[u8], item: &Value) -> VmResult<bool> {
    if let Some(part) = bytes_of(item) {
        return Ok(widen(data).contains(&widen(&part)));
    }
    if !item.is_int() {
        return Err(vm.type_error(format!(
            "a bytes-like object is required, not '{}'",
            vm.type_name(item)
        )));
    }
    Ok(data.contains(&byte(vm, item, "byte must be in range(0, 256)")?))
}
