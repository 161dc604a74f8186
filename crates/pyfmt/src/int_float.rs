//! Between `int` and `float`, exactly: conversion, true division and comparison.

use std::cmp::Ordering;

use num_bigint::{BigInt, BigUint};
use num_traits::{FromPrimitive, ToPrimitive, Zero};

use crate::error::{Error, Result};
use crate::int::{Int, IntRef};

/// The bits of a float's significand.
const MANTISSA_BITS: i64 = 53;
/// A float in [0.5, 1) * 2**e has e in MIN_EXPONENT..=MAX_EXPONENT, unless it is subnormal.
const MIN_EXPONENT: i64 = -1021;
const MAX_EXPONENT: i64 = 1024;

/// `float(int)`, rounded half to even.
pub fn int_to_float(a: IntRef<'_>) -> Result<f64> {
    let value = match a {
        IntRef::Small(value) => value as f64,
        IntRef::Big(value) => value.to_f64().unwrap_or(f64::INFINITY),
    };
    if value.is_finite() {
        Ok(value)
    } else {
        Err(Error::overflow("int too large to convert to float"))
    }
}

/// `int(float)`: towards zero.
pub fn float_to_int(x: f64) -> Result<Int> {
    if x.is_nan() {
        return Err(Error::value("cannot convert float NaN to integer"));
    }
    if x.is_infinite() {
        return Err(Error::overflow("cannot convert float infinity to integer"));
    }
    if x.abs() < 9.0e18 {
        return Ok(Int::Small(x as i64));
    }
    Ok(BigInt::from_f64(x).map_or(Int::Small(0), Int::from))
}

/// `a / b`, correctly rounded whatever the size of the operands.
pub fn true_div(a: IntRef<'_>, b: IntRef<'_>) -> Result<f64> {
    if b.is_zero() {
        return Err(Error::zero_division("division by zero"));
    }
    if let (IntRef::Small(x), IntRef::Small(y)) = (a, b)
        && x.unsigned_abs() <= 1 << MANTISSA_BITS
        && y.unsigned_abs() <= 1 << MANTISSA_BITS
    {
        return Ok(x as f64 / y as f64);
    }
    let magnitude = divide_magnitudes(a.to_big().magnitude(), b.to_big().magnitude())?;
    Ok(if a.is_negative() == b.is_negative() {
        magnitude
    } else {
        -magnitude
    })
}

/// How an int compares with a float, exactly. `None` if the float is NaN.
pub fn compare_int_float(a: IntRef<'_>, x: f64) -> Option<Ordering> {
    if x.is_nan() {
        return None;
    }
    if x.is_infinite() {
        return Some(if x > 0.0 {
            Ordering::Less
        } else {
            Ordering::Greater
        });
    }
    if let IntRef::Small(value) = a
        && value.unsigned_abs() <= 1 << MANTISSA_BITS
    {
        return (value as f64).partial_cmp(&x);
    }
    let whole = float_to_int(x).ok()?;
    let of_whole = crate::int_ops::compare(a, whole.as_ref());
    Some(of_whole.then_with(|| 0.0.partial_cmp(&x.fract()).unwrap_or(Ordering::Equal)))
}

/// `float.as_integer_ratio()`: the fraction in lowest terms, its denominator positive.
pub fn as_integer_ratio(x: f64) -> Result<(Int, Int)> {
    if x.is_nan() {
        return Err(Error::value("cannot convert NaN to integer ratio"));
    }
    if x.is_infinite() {
        return Err(Error::overflow("cannot convert Infinity to integer ratio"));
    }
    let (mantissa, exponent) = decompose(x.abs());
    if mantissa == 0 {
        return Ok((Int::Small(0), Int::Small(1)));
    }
    let zeros = mantissa.trailing_zeros();
    let (mantissa, exponent) = (mantissa >> zeros, exponent + i64::from(zeros));
    let scale = |by: i64| BigInt::from(1u32) << by.unsigned_abs();
    let numerator = BigInt::from(mantissa) * if exponent > 0 { scale(exponent) } else { scale(0) };
    let denominator = if exponent < 0 { scale(exponent) } else { scale(0) };
    let numerator = if x < 0.0 { -numerator } else { numerator };
    Ok((numerator.into(), denominator.into()))
}

/// A finite, non-negative float as `mantissa * 2**exponent`.
pub(crate) fn decompose(x: f64) -> (u64, i64) {
    let bits = x.to_bits();
    let field = i64::try_from(bits >> 52 & 0x7ff).unwrap_or(0);
    let fraction = bits & ((1 << 52) - 1);
    if field == 0 {
        (fraction, -1074)
    } else {
        (fraction | 1 << 52, field - 1075)
    }
}

/// `mantissa * 2**exponent`. It rounds once at most, and only if the result is subnormal.
pub(crate) fn compose(mantissa: u64, exponent: i64) -> f64 {
    let mut value = mantissa as f64;
    let mut left = exponent.clamp(-4000, 4000);
    while left != 0 {
        // After one full step the value is still a normal float, unless it ends as 0: one step rounds at most.
        let step = left.clamp(-1000, 1000);
        value *= f64::from_bits(u64::try_from(step + 1023).unwrap_or(0) << 52);
        left -= step;
    }
    value
}

fn divide_magnitudes(a: &BigUint, b: &BigUint) -> Result<f64> {
    let too_large = || Error::overflow("integer division result too large for a float");
    let bits_of = |n: &BigUint| i64::try_from(n.bits()).unwrap_or(i64::MAX);
    if a.is_zero() {
        return Ok(0.0);
    }
    let difference = bits_of(a) - bits_of(b);
    if difference > MAX_EXPONENT {
        return Err(too_large());
    }
    if difference < MIN_EXPONENT - MANTISSA_BITS - 1 {
        return Ok(0.0);
    }
    // The quotient of the shifted operands has 55 or 56 bits: all that a float holds and at least two more,
    // the last of which also stands for everything below it.
    let shift = difference.max(MIN_EXPONENT) - MANTISSA_BITS - 2;
    let by = shift.unsigned_abs();
    let (dividend, divisor) = if shift <= 0 {
        (a << by, b.clone())
    } else {
        (a.clone(), b << by)
    };
    let (quotient, remainder) = (&dividend / &divisor, &dividend % &divisor);
    let quotient = quotient.to_u64().unwrap_or(u64::MAX) | u64::from(!remainder.is_zero());
    // Below the smallest normal float fewer bits are kept, so the rounding is done here.
    let bits = i64::from(u64::BITS - quotient.leading_zeros());
    let extra = bits.max(MIN_EXPONENT - shift) - MANTISSA_BITS;
    let value = compose(round_half_even(quotient, extra), shift + extra);
    if value.is_finite() {
        Ok(value)
    } else {
        Err(too_large())
    }
}

/// `value / 2**bits`, rounded half to even. `bits` is 1 to 62.
fn round_half_even(value: u64, bits: i64) -> u64 {
    let kept = value >> bits;
    let rest = value & ((1 << bits) - 1);
    match rest.cmp(&(1 << (bits - 1))) {
        Ordering::Less => kept,
        Ordering::Equal => kept + (kept & 1),
        Ordering::Greater => kept + 1,
    }
}
