//! Workloads: what somebody who writes no code puts together from coroutines and their steps.
//!
//! A [`Workload`] is written as an ordinary Python program by [`generate`], and [`read`] reads such a program again,
//! also after edits that stay within the same forms. The program is the only thing that is kept: a workload has no
//! file format of its own.

mod edit;
mod generate;
mod names;
mod read;
mod tokens;
mod workload;

pub use edit::{Edit, Place, StepKind};
pub use generate::generate;
pub use names::{NameProblem, check_name};
pub use read::{Refusal, Why, read};
pub use workload::{Coroutine, Duration, MAX_COPIES, MAX_REPEAT, Start, Step, Workload};
