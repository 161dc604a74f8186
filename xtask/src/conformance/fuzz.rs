//! Random programs, run by CPython and by Switchboard.

use std::path::{Path, PathBuf};

use serde_json::Value;
use switchboard_conformance::{Lists, Program};

use super::FOLDER;
use super::suite::{Judged, judge_all};
use crate::cpython;
use crate::failure::{Failure, Result};
use crate::process::{command, run};

/// Programs are made and compared this many at a time: a difference is seen soon, and the disk stays small.
const BATCH: u32 = 500;

/// Enough to see what is wrong.
const MOST_DIFFERENCES: usize = 20;

/// Where the programs stand; those that differ stay there to be looked at.
const SCRATCH: &str = "target/fuzz";

/// Makes the programs, compares each, and fails when one differs. Without CPython 3.13 it says so and does nothing.
pub fn fuzz(executable: &Path, count: u32, seed: u64) -> Result<()> {
    let Some(python) = cpython::find_reference() else {
        println!("there is no CPython 3.13 here: random programs are not compared");
        return Ok(());
    };
    // No list names a random program.
    let lists = Lists::default();
    let (mut compared, mut made, mut different) = (0, 0, 0);
    while made < count && different < MOST_DIFFERENCES {
        let batch = BATCH.min(count - made);
        let programs = make(&python.path, seed.saturating_add(u64::from(made)), batch)?;
        made += batch;
        compared += programs.len();
        for Judged { program, verdict } in judge_all(executable, programs, &lists) {
            if verdict.is_fine() {
                remove(&program)?;
            } else {
                different += 1;
                println!("{}: {verdict:?}", program.path.display());
            }
        }
        println!("{compared} random programs, {different} different");
    }
    if different == 0 {
        Ok(())
    } else {
        Err(Failure::new(format!("{different} random programs differ")))
    }
}

/// Makes `count` programs from the seeds that begin at `seed`, each in a folder of its own with its golden.
fn make(python: &Path, seed: u64, count: u32) -> Result<Vec<Program>> {
    std::fs::create_dir_all(SCRATCH)?;
    let listing = Path::new(SCRATCH).join("batch.jsonl");
    let made = run(command(&python.to_string_lossy())
        .arg(format!("{FOLDER}/fuzz.py"))
        .args([
            "--seed",
            &seed.to_string(),
            "--count",
            &count.to_string(),
            "--out",
        ])
        .arg(&listing));
    let text = std::fs::read_to_string(&listing)?;
    // The generator fails when it left a program out, too: what it did make counts.
    if text.is_empty() {
        made?;
    }
    text.lines().map(unpack).collect()
}

/// Writes one program and its golden, under the file name that stands in its tracebacks.
fn unpack(line: &str) -> Result<Program> {
    let value: Value = serde_json::from_str(line)?;
    let source = value["source"]
        .as_str()
        .ok_or_else(|| Failure::new("a random program has no source"))?;
    let topic = value["seed"].to_string();
    let folder = PathBuf::from(SCRATCH).join(&topic);
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("fuzz.py"), source)?;
    std::fs::write(folder.join("fuzz.golden.json"), value["golden"].to_string())?;
    Ok(Program {
        topic,
        name: "fuzz".to_owned(),
        path: folder.join("fuzz.py"),
    })
}

fn remove(program: &Program) -> Result<()> {
    let folder = program.path.parent().unwrap_or(Path::new(SCRATCH));
    Ok(std::fs::remove_dir_all(folder)?)
}
