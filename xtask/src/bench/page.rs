//! The page in a headless Chromium: how soon it runs a program, how smooth it plays, how fast it answers.

use super::row::Row;
use crate::build;
use crate::failure::{Failure, Result};
use crate::process::{command, output};
use crate::tools;

const SCRIPT: &str = "benches/page/measure.mjs";

/// Builds the page for release and measures it.
pub fn measure() -> Result<Vec<Row>> {
    let chromium = tools::ensure_chromium()?;
    build::build()?;
    let lines = output(command("node").arg(SCRIPT).env("CHROMIUM", chromium))
        .ok_or_else(|| Failure::new(format!("the page was not measured: try `node {SCRIPT}`")))?;
    lines.lines().map(row).collect()
}

/// A line says what was measured, how many milliseconds came out, and how many are the bar, with tabs between.
fn row(line: &str) -> Result<Row> {
    let mut fields = line.split('\t');
    let mut next = || fields.next().unwrap_or_default();
    let (measure, value, bar) = (next(), next(), next());
    match (value.parse(), bar.parse()) {
        (Ok(value), Ok(bar)) => Ok(Row::page(measure, value, bar)),
        _ => Err(Failure::new(format!("{SCRIPT} printed {line:?}"))),
    }
}
