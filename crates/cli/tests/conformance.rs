//! Every program of `tests/conformance/` as a test of its own: it must do what CPython does with it.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};
use switchboard_conformance::{Lists, Program, Verdict, discover, judge};

const EXECUTABLE: &str = env!("CARGO_BIN_EXE_switchboard");
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/conformance");

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    match trials() {
        Ok(trials) => libtest_mimic::run(&arguments, trials).exit_code(),
        Err(error) => {
            eprintln!("{FOLDER}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn trials() -> std::io::Result<Vec<Trial>> {
    let folder = Path::new(FOLDER);
    let lists = Arc::new(Lists::read(folder)?);
    let trial = |program: Program| {
        let lists = Arc::clone(&lists);
        Trial::test(program.id(), move || check(&program, &lists))
    };
    Ok(discover(folder)?.into_iter().map(trial).collect())
}

fn check(program: &Program, lists: &Lists) -> Result<(), Failed> {
    match judge(Path::new(EXECUTABLE), program, lists) {
        Verdict::Same | Verdict::Known { .. } | Verdict::Open => Ok(()),
        Verdict::Different(difference) => Err(difference.into()),
        Verdict::NoLongerDifferent(list) => {
            Err(format!("it passes and is still in {list}: run `cargo xtask conformance --update`").into())
        }
    }
}
