//! What programs do on Switchboard against what they do in CPython: run, reported, recorded, and made up at random.

mod built;
mod fuzz;
mod options;
mod record;
mod suite;
mod table;

use std::path::{Path, PathBuf};

use switchboard_conformance::{Lists, Verdict, discover};

use crate::failure::{Failure, Result};
use crate::process::{cargo, run};
pub use built::check as check_built;
use options::{Mode, Options};
pub use record::check as check_goldens;
use suite::Judged;

/// The programs, each with its golden beside it.
pub const FOLDER: &str = "tests/conformance";

const REPORT: &str = "docs/CONFORMANCE.md";

const UPDATE: &str = "run `cargo xtask conformance --update` and commit what it writes";

/// Runs the suite, or rewrites its lists and report, or records the goldens, or compares random programs.
pub fn conformance(arguments: &[String]) -> Result<()> {
    let options = Options::parse(arguments)?;
    match options.mode {
        Mode::Suite => suite(&options),
        Mode::Update => update(&options),
        Mode::Record => record::record(&options.only),
        Mode::Fuzz { count, seed } => fuzz::fuzz(&executable(&options.profile)?, count, seed),
        Mode::Built { count, seed } => built::compare(&options.profile, count, seed),
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

/// Runs the programs that the options choose and fails unless each fares as the lists say.
fn suite(options: &Options) -> Result<()> {
    let lists = Lists::read(Path::new(FOLDER))?;
    let judged = judge(options, &lists)?;
    for Judged { program, verdict } in judged.iter().filter(|judged| !judged.verdict.is_fine()) {
        match verdict {
            Verdict::Different(difference) => println!("{}: {difference}", program.id()),
            _ => println!("{}: it passes and is still in a list", program.id()),
        }
    }
    let report = table::markdown(&judged, &lists);
    println!("{}", table::section(&report));
    let failed = judged.iter().filter(|judged| !judged.verdict.is_fine()).count();
    if failed > 0 {
        return Err(Failure::new(format!(
            "{failed} of {} programs fare otherwise than the lists in {FOLDER} say; where that is meant: {UPDATE}",
            judged.len()
        )));
    }
    // A part of the suite gives no report on the whole.
    if options.only.is_empty() && std::fs::read_to_string(REPORT).ok().as_deref() != Some(&*report) {
        return Err(Failure::new(format!("{REPORT} is out of date: {UPDATE}")));
    }
    Ok(())
}

/// Runs all programs, lists those that do not pass, and writes the report.
fn update(options: &Options) -> Result<()> {
    let before = Lists::read(Path::new(FOLDER))?;
    let judged = judge(options, &before)?;
    let outdated = judged
        .iter()
        .filter(|judged| judged.verdict == Verdict::NoLongerDifferent(Lists::KNOWN));
    let outdated: Vec<String> = outdated.map(|judged| judged.program.id()).collect();
    if !outdated.is_empty() {
        return Err(Failure::new(format!(
            "{} lists what is the same now; take these out by hand, they have reasons: {}",
            Lists::KNOWN,
            outdated.join(", ")
        )));
    }
    let open = table::open_list(&judged);
    std::fs::write(Path::new(FOLDER).join(Lists::OPEN), open)?;
    let report = table::markdown(&judged, &before);
    std::fs::create_dir_all("docs")?;
    std::fs::write(REPORT, &report)?;
    println!("{}", table::section(&report));
    Ok(())
}

fn judge(options: &Options, lists: &Lists) -> Result<Vec<Judged>> {
    let executable = executable(&options.profile)?;
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
    Ok(suite::judge_all(&executable, programs, lists))
}
