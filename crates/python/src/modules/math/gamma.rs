//! The gamma function and its logarithm (by Lanczos' approximation, with CPython's choice of parameters, so that the
//! digits are CPython's), and the error function.

use super::floats::{ELEMENTARY_STRAIN, domain_error, range_error, with_float};
use crate::object::Value;
use crate::vm::call::{NativeDef, flow};
use crate::vm::{Vm, VmResult};
use std::f64::consts::PI;
use switchboard_pyfmt::elementary;

pub const FUNCTIONS: &[NativeDef] = &[
    flow("gamma", |vm, args| {
        vm.strain(2 * ELEMENTARY_STRAIN)?;
        with_float(vm, args, "math.gamma", |vm, x| gamma(vm, x).map(Value::Float))
    }),
    flow("lgamma", |vm, args| {
        vm.strain(2 * ELEMENTARY_STRAIN)?;
        with_float(vm, args, "math.lgamma", |vm, x| ln_gamma(vm, x).map(Value::Float))
    }),
    flow("erf", |vm, args| {
        vm.strain(4 * ELEMENTARY_STRAIN)?;
        with_float(vm, args, "math.erf", |_, x| Ok(Value::Float(elementary::erf(x))))
    }),
    flow("erfc", |vm, args| {
        vm.strain(4 * ELEMENTARY_STRAIN)?;
        with_float(vm, args, "math.erfc", |_, x| {
            Ok(Value::Float(elementary::erfc(x)))
        })
    }),
];

/// Lanczos' g, and g - 1/2.
const G: f64 = 6.024_680_040_776_73;
const G_MINUS_HALF: f64 = 5.524_680_040_776_73;

const NUMERATOR: [f64; 13] = [
    23_531_376_880.410_76,
    42_919_803_642.649_1,
    35_711_959_237.355_67,
    17_921_034_426.037_21,
    6_039_542_586.352_028,
    1_439_720_407.311_721_6,
    248_874_557.862_054_17,
    31_426_415.585_400_194,
    2_876_370.628_935_372_5,
    186_056.265_395_223_48,
    8_071.672_002_365_816,
    210.824_277_751_579_36,
    2.506_628_274_631_000_2,
];

const DENOMINATOR: [f64; 13] = [
    0.0,
    39_916_800.0,
    120_543_840.0,
    150_917_976.0,
    105_258_076.0,
    45_995_730.0,
    13_339_535.0,
    2_637_558.0,
    357_423.0,
    32_670.0,
    1_925.0,
    66.0,
    1.0,
];

/// Γ(x) of the ints from 1 on that are exact floats.
const LAST_EXACT: usize = 23;

fn exact_gamma(x: f64) -> Option<f64> {
    let is_small = x >= 1.0 && x <= LAST_EXACT as f64 && x.fract() == 0.0;
    is_small.then(|| (1..x as u64).map(|n| n as f64).product())
}

fn lanczos_sum(x: f64) -> f64 {
    let (mut numerator, mut denominator) = (0.0, 0.0);
    if x < 5.0 {
        for (n, d) in NUMERATOR.iter().zip(&DENOMINATOR).rev() {
            numerator = numerator * x + n;
            denominator = denominator * x + d;
        }
    } else {
        for (n, d) in NUMERATOR.iter().zip(&DENOMINATOR) {
            numerator = numerator / x + n;
            denominator = denominator / x + d;
        }
    }
    numerator / denominator
}

/// sin(πx) without losing digits near integers.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let sine = match (2.0 * y).round() as i32 {
        0 => elementary::sin(PI * y),
        1 => elementary::cos(PI * (y - 0.5)),
        2 => elementary::sin(PI * (1.0 - y)),
        3 => -elementary::cos(PI * (y - 1.5)),
        _ => elementary::sin(PI * (y - 2.0)),
    };
    1f64.copysign(x) * sine
}

fn gamma(vm: &Vm, x: f64) -> VmResult<f64> {
    if x.is_nan() || x == f64::INFINITY {
        return Ok(x);
    }
    if x == f64::NEG_INFINITY || x == 0.0 || (x < 0.0 && x.fract() == 0.0) {
        return Err(domain_error(vm));
    }
    if let Some(exact) = exact_gamma(x) {
        return Ok(exact);
    }
    let size = x.abs();
    if size < 1e-20 {
        let result = 1.0 / x;
        return if result.is_infinite() {
            Err(range_error(vm))
        } else {
            Ok(result)
        };
    }
    if size > 200.0 {
        return if x < 0.0 {
            Ok(0.0 / sin_pi(x))
        } else {
            Err(range_error(vm))
        };
    }
    let y = size + G_MINUS_HALF;
    // What rounding has done to y, to be made up for in the power.
    let error = if size > G_MINUS_HALF {
        (y - size) - G_MINUS_HALF
    } else {
        (y - G_MINUS_HALF) - size
    };
    let correction = error * G / y;
    let result = if x < 0.0 {
        let mut result = -PI / sin_pi(size) / size * elementary::exp(y) / lanczos_sum(size);
        result -= correction * result;
        if size < 140.0 {
            result / elementary::pow(y, size - 0.5)
        } else {
            let root = elementary::pow(y, size / 2.0 - 0.25);
            result / root / root
        }
    } else {
        let mut result = lanczos_sum(size) / elementary::exp(y);
        result += correction * result;
        if size < 140.0 {
            result * elementary::pow(y, size - 0.5)
        } else {
            let root = elementary::pow(y, size / 2.0 - 0.25);
            result * root * root
        }
    };
    if result.is_infinite() {
        Err(range_error(vm))
    } else {
        Ok(result)
    }
}

fn ln_gamma(vm: &Vm, x: f64) -> VmResult<f64> {
    /// ln π
    const LN_PI: f64 = 1.144_729_885_849_400_2;
    if x.is_nan() {
        return Ok(x);
    }
    if x.is_infinite() {
        return Ok(f64::INFINITY);
    }
    if x.fract() == 0.0 && x <= 2.0 {
        return if x <= 0.0 { Err(domain_error(vm)) } else { Ok(0.0) };
    }
    let size = x.abs();
    if size < 1e-20 {
        return Ok(-elementary::ln(size));
    }
    let mut result = elementary::ln(lanczos_sum(size)) - G;
    result += (size - 0.5) * (elementary::ln(size + G - 0.5) - 1.0);
    if x < 0.0 {
        result = LN_PI - elementary::ln(sin_pi(size).abs()) - elementary::ln(size) - result;
    }
    if result.is_infinite() {
        Err(range_error(vm))
    } else {
        Ok(result)
    }
}
