//! Runs one program twice, in slices of different sizes, and says what is wrong with it.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::thread;

use switchboard_python::vm::{Limits, Stream};
use switchboard_python::{Advance, Exit, Options, Session};

/// A small stack shows deep recursion early. With assertions frames are larger than in a release.
const STACK: usize = 2 << 20;

/// Instructions in a slice of the second run.
const SLICE: u64 = 61;

/// What a mutant must not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// With the place and the message.
    Panic(String),
    /// The run depends on how it is sliced.
    Slices(String),
}

impl std::fmt::Display for Flaw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Flaw::Panic(what) => write!(f, "panic {what}"),
            Flaw::Slices(what) => write!(f, "slices {what}"),
        }
    }
}

thread_local! {
    static LAST_PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Panics are noted instead of printed.
pub fn note_panics() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let message = panic.payload_as_str().unwrap_or_default();
        LAST_PANIC.with(|last| last.replace(format!("at {place}: {message}").replace('\n', " ")));
    }));
}

/// Runs the program in a thread of its own.
pub fn flaw_of(source: &str) -> Option<Flaw> {
    let source = source.to_owned();
    let trial = thread::Builder::new().stack_size(STACK).spawn(move || {
        let tried = panic::catch_unwind(AssertUnwindSafe(|| {
            let whole = run(&source, u64::MAX / 2);
            let sliced = run(&source, SLICE);
            (whole != sliced).then(|| difference(&whole, &sliced))
        }));
        match tried {
            Ok(difference) => difference.map(Flaw::Slices),
            Err(_) => Some(Flaw::Panic(LAST_PANIC.take())),
        }
    });
    match trial.map(thread::JoinHandle::join) {
        Ok(Ok(flaw)) => flaw,
        // It was caught: only the thread's own end is left to go wrong.
        Ok(Err(_)) => Some(Flaw::Panic("in the end of a thread".to_owned())),
        Err(error) => Some(Flaw::Panic(format!("no thread: {error}"))),
    }
}

/// What a run comes to.
#[derive(Debug, PartialEq)]
struct Told {
    /// Pieces with their times and streams.
    output: Vec<(u64, bool, String)>,
    exit: Option<Exit>,
    instructions: u64,
    now: u64,
}

fn run(source: &str, fuel: u64) -> Told {
    let limits = Limits::default();
    limits.instructions.set(100_000);
    limits.memory.set(24 << 20);
    limits.output.set(1 << 16);
    limits.time.set(10_000_000_000_000);
    let options = Options {
        limits,
        ..Options::default()
    };
    let mut session = Session::new(source, options);
    let mut output = Vec::new();
    loop {
        let advance = session.advance(fuel);
        let pieces = session.take_output();
        output.extend(
            pieces
                .into_iter()
                .map(|piece| (piece.time, piece.stream == Stream::Stderr, piece.text)),
        );
        match advance {
            Advance::Again => {}
            Advance::At(time) => session.vm.clock.advance_to(time),
            Advance::Finished => break,
        }
    }
    Told {
        output,
        exit: session.exit().cloned(),
        instructions: session.vm.clock.instructions(),
        now: session.vm.clock.now(),
    }
}

fn difference(whole: &Told, sliced: &Told) -> String {
    if let Some((a, b)) = whole.output.iter().zip(&sliced.output).find(|(a, b)| a != b) {
        return format!("{a:?} or {b:?}");
    }
    if whole.exit != sliced.exit {
        return format!("{:?} or {:?}", whole.exit, sliced.exit);
    }
    format!(
        "{} pieces, {} instructions, {} ns or {} pieces, {} instructions, {} ns",
        whole.output.len(),
        whole.instructions,
        whole.now,
        sliced.output.len(),
        sliced.instructions,
        sliced.now
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_honest_program_has_no_flaw() {
        assert_eq!(flaw_of("print(sum(range(10)))\n"), None);
        assert_eq!(flaw_of("while True: pass\n"), None);
        assert_eq!(flaw_of("x = = 1\n"), None);
    }
}
