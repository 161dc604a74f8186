//! What the views show, worked out from a trace and a board: how tasks are called and coloured, where steps lead,
//! and how pictures are laid out. Nothing here knows a browser, so that pictures can be drawn natively as well.

mod awaits;
mod colors;
mod labels;
pub mod lanes;
mod partition;
mod queues;
pub mod quiz;
pub mod scene;
mod seek;
mod steps;
mod text;
mod times;
mod turn_code;

pub use awaits::AwaitPoints;
pub use colors::{Look, PATTERNS, SLOTS};
pub use labels::Labels;
pub use partition::partition;
pub use queues::{Awaited, Bounded, ReadyQueue, TimerFor, TimerRow, WaitRow, Wish, timers, waits};
pub use seek::SeekLine;
pub use steps::{Direction, Steps, Unit};
pub use text::{duration, exact_moment, moment, shortened};
pub use times::{TaskTimes, Totals};
pub use turn_code::{PHASES, RustPart, rust_parts, turn_code};
