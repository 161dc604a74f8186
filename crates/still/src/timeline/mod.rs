//! The timeline: when each task ran, was ready and waited, and when the loop was busy.

mod brush;
mod layout;
mod paint;
mod pen;
mod whole;

pub use brush::{Brush, Hatch, Pattern, Tone};
pub use layout::{AXIS, Layout, Row};
pub use paint::{Future, GAP, NAMES, Picture};
pub use whole::svg;
