//! The call center: the operator is the event loop, the clients are the tasks.

mod balloon;
mod client;
mod clocks;
mod cord;
mod furniture;
mod operator;
mod slips;
mod spoken;
mod whole;

pub use balloon::{balloon, invitation};
pub use client::{NameRow, figure, mark, state, written};
pub use clocks::{clock, egg_timer};
pub use cord::Cord;
pub use furniture::{definitions, desk, door, floor, gone, lounge, queue, switchboard};
pub use operator::{mood_word, operator};
pub use slips::{card_on_the_line, notice, result, result_at, slip};
pub use spoken::{detail, result_text};
pub use whole::svg;
