//! Mutated programs, run in child processes: the engine must neither panic, nor hang, nor depend on slices.
//!
//! `cargo xtask fuzz` calls this. The same seed gives the same mutants, so that a finding can be made again.

mod child;
mod corpus;
mod hunt;
mod minimize;
mod mutate;
mod random;
mod trial;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

const USAGE: &str = "\
usage: switchboard-fuzz [--seconds N | --count N] [--seed S] [--corpus FOLDER] [--findings FOLDER]   hunt
       switchboard-fuzz --show INDEX [--seed S] [--corpus FOLDER]        print a mutant
       switchboard-fuzz --try                                            run the program on standard input
";

/// When a hunt is over.
#[derive(Clone, Copy)]
pub enum Until {
    Elapsed(Duration),
    Count(u64),
}

struct Options {
    until: Until,
    seed: u64,
    corpus: PathBuf,
    findings: PathBuf,
    mode: Mode,
}

enum Mode {
    Hunt,
    /// A child of a hunt: runs mutants from this one on.
    Batch(u64),
    Show(u64),
    Try,
}

fn main() -> ExitCode {
    let Some(options) = parse(std::env::args().skip(1)) else {
        eprint!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(&options) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("switchboard-fuzz: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> std::io::Result<ExitCode> {
    match options.mode {
        Mode::Try => Ok(child::try_one(&std::io::read_to_string(std::io::stdin())?)),
        Mode::Batch(first) => child::run_batch(&corpus::read(&options.corpus)?, options.seed, first),
        Mode::Show(index) => {
            let corpus = corpus::read(&options.corpus)?;
            print!("{}", mutate::mutant(&corpus, options.seed, index));
            Ok(ExitCode::SUCCESS)
        }
        Mode::Hunt => hunt::hunt(&options.corpus, &options.findings, options.seed, options.until),
    }
}

fn parse(mut words: impl Iterator<Item = String>) -> Option<Options> {
    let mut options = Options {
        until: Until::Count(2000),
        seed: 1,
        corpus: PathBuf::from("tests/conformance"),
        findings: PathBuf::from("target/fuzz/findings"),
        mode: Mode::Hunt,
    };
    while let Some(word) = words.next() {
        if word == "--try" {
            options.mode = Mode::Try;
            continue;
        }
        let value = words.next()?;
        match word.as_str() {
            "--seconds" => options.until = Until::Elapsed(Duration::from_secs(value.parse().ok()?)),
            "--count" => options.until = Until::Count(value.parse().ok()?),
            "--seed" => options.seed = value.parse().ok()?,
            "--corpus" => options.corpus = value.into(),
            "--findings" => options.findings = value.into(),
            "--batch" => options.mode = Mode::Batch(value.parse().ok()?),
            "--show" => options.mode = Mode::Show(value.parse().ok()?),
            _ => return None,
        }
    }
    Some(options)
}
