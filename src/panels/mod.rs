//! The panels: each shows the same board in its own way, and nothing else.

mod builder;
mod code;
mod console;
mod inspector;
mod log;
mod queues;
mod scene;
mod timeline;

pub use code::Code;
pub use console::Console;
pub use inspector::Inspector;
pub use log::Log;
pub use queues::Queues;
pub use scene::Scene;
pub use timeline::Timeline;
