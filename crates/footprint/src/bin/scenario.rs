//! Scenarios: a link and a file are read, and a clicked program is written.

use std::hint::black_box;

use switchboard_scenario::{from_link, generate, read, read_file, to_fragment, to_markdown, unpack};

fn main() {
    let _ = black_box(from_link(black_box("#1.q1ZKzs9LKy5R0lFQKg")).map(|payload| unpack(&payload)));
    black_box(to_fragment(black_box(b"payload")));
    if let Ok(document) = read_file(black_box("# Title")) {
        black_box(to_markdown(&document.scenario("en")));
    }
    if let Ok(workload) = read(black_box("import asyncio")) {
        black_box(generate(&workload));
    }
}
