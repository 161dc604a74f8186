//! What runs in a child process: whatever it dies of, the hunt goes on.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::{mutate, trial};

/// Mutants in a batch: a child ends after so many, with all that they may have left in memory.
pub const BATCH: u64 = 500;

/// Says the number of each mutant before it is run, and what is wrong with it afterwards.
pub fn run_batch(corpus: &[String], seed: u64, first: u64) -> io::Result<ExitCode> {
    trial::note_panics();
    let mut stdout = io::stdout();
    for index in first..first + BATCH {
        writeln!(stdout, "{index}")?;
        stdout.flush()?;
        if let Some(flaw) = trial::flaw_of(&mutate::mutant(corpus, seed, index)) {
            writeln!(stdout, "{index} {flaw}")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Runs one program, and says what is wrong with it.
pub fn try_one(source: &str) -> ExitCode {
    trial::note_panics();
    match trial::flaw_of(source) {
        None => ExitCode::SUCCESS,
        Some(flaw) => {
            println!("{flaw}");
            ExitCode::FAILURE
        }
    }
}
