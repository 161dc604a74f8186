//! Random programs, run by CPython and by Switchboard.

use std::path::{Path, PathBuf};

use switchboard_conformance::{KnownDifferences, discover};

use super::suite::{Judged, judge_all};
use super::{FOLDER, KNOWN};
use crate::cpython;
use crate::failure::{Failure, Result};
use crate::process::{command, run};

/// Programs are made, recorded and compared this many at a time: a difference is seen soon, and the disk stays small.
const BATCH: u32 = 500;

/// Where the programs stand; those that differ stay there to be looked at.
const SCRATCH: &str = "target/fuzz";

/// Makes the programs, compares each, and fails when one differs. Without CPython 3.13 it says so and does nothing.
pub fn fuzz(executable: &Path, count: u32, seed: u64) -> Result<()> {
    let Some(python) = cpython::find_reference() else {
        println!("there is no CPython 3.13 here: random programs are not compared");
        return Ok(());
    };
    let python = python.path.to_string_lossy().into_owned();
    let known = KnownDifferences::read(Path::new(KNOWN))?;
    let mut different = 0;
    let mut compared = 0;
    while compared < count {
        let batch = BATCH.min(count - compared);
        let folder = make_batch(&python, seed.wrapping_add(u64::from(compared)), batch)?;
        let mut programs = discover(Path::new(SCRATCH))?;
        // What differed in an earlier batch still stands beside it.
        programs.retain(|program| program.path.starts_with(&folder));
        let judged = judge_all(executable, programs, &known);
        compared += batch;
        let failed: Vec<&Judged> = judged.iter().filter(|judged| !judged.verdict.is_fine()).collect();
        different += failed.len();
        for Judged { program, verdict } in &failed {
            println!("{}: {verdict:?}", program.path.display());
        }
        if failed.is_empty() {
            std::fs::remove_dir_all(folder)?;
        }
        println!("{compared} random programs, {different} different");
        if different > 20 {
            break;
        }
    }
    if different == 0 {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "{different} random programs differ (see {SCRATCH})"
        )))
    }
}

/// Makes `count` programs from the seeds that begin at `seed`, with their goldens, in a new folder.
fn make_batch(python: &str, seed: u64, count: u32) -> Result<PathBuf> {
    let folder = Path::new(SCRATCH).join(format!("seed_{seed}"));
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let (seed, count) = (seed.to_string(), count.to_string());
    let generator = format!("{FOLDER}/fuzz.py");
    run(command(python)
        .arg(generator)
        .args(["--seed", &seed, "--count", &count, "--out"])
        .arg(&folder))?;
    run(command(python).arg(format!("{FOLDER}/record.py")).arg(&folder))?;
    Ok(folder)
}
