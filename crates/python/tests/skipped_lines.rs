//! Lines that a trace's bounds leave out are skipped, and a second run of the program brings them back.

use switchboard_python::{Options, Session};
use switchboard_trace::{Event, Limits, LineWindow, Recorder, Trace};

const PROGRAM: &str = "\
import asyncio
async def work(n):
    total = 0
    for i in range(n):
        total += i
        if i % 100 == 99:
            await asyncio.sleep(0)
    return total
async def main():
    print(await asyncio.gather(*(work(n) for n in (10, 350, 90))))
    for i in range(5000):
        i += 1
asyncio.run(main())
";

/// A run of [`PROGRAM`], recorded within these limits.
fn run(limits: Limits) -> Trace {
    let recorder = Recorder::on(limits);
    let options = Options {
        recorder: recorder.clone(),
        ..Options::default()
    };
    Session::new(PROGRAM, options).run_to_end();
    recorder.take()
}

/// The events that tell of lines.
fn lines(trace: &Trace) -> Vec<Event> {
    let events = trace.iter().map(|record| record.event);
    let is_line = |event: &Event| matches!(event, Event::LineReached { .. } | Event::LinesSkipped { .. });
    events.filter(is_line).collect()
}

#[test]
fn lines_that_were_skipped_are_brought_back_by_a_second_run_of_the_program() {
    let bounded = lines(&run(Limits {
        lines_per_step: 60,
        ..Limits::default()
    }));
    let (mut gaps, mut filled) = (0, Vec::new());
    for event in bounded {
        match event {
            Event::LinesSkipped { count, from } => {
                let again = lines(&run(Limits {
                    window: LineWindow::Exactly(from..u64::MAX),
                    ..Limits::default()
                }));
                let reached = again
                    .into_iter()
                    .filter(|event| matches!(event, Event::LineReached { .. }));
                filled.extend(reached.take(count as usize));
                gaps += 1;
            }
            kept => filled.push(kept),
        }
    }
    let whole = lines(&run(Limits {
        lines_per_step: u32::MAX,
        ..Limits::default()
    }));
    assert!(
        gaps > 1 && whole.len() > 10_000,
        "{gaps} gaps, {} lines",
        whole.len()
    );
    assert_eq!(whole.iter().zip(&filled).find(|(a, b)| a != b), None);
    assert_eq!(whole.len(), filled.len());
}
