//! The same Python programs under CPython and on Switchboard, in turns.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::measure::{median, time};
use super::row::{Row, speedup};
use crate::failure::{Failure, Result};

const FOLDER: &str = "benches/python";

/// Each program runs this many times on each side.
const ROUNDS: usize = 5;

/// What a program may take: sorting is counted by its comparisons, and the limit for those who try things out is low.
const ENOUGH: &str = "1000000000";

/// A program, the bar for its speed against CPython's, and what its start alone costs.
struct Bench {
    file: &'static str,
    measure: &'static str,
    bar: f64,
    baseline: &'static str,
    trace: Trace,
}

/// Whether our side records what happens, and looks for mistakes in it afterwards.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trace {
    On,
    Off,
}

const fn asyncio(file: &'static str, trace: Trace, measure: &'static str) -> Bench {
    Bench {
        file,
        measure,
        bar: 3.0,
        baseline: "start.py",
        trace,
    }
}

const fn computing(file: &'static str, measure: &'static str) -> Bench {
    Bench {
        file,
        measure,
        bar: 0.5,
        baseline: "empty.py",
        trace: Trace::Off,
    }
}

const ASYNCIO: [Bench; 4] = [
    asyncio(
        "switches.py",
        Trace::On,
        "1,000,000 sleep(0) over 100 tasks, trace on",
    ),
    asyncio(
        "switches.py",
        Trace::Off,
        "1,000,000 sleep(0) over 100 tasks, trace off",
    ),
    asyncio("timers.py", Trace::Off, "10,000 tasks on timers"),
    asyncio("spawn.py", Trace::Off, "100,000 create_task and gather"),
];

const CPU: [Bench; 5] = [
    computing("loops.py", "plain loops"),
    computing("calls.py", "calls"),
    computing("strings.py", "string building"),
    computing("dicts.py", "dictionaries"),
    computing("lists.py", "lists and sorting"),
];

/// All programs, and the geometric mean of those that only compute. A program that fails on one side is reported and
/// left out.
pub fn compare(switchboard: &Path, python: &Path) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for bench in &ASYNCIO {
        rows.extend(reported(bench, run(bench, switchboard, python)).map(|(row, _)| row));
    }
    let mut ratios = Vec::new();
    for bench in &CPU {
        if let Some((row, ratio)) = reported(bench, run(bench, switchboard, python)) {
            rows.push(row);
            ratios.push(ratio);
        }
    }
    if ratios.len() == CPU.len() {
        let mean = (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp();
        rows.push(Row::ratio("geometric mean of the five", mean, 1.0));
    }
    Ok(rows)
}

/// The ten-line program, from the process's start to its exit.
pub fn start(switchboard: &Path) -> Result<Row> {
    let mut times = Vec::new();
    for _ in 0..20 {
        times.push(time(&mut on_switchboard(switchboard, "start.py", Trace::Off))?.0);
    }
    Ok(Row::start_time(median(times)))
}

/// The program's row and its ratio, net of what starting costs on each side.
fn run(bench: &Bench, switchboard: &Path, python: &Path) -> Result<(Row, f64)> {
    let mut ours = Samples::default();
    let mut peer = Samples::default();
    for _ in 0..ROUNDS {
        let theirs = peer.add(|file| in_cpython(python, file), bench)?;
        let printed = ours.add(|file| on_switchboard(switchboard, file, bench.trace), bench)?;
        // With the trace on it prints a document that tells of the run.
        if printed != theirs && bench.trace == Trace::Off {
            return Err(Failure::new(format!(
                "prints {printed:?}, and under CPython {theirs:?}"
            )));
        }
    }
    let (ours, peer) = (ours.net(), peer.net());
    Ok((
        Row::speed(bench.measure, ours, peer, bench.bar),
        speedup(ours, peer),
    ))
}

fn reported(bench: &Bench, result: Result<(Row, f64)>) -> Option<(Row, f64)> {
    match &result {
        Ok((row, _)) => println!("{row}"),
        Err(failure) => println!("{}: {failure}", bench.file),
    }
    result.ok()
}

#[derive(Default)]
struct Samples {
    whole: Vec<Duration>,
    start: Vec<Duration>,
}

impl Samples {
    /// Runs the program and its baseline once; what the program printed.
    fn add(&mut self, command: impl Fn(&str) -> Command, bench: &Bench) -> Result<String> {
        let (elapsed, printed) = time(&mut command(bench.file))?;
        self.whole.push(elapsed);
        self.start.push(time(&mut command(bench.baseline))?.0);
        Ok(printed)
    }

    fn net(self) -> Duration {
        median(self.whole).saturating_sub(median(self.start))
    }
}

fn in_cpython(python: &Path, file: &str) -> Command {
    let mut command = Command::new(python);
    command.arg(Path::new(FOLDER).join(file));
    command
}

fn on_switchboard(switchboard: &Path, file: &str, trace: Trace) -> Command {
    let mut command = Command::new(switchboard);
    command.arg("run").arg(Path::new(FOLDER).join(file));
    command.args(["--max-instructions", ENOUGH]);
    if trace == Trace::On {
        command.arg("--json");
    }
    command
}
