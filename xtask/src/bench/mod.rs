//! How fast and how small, against named peers, in one run: ratios count, since machines differ and are shared.

mod bad_input;
mod engine;
mod measure;
mod memory;
mod page;
mod programs;
mod report;
mod row;

use crate::conformance::executable;
use crate::cpython;
use crate::failure::{Failure, Result};
use crate::size;
use row::Row;

/// Measures everything and prints a table with the bar of each; with `--update` the table goes into the
/// documentation too; with `--bad-input` only how soon such programs end, and with `--page` only the page.
pub fn bench(arguments: &[String]) -> Result<()> {
    let is_written = match arguments {
        [] => false,
        [option] if option == "--update" => true,
        [option] if option == "--bad-input" => return bad_input::measure(&executable("quick")?),
        [option] if option == "--page" => {
            print_table(&page::measure()?);
            return Ok(());
        }
        _ => {
            return Err(Failure::new(
                "usage: cargo xtask bench [--update | --bad-input | --page]",
            ));
        }
    };
    let switchboard = executable("release")?;
    let mut rows = engine::executors()?;
    let python = cpython::find();
    match &python {
        Some(python) => {
            println!(
                "CPython {}.{} is {}",
                python.version.0,
                python.version.1,
                python.path.display()
            );
            rows.extend(programs::compare(&switchboard, &python.path)?);
        }
        None => println!("there is no CPython 3.12 or later here: the programs are not compared"),
    }
    rows.push(programs::start(&switchboard)?);
    rows.extend(memory::per_sleeping_task(&switchboard)?);
    rows.extend(engine::seeks()?);
    rows.push(Row::engine_size(size::engine_bytes()?));
    rows.extend(page::measure()?);
    bad_input::measure(&switchboard)?;
    print_table(&rows);
    if is_written {
        let version = python.map(|python| format!("{}.{}", python.version.0, python.version.1));
        report::write(&rows, version.as_deref())?;
    }
    Ok(())
}

fn print_table(rows: &[Row]) {
    println!("\n{}", row::HEADER);
    for row in rows {
        println!("{row}");
    }
}
