//! Case mappings of `str`: `upper`, `lower`, `title`, `capitalize`, `swapcase` and `casefold`.

use crate::unicode_case::{self, is_cased, push_exception_or, push_upper};
use crate::unicode_class::{is_case_ignorable, is_lower};
use crate::unicode_tables::{CASEFOLD, TITLE};

/// `str.upper()`.
pub fn upper(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_upper(&mut out, c));
    out
}

/// `str.lower()`, where a capital sigma at the end of a word becomes the final form.
pub fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        push_lower(&mut out, text, at, c);
    }
    out
}

/// `str.title()`: every word is capitalized, a word being a run of cased characters.
pub fn title(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_word = false;
    for (at, c) in text.char_indices() {
        if in_word {
            push_lower(&mut out, text, at, c);
        } else {
            push_title(&mut out, c);
        }
        in_word = is_cased(c);
    }
    out
}

/// `str.capitalize()`: the first character in title case, the others in lower case.
pub fn capitalize(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if at == 0 {
            push_title(&mut out, c);
        } else {
            push_lower(&mut out, text, at, c);
        }
    }
    out
}

/// `str.swapcase()`.
pub fn swapcase(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if c.is_uppercase() {
            push_lower(&mut out, text, at, c);
        } else if is_lower(c) {
            push_upper(&mut out, c);
        } else {
            out.push(c);
        }
    }
    out
}

/// `str.casefold()`: lower case for comparisons, where the German sharp s is a double s.
pub fn casefold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Cherokee alone folds to its capitals, which were encoded first.
            '\u{13a0}'..='\u{13f5}' => out.push(c),
            '\u{13f8}'..='\u{13fd}' => out.extend(char::from_u32(u32::from(c) - 8)),
            '\u{ab70}'..='\u{abbf}' => out.extend(char::from_u32(u32::from(c) - 0xab70 + 0x13a0)),
            _ => push_exception_or(&mut out, c, CASEFOLD, |out| unicode_case::push_lower(out, c)),
        }
    }
    out
}

fn push_title(out: &mut String, c: char) {
    match c {
        _ if c.is_ascii() => out.push(c.to_ascii_uppercase()),
        // Georgian has capitals for whole words only.
        '\u{10d0}'..='\u{10ff}' => out.push(c),
        _ => push_exception_or(out, c, TITLE, |out| push_upper(out, c)),
    }
}

/// Lower case depends on the neighbours for one letter, the capital sigma.
fn push_lower(out: &mut String, text: &str, at: usize, c: char) {
    if c == 'Σ' {
        out.push(if is_final_sigma(text, at) { 'ς' } else { 'σ' });
    } else {
        unicode_case::push_lower(out, c);
    }
}

/// Whether the sigma at a byte offset ends a word: a cased character comes before it and none after,
/// whatever marks stand between.
fn is_final_sigma(text: &str, at: usize) -> bool {
    /// More marks in a row than this are not looked through, which bounds the work.
    const NEIGHBOURHOOD: usize = 64;
    let has_letter = |side: &mut dyn Iterator<Item = char>| {
        let mut near = side.take(NEIGHBOURHOOD);
        near.find(|&c| !is_case_ignorable(c)).is_some_and(is_cased)
    };
    let (before, rest) = text.split_at(at);
    has_letter(&mut before.chars().rev()) && !has_letter(&mut rest.chars().skip(1))
}
