//! The standard library: modules in Rust, and modules in Python that the machine runs.

pub mod builtins;
pub mod contextvars;
pub mod functions;
pub mod gc;
pub mod hooks;
pub mod library;
pub mod math;
pub mod native_types;
pub mod os;
pub mod streams;
pub mod structseq;
pub mod switchboard;
pub mod sys;
pub mod time;

use crate::object::Dict;
use crate::vm::Vm;
use std::rc::Rc;

/// Fills a native module's namespace.
pub type Fill = fn(&Rc<Vm>, &Dict);

/// The native part of a module.
pub fn native(name: &str) -> Option<Fill> {
    Some(match name {
        "_asyncio" => crate::aio::fill,
        "builtins" => builtins::fill,
        "gc" => gc::fill,
        "_switchboard" => switchboard::fill,
        "math" => math::fill,
        "os" => os::fill,
        "os.path" | "posixpath" => os::path::fill,
        "sys" => sys::fill,
        "time" => time::fill,
        "_contextvars" | "contextvars" => contextvars::fill,
        _ => return None,
    })
}
