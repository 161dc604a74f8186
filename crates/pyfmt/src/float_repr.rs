//! `float` to text: `repr`, and the presentation types `e`, `f` and `g` on which every format is built.

use std::fmt::Write;

/// No float has more decimal digits than this before or after its point, so what is asked for beyond is zeros.
const MAX_EXACT_DIGITS: usize = 1100;

/// How a float is presented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FloatStyle {
    /// `d.ddde+XX` with `precision` digits after the point.
    Exponent,
    /// `ddd.ddd` with `precision` digits after the point.
    Fixed,
    /// `precision` significant digits, in whichever of the two forms suits; trailing zeros are dropped.
    General,
    /// As `General`, with at least one digit after the point (the format of no presentation type).
    GeneralPoint,
}

/// Whether zeros at the end, and a point with nothing after it, are kept (the `#` flag).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alternate {
    No,
    Yes,
}

/// `repr(float)`: the shortest text that reads back as the same float.
pub fn float_repr(x: f64) -> String {
    let text = float_repr_plain(x);
    if text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
        text + ".0"
    } else {
        text
    }
}

/// The digits of `repr(float)` without the `.0` that marks an integral value, as complex numbers print it.
pub fn float_repr_plain(x: f64) -> String {
    if let Some(text) = non_finite(x) {
        return text.to_owned();
    }
    let shortest = shortest_digits(x.abs());
    let body = if (-4..16).contains(&shortest.exponent) {
        shortest.fixed(Alternate::No)
    } else {
        shortest.scientific(Alternate::No)
    };
    if x.is_sign_negative() {
        format!("-{body}")
    } else {
        body
    }
}

/// `repr(complex)`.
pub fn complex_repr(real: f64, imaginary: f64) -> String {
    let imaginary_text = float_repr_plain(imaginary);
    if real == 0.0 && real.is_sign_positive() {
        return format!("{imaginary_text}j");
    }
    let plus = if imaginary_text.starts_with('-') { "" } else { "+" };
    format!("({}{plus}{imaginary_text}j)", float_repr_plain(real))
}

/// The text of `abs(x)` in a style; the caller adds the sign. `inf` and `nan` have no digits.
pub fn format_magnitude(x: f64, style: FloatStyle, precision: usize, alternate: Alternate) -> String {
    if let Some(text) = non_finite(x.abs()) {
        return text.to_owned();
    }
    let x = x.abs();
    match style {
        FloatStyle::Fixed => {
            let exact = precision.min(MAX_EXACT_DIGITS);
            let mut text = format!("{x:.exact$}");
            text.extend(std::iter::repeat_n('0', precision - exact));
            if precision == 0 && alternate == Alternate::Yes {
                text.push('.');
            }
            text
        }
        FloatStyle::Exponent => rounded(x, precision).scientific(alternate),
        FloatStyle::General | FloatStyle::GeneralPoint => {
            let precision = precision.max(1);
            let mut digits = rounded(x, precision - 1);
            let fixed_below = match style {
                FloatStyle::GeneralPoint => precision - 1,
                _ => precision,
            };
            let is_fixed =
                digits.exponent >= -4 && digits.exponent < i64::try_from(fixed_below).unwrap_or(i64::MAX);
            if alternate == Alternate::No {
                digits.drop_trailing_zeros();
            }
            if !is_fixed {
                return digits.scientific(alternate);
            }
            let text = digits.fixed(alternate);
            if style == FloatStyle::GeneralPoint && !text.contains('.') {
                text + ".0"
            } else {
                text
            }
        }
    }
}

fn non_finite(x: f64) -> Option<&'static str> {
    match x {
        _ if x.is_nan() => Some("nan"),
        f64::INFINITY => Some("inf"),
        f64::NEG_INFINITY => Some("-inf"),
        _ => None,
    }
}

fn shortest_digits(x: f64) -> Digits {
    /// With fewer digits there is no tie: no float lies half-way between two shorter candidates.
    const DIGITS_OF_TIES: usize = 15;
    let shortest = Digits::from_scientific(&format!("{x:e}"));
    if shortest.digits.len() < DIGITS_OF_TIES {
        return shortest;
    }
    // Rust breaks ties between two equally near candidates upwards, CPython to the even digit.
    let precision = shortest.digits.len() - 1;
    let even = format!("{x:.precision$e}");
    if even.parse() == Ok(x) {
        Digits::from_scientific(&even)
    } else {
        shortest
    }
}

fn rounded(x: f64, after_point: usize) -> Digits {
    let exact = after_point.min(MAX_EXACT_DIGITS);
    let mut digits = Digits::from_scientific(&format!("{x:.exact$e}"));
    digits
        .digits
        .extend(std::iter::repeat_n('0', after_point - exact));
    digits
}

/// Decimal digits d.ddd... times 10 to the exponent.
struct Digits {
    digits: String,
    exponent: i64,
}

impl Digits {
    /// Reads what Rust's `{:e}` writes for a finite, non-negative float.
    fn from_scientific(text: &str) -> Self {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        Self {
            digits: mantissa.replace('.', ""),
            exponent: exponent.parse().unwrap_or(0),
        }
    }

    fn drop_trailing_zeros(&mut self) {
        let kept = self.digits.trim_end_matches('0').len().max(1);
        self.digits.truncate(kept);
    }

    fn scientific(&self, alternate: Alternate) -> String {
        let (first, rest) = self.digits.split_at(1);
        let mut text = first.to_owned();
        if !rest.is_empty() || alternate == Alternate::Yes {
            text.push('.');
        }
        text.push_str(rest);
        let sign = if self.exponent < 0 { '-' } else { '+' };
        // Writing to a String cannot fail.
        let _ = write!(text, "e{sign}{:02}", self.exponent.unsigned_abs());
        text
    }

    fn fixed(&self, alternate: Alternate) -> String {
        let places = usize::try_from(self.exponent.unsigned_abs()).unwrap_or(0);
        if self.exponent < 0 {
            return format!("0.{}{}", "0".repeat(places - 1), self.digits);
        }
        let whole = places + 1;
        if self.digits.len() <= whole {
            let point = if alternate == Alternate::Yes { "." } else { "" };
            return format!("{}{}{point}", self.digits, "0".repeat(whole - self.digits.len()));
        }
        let (before, after) = self.digits.split_at(whole);
        format!("{before}.{after}")
    }
}
