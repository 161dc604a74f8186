//! The text form of a scenario: a Markdown file that people can read, write and keep.
//!
//! ````text
//! ---
//! title: "Three downloads" fr "Trois téléchargements" de "Drei Downloads"
//! lecture: 1.2
//! topics: gather, sleep
//! seed: 42
//! step: 17
//! pin: line 8: note "Here it waits."
//! pin: before the run: how long?
//! ---
//!
//! What the author says about it.
//!
//! ## Français
//!
//! Ce que l'auteur en dit.
//!
//! ```python
//! import asyncio
//! ...
//! ```
//!
//! ```text
//! what it prints
//! ```
//! ````
//!
//! What has its default value is left out. A text stands alone, or is followed by what it is in other languages. Notes in
//! other languages begin with a heading that is that language's own name.

mod bundle;
mod document;
mod entry;
mod read;
mod write;

pub use bundle::{bundle, unbundle};
pub use document::{Document, Localized};
pub use read::{FileError, FileProblem, read_file};
pub use write::to_markdown;
