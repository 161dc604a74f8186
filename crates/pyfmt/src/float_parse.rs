//! Text to `float`: `float(str)`, and the hexadecimal form in both directions.

use crate::error::{Error, Result};
use crate::int_float::{compose, decompose};
use crate::int_text::{is_c_space, to_ascii_digits};
use crate::str_repr::{bytes_repr, str_repr};

/// `float(text)`.
pub fn float_from_str(text: &str) -> Result<f64> {
    parse_float(text)
        .ok_or_else(|| Error::value(format!("could not convert string to float: {}", str_repr(text))))
}

/// `float(bytes)`, which differs from text in what the message shows.
pub fn float_from_bytes(bytes: &[u8]) -> Result<f64> {
    let parsed = std::str::from_utf8(bytes)
        .ok()
        .filter(|text| text.is_ascii())
        .and_then(parse_float);
    parsed.ok_or_else(|| {
        Error::value(format!(
            "could not convert string to float: {}",
            bytes_repr(bytes)
        ))
    })
}

/// `float.hex()`.
pub fn float_hex(x: f64) -> String {
    if !x.is_finite() {
        return crate::float_repr::float_repr(x);
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let (mantissa, exponent) = decompose(x.abs());
    let (whole, fraction) = (mantissa >> 52, mantissa & ((1 << 52) - 1));
    format!("{sign}0x{whole}.{fraction:013x}p{:+}", exponent + 52)
}

/// `float.fromhex(text)`.
pub fn float_fromhex(text: &str) -> Result<f64> {
    let text = text.trim_matches(is_c_space);
    let (negative, body) = split_sign(text);
    let magnitude = match special(body) {
        Some(value) => value,
        None => parse_hex(body)?,
    };
    Ok(if negative { -magnitude } else { magnitude })
}

fn parse_float(text: &str) -> Option<f64> {
    let ascii;
    let text = if text.is_ascii() {
        text
    } else {
        ascii = to_ascii_digits(text);
        &ascii
    };
    let text = text.trim_matches(is_c_space);
    let (negative, body) = split_sign(text);
    let magnitude = match special(body) {
        Some(value) => value,
        None => without_underscores(body).and_then(|body| parse_decimal(&body))?,
    };
    Some(if negative { -magnitude } else { magnitude })
}

fn split_sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

fn special(body: &str) -> Option<f64> {
    match body {
        _ if body.eq_ignore_ascii_case("inf") || body.eq_ignore_ascii_case("infinity") => Some(f64::INFINITY),
        _ if body.eq_ignore_ascii_case("nan") => Some(f64::NAN),
        _ => None,
    }
}

/// `None` if an underscore is anywhere but between two digits.
fn without_underscores(text: &str) -> Option<String> {
    let mut kept = String::with_capacity(text.len());
    let mut previous = ' ';
    for c in text.chars() {
        let misplaced = (c == '_' && !previous.is_ascii_digit()) || (previous == '_' && !c.is_ascii_digit());
        if misplaced {
            return None;
        }
        if c != '_' {
            kept.push(c);
        }
        previous = c;
    }
    (previous != '_').then_some(kept)
}

/// Digits with an optional point and exponent; Rust's parser, which rounds correctly, accepts a little more.
fn parse_decimal(body: &str) -> Option<f64> {
    let starts_number = body.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    let is_plain = body
        .bytes()
        .all(|b| matches!(b, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
    if starts_number && is_plain {
        body.parse().ok()
    } else {
        None
    }
}

fn parse_hex(body: &str) -> Result<f64> {
    let invalid = || Error::value("invalid hexadecimal floating-point string");
    let too_large = || Error::overflow("hexadecimal value too large to represent as a float");
    let body = body
        .strip_prefix("0x")
        .or_else(|| body.strip_prefix("0X"))
        .unwrap_or(body);
    let (digits, power) = match body.find(['p', 'P']) {
        Some(at) => (
            body.get(..at).unwrap_or(""),
            parse_exponent(body.get(at + 1..).unwrap_or("")),
        ),
        None => (body, Some(0)),
    };
    let power = power.ok_or_else(invalid)?;
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return Err(invalid());
    }
    // 60 bits are more than a float holds; the lowest also stands for every bit dropped below it.
    let mut mantissa = 0u64;
    let mut exponent = power;
    let digits_of = |part: &'_ str| part.chars().map(|c| c.to_digit(16)).collect::<Option<Vec<_>>>();
    let whole = digits_of(whole).ok_or_else(invalid)?;
    let fraction = digits_of(fraction).ok_or_else(invalid)?;
    for (index, &digit) in whole.iter().chain(&fraction).enumerate() {
        let after_point = index >= whole.len();
        if mantissa >> 56 == 0 {
            mantissa = mantissa << 4 | u64::from(digit);
            exponent -= if after_point { 4 } else { 0 };
        } else {
            mantissa |= u64::from(digit != 0);
            exponent += if after_point { 0 } else { 4 };
        }
    }
    if mantissa == 0 {
        return Ok(0.0);
    }
    let value = round_to_float(mantissa, exponent);
    if value.is_finite() {
        Ok(value)
    } else {
        Err(too_large())
    }
}

fn parse_exponent(text: &str) -> Option<i64> {
    let (negative, digits) = split_sign(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // An exponent that is too long to read is as good as infinite.
    let value = digits.parse::<i64>().unwrap_or(i64::MAX).min(1 << 40);
    Some(if negative { -value } else { value })
}

/// `mantissa * 2**exponent`, rounded half to even once.
fn round_to_float(mantissa: u64, exponent: i64) -> f64 {
    let bits = i64::from(u64::BITS - mantissa.leading_zeros());
    // The lowest bit that a float of this size can hold.
    let lowest = (exponent + bits - 53).max(-1074);
    let extra = lowest - exponent;
    if extra <= 0 {
        return compose(mantissa, exponent);
    }
    if extra > bits + 1 {
        return 0.0;
    }
    let (kept, rest) = match u32::try_from(extra) {
        Ok(extra) if extra < 64 => (mantissa >> extra, mantissa & ((1 << extra) - 1)),
        _ => (0, mantissa),
    };
    let half = 1u64 << (extra - 1).min(63);
    let up = rest > half || (rest == half && kept & 1 == 1);
    compose(kept + u64::from(up), lowest)
}
