//! The Python parser alone.

use std::hint::black_box;

use ruff_python_parser::parse_module;

fn main() {
    let _ = black_box(parse_module(black_box("print('hello')")));
}
