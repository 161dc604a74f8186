//! The whole engine: a program compiled and run to its end.

use std::hint::black_box;

use switchboard_python::{Options, Session};

fn main() {
    let mut session = Session::new(black_box("print('hello')"), Options::default());
    black_box(session.run_to_end());
    black_box(session.take_output());
}
