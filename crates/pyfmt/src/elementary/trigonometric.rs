//! Trigonometric functions and their inverses.

use super::double::Double;
use super::scale_by;
use num_bigint::BigUint;
use num_traits::ToPrimitive;

/// π/2 in four pieces.
const HALF_PI: Double = Double::new(std::f64::consts::FRAC_PI_2, 6.123233995736766e-17);
const HALF_PI_REST: Double = Double::new(-1.4973849048591698e-33, 5.562271104316826e-50);
/// π/2 in hexadecimal, the point left out.
const HALF_PI_DIGITS: &str = "1921fb54442d18469898cc51701b839a252049c1114cf98e804177d4c76273644a29410f31c6809b\
    bdf2a33679a748636605614dbe4be286e9fc26adadaa3848bc90b6aecc4bcfd8de89885d34c6fdad\
    617feb96de80d6fdbdc70d7f6b5133f4b5d3e4822f8963fcc9250cca3d9c8b67b8400f97142c77e0\
    b31b4906c38aba734d22c7f51fa499ebf06caba47b9475b2c38c5e6ac410aa5773d";
/// How many of the bits of [`HALF_PI_DIGITS`] stand after the point.
const HALF_PI_BITS: u64 = 1224;

/// From here on, arguments are reduced with integers.
const LARGE: f64 = 1e6;

/// 1/3!, 1/4! … 1/27!
const INVERSE_FACTORIALS: [Double; 25] = [
    Double::new(0.16666666666666666, 9.25185853854297e-18),
    Double::new(0.041666666666666664, 2.3129646346357427e-18),
    Double::new(0.008333333333333333, 1.1564823173178714e-19),
    Double::new(0.001388888888888889, -5.300543954373577e-20),
    Double::new(0.0001984126984126984, 1.7209558293420705e-22),
    Double::new(2.48015873015873e-05, 2.1511947866775882e-23),
    Double::new(2.7557319223985893e-06, -1.858393274046472e-22),
    Double::new(2.755731922398589e-07, 2.3767714622250297e-23),
    Double::new(2.505210838544172e-08, -1.448814070935912e-24),
    Double::new(2.08767569878681e-09, -1.20734505911326e-25),
    Double::new(1.6059043836821613e-10, 1.2585294588752098e-26),
    Double::new(1.1470745597729725e-11, 2.0655512752830745e-28),
    Double::new(7.647163731819816e-13, 7.03872877733453e-30),
    Double::new(4.779477332387385e-14, 4.399205485834081e-31),
    Double::new(2.8114572543455206e-15, 1.6508842730861433e-31),
    Double::new(1.5619206968586225e-16, 1.1910679660273754e-32),
    Double::new(8.22063524662433e-18, 2.2141894119604265e-34),
    Double::new(4.110317623312165e-19, 1.4412973378659527e-36),
    Double::new(1.9572941063391263e-20, -1.3643503830087908e-36),
    Double::new(8.896791392450574e-22, -7.911402614872376e-38),
    Double::new(3.868170170630684e-23, -8.843177655482344e-40),
    Double::new(1.6117375710961184e-24, -3.6846573564509766e-41),
    Double::new(6.446950284384474e-26, -1.9330404233703465e-42),
    Double::new(2.4795962632247976e-27, -1.2953730964765229e-43),
    Double::new(9.183689863795546e-29, 1.4303150396787322e-45),
];

pub fn sin(x: f64) -> f64 {
    sin_cos(x).0
}

pub fn cos(x: f64) -> f64 {
    sin_cos(x).1
}

/// Both at once.
pub fn sin_cos(x: f64) -> (f64, f64) {
    if x == 0.0 {
        return (x, 1.0);
    }
    let (sine, cosine) = double_sin_cos(x);
    (sine.value(), cosine.value())
}

pub fn tan(x: f64) -> f64 {
    if x == 0.0 {
        return x;
    }
    let (sine, cosine) = double_sin_cos(x);
    sine.over(cosine).value()
}

pub fn asin(x: f64) -> f64 {
    if x.is_nan() || x.abs() > 1.0 {
        return f64::NAN;
    }
    if x == 0.0 {
        return x;
    }
    let cosine = one_minus_square(x).sqrt();
    angle(Double::from(x), cosine, x.asin()).value()
}

pub fn acos(x: f64) -> f64 {
    if x.is_nan() || x.abs() > 1.0 {
        return f64::NAN;
    }
    if x == 1.0 {
        return 0.0;
    }
    let sine = one_minus_square(x).sqrt();
    angle(sine, Double::from(x), x.acos()).value()
}

pub fn atan(x: f64) -> f64 {
    if x == 0.0 || x.is_nan() {
        return x;
    }
    if x.is_infinite() {
        return HALF_PI.value().copysign(x);
    }
    direction(x, 1.0).value()
}

/// The angle of the point `(x, y)`.
pub fn atan2(y: f64, x: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        return x + y;
    }
    if y == 0.0 || x == 0.0 || x.is_infinite() || y.is_infinite() {
        let quarters = match (x.is_infinite(), y.is_infinite()) {
            (true, true) => {
                if x > 0.0 {
                    0.5
                } else {
                    1.5
                }
            }
            (false, true) => 1.0,
            _ if y == 0.0 || x.is_infinite() => {
                if x.is_sign_negative() {
                    2.0
                } else {
                    0.0
                }
            }
            _ => 1.0,
        };
        return HALF_PI.scaled(quarters).value().copysign(y);
    }
    direction(y, x).value()
}

/// The angle of a point that is on no axis.
fn direction(y: f64, x: f64) -> Double {
    let ratio = y / x;
    // A tiny angle is its own tangent; the result may be subnormal.
    if x > 0.0 && ratio.abs() < 1e-12 {
        let ratio = if ratio.abs() < 1e-290 {
            Double::from(ratio)
        } else {
            let scale = -super::exponent(x);
            let (y, x) = (scale_by(y, scale), scale_by(x, scale));
            Double::from(y).over(Double::from(x))
        };
        return ratio.minus(ratio.times(ratio).times(ratio).over(Double::from(3.0)));
    }
    if ratio.abs() > 1e40 || ratio.abs() < 1e-40 {
        // Next to an axis.
        let axis = match x > 0.0 || ratio.abs() > 1.0 {
            true => HALF_PI,
            false => HALF_PI.shifted(2.0),
        };
        return if y < 0.0 { axis.negated() } else { axis };
    }
    let larger = if x.abs() > y.abs() { x } else { y };
    let scale = -super::exponent(larger);
    let (x, y) = (scale_by(x, scale), scale_by(y, scale));
    let length = Double::product(x, x).plus(Double::product(y, y)).sqrt();
    angle(
        Double::from(y).over(length),
        Double::from(x).over(length),
        y.atan2(x),
    )
}

/// The angle with this sine and cosine: a step of Newton's method from a guess.
fn angle(sine: Double, cosine: Double, guess: f64) -> Double {
    let (s, c) = double_sin_cos(guess);
    // sin(angle - guess)
    let error = sine.times(c).minus(cosine.times(s));
    let cube = error.times(error).times(error);
    Double::from(guess).plus(error).plus(cube.over(Double::from(6.0)))
}

/// `(1 - x)(1 + x)`
fn one_minus_square(x: f64) -> Double {
    Double::sum(1.0, -x).times(Double::sum(1.0, x))
}

fn double_sin_cos(x: f64) -> (Double, Double) {
    if !x.is_finite() {
        return (Double::from(f64::NAN), Double::from(f64::NAN));
    }
    let (quadrant, rest) = if x.abs() < LARGE {
        reduce(x)
    } else {
        reduce_large(x)
    };
    let (sine, cosine) = series(rest);
    match quadrant & 3 {
        0 => (sine, cosine),
        1 => (cosine, sine.negated()),
        2 => (sine.negated(), cosine.negated()),
        _ => (cosine.negated(), sine),
    }
}

/// The multiple of π/2 next to `x`, and what is left.
fn reduce(x: f64) -> (i64, Double) {
    let count = (x / HALF_PI.high).round();
    if count == 0.0 {
        return (0, Double::from(x));
    }
    let first = Double::product(HALF_PI.high, count);
    let second = Double::product(HALF_PI.low, count);
    let third = HALF_PI_REST.scaled(count);
    let rest = Double::sum(x, -first.high)
        .plus(Double::from(-first.low))
        .minus(second)
        .minus(third);
    (count as i64, rest)
}

/// The same for any size.
fn reduce_large(x: f64) -> (i64, Double) {
    let bits = x.abs().to_bits();
    let mantissa = (bits & ((1 << 52) - 1)) | (1 << 52);
    let shift = super::exponent(x) - 52;
    let Some(half_pi) = BigUint::parse_bytes(HALF_PI_DIGITS.as_bytes(), 16) else {
        return (0, Double::from(0.0));
    };
    let scaled = BigUint::from(mantissa) << (HALF_PI_BITS as i32 + shift).max(0) as usize;
    let count = &scaled / &half_pi;
    let rest = scaled - &count * &half_pi;
    let mut quadrant = (&count % 4u32).to_i64().unwrap_or(0);
    let mut rest = fraction(&rest);
    if rest.high > std::f64::consts::FRAC_PI_4 {
        quadrant += 1;
        rest = rest.minus(HALF_PI);
    }
    match x < 0.0 {
        true => (-quadrant, rest.negated()),
        false => (quadrant, rest),
    }
}

/// An integer over `2 ** HALF_PI_BITS`.
fn fraction(integer: &BigUint) -> Double {
    let part = |integer: &BigUint| {
        let cut = integer.bits().saturating_sub(53);
        let top = (integer >> cut).to_f64().unwrap_or(0.0);
        (
            scale_by(top, cut as i32 - HALF_PI_BITS as i32),
            cut,
            integer >> cut,
        )
    };
    let (high, cut, top) = part(integer);
    let (low, _, _) = part(&(integer - (top << cut)));
    Double::sum(high, low)
}

/// Sine and cosine of an angle of at most π/4.
fn series(x: Double) -> (Double, Double) {
    let square = x.times(x);
    let (mut sine, mut cosine) = (x, Double::from(1.0).minus(square.shifted(0.5)));
    let (mut odd, mut even) = (x, square);
    for (index, pair) in INVERSE_FACTORIALS.chunks(2).enumerate() {
        odd = odd.times(square);
        let term = odd.times(pair[0]);
        sine = if index % 2 == 0 {
            sine.minus(term)
        } else {
            sine.plus(term)
        };
        if let [_, inverse] = pair {
            even = even.times(square);
            let term = even.times(*inverse);
            cosine = if index % 2 == 0 {
                cosine.plus(term)
            } else {
                cosine.minus(term)
            };
        }
        if odd.high.abs() < 1e-36 {
            break;
        }
    }
    (sine, cosine)
}
