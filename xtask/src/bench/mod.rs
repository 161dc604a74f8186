//! How fast and how small, against named peers, in one run: ratios count, since machines differ and are shared.

mod measure;
mod memory;
mod programs;
mod row;

use crate::conformance::executable;
use crate::cpython;
use crate::failure::Result;
use crate::process::{cargo, run};
use crate::size;
use row::Row;

/// Measures everything and prints a table with the bar of each.
pub fn bench() -> Result<()> {
    let switchboard = executable("release")?;
    run(cargo().args([
        "bench",
        "--package",
        "switchboard-executor",
        "--bench",
        "executors",
    ]))?;
    let mut rows = Vec::new();
    match cpython::find() {
        Some(python) => {
            println!(
                "\nCPython {}.{} is {}",
                python.version.0,
                python.version.1,
                python.path.display()
            );
            rows.extend(programs::compare(&switchboard, &python.path)?);
        }
        None => println!("\nthere is no CPython 3.12 or later here: the programs are not compared"),
    }
    rows.push(programs::start(&switchboard)?);
    rows.extend(memory::per_sleeping_task(&switchboard)?);
    rows.push(Row::engine_size(size::engine_bytes()?));
    println!("\n{}", row::HEADER);
    for row in &rows {
        println!("{row}");
    }
    Ok(())
}
