//! What the views show, worked out from a trace and a board: how tasks are called and coloured, where steps lead,
//! and how pictures are laid out. Nothing here knows a browser, so that pictures can be drawn natively as well.

mod awaits;
mod colors;
mod labels;
pub mod lanes;
mod seek;
pub mod scene;
mod steps;
mod text;

pub use awaits::AwaitPoints;
pub use colors::{Look, PATTERNS, SLOTS};
pub use labels::Labels;
pub use seek::SeekLine;
pub use steps::{Direction, Steps, Unit};
pub use text::{duration, exact_moment, moment, shortened};
