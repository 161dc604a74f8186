//! Malformed number literals.

use super::Cause;
use super::tokens::Tokens;
use ruff_python_ast::token::TokenKind;
use ruff_text_size::{TextRange, TextSize};

/// The first number in the source that is followed by what cannot follow a number, or is none itself.
pub(super) fn first_error(tokens: &Tokens) -> Option<Cause> {
    (0..tokens.len()).find_map(|index| {
        let start = tokens.range(index).start();
        let text = tokens.source().get(start.to_usize()..)?;
        let is_number = match tokens.kind(index) {
            TokenKind::Int | TokenKind::Float | TokenKind::Complex => true,
            TokenKind::Unknown => text.starts_with(|first: char| first.is_ascii_digit()),
            _ => false,
        };
        let (offset, message) = if is_number { problem(text)? } else { return None };
        let at = start + TextSize::from(u32::try_from(offset).ok()?);
        Some(Cause::new(TextRange::empty(at), message))
    })
}

/// What is wrong with the number at the start of `text`, and at which offset CPython's tokenizer notices.
fn problem(text: &str) -> Option<(usize, String)> {
    let bytes = text.as_bytes();
    let second = bytes.get(1).map_or(0, u8::to_ascii_lowercase);
    match (bytes.first()?, second) {
        (b'0', b'x') => with_radix(bytes, 16, "hexadecimal"),
        (b'0', b'o') => with_radix(bytes, 8, "octal"),
        (b'0', b'b') => with_radix(bytes, 2, "binary"),
        _ => decimal(bytes),
    }
}

fn with_radix(bytes: &[u8], radix: u32, name: &str) -> Option<(usize, String)> {
    let mut at = 2;
    loop {
        at += usize::from(bytes.get(at) == Some(&b'_'));
        let digits = bytes
            .iter()
            .skip(at)
            .take_while(|byte| char::from(**byte).is_digit(radix))
            .count();
        let next = bytes.get(at + digits).copied().unwrap_or(0);
        if next.is_ascii_digit() {
            let digit = char::from(next);
            return Some((at + digits, format!("invalid digit '{digit}' in {name} literal")));
        }
        at += digits;
        let is_malformed = digits == 0 || (next != b'_' && is_letter(next));
        if is_malformed {
            return Some((at - 1, format!("invalid {name} literal")));
        }
        if next != b'_' {
            return None;
        }
    }
}

fn decimal(bytes: &[u8]) -> Option<(usize, String)> {
    let mut at = match digits(bytes, 0) {
        Ok(at) => at,
        Err(at) => return Some((at, "invalid decimal literal".to_owned())),
    };
    let mut is_float = false;
    if bytes.get(at) == Some(&b'.') {
        is_float = true;
        at += 1;
        if bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at = digits(bytes, at).unwrap_or_else(|at| at);
        }
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        if bytes.get(at + 1 + sign).is_some_and(u8::is_ascii_digit) {
            is_float = true;
            at = digits(bytes, at + 1 + sign).unwrap_or_else(|at| at);
        }
    }
    let is_imaginary = matches!(bytes.get(at), Some(b'j' | b'J'));
    at += usize::from(is_imaginary);
    let next = bytes.get(at).copied().unwrap_or(0);
    if is_letter(next) && !begins_keyword(bytes.get(at..).unwrap_or_default()) {
        let kind = if is_imaginary { "imaginary" } else { "decimal" };
        return Some((at.saturating_sub(1), format!("invalid {kind} literal")));
    }
    let has_leading_zero = bytes.first() == Some(&b'0') && !is_float && !is_imaginary;
    if has_leading_zero && bytes.iter().take(at).any(|byte| !matches!(byte, b'0' | b'_')) {
        let message = "leading zeros in decimal integer literals are not permitted; \
                       use an 0o prefix for octal integers";
        return Some((0, message.to_owned()));
    }
    None
}

/// Passes digits with single underscores between them; where an underscore is wrong, its place is the error.
fn digits(bytes: &[u8], start: usize) -> Result<usize, usize> {
    let mut at = start;
    loop {
        at += bytes
            .iter()
            .skip(at)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        if bytes.get(at) != Some(&b'_') {
            return Ok(at);
        }
        if !bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
            return Err(at);
        }
        at += 1;
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80
}

/// `1if x else y` is (still) allowed.
fn begins_keyword(rest: &[u8]) -> bool {
    [&b"and"[..], b"else", b"for", b"if", b"in", b"is", b"not", b"or"]
        .iter()
        .any(|word| rest.starts_with(word))
}
