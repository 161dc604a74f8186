//! Stands in for `unicode_names2`, the table of Unicode character names behind Python's `\N{...}` escapes.
//!
//! The real table is 300 KB of compressed WebAssembly, more than the rest of the engine, for an escape that
//! programs about concurrency do without. With this crate in its place no name is known, so that the parser
//! reports `\N{...}` as an error at its place in the source: a named limit instead of a slow page.

/// The character that has this Unicode name: none, since no names are known here.
///
/// Mirrors `unicode_names2::character`, the only item of that crate that the parser calls.
#[must_use]
pub const fn character(_name: &str) -> Option<char> {
    None
}

#[cfg(test)]
mod tests {
    use super::character;

    #[test]
    fn no_name_is_known() {
        assert_eq!(character("BULLET"), None);
        assert_eq!(character(""), None);
    }
}
