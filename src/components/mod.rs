//! The parts around the panels: the page's grid, its header and its transport.

mod header;
mod icon;
mod page;
mod panel;
mod seek_bar;
mod transport;

pub use icon::{Glyph, Icon};
pub use page::Page;
pub use panel::Panel;
