//! `repr` and `ascii` of `str`, and `repr` of `bytes`.

use std::fmt::Write;

use crate::unicode_class::is_printable;

/// `repr(str)`.
pub fn str_repr(text: &str) -> String {
    quoted(text, is_printable)
}

/// `ascii(str)`.
pub fn str_ascii(text: &str) -> String {
    quoted(text, |c| c.is_ascii() && is_printable(c))
}

/// `ascii(object)` from its `repr`: what is not ASCII is escaped, quotes are left alone.
pub fn escape_non_ascii(repr: &str) -> String {
    let mut out = String::with_capacity(repr.len());
    for c in repr.chars() {
        if c.is_ascii() {
            out.push(c)
        } else {
            push_escape(&mut out, c)
        }
    }
    out
}

/// `repr(bytes)`.
pub fn bytes_repr(bytes: &[u8]) -> String {
    let quote = quote_for(bytes.contains(&b'\''), bytes.contains(&b'"'));
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    out.push(quote);
    let mut rest = bytes;
    while let [first, ..] = rest {
        let plain = plain_start(rest, quote);
        if plain > 0 {
            out.extend(rest[..plain].iter().map(|byte| char::from(*byte)));
            rest = &rest[plain..];
            continue;
        }
        let c = char::from(*first);
        if first.is_ascii() {
            push_quoted(&mut out, c, quote, is_printable)
        } else {
            push_escape(&mut out, c)
        }
        rest = &rest[1..];
    }
    out.push(quote);
    out
}

fn quoted(text: &str, shown: fn(char) -> bool) -> String {
    let quote = quote_for(text.contains('\''), text.contains('"'));
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    let mut rest = text;
    while !rest.is_empty() {
        let (plain, other) = rest.split_at(plain_start(rest.as_bytes(), quote));
        out.push_str(plain);
        let mut characters = other.chars();
        if let Some(c) = characters.next() {
            push_quoted(&mut out, c, quote, shown);
        }
        rest = characters.as_str();
    }
    out.push(quote);
    out
}

/// How many bytes at the start are characters of ASCII that are shown as they are.
fn plain_start(bytes: &[u8], quote: char) -> usize {
    let is_plain = |byte: &u8| matches!(byte, b' '..=b'~') && *byte != b'\\' && char::from(*byte) != quote;
    bytes.iter().take_while(|byte| is_plain(byte)).count()
}

/// Adds a byte's two hexadecimal digits.
pub fn push_hex(out: &mut String, byte: u8) {
    for digit in [byte >> 4, byte & 15] {
        out.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
    }
}

/// Single quotes, unless only double quotes save an escape.
fn quote_for(has_single: bool, has_double: bool) -> char {
    if has_single && !has_double { '"' } else { '\'' }
}

fn push_quoted(out: &mut String, c: char, quote: char, shown: fn(char) -> bool) {
    match c {
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        _ if c == quote => out.extend(['\\', c]),
        _ if shown(c) => out.push(c),
        _ => push_escape(out, c),
    }
}

fn push_escape(out: &mut String, c: char) {
    let code = u32::from(c);
    // Writing to a String cannot fail.
    let _ = match code {
        0..=0xff => {
            out.push_str("\\x");
            push_hex(out, code as u8);
            Ok(())
        }
        0x100..=0xffff => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}
