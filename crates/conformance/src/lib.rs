//! Compares what programs do on Switchboard with what they do in CPython.
//!
//! The programs stand in `tests/conformance/TOPIC/NAME.py`, what CPython does with each beside it in
//! `NAME.golden.json`. A difference counts as a failure unless `tests/conformance/KNOWN_DIFFERENCES.md` lists it.

mod compare;
mod document;
mod known;
mod program;
mod run;

pub use compare::difference;
pub use document::{Document, Exit, Line};
pub use known::KnownDifferences;
pub use program::{Program, discover};
pub use run::{RunError, run};

use std::path::Path;

/// How a program fared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It did exactly what it does in CPython.
    Same,
    /// It did something else, and this is the first thing.
    Different(String),
    /// It did something else, as the list of known differences says.
    Known {
        /// Why, in the list's words.
        reason: String,
    },
    /// It is listed as different and is not: the list is out of date.
    NoLongerDifferent,
}

impl Verdict {
    /// Whether nobody has to look at it.
    #[must_use]
    pub const fn is_fine(&self) -> bool {
        matches!(self, Self::Same | Self::Known { .. })
    }
}

/// Runs the program with the `switchboard` executable and compares it with its golden.
#[must_use]
pub fn judge(executable: &Path, program: &Program, known: &KnownDifferences) -> Verdict {
    let found = program
        .golden()
        .map_err(|error| error.to_string())
        .and_then(|golden| {
            let actual = run(executable, &program.path).map_err(|error| error.to_string())?;
            Ok(difference(&golden, &actual))
        });
    let found = found.unwrap_or_else(Some);
    match (found, known.reason(&program.id())) {
        (None, None) => Verdict::Same,
        (None, Some(_)) => Verdict::NoLongerDifferent,
        (Some(_), Some(reason)) => Verdict::Known {
            reason: reason.to_owned(),
        },
        (Some(difference), None) => Verdict::Different(difference),
    }
}
