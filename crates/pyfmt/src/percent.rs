//! The pieces of a `%` format, and the formatting of each. The caller fetches the values.
//!
//! For each conversion the caller looks up `key` if there is one, takes an int for each `Amount::Star`
//! (width first), takes the value, and calls the function for the conversion's kind.
//!
//! One known difference: CPython fetches the values while it reads a conversion. Where a format that breaks
//! off (`%*l`) also lacks its values, CPython complains of the values, and this module of the format.

use crate::error::{Error, Result};
use crate::float_repr::{Alternate, FloatStyle, format_magnitude};
use crate::int::IntRef;
use crate::int_text::{MAX_STR_DIGITS, int_to_decimal, int_to_radix};
use crate::unicode::push_times;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Literal(&'a str),
    Conversion(Conversion<'a>),
}

/// One conversion such as `%(name)-10.3f`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion<'a> {
    /// The mapping key of `%(key)s`.
    pub key: Option<&'a str>,
    pub flags: Flags,
    pub width: Option<Amount>,
    pub precision: Option<Amount>,
    /// The conversion character. It may be one that Python does not know: see `unsupported_character`.
    pub kind: char,
    /// Where `kind` stands in the format, in code points.
    pub index: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// A space
    pub blank: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
}

/// A width or precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    Fixed(usize),
    /// `*`: the next value, an int.
    Star,
}

/// Flags, width and precision of a conversion, once the stars have their values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    flags: Flags,
    width: usize,
    precision: Option<usize>,
}

/// The pieces of a format, each with its error when it is reached, as CPython raises them.
#[derive(Clone, Debug)]
pub struct Pieces<'a> {
    format: &'a str,
    /// The byte offset of what is left.
    at: usize,
    /// How many bytes have been counted as how many characters, for errors that name a place.
    counted: (usize, usize),
}

impl<'a> Pieces<'a> {
    pub fn new(format: &'a str) -> Self {
        Self {
            format,
            at: 0,
            counted: (0, 0),
        }
    }

    fn rest(&self) -> &'a str {
        self.format.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Result<char> {
        self.rest()
            .chars()
            .next()
            .ok_or_else(|| Error::value("incomplete format"))
    }

    fn skip(&mut self, c: char) {
        self.at += c.len_utf8();
    }

    /// What follows a percent sign.
    fn conversion(&mut self) -> Result<Conversion<'a>> {
        let key = if self.rest().starts_with('(') {
            Some(self.key()?)
        } else {
            None
        };
        let mut flags = Flags::default();
        loop {
            let c = self.peek()?;
            match c {
                '-' => flags.left = true,
                '+' => flags.plus = true,
                ' ' => flags.blank = true,
                '#' => flags.alternate = true,
                '0' => flags.zero = true,
                _ => break,
            }
            self.skip(c);
        }
        let width = self.amount(i64::MAX, "width too big")?;
        let precision = if self.peek()? == '.' {
            self.skip('.');
            Some(
                self.amount(i64::from(i32::MAX), "precision too big")?
                    .unwrap_or(Amount::Fixed(0)),
            )
        } else {
            None
        };
        if matches!(self.peek()?, 'h' | 'l' | 'L') {
            self.at += 1;
        }
        let kind = self.peek()?;
        let passed = self.format.get(self.counted.0..self.at).unwrap_or("");
        let index = self.counted.1 + passed.chars().count();
        self.counted = (self.at, index);
        self.skip(kind);
        Ok(Conversion {
            key,
            flags,
            width,
            precision,
            kind,
            index,
        })
    }

    /// The text up to the parenthesis that closes the one here.
    fn key(&mut self) -> Result<&'a str> {
        let rest = self.rest();
        let mut depth = 0usize;
        for (offset, c) in rest.char_indices() {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                self.at += offset + 1;
                return Ok(rest.get(1..offset).unwrap_or(""));
            }
        }
        Err(Error::value("incomplete format key"))
    }

    /// A number up to `max`, or a star.
    fn amount(&mut self, max: i64, too_big: &'static str) -> Result<Option<Amount>> {
        if self.peek()? == '*' {
            self.skip('*');
            return Ok(Some(Amount::Star));
        }
        let mut number = None::<i64>;
        while let Some(digit) = self.peek()?.to_digit(10) {
            let next = number
                .unwrap_or(0)
                .checked_mul(10)
                .and_then(|n| n.checked_add(i64::from(digit)));
            number = Some(next.filter(|&n| n <= max).ok_or_else(|| Error::value(too_big))?);
            self.at += 1;
        }
        Ok(number.map(|n| Amount::Fixed(usize::try_from(n).unwrap_or(usize::MAX))))
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Result<Piece<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest();
        if rest.is_empty() {
            return None;
        }
        let literal = match rest.find('%') {
            Some(0) => {
                self.at += 1;
                if self.rest().starts_with('%') {
                    self.at += 1;
                    return Some(Ok(Piece::Literal("%")));
                }
                let conversion = self.conversion();
                if conversion.is_err() {
                    self.at = self.format.len();
                }
                return Some(conversion.map(Piece::Conversion));
            }
            Some(end) => rest.get(..end).unwrap_or(""),
            None => rest,
        };
        self.at += literal.len();
        Some(Ok(Piece::Literal(literal)))
    }
}

impl Conversion<'_> {
    /// The layout, given the ints that stand for the stars. What would make more than `max_len` characters
    /// is refused.
    pub fn layout(&self, width: Option<i64>, precision: Option<i64>, max_len: usize) -> Result<Layout> {
        let resolved = |amount: Option<Amount>, star: Option<i64>| match amount {
            Some(Amount::Fixed(fixed)) => i64::try_from(fixed).ok(),
            Some(Amount::Star) => star,
            None => None,
        };
        let width = resolved(self.width, width).unwrap_or(0);
        let precision = resolved(self.precision, precision)
            .map(|precision| usize::try_from(precision.max(0)).unwrap_or(usize::MAX));
        let mut flags = self.flags;
        // A negative width asks for alignment to the left.
        flags.left |= width < 0;
        let width = usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX);
        let grows_by_precision = !self.takes_text() && precision.is_some_and(|precision| precision > max_len);
        if width > max_len || grows_by_precision {
            return Err(Error::memory());
        }
        Ok(Layout {
            flags,
            width,
            precision,
        })
    }

    /// `s`, `r` and `a`, whose value is text that the caller makes.
    pub fn takes_text(&self) -> bool {
        matches!(self.kind, 's' | 'r' | 'a')
    }

    /// `d`, `i`, `u`, `o`, `x` and `X`.
    pub fn takes_int(&self) -> bool {
        matches!(self.kind, 'd' | 'i' | 'u' | 'o' | 'x' | 'X')
    }

    /// `e`, `f` and `g`, small and capital.
    pub fn takes_float(&self) -> bool {
        matches!(self.kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G')
    }

    /// For `s`, `r` and `a`: the text of the value.
    pub fn format_text(&self, layout: &Layout, text: &str) -> String {
        let shown: String = match layout.precision {
            Some(precision) => text.chars().take(precision).collect(),
            None => text.to_owned(),
        };
        layout.pad("", &shown, ' ')
    }

    /// For `c`.
    pub fn format_char(&self, layout: &Layout, c: char) -> String {
        layout.pad("", c.encode_utf8(&mut [0; 4]), ' ')
    }

    /// For the kinds that take an int; a float was truncated before, for `d`, `i` and `u`.
    pub fn format_int(&self, layout: &Layout, value: IntRef<'_>) -> Result<String> {
        let (base, prefix) = match self.kind {
            'o' => (8, "0o"),
            'x' => (16, "0x"),
            'X' => (16, "0X"),
            _ => (10, ""),
        };
        let mut text = if base == 10 {
            int_to_decimal(value, MAX_STR_DIGITS)?
        } else {
            int_to_radix(value, base)
        };
        if self.kind == 'X' {
            text.make_ascii_uppercase();
        }
        let digits = text.trim_start_matches('-');
        let zeros = "0".repeat(layout.precision.unwrap_or(0).saturating_sub(digits.len()));
        let prefix = if layout.flags.alternate { prefix } else { "" };
        let lead = format!("{}{prefix}", layout.sign(value.is_negative()));
        Ok(layout.pad(&lead, &(zeros + digits), layout.number_fill()))
    }

    /// For the kinds that take a float.
    pub fn format_float(&self, layout: &Layout, x: f64) -> String {
        let style = match self.kind {
            'e' | 'E' => FloatStyle::Exponent,
            'f' | 'F' => FloatStyle::Fixed,
            _ => FloatStyle::General,
        };
        let alternate = if layout.flags.alternate {
            Alternate::Yes
        } else {
            Alternate::No
        };
        let mut text = format_magnitude(x, style, layout.precision.unwrap_or(6), alternate);
        if self.kind.is_ascii_uppercase() {
            text.make_ascii_uppercase();
        }
        layout.pad(
            layout.sign(x.is_sign_negative() && !x.is_nan()),
            &text,
            layout.number_fill(),
        )
    }

    /// What an unknown conversion character raises, once its value was taken.
    pub fn unsupported_character(&self) -> Error {
        let shown = if (' '..='~').contains(&self.kind) {
            self.kind
        } else {
            '?'
        };
        let (code, index) = (u32::from(self.kind), self.index);
        Error::value(format!(
            "unsupported format character '{shown}' ({code:#x}) at index {index}"
        ))
    }

    /// What a value of the wrong type raises.
    pub fn wrong_type(&self, type_name: &str) -> Error {
        let kind = self.kind;
        match kind {
            'o' | 'x' | 'X' => {
                Error::type_error(format!("%{kind} format: an integer is required, not {type_name}"))
            }
            'd' | 'i' | 'u' => Error::type_error(format!(
                "%{kind} format: a real number is required, not {type_name}"
            )),
            'c' => Error::type_error("%c requires int or char"),
            _ => Error::type_error(format!("must be real number, not {type_name}")),
        }
    }
}

/// The character of `%c` with an int.
pub fn char_from_int(value: IntRef<'_>) -> Result<char> {
    let code = value.to_i64().and_then(|code| u32::try_from(code).ok());
    code.and_then(char::from_u32)
        .ok_or_else(|| Error::overflow("%c arg not in range(0x110000)"))
}

pub fn not_enough_arguments() -> Error {
    Error::type_error("not enough arguments for format string")
}

pub fn not_all_converted() -> Error {
    Error::type_error("not all arguments converted during string formatting")
}

pub fn requires_mapping() -> Error {
    Error::type_error("format requires a mapping")
}

pub fn star_wants_int() -> Error {
    Error::type_error("* wants int")
}

impl Layout {
    fn sign(&self, negative: bool) -> &'static str {
        match self.flags {
            _ if negative => "-",
            Flags { plus: true, .. } => "+",
            Flags { blank: true, .. } => " ",
            _ => "",
        }
    }

    fn number_fill(&self) -> char {
        if self.flags.zero && !self.flags.left {
            '0'
        } else {
            ' '
        }
    }

    /// Pads with spaces around, or with zeros between sign and digits.
    fn pad(&self, lead: &str, text: &str, fill: char) -> String {
        let missing = self
            .width
            .saturating_sub(lead.chars().count() + text.chars().count());
        let mut padding = String::new();
        push_times(&mut padding, fill, missing);
        match fill {
            _ if self.flags.left => format!("{lead}{text}{padding}"),
            '0' => format!("{lead}{padding}{text}"),
            _ => format!("{padding}{lead}{text}"),
        }
    }
}
