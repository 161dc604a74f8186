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
    for &byte in bytes {
        let c = char::from(byte);
        if byte.is_ascii() {
            push_quoted(&mut out, c, quote, is_printable)
        } else {
            push_escape(&mut out, c)
        }
    }
    out.push(quote);
    out
}

fn quoted(text: &str, shown: fn(char) -> bool) -> String {
    let quote = quote_for(text.contains('\''), text.contains('"'));
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        push_quoted(&mut out, c, quote, shown);
    }
    out.push(quote);
    out
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
        0..=0xff => write!(out, "\\x{code:02x}"),
        0x100..=0xffff => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}
