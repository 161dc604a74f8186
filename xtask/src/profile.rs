//! Finds out which functions the page needs to open and to run its first program.

use std::collections::BTreeSet;
use std::path::Path;

use crate::build;
use crate::divide;
use crate::failure::{Failure, Result};
use crate::process::{command, output, run};
use crate::split;
use crate::tools;

/// The page that is watched; the one in `dist/` stays as it is.
const FOLDER: &str = "target/profile";

/// Builds the page in one piece, has Chromium open it and run its first program, and adds the functions that were
/// called to the list of those that come first.
///
/// Which functions run depends a little on what happens between two frames: a function that was called in an earlier
/// recording stays on the list as long as the page has it.
pub fn profile() -> Result<()> {
    let chromium = tools::ensure_chromium()?;
    build::prepare()?;
    run(build::trunk("build").args(["--release", "--dist", FOLDER]))?;
    let path = divide::find_wasm(Path::new(FOLDER))?;
    let wasm = std::fs::read(&path)?;
    std::fs::write(&path, split::marked(&wasm)?)?;
    let marks = output(
        command("node")
            .args(["xtask/split/profile.mjs", FOLDER])
            .env("CHROMIUM", chromium),
    )
    .ok_or_else(|| {
        Failure::new("the program did not run: try `node xtask/split/profile.mjs target/profile`")
    })?;
    let names = split::names(&wasm)?;
    let called: BTreeSet<&String> = marks
        .lines()
        .filter_map(split::function_of)
        .filter_map(|function| names.get(function as usize)?.as_ref())
        .collect();
    let earlier = divide::read_list()?;
    let first: BTreeSet<&String> = names
        .iter()
        .flatten()
        .filter(|name| called.contains(name) || earlier.contains(*name))
        .collect();
    eprintln!(
        "xtask: {} of {} functions were called, {} come first",
        called.len(),
        names.len(),
        first.len()
    );
    divide::write_list(&first)
}
