//! What the page runs.

mod run;

pub use run::Run;
