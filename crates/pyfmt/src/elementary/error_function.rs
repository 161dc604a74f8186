//! The error function.

use super::double::Double;
use super::exponential::{exp_double, finish};

/// 1/√π
const INVERSE_ROOT_PI: Double = Double::new(0.5641895835477563, 7.66772980658294e-18);
/// From here on the continued fraction has converged; up to here the series has.
const FAR: f64 = 5.5;
/// Beyond, erfc is less than the smallest float.
const LAST: f64 = 27.3;

pub fn erf(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    let size = x.abs();
    let result = match size < 6.0 {
        true => series(size).value(),
        false => 1.0,
    };
    result.copysign(x)
}

pub fn erfc(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    let size = x.abs();
    if size >= FAR {
        let tail = if size > LAST { 0.0 } else { fraction(size) };
        return if x > 0.0 { tail } else { 2.0 - tail };
    }
    let near = match x < 0.0 {
        true => series(size).negated(),
        false => series(size),
    };
    Double::from(1.0).minus(near).value()
}

/// erf(x) = 2/√π · exp(-x²) · Σ 2ⁿ x²ⁿ⁺¹ / (1·3·5…(2n+1)), whose terms are all positive.
fn series(x: f64) -> Double {
    if x < 1e-150 {
        return INVERSE_ROOT_PI.shifted(2.0).scaled(x);
    }
    let square = Double::product(x, x);
    let mut term = Double::from(x);
    let mut sum = term;
    let mut odd = 1.0;
    while term.high > sum.high * 1e-33 {
        odd += 2.0;
        term = term.times(square).shifted(2.0).over(Double::from(odd));
        sum = sum.plus(term);
    }
    let (decay, power) = exp_double(square.negated());
    let scale = super::scale_by(1.0, power);
    sum.times(decay)
        .shifted(scale)
        .times(INVERSE_ROOT_PI)
        .shifted(2.0)
}

/// erfc(x) = exp(-x²)/√π over the continued fraction x + ½/(x + 1/(x + 1½/(x + …))).
fn fraction(x: f64) -> f64 {
    const TERMS: u32 = 120;
    let mut below = Double::from(x);
    for k in (1..=TERMS).rev() {
        below = Double::from(x).plus(Double::from(0.5 * f64::from(k)).over(below));
    }
    let (decay, power) = exp_double(Double::product(x, x).negated());
    finish((decay.times(INVERSE_ROOT_PI).over(below), power))
}
