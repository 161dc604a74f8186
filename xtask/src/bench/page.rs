//! The page in a headless Chromium: how soon it runs a program, how smooth it plays, how fast it answers.

use std::time::Duration;

use super::row::Row;
use crate::build;
use crate::failure::{Failure, Result};
use crate::process::{command, output};
use crate::size;
use crate::tools;

/// Times of the page: each line is `measure`, milliseconds, bar.
const TIMES: &str = "benches/page/measure.mjs";

/// Programs in the engine alone, on the page and in Pyodide: each line is `measure`, our milliseconds, Pyodide's, bar.
const AGAINST_PYODIDE: &str = "benches/page/pyodide.mjs";

/// The programs that it runs, from `benches/page/`.
const PROGRAMS: [&str; 2] = ["switches", "loops"];

/// Builds the page for release and measures it.
pub fn measure() -> Result<Vec<Row>> {
    let chromium = tools::ensure_chromium()?;
    build::build()?;
    let engines = PROGRAMS
        .into_iter()
        .map(size::engine_with)
        .collect::<Result<Vec<_>>>()?;
    let mut rows = Vec::new();
    for (script, arguments) in [(TIMES, vec![]), (AGAINST_PYODIDE, engines)] {
        let mut node = command("node");
        node.arg(script).args(arguments).env("CHROMIUM", &chromium);
        let lines = output(&mut node)
            .ok_or_else(|| Failure::new(format!("the page was not measured: try `node {script}`")))?;
        for line in lines.lines() {
            rows.push(row(line).ok_or_else(|| Failure::new(format!("{script} printed {line:?}")))?);
        }
    }
    Ok(rows)
}

/// What a line says, whose fields stand between tabs.
fn row(line: &str) -> Option<Row> {
    let (measure, numbers) = line.split_once('\t')?;
    let numbers: Vec<f64> = numbers
        .split('\t')
        .map(str::parse)
        .collect::<std::result::Result<_, _>>()
        .ok()?;
    match numbers[..] {
        [value, bar] => Some(Row::page(measure, value, bar)),
        [ours, peer, bar] => {
            let duration = |milliseconds: f64| Duration::from_secs_f64(milliseconds / 1e3);
            Some(Row::speed(measure, duration(ours), duration(peer), bar))
        }
        _ => None,
    }
}
