//! Arithmetic on `int`: machine words while they last, big integers after, and limits on growth.
//!
//! Where a result can be far larger than its operands, `max_bits` bounds its size: beyond it the answer is
//! `ErrorKind::Memory`, at once.

use num_bigint::{BigInt, BigUint};
use num_integer::{Integer, Roots};
use num_traits::Signed;

use crate::error::{Error, Result};
use crate::float_ops::{FloatPow, float_pow};
use crate::int::{Int, IntRef};
use crate::int_float::int_to_float;

/// What `**` gives.
#[derive(Clone, Debug, PartialEq)]
pub enum IntPow {
    Int(Int),
    /// The exponent was negative.
    Float(f64),
}

/// Byte orders of `to_bytes` and `from_bytes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByteOrder {
    Little,
    Big,
}

/// Whether `to_bytes` and `from_bytes` use two's complement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signedness {
    Unsigned,
    Signed,
}

pub fn add(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    small_or_big(a, b, i64::checked_add, |a, b| a + b)
}

pub fn sub(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    small_or_big(a, b, i64::checked_sub, |a, b| a - b)
}

/// `a * b`.
pub fn mul(a: IntRef<'_>, b: IntRef<'_>, max_bits: u64) -> Result<Int> {
    if a.bit_length().saturating_add(b.bit_length()) > max_bits.saturating_add(1) {
        return Err(Error::memory());
    }
    Ok(small_or_big(a, b, i64::checked_mul, |a, b| a * b))
}

pub fn neg(a: IntRef<'_>) -> Int {
    sub(IntRef::Small(0), a)
}

pub fn abs(a: IntRef<'_>) -> Int {
    if a.is_negative() { neg(a) } else { a.to_owned() }
}

/// `~a`.
pub fn invert(a: IntRef<'_>) -> Int {
    sub(IntRef::Small(-1), a)
}

pub fn bit_and(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    small_or_big(a, b, |a, b| Some(a & b), |a, b| a & b)
}

pub fn bit_or(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    small_or_big(a, b, |a, b| Some(a | b), |a, b| a | b)
}

pub fn bit_xor(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    small_or_big(a, b, |a, b| Some(a ^ b), |a, b| a ^ b)
}

/// `a // b`, rounded down.
pub fn floor_div(a: IntRef<'_>, b: IntRef<'_>) -> Result<Int> {
    divisor(b, "integer division or modulo by zero")?;
    Ok(small_or_big(a, b, checked_floor_div, |a, b| a.div_floor(b)))
}

/// `a % b`, with the sign of `b`.
pub fn modulo(a: IntRef<'_>, b: IntRef<'_>) -> Result<Int> {
    divisor(b, "integer modulo by zero")?;
    Ok(small_or_big(a, b, checked_modulo, |a, b| a.mod_floor(b)))
}

/// `divmod(a, b)`.
pub fn divmod(a: IntRef<'_>, b: IntRef<'_>) -> Result<(Int, Int)> {
    divisor(b, "integer division or modulo by zero")?;
    if let (IntRef::Small(x), IntRef::Small(y)) = (a, b)
        && let (Some(quotient), Some(remainder)) = (checked_floor_div(x, y), checked_modulo(x, y))
    {
        return Ok((Int::Small(quotient), Int::Small(remainder)));
    }
    let (quotient, remainder) = a.to_big().div_mod_floor(&b.to_big());
    Ok((quotient.into(), remainder.into()))
}

/// `a ** b`. A negative exponent makes it a float, as in Python.
pub fn pow(a: IntRef<'_>, b: IntRef<'_>, max_bits: u64) -> Result<IntPow> {
    if b.is_negative() {
        return match float_pow(int_to_float(a)?, int_to_float(b)?)? {
            FloatPow::Float(value) => Ok(IntPow::Float(value)),
            // An integral exponent never leaves the reals.
            FloatPow::Complex(real, _) => Ok(IntPow::Float(real)),
        };
    }
    match a.to_i64() {
        Some(0 | 1) if !b.is_zero() => return Ok(IntPow::Int(a.to_owned())),
        Some(-1) => return Ok(IntPow::Int(Int::Small(if is_odd(b) { -1 } else { 1 }))),
        _ if b.is_zero() => return Ok(IntPow::Int(Int::Small(1))),
        _ => {}
    }
    let exponent = b
        .to_i64()
        .and_then(|b| u32::try_from(b).ok())
        .ok_or_else(Error::memory)?;
    // |a| >= 2 ** (bits - 1), so the power has at least that many bits.
    if (a.bit_length() - 1).saturating_mul(u64::from(exponent)) > max_bits {
        return Err(Error::memory());
    }
    if let IntRef::Small(base) = a
        && let Some(power) = base.checked_pow(exponent)
    {
        return Ok(IntPow::Int(Int::Small(power)));
    }
    Ok(IntPow::Int(a.to_big().pow(exponent).into()))
}

/// `pow(a, b, modulus)`, with the sign of the modulus; a negative exponent inverts.
pub fn pow_mod(a: IntRef<'_>, b: IntRef<'_>, modulus: IntRef<'_>) -> Result<Int> {
    if modulus.is_zero() {
        return Err(Error::value("pow() 3rd argument cannot be 0"));
    }
    let (modulus, exponent) = (modulus.to_big(), b.to_big());
    let positive = modulus.abs();
    let mut base = a.to_big().mod_floor(&positive);
    if exponent.is_negative() {
        base = base
            .modinv(&positive)
            .ok_or_else(|| Error::value("base is not invertible for the given modulus"))?;
    }
    let power = base.modpow(&exponent.abs(), &positive);
    Ok(power.mod_floor(&modulus).into())
}

/// `a << count`.
pub fn shl(a: IntRef<'_>, count: IntRef<'_>, max_bits: u64) -> Result<Int> {
    if count.is_negative() {
        return Err(Error::value("negative shift count"));
    }
    if a.is_zero() {
        return Ok(Int::Small(0));
    }
    let count = count
        .to_i64()
        .and_then(|count| u64::try_from(count).ok())
        .ok_or_else(Error::memory)?;
    if a.bit_length().saturating_add(count) > max_bits {
        return Err(Error::memory());
    }
    if let IntRef::Small(value) = a
        && a.bit_length() + count < 63
    {
        return Ok(Int::Small(value << count));
    }
    Ok((a.to_big().into_owned() << count).into())
}

/// `a >> count`, rounded down.
pub fn shr(a: IntRef<'_>, count: IntRef<'_>) -> Result<Int> {
    if count.is_negative() {
        return Err(Error::value("negative shift count"));
    }
    let all_shifted_out = Int::Small(if a.is_negative() { -1 } else { 0 });
    let Some(count) = count.to_i64().and_then(|count| u64::try_from(count).ok()) else {
        return Ok(all_shifted_out);
    };
    match a {
        _ if count >= a.bit_length() => Ok(all_shifted_out),
        IntRef::Small(value) => Ok(Int::Small(value >> count.min(63))),
        IntRef::Big(value) => Ok((value >> count).into()),
    }
}

/// `math.gcd(a, b)`.
pub fn gcd(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b) {
        return Int::from(a.unsigned_abs().gcd(&b.unsigned_abs()));
    }
    a.to_big().gcd(&b.to_big()).into()
}

/// `math.lcm(a, b)`.
pub fn lcm(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    if a.is_zero() || b.is_zero() {
        return Int::Small(0);
    }
    a.to_big().lcm(&b.to_big()).abs().into()
}

/// `math.isqrt(a)`: the square root, rounded down.
pub fn isqrt(a: IntRef<'_>) -> Result<Int> {
    if a.is_negative() {
        return Err(Error::value("isqrt() argument must be nonnegative"));
    }
    Ok(match a {
        IntRef::Small(value) => Int::Small(value.sqrt()),
        IntRef::Big(value) => value.sqrt().into(),
    })
}

/// `round(a, digits)`: to a multiple of `10 ** -digits`, ties to the even multiple.
pub fn round_to(a: IntRef<'_>, digits: i64) -> Int {
    if digits >= 0 || a.is_zero() {
        return a.to_owned();
    }
    // Beyond its own length (log10(2) > 0.3) a number rounds to 0.
    let places = digits.unsigned_abs();
    if places.saturating_mul(3) > a.bit_length().saturating_add(3) {
        return Int::Small(0);
    }
    let unit = BigInt::from(10u32).pow(u32::try_from(places).unwrap_or(u32::MAX));
    let value = a.to_big();
    let (quotient, remainder) = value.div_mod_floor(&unit);
    let up = match (remainder * 2u32).cmp(&unit) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => quotient.is_odd(),
        std::cmp::Ordering::Greater => true,
    };
    let quotient = if up { quotient + 1u32 } else { quotient };
    (quotient * unit).into()
}

/// `int.to_bytes(length, byteorder, signed=...)`.
pub fn to_bytes(a: IntRef<'_>, length: usize, order: ByteOrder, signedness: Signedness) -> Result<Vec<u8>> {
    let (mut bytes, fill) = match signedness {
        Signedness::Unsigned if a.is_negative() => {
            return Err(Error::overflow("can't convert negative int to unsigned"));
        }
        Signedness::Unsigned => (a.to_big().magnitude().to_bytes_le(), 0),
        Signedness::Signed => (
            a.to_big().to_signed_bytes_le(),
            if a.is_negative() { 0xff } else { 0 },
        ),
    };
    if a.is_zero() || a.to_i64() == Some(-1) {
        // These are nothing but sign, so that no byte is needed (CPython fits even -1 into none).
        bytes.clear();
    }
    if bytes.len() > length {
        return Err(Error::overflow("int too big to convert"));
    }
    bytes.resize(length, fill);
    if order == ByteOrder::Big {
        bytes.reverse();
    }
    Ok(bytes)
}

/// `int.from_bytes(bytes, byteorder, signed=...)`.
pub fn from_bytes(bytes: &[u8], order: ByteOrder, signedness: Signedness) -> Int {
    match (signedness, order) {
        (Signedness::Signed, ByteOrder::Little) => BigInt::from_signed_bytes_le(bytes),
        (Signedness::Signed, ByteOrder::Big) => BigInt::from_signed_bytes_be(bytes),
        (Signedness::Unsigned, ByteOrder::Little) => BigUint::from_bytes_le(bytes).into(),
        (Signedness::Unsigned, ByteOrder::Big) => BigUint::from_bytes_be(bytes).into(),
    }
    .into()
}

/// Compares two ints.
pub fn compare(a: IntRef<'_>, b: IntRef<'_>) -> std::cmp::Ordering {
    match (a, b) {
        (IntRef::Small(a), IntRef::Small(b)) => a.cmp(&b),
        _ => a.to_big().cmp(&b.to_big()),
    }
}

fn small_or_big(
    a: IntRef<'_>,
    b: IntRef<'_>,
    small: impl Fn(i64, i64) -> Option<i64>,
    big: impl Fn(&BigInt, &BigInt) -> BigInt,
) -> Int {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b)
        && let Some(result) = small(a, b)
    {
        return Int::Small(result);
    }
    big(&a.to_big(), &b.to_big()).into()
}

fn divisor(b: IntRef<'_>, message: &'static str) -> Result<()> {
    if b.is_zero() {
        Err(Error::zero_division(message))
    } else {
        Ok(())
    }
}

fn checked_floor_div(a: i64, b: i64) -> Option<i64> {
    let quotient = a.checked_div(b)?;
    let inexact = a % b != 0;
    Some(if inexact && (a < 0) != (b < 0) {
        quotient - 1
    } else {
        quotient
    })
}

fn checked_modulo(a: i64, b: i64) -> Option<i64> {
    let remainder = a.checked_rem(b)?;
    Some(if remainder != 0 && (remainder < 0) != (b < 0) {
        remainder + b
    } else {
        remainder
    })
}

fn is_odd(a: IntRef<'_>) -> bool {
    match a {
        IntRef::Small(value) => value & 1 == 1,
        IntRef::Big(value) => value.is_odd(),
    }
}
