//! The list of the functions that belong to the first part.

use std::collections::{BTreeSet, HashSet};

use crate::failure::Result;

const FILE: &str = "xtask/split/first.txt";

const HEAD: &str = "\
# The functions that ran when the page opened with its first program and ran it to the end. They make up the first part
# of the page's wasm; all others are loaded after it. Made by `cargo xtask profile`; names that are gone do no harm.
";

/// The names on the list.
pub fn read() -> Result<HashSet<String>> {
    let text = std::fs::read_to_string(FILE)?;
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    Ok(lines.map(str::to_owned).collect())
}

/// Replaces the list.
pub fn write(names: &BTreeSet<&String>) -> Result<()> {
    let mut text = HEAD.to_owned();
    for name in names {
        text.push_str(name);
        text.push('\n');
    }
    Ok(std::fs::write(FILE, text)?)
}
