//! The format mini-language: `format(value, spec)` for `str`, `int`, `float` and `complex`.

use crate::error::{Error, Result};
use crate::float_repr::{Alternate, FloatStyle, float_repr, float_repr_plain, format_magnitude};
use crate::int::IntRef;
use crate::int_float::int_to_float;
use crate::int_text::{MAX_STR_DIGITS, int_to_decimal, int_to_radix};
use crate::unicode::push_times;
use crate::unicode_class::decimal_value;

/// `format(str, spec)`. A result of more than `max_len` characters is refused.
pub fn format_str(text: &str, spec: &str, max_len: usize) -> Result<String> {
    if spec.is_empty() {
        return Ok(text.to_owned());
    }
    let spec = Spec::parse(spec, "str", Align::Left)?.bounded(max_len)?;
    let refused = match spec {
        Spec { kind: Some(kind), .. } if kind != 's' => return Err(unknown_code(kind, "str")),
        Spec { sign: Some(' '), .. } => "Space not allowed in string format specifier",
        Spec { sign: Some(_), .. } => "Sign not allowed in string format specifier",
        Spec {
            no_negative_zero: true,
            ..
        } => "Negative zero coercion (z) not allowed in string format specifier",
        Spec {
            alternate: Alternate::Yes,
            ..
        } => "Alternate form (#) not allowed in string format specifier",
        Spec {
            align: Align::AfterSign,
            ..
        } => "'=' alignment not allowed in string format specifier",
        _ => {
            let shown: String = match spec.precision {
                Some(precision) => text.chars().take(precision).collect(),
                None => text.to_owned(),
            };
            return Ok(spec.pad("", &shown));
        }
    };
    Err(Error::value(refused))
}

/// `format(int, spec)`; `type_name` is the value's class, for the messages.
pub fn format_int(value: IntRef<'_>, spec: &str, type_name: &str, max_len: usize) -> Result<String> {
    if spec.is_empty() {
        return int_to_decimal(value, MAX_STR_DIGITS);
    }
    let spec = Spec::parse(spec, type_name, Align::Right)?.bounded(max_len)?;
    let base = match spec.kind {
        None | Some('d' | 'n') => 10,
        Some('b') => 2,
        Some('o') => 8,
        Some('x' | 'X') => 16,
        Some('c') => return format_character(value, &spec),
        Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => return format_real(int_to_float(value)?, &spec),
        Some(kind) => return Err(unknown_code(kind, type_name)),
    };
    if spec.precision.is_some() {
        return Err(Error::value("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(Error::value(
            "Negative zero coercion (z) not allowed in integer format specifier",
        ));
    }
    let mut text = if base == 10 {
        int_to_decimal(value, MAX_STR_DIGITS)?
    } else {
        int_to_radix(value, base)
    };
    if spec.kind == Some('X') {
        text.make_ascii_uppercase();
    }
    let digits = text.strip_prefix('-').unwrap_or(&text);
    let prefix = match (spec.alternate, base) {
        (Alternate::Yes, 2) => "0b",
        (Alternate::Yes, 8) => "0o",
        (Alternate::Yes, 16) if spec.kind == Some('X') => "0X",
        (Alternate::Yes, 16) => "0x",
        _ => "",
    };
    let number = Number {
        negative: value.is_negative(),
        prefix,
        digits,
        rest: "",
    };
    Ok(spec.lay_out(&number))
}

/// `format(float, spec)`.
pub fn format_float(x: f64, spec: &str, type_name: &str, max_len: usize) -> Result<String> {
    if spec.is_empty() {
        return Ok(float_repr(x));
    }
    let spec = Spec::parse(spec, type_name, Align::Right)?.bounded(max_len)?;
    match spec.kind {
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%') => format_real(x, &spec),
        Some(kind) => Err(unknown_code(kind, type_name)),
    }
}

/// `format(complex, spec)`.
pub fn format_complex(real: f64, imaginary: f64, spec: &str, max_len: usize) -> Result<String> {
    let spec = Spec::parse(spec, "complex", Align::Right)?.bounded(max_len)?;
    if let Some(kind) = spec.kind
        && !matches!(kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n')
    {
        return Err(unknown_code(kind, "complex"));
    }
    if spec.fill == '0' {
        return Err(Error::value(
            "Zero padding is not allowed in complex format specifier",
        ));
    }
    if spec.align == Align::AfterSign {
        return Err(Error::value(
            "'=' alignment flag is not allowed in complex format specifier",
        ));
    }
    let part = |x: f64, sign: Option<char>| {
        let body = complex_part(x, &spec);
        Spec {
            width: 0,
            sign,
            ..spec.clone()
        }
        .lay_out(&Number::of_float(&body, is_negative(x, &body, &spec)))
    };
    let only_imaginary = spec.kind.is_none() && real == 0.0 && real.is_sign_positive();
    let text = if only_imaginary {
        format!("{}j", part(imaginary, spec.sign))
    } else {
        format!("{}{}j", part(real, spec.sign), part(imaginary, Some('+')))
    };
    let text = if spec.kind.is_none() && !only_imaginary {
        format!("({text})")
    } else {
        text
    };
    Ok(spec.pad("", &text))
}

/// What `object.__format__` raises for a spec that is not empty.
pub fn unsupported_format(type_name: &str) -> Error {
    Error::type_error(format!(
        "unsupported format string passed to {type_name}.__format__"
    ))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Align {
    Left,
    Right,
    Center,
    AfterSign,
}

/// A parsed format specification.
#[derive(Clone, Debug)]
struct Spec {
    fill: char,
    align: Align,
    sign: Option<char>,
    no_negative_zero: bool,
    alternate: Alternate,
    width: usize,
    grouping: Option<char>,
    precision: Option<usize>,
    kind: Option<char>,
}

/// The parts of a number, without padding.
struct Number<'a> {
    negative: bool,
    prefix: &'a str,
    /// The digits that are grouped.
    digits: &'a str,
    /// The decimal point and what follows, or `inf` and `nan`.
    rest: &'a str,
}

impl<'a> Number<'a> {
    fn of_float(body: &'a str, negative: bool) -> Self {
        let end = body.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = body.split_at(end);
        Self {
            negative,
            prefix: "",
            digits,
            rest,
        }
    }
}

impl Spec {
    fn parse(text: &str, type_name: &str, default_align: Align) -> Result<Self> {
        let mut rest = Reader { rest: text };
        let mut fill = None;
        let mut align = None;
        let mut ahead = text.chars();
        if let (Some(first), Some(second)) = (ahead.next(), ahead.next())
            && let Some(named) = alignment(second)
        {
            (fill, align) = (Some(first), Some(named));
            rest = Reader { rest: ahead.as_str() };
        } else if let Some(named) = text.chars().next().and_then(alignment) {
            align = Some(named);
            rest.next_if(|_| true);
        }
        let sign = rest.next_if(|c| matches!(c, ' ' | '+' | '-'));
        let no_negative_zero = rest.next_if(|c| c == 'z').is_some();
        let alternate = if rest.next_if(|c| c == '#').is_some() {
            Alternate::Yes
        } else {
            Alternate::No
        };
        if fill.is_none() && rest.next_if(|c| c == '0').is_some() {
            fill = Some('0');
            if default_align == Align::Right {
                align = align.or(Some(Align::AfterSign));
            }
        }
        let width = rest.number()?.unwrap_or(0);
        let mut grouping = rest.next_if(|c| c == ',');
        if let Some(underscore) = rest.next_if(|c| c == '_') {
            if grouping.is_some() {
                return Err(Error::value("Cannot specify both ',' and '_'."));
            }
            grouping = Some(underscore);
        }
        if grouping == Some('_') && rest.rest.starts_with(',') {
            return Err(Error::value("Cannot specify both ',' and '_'."));
        }
        let precision = match rest.next_if(|c| c == '.') {
            Some(_) => {
                let missing = || Error::value("Format specifier missing precision");
                Some(rest.number()?.ok_or_else(missing)?)
            }
            None => None,
        };
        // Text is of kind `s` without being told.
        let implied = if default_align == Align::Left {
            Some('s')
        } else {
            None
        };
        let kind = rest.next_if(|_| true).or(implied);
        if !rest.rest.is_empty() {
            return Err(Error::value(format!(
                "Invalid format specifier '{text}' for object of type '{type_name}'"
            )));
        }
        if let Some(separator) = grouping {
            check_grouping(separator, kind)?;
        }
        Ok(Self {
            fill: fill.unwrap_or(' '),
            align: align.unwrap_or(default_align),
            sign,
            no_negative_zero,
            alternate,
            width,
            grouping,
            precision,
            kind,
        })
    }

    /// Refuses what would make a result of more than `max_len` characters.
    fn bounded(self, max_len: usize) -> Result<Self> {
        let grows_by_precision = self.kind != Some('s') && self.precision.is_some_and(|p| p > max_len);
        if self.width > max_len || grows_by_precision {
            Err(Error::memory())
        } else {
            Ok(self)
        }
    }

    /// Pads to the width; after-sign padding goes between `lead` and `text`.
    fn pad(&self, lead: &str, text: &str) -> String {
        let length = lead.chars().count() + text.chars().count();
        let missing = self.width.saturating_sub(length);
        let (before, between, after) = match self.align {
            Align::Left => (0, 0, missing),
            Align::Right => (missing, 0, 0),
            Align::Center => (missing / 2, 0, missing - missing / 2),
            Align::AfterSign => (0, missing, 0),
        };
        let mut out = String::new();
        push_times(&mut out, self.fill, before);
        out.push_str(lead);
        push_times(&mut out, self.fill, between);
        out.push_str(text);
        push_times(&mut out, self.fill, after);
        out
    }

    /// Puts sign, prefix, grouped digits and padding together.
    fn lay_out(&self, number: &Number<'_>) -> String {
        let sign = match self.sign {
            _ if number.negative => "-",
            Some('+') => "+",
            Some(' ') => " ",
            _ => "",
        };
        let lead = format!("{sign}{}", number.prefix);
        let zeros_to = if self.fill == '0' && self.align == Align::AfterSign {
            self.width.saturating_sub(lead.len() + number.rest.len())
        } else {
            0
        };
        let grouped = match (self.grouping, number.digits.is_empty()) {
            (Some(separator), false) => {
                let size = if matches!(self.kind, Some('b' | 'o' | 'x' | 'X')) {
                    4
                } else {
                    3
                };
                group(number.digits, separator, size, zeros_to)
            }
            _ => number.digits.to_owned(),
        };
        self.pad(&lead, &(grouped + number.rest))
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn next_if(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let mut characters = self.rest.chars();
        let c = characters.next().filter(|&c| wanted(c))?;
        self.rest = characters.as_str();
        Some(c)
    }

    fn number(&mut self) -> Result<Option<usize>> {
        let mut number = None::<i64>;
        while let Some(digit) = self
            .next_if(|c| decimal_value(c).is_some())
            .and_then(decimal_value)
        {
            let next = number
                .unwrap_or(0)
                .checked_mul(10)
                .and_then(|n| n.checked_add(i64::from(digit)));
            let too_many = || Error::value("Too many decimal digits in format string");
            number = Some(next.ok_or_else(too_many)?);
        }
        Ok(number.map(|n| usize::try_from(n).unwrap_or(usize::MAX)))
    }
}

fn alignment(c: char) -> Option<Align> {
    Some(match c {
        '<' => Align::Left,
        '>' => Align::Right,
        '^' => Align::Center,
        '=' => Align::AfterSign,
        _ => return None,
    })
}

fn check_grouping(separator: char, kind: Option<char>) -> Result<()> {
    match kind {
        None | Some('d' | 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => Ok(()),
        Some('b' | 'o' | 'x' | 'X') if separator == '_' => Ok(()),
        Some(kind) if ('!'..'\u{80}').contains(&kind) => Err(Error::value(format!(
            "Cannot specify '{separator}' with '{kind}'."
        ))),
        Some(kind) => {
            let code = u32::from(kind);
            Err(Error::value(format!(
                "Cannot specify '{separator}' with '\\x{code:x}'."
            )))
        }
    }
}

fn unknown_code(kind: char, type_name: &str) -> Error {
    if ('!'..'\u{80}').contains(&kind) {
        return Error::value(format!(
            "Unknown format code '{kind}' for object of type '{type_name}'"
        ));
    }
    let code = u32::from(kind);
    Error::value(format!(
        "Unknown format code '\\x{code:x}' for object of type '{type_name}'"
    ))
}

fn format_character(value: IntRef<'_>, spec: &Spec) -> Result<String> {
    if spec.precision.is_some() {
        return Err(Error::value("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(Error::value(
            "Negative zero coercion (z) not allowed in integer format specifier",
        ));
    }
    if spec.sign.is_some() {
        return Err(Error::value("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate == Alternate::Yes {
        return Err(Error::value(
            "Alternate form (#) not allowed with integer format specifier 'c'",
        ));
    }
    let Some(code) = value.to_i64() else {
        return Err(Error::overflow("Python int too large to convert to C long"));
    };
    let character = u32::try_from(code).ok().and_then(char::from_u32);
    let character = character.ok_or_else(|| Error::overflow("%c arg not in range(0x110000)"))?;
    Ok(spec.pad("", &character.to_string()))
}

fn format_real(x: f64, spec: &Spec) -> Result<String> {
    let (x, percent) = if spec.kind == Some('%') {
        (x * 100.0, "%")
    } else {
        (x, "")
    };
    let mut body = match (spec.kind, spec.precision) {
        (None, None) if spec.alternate == Alternate::No => float_repr(x.abs()),
        (None, None) => with_point(float_repr(x.abs())),
        (None, Some(precision)) => format_magnitude(x, FloatStyle::GeneralPoint, precision, spec.alternate),
        (Some(kind), precision) => {
            format_magnitude(x, style_of(kind), precision.unwrap_or(6), spec.alternate)
        }
    };
    body.push_str(percent);
    if matches!(spec.kind, Some('E' | 'F' | 'G')) {
        body.make_ascii_uppercase();
    }
    let number = Number::of_float(&body, is_negative(x, &body, spec));
    Ok(spec.lay_out(&number))
}

/// The magnitude of one part of a complex number, which never has the `.0` of a float.
fn complex_part(x: f64, spec: &Spec) -> String {
    let body = match (spec.kind, spec.precision) {
        (None, None) if spec.alternate == Alternate::No => float_repr_plain(x.abs()),
        (None, None) => with_point(float_repr_plain(x.abs())),
        (None, Some(precision)) => format_magnitude(x, FloatStyle::General, precision, spec.alternate),
        (Some(kind), precision) => {
            format_magnitude(x, style_of(kind), precision.unwrap_or(6), spec.alternate)
        }
    };
    if matches!(spec.kind, Some('E' | 'F' | 'G')) {
        body.to_ascii_uppercase()
    } else {
        body
    }
}

fn style_of(kind: char) -> FloatStyle {
    match kind {
        'e' | 'E' => FloatStyle::Exponent,
        'f' | 'F' | '%' => FloatStyle::Fixed,
        _ => FloatStyle::General,
    }
}

/// The sign to show: none for NaN, and none for a negative zero that `z` coerces.
fn is_negative(x: f64, body: &str, spec: &Spec) -> bool {
    let is_zero = || {
        !body
            .bytes()
            .take_while(|b| !matches!(b, b'e' | b'E'))
            .any(|b| matches!(b, b'1'..=b'9'))
    };
    x.is_sign_negative() && !x.is_nan() && !(spec.no_negative_zero && x.is_finite() && is_zero())
}

/// The alternate form shows a point even before an exponent or at the end.
fn with_point(text: String) -> String {
    if text.contains(['.', 'n']) {
        return text;
    }
    match text.split_once('e') {
        Some((mantissa, exponent)) => format!("{mantissa}.e{exponent}"),
        None => text + ".",
    }
}

/// Inserts a separator every `size` digits from the right, with zeros in front until `at_least` characters
/// are there; a separator never comes first, so that it may be one character more.
fn group(digits: &str, separator: char, size: usize, at_least: usize) -> String {
    let mut reversed = String::new();
    let mut source = digits.chars().rev();
    let mut in_group = 0;
    let mut length = 0;
    loop {
        let next = source.next();
        if next.is_none() && length >= at_least {
            return reversed.chars().rev().collect();
        }
        if in_group == size {
            reversed.push(separator);
            length += 1;
            in_group = 0;
        }
        reversed.push(next.unwrap_or('0'));
        length += 1;
        in_group += 1;
    }
}
