//! What `cargo xtask conformance` is asked to do.

use crate::failure::{Failure, Result};

const USAGE: &str = "\
usage: cargo xtask conformance [--profile NAME] [PART...]           run the programs whose topic/name has every PART
       cargo xtask conformance --update [--profile NAME]            run all and rewrite the list of open ones and the report
       cargo xtask conformance --record [PATH...]                   record the goldens with CPython 3.13
       cargo xtask conformance --fuzz N [--seed S] [--profile NAME] compare N random programs
       cargo xtask conformance --built N [--seed S] [--profile NAME] compare N random programs of the builder
";

/// The command's options.
#[derive(Debug)]
pub struct Options {
    /// What to do.
    pub mode: Mode,
    /// Parts of names that narrow the suite, or the paths to record.
    pub only: Vec<String>,
    /// The cargo profile to build the command line with.
    pub profile: String,
}

/// What to do.
#[derive(Debug)]
pub enum Mode {
    /// Run the programs of the suite.
    Suite,
    /// Run them all, then rewrite the list of those that do not pass yet, and the report.
    Update,
    /// Record their goldens.
    Record,
    /// Compare random programs.
    Fuzz {
        /// How many.
        count: u32,
        /// Where the random numbers begin.
        seed: u64,
    },
    /// Compare random programs of the builder.
    Built {
        /// How many.
        count: u32,
        /// The first one's number.
        seed: u64,
    },
}

impl Options {
    /// Reads the arguments after `conformance`.
    pub fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self {
            mode: Mode::Suite,
            only: Vec::new(),
            profile: "quick".to_owned(),
        };
        let (mut record, mut update, mut fuzz, mut built, mut seed) = (false, false, None, None, 1);
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--record" => record = true,
                "--update" => update = true,
                "--fuzz" => fuzz = Some(number(words.next())?),
                "--built" => built = Some(number(words.next())?),
                "--seed" => seed = number(words.next())?,
                "--profile" => options.profile = words.next().ok_or_else(usage)?.clone(),
                other if other.starts_with('-') => return Err(usage()),
                other => options.only.push(other.to_owned()),
            }
        }
        options.mode = match (record, update, fuzz, built) {
            (true, false, None, None) => Mode::Record,
            // A list made from a part of the suite would pass for one on the whole.
            (false, true, None, None) if options.only.is_empty() => Mode::Update,
            (false, false, Some(count), None) => Mode::Fuzz { count, seed },
            (false, false, None, Some(count)) => Mode::Built { count, seed },
            (false, false, None, None) => Mode::Suite,
            _ => return Err(usage()),
        };
        Ok(options)
    }
}

fn number<T: std::str::FromStr>(word: Option<&String>) -> Result<T> {
    word.and_then(|word| word.parse().ok()).ok_or_else(usage)
}

fn usage() -> Failure {
    Failure::new(USAGE)
}
