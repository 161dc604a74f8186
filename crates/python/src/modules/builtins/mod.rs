//! Built-in functions.

pub mod classes;
