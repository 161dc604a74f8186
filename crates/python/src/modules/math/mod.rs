//! `math`, on the platform's elementary functions.

use crate::modules::functions;
use crate::object::{Dict, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::{Vm, VmResult};
use num_bigint::BigInt;
use std::rc::Rc;

pub fn fill(vm: &Rc<Vm>, dict: &Dict) {
    functions::add(vm, dict, "math", FUNCTIONS);
    let constants = [
        ("pi", Value::Float(std::f64::consts::PI)),
        ("e", Value::Float(std::f64::consts::E)),
        ("tau", Value::Float(std::f64::consts::TAU)),
        ("inf", Value::Float(f64::INFINITY)),
        ("nan", Value::Float(f64::NAN)),
    ];
    functions::set(vm, dict, constants);
}

/// A function of one float whose domain errors show as NaN and whose overflow shows as infinity.
macro_rules! unary {
    ($name:literal, $function:expr) => {
        plain($name, |vm, args| {
            let [x] = args.exactly::<1>(vm, concat!("math.", $name))?;
            let x = number(vm, x)?;
            checked(vm, x, ($function)(x))
        })
    };
}

const FUNCTIONS: &[NativeDef] = &[
    plain("sqrt", |vm, args| {
        let [x] = args.exactly::<1>(vm, "math.sqrt")?;
        let x = number(vm, x)?;
        if x < 0.0 {
            return Err(vm.value_error("math domain error"));
        }
        Ok(Value::Float(x.sqrt()))
    }),
    unary!("cbrt", f64::cbrt),
    unary!("exp", f64::exp),
    unary!("exp2", f64::exp2),
    unary!("expm1", f64::exp_m1),
    unary!("log1p", f64::ln_1p),
    unary!("sin", f64::sin),
    unary!("cos", f64::cos),
    unary!("tan", f64::tan),
    unary!("asin", f64::asin),
    unary!("acos", f64::acos),
    unary!("atan", f64::atan),
    unary!("sinh", f64::sinh),
    unary!("cosh", f64::cosh),
    unary!("tanh", f64::tanh),
    unary!("asinh", f64::asinh),
    unary!("acosh", f64::acosh),
    unary!("atanh", f64::atanh),
    unary!("fabs", f64::abs),
    unary!("degrees", f64::to_degrees_exactly),
    unary!("radians", f64::to_radians_exactly),
    plain("log", |vm, args| {
        let args = args.between(vm, "math.log", 1, 2)?;
        let x = logarithm(vm, &args[0])?;
        match args.get(1) {
            None => Ok(Value::Float(x)),
            Some(base) => match logarithm(vm, base)? {
                0.0 => Err(vm.zero_division("division by zero")),
                base => Ok(Value::Float(x / base)),
            },
        }
    }),
    plain("log2", |vm, args| {
        let [x] = args.exactly::<1>(vm, "math.log2")?;
        positive(vm, x).map(|x| Value::Float(x.log2()))
    }),
    plain("log10", |vm, args| {
        let [x] = args.exactly::<1>(vm, "math.log10")?;
        positive(vm, x).map(|x| Value::Float(x.log10()))
    }),
    plain("pow", |vm, args| {
        let [x, y] = args.exactly::<2>(vm, "math.pow")?;
        let (x, y) = (number(vm, x)?, number(vm, y)?);
        let result = x.powf(y);
        let domain = (result.is_nan() && !x.is_nan() && !y.is_nan()) || (x == 0.0 && y < 0.0);
        if domain {
            return Err(vm.value_error("math domain error"));
        }
        if result.is_infinite() && x.is_finite() && y.is_finite() {
            return Err(vm.overflow_error("math range error"));
        }
        Ok(Value::Float(result))
    }),
    plain("atan2", |vm, args| {
        let [y, x] = args.exactly::<2>(vm, "math.atan2")?;
        Ok(Value::Float(number(vm, y)?.atan2(number(vm, x)?)))
    }),
    plain("copysign", |vm, args| {
        let [x, y] = args.exactly::<2>(vm, "math.copysign")?;
        Ok(Value::Float(number(vm, x)?.copysign(number(vm, y)?)))
    }),
    plain("fmod", |vm, args| {
        let [x, y] = args.exactly::<2>(vm, "math.fmod")?;
        let (x, y) = (number(vm, x)?, number(vm, y)?);
        if y == 0.0 || x.is_infinite() {
            return Err(vm.value_error("math domain error"));
        }
        Ok(Value::Float(x % y))
    }),
    plain("modf", |vm, args| {
        let [x] = args.exactly::<1>(vm, "math.modf")?;
        let x = number(vm, x)?;
        let fraction = if x.is_infinite() { 0.0 } else { x.fract() };
        Ok(Value::tuple(vec![
            Value::Float(fraction.copysign(x)),
            Value::Float(x.trunc()),
        ]))
    }),
    plain("frexp", |vm, args| {
        let [x] = args.exactly::<1>(vm, "math.frexp")?;
        let (mantissa, exponent) = frexp(number(vm, x)?);
        Ok(Value::tuple(vec![Value::Float(mantissa), Value::Int(exponent)]))
    }),
    plain("ldexp", |vm, args| {
        let [x, exponent] = args.exactly::<2>(vm, "math.ldexp")?;
        let x = number(vm, x)?;
        let exponent = integer_i64(vm, exponent)?.clamp(-5000, 5000) as i32;
        // Two steps keep the intermediate power in range.
        let half = exponent / 2;
        let result = x * 2f64.powi(half) * 2f64.powi(exponent - half);
        match result.is_infinite() && x.is_finite() {
            true => Err(vm.overflow_error("math range error")),
            false => Ok(Value::Float(result)),
        }
    }),
    plain("isnan", |vm, args| predicate(vm, args, "math.isnan", f64::is_nan)),
    plain("isinf", |vm, args| {
        predicate(vm, args, "math.isinf", f64::is_infinite)
    }),
    plain("isfinite", |vm, args| {
        predicate(vm, args, "math.isfinite", f64::is_finite)
    }),
    plain("isclose", |vm, args| {
        const ISCLOSE: crate::vm::call::Signature = crate::vm::call::Signature {
            function: "isclose",
            params: &["a", "b", "rel_tol", "abs_tol"],
            posonly: 0,
            positional: 2,
            required: 2,
        };
        let [a, b, relative, absolute] = args.bind::<4>(vm, &ISCLOSE)?;
        let value = |v: Option<Value>, default: f64| v.map_or(Ok(default), |v| number(vm, &v));
        let (a, b) = (value(a, 0.0)?, value(b, 0.0)?);
        let (relative, absolute) = (value(relative, 1e-9)?, value(absolute, 0.0)?);
        if relative < 0.0 || absolute < 0.0 {
            return Err(vm.value_error("tolerances must be non-negative"));
        }
        let difference = (a - b).abs();
        let close = a == b
            || (a.is_finite()
                && b.is_finite()
                && (difference <= relative * b.abs()
                    || difference <= relative * a.abs()
                    || difference <= absolute));
        Ok(Value::Bool(close))
    }),
    flow("floor", |vm, args| rounded(vm, args, "floor", f64::floor)),
    flow("ceil", |vm, args| rounded(vm, args, "ceil", f64::ceil)),
    flow("trunc", |vm, args| rounded(vm, args, "trunc", f64::trunc)),
    plain("gcd", |vm, args| {
        fold(vm, args, 0, |a, b| num_integer::Integer::gcd(&a, &b))
    }),
    plain("lcm", |vm, args| {
        fold(vm, args, 1, |a, b| num_integer::Integer::lcm(&a, &b))
    }),
    plain("isqrt", |vm, args| {
        let [x] = args.exactly::<1>(vm, "math.isqrt")?;
        let x = integer(vm, x)?;
        if x < BigInt::ZERO {
            return Err(vm.value_error("isqrt() argument must be nonnegative"));
        }
        Ok(Value::big(x.sqrt()))
    }),
    plain("factorial", |vm, args| {
        let [x] = args.exactly::<1>(vm, "math.factorial")?;
        let n = integer_i64(vm, x)?;
        if n < 0 {
            return Err(vm.value_error("factorial() not defined for negative values"));
        }
        product(vm, 1, n)
    }),
    plain("comb", |vm, args| {
        let [n, k] = args.exactly::<2>(vm, "math.comb")?;
        let (n, k) = counts(vm, n, k)?;
        if k > n {
            return Ok(Value::Int(0));
        }
        let k = k.min(n - k);
        let (Some(above), Some(below)) = (product(vm, n - k + 1, n)?.as_big(), product(vm, 1, k)?.as_big())
        else {
            return Ok(Value::Int(0));
        };
        Ok(Value::big(above / below))
    }),
    plain("perm", |vm, args| {
        let args = args.between(vm, "math.perm", 1, 2)?;
        let (n, k) = counts(
            vm,
            &args[0],
            args.get(1).filter(|k| !k.is_none()).unwrap_or(&args[0]),
        )?;
        if k > n {
            Ok(Value::Int(0))
        } else {
            product(vm, n - k + 1, n)
        }
    }),
    flow("fsum", |vm, args| {
        let [items] = args.exactly::<1>(vm, "math.fsum")?;
        let items = items.clone();
        Flow::run(vm, |cx| async move {
            let mut numbers = Vec::new();
            for item in cx.collect(&items).await? {
                numbers.push(number(&cx.vm, &item)?);
            }
            Ok(Value::Float(exact_sum(numbers)))
        })
    }),
    flow("prod", |vm, args| {
        let start = args.keyword("start").cloned().unwrap_or(Value::Int(1));
        let Some(items) = args.positional().first().cloned() else {
            return Err(vm.type_error("prod expected at least 1 argument, got 0"));
        };
        Flow::run(vm, |cx| async move {
            let mut result = start;
            for item in cx.collect(&items).await? {
                result = cx.binary(crate::bytecode::BinOp::Mul, &result, &item).await?;
            }
            Ok(result)
        })
    }),
    flow("dist", |vm, args| {
        let [p, q] = args.exactly::<2>(vm, "math.dist")?;
        let (p, q) = (p.clone(), q.clone());
        Flow::run(vm, |cx| async move {
            let (p, q) = (cx.collect(&p).await?, cx.collect(&q).await?);
            if p.len() != q.len() {
                return Err(cx
                    .vm
                    .value_error("both points must have the same number of dimensions"));
            }
            let mut sum = 0.0;
            for (a, b) in p.iter().zip(&q) {
                sum = f64::hypot(sum, number(&cx.vm, a)? - number(&cx.vm, b)?);
            }
            Ok(Value::Float(sum))
        })
    }),
    plain("hypot", |vm, args| {
        let mut sum = 0.0;
        for value in args.positional() {
            sum = f64::hypot(sum, number(vm, value)?);
        }
        Ok(Value::Float(sum))
    }),
];

/// As CPython computes them: one multiplication or division by a rounded constant.
trait Angle {
    fn to_degrees_exactly(self) -> f64;
    fn to_radians_exactly(self) -> f64;
}

impl Angle for f64 {
    fn to_degrees_exactly(self) -> f64 {
        self * (180.0 / std::f64::consts::PI)
    }

    fn to_radians_exactly(self) -> f64 {
        self * (std::f64::consts::PI / 180.0)
    }
}

/// A real number as a float. TypeError: must be real number.
fn number(vm: &Rc<Vm>, value: &Value) -> VmResult<f64> {
    match value.base() {
        Value::Float(f) => Ok(*f),
        Value::Int(i) => Ok(*i as f64),
        Value::Bool(b) => Ok(f64::from(u8::from(*b))),
        Value::BigInt(big) => match num_traits::ToPrimitive::to_f64(&**big) {
            Some(f) if f.is_finite() => Ok(f),
            _ => Err(vm.overflow_error("int too large to convert to float")),
        },
        _ => Err(vm.type_error(format!("must be real number, not {}", vm.type_name(value)))),
    }
}

fn integer(vm: &Rc<Vm>, value: &Value) -> VmResult<BigInt> {
    value.as_big().ok_or_else(|| {
        vm.type_error(format!(
            "'{}' object cannot be interpreted as an integer",
            vm.type_name(value)
        ))
    })
}

fn integer_i64(vm: &Rc<Vm>, value: &Value) -> VmResult<i64> {
    integer(vm, value)?;
    value
        .as_i64()
        .ok_or_else(|| vm.overflow_error("Python int too large to convert to C int"))
}

/// What CPython's `math_1` makes of a result: a new NaN is a domain error, a new infinity a range error.
fn checked(vm: &Rc<Vm>, x: f64, result: f64) -> VmResult<Value> {
    if result.is_nan() && !x.is_nan() {
        return Err(vm.value_error("math domain error"));
    }
    if result.is_infinite() && x.is_finite() {
        return Err(match x.abs() <= 1.0 {
            true => vm.value_error("math domain error"),
            false => vm.overflow_error("math range error"),
        });
    }
    Ok(Value::Float(result))
}

fn positive(vm: &Rc<Vm>, value: &Value) -> VmResult<f64> {
    let x = number(vm, value)?;
    if x <= 0.0 {
        return Err(vm.value_error("math domain error"));
    }
    Ok(x)
}

/// The natural logarithm, also of ints beyond the floats.
fn logarithm(vm: &Rc<Vm>, value: &Value) -> VmResult<f64> {
    if let Value::BigInt(big) = value.base()
        && **big > BigInt::ZERO
    {
        let shift = big.bits().saturating_sub(1000);
        let top: BigInt = &**big >> shift;
        let top = num_traits::ToPrimitive::to_f64(&top).unwrap_or(f64::INFINITY);
        return Ok(top.ln() + shift as f64 * std::f64::consts::LN_2);
    }
    let x = number(vm, value)?;
    if x <= 0.0 {
        return Err(vm.value_error(match value.base() {
            Value::Float(_) => {
                format!(
                    "expected a positive input, got {}",
                    switchboard_pyfmt::float_repr::float_repr(x)
                )
            }
            _ => "expected a positive input".to_string(),
        }));
    }
    Ok(x.ln())
}

fn predicate(vm: &Rc<Vm>, args: Args<'_>, name: &str, test: fn(f64) -> bool) -> VmResult<Value> {
    let [x] = args.exactly::<1>(vm, name)?;
    Ok(Value::Bool(test(number(vm, x)?)))
}

/// `floor`, `ceil`, `trunc`: ints stay, floats are rounded, other objects are asked.
fn rounded(vm: &Rc<Vm>, args: Args<'_>, name: &'static str, round: fn(f64) -> f64) -> VmResult<Flow> {
    let [x] = args.exactly::<1>(vm, name)?;
    match x.base() {
        Value::Int(_) | Value::BigInt(_) => return Ok(Flow::Value(x.base().clone())),
        Value::Bool(b) => return Ok(Flow::Value(Value::Int(i64::from(*b)))),
        Value::Float(f) if f.is_nan() => return Err(vm.value_error("cannot convert float NaN to integer")),
        Value::Float(f) if f.is_infinite() => {
            return Err(vm.overflow_error("cannot convert float infinity to integer"));
        }
        Value::Float(f) => {
            let rounded: Option<BigInt> = num_traits::FromPrimitive::from_f64(round(*f));
            return Ok(Flow::Value(rounded.map_or(Value::Int(0), Value::big)));
        }
        _ => {}
    }
    let object = x.clone();
    Flow::run(vm, |cx| async move {
        let special = cx.vm.intern(&format!("__{name}__"));
        match cx.special(&object, &special, vec![]).await? {
            Some(value) => Ok(value),
            None => number(&cx.vm, &object).map(Value::Float),
        }
    })
}

fn fold(vm: &Rc<Vm>, args: Args<'_>, start: i64, combine: fn(BigInt, BigInt) -> BigInt) -> VmResult<Value> {
    let mut result = BigInt::from(start);
    for value in args.positional() {
        result = combine(result, integer(vm, value)?);
    }
    Ok(Value::big(result))
}

fn counts(vm: &Rc<Vm>, n: &Value, k: &Value) -> VmResult<(i64, i64)> {
    let (n, k) = (integer_i64(vm, n)?, integer_i64(vm, k)?);
    for (name, value) in [("n", n), ("k", k)] {
        if value < 0 {
            return Err(vm.value_error(format!("{name} must be a non-negative integer")));
        }
    }
    Ok((n, k))
}

/// The product of the ints from `from` to `to`. MemoryError where that grows beyond all use.
fn product(vm: &Rc<Vm>, from: i64, to: i64) -> VmResult<Value> {
    const MOST_FACTORS: i64 = 100_000;
    if to.saturating_sub(from) > MOST_FACTORS {
        return Err(vm.memory_error());
    }
    let mut result = BigInt::from(1);
    for factor in from.max(1)..=to {
        result *= factor;
    }
    Ok(Value::big(result))
}

fn frexp(x: f64) -> (f64, i64) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let mut exponent = 0;
    let mut mantissa = x;
    while mantissa.abs() >= 1.0 {
        mantissa /= 2.0;
        exponent += 1;
    }
    while mantissa.abs() < 0.5 {
        mantissa *= 2.0;
        exponent -= 1;
    }
    (mantissa, exponent)
}

/// The correctly rounded sum, by Shewchuk's partial sums as CPython does.
fn exact_sum(numbers: Vec<f64>) -> f64 {
    let mut partials: Vec<f64> = Vec::new();
    let mut special = 0.0;
    for number in numbers {
        if !number.is_finite() {
            special += number;
            continue;
        }
        let mut x = number;
        let mut kept = Vec::with_capacity(partials.len() + 1);
        for &partial in &partials {
            let (large, small) = if x.abs() < partial.abs() {
                (partial, x)
            } else {
                (x, partial)
            };
            let high = large + small;
            let low = small - (high - large);
            if low != 0.0 {
                kept.push(low);
            }
            x = high;
        }
        kept.push(x);
        partials = kept;
    }
    if special != 0.0 || special.is_nan() {
        return special;
    }
    // From the largest down, until a part is too small to matter; a tie goes the way of what follows.
    let mut high = partials.pop().unwrap_or(0.0);
    while let Some(next) = partials.pop() {
        let before = high;
        high = before + next;
        let low = next - (high - before);
        if low == 0.0 {
            continue;
        }
        if let Some(&below) = partials.last()
            && (low < 0.0) == (below < 0.0)
        {
            let doubled = low * 2.0;
            let moved = high + doubled;
            if doubled == moved - high {
                high = moved;
            }
        }
        break;
    }
    high
}
