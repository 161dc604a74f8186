//! Elementary functions (`math.sin`, `**` …) with the same result on every machine.
//!
//! What a C library gives in the last digit differs from one to the next, and from the browser to the desk. Here each
//! function is computed with about twice the digits of a float ([`double::Double`]) and then rounded once, so that the
//! result is the float nearest to the true value, but for one case in a billion. Good C libraries, such as the one
//! that CPython runs on, nearly always give that float too.
//!
//! Domain errors are the caller's: these functions return NaN or an infinity as IEEE 754 wants it.

mod double;
mod error_function;
mod exponential;
mod trigonometric;

pub use error_function::{erf, erfc};
pub use exponential::{
    acosh, asinh, atanh, cosh, exp, exp_m1, exp2, ln, ln_1p, log2, log10, pow, sinh, tanh,
};
pub use trigonometric::{acos, asin, atan, atan2, cos, sin, sin_cos, tan};

use double::Double;

/// `sqrt(x*x + y*y)` without overflow on the way.
pub fn hypot(x: f64, y: f64) -> f64 {
    let (x, y) = (x.abs(), y.abs());
    if x.is_infinite() || y.is_infinite() {
        return f64::INFINITY;
    }
    let (large, small) = if x < y { (y, x) } else { (x, y) };
    if large == 0.0 || small.is_nan() || large.is_nan() {
        return large + small;
    }
    let scale = exponent(large);
    let (large, small) = (scale_by(large, -scale), scale_by(small, -scale));
    let square = Double::product(large, large).plus(Double::product(small, small));
    scale_by(square.sqrt().value(), scale)
}

/// The cube root.
pub fn cbrt(x: f64) -> f64 {
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let third = exponent(x).div_euclid(3);
    let scaled = scale_by(x.abs(), -3 * third);
    // One step of Newton's method doubles the good digits of the first guess.
    let guess = Double::from(exponential::exp(exponential::ln(scaled) / 3.0));
    let error = guess.times(guess).times(guess).minus(Double::from(scaled));
    let root = guess.minus(error.over(guess.times(guess).scaled(3.0)));
    scale_by(root.value(), third).copysign(x)
}

/// The exponent of a finite number that is not 0: `2**e <= |x| < 2**(e+1)`.
fn exponent(x: f64) -> i32 {
    let biased = ((x.to_bits() >> 52) & 0x7ff) as i32;
    match biased {
        // Subnormal numbers are scaled up first.
        0 => exponent(x * 2f64.powi(64)) - 64,
        biased => biased - 1023,
    }
}

/// `x * 2**exponent`, rounded once if the result is subnormal.
pub fn scale_by(x: f64, exponent: i32) -> f64 {
    let power = |exponent: i32| f64::from_bits(((exponent + 1023) as u64) << 52);
    match exponent {
        -1022..=1023 => x * power(exponent),
        1024..=2046 => x * power(1023) * power(exponent - 1023),
        2047.. => x * power(1023) * power(1023) * power((exponent - 2046).min(1023)),
        -2044..=-1023 => {
            // The first factor is chosen so that it does not round.
            let first = x * power(-1022 + 53);
            first * power((exponent + 1022 - 53).max(-1022))
        }
        _ => x * 0.0,
    }
}
