//! The parts around the panels: the page's grid, its header and its transport.

mod copy;
mod diagnosis;
mod dialog;
mod export;
mod gallery;
mod header;
mod help;
mod icon;
mod locals;
mod narration;
mod notes;
mod notice;
mod page;
mod panel;
mod passing_time;
mod prompt;
mod rows;
mod score;
mod seek_bar;
mod sentence;
mod share;
mod splitter;
mod still;
mod task_card;
mod transport;

pub use diagnosis::said;
pub use icon::{Glyph, Icon};
pub use locals::frame_locals;
pub use notes::Notes;
pub use page::Page;
pub use panel::Panel;
pub use rows::{Stop, row_button, walk_rows};
pub use sentence::{SentenceView, TaskName};
pub use task_card::{TaskCard, state_word, task_card};
