//! Making bytes of other things.

use super::arguments::byte;
use super::{bytes_of, new_array};
use crate::object::{Exc, Instance, Payload, Type, Value};
use crate::types::{codec, receiver};
use crate::vm::call::{Args, Flow, Signature};
use crate::vm::cx::Cx;
use crate::vm::protocol::{index, iterate};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// `bytes(source, encoding, errors)`.
pub fn new_bytes(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (class, rest) = receiver::class(vm, args, &vm.types.bytes)?;
    let class = class.clone();
    let source = Source::bind(vm, rest, "bytes")?;
    Flow::start(vm, move |cx| async move {
        let data = source.read(&cx, "bytes").await?;
        Ok(of_class(&cx.vm, &class, data))
    })
}

/// The arguments of both constructors.
pub struct Source {
    source: Option<Value>,
    encoding: Option<Value>,
    errors: Option<Value>,
}

impl Source {
    pub fn bind(vm: &Rc<Vm>, args: Args<'_>, function: &'static str) -> VmResult<Source> {
        let signature = Signature {
            function,
            params: &["source", "encoding", "errors"],
            posonly: 0,
            positional: 3,
            required: 0,
        };
        let [source, encoding, errors] = args.bind::<3>(vm, &signature)?;
        Ok(Source {
            source,
            encoding,
            errors,
        })
    }

    /// The bytes. `kind` names the type for messages.
    pub async fn read(self, cx: &Cx, kind: &'static str) -> VmResult<Vec<u8>> {
        let vm = &cx.vm;
        let has_codec = self.encoding.is_some() || self.errors.is_some();
        let Some(source) = self.source else {
            return match has_codec {
                true => Err(vm.type_error("encoding without a string argument")),
                false => Ok(Vec::new()),
            };
        };
        if let Some(text) = source.as_str() {
            if self.encoding.is_none() {
                return Err(vm.type_error("string argument without an encoding"));
            }
            let codec_argument = crate::types::str::codec_argument;
            let encoding = codec_argument(vm, kind, "encoding", self.encoding.as_ref(), "utf-8")?;
            let errors = codec_argument(vm, kind, "errors", self.errors.as_ref(), "strict")?;
            return codec::encode(vm, text, &encoding, &errors);
        }
        if has_codec {
            return Err(vm.type_error(match self.encoding {
                Some(_) => "encoding without a string argument",
                None => "errors without a string argument",
            }));
        }
        if let Some(data) = from_object(cx, &source).await? {
            return Ok(data);
        }
        if index::has_index(vm, &source) {
            let count = index::index(cx, &source).await?;
            let Some(count) = count.as_i64() else {
                return Err(vm.overflow_error("cannot fit 'int' into an index-sized integer"));
            };
            if count < 0 {
                return Err(vm.value_error("negative count"));
            }
            let count = switchboard_pyfmt::count(count);
            vm.allocate(count)?;
            return Ok(vec![0; count]);
        }
        collect(cx, &source, kind).await
    }
}

/// The bytes of a bytes-like object, or of one with `__bytes__`; `None` for all others.
pub async fn from_object(cx: &Cx, value: &Value) -> VmResult<Option<Vec<u8>>> {
    let vm = &cx.vm;
    if let Value::Instance(_) = value
        && !matches!(value.base(), Value::Bytes(_))
        && let Some(answer) = cx.special(value, &vm.names.bytes, vec![]).await?
    {
        return match bytes_of(&answer) {
            Some(data) => Ok(Some(data.into_owned())),
            None => Err(vm.type_error(format!(
                "__bytes__ returned non-bytes (type {})",
                vm.type_name(&answer)
            ))),
        };
    }
    Ok(bytes_of(value).map(|data| data.into_owned()))
}

/// The ints that an iterable gives, as bytes. `kind` names the type for messages.
pub async fn collect(cx: &Cx, iterable: &Value, kind: &'static str) -> VmResult<Vec<u8>> {
    let vm = &cx.vm;
    if iterate::try_iter(vm, iterable).is_err() {
        return Err(vm.type_error(format!(
            "cannot convert '{}' object to {kind}",
            vm.type_name(iterable)
        )));
    }
    let refusal = match kind {
        "bytes" => "bytes must be in range(0, 256)",
        _ => "byte must be in range(0, 256)",
    };
    let iterator = cx.iter(iterable).await?;
    let mut data = Vec::new();
    while let Some(item) = cx.next(&iterator).await? {
        let int = index::index(cx, &item).await?;
        data.push(byte(vm, &int, refusal)?);
        if data.len() % 4096 == 0 {
            vm.allocate(data.len())?;
        }
    }
    Ok(data)
}

/// `bytes.fromhex(text)`.
pub fn fromhex(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (class, rest) = args.receiver();
    let [text] = rest.exactly::<1>(vm, "fromhex")?;
    let Some(text) = text.as_str() else {
        return Err(vm.type_error(format!(
            "fromhex() argument must be str, not {}",
            vm.type_name(text)
        )));
    };
    let data = parse_hex(vm, text)?;
    Ok(match class {
        Value::Type(class) if Rc::ptr_eq(class, &vm.types.bytes) => Flow::Value(Value::bytes(data)),
        Value::Type(class) if Rc::ptr_eq(class, &vm.types.bytearray) => Flow::Value(new_array(vm, data)),
        class => Flow::Call(class.clone(), vec![Value::bytes(data)]),
    })
}

fn parse_hex(vm: &Vm, text: &str) -> VmResult<Vec<u8>> {
    let bad = |position: usize| -> Exc {
        vm.value_error(format!(
            "non-hexadecimal number found in fromhex() arg at position {position}"
        ))
    };
    vm.charge(text.len() / 4)?;
    let mut data = Vec::with_capacity(text.len() / 2);
    let mut characters = text.chars().enumerate();
    while let Some((at, c)) = characters.next() {
        if c.is_ascii_whitespace() {
            continue;
        }
        let high = c.to_digit(16).ok_or_else(|| bad(at))?;
        let low = characters.next().and_then(|(_, c)| c.to_digit(16));
        let low = low.ok_or_else(|| bad(at + 1))?;
        data.push((high * 16 + low) as u8);
    }
    Ok(data)
}

fn of_class(vm: &Vm, class: &Rc<Type>, data: Vec<u8>) -> Value {
    if Rc::ptr_eq(class, &vm.types.bytes) {
        return Value::bytes(data);
    }
    let payload = Payload::Value(Value::bytes(data));
    Value::Instance(Rc::new(Instance::new(class.clone(), payload)))
}
