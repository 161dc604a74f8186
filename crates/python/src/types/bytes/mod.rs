//! `bytes` and `bytearray`.
//!
//! Most methods treat the bytes as text of the code points 0 to 255 ("wide" text), so that searching, splitting and
//! replacing are those of strings.

mod arguments;
mod array;
mod construct;
mod layout;
mod search;
pub mod view;

pub use array::{ByteArray, GETTERS as ARRAY_GETTERS, METHODS as ARRAY_METHODS};
pub use construct::{collect, from_object};

use super::operators::with_ints;
use super::{codec, receiver};
use crate::object::{Instance, Value, work};
use crate::vm::call::{Args, Flow, NativeDef, Signature, flow, plain};
use crate::vm::protocol::index;
use crate::vm::{Vm, VmResult};
use std::borrow::Cow;
use std::rc::Rc;
use switchboard_pyfmt::str_repr;

/// The tables of methods that both types have.
pub const SHARED: &[&[NativeDef]] = &[METHODS, search::METHODS, layout::METHODS];

/// What only `bytes` has.
pub const BYTES_METHODS: &[NativeDef] = &[
    flow("__new__", construct::new_bytes),
    plain("__bytes__", |vm, args| {
        let (own, _) = Own::of(vm, args, "__bytes__")?;
        Ok(Value::bytes(own.data.into_owned()))
    }),
];

pub const CLASS_METHODS: &[NativeDef] = &[flow("fromhex", construct::fromhex)];

pub const STATIC_METHODS: &[NativeDef] = &[plain("maketrans", search::maketrans)];

const METHODS: &[NativeDef] = &[
    plain("decode", decode),
    plain("hex", hex),
    plain("__add__", add),
    flow("__mul__", |vm, args| with_ints(vm, args, 1, repeat)),
    flow("__rmul__", |vm, args| with_ints(vm, args, 1, repeat)),
    flow("__mod__", percent),
    plain("__repr__", |vm, args| {
        let (own, _) = Own::of(vm, args, "__repr__")?;
        vm.charge(own.data.len())?;
        let text = str_repr::bytes_repr(&own.data);
        Ok(Value::str(match own.kind {
            Kind::Bytes => text,
            Kind::ByteArray => {
                let (object, _) = args.receiver();
                format!("{}({text})", vm.type_name(object))
            }
        }))
    }),
];

/// So many bytes become characters, or the reverse, in the time of an instruction.
const WIDENED_AT_ONCE: usize = 4;

/// So many bytes are copied in the time of an instruction.
const COPIED_AT_ONCE: usize = 64;

/// Which of the two types a value is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bytes,
    ByteArray,
}

/// The receiver of a method.
struct Own<'a> {
    data: Cow<'a, [u8]>,
    kind: Kind,
}

/// The bytes of a bytes-like object.
pub fn bytes_of(value: &Value) -> Option<Cow<'_, [u8]>> {
    match value.base() {
        Value::Bytes(bytes) => Some(Cow::Borrowed(&bytes.data)),
        Value::Instance(instance) => match instance.native::<ByteArray>() {
            Some(array) => {
                let data = array.data.borrow().clone();
                work::note(data.len() / COPIED_AT_ONCE);
                Some(Cow::Owned(data))
            }
            None => view::bytes_of_view(instance).map(Cow::Owned),
        },
        _ => None,
    }
}

impl<'a> Own<'a> {
    fn of(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(Own<'a>, Args<'a>)> {
        let (object, rest) = receiver::first(vm, args, "bytes", method)?;
        let kind = match object.base() {
            Value::Bytes(_) => Kind::Bytes,
            _ => Kind::ByteArray,
        };
        match bytes_of(object) {
            Some(data) => {
                vm.charge(data.len() / 4)?;
                Ok((Own { data, kind }, rest))
            }
            None => Err(receiver::wrong_receiver(vm, object, "bytes", method)),
        }
    }

    /// A new object of the same type.
    fn make(&self, vm: &Vm, data: Vec<u8>) -> Value {
        match self.kind {
            Kind::Bytes => Value::bytes(data),
            Kind::ByteArray => new_array(vm, data),
        }
    }

    fn wide(&self) -> String {
        widen(&self.data)
    }

    fn make_narrow(&self, vm: &Vm, text: &str) -> Value {
        self.make(vm, narrow(text))
    }
}

/// A new `bytearray`.
pub fn new_array(vm: &Vm, data: Vec<u8>) -> Value {
    Value::Instance(Instance::with_native(&vm.types.bytearray, ByteArray::new(data)))
}

/// Bytes as text of the code points 0 to 255.
fn widen(data: &[u8]) -> String {
    work::note(data.len() / WIDENED_AT_ONCE);
    data.iter().map(|byte| char::from(*byte)).collect()
}

/// The reverse of [`widen`].
fn narrow(text: &str) -> Vec<u8> {
    work::note(text.len() / WIDENED_AT_ONCE);
    text.chars()
        .filter_map(|c| u8::try_from(u32::from(c)).ok())
        .collect()
}

fn decode(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    const SIGNATURE: Signature = Signature {
        function: "decode",
        params: &["encoding", "errors"],
        posonly: 0,
        positional: 2,
        required: 0,
    };
    let (own, rest) = Own::of(vm, args, "decode")?;
    let [encoding, errors] = rest.bind::<2>(vm, &SIGNATURE)?;
    let encoding = super::str::codec_argument(vm, "decode", "encoding", encoding.as_ref(), "utf-8")?;
    let errors = super::str::codec_argument(vm, "decode", "errors", errors.as_ref(), "strict")?;
    codec::decode(vm, &own.data, &encoding, &errors).map(Value::str)
}

fn hex(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    const SIGNATURE: Signature = Signature {
        function: "hex",
        params: &["sep", "bytes_per_sep"],
        posonly: 0,
        positional: 2,
        required: 0,
    };
    let (own, rest) = Own::of(vm, args, "hex")?;
    let [separator, group] = rest.bind::<2>(vm, &SIGNATURE)?;
    let separator = match &separator {
        None => None,
        Some(separator) => {
            let text = match bytes_of(separator) {
                Some(data) => widen(&data),
                None => separator
                    .as_str()
                    .map(|text| text.to_string())
                    .unwrap_or_default(),
            };
            let mut characters = text.chars();
            match (characters.next(), characters.next()) {
                (Some(c), None) => Some(c),
                _ => return Err(vm.value_error("sep must be length 1.")),
            }
        }
    };
    let group = match group {
        Some(group) => super::operators::size_argument(vm, &group)?,
        None => 1,
    };
    vm.allocate(own.data.len().saturating_mul(3))?;
    let length = own.data.len();
    // Groups are counted from the right, or from the left if the number is negative.
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    let mut text = String::with_capacity(length * 2);
    for (at, byte) in own.data.iter().enumerate() {
        let counted = if group > 0 { length - at } else { at };
        if let Some(separator) = separator
            && at > 0
            && size > 0
            && counted % size == 0
        {
            text.push(separator);
        }
        str_repr::push_hex(&mut text, *byte);
    }
    Ok(Value::str(text))
}

fn add(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (own, rest) = Own::of(vm, args, "__add__")?;
    let [other] = rest.exactly::<1>(vm, "__add__")?;
    let Some(other) = bytes_of(other) else {
        let kind = match own.kind {
            Kind::Bytes => "bytes",
            Kind::ByteArray => "bytearray",
        };
        return Err(vm.type_error(format!("can't concat {} to {kind}", vm.type_name(other))));
    };
    vm.allocate(own.data.len().saturating_add(other.len()))?;
    Ok(own.make(vm, [&*own.data, &*other].concat()))
}

fn repeat(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (own, rest) = Own::of(vm, args, "__mul__")?;
    let [times] = rest.exactly::<1>(vm, "__mul__")?;
    let Some(times) = index::try_index(vm, times)?.unwrap_or_default().as_i64() else {
        return Err(vm.overflow_error("cannot fit 'int' into an index-sized integer"));
    };
    let times = crate::vm::protocol::sequences::repetitions(vm, own.data.len(), times)?;
    Ok(own.make(vm, own.data.repeat(times)))
}

fn percent(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [_, values] = receiver::binary(vm, args, "__mod__")?.clone();
    let (own, _) = Own::of(vm, args, "__mod__")?;
    let format = crate::object::Str::new(own.wide());
    let kind = own.kind;
    Flow::start(vm, move |cx| async move {
        let text = super::str::percent(&cx, &format, &values, super::str::Subject::Bytes).await?;
        let data = narrow(&text);
        Ok(match kind {
            Kind::Bytes => Value::bytes(data),
            Kind::ByteArray => new_array(&cx.vm, data),
        })
    })
}
