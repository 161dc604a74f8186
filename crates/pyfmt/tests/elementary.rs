//! Elementary functions against values that were computed with a hundred digits (`record_elementary.py`).

use switchboard_pyfmt::elementary as e;
use switchboard_pyfmt::float_parse::float_fromhex;

fn compute(function: &str, arguments: &[f64]) -> f64 {
    match (function, arguments) {
        ("pow", [x, y]) => e::pow(*x, *y),
        ("hypot", [x, y]) => e::hypot(*x, *y),
        ("atan2", [y, x]) => e::atan2(*y, *x),
        (_, [x]) => one_argument(function)(*x),
        _ => panic!("{function} with {} arguments", arguments.len()),
    }
}

fn one_argument(function: &str) -> fn(f64) -> f64 {
    match function {
        "exp" => e::exp,
        "exp2" => e::exp2,
        "exp_m1" => e::exp_m1,
        "ln" => e::ln,
        "log2" => e::log2,
        "ln_1p" => e::ln_1p,
        "sin" => e::sin,
        "cos" => e::cos,
        "tan" => e::tan,
        "asin" => e::asin,
        "acos" => e::acos,
        "atan" => e::atan,
        "sinh" => e::sinh,
        "cosh" => e::cosh,
        "tanh" => e::tanh,
        "asinh" => e::asinh,
        "acosh" => e::acosh,
        "atanh" => e::atanh,
        "cbrt" => e::cbrt,
        "erf" => e::erf,
        "erfc" => e::erfc,
        other => panic!("unknown function {other}"),
    }
}

#[test]
fn elementary_functions_are_rounded_correctly() {
    let recorded = include_str!("data/elementary.txt");
    let mut wrong = Vec::new();
    for line in recorded.lines() {
        let mut words = line.split(' ');
        let function = words.next().unwrap();
        let mut numbers: Vec<f64> = words.map(|word| float_fromhex(word).unwrap()).collect();
        let expected = numbers.pop().unwrap();
        let computed = compute(function, &numbers);
        if computed.to_bits() != expected.to_bits() {
            wrong.push(format!("{function}{numbers:?} = {computed:?}, not {expected:?}"));
        }
    }
    assert!(recorded.lines().count() > 1_000);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_ends_of_the_range_are_those_of_ieee_754() {
    assert_eq!(e::exp(710.0), f64::INFINITY);
    assert_eq!(e::exp(-746.0), 0.0);
    assert_eq!(e::exp(-745.0), 5e-324);
    assert_eq!(e::ln(0.0), f64::NEG_INFINITY);
    assert!(e::ln(-1.0).is_nan());
    assert_eq!(e::pow(2.0, 1023.0), 2f64.powi(1023));
    assert_eq!(e::pow(2.0, -1074.0), 5e-324);
    assert_eq!(e::pow(-2.0, 3.0), -8.0);
    assert_eq!(e::pow(0.0, -1.0), f64::INFINITY);
    assert_eq!(e::pow(-0.0, -3.0), f64::NEG_INFINITY);
    assert_eq!(e::pow(f64::NAN, 0.0), 1.0);
    assert!(e::pow(-8.0, 1.0 / 3.0).is_nan());
    assert!(e::sin(f64::INFINITY).is_nan());
    assert!(e::sin(-0.0).is_sign_negative());
    assert_eq!(e::atan2(-0.0, -1.0), -std::f64::consts::PI);
    assert_eq!(e::hypot(f64::NAN, f64::INFINITY), f64::INFINITY);
    assert_eq!(e::hypot(3e300, 4e300), 5e300);
}

#[test]
fn powers_of_ten_and_two_have_exact_logarithms() {
    for exponent in 0..300 {
        let power: f64 = format!("1e{exponent}").parse().unwrap();
        assert_eq!(e::log10(power), f64::from(exponent));
        assert_eq!(e::log2(2f64.powi(exponent)), f64::from(exponent));
    }
}
