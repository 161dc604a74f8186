//! `str` as a sequence of code points: indexing, slicing, searching, splitting and stripping.
//!
//! Indices are in code points, negative ones count from the end, and `None` bounds mean what they mean in a
//! slice. ASCII text, where code points are bytes, is indexed in constant time.

use crate::error::{Error, Result};
use crate::unicode_class::is_space;

/// `len(text)`.
pub fn len(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.chars().count()
    }
}

/// `text[index]`; `None` if there is no such character.
pub fn get(text: &str, index: i64) -> Option<char> {
    let index = match usize::try_from(index) {
        Ok(index) => index,
        Err(_) => len(text).checked_sub(usize::try_from(index.unsigned_abs()).ok()?)?,
    };
    if text.is_ascii() {
        text.as_bytes().get(index).copied().map(char::from)
    } else {
        text.chars().nth(index)
    }
}

/// The byte offset of a code point, or the text's length if it is beyond the end.
pub fn byte_offset(text: &str, index: usize) -> usize {
    if text.is_ascii() {
        return index.min(text.len());
    }
    text.char_indices()
        .nth(index)
        .map_or(text.len(), |(offset, _)| offset)
}

/// What a slice selects from a sequence: `count` items from `start`, `step` apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliceRange {
    pub start: usize,
    pub step: i64,
    pub count: usize,
}

/// `slice(start, stop, step).indices(length)`, for any sequence. A step of 0 is CPython's `ValueError`.
pub fn slice_range(
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
    length: usize,
) -> Result<SliceRange> {
    let step = step.unwrap_or(1);
    if step == 0 {
        return Err(Error::value("slice step cannot be zero"));
    }
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    // Backwards, the position before the first item is a possible end.
    let (lowest, highest) = if step < 0 { (-1, length - 1) } else { (0, length) };
    let bound = |index: i64| {
        let from_start = if index < 0 {
            index.saturating_add(length)
        } else {
            index
        };
        from_start.clamp(lowest, highest)
    };
    let (first, last) = if step < 0 {
        (highest, lowest)
    } else {
        (lowest, highest)
    };
    let (start, stop) = (start.map_or(first, bound), stop.map_or(last, bound));
    let distance = if step < 0 { start - stop } else { stop - start };
    let count = match u64::try_from(distance) {
        Ok(distance) => distance.div_ceil(step.unsigned_abs()),
        Err(_) => 0,
    };
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    Ok(SliceRange {
        start: usize::try_from(start).unwrap_or(0),
        step,
        count,
    })
}

/// `text[start:stop:step]`.
pub fn slice(text: &str, start: Option<i64>, stop: Option<i64>, step: Option<i64>) -> Result<String> {
    let range = slice_range(start, stop, step, len(text))?;
    if range.count == 0 {
        return Ok(String::new());
    }
    if range.step == 1 {
        let rest = text.get(byte_offset(text, range.start)..).unwrap_or("");
        return Ok(rest
            .get(..byte_offset(rest, range.count))
            .unwrap_or("")
            .to_owned());
    }
    let stride = usize::try_from(range.step.unsigned_abs()).unwrap_or(usize::MAX);
    let from = text
        .get(..byte_offset(text, range.start.saturating_add(1)))
        .unwrap_or("");
    Ok(if range.step < 0 {
        from.chars().rev().step_by(stride).take(range.count).collect()
    } else {
        text.chars()
            .skip(range.start)
            .step_by(stride)
            .take(range.count)
            .collect()
    })
}

/// `text.find(needle, start, end)`; `None` where CPython answers -1.
pub fn find(text: &str, needle: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let window = Window::new(text, start, end)?;
    window.text.find(needle).map(|offset| window.index_of(offset))
}

/// `text.rfind(needle, start, end)`; `None` where CPython answers -1.
pub fn rfind(text: &str, needle: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let window = Window::new(text, start, end)?;
    window.text.rfind(needle).map(|offset| window.index_of(offset))
}

/// `text.count(needle, start, end)`: without overlaps. The empty needle is before, between and after all.
pub fn count(text: &str, needle: &str, start: Option<i64>, end: Option<i64>) -> usize {
    let Some(window) = Window::new(text, start, end) else {
        return 0;
    };
    match needle.as_bytes() {
        [] => len(window.text) + 1,
        // ASCII is never a part of another character.
        [only] => window.text.bytes().filter(|byte| byte == only).count(),
        _ => window.text.matches(needle).count(),
    }
}

/// `text.startswith(prefix, start, end)` for one prefix.
pub fn starts_with(text: &str, prefix: &str, start: Option<i64>, end: Option<i64>) -> bool {
    Window::new(text, start, end).is_some_and(|window| window.text.starts_with(prefix))
}

/// `text.endswith(suffix, start, end)` for one suffix.
pub fn ends_with(text: &str, suffix: &str, start: Option<i64>, end: Option<i64>) -> bool {
    Window::new(text, start, end).is_some_and(|window| window.text.ends_with(suffix))
}

/// `text.replace(old, new, count)`, and how many there were to replace; `None` replaces all. A result of more than
/// `max_len` bytes is refused.
pub fn replace(
    text: &str,
    old: &str,
    new: &str,
    count: Option<usize>,
    max_len: usize,
) -> Result<(String, usize)> {
    let limit = count.unwrap_or(usize::MAX);
    let found = if old.is_empty() {
        len(text) + 1
    } else {
        text.matches(old).count()
    };
    let grown = found
        .min(limit)
        .saturating_mul(new.len().saturating_sub(old.len()));
    if text.len().saturating_add(grown) > max_len {
        return Err(Error::memory());
    }
    Ok((text.replacen(old, new, limit), found))
}

/// `text.split(separator, max_split)` with a separator; `None` splits everywhere.
pub fn split<'a>(text: &'a str, separator: &str, max_split: Option<usize>) -> Result<Vec<&'a str>> {
    check_separator(separator)?;
    Ok(text.splitn(pieces(max_split), separator).collect())
}

/// `text.rsplit(separator, max_split)` with a separator.
pub fn rsplit<'a>(text: &'a str, separator: &str, max_split: Option<usize>) -> Result<Vec<&'a str>> {
    check_separator(separator)?;
    let mut parts: Vec<&str> = text.rsplitn(pieces(max_split), separator).collect();
    parts.reverse();
    Ok(parts)
}

/// `text.split(None, max_split)`: at runs of white space, which also fall away at both ends.
pub fn split_whitespace(text: &str, max_split: Option<usize>) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        if max_split.is_some_and(|max_split| parts.len() >= max_split) {
            // The last part keeps the white space inside it and after it.
            parts.push(rest);
            break;
        }
        let end = rest.find(is_space).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push(part);
        rest = after.trim_start_matches(is_space);
    }
    parts
}

/// `text.rsplit(None, max_split)`.
pub fn rsplit_whitespace(text: &str, max_split: Option<usize>) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        if max_split.is_some_and(|max_split| parts.len() >= max_split) {
            parts.push(rest);
            break;
        }
        let trimmed = rest.trim_end_matches(|c| !is_space(c));
        parts.push(rest.get(trimmed.len()..).unwrap_or(""));
        rest = trimmed.trim_end_matches(is_space);
    }
    parts.reverse();
    parts
}

/// `text.partition(separator)`.
pub fn partition<'a>(text: &'a str, separator: &'a str) -> Result<(&'a str, &'a str, &'a str)> {
    check_separator(separator)?;
    Ok(match text.split_once(separator) {
        Some((before, after)) => (before, separator, after),
        None => (text, "", ""),
    })
}

/// `text.rpartition(separator)`.
pub fn rpartition<'a>(text: &'a str, separator: &'a str) -> Result<(&'a str, &'a str, &'a str)> {
    check_separator(separator)?;
    Ok(match text.rsplit_once(separator) {
        Some((before, after)) => (before, separator, after),
        None => ("", "", text),
    })
}

/// `text.strip(characters)`; `None` strips white space.
pub fn strip<'a>(text: &'a str, characters: Option<&str>) -> &'a str {
    lstrip(rstrip(text, characters), characters)
}

/// `text.lstrip(characters)`.
pub fn lstrip<'a>(text: &'a str, characters: Option<&str>) -> &'a str {
    match characters {
        Some(characters) => {
            let strips = one_of(characters);
            text.trim_start_matches(strips)
        }
        None => text.trim_start_matches(is_space),
    }
}

/// `text.rstrip(characters)`.
pub fn rstrip<'a>(text: &'a str, characters: Option<&str>) -> &'a str {
    match characters {
        Some(characters) => {
            let strips = one_of(characters);
            text.trim_end_matches(strips)
        }
        None => text.trim_end_matches(is_space),
    }
}

/// Whether a character is one of these: a strip asks about every character, and there may be many of these.
fn one_of(characters: &str) -> impl Fn(char) -> bool {
    let bits = characters
        .bytes()
        .filter(u8::is_ascii)
        .fold(0_u128, |bits, byte| bits | 1 << byte);
    let mut others: Vec<char> = characters.chars().filter(|c| !c.is_ascii()).collect();
    others.sort_unstable();
    move |c| match u32::from(c) {
        code @ 0..128 => bits >> code & 1 == 1,
        _ => others.binary_search(&c).is_ok(),
    }
}

/// Adds a character so many times.
pub(crate) fn push_times(out: &mut String, c: char, times: usize) {
    const AT_ONCE: usize = 64;
    let mut buffer = [0; 4];
    let one: &str = c.encode_utf8(&mut buffer);
    out.reserve(times.saturating_mul(one.len()));
    if times >= AT_ONCE {
        let several = one.repeat(AT_ONCE);
        for _ in 0..times / AT_ONCE {
            out.push_str(&several);
        }
    }
    for _ in 0..times % AT_ONCE {
        out.push_str(one);
    }
}

/// The part of a text that a search looks at.
struct Window<'a> {
    text: &'a str,
    /// The code points before it.
    start: usize,
}

impl<'a> Window<'a> {
    /// `None` if the start is after the end, where not even the empty needle is found.
    fn new(text: &'a str, start: Option<i64>, end: Option<i64>) -> Option<Self> {
        if start.unwrap_or(0) == 0 && end.is_none() {
            return Some(Self { text, start: 0 });
        }
        let length = i64::try_from(len(text)).ok()?;
        let from_start = |index: i64| {
            if index < 0 {
                index.saturating_add(length).max(0)
            } else {
                index
            }
        };
        let (start, end) = (
            from_start(start.unwrap_or(0)),
            from_start(end.unwrap_or(length)).min(length),
        );
        let count = usize::try_from(end.checked_sub(start)?).ok()?;
        let start = usize::try_from(start).ok()?;
        let rest = text.get(byte_offset(text, start)..)?;
        Some(Self {
            text: rest.get(..byte_offset(rest, count))?,
            start,
        })
    }

    fn index_of(&self, offset: usize) -> usize {
        self.start + len(self.text.get(..offset).unwrap_or(""))
    }
}

fn check_separator(separator: &str) -> Result<()> {
    if separator.is_empty() {
        Err(Error::value("empty separator"))
    } else {
        Ok(())
    }
}

fn pieces(max_split: Option<usize>) -> usize {
    max_split.map_or(usize::MAX, |max_split| max_split.saturating_add(1))
}
