//! Arithmetic on `float` where Python differs from the hardware: floor division, `%`, `**` and `round`.

use crate::elementary;
use crate::error::{Error, Result};
use crate::int::Int;
use crate::int_float::float_to_int;

/// What `**` gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FloatPow {
    Float(f64),
    /// A negative number to a fractional power: real and imaginary part.
    Complex(f64, f64),
}

/// `a / b`.
pub fn float_div(a: f64, b: f64) -> Result<f64> {
    if b == 0.0 {
        Err(Error::zero_division("float division by zero"))
    } else {
        Ok(a / b)
    }
}

/// `a // b`.
pub fn float_floor_div(a: f64, b: f64) -> Result<f64> {
    if b == 0.0 {
        return Err(Error::zero_division("float floor division by zero"));
    }
    Ok(floor_and_modulo(a, b).0)
}

/// `a % b`, with the sign of `b`.
pub fn float_modulo(a: f64, b: f64) -> Result<f64> {
    if b == 0.0 {
        return Err(Error::zero_division("float modulo by zero"));
    }
    Ok(floor_and_modulo(a, b).1)
}

/// `divmod(a, b)`.
pub fn float_divmod(a: f64, b: f64) -> Result<(f64, f64)> {
    if b == 0.0 {
        Err(Error::zero_division("float divmod()"))
    } else {
        Ok(floor_and_modulo(a, b))
    }
}

/// `a ** b`.
pub fn float_pow(a: f64, b: f64) -> Result<FloatPow> {
    if a == 0.0 && b < 0.0 && b.is_finite() {
        return Err(Error::zero_division("0.0 cannot be raised to a negative power"));
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && b.fract() != 0.0 {
        let (length, angle) = (elementary::pow(-a, b), std::f64::consts::PI * b);
        let (sine, cosine) = elementary::sin_cos(angle);
        let (real, imaginary) = (length * cosine, length * sine);
        if real.is_infinite() || imaginary.is_infinite() {
            return Err(Error::overflow("complex exponentiation"));
        }
        return Ok(FloatPow::Complex(real, imaginary));
    }
    let value = elementary::pow(a, b);
    if value.is_infinite() && a.is_finite() && b.is_finite() {
        return Err(Error::overflow("(34, 'Numerical result out of range')"));
    }
    Ok(FloatPow::Float(value))
}

/// `round(x)`: the nearest int, ties to even.
pub fn round_to_int(x: f64) -> Result<Int> {
    float_to_int(x.round_ties_even())
}

/// `round(x, digits)`: the float nearest to the decimal rounding of the exact value of `x`.
pub fn round_to_digits(x: f64, digits: i64) -> Result<f64> {
    /// A float has no decimal places after these, so that rounding changes nothing.
    const MOST_DIGITS: i64 = 323;
    /// A float has no decimal places before these, so that everything rounds to zero.
    const LEAST_DIGITS: i64 = -308;
    if !x.is_finite() || digits > MOST_DIGITS {
        return Ok(x);
    }
    if digits < LEAST_DIGITS {
        return Ok(0.0 * x);
    }
    let places = usize::try_from(digits.unsigned_abs()).unwrap_or(0);
    let text = if digits >= 0 {
        format!("{:.places$}", x.abs())
    } else {
        round_whole_places(x.abs(), places)
    };
    let magnitude: f64 = text.parse().unwrap_or(f64::INFINITY);
    if magnitude.is_infinite() {
        return Err(Error::overflow("rounded value too large to represent"));
    }
    Ok(magnitude.copysign(x))
}

/// Rounds a non-negative float half to even at `places` (1 or more) before the point, as decimal text.
fn round_whole_places(x: f64, places: usize) -> String {
    let whole = format!("{:.0}", x.trunc());
    let Some(kept) = whole.len().checked_sub(places) else {
        return "0".to_owned();
    };
    let (head, tail) = whole.split_at(kept);
    let rest_is_zero = x.fract() == 0.0 && tail.bytes().skip(1).all(|b| b == b'0');
    let head_is_odd = head.bytes().last().is_some_and(|b| b % 2 == 1);
    let up = match tail.bytes().next() {
        Some(b'5') => !rest_is_zero || head_is_odd,
        first => first > Some(b'5'),
    };
    // Adding one unit by hand keeps the digits exact whatever their number.
    let mut reversed: Vec<u8> = head.bytes().rev().collect();
    let mut carry = up;
    for digit in &mut reversed {
        if !carry {
            break;
        }
        carry = *digit == b'9';
        *digit = if carry { b'0' } else { *digit + 1 };
    }
    if carry {
        reversed.push(b'1');
    }
    let digits: String = reversed.iter().rev().map(|&b| char::from(b)).collect();
    format!("0{digits}e{places}")
}

/// Both results for a divisor that is not zero, so that `a` is about `b * floor + modulo`.
fn floor_and_modulo(a: f64, b: f64) -> (f64, f64) {
    // The remainder is exact; the quotient is a whole number up to rounding.
    let mut modulo = a % b;
    let mut quotient = (a - modulo) / b;
    if modulo == 0.0 {
        modulo = 0.0f64.copysign(b);
    } else if (b < 0.0) != (modulo < 0.0) {
        modulo += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0f64.copysign(a / b), modulo);
    }
    let floor = quotient.floor();
    (
        if quotient - floor > 0.5 {
            floor + 1.0
        } else {
            floor
        },
        modulo,
    )
}
