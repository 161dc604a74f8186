//! Operators between built-in numbers.

use super::complex::{self, Complex};
use crate::bytecode::{BinOp, UnaryOp};
use crate::object::{Value, work};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::float_ops::{self, FloatPow};
use switchboard_pyfmt::int_ops::{self, IntPow};
use switchboard_pyfmt::{Error, Int, IntRef, int_float};

/// Products, powers and shifts with more bits than this are refused with a MemoryError. Multiplying two numbers of
/// half the size takes a fraction of a second: a single instruction can't be interrupted.
pub const MAX_BITS: u64 = 1 << 23;
/// What a division or a modular power may cost, in multiplications of machine words.
const MAX_WORK: u64 = 1 << 26;

/// A built-in number.
#[derive(Clone, Copy)]
pub enum Number<'a> {
    Int(IntRef<'a>),
    Float(f64),
    Complex(Complex),
}

impl<'a> Number<'a> {
    /// The number that a value is or extends.
    pub fn of(value: &'a Value) -> Option<Number<'a>> {
        Some(match value.base() {
            Value::Int(i) => Number::Int(IntRef::Small(*i)),
            Value::Bool(b) => Number::Int(IntRef::Small(i64::from(*b))),
            Value::BigInt(big) => Number::Int(IntRef::Big(big)),
            Value::Float(f) => Number::Float(*f),
            Value::Complex(c) => Number::Complex(**c),
            _ => return None,
        })
    }

    fn to_complex(self, vm: &Vm) -> VmResult<Complex> {
        Ok(match self {
            Number::Int(i) => (to_float(vm, i)?, 0.0),
            Number::Float(f) => (f, 0.0),
            Number::Complex(c) => c,
        })
    }
}

/// The int that a value is or extends (bools included).
pub fn int_of(value: &Value) -> Option<IntRef<'_>> {
    match Number::of(value) {
        Some(Number::Int(i)) => Some(i),
        _ => None,
    }
}

/// An int as a Python value.
pub fn int_value(int: Int) -> Value {
    match int {
        Int::Small(i) => Value::Int(i),
        Int::Big(big) => Value::big(big),
    }
}

/// `float(i)`. OverflowError: int too large to convert to float.
pub fn to_float(vm: &Vm, int: IntRef<'_>) -> VmResult<f64> {
    int_float::int_to_float(int).map_err(|error| vm.raise(error))
}

/// `a op b` of two numbers; `None` if numbers of these types have no such operator.
pub fn binary(vm: &Vm, op: BinOp, a: Number<'_>, b: Number<'_>) -> VmResult<Option<Value>> {
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => ints(vm, op, a, b),
        (Number::Float(a), Number::Float(b)) => floats(vm, op, a, b),
        (Number::Float(a), Number::Int(b)) if has_floats(op) => floats(vm, op, a, to_float(vm, b)?),
        (Number::Int(a), Number::Float(b)) if has_floats(op) => floats(vm, op, to_float(vm, a)?, b),
        (Number::Complex(_), _) | (_, Number::Complex(_)) if has_complex(op) => {
            complexes(vm, op, a.to_complex(vm)?, b.to_complex(vm)?)
        }
        _ => Ok(None),
    }
}

/// `op a` of a number; `None` if numbers of this type have no such operator.
pub fn unary(op: UnaryOp, a: Number<'_>) -> Option<Value> {
    Some(match (op, a) {
        (UnaryOp::Neg, Number::Int(a)) => int_value(int_ops::neg(a)),
        (UnaryOp::Pos, Number::Int(a)) => int_value(a.to_owned()),
        (UnaryOp::Invert, Number::Int(a)) => int_value(int_ops::invert(a)),
        (UnaryOp::Neg, Number::Float(a)) => Value::Float(-a),
        (UnaryOp::Pos, Number::Float(a)) => Value::Float(a),
        (UnaryOp::Neg, Number::Complex(a)) => Value::Complex(Rc::new((-a.0, -a.1))),
        (UnaryOp::Pos, Number::Complex(a)) => Value::Complex(Rc::new(a)),
        (UnaryOp::Invert, _) => return None,
    })
}

/// `divmod(a, b)` of two numbers; `None` for complex ones, which have none.
pub fn divmod(vm: &Vm, a: Number<'_>, b: Number<'_>) -> VmResult<Option<Value>> {
    let floats = |a: f64, b: f64| {
        let (quotient, rest) = float_ops::float_divmod(a, b).map_err(|error| vm.raise(error))?;
        Ok(Some(Value::tuple(vec![
            Value::Float(quotient),
            Value::Float(rest),
        ])))
    };
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => {
            check_division(vm, a, b)?;
            vm.charge(effort(BinOp::FloorDiv, words(a), words(b)))?;
            let (quotient, rest) = int_ops::divmod(a, b).map_err(|error| vm.raise(error))?;
            Ok(Some(Value::tuple(vec![int_value(quotient), int_value(rest)])))
        }
        (Number::Float(a), Number::Float(b)) => floats(a, b),
        (Number::Float(a), Number::Int(b)) => floats(a, to_float(vm, b)?),
        (Number::Int(a), Number::Float(b)) => floats(to_float(vm, a)?, b),
        _ => Ok(None),
    }
}

/// `pow(a, b, modulus)` of three ints.
pub fn power_modulo(vm: &Vm, a: IntRef<'_>, b: IntRef<'_>, modulus: IntRef<'_>) -> VmResult<Value> {
    let work = words(modulus)
        .saturating_mul(words(modulus))
        .saturating_mul(b.bit_length());
    if work > MAX_WORK {
        return Err(vm.memory_error());
    }
    check_division(vm, a, modulus)?;
    vm.charge(work as usize)?;
    vm.strain((work / 2) as usize)?;
    if b.is_negative() {
        // The inverse comes first: a long row of divisions.
        let divisions = words(modulus).saturating_mul(words(modulus)).saturating_mul(16) as usize;
        vm.charge(divisions)?;
        vm.strain(divisions / 2)?;
    }
    int_ops::pow_mod(a, b, modulus)
        .map(int_value)
        .map_err(|error| vm.raise(error))
}

/// MemoryError if dividing would take too long.
pub fn check_division(vm: &Vm, a: IntRef<'_>, b: IntRef<'_>) -> VmResult<()> {
    let (long, short) = (words(a), words(b));
    if long.saturating_sub(short).saturating_mul(short) > MAX_WORK {
        return Err(vm.memory_error());
    }
    Ok(())
}

/// What an operation between ints of so many machine words takes.
fn effort(op: BinOp, a: u64, b: u64) -> usize {
    let (long, short) = (a.max(b), a.min(b));
    let effort = match op {
        // Beyond some dozens of words a product takes less than all pairs of words.
        BinOp::Mul => long.saturating_mul(short.min(32 + short.isqrt())) / 3,
        // Both are brought to a quotient of two words: as long as they are, whatever their difference.
        BinOp::TrueDiv => long.saturating_mul(8),
        BinOp::FloorDiv | BinOp::Mod => a.saturating_sub(b).saturating_mul(b) / 8 + a / 8,
        // The size of the result is not known here, only that it is bounded.
        BinOp::Pow => long.saturating_mul(4),
        _ => long / 4,
    };
    usize::try_from(effort).unwrap_or(usize::MAX)
}

fn words(int: IntRef<'_>) -> u64 {
    int.bit_length() / 64 + 1
}

fn has_floats(op: BinOp) -> bool {
    matches!(
        op,
        BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::TrueDiv | BinOp::FloorDiv | BinOp::Mod | BinOp::Pow
    )
}

fn has_complex(op: BinOp) -> bool {
    matches!(
        op,
        BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::TrueDiv | BinOp::Pow
    )
}

fn ints(vm: &Vm, op: BinOp, a: IntRef<'_>, b: IntRef<'_>) -> VmResult<Option<Value>> {
    if let IntRef::Big(_) = a
        && matches!(op, BinOp::FloorDiv | BinOp::Mod)
    {
        check_division(vm, a, b)?;
    }
    // Large results need room; their size is at most the sum of the operands' sizes, or the limit.
    let bits = a.bit_length().saturating_add(b.bit_length());
    if bits > 1 << 11 {
        vm.reserve((bits / 8).min(MAX_BITS) as usize)?;
        let effort = effort(op, words(a), words(b));
        vm.charge(effort)?;
        if let BinOp::Mul = op {
            vm.strain(effort / 2)?;
        }
    }
    let int = |result: switchboard_pyfmt::Result<Int>| result.map(int_value);
    let result = match op {
        BinOp::Add => Ok(int_value(int_ops::add(a, b))),
        BinOp::Sub => Ok(int_value(int_ops::sub(a, b))),
        BinOp::Mul => int(int_ops::mul(a, b, MAX_BITS)),
        BinOp::TrueDiv => int_float::true_div(a, b).map(Value::Float),
        BinOp::FloorDiv => int(int_ops::floor_div(a, b)),
        BinOp::Mod => int(int_ops::modulo(a, b)),
        BinOp::Pow => int_ops::pow(a, b, MAX_BITS).map(|power| match power {
            IntPow::Int(power) => {
                // The last of its products is the largest by far.
                let half = words(power.as_ref()) / 2;
                let last = effort(BinOp::Mul, half, half);
                work::note(last.saturating_mul(2));
                work::strain(last);
                int_value(power)
            }
            IntPow::Float(power) => Value::Float(power),
        }),
        BinOp::LShift if int_too_large(b) && !a.is_zero() => {
            Err(Error::overflow("too many digits in integer"))
        }
        BinOp::LShift => int(int_ops::shl(a, b, MAX_BITS)),
        BinOp::RShift => int(int_ops::shr(a, b)),
        BinOp::And => Ok(int_value(int_ops::bit_and(a, b))),
        BinOp::Or => Ok(int_value(int_ops::bit_or(a, b))),
        BinOp::Xor => Ok(int_value(int_ops::bit_xor(a, b))),
        BinOp::MatMul => return Ok(None),
    };
    result.map(Some).map_err(|error| vm.raise(error))
}

fn int_too_large(count: IntRef<'_>) -> bool {
    count.to_i64().is_none() && !count.is_negative()
}

fn floats(vm: &Vm, op: BinOp, a: f64, b: f64) -> VmResult<Option<Value>> {
    let result = match op {
        BinOp::Add => Ok(a + b),
        BinOp::Sub => Ok(a - b),
        BinOp::Mul => Ok(a * b),
        BinOp::TrueDiv => float_ops::float_div(a, b),
        BinOp::FloorDiv => float_ops::float_floor_div(a, b),
        BinOp::Mod => float_ops::float_modulo(a, b),
        BinOp::Pow => match power(a, b) {
            Ok(FloatPow::Complex(re, im)) => return Ok(Some(Value::Complex(Rc::new((re, im))))),
            Ok(FloatPow::Float(power)) => Ok(power),
            Err(error) => Err(error),
        },
        _ => return Ok(None),
    };
    result
        .map(|f| Some(Value::Float(f)))
        .map_err(|error| vm.raise(error))
}

fn power(a: f64, b: f64) -> switchboard_pyfmt::Result<FloatPow> {
    work::strain(POWER_STRAIN);
    float_ops::float_pow(a, b)
}

/// What a power takes that is no product of a few factors: see `switchboard_pyfmt::elementary`.
const POWER_STRAIN: usize = 40;

fn complexes(vm: &Vm, op: BinOp, a: Complex, b: Complex) -> VmResult<Option<Value>> {
    vm.strain(if op == BinOp::Pow { 4 * POWER_STRAIN } else { 4 })?;
    let result = match op {
        BinOp::Add => Ok(complex::add(a, b)),
        BinOp::Sub => Ok(complex::sub(a, b)),
        BinOp::Mul => Ok(complex::mul(a, b)),
        BinOp::TrueDiv => complex::div(a, b),
        BinOp::Pow => complex::pow(a, b),
        _ => return Ok(None),
    };
    result
        .map(|c| Some(Value::Complex(Rc::new(c))))
        .map_err(|error| vm.raise(error))
}
