//! The program: where each task stands in it.

mod standing;
mod whole;

pub use standing::{ByLine, current_line, has_await, standing, suspended};
pub use whole::svg;
