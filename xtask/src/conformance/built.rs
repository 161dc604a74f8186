//! Programs that the builder writes, made up at random, run by CPython and by Switchboard.

use std::path::{Path, PathBuf};

use switchboard_conformance::{Lists, Program};
use switchboard_scenario::{Workload, generate};

use super::record::record;
use super::suite::judge_all;
use crate::cpython;
use crate::failure::{Failure, Result};

/// Where the programs stand with what CPython does with them.
const SCRATCH: &str = "target/built";

/// So many take some seconds.
const USUAL: u32 = 200;

/// Compares as many as the tests do.
pub fn check() -> Result<()> {
    compare("dev", USUAL, 1)
}

/// Compares this many and fails when one differs. Without CPython 3.13 it says so and does nothing.
pub fn compare(profile: &str, count: u32, seed: u64) -> Result<()> {
    if cpython::find_reference().is_none() {
        println!("there is no CPython 3.13 here: the builder's programs are not compared");
        return Ok(());
    }
    let executable = super::executable(profile)?;
    let programs = make(count, seed)?;
    record(&[SCRATCH])?;
    // No list names a random program.
    let judged = judge_all(&executable, programs, &Lists::default());
    let different: Vec<_> = judged.iter().filter(|judged| !judged.verdict.is_fine()).collect();
    for judged in &different {
        println!("{}: {:?}", judged.program.path.display(), judged.verdict);
    }
    println!("{count} programs of the builder, {} different", different.len());
    if different.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "{} of the builder's programs differ",
            different.len()
        )))
    }
}

/// Writes the programs of so many documents, in place of those that were there.
fn make(count: u32, seed: u64) -> Result<Vec<Program>> {
    let folder = Path::new(SCRATCH);
    if folder.is_dir() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    (0..u64::from(count))
        .map(|index| write(folder, seed.saturating_add(index)))
        .collect()
}

fn write(folder: &Path, number: u64) -> Result<Program> {
    let name = format!("built_{number}");
    let path: PathBuf = folder.join(&name).with_extension("py");
    let source = generate(&Workload::random(number));
    // The recorder asks every program to say what it shows.
    std::fs::write(&path, format!("# Document {number} of the builder.\n{source}"))?;
    Ok(Program {
        topic: "built".to_owned(),
        name,
        path,
    })
}
