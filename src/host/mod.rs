//! The page's one door to the browser's clock, timers, storage and event loop.
//!
//! The engine's time is virtual. Here it is mapped onto the wall clock: turns are macrotasks of the browser's own
//! event loop, a wait is one `setTimeout` for the next deadline, and no slice of work holds the page for longer than
//! [`SLICE_MS`].

mod alarm;
pub mod api;
pub mod clipboard;
mod clock;
pub mod crash;
mod driver;
pub mod editor;
pub mod files;
mod frame;
pub mod link;
mod macrotask;
pub mod page;
pub mod rest;
pub mod still;
pub mod storage;
pub mod update;

pub use alarm::{Alarm, after_ms};
pub use clock::{LiveClock, Pace, now_ms};
pub use driver::{Advance, Driver, Program};
pub use frame::FrameRequest;
pub use rest::Later;

/// The longest that the engine may run before the page gets its turn, in milliseconds.
pub const SLICE_MS: f64 = 8.0;
