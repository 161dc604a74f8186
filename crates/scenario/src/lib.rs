//! Scenarios, the links that carry them, and workloads.
//!
//! A [`Scenario`] is a program with all that it takes to see the same thing in it again. A link carries it in the
//! fragment of an address: `wire` writes it as bytes, and `link` those as text; `file` is the form
//! that people read.
//!
//! A [`Workload`] is what somebody who writes no code puts together from coroutines and their steps. It is written as an
//! ordinary Python program by [`generate`], and [`read`] reads such a program again, also after edits that stay within
//! the same forms. The program is the only thing that is kept: a workload has no file format of its own.

mod edit;
mod error;
mod file;
mod generate;
mod link;
mod names;
pub mod notes;
mod random;
mod read;
mod scenario;
mod tokens;
mod wire;
mod workload;

pub use edit::{Edit, Place, StepKind};
pub use error::LinkError;
pub use file::{Document, FileError, FileProblem, Localized, bundle, read_file, to_markdown, unbundle};
pub use generate::generate;
pub use link::{MAX_LINK, MAX_PAYLOAD, from_link, to_fragment};
#[cfg(feature = "deflate")]
pub use link::{decode, encode};
pub use names::{NameProblem, check_name};
pub use read::{Refusal, Why, read};
pub use scenario::{Anchor, Attempt, Machine, Panel, Pin, Pinned, Question, Rate, Scenario};
pub use wire::{pack, unpack};
pub use workload::{Coroutine, Duration, MAX_COPIES, MAX_REPEAT, Start, Step, Workload};
