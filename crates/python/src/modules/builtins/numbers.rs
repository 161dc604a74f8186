//! `abs`, `divmod`, `pow`, `round` and `sum`.

use crate::bytecode::BinOp;
use crate::object::Value;
use crate::vm::call::{Args, Flow, NativeDef, Signature, flow};
use crate::vm::cx::Cx;
use crate::vm::protocol::special::{Slot, is_refusal, slot};
use crate::vm::protocol::{arithmetic, index};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::{ErrorKind, Int, IntRef, float_ops, int_ops};

pub const FUNCTIONS: &[NativeDef] = &[
    flow("abs", abs),
    flow("divmod", divmod),
    flow("pow", pow),
    flow("round", round),
    flow("sum", sum),
];

/// An error of pyfmt as an exception.
pub fn raise(vm: &Vm, error: switchboard_pyfmt::Error) -> crate::object::Exc {
    let types = &vm.types;
    let class = match error.kind {
        ErrorKind::Value => &types.value_error,
        ErrorKind::Type => &types.type_error,
        ErrorKind::Overflow => &types.overflow_error,
        ErrorKind::ZeroDivision => &types.zero_division_error,
        ErrorKind::Index => &types.index_error,
        ErrorKind::Key => &types.key_error,
        ErrorKind::Memory => return vm.memory_error(),
    };
    vm.exc(class, error.message)
}

/// An int of any size as a value.
pub fn int_value(int: Int) -> Value {
    match int {
        Int::Small(small) => Value::Int(small),
        Int::Big(big) => Value::big(big),
    }
}

/// The int in a value that is an int, a bool, or an instance of a subclass.
pub fn int_ref(value: &Value) -> Option<IntRef<'_>> {
    match value.base() {
        Value::Int(small) => Some(IntRef::Small(*small)),
        Value::Bool(b) => Some(IntRef::Small(i64::from(*b))),
        Value::BigInt(big) => Some(IntRef::Big(big)),
        _ => None,
    }
}

/// Whether the operation on this value is that of the built-in number it is or extends.
fn is_builtin(vm: &Vm, value: &Value, name: &str) -> bool {
    match value {
        Value::Instance(_) => matches!(slot(vm, value, &vm.intern(name)), Slot::Builtin),
        _ => true,
    }
}

fn abs(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [value] = args.exactly::<1>(vm, "abs")?;
    if is_builtin(vm, value, "__abs__") {
        if let Some(int) = int_ref(value) {
            return Ok(Flow::Value(int_value(int_ops::abs(int))));
        }
        match value.base() {
            Value::Float(f) => return Ok(Flow::Value(Value::Float(f.abs()))),
            Value::Complex(c) => {
                let length = crate::vm::protocol::complex::abs(**c);
                return length
                    .map(|length| Flow::Value(Value::Float(length)))
                    .map_err(|error| vm.raise(error));
            }
            _ => {}
        }
    }
    let value = value.clone();
    Flow::start(vm, |cx| async move {
        match cx.special(&value, &cx.vm.names.abs, vec![]).await? {
            Some(result) => Ok(result),
            None => Err(cx.vm.type_error(format!(
                "bad operand type for abs(): '{}'",
                cx.vm.type_name(&value)
            ))),
        }
    })
}

fn divmod(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [a, b] = args.exactly::<2>(vm, "divmod")?;
    if is_builtin(vm, a, "__divmod__")
        && is_builtin(vm, b, "__rdivmod__")
        && let Some(result) = divmod_at_once(vm, a, b)?
    {
        return Ok(Flow::Value(result));
    }
    let (a, b) = (a.clone(), b.clone());
    Flow::start(vm, |cx| async move {
        let vm = &cx.vm;
        for (object, name, other) in [(&a, "__divmod__", &b), (&b, "__rdivmod__", &a)] {
            let answer = cx.special(object, &vm.intern(name), vec![other.clone()]).await?;
            if let Some(answer) = answer.filter(|answer| !is_refusal(answer)) {
                return Ok(answer);
            }
        }
        Err(vm.type_error(format!(
            "unsupported operand type(s) for divmod(): '{}' and '{}'",
            vm.type_name(&a),
            vm.type_name(&b)
        )))
    })
}

fn divmod_at_once(vm: &Vm, a: &Value, b: &Value) -> VmResult<Option<Value>> {
    if let (Some(a), Some(b)) = (int_ref(a), int_ref(b)) {
        return arithmetic::divmod(vm, arithmetic::Number::Int(a), arithmetic::Number::Int(b));
    }
    let (Some(a), Some(b)) = (as_float(vm, a)?, as_float(vm, b)?) else {
        return Ok(None);
    };
    let (quotient, rest) = float_ops::float_divmod(a, b).map_err(|error| raise(vm, error))?;
    Ok(Some(Value::tuple(vec![
        Value::Float(quotient),
        Value::Float(rest),
    ])))
}

fn as_float(vm: &Vm, value: &Value) -> VmResult<Option<f64>> {
    match value.base() {
        Value::Float(f) => Ok(Some(*f)),
        other => match int_ref(other) {
            Some(int) => switchboard_pyfmt::int_float::int_to_float(int)
                .map(Some)
                .map_err(|error| raise(vm, error)),
            None => Ok(None),
        },
    }
}

fn pow(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    const SIGNATURE: Signature = Signature {
        function: "pow",
        params: &["base", "exp", "mod"],
        posonly: 0,
        positional: 3,
        required: 2,
    };
    let [base, exp, modulus] = args.bind::<3>(vm, &SIGNATURE)?.map(Option::unwrap_or_default);
    if matches!(modulus, Value::None | Value::Empty) {
        return Flow::start(vm, |cx| async move { cx.binary(BinOp::Pow, &base, &exp).await });
    }
    if let (Some(a), Some(b), Some(m)) = (int_ref(&base), int_ref(&exp), int_ref(&modulus)) {
        return arithmetic::power_modulo(vm, a, b, m).map(Flow::Value);
    }
    Flow::start(vm, |cx| async move {
        let vm = &cx.vm;
        if let Value::Instance(_) = base {
            let args = vec![exp.clone(), modulus.clone()];
            let answer = cx.special(&base, &vm.intern("__pow__"), args).await?;
            if let Some(answer) = answer.filter(|answer| !is_refusal(answer)) {
                return Ok(answer);
            }
        }
        let is_number = |value: &Value| int_ref(value).is_some() || matches!(value, Value::Float(_));
        if [&base, &exp, &modulus].into_iter().all(is_number) {
            return Err(vm.type_error("pow() 3rd argument not allowed unless all arguments are integers"));
        }
        Err(vm.type_error(format!(
            "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
            vm.type_name(&base),
            vm.type_name(&exp),
            vm.type_name(&modulus)
        )))
    })
}

fn round(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    const SIGNATURE: Signature = Signature {
        function: "round",
        params: &["number", "ndigits"],
        posonly: 0,
        positional: 2,
        required: 1,
    };
    let [number, digits] = args.bind::<2>(vm, &SIGNATURE)?;
    let number = number.unwrap_or_default();
    let digits = digits.filter(|digits| !digits.is_none());
    Flow::start(vm, |cx| async move {
        let vm = &cx.vm;
        if is_builtin(vm, &number, "__round__")
            && let Some(result) = round_builtin(&cx, &number, digits.as_ref()).await?
        {
            return Ok(result);
        }
        let args = digits.into_iter().collect();
        match cx.special(&number, &vm.names.round, args).await? {
            Some(result) => Ok(result),
            None => Err(vm.type_error(format!(
                "type {} doesn't define __round__ method",
                vm.type_name(&number)
            ))),
        }
    })
}

/// `round` of an int or a float.
pub async fn round_builtin(cx: &Cx, number: &Value, digits: Option<&Value>) -> VmResult<Option<Value>> {
    let vm = &cx.vm;
    let digits = match digits {
        Some(digits) => Some(index::saturate(&index::index(cx, digits).await?)),
        None => None,
    };
    if let Some(int) = int_ref(number) {
        return Ok(Some(int_value(match digits {
            Some(digits) => crate::types::int::round_to(vm, int, digits)?,
            None => int.to_owned(),
        })));
    }
    let Value::Float(f) = number.base() else {
        return Ok(None);
    };
    let result = match digits {
        Some(digits) => float_ops::round_to_digits(*f, digits).map(Value::Float),
        None => float_ops::round_to_int(*f).map(int_value),
    };
    result.map(Some).map_err(|error| raise(vm, error))
}

fn sum(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    const SIGNATURE: Signature = Signature {
        function: "sum",
        params: &["iterable", "start"],
        posonly: 1,
        positional: 2,
        required: 1,
    };
    if args.positional().is_empty() {
        return Err(vm.type_error("sum() takes at least 1 positional argument (0 given)"));
    }
    let [iterable, start] = args.bind::<2>(vm, &SIGNATURE)?;
    let start = start.unwrap_or(Value::Int(0));
    match start.base() {
        Value::Str(_) => {
            return Err(vm.type_error("sum() can't sum strings [use ''.join(seq) instead]"));
        }
        Value::Bytes(_) => {
            return Err(vm.type_error("sum() can't sum bytes [use b''.join(seq) instead]"));
        }
        _ => {}
    }
    let iterable = iterable.unwrap_or_default();
    Flow::start(vm, |cx| async move {
        let iterator = cx.iter(&iterable).await?;
        let mut total = Total::of(start);
        while let Some(item) = cx.next(&iterator).await? {
            total = match total.add_number(&item) {
                Ok(total) => total,
                Err(total) => {
                    let before = total.phase();
                    let sum = cx.binary(BinOp::Add, &total.value(), &item).await?;
                    Total::after(before, sum)
                }
            };
        }
        Ok(total.value())
    })
}

/// What has been summed up so far.
#[derive(Clone)]
enum Total {
    Int(i64),
    /// With the rounding errors made so far (Neumaier's algorithm).
    Float {
        sum: f64,
        lost: f64,
    },
    Any(Value),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Int,
    Later,
}

impl Total {
    fn of(start: Value) -> Self {
        match start {
            Value::Int(int) => Total::Int(int),
            Value::Float(sum) => Total::Float { sum, lost: 0.0 },
            other => Total::Any(other),
        }
    }

    fn phase(&self) -> Phase {
        match self {
            Total::Int(_) => Phase::Int,
            Total::Float { .. } | Total::Any(_) => Phase::Later,
        }
    }

    /// The sum after a general addition: CPython's loop for floats follows only the one for ints.
    fn after(before: Phase, sum: Value) -> Self {
        match sum {
            Value::Float(sum) if before == Phase::Int => Total::Float { sum, lost: 0.0 },
            other => Total::Any(other),
        }
    }

    /// Adds an int or a float; `Err` gives the total back if that takes a general addition.
    fn add_number(self, item: &Value) -> Result<Self, Self> {
        match (self, item) {
            (Total::Int(sum), Value::Int(int)) => {
                sum.checked_add(*int).map(Total::Int).ok_or(Total::Int(sum))
            }
            (Total::Int(sum), Value::Bool(b)) => sum
                .checked_add(i64::from(*b))
                .map(Total::Int)
                .ok_or(Total::Int(sum)),
            (Total::Int(sum), Value::Float(x)) => Ok(Total::Float {
                sum: sum as f64 + x,
                lost: 0.0,
            }),
            (Total::Float { sum, lost }, Value::Float(x)) => {
                let next = sum + x;
                let error = if sum.abs() >= x.abs() {
                    (sum - next) + x
                } else {
                    (x - next) + sum
                };
                Ok(Total::Float {
                    sum: next,
                    lost: lost + error,
                })
            }
            (Total::Float { sum, lost }, Value::Int(int)) => Ok(Total::Float {
                sum: sum + *int as f64,
                lost,
            }),
            (Total::Float { sum, lost }, Value::Bool(b)) => Ok(Total::Float {
                sum: sum + f64::from(u8::from(*b)),
                lost,
            }),
            (total, _) => Err(total),
        }
    }

    fn value(&self) -> Value {
        match self {
            Total::Int(int) => Value::Int(*int),
            // An infinite sum must stay what it is.
            Total::Float { sum, lost } if *lost != 0.0 && lost.is_finite() => Value::Float(sum + lost),
            Total::Float { sum, .. } => Value::Float(*sum),
            Total::Any(value) => value.clone(),
        }
    }
}
