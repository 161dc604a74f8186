//! Layout of `str`: `center`, `ljust`, `rjust`, `zfill`, `expandtabs` and `splitlines`.
//!
//! `max_len` is the most characters that a result may have.

use crate::count;
use crate::error::{Error, Result};
use crate::unicode::push_times;

/// Whether `splitlines` keeps the line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineEnds {
    Drop,
    Keep,
}

/// `str.center(width, fill)`. The odd character goes where CPython puts it: left if the width is odd.
pub fn center(text: &str, width: i64, fill: char, max_len: usize) -> Result<String> {
    let missing = missing(text, width, fill, max_len)?;
    let odd_on_the_left = missing & count(width) & 1;
    let left = missing / 2 + odd_on_the_left;
    Ok(padded(left, text, missing - left, fill))
}

/// `str.ljust(width, fill)`.
pub fn ljust(text: &str, width: i64, fill: char, max_len: usize) -> Result<String> {
    Ok(padded(0, text, missing(text, width, fill, max_len)?, fill))
}

/// `str.rjust(width, fill)`.
pub fn rjust(text: &str, width: i64, fill: char, max_len: usize) -> Result<String> {
    Ok(padded(missing(text, width, fill, max_len)?, text, 0, fill))
}

/// `str.zfill(width)`: zeros after the sign.
pub fn zfill(text: &str, width: i64, max_len: usize) -> Result<String> {
    let zeros = "0".repeat(missing(text, width, '0', max_len)?);
    let signed = text.starts_with(['+', '-']);
    let (sign, digits) = text.split_at(usize::from(signed));
    Ok(format!("{sign}{zeros}{digits}"))
}

/// `str.expandtabs(tab_size)`.
pub fn expandtabs(text: &str, tab_size: i64, max_len: usize) -> Result<String> {
    let tab_size = count(tab_size);
    let mut out = String::with_capacity(text.len());
    let mut column = 0usize;
    for c in text.chars() {
        match c {
            '\t' if tab_size > 0 => {
                let spaces = tab_size - column % tab_size;
                if out.len().saturating_add(spaces) > max_len {
                    return Err(Error::memory());
                }
                push_times(&mut out, ' ', spaces);
                column += spaces;
            }
            '\t' => {}
            _ => {
                column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
                out.push(c);
            }
        }
    }
    Ok(out)
}

/// `str.splitlines(keepends)`: every line end of Unicode counts, and `\r\n` is one.
pub fn splitlines(text: &str, ends: LineEnds) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(is_line_end) {
        let end = rest.get(at..).unwrap_or("");
        let width = if end.starts_with("\r\n") {
            2
        } else {
            end.chars().next().map_or(1, char::len_utf8)
        };
        let shown = if ends == LineEnds::Keep { at + width } else { at };
        lines.push(rest.get(..shown).unwrap_or(""));
        rest = rest.get(at + width..).unwrap_or("");
    }
    if !rest.is_empty() {
        lines.push(rest);
    }
    lines
}

/// The characters that end a line in `str.splitlines()`.
pub fn is_line_end(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// How many characters the text lacks to that width; an error if it would be longer than `max_len` bytes with them.
fn missing(text: &str, width: i64, fill: char, max_len: usize) -> Result<usize> {
    let width = count(width);
    let missing = width.saturating_sub(text.chars().count());
    let padding = missing.saturating_mul(fill.len_utf8());
    if missing > 0 && padding.saturating_add(text.len()) > max_len {
        Err(Error::memory())
    } else {
        Ok(missing)
    }
}

fn padded(left: usize, text: &str, right: usize, fill: char) -> String {
    let mut out = String::with_capacity(text.len() + (left + right) * fill.len_utf8());
    push_times(&mut out, fill, left);
    out.push_str(text);
    push_times(&mut out, fill, right);
    out
}
