//! The character classes behind `str.isalpha()` and its kin, by the Unicode version that CPython 3.13 carries.
//!
//! Whether a letter is upper or lower case, and identifiers, come from Rust's newer Unicode data: they differ from
//! CPython only for characters that Unicode 15.1 had not assigned.

use std::sync::LazyLock;

use crate::unicode_tables;

/// Where a property begins and ends, in turn, in rising order.
type Boundaries = LazyLock<Vec<u32>>;

static ALPHA: Boundaries = LazyLock::new(|| unpacked(unicode_tables::ALPHA));
static CASE_IGNORABLE: Boundaries = LazyLock::new(|| unpacked(unicode_tables::CASE_IGNORABLE));
static DECIMAL: Boundaries = LazyLock::new(|| unpacked(unicode_tables::DECIMAL));
static DIGIT: Boundaries = LazyLock::new(|| unpacked(unicode_tables::DIGIT));
static NUMERIC: Boundaries = LazyLock::new(|| unpacked(unicode_tables::NUMERIC));
static PRINTABLE: Boundaries = LazyLock::new(|| unpacked(unicode_tables::PRINTABLE));
static WIDE: Boundaries = LazyLock::new(|| unpacked(unicode_tables::WIDE));

pub fn is_alpha(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphabetic()
    } else {
        in_table(c, &ALPHA)
    }
}

pub fn is_decimal(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_digit()
    } else {
        in_table(c, &DECIMAL)
    }
}

pub fn is_digit(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_digit()
    } else {
        in_table(c, &DIGIT)
    }
}

pub fn is_numeric(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_digit()
    } else {
        in_table(c, &NUMERIC)
    }
}

pub fn is_alnum(c: char) -> bool {
    is_alpha(c) || is_numeric(c)
}

/// Whether `repr` shows the character as itself.
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        matches!(c, ' '..='~')
    } else if c <= '\u{ff}' {
        c > '\u{a0}' && c != '\u{ad}'
    } else {
        in_table(c, &PRINTABLE)
    }
}

/// Whether the character takes two columns: East Asian width `W` or `F`.
pub fn is_wide(c: char) -> bool {
    !c.is_ascii() && in_table(c, &WIDE)
}

/// Whether the rule for a sigma at the end of a word looks past the character.
pub fn is_case_ignorable(c: char) -> bool {
    in_table(c, &CASE_IGNORABLE)
}

/// White space as `str.split()` and `str.strip()` see it, which includes four ASCII separators.
pub fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\x1c'..=' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}'
        | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

pub fn is_lower(c: char) -> bool {
    // Unicode 16 took this letter out of the small ones.
    c.is_lowercase() || c == '\u{295}'
}

/// A letter that is a capital followed by a small one, such as U+01C5.
pub fn is_titlecase(c: char) -> bool {
    matches!(c, '\u{1c5}' | '\u{1c8}' | '\u{1cb}' | '\u{1f2}' | '\u{1f88}'..='\u{1f8f}' | '\u{1f98}'..='\u{1f9f}'
        | '\u{1fa8}'..='\u{1faf}' | '\u{1fbc}' | '\u{1fcc}' | '\u{1ffc}')
}

/// The value of a decimal digit of any script.
pub fn decimal_value(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
    }
    // Unicode encodes the digits of a script in order from 0, and such runs may touch.
    let start = range_start(c, &DECIMAL)?;
    u8::try_from((u32::from(c) - start) % 10).ok()
}

/// `str.isalpha()`; like all of these, false for the empty text.
pub fn str_isalpha(text: &str) -> bool {
    all(text, is_alpha)
}

pub fn str_isdecimal(text: &str) -> bool {
    all(text, is_decimal)
}

pub fn str_isdigit(text: &str) -> bool {
    all(text, is_digit)
}

pub fn str_isnumeric(text: &str) -> bool {
    all(text, is_numeric)
}

pub fn str_isalnum(text: &str) -> bool {
    all(text, is_alnum)
}

pub fn str_isspace(text: &str) -> bool {
    all(text, is_space)
}

/// `str.isprintable()`, which is true for the empty text.
pub fn str_isprintable(text: &str) -> bool {
    text.chars().all(is_printable)
}

/// `str.isascii()`, which is true for the empty text.
pub fn str_isascii(text: &str) -> bool {
    text.is_ascii()
}

/// `str.isupper()`: at least one cased character, none of them small or titlecase.
pub fn str_isupper(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(|c| is_lower(c) || is_titlecase(c))
}

/// `str.islower()`: at least one cased character, none of them capital or titlecase.
pub fn str_islower(text: &str) -> bool {
    text.chars().any(is_lower) && !text.chars().any(|c| c.is_uppercase() || is_titlecase(c))
}

/// `str.istitle()`: capitals begin the words, small letters continue them, and there is at least one word.
pub fn str_istitle(text: &str) -> bool {
    let mut in_word = false;
    let mut any_word = false;
    for c in text.chars() {
        let capital = c.is_uppercase() || is_titlecase(c);
        let small = is_lower(c);
        if (capital && in_word) || (small && !in_word) {
            return false;
        }
        in_word = capital || small;
        any_word |= in_word;
    }
    any_word
}

/// `str.isidentifier()`.
pub fn str_isidentifier(text: &str) -> bool {
    let mut characters = text.chars();
    characters
        .next()
        .is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c))
        && characters.all(unicode_ident::is_xid_continue)
}

fn all(text: &str, predicate: fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(predicate)
}

fn in_table(c: char, table: &Boundaries) -> bool {
    table.partition_point(|&boundary| boundary <= u32::from(c)) % 2 == 1
}

/// The first code point of the property's range that holds the character.
fn range_start(c: char, table: &Boundaries) -> Option<u32> {
    let passed = table.partition_point(|&boundary| boundary <= u32::from(c));
    if passed % 2 == 1 {
        table.get(passed - 1).copied()
    } else {
        None
    }
}

fn unpacked(table: &[u8]) -> Vec<u32> {
    let mut boundaries = numbers(table);
    let mut boundary = 0;
    for step in &mut boundaries {
        boundary += *step;
        *step = boundary;
    }
    boundaries
}

/// Numbers in base 128, low part first.
pub fn numbers(table: &[u8]) -> Vec<u32> {
    let (mut numbers, mut number, mut shift) = (Vec::new(), 0, 0);
    for &byte in table {
        number |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            numbers.push(number);
            (number, shift) = (0, 0);
        }
    }
    numbers
}
