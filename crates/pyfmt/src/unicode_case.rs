//! The upper and lower case of single characters, by the Unicode version that CPython 3.13 carries.
//!
//! Rust's own tables are five times as large, and of a newer version.

use std::sync::LazyLock;

use crate::unicode_class::{is_lower, is_titlecase, numbers};
use crate::unicode_tables::{self, LONG_UPPER};

/// Characters that are equally far from their mapping.
struct Run {
    first: u32,
    last: u32,
    /// 2 if only every second character belongs to the run.
    step: u32,
    distance: i32,
}

static UPPER: LazyLock<Vec<Run>> = LazyLock::new(|| unpacked(unicode_tables::UPPER));
static LOWER: LazyLock<Vec<Run>> = LazyLock::new(|| unpacked(unicode_tables::LOWER));

/// Appends the character's upper case.
pub fn push_upper(out: &mut String, c: char) {
    if c.is_ascii() {
        out.push(c.to_ascii_uppercase());
    } else {
        push_exception_or(out, c, LONG_UPPER, |out| out.push(mapped(c, &UPPER)));
    }
}

/// Appends the character's lower case, wherever it stands.
pub fn push_lower(out: &mut String, c: char) {
    match c {
        _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
        // The only one whose lower case is two characters.
        'İ' => out.push_str("i\u{307}"),
        _ => out.push(mapped(c, &LOWER)),
    }
}

/// Appends what the table has for the character, or else what is usual.
pub fn push_exception_or(out: &mut String, c: char, table: &[(char, &str)], usual: impl FnOnce(&mut String)) {
    match table.binary_search_by_key(&c, |&(key, _)| key) {
        Ok(index) => out.push_str(table.get(index).map_or("", |&(_, mapped)| mapped)),
        Err(_) => usual(out),
    }
}

pub fn is_cased(c: char) -> bool {
    c.is_uppercase() || is_lower(c) || is_titlecase(c)
}

fn mapped(c: char, runs: &[Run]) -> char {
    let code = u32::from(c);
    let at = runs.partition_point(|run| run.last < code);
    match runs.get(at) {
        Some(run) if run.first <= code && (code - run.first) % run.step == 0 => {
            char::from_u32(code.wrapping_add_signed(run.distance)).unwrap_or(c)
        }
        _ => c,
    }
}

fn unpacked(table: &[u8]) -> Vec<Run> {
    let mut end = 0;
    let runs = numbers(table);
    runs.chunks_exact(3)
        .map(|run| {
            let (gap, length, distance) = (run[0], run[1], run[2]);
            let (first, step) = (end + gap, 1 + length % 2);
            end = first + length / 2 * step;
            let magnitude = (distance / 2).cast_signed();
            Run {
                first,
                last: end,
                step,
                distance: if distance % 2 == 0 { magnitude } else { -magnitude },
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{push_lower, push_upper};

    /// What Unicode has added since CPython 3.13.
    fn is_newer(c: char) -> bool {
        matches!(
            c,
            '\u{19b}' | '\u{264}' | '\u{1c89}' | '\u{1c8a}' | '\u{a7cb}'..='\u{a7dc}'
        ) || matches!(c, '\u{10d50}'..='\u{10d85}' | '\u{16ea0}'..='\u{16ed3}')
    }

    #[test]
    fn the_tables_agree_with_rusts_where_unicode_has_not_changed() {
        for c in ('\0'..=char::MAX).filter(|&c| !is_newer(c)) {
            let (mut upper, mut lower) = (String::new(), String::new());
            push_upper(&mut upper, c);
            push_lower(&mut lower, c);
            assert_eq!(upper, c.to_uppercase().to_string(), "{c:?}");
            assert_eq!(lower, c.to_lowercase().to_string(), "{c:?}");
        }
    }
}
