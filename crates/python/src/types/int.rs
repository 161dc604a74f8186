//! `int` and `bool`.

use super::operators::{size_argument, with_ints};
use super::receiver;
use crate::object::function::Getter;
use crate::object::{Instance, Payload, Str, Type, Value};
use crate::vm::call::{Args, Flow, NativeDef, Signature, flow, plain};
use crate::vm::cx::Cx;
use crate::vm::protocol::arithmetic::{int_of, int_value, to_float};
use crate::vm::protocol::special::{Slot, slot};
use crate::vm::protocol::{index, iterate};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::int_ops::{self, ByteOrder, Signedness};
use switchboard_pyfmt::{Int, IntRef, int_float, int_text};

pub const METHODS: &[NativeDef] = &[
    flow("__new__", new),
    plain("bit_length", |vm, args| {
        let (int, _) = own::<0>(vm, args, "bit_length")?;
        Ok(int_value(Int::from(int.bit_length())))
    }),
    plain("bit_count", |vm, args| {
        let (int, _) = own::<0>(vm, args, "bit_count")?;
        vm.scan((int.bit_length() / 8) as usize)?;
        Ok(int_value(Int::from(int.bit_count())))
    }),
    plain("as_integer_ratio", |vm, args| {
        let (int, _) = own::<0>(vm, args, "as_integer_ratio")?;
        Ok(Value::tuple(vec![int_value(int.to_owned()), Value::Int(1)]))
    }),
    plain("is_integer", |vm, args| {
        own::<0>(vm, args, "is_integer")?;
        Ok(Value::Bool(true))
    }),
    flow("to_bytes", |vm, args| with_ints(vm, args, 1, to_bytes)),
    plain("conjugate", |vm, args| itself(vm, args, "conjugate")),
    plain("__int__", |vm, args| itself(vm, args, "__int__")),
    plain("__index__", |vm, args| itself(vm, args, "__index__")),
    plain("__trunc__", |vm, args| itself(vm, args, "__trunc__")),
    plain("__floor__", |vm, args| itself(vm, args, "__floor__")),
    plain("__ceil__", |vm, args| itself(vm, args, "__ceil__")),
    plain("__float__", |vm, args| {
        let (int, _) = own::<0>(vm, args, "__float__")?;
        to_float(vm, int).map(Value::Float)
    }),
    plain("__abs__", |vm, args| {
        let (int, _) = own::<0>(vm, args, "__abs__")?;
        Ok(int_value(int_ops::abs(int)))
    }),
    flow("__round__", |vm, args| with_ints(vm, args, 1, round)),
];

pub const CLASS_METHODS: &[NativeDef] = &[flow("from_bytes", from_bytes)];

pub const GETTERS: &[Getter] = &[
    part("real", |_, int| Ok(int.base_int())),
    part("numerator", |_, int| Ok(int.base_int())),
    part("imag", |_, _| Ok(Value::Int(0))),
    part("denominator", |_, _| Ok(Value::Int(1))),
];

pub const BOOL_METHODS: &[NativeDef] = &[flow("__new__", new_bool)];

/// `int(x)` of anything but text: through `__int__`, `__index__` or `__trunc__`.
pub async fn int(cx: &Cx, value: &Value) -> VmResult<Value> {
    let vm = &cx.vm;
    if let Some(int) = try_int(vm, value)? {
        return Ok(int);
    }
    for name in ["__int__", "__index__", "__trunc__"] {
        let Some(answer) = cx.special(value, &vm.intern(name), vec![]).await? else {
            continue;
        };
        return match int_of(&answer) {
            Some(int) => Ok(int_value(int.to_owned())),
            None if name == "__trunc__" => index::index(cx, &answer).await,
            None => Err(vm.type_error(format!(
                "{name} returned non-int (type {})",
                vm.type_name(&answer)
            ))),
        };
    }
    Err(vm.type_error(format!(
        "int() argument must be a string, a bytes-like object or a real number, not '{}'",
        vm.type_name(value)
    )))
}

/// The same for built-in values; `None` where a method has to be called.
pub fn try_int(vm: &Rc<Vm>, value: &Value) -> VmResult<Option<Value>> {
    if let Value::Instance(_) = value
        && !matches!(slot(vm, value, &vm.names.int), Slot::Builtin)
    {
        return Ok(None);
    }
    let base = value.base();
    match base {
        Value::Int(_) | Value::BigInt(_) => Ok(Some(base.clone())),
        Value::Bool(b) => Ok(Some(Value::Int(i64::from(*b)))),
        Value::Float(f) => match int_float::float_to_int(*f) {
            Ok(int) => Ok(Some(int_value(int))),
            Err(error) => Err(vm.raise(error)),
        },
        Value::Str(text) => parse(vm, text, 10).map(Some),
        _ => match super::bytes::bytes_of(base) {
            Some(data) => parse_bytes(vm, &data, 10).map(Some),
            None => Ok(None),
        },
    }
}

trait BaseInt {
    /// The int that a value is or extends, as an int and not a bool.
    fn base_int(&self) -> Value;
}

impl BaseInt for Value {
    fn base_int(&self) -> Value {
        match self.base() {
            Value::Bool(b) => Value::Int(i64::from(*b)),
            base => base.clone(),
        }
    }
}

const fn part(name: &'static str, get: fn(&Rc<Vm>, &Value) -> VmResult<Value>) -> Getter {
    Getter { name, get, set: None }
}

fn new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    const SIGNATURE: Signature = Signature {
        function: "int",
        params: &["", "base"],
        posonly: 1,
        positional: 2,
        required: 0,
    };
    let (class, rest) = receiver::class(vm, args, &vm.types.int)?;
    let class = class.clone();
    if rest.names.is_empty() {
        rest.between(vm, "int", 0, 2)?;
    }
    let [value, base] = rest.bind::<2>(vm, &SIGNATURE)?;
    let Some(value) = value else {
        return match base {
            Some(_) => Err(vm.type_error("int() missing string argument")),
            None => Ok(Flow::Value(of_class(vm, &class, Value::Int(0)))),
        };
    };
    let Some(base) = base else {
        if let Some(int) = try_int(vm, &value)? {
            return Ok(Flow::Value(of_class(vm, &class, int)));
        }
        return Flow::start(vm, move |cx| async move {
            let int = int(&cx, &value).await?;
            Ok(of_class(&cx.vm, &class, int))
        });
    };
    Flow::start(vm, move |cx| async move {
        let vm = &cx.vm;
        let base = index::saturate(&index::index(&cx, &base).await?);
        let int = match value.base() {
            Value::Str(text) => parse(vm, text, base)?,
            other => match super::bytes::bytes_of(other) {
                Some(data) => parse_bytes(vm, &data, base)?,
                None => return Err(vm.type_error("int() can't convert non-string with explicit base")),
            },
        };
        Ok(of_class(vm, &class, int))
    })
}

fn new_bool(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, rest) = receiver::class(vm, args, &vm.types.bool)?;
    let Some(value) = receiver::at_most_one(vm, rest, "bool")?.cloned() else {
        return Ok(Flow::Value(Value::Bool(false)));
    };
    Flow::start(vm, |cx| async move { cx.truth(&value).await.map(Value::Bool) })
}

fn of_class(vm: &Vm, class: &Rc<Type>, int: Value) -> Value {
    if Rc::ptr_eq(class, &vm.types.int) {
        return int;
    }
    Value::Instance(Rc::new(Instance::new(class.clone(), Payload::Value(int))))
}

/// More are refused, or take a word each without a product: see `sys.set_int_max_str_digits`.
const MOST_DIGITS: usize = 5_000;

fn parse(vm: &Vm, text: &Str, base: i64) -> VmResult<Value> {
    vm.charge(text.len() / 4)?;
    let digits = text.len().min(MOST_DIGITS);
    vm.strain(digits * digits / 8192)?;
    let int = int_text::parse_int(text, base, vm.native_types.int_digits.get());
    int.map(int_value).map_err(|error| vm.raise(error))
}

fn parse_bytes(vm: &Vm, data: &[u8], base: i64) -> VmResult<Value> {
    vm.charge(data.len() / 4)?;
    let int = int_text::parse_int_bytes(data, base, vm.native_types.int_digits.get());
    int.map(int_value).map_err(|error| vm.raise(error))
}

/// The int that a method was called on, and `N` more arguments.
fn own<'a, const N: usize>(
    vm: &Rc<Vm>,
    args: Args<'a>,
    method: &str,
) -> VmResult<(IntRef<'a>, &'a [Value; N])> {
    let (object, rest) = receiver::first(vm, args, "int", method)?;
    match int_of(object) {
        Some(int) => Ok((int, rest.exactly::<N>(vm, &format!("int.{method}"))?)),
        None => Err(receiver::wrong_receiver(vm, object, "int", method)),
    }
}

fn itself(vm: &Rc<Vm>, args: Args<'_>, method: &str) -> VmResult<Value> {
    let (int, _) = own::<0>(vm, args, method)?;
    Ok(int_value(int.to_owned()))
}

fn round(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (object, rest) = receiver::first(vm, args, "int", "__round__")?;
    let Some(int) = int_of(object) else {
        return Err(receiver::wrong_receiver(vm, object, "int", "__round__"));
    };
    match rest.between(vm, "__round__", 0, 1)? {
        [] | [Value::None] => Ok(int_value(int.to_owned())),
        [digits, ..] => {
            let digits = index::try_index(vm, digits)?.unwrap_or_default();
            Ok(int_value(round_to(vm, int, index::saturate(&digits))?))
        }
    }
}

/// `round(a, digits)`, counted by the words of the number and of the power of ten that divides it.
pub fn round_to(vm: &Vm, int: IntRef<'_>, digits: i64) -> VmResult<Int> {
    /// A word of 64 bits has so many decimal digits.
    const DIGITS_OF_WORD: u64 = 19;
    let words = int.bit_length() / 64;
    let divisor = (digits.min(0).unsigned_abs() / DIGITS_OF_WORD).min(words);
    let work = usize::try_from(words.saturating_mul(divisor)).unwrap_or(usize::MAX);
    vm.charge(work)?;
    vm.strain(work.saturating_mul(8).saturating_add(words as usize))?;
    Ok(int_ops::round_to(int, digits))
}

fn to_bytes(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    const SIGNATURE: Signature = Signature {
        function: "to_bytes",
        params: &["length", "byteorder", "signed"],
        posonly: 0,
        positional: 2,
        required: 0,
    };
    let (object, rest) = receiver::first(vm, args, "int", "to_bytes")?;
    let Some(int) = int_of(object) else {
        return Err(receiver::wrong_receiver(vm, object, "int", "to_bytes"));
    };
    let [length, order, signed] = rest.bind::<3>(vm, &SIGNATURE)?;
    let length = match length {
        Some(length) => size_argument(vm, &length)?,
        None => 1,
    };
    let order = byte_order(vm, "to_bytes", order.as_ref())?;
    if length < 0 {
        return Err(vm.value_error("length argument must be non-negative"));
    }
    let length = switchboard_pyfmt::count(length);
    vm.allocate(length)?;
    let data = int_ops::to_bytes(int, length, order, signedness(vm, signed.as_ref()));
    data.map(Value::bytes).map_err(|error| vm.raise(error))
}

fn from_bytes(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    const SIGNATURE: Signature = Signature {
        function: "from_bytes",
        params: &["bytes", "byteorder", "signed"],
        posonly: 0,
        positional: 2,
        required: 1,
    };
    let (class, rest) = args.receiver();
    let class = class.clone();
    let [data, order, signed] = rest.bind::<3>(vm, &SIGNATURE)?;
    let order = byte_order(vm, "from_bytes", order.as_ref())?;
    let signedness = signedness(vm, signed.as_ref());
    let data = data.unwrap_or_default();
    Flow::start(vm, move |cx| async move {
        let vm = &cx.vm;
        let data = match super::bytes::bytes_of(data.base()) {
            Some(data) => data.to_vec(),
            None if data.as_str().is_some() || !iterate_able(vm, &data) => {
                return Err(vm.type_error(format!(
                    "cannot convert '{}' object to bytes",
                    vm.type_name(&data)
                )));
            }
            None => super::bytes::collect(&cx, &data, "bytes").await?,
        };
        vm.charge(data.len() / 4)?;
        let int = int_value(int_ops::from_bytes(&data, order, signedness));
        match &class {
            Value::Type(class) if Rc::ptr_eq(class, &vm.types.int) => Ok(int),
            class => cx.call(class, vec![int]).await,
        }
    })
}

fn iterate_able(vm: &Rc<Vm>, value: &Value) -> bool {
    iterate::try_iter(vm, value).is_ok()
}

fn byte_order(vm: &Vm, function: &str, order: Option<&Value>) -> VmResult<ByteOrder> {
    let Some(order) = order else {
        return Ok(ByteOrder::Big);
    };
    match order.as_str().map(|order| order.as_str()) {
        Some("big") => Ok(ByteOrder::Big),
        Some("little") => Ok(ByteOrder::Little),
        Some(_) => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
        None => Err(vm.type_error(format!(
            "{function}() argument 'byteorder' must be str, not {}",
            vm.type_name(order)
        ))),
    }
}

fn signedness(vm: &Rc<Vm>, signed: Option<&Value>) -> Signedness {
    let is_signed =
        signed.is_some_and(|signed| crate::vm::protocol::truth::try_truth(vm, signed).unwrap_or(true));
    if is_signed {
        Signedness::Signed
    } else {
        Signedness::Unsigned
    }
}
