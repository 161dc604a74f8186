//! `int` from text and to text: `int(str, base)`, `str(int)`, `bin`, `oct`, `hex`.

use num_bigint::{BigInt, BigUint, Sign};

use crate::error::{Error, Result};
use crate::int::{Int, IntRef};
use crate::str_repr::{bytes_repr, str_repr};
use crate::unicode_class::{decimal_value, is_space};

/// The default of `sys.set_int_max_str_digits()`: longer decimal texts are refused in both directions.
pub const MAX_STR_DIGITS: usize = 4300;

/// CPython shows at most this many characters of a refused literal.
const SHOWN_OF_LITERAL: usize = 200;

/// `int(text, base)`: `base` is 0 (as in source code) or 2 to 36. Surrounding white space, a sign, the
/// prefix of the base and single underscores between digits are accepted, as are all Unicode digits.
/// `max_digits` is the limit on decimal digits, 0 for none.
pub fn parse_int(text: &str, base: i64, max_digits: usize) -> Result<Int> {
    let base = checked_base(base)?;
    parse_digits(text, base, max_digits)?.ok_or_else(|| invalid_literal(base, &str_repr(text)))
}

/// `int(bytes, base)`, which differs from text in what the message shows.
pub fn parse_int_bytes(bytes: &[u8], base: i64, max_digits: usize) -> Result<Int> {
    let base = checked_base(base)?;
    let parsed = match std::str::from_utf8(bytes) {
        Ok(text) if text.is_ascii() => parse_digits(text, base, max_digits)?,
        _ => None,
    };
    parsed.ok_or_else(|| invalid_literal(base, &bytes_repr(bytes)))
}

/// `str(int)`. `max_digits` is the limit on decimal digits, 0 for none.
pub fn int_to_decimal(value: IntRef<'_>, max_digits: usize) -> Result<String> {
    match value {
        IntRef::Small(small) => Ok(small.to_string()),
        IntRef::Big(big) => {
            // A cheap lower bound of the digits keeps a huge number from being converted in vain.
            let at_least = (big.bits().saturating_sub(1) as f64 * std::f64::consts::LOG10_2) as usize;
            if max_digits > 0 && at_least > max_digits {
                return Err(too_long_to_print(max_digits));
            }
            let text = big.to_str_radix(10);
            if max_digits > 0 && text.trim_start_matches('-').len() > max_digits {
                return Err(too_long_to_print(max_digits));
            }
            Ok(text)
        }
    }
}

/// The lower-case digits in a base of 2 to 36, after a minus sign where needed, without a prefix.
pub fn int_to_radix(value: IntRef<'_>, base: u32) -> String {
    match value {
        IntRef::Small(small) => {
            let digits = small_to_radix(small.unsigned_abs(), u64::from(base.clamp(2, 36)));
            if small < 0 { format!("-{digits}") } else { digits }
        }
        IntRef::Big(big) => big.to_str_radix(base.clamp(2, 36)),
    }
}

/// `bin`, `oct` and `hex` (base 2, 8 and 16), with the prefix after the sign; no prefix for other bases.
pub fn int_to_prefixed(value: IntRef<'_>, base: u32) -> String {
    let prefix = match base {
        2 => "0b",
        8 => "0o",
        16 => "0x",
        _ => "",
    };
    let text = int_to_radix(value, base);
    match text.strip_prefix('-') {
        Some(digits) => format!("-{prefix}{digits}"),
        None => format!("{prefix}{text}"),
    }
}

/// Text with every Unicode digit as its ASCII digit and every white space as a space, which is how CPython
/// prepares text for `int()` and `float()`.
pub(crate) fn to_ascii_digits(text: &str) -> String {
    text.chars()
        .map(|c| match decimal_value(c) {
            Some(digit) if !c.is_ascii() => char::from(b'0' + digit),
            _ if is_space(c) => ' ',
            _ => c,
        })
        .collect()
}

/// White space in C, which leaves out four separators that are white space in Python.
pub(crate) fn is_c_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | ' ')
}

fn checked_base(base: i64) -> Result<u32> {
    match u32::try_from(base) {
        Ok(base) if base == 0 || (2..=36).contains(&base) => Ok(base),
        _ => Err(Error::value("int() base must be >= 2 and <= 36, or 0")),
    }
}

fn invalid_literal(base: u32, repr: &str) -> Error {
    let shown: String = repr.chars().take(SHOWN_OF_LITERAL).collect();
    Error::value(format!("invalid literal for int() with base {base}: {shown}"))
}

fn too_long_to_print(max_digits: usize) -> Error {
    Error::value(format!(
        "Exceeds the limit ({max_digits} digits) for integer string conversion; \
         use sys.set_int_max_str_digits() to increase the limit"
    ))
}

fn too_long_to_read(max_digits: usize, digits: usize) -> Error {
    Error::value(format!(
        "Exceeds the limit ({max_digits} digits) for integer string conversion: value has {digits} digits; \
         use sys.set_int_max_str_digits() to increase the limit"
    ))
}

/// `None` if the text is not a literal of that base.
fn parse_digits(text: &str, base: u32, max_digits: usize) -> Result<Option<Int>> {
    let ascii;
    let text = if text.is_ascii() {
        text
    } else {
        ascii = to_ascii_digits(text);
        &ascii
    };
    let text = text.trim_matches(is_c_space);
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (radix, digits) = split_prefix(text, base);
    // After a prefix, and only there, an underscore may come first.
    let digits = if digits.len() < text.len() {
        digits.strip_prefix('_').unwrap_or(digits)
    } else {
        digits
    };
    let Some(values) = digit_values(digits, radix) else {
        return Ok(None);
    };
    if base == 0 && radix == 10 && values.len() > 1 && values[0] == 0 && values.iter().any(|&v| v != 0) {
        // `012` is not a number in source code, though `00` is.
        return Ok(None);
    }
    if !radix.is_power_of_two() && max_digits > 0 && values.len() > max_digits {
        return Err(too_long_to_read(max_digits, values.len()));
    }
    Ok(from_digit_values(&values, radix, negative))
}

/// The base that the prefix names, if it agrees with the one asked for, and what follows it.
fn split_prefix(text: &str, base: u32) -> (u32, &str) {
    let prefixed = match text.get(..2) {
        Some("0x" | "0X") => 16,
        Some("0o" | "0O") => 8,
        Some("0b" | "0B") => 2,
        _ => 0,
    };
    match (base, prefixed) {
        (0, 0) => (10, text),
        (0, named) => (named, text.get(2..).unwrap_or("")),
        (asked, named) if asked == named => (asked, text.get(2..).unwrap_or("")),
        (asked, _) => (asked, text),
    }
}

/// The values of the digits, most significant first. `None` if there is none, one is not of the base, or an
/// underscore is not between two digits.
fn digit_values(digits: &str, radix: u32) -> Option<Vec<u8>> {
    let mut values = Vec::with_capacity(digits.len());
    let mut after_digit = false;
    for c in digits.chars() {
        if c == '_' && after_digit {
            after_digit = false;
            continue;
        }
        values.push(u8::try_from(c.to_digit(radix)?).ok()?);
        after_digit = true;
    }
    after_digit.then_some(values)
}

fn from_digit_values(values: &[u8], radix: u32, negative: bool) -> Option<Int> {
    let mut small = 0i64;
    for &value in values {
        match small
            .checked_mul(i64::from(radix))
            .and_then(|scaled| scaled.checked_add(i64::from(value)))
        {
            Some(next) => small = next,
            None => {
                let magnitude = BigUint::from_radix_be(values, radix)?;
                let sign = if negative { Sign::Minus } else { Sign::Plus };
                return Some(Int::from(BigInt::from_biguint(sign, magnitude)));
            }
        }
    }
    Some(Int::Small(if negative { -small } else { small }))
}

fn small_to_radix(mut value: u64, base: u64) -> String {
    let mut reversed = Vec::new();
    loop {
        let digit = u32::try_from(value % base).unwrap_or(0);
        reversed.push(char::from_digit(digit, 36).unwrap_or('0'));
        value /= base;
        if value == 0 {
            return reversed.iter().rev().collect();
        }
    }
}
