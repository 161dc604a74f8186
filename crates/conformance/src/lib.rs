//! Compares what programs do on Switchboard with what they do in CPython.
//!
//! The programs stand in `tests/conformance/TOPIC/NAME.py`, what CPython does with each beside it in
//! `NAME.golden.json`. A difference counts as a failure unless one of the suite's lists names the program, and a listed
//! program that does not differ counts as one too: see [`Lists`].

pub mod bad_input;
mod compare;
mod document;
mod lists;
mod program;
mod run;

pub use compare::difference;
pub use document::{Document, Exit, Line};
pub use lists::Lists;
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
    /// It did something else, and that is meant to be.
    Known {
        /// Why, in the list's words.
        reason: String,
    },
    /// It did something else, as the list of programs that do not pass yet says.
    Open,
    /// It did what it does in CPython and is still in the list of this name.
    NoLongerDifferent(&'static str),
}

impl Verdict {
    /// Whether nobody has to look at it.
    #[must_use]
    pub const fn is_fine(&self) -> bool {
        matches!(self, Self::Same | Self::Known { .. } | Self::Open)
    }
}

/// Runs the program with the `switchboard` executable and compares it with its golden.
#[must_use]
pub fn judge(executable: &Path, program: &Program, lists: &Lists) -> Verdict {
    let found = program
        .golden()
        .map_err(|error| error.to_string())
        .and_then(|golden| {
            let actual = run(executable, &program.path).map_err(|error| error.to_string())?;
            Ok(difference(&golden, &actual))
        });
    let found = found.unwrap_or_else(Some);
    verdict(found, &program.id(), lists)
}

fn verdict(found: Option<String>, id: &str, lists: &Lists) -> Verdict {
    match (found, lists.reason(id), lists.is_open(id)) {
        (None, None, false) => Verdict::Same,
        (None, Some(_), _) => Verdict::NoLongerDifferent(Lists::KNOWN),
        (None, None, true) => Verdict::NoLongerDifferent(Lists::OPEN),
        (Some(_), Some(reason), _) => Verdict::Known {
            reason: reason.to_owned(),
        },
        (Some(_), None, true) => Verdict::Open,
        (Some(difference), None, false) => Verdict::Different(difference),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(id: &str, difference: Option<&str>) -> Verdict {
        let lists = Lists::parse("- `a/known`: it is meant to\n", "- `a/open`\n");
        verdict(difference.map(str::to_owned), id, &lists)
    }

    #[test]
    fn a_difference_is_fine_only_where_a_list_names_the_program() {
        assert!(judged("a/known", Some("line 1")).is_fine());
        assert!(judged("a/open", Some("line 1")).is_fine());
        assert!(!judged("a/other", Some("line 1")).is_fine());
    }

    #[test]
    fn a_listed_program_that_passes_has_to_leave_the_list() {
        assert_eq!(judged("a/known", None), Verdict::NoLongerDifferent(Lists::KNOWN));
        assert_eq!(judged("a/open", None), Verdict::NoLongerDifferent(Lists::OPEN));
        assert_eq!(judged("a/other", None), Verdict::Same);
    }
}
