//! The loop's own picture: its phases, the ready queue, timers, and who waits for what.

mod flow;
mod waits;
mod whole;

pub use whole::svg;
