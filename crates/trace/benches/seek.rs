//! How long a seek takes, and how much a trace takes.
//!
//! `cargo bench -p switchboard-trace`
//!
//! Lines with a tab are for other programs: the measure, and milliseconds.

#[path = "../tests/common/mod.rs"]
mod common;

use std::hint::black_box;
use std::time::{Duration, Instant};

use common::{Dice, busy_trace};

const EVENTS: usize = 1_000_000;
const SEEKS: usize = 500;

fn main() {
    for tasks in [10, 1_000, 10_000] {
        let trace = busy_trace(tasks, EVENTS);
        let begun = Instant::now();
        black_box(trace.board_at(trace.len()));
        let first = begun.elapsed();
        let mut dice = Dice::new(1);
        let mut seeks: Vec<Duration> = (0..SEEKS)
            .map(|_| {
                let step = dice.below(EVENTS as u32) as usize;
                let begun = Instant::now();
                black_box(trace.board_at(step));
                begun.elapsed()
            })
            .collect();
        seeks.sort_unstable();
        let (median, worst) = (seeks[SEEKS / 2], seeks[SEEKS - 1]);
        let bytes = trace.bytes() as f64 / trace.len() as f64;
        println!(
            "{EVENTS} events, {tasks:6} tasks alive: {bytes:.1} bytes an event; first look {first:.1?}; \
             seek median {median:.2?}, worst of {SEEKS} {worst:.2?}"
        );
        println!(
            "seek in a trace of 1,000,000 events, {tasks} tasks\t{}",
            median.as_secs_f64() * 1e3
        );
    }
}
