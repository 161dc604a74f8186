//! A line of the table.

use std::fmt;
use std::time::Duration;

/// The table's head, in Markdown.
pub const HEADER: &str =
    "| measure | switchboard | peer | ratio or value | bar | |\n| --- | --- | --- | --- | --- | --- |";

/// A measure, what came out, and whether it reaches its bar.
#[derive(Debug)]
pub struct Row {
    measure: String,
    ours: String,
    peer: String,
    value: String,
    bar: String,
    is_reached: bool,
}

impl Row {
    /// How many times as fast as CPython a program ran, which should be at least `bar`.
    pub fn speed(measure: &str, ours: Duration, peer: Duration, bar: f64) -> Self {
        let mut row = Self::ratio(measure, speedup(ours, peer), bar);
        row.ours = milliseconds(ours);
        row.peer = milliseconds(peer);
        row
    }

    /// A ratio that should be at least `bar`.
    pub fn ratio(measure: &str, ratio: f64, bar: f64) -> Self {
        Self {
            measure: measure.to_owned(),
            ours: String::new(),
            peer: String::new(),
            value: format!("{ratio:.2}x"),
            bar: format!("at least {bar}x"),
            is_reached: ratio >= bar,
        }
    }

    /// Our executor's time as a ratio to the fastest other one's.
    pub fn executor(measure: &str, ratio: f64, bar: f64) -> Self {
        Self::at_most(measure, String::new(), ratio, bar, "times the fastest")
    }

    /// How long it takes to find the board at some place of a long trace, once it has been seen as a whole.
    pub fn seek(measure: &str, milliseconds: f64) -> Self {
        Self::at_most(measure, String::new(), milliseconds, 5.0, "ms")
    }

    /// From the start of the process to its exit.
    pub fn start_time(time: Duration) -> Self {
        Self::at_most(
            "start of a ten-line program",
            milliseconds(time),
            time.as_secs_f64() * 1e3,
            10.0,
            "ms",
        )
    }

    /// Memory for each task that sleeps, in bytes.
    pub fn task_memory(bytes: f64) -> Self {
        Self::at_most(
            "memory of a sleeping task",
            format!("{bytes:.0} B"),
            bytes / 1024.0,
            1.5,
            "KB",
        )
    }

    /// The engine's size as a browser downloads it, in bytes.
    pub fn engine_size(bytes: u64) -> Self {
        Self::at_most(
            "engine in wasm, brotli",
            format!("{bytes} B"),
            bytes as f64 / 1024.0,
            260.0,
            "KB",
        )
    }

    /// A time that the page takes for something, in milliseconds.
    pub fn page(measure: &str, milliseconds: f64, bar: f64) -> Self {
        Self::at_most(measure, String::new(), milliseconds, bar, "ms")
    }

    fn at_most(measure: &str, ours: String, value: f64, bar: f64, unit: &str) -> Self {
        Self {
            measure: measure.to_owned(),
            ours,
            peer: String::new(),
            value: format!("{value:.2} {unit}"),
            bar: format!("at most {bar} {unit}"),
            is_reached: value <= bar,
        }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            measure,
            ours,
            peer,
            value,
            bar,
            is_reached,
        } = self;
        let verdict = if *is_reached { "reached" } else { "MISSED" };
        write!(f, "| {measure} | {ours} | {peer} | {value} | {bar} | {verdict} |")
    }
}

/// How many times as fast ours is.
pub fn speedup(ours: Duration, peer: Duration) -> f64 {
    peer.as_secs_f64() / ours.as_secs_f64().max(1e-9)
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}
