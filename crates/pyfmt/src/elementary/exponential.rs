//! Powers, logarithms and hyperbolic functions.

use super::double::Double;
use super::{exponent, scale_by};
use std::f64::consts;

const LN_2: Double = Double::new(consts::LN_2, 2.3190468138462996e-17);
const LN_2_REST: f64 = 5.707708438416212e-34;
const LOG2_E: Double = Double::new(consts::LOG2_E, 2.0355273740931033e-17);
/// Of so small a number, most functions are the number itself.
const TINY: f64 = 1e-20;
const ONE: Double = Double::new(1.0, 0.0);

/// Results beyond are infinite, or zero.
const MAX_EXPONENT: f64 = 709.782712893384;
const MIN_EXPONENT: f64 = -745.2;

/// 1/3!, 1/4! … 1/8!
const INVERSE_FACTORIALS: [Double; 6] = [
    Double::new(0.16666666666666666, 9.25185853854297e-18),
    Double::new(0.041666666666666664, 2.3129646346357427e-18),
    Double::new(0.008333333333333333, 1.1564823173178714e-19),
    Double::new(0.001388888888888889, -5.300543954373577e-20),
    Double::new(0.0001984126984126984, 1.7209558293420705e-22),
    Double::new(2.48015873015873e-05, 2.1511947866775882e-23),
];

pub fn exp(x: f64) -> f64 {
    if x.is_nan() || x > MAX_EXPONENT {
        return x + f64::INFINITY.copysign(if x.is_nan() { 1.0 } else { x });
    }
    if x < MIN_EXPONENT {
        return 0.0;
    }
    finish(exp_double(Double::from(x)))
}

/// `2 ** x`.
pub fn exp2(x: f64) -> f64 {
    if x.is_nan() || x >= 1024.0 {
        return if x.is_nan() { x } else { f64::INFINITY };
    }
    if x < -1076.0 {
        return 0.0;
    }
    let whole = x.round();
    let (fraction, power) = exp_double(LN_2.scaled(x - whole));
    finish((fraction, power + whole as i32))
}

/// `exp(x) - 1`.
pub fn exp_m1(x: f64) -> f64 {
    if x.is_nan() || x > MAX_EXPONENT {
        return if x.is_nan() { x } else { f64::INFINITY };
    }
    if x < -40.0 {
        return -1.0;
    }
    if x.abs() < TINY {
        return x;
    }
    match small_exp_m1(Double::from(x)) {
        Some(result) => result.value(),
        None if x > 700.0 => exp(x),
        None => whole(exp_double(Double::from(x))).minus(ONE).value(),
    }
}

pub fn ln(x: f64) -> f64 {
    match special_logarithm(x) {
        Some(result) => result,
        None => ln_of(x).value(),
    }
}

pub fn log2(x: f64) -> f64 {
    match special_logarithm(x) {
        Some(result) => result,
        None => {
            // The exponent is kept apart: for powers of two it is the whole result.
            let power = exponent(x);
            let fraction = ln_of(scale_by(x, -power)).times(LOG2_E);
            Double::from(f64::from(power)).plus(fraction).value()
        }
    }
}

pub fn log10(x: f64) -> f64 {
    // The C library that CPython usually runs on rounds on the way, and is often one digit off: so are we.
    const LOG10_2_HIGH: f64 = 3.010_299_956_636_117_7e-1;
    const LOG10_2_LOW: f64 = 3.694_239_077_158_931e-13;
    match special_logarithm(x) {
        Some(result) => result,
        None => {
            let power = exponent(x);
            let below_one = i32::from(power < 0);
            let count = f64::from(power + below_one);
            let fraction = scale_by(x, -(power + below_one));
            (count * LOG10_2_LOW + consts::LOG10_E * ln(fraction)) + count * LOG10_2_HIGH
        }
    }
}

/// `ln(1 + x)`.
pub fn ln_1p(x: f64) -> f64 {
    if x.is_nan() || x.abs() < TINY || x == f64::INFINITY {
        return x;
    }
    if x > 1e17 {
        return ln(x);
    }
    if x <= -1.0 {
        return if x == -1.0 { f64::NEG_INFINITY } else { f64::NAN };
    }
    ln_1p_of(Double::from(x)).value()
}

/// `x ** y`.
pub fn pow(x: f64, y: f64) -> f64 {
    if y == 0.0 || x == 1.0 {
        return 1.0;
    }
    if x.is_nan() || y.is_nan() {
        return x + y;
    }
    let is_integer = y.fract() == 0.0 || y.is_infinite();
    let is_odd = is_integer && y.abs() < 9_007_199_254_740_992.0 && y % 2.0 != 0.0;
    let sign = if x.is_sign_negative() && is_odd { -1.0 } else { 1.0 };
    if x == 0.0 || x.is_infinite() || y.is_infinite() {
        // Which of 0, 1 and infinity it is depends on sizes only.
        let grows = (x.abs() > 1.0) == (y > 0.0);
        let size = match x.abs() {
            1.0 => 1.0,
            _ if grows => f64::INFINITY,
            _ => 0.0,
        };
        return sign * size;
    }
    if x < 0.0 && !is_integer {
        return f64::NAN;
    }
    if y == 1.0 {
        return x;
    }
    if y == 0.5 {
        return x.sqrt();
    }
    if is_integer
        && y.abs() <= 64.0
        && let Some(result) = integral_power(x.abs(), y)
    {
        return sign * result;
    }
    let log = ln_of(x.abs()).scaled(y);
    if log.high > 710.0 {
        return sign * f64::INFINITY;
    }
    if log.high < MIN_EXPONENT {
        return sign * 0.0;
    }
    sign * finish(exp_double(log))
}

pub fn sinh(x: f64) -> f64 {
    if !x.is_finite() || x.abs() < TINY {
        return x;
    }
    let size = x.abs();
    if size > 711.0 {
        return f64::INFINITY.copysign(x);
    }
    if size > 40.0 {
        let (fraction, power) = exp_double(Double::from(size));
        return finish((fraction, power - 1)).copysign(x);
    }
    // (e - 1/e) / 2 loses digits near 0; (m + m/(m+1)) / 2 with m = e - 1 does not.
    let less_one = exp_m1_of(Double::from(size));
    let sum = less_one.plus(less_one.over(less_one.plus(ONE)));
    (0.5 * sum.value()).copysign(x)
}

pub fn cosh(x: f64) -> f64 {
    let size = x.abs();
    if !x.is_finite() {
        return size;
    }
    if size > 711.0 {
        return f64::INFINITY;
    }
    let (fraction, power) = exp_double(Double::from(size));
    if size > 40.0 {
        return finish((fraction, power - 1));
    }
    let e = whole((fraction, power));
    0.5 * e.plus(ONE.over(e)).value()
}

pub fn tanh(x: f64) -> f64 {
    if x.is_nan() || x.abs() < TINY {
        return x;
    }
    let size = x.abs();
    if size > 22.0 {
        return 1f64.copysign(x);
    }
    let less_one = exp_m1_of(Double::from(2.0 * size));
    less_one
        .over(less_one.plus(Double::from(2.0)))
        .value()
        .copysign(x)
}

pub fn asinh(x: f64) -> f64 {
    if !x.is_finite() || x.abs() < TINY {
        return x;
    }
    let size = x.abs();
    if size > 1e150 {
        return ln_of(size).plus(LN_2).value().copysign(x);
    }
    // asinh x = ln(1 + x + x²/(1 + sqrt(1 + x²)))
    let square = Double::product(size, size);
    let root = square.plus(ONE).sqrt();
    let rest = square.over(root.plus(ONE)).plus(Double::from(size));
    ln_1p_of(rest).value().copysign(x)
}

pub fn acosh(x: f64) -> f64 {
    if x.is_nan() || x < 1.0 {
        return f64::NAN;
    }
    if x > 1e150 {
        return if x.is_infinite() {
            x
        } else {
            ln_of(x).plus(LN_2).value()
        };
    }
    // acosh x = ln(1 + t + sqrt(2t + t²)) with t = x - 1
    let t = Double::sum(x, -1.0);
    let root = t.times(t).plus(t.shifted(2.0)).sqrt();
    ln_1p_of(t.plus(root)).value()
}

pub fn atanh(x: f64) -> f64 {
    if x.is_nan() || x.abs() < TINY {
        return x;
    }
    let size = x.abs();
    if size >= 1.0 {
        return if size == 1.0 {
            f64::INFINITY.copysign(x)
        } else {
            f64::NAN
        };
    }
    // atanh x = ln(1 + 2x/(1 - x)) / 2
    let ratio = Double::from(2.0 * size).over(Double::sum(1.0, -size));
    (0.5 * ln_1p_of(ratio).value()).copysign(x)
}

/// `exp(x)` as a fraction and a power of two.
pub(super) fn exp_double(x: Double) -> (Double, i32) {
    let power = (x.high / LN_2.high).round();
    let rest = x.minus(LN_2.scaled(power)).minus(Double::from(LN_2_REST * power));
    // A 512th of the argument needs few terms; squaring nine times undoes it.
    let less_one = series(rest.shifted(1.0 / 512.0));
    let less_one = (0..9).fold(less_one, |m, _| m.shifted(2.0).plus(m.times(m)));
    (less_one.plus(ONE), power as i32)
}

/// `exp(x) - 1` for small `x`.
fn series(x: Double) -> Double {
    let square = x.times(x);
    let mut sum = x.plus(square.shifted(0.5));
    let mut power = square;
    for inverse in INVERSE_FACTORIALS {
        power = power.times(x);
        sum = sum.plus(power.times(inverse));
    }
    sum
}

/// `exp(x) - 1` where subtracting would lose digits.
fn small_exp_m1(x: Double) -> Option<Double> {
    if x.high.abs() > 0.4 {
        return None;
    }
    let less_one = series(x.shifted(1.0 / 512.0));
    Some((0..9).fold(less_one, |m, _| m.shifted(2.0).plus(m.times(m))))
}

fn exp_m1_of(x: Double) -> Double {
    small_exp_m1(x).unwrap_or_else(|| whole(exp_double(x)).minus(ONE))
}

fn whole((fraction, power): (Double, i32)) -> Double {
    fraction.shifted(scale_by(1.0, power))
}

pub(super) fn finish((fraction, power): (Double, i32)) -> f64 {
    scale_by(fraction.value(), power)
}

fn special_logarithm(x: f64) -> Option<f64> {
    match x {
        x if x.is_nan() || x == f64::INFINITY => Some(x),
        0.0 => Some(f64::NEG_INFINITY),
        x if x < 0.0 => Some(f64::NAN),
        1.0 => Some(0.0),
        _ => None,
    }
}

/// `ln(x)` of a positive finite number: a step of Newton's method from the machine's own.
fn ln_of(x: f64) -> Double {
    let mut power = exponent(x);
    let mut fraction = scale_by(x, -power);
    if fraction > consts::SQRT_2 {
        power += 1;
        fraction *= 0.5;
    }
    let near = ln_1p_of(Double::sum(fraction, -1.0));
    LN_2.scaled(f64::from(power))
        .plus(Double::from(LN_2_REST * f64::from(power)))
        .plus(near)
}

/// `ln(1 + x)`.
fn ln_1p_of(x: Double) -> Double {
    let guess = x.high.ln_1p();
    if x.high.abs() < 1e-8 {
        // x - x²/2 + x³/3
        let square = x.times(x);
        let cube = square.times(x).over(Double::from(3.0));
        return x.minus(square.shifted(0.5)).plus(cube);
    }
    // 1 + x = exp(guess) * (1 + error)
    let (fraction, power) = exp_double(Double::from(-guess));
    let product = x.plus(ONE).times(whole((fraction, power)));
    let error = product.minus(ONE);
    let correction = error.minus(error.times(error).shifted(0.5));
    Double::from(guess).plus(correction)
}

/// `x ** y` for a small integral `y`; `None` if powers on the way leave the range.
fn integral_power(x: f64, y: f64) -> Option<f64> {
    let mut left = y.abs() as u32;
    let mut result = ONE;
    let mut square = Double::from(x);
    loop {
        if left & 1 == 1 {
            result = result.times(square);
        }
        left >>= 1;
        if left == 0 {
            break;
        }
        square = square.times(square);
    }
    let result = if y < 0.0 { ONE.over(result) } else { result };
    let size = result.high.abs();
    let is_safe = |size: f64| size > 1e-250 && size < 1e250;
    (is_safe(size) && is_safe(1.0 / size)).then(|| result.value())
}
