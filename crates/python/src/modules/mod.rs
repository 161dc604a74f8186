//! The standard library: modules in Rust, and modules in Python that the machine runs.

pub mod builtins;

use crate::object::Dict;
use crate::vm::Vm;
use std::rc::Rc;

/// Fills a native module's namespace.
pub type Fill = fn(&Rc<Vm>, &Dict);

/// The native part of a module.
pub fn native(name: &str) -> Option<Fill> {
    Some(match name {
        "_asyncio" => crate::aio::fill,
        _ => return None,
    })
}

/// The part of a module that is written in Python.
pub fn source(name: &str) -> Option<&'static str> {
    Some(match name {
        "abc" => include_str!("../../lib/abc.py"),
        _ => return None,
    })
}
