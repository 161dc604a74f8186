//! What programs do on Switchboard against what they do in CPython: run, reported, recorded, and made up at random.

mod fuzz;
mod options;
mod record;
mod suite;
mod table;

use std::path::{Path, PathBuf};

use switchboard_conformance::{KnownDifferences, Verdict, discover};

use crate::failure::{Failure, Result};
use crate::process::{cargo, run};
use options::{Mode, Options};
pub use record::check as check_goldens;
use suite::Judged;

/// The programs, each with its golden beside it.
pub const FOLDER: &str = "tests/conformance";

const KNOWN: &str = "tests/conformance/KNOWN_DIFFERENCES.md";
const REPORT: &str = "docs/CONFORMANCE.md";

/// Runs the suite and writes its report, or records the goldens, or compares random programs.
pub fn conformance(arguments: &[String]) -> Result<()> {
    let options = Options::parse(arguments)?;
    match options.mode {
        Mode::Suite => suite(&options),
        Mode::Record => record::record(&options.only),
        Mode::Fuzz { count, seed } => fuzz::fuzz(&executable(&options.profile)?, count, seed),
    }
}

/// Builds the command line with this profile; the path of the executable.
pub fn executable(profile: &str) -> Result<PathBuf> {
    run(cargo().args(["build", "--package", "switchboard-cli", "--profile", profile]))?;
    let folder = if profile == "dev" { "debug" } else { profile };
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let name = format!("switchboard{}", std::env::consts::EXE_SUFFIX);
    Ok(std::path::absolute(target.join(folder).join(name))?)
}

fn suite(options: &Options) -> Result<()> {
    let executable = executable(&options.profile)?;
    let known = KnownDifferences::read(Path::new(KNOWN))?;
    let mut programs = discover(Path::new(FOLDER))?;
    programs.retain(|program| {
        options
            .only
            .iter()
            .all(|part| program.id().contains(part.as_str()))
    });
    if programs.is_empty() {
        return Err(Failure::new(format!("there are no such programs in {FOLDER}")));
    }
    let judged = suite::judge_all(&executable, programs, &known);
    for Judged { program, verdict } in judged.iter().filter(|judged| !judged.verdict.is_fine()) {
        match verdict {
            Verdict::Different(difference) => println!("{}: {difference}", program.id()),
            _ => println!("{}: listed in {KNOWN}, and no longer different", program.id()),
        }
    }
    let report = table::markdown(&judged, &known);
    println!("{}", table::section(&report));
    // A report on a part of the suite would pass for one on the whole.
    if options.only.is_empty() {
        write_report(&report)?;
    }
    let failed = judged.iter().filter(|judged| !judged.verdict.is_fine()).count();
    if failed == 0 {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "{failed} of {} programs fail",
            judged.len()
        )))
    }
}

/// Writes the report where it differs; in CI a report that was not committed is a failure.
fn write_report(report: &str) -> Result<()> {
    if std::fs::read_to_string(REPORT).is_ok_and(|written| written == report) {
        return Ok(());
    }
    std::fs::create_dir_all("docs")?;
    std::fs::write(REPORT, report)?;
    if std::env::var_os("CI").is_some() {
        return Err(Failure::new(format!(
            "{REPORT} was out of date: run `cargo xtask conformance` and commit it"
        )));
    }
    println!("{REPORT} is new");
    Ok(())
}
