//! Python on our own terms: a front end, bytecode and a resumable virtual machine that runs programs as CPython
//! 3.13 does, on the executor's event loop.

pub mod aio;
pub mod bytecode;
pub mod inspect;
pub mod modules;
pub mod object;
pub mod session;
pub mod syntax;
pub mod types;
pub mod vm;

pub use modules::library::{embedded as library_text, imports as library_imports};
pub use session::{Advance, Exit, Options, Output, Session};
