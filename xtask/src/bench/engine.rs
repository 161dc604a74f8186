//! What the engine's own benchmarks say: each prints, after what is for people, lines of a measure, a tab and a number.

use super::row::Row;
use crate::failure::{Failure, Result};
use crate::process::{cargo, output};

/// The executor against others.
pub fn executors() -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (measure, ratio) in measure("switchboard-executor", "executors")? {
        let bar = if measure.ends_with("trace off") { 1.0 } else { 1.3 };
        rows.push(Row::executor(&measure, ratio, bar));
    }
    Ok(rows)
}

/// Seeking in a trace.
pub fn seeks() -> Result<Vec<Row>> {
    let measured = measure("switchboard-trace", "seek")?;
    Ok(measured
        .into_iter()
        .map(|(measure, milliseconds)| Row::seek(&measure, milliseconds))
        .collect())
}

/// Runs a benchmark of a crate, and shows what it prints.
fn measure(package: &str, bench: &str) -> Result<Vec<(String, f64)>> {
    eprintln!("$ cargo bench --package {package} --bench {bench}");
    let printed = output(cargo().args(["bench", "--package", package, "--bench", bench]))
        .ok_or_else(|| Failure::new(format!("the benchmark {bench} of {package} failed")))?;
    println!("{printed}\n");
    let measured = printed.lines().filter_map(|line| {
        let (measure, number) = line.split_once('\t')?;
        Some((measure.to_owned(), number.parse().ok()?))
    });
    Ok(measured.collect())
}
