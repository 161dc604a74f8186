//! `str`.

mod classify;
mod join;
mod layout;
mod percent;
mod search;
mod split;
mod template;
mod translate;

pub use percent::{Subject, percent};

use super::operators::with_ints;
use super::receiver;
use crate::object::{Instance, Payload, Str, Type, Value};
use crate::vm::call::{Args, Flow, NativeDef, Signature, flow, plain};
use crate::vm::protocol::sequences;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// The tables of its methods.
pub const TABLES: &[&[NativeDef]] = &[
    METHODS,
    classify::METHODS,
    join::METHODS,
    layout::METHODS,
    search::METHODS,
    split::METHODS,
    template::METHODS,
    translate::METHODS,
];

pub const STATIC_METHODS: &[NativeDef] = translate::STATIC_METHODS;

const METHODS: &[NativeDef] = &[
    flow("__new__", new),
    plain("encode", encode),
    plain("__str__", |vm, args| {
        let (text, _) = own(vm, args, "__str__")?;
        Ok(Value::Str(text.clone()))
    }),
    plain("__add__", |vm, args| {
        let (text, rest) = own(vm, args, "__add__")?;
        let [other] = rest.exactly::<1>(vm, "__add__")?;
        match other.as_str() {
            Some(other) => sequences::concat_str(vm, text, other).map(Value::Str),
            None => Err(vm.type_error(format!(
                "can only concatenate str (not \"{}\") to str",
                vm.type_name(other)
            ))),
        }
    }),
    flow("__mul__", |vm, args| with_ints(vm, args, 1, repeat)),
    flow("__rmul__", |vm, args| with_ints(vm, args, 1, repeat)),
    flow("__mod__", |vm, args| {
        let [format, values] = receiver::binary(vm, args, "__mod__")?.clone();
        let Some(format) = format.as_str().cloned() else {
            return Ok(Flow::Value(Value::NotImplemented));
        };
        Flow::start(vm, |cx| async move {
            percent(&cx, &format, &values, Subject::Text)
                .await
                .map(Value::str)
        })
    }),
    flow("__rmod__", |vm, args| {
        let [values, format] = receiver::binary(vm, args, "__rmod__")?.clone();
        let Some(format) = format.as_str().cloned() else {
            return Ok(Flow::Value(Value::NotImplemented));
        };
        Flow::start(vm, |cx| async move {
            percent(&cx, &format, &values, Subject::Text)
                .await
                .map(Value::str)
        })
    }),
];

/// `text[index]` and slices, by code point. IndexError, TypeError. `None` where `__index__` has to be called.
pub fn get_item(vm: &Rc<Vm>, text: &Str, index: &Value) -> VmResult<Option<Value>> {
    crate::vm::protocol::items::try_get_builtin(vm, &Value::Str(text.clone()), index)
}

/// The string that a method was called on, and the other arguments.
pub(super) fn own<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(&'a Str, Args<'a>)> {
    let (object, rest) = receiver::first(vm, args, "str", method)?;
    match object.as_str() {
        Some(text) => Ok((text, rest)),
        None => Err(receiver::wrong_receiver(vm, object, "str", method)),
    }
}

/// The same, without other arguments.
fn alone<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<&'a Str> {
    let (text, rest) = own(vm, args, method)?;
    if rest.values.is_empty() {
        return Ok(text);
    }
    rest.exactly::<0>(vm, &format!("str.{method}"))?;
    Ok(text)
}

/// An argument that has to be a string.
fn text_argument<'a>(vm: &Vm, method: &str, position: usize, value: &'a Value) -> VmResult<&'a Str> {
    value.as_str().ok_or_else(|| {
        vm.type_error(format!(
            "{method}() argument {position} must be str, not {}",
            vm.type_name(value)
        ))
    })
}

/// Slices of a string as a list of strings.
fn list_of(parts: Vec<&str>) -> Value {
    Value::list(parts.into_iter().map(Value::str).collect())
}

fn of_class(vm: &Vm, class: &Rc<Type>, text: Str) -> Value {
    if Rc::ptr_eq(class, &vm.types.str) {
        return Value::Str(text);
    }
    let payload = Payload::Value(Value::Str(text));
    Value::Instance(Rc::new(Instance::new(class.clone(), payload)))
}

fn new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    const SIGNATURE: Signature = Signature {
        function: "str",
        params: &["object", "encoding", "errors"],
        posonly: 0,
        positional: 3,
        required: 0,
    };
    let (class, rest) = receiver::class(vm, args, &vm.types.str)?;
    let given = rest.positional().len();
    if given > 3 {
        return Err(vm.type_error(format!("str expected at most 3 arguments, got {given}")));
    }
    let [object, encoding, errors] = rest.bind::<3>(vm, &SIGNATURE)?;
    let Some(object) = object else {
        return Ok(Flow::Value(of_class(vm, class, Str::new(""))));
    };
    if encoding.is_some() || errors.is_some() {
        let text = decode(vm, &object, encoding, errors)?;
        return Ok(Flow::Value(of_class(vm, class, Str::new(text))));
    }
    let class = class.clone();
    Flow::start(vm, move |cx| async move {
        let text = cx.str(&object).await?;
        Ok(of_class(&cx.vm, &class, text))
    })
}

/// `str(data, encoding, errors)`.
fn decode(vm: &Vm, data: &Value, encoding: Option<Value>, errors: Option<Value>) -> VmResult<String> {
    let encoding = codec_argument(vm, "str", "encoding", encoding.as_ref(), "utf-8")?;
    let errors = codec_argument(vm, "str", "errors", errors.as_ref(), "strict")?;
    if data.as_str().is_some() {
        return Err(vm.type_error("decoding str is not supported"));
    }
    match super::bytes::bytes_of(data.base()) {
        Some(data) => super::codec::decode(vm, &data, &encoding, &errors),
        None => Err(vm.type_error(format!(
            "decoding to str: need a bytes-like object, {} found",
            vm.type_name(data)
        ))),
    }
}

/// `encoding` or `errors`, as they are passed to several functions.
pub(super) fn codec_argument(
    vm: &Vm,
    function: &str,
    name: &str,
    value: Option<&Value>,
    default: &str,
) -> VmResult<Str> {
    let Some(value) = value else {
        return Ok(Str::new(default));
    };
    value.as_str().cloned().ok_or_else(|| {
        vm.type_error(format!(
            "{function}() argument '{name}' must be str, not {}",
            vm.type_name(value)
        ))
    })
}

fn encode(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    const SIGNATURE: Signature = Signature {
        function: "encode",
        params: &["encoding", "errors"],
        posonly: 0,
        positional: 2,
        required: 0,
    };
    let (text, rest) = own(vm, args, "encode")?;
    let [encoding, errors] = rest.bind::<2>(vm, &SIGNATURE)?;
    let encoding = codec_argument(vm, "encode", "encoding", encoding.as_ref(), "utf-8")?;
    let errors = codec_argument(vm, "encode", "errors", errors.as_ref(), "strict")?;
    super::codec::encode(vm, text, &encoding, &errors).map(Value::bytes)
}

fn repeat(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (text, rest) = own(vm, args, "__mul__")?;
    let [times] = rest.exactly::<1>(vm, "__mul__")?;
    let int = crate::vm::protocol::index::try_index(vm, times)?.unwrap_or_default();
    let Some(times) = int.as_i64() else {
        return Err(vm.overflow_error("cannot fit 'int' into an index-sized integer"));
    };
    let text = Value::Str(text.clone());
    Ok(sequences::try_repeat(vm, &text, times)?.unwrap_or_default())
}
