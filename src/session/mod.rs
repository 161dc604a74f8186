//! What the page runs.

mod run;
mod transcript;

pub use run::Run;
pub use transcript::Transcript;
