//! The table of a run as a page of the documentation.

use super::row::{HEADER, Row};
use crate::failure::Result;

const REPORT: &str = "docs/BENCHMARKS.md";

/// Writes the page.
pub fn write(rows: &[Row], python: Option<&str>) -> Result<()> {
    let table: String = rows.iter().map(|row| format!("{row}\n")).collect();
    let peer = python.map_or_else(
        || "There was no CPython on the machine.".to_owned(),
        |version| format!("The peer of the programs is CPython {version}."),
    );
    let text = format!(
        "# Benchmarks\n\n\
         Written by `cargo xtask bench --update`, which measures all of it in one run. What counts is the ratio: \
         both sides of one ran in turns on the same machine, and each time is the median of several runs.\n\n\
         - The executor runs the same futures as the others, in interleaved rounds (`crates/executor/benches/`).\n\
         - A program of `benches/python/` runs as a process of its own on each side; what starting costs is taken \
         off. {peer} With the trace on, ours also records every event, looks for mistakes in them and prints the \
         document of `run --json`.\n\
         - A sleeping task's memory is the growth of the process's peak for each of 50,000 further tasks.\n\n\
         The machine of this run: {}.\n\n{HEADER}\n{table}",
        machine()
    );
    std::fs::write(REPORT, text)?;
    println!("\nwrote {REPORT}");
    Ok(())
}

/// The processor and how many of it there are.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let model = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = model
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .map_or("unknown processor", |rest| {
            rest.trim_start_matches([' ', '\t', ':'])
        });
    let s = if cores == 1 { "" } else { "s" };
    format!("{model}, {cores} core{s}, {}", std::env::consts::OS)
}
