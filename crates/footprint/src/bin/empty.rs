//! Nothing but an allocation: what Rust itself takes.

use std::hint::black_box;

fn main() {
    black_box(String::from(black_box("empty")));
}
