//! Arithmetic of complex numbers, step by step as CPython does it, so that the last digit is the same.

use switchboard_pyfmt::{Error, Result, elementary};

/// Real and imaginary part.
pub type Complex = (f64, f64);

/// Up to this exponent integral powers are multiplied out.
const MAX_MULTIPLIED: f64 = 100.0;

pub fn add(a: Complex, b: Complex) -> Complex {
    (a.0 + b.0, a.1 + b.1)
}

pub fn sub(a: Complex, b: Complex) -> Complex {
    (a.0 - b.0, a.1 - b.1)
}

pub fn mul(a: Complex, b: Complex) -> Complex {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

/// `a / b`, scaled by the larger part of `b` so that nothing overflows on the way.
pub fn div(a: Complex, b: Complex) -> Result<Complex> {
    quotient(a, b).ok_or_else(|| Error::zero_division("complex division by zero"))
}

/// `a ** b`.
pub fn pow(a: Complex, b: Complex) -> Result<Complex> {
    let is_small_integer = b.1 == 0.0 && b.0 == b.0.floor() && b.0.abs() <= MAX_MULTIPLIED;
    let power = if is_small_integer {
        integral_power(a, b.0 as i32)
    } else {
        polar_power(a, b)
    };
    match power {
        None => Err(Error::zero_division("0.0 to a negative or complex power")),
        Some((re, im)) if re.is_infinite() || im.is_infinite() => {
            Err(Error::overflow("complex exponentiation"))
        }
        Some(power) => Ok(power),
    }
}

/// `abs(z)`.
pub fn abs(z: Complex) -> Result<f64> {
    let length = elementary::hypot(z.0, z.1);
    if length.is_infinite() && z.0.is_finite() && z.1.is_finite() {
        return Err(Error::overflow("absolute value too large"));
    }
    Ok(length)
}

fn quotient(a: Complex, b: Complex) -> Option<Complex> {
    if b.0.abs() >= b.1.abs() {
        if b.0 == 0.0 {
            return None;
        }
        let ratio = b.1 / b.0;
        let scale = b.0 + b.1 * ratio;
        Some(((a.0 + a.1 * ratio) / scale, (a.1 - a.0 * ratio) / scale))
    } else if b.1.abs() >= b.0.abs() {
        let ratio = b.0 / b.1;
        let scale = b.0 * ratio + b.1;
        Some(((a.0 * ratio + a.1) / scale, (a.1 * ratio - a.0) / scale))
    } else {
        Some((f64::NAN, f64::NAN))
    }
}

fn integral_power(base: Complex, exponent: i32) -> Option<Complex> {
    let power = natural_power(base, exponent.unsigned_abs());
    if exponent > 0 {
        Some(power)
    } else {
        quotient((1.0, 0.0), power)
    }
}

fn natural_power(base: Complex, exponent: u32) -> Complex {
    let mut result = (1.0, 0.0);
    let mut square = base;
    let mut left = exponent;
    while left > 0 {
        if left & 1 == 1 {
            result = mul(result, square);
        }
        left >>= 1;
        square = mul(square, square);
    }
    result
}

fn polar_power(a: Complex, b: Complex) -> Option<Complex> {
    if b == (0.0, 0.0) {
        return Some((1.0, 0.0));
    }
    if a == (0.0, 0.0) {
        return (b.1 == 0.0 && b.0 >= 0.0).then_some((0.0, 0.0));
    }
    let radius = elementary::hypot(a.0, a.1);
    let angle = elementary::atan2(a.1, a.0);
    let mut length = elementary::pow(radius, b.0);
    let mut phase = angle * b.0;
    if b.1 != 0.0 {
        length /= elementary::exp(angle * b.1);
        phase += b.1 * elementary::ln(radius);
    }
    let (sine, cosine) = elementary::sin_cos(phase);
    Some((length * cosine, length * sine))
}
