//! Functions from floats to floats.

use crate::object::{Exc, Value};
use crate::types::float::{float, try_real};
use crate::vm::call::{Args, Flow, NativeDef, Signature, flow};
use crate::vm::cx::Cx;
use crate::vm::protocol::arithmetic::{int_of, int_value};
use crate::vm::protocol::index;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::{IntRef, elementary, int_float};

/// What an elementary function takes beyond its call: it is computed with twice the digits of a float.
pub const ELEMENTARY_STRAIN: usize = 30;

/// Beyond this, some functions compute with whole numbers first, which takes four times as long.
const LARGE: f64 = 1e6;

/// One argument, one result, and what CPython says where there is none.
macro_rules! of_one {
    ($($name:literal $function:path, $infinity:ident, $strain:expr;)*) => {
        &[$(flow($name, |vm, args| of_one(vm, args, $name, $function, Infinity::$infinity, $strain)),)*]
    };
}

pub const ELEMENTARY: &[NativeDef] = of_one! {
    "sqrt" f64::sqrt, Domain, 0;
    "cbrt" elementary::cbrt, Domain, 2 * ELEMENTARY_STRAIN;
    "exp" elementary::exp, Range, ELEMENTARY_STRAIN;
    "exp2" elementary::exp2, Range, ELEMENTARY_STRAIN;
    "expm1" elementary::exp_m1, Range, ELEMENTARY_STRAIN;
    "log1p" elementary::ln_1p, Domain, ELEMENTARY_STRAIN;
    "sin" elementary::sin, Domain, ELEMENTARY_STRAIN;
    "cos" elementary::cos, Domain, ELEMENTARY_STRAIN;
    "tan" elementary::tan, Domain, ELEMENTARY_STRAIN;
    "asin" elementary::asin, Domain, ELEMENTARY_STRAIN;
    "acos" elementary::acos, Domain, ELEMENTARY_STRAIN;
    "atan" elementary::atan, Domain, ELEMENTARY_STRAIN;
    "sinh" elementary::sinh, Range, ELEMENTARY_STRAIN;
    "cosh" elementary::cosh, Range, ELEMENTARY_STRAIN;
    "tanh" elementary::tanh, Domain, ELEMENTARY_STRAIN;
    "asinh" elementary::asinh, Domain, ELEMENTARY_STRAIN;
    "acosh" elementary::acosh, Domain, ELEMENTARY_STRAIN;
    "atanh" elementary::atanh, Domain, ELEMENTARY_STRAIN;
    "fabs" f64::abs, Domain, 0;
    "degrees" degrees, Range, 0;
    "radians" radians, Range, 0;
};

pub const PARTS: &[NativeDef] = &[
    flow("log", |vm, args| {
        vm.strain(ELEMENTARY_STRAIN)?;
        log(vm, args)
    }),
    flow("log2", |vm, args| {
        log_of_base(vm, args, "log2", elementary::log2, 1.0)
    }),
    flow("log10", |vm, args| {
        log_of_base(vm, args, "log10", elementary::log10, std::f64::consts::LOG10_2)
    }),
    flow("pow", |vm, args| of_two(vm, args, "pow", pow)),
    flow("atan2", |vm, args| {
        of_two(vm, args, "atan2", |vm, y, x| {
            vm.strain(ELEMENTARY_STRAIN)?;
            Ok(elementary::atan2(y, x))
        })
    }),
    flow("fmod", |vm, args| {
        of_two(vm, args, "fmod", |vm, x, y| {
            let rest = x % y;
            checked(vm, rest, [x, y], Infinity::Domain)
        })
    }),
    flow("remainder", |vm, args| of_two(vm, args, "remainder", remainder)),
    flow("copysign", |vm, args| {
        of_two(vm, args, "copysign", |_, x, y| Ok(x.copysign(y)))
    }),
    flow("fma", fma),
    flow("modf", |vm, args| {
        with_float(vm, args, "math.modf", |_, x| {
            let fraction = if x.is_infinite() { 0.0 } else { x.fract() };
            Ok(Value::tuple(vec![
                Value::Float(fraction.copysign(x)),
                Value::Float(x.trunc()),
            ]))
        })
    }),
    flow("frexp", |vm, args| {
        with_float(vm, args, "math.frexp", |_, x| {
            let (mantissa, exponent) = frexp(x);
            Ok(Value::tuple(vec![
                Value::Float(mantissa),
                Value::Int(i64::from(exponent)),
            ]))
        })
    }),
    flow("ldexp", ldexp),
    flow("isnan", |vm, args| {
        with_float(vm, args, "math.isnan", |_, x| Ok(Value::Bool(x.is_nan())))
    }),
    flow("isinf", |vm, args| {
        with_float(vm, args, "math.isinf", |_, x| Ok(Value::Bool(x.is_infinite())))
    }),
    flow("isfinite", |vm, args| {
        with_float(vm, args, "math.isfinite", |_, x| Ok(Value::Bool(x.is_finite())))
    }),
    flow("isclose", isclose),
    flow("nextafter", nextafter),
    flow("ulp", |vm, args| {
        with_float(vm, args, "math.ulp", |_, x| {
            let x = x.abs();
            Ok(Value::Float(match x {
                x if !x.is_finite() => x,
                f64::MAX => x - x.next_down(),
                x => x.next_up() - x,
            }))
        })
    }),
    flow("floor", |vm, args| whole(vm, args, "floor", f64::floor)),
    flow("ceil", |vm, args| whole(vm, args, "ceil", f64::ceil)),
    flow("trunc", |vm, args| whole(vm, args, "trunc", f64::trunc)),
];

/// What an infinite result of finite arguments means.
#[derive(Clone, Copy)]
pub enum Infinity {
    Domain,
    Range,
}

pub fn domain_error(vm: &Vm) -> Exc {
    vm.value_error("math domain error")
}

pub fn range_error(vm: &Vm) -> Exc {
    vm.overflow_error("math range error")
}

/// The result, unless it is NaN or infinite and no argument was.
pub fn checked<const N: usize>(
    vm: &Vm,
    result: f64,
    arguments: [f64; N],
    infinity: Infinity,
) -> VmResult<f64> {
    if result.is_nan() && !arguments.iter().any(|x| x.is_nan()) {
        return Err(domain_error(vm));
    }
    if result.is_infinite() && arguments.iter().all(|x| x.is_finite()) {
        return Err(match infinity {
            Infinity::Domain => domain_error(vm),
            Infinity::Range => range_error(vm),
        });
    }
    Ok(result)
}

/// A real number argument.
pub async fn real(cx: &Cx, value: &Value) -> VmResult<f64> {
    float(cx, value, |name| format!("must be real number, not {name}")).await
}

/// Runs a function on its one argument as a float.
pub fn with_float(
    vm: &Rc<Vm>,
    args: Args<'_>,
    function: &str,
    then: fn(&Vm, f64) -> VmResult<Value>,
) -> VmResult<Flow> {
    let [value] = args.exactly::<1>(vm, function)?;
    if let Some(x) = try_real(vm, value)? {
        return then(vm, x).map(Flow::Value);
    }
    let value = value.clone();
    Flow::start(vm, move |cx| async move {
        let x = real(&cx, &value).await?;
        then(&cx.vm, x)
    })
}

fn of_one(
    vm: &Rc<Vm>,
    args: Args<'_>,
    name: &str,
    function: fn(f64) -> f64,
    infinity: Infinity,
    strain: usize,
) -> VmResult<Flow> {
    let finish = move |vm: &Vm, x: f64| {
        vm.strain(if x.abs() < LARGE { strain } else { 4 * strain })?;
        checked(vm, function(x), [x], infinity).map(Value::Float)
    };
    let value = match args.values {
        [value] if args.names.is_empty() => value,
        _ => &args.exactly::<1>(vm, &format!("math.{name}"))?[0],
    };
    if let Some(x) = try_real(vm, value)? {
        return finish(vm, x).map(Flow::Value);
    }
    let value = value.clone();
    Flow::start(vm, move |cx| async move {
        let x = real(&cx, &value).await?;
        finish(&cx.vm, x)
    })
}

fn of_two(
    vm: &Rc<Vm>,
    args: Args<'_>,
    name: &str,
    function: fn(&Vm, f64, f64) -> VmResult<f64>,
) -> VmResult<Flow> {
    let [x, y] = args.exactly::<2>(vm, name)?;
    if let (Some(x), Some(y)) = (try_real(vm, x)?, try_real(vm, y)?) {
        return function(vm, x, y).map(|result| Flow::Value(Value::Float(result)));
    }
    let (x, y) = (x.clone(), y.clone());
    Flow::start(vm, move |cx| async move {
        let (x, y) = (real(&cx, &x).await?, real(&cx, &y).await?);
        function(&cx.vm, x, y).map(Value::Float)
    })
}

fn degrees(x: f64) -> f64 {
    x * (180.0 / std::f64::consts::PI)
}

fn radians(x: f64) -> f64 {
    x * (std::f64::consts::PI / 180.0)
}

fn pow(vm: &Vm, x: f64, y: f64) -> VmResult<f64> {
    vm.strain(2 * ELEMENTARY_STRAIN)?;
    let result = elementary::pow(x, y);
    // A power of zero that is infinite is outside the domain; others are too large.
    let infinity = if x == 0.0 {
        Infinity::Domain
    } else {
        Infinity::Range
    };
    checked(vm, result, [x, y], infinity)
}

/// The remainder of dividing by the nearest multiple.
fn remainder(vm: &Vm, x: f64, y: f64) -> VmResult<f64> {
    if x.is_nan() || y.is_nan() {
        return Ok(x + y);
    }
    if x.is_infinite() || y == 0.0 {
        return Err(domain_error(vm));
    }
    if y.is_infinite() {
        return Ok(x);
    }
    let (size, step) = (x.abs(), y.abs());
    let rest = size % step;
    // Which multiple is nearer; in the middle it is the even one.
    let other = step - rest;
    let nearest = if rest < other {
        rest
    } else if rest > other {
        -other
    } else {
        rest - 2.0 * (0.5 * (size - rest) % step)
    };
    Ok(1f64.copysign(x) * nearest)
}

fn fma(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [x, y, z] = args.exactly::<3>(vm, "fma")?.clone();
    Flow::start(vm, |cx| async move {
        let (x, y, z) = (real(&cx, &x).await?, real(&cx, &y).await?, real(&cx, &z).await?);
        let result = x.mul_add(y, z);
        if result.is_nan() && ![x, y, z].iter().any(|x| x.is_nan()) {
            return Err(cx.vm.value_error("invalid operation in fma"));
        }
        if result.is_infinite() && [x, y, z].iter().all(|x| x.is_finite()) {
            return Err(cx.vm.overflow_error("overflow in fma"));
        }
        Ok(Value::Float(result))
    })
}

/// `x == mantissa * 2**exponent` with a mantissa from 0.5 to 1.
pub fn frexp(x: f64) -> (f64, i32) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let biased = ((x.to_bits() >> 52) & 0x7ff) as i32;
    if biased == 0 {
        let (mantissa, exponent) = frexp(x * 2f64.powi(64));
        return (mantissa, exponent - 64);
    }
    let mantissa = f64::from_bits((x.to_bits() & !(0x7ff << 52)) | (1022 << 52));
    (mantissa, biased - 1022)
}

fn ldexp(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [x, exponent] = args.exactly::<2>(vm, "ldexp")?.clone();
    if !exponent.is_int() {
        return Err(vm.type_error("Expected an int as second argument to ldexp."));
    }
    let exponent = index::saturate(&exponent).clamp(-5_000, 5_000) as i32;
    Flow::start(vm, move |cx| async move {
        let x = real(&cx, &x).await?;
        let result = if x == 0.0 || !x.is_finite() {
            x
        } else {
            let (mantissa, own) = frexp(x);
            elementary::scale_by(mantissa, own.saturating_add(exponent).clamp(-3_000, 3_000))
        };
        if result.is_infinite() && x.is_finite() {
            return Err(range_error(&cx.vm));
        }
        Ok(Value::Float(result))
    })
}

fn isclose(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    const SIGNATURE: Signature = Signature {
        function: "isclose",
        params: &["a", "b", "rel_tol", "abs_tol"],
        posonly: 0,
        positional: 2,
        required: 2,
    };
    let [a, b, relative, absolute] = args.bind::<4>(vm, &SIGNATURE)?;
    Flow::start(vm, |cx| async move {
        let mut numbers = [0.0, 0.0, 1e-9, 0.0];
        for (number, value) in numbers.iter_mut().zip([a, b, relative, absolute]) {
            if let Some(value) = value {
                *number = real(&cx, &value).await?;
            }
        }
        let [a, b, relative, absolute] = numbers;
        if relative < 0.0 || absolute < 0.0 {
            return Err(cx.vm.value_error("tolerances must be non-negative"));
        }
        if a == b {
            return Ok(Value::Bool(true));
        }
        if a.is_infinite() || b.is_infinite() {
            return Ok(Value::Bool(false));
        }
        let difference = (b - a).abs();
        let close = difference <= (relative * b).abs()
            || difference <= (relative * a).abs()
            || difference <= absolute;
        Ok(Value::Bool(close))
    })
}

fn nextafter(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    const SIGNATURE: Signature = Signature {
        function: "nextafter",
        params: &["", "", "steps"],
        posonly: 2,
        positional: 2,
        required: 2,
    };
    let [x, y, steps] = args.bind::<3>(vm, &SIGNATURE)?;
    let steps = match steps {
        None | Some(Value::None) => 1,
        Some(steps) => {
            let steps = index::saturate(&index::try_index(vm, &steps)?.unwrap_or_default());
            u64::try_from(steps).map_err(|_| vm.value_error("steps must be a non-negative integer"))?
        }
    };
    Flow::start(vm, move |cx| async move {
        let x = real(&cx, &x.unwrap_or_default()).await?;
        let y = real(&cx, &y.unwrap_or_default()).await?;
        Ok(Value::Float(step_towards(x, y, steps)))
    })
}

fn step_towards(x: f64, y: f64, steps: u64) -> f64 {
    if x.is_nan() || y.is_nan() {
        return x + y;
    }
    // Floats in order as integers: each step changes the integer by one.
    let order = |x: f64| {
        let bits = x.to_bits() as i64;
        if bits < 0 {
            i64::MIN.wrapping_sub(bits)
        } else {
            bits
        }
    };
    let (from, to) = (order(x), order(y));
    if steps == 0 || from == to {
        return if steps == 0 { x } else { y };
    }
    if from.abs_diff(to) <= steps {
        return y;
    }
    let at = if from < to {
        from.wrapping_add(steps as i64)
    } else {
        from.wrapping_sub(steps as i64)
    };
    let bits = if at < 0 { i64::MIN.wrapping_sub(at) } else { at };
    let result = f64::from_bits(bits as u64);
    if result == 0.0 { result.copysign(x) } else { result }
}

/// `floor`, `ceil` and `trunc`: the object's own method, or that of its float.
fn whole(vm: &Rc<Vm>, args: Args<'_>, name: &'static str, round: fn(f64) -> f64) -> VmResult<Flow> {
    let [value] = args.exactly::<1>(vm, &format!("math.{name}"))?;
    match value {
        Value::Float(x) => return rounded(vm, round(*x)).map(Flow::Value),
        Value::Int(_) | Value::BigInt(_) => return Ok(Flow::Value(value.clone())),
        _ => {}
    }
    let value = value.clone();
    Flow::start(vm, move |cx| async move {
        let vm = &cx.vm;
        let method = match name {
            "floor" => &vm.names.floor,
            "ceil" => &vm.names.ceil,
            _ => &vm.names.trunc,
        };
        if let Some(result) = cx.special(&value, method, vec![]).await? {
            return Ok(result);
        }
        if name == "trunc" {
            return Err(vm.type_error(format!(
                "type {} doesn't define __trunc__ method",
                vm.type_name(&value)
            )));
        }
        let x = real(&cx, &value).await?;
        rounded(vm, round(x))
    })
}

fn rounded(vm: &Vm, x: f64) -> VmResult<Value> {
    int_float::float_to_int(x)
        .map(int_value)
        .map_err(|error| vm.raise(error))
}

/// The logarithm of an int of any size, or of a float. `of_two` is log(2) in the base.
fn logarithm(vm: &Vm, value: &Value, x: Option<f64>, function: fn(f64) -> f64, of_two: f64) -> VmResult<f64> {
    let big = match int_of(value) {
        Some(IntRef::Big(big)) => Some(big),
        _ => None,
    };
    if let Some(big) = big {
        vm.charge((big.bits() / 256) as usize)?;
        vm.strain((big.bits() / 512) as usize)?;
        if big.sign() == num_bigint::Sign::Minus {
            return Err(domain_error(vm));
        }
        if int_float::int_to_float(IntRef::Big(big)).is_err() {
            // Too large for a float: the mantissa and the exponent apart.
            let shift = big.bits() - 60;
            let top = num_traits::ToPrimitive::to_f64(&(big >> shift)).unwrap_or(0.0);
            let (mantissa, exponent) = frexp(top);
            return Ok(function(mantissa) + of_two * (shift as f64 + f64::from(exponent)));
        }
    }
    let x = x.unwrap_or(f64::NAN);
    checked(vm, function(x), [x], Infinity::Domain)
}

async fn logarithm_of(cx: &Cx, value: &Value, function: fn(f64) -> f64, of_two: f64) -> VmResult<f64> {
    let x = match int_of(value) {
        Some(int) => int_float::int_to_float(int).ok(),
        None => Some(real(cx, value).await?),
    };
    logarithm(&cx.vm, value, x, function, of_two)
}

fn log_of_base(
    vm: &Rc<Vm>,
    args: Args<'_>,
    name: &str,
    function: fn(f64) -> f64,
    of_two: f64,
) -> VmResult<Flow> {
    let [value] = args.exactly::<1>(vm, &format!("math.{name}"))?.clone();
    vm.strain(ELEMENTARY_STRAIN)?;
    Flow::start(vm, move |cx| async move {
        logarithm_of(&cx, &value, function, of_two)
            .await
            .map(Value::Float)
    })
}

fn log(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    const LN_2: f64 = std::f64::consts::LN_2;
    let values = args.between(vm, "log", 1, 2)?.to_vec();
    Flow::start(vm, move |cx| async move {
        let mut logs = Vec::with_capacity(2);
        for value in &values {
            logs.push(logarithm_of(&cx, value, elementary::ln, LN_2).await?);
        }
        match logs[..] {
            [_, 0.0] => Err(cx.vm.zero_division("float division by zero")),
            [x, base] => Ok(Value::Float(x / base)),
            [x] => Ok(Value::Float(x)),
            _ => Ok(Value::None),
        }
    })
}
