//! `switchboard run`.

use crate::arguments::{ProgramOptions, RunOptions};
use crate::document::Document;
use crate::findings::{self, Finding};
use crate::lines::{Line, Lines};
use crate::source::{self, SourceError};
use std::io::{self, Write};
use std::process::ExitCode;
use switchboard_python::vm::{Limits, Stream};
use switchboard_python::{Advance, Exit, Options, Output, Session};
use switchboard_trace::{Exceeded, Limit, Recorder, Trace};

/// Instructions between two looks at the output, so that it comes while the program runs.
const SLICE: u64 = 1_000_000;

/// Bytes of output that are written together.
const BUFFER: usize = 1 << 16;

/// What the process exits with when nothing can happen any more, and when a limit is exceeded.
const DEADLOCK: u8 = 3;
const LIMIT: u8 = 4;

/// Runs the program and prints what it prints, or the document that tells of it.
pub fn run(options: &RunOptions) -> ExitCode {
    exit_with(match source::read(&options.program.file) {
        Ok(text) if options.json => document(&text, &options.program).and_then(|document| print(&document)),
        Ok(text) => stream(&text, &options.program),
        Err(error) => refuse(error, options),
    })
}

/// Ends the process with this code, or with what went wrong with the output.
pub fn exit_with(done: io::Result<u8>) -> ExitCode {
    match done {
        Ok(code) => ExitCode::from(code),
        // Whoever reads has gone: there is nobody to tell.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("switchboard: can't write the output: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A session for this program; its file is called as it was on the command line.
fn session(text: &str, options: &ProgramOptions, recorder: Recorder) -> Session {
    let limits = Limits::default();
    limits.time.set((options.max_seconds * 1e9) as u64);
    limits.instructions.set(options.max_instructions);
    limits.memory.set(megabytes(options.max_memory));
    limits.output.set(megabytes(options.max_output) as u64);
    Session::new(
        text,
        Options {
            file_name: options.file.display().to_string(),
            limits,
            cost: options.cost_ns,
            recorder,
            seed: options.seed,
            library: None,
        },
    )
}

fn megabytes(count: u32) -> usize {
    usize::try_from(count)
        .unwrap_or(usize::MAX)
        .saturating_mul(1 << 20)
}

fn how_to_raise(limit: Limit) -> &'static str {
    match limit {
        Limit::Memory => "Allow more with --max-memory MB.",
        Limit::Instructions => "Allow more with --max-instructions N.",
        Limit::Output => "Allow more with --max-output MB.",
        Limit::Time => "Allow more with --max-seconds S.",
        Limit::Trace => "Without --json nothing is recorded, and there is no such limit.",
    }
}

/// Runs to the end, with virtual time that jumps; `each` gets the output as it comes.
fn drive(session: &mut Session, mut each: impl FnMut(Vec<Output>) -> io::Result<()>) -> io::Result<Exit> {
    loop {
        let advance = session.advance(SLICE);
        each(session.take_output())?;
        match advance {
            Advance::Again => {}
            Advance::At(time) => session.vm.clock.advance_to(time),
            Advance::Finished => return Ok(session.exit().cloned().unwrap_or(Exit::Ok)),
        }
    }
}

/// Runs a program to its end and records it. What it prints to standard error goes there, as it comes; what it prints
/// to standard output is in the trace.
pub fn record(text: &str, options: &ProgramOptions) -> io::Result<(Trace, Exit)> {
    let recorder = Recorder::on(switchboard_trace::Limits::default());
    let mut session = session(text, options, recorder.clone());
    let mut stderr = io::stderr().lock();
    let exit = drive(&mut session, |pieces| {
        let mut errors = pieces.iter().filter(|piece| piece.stream == Stream::Stderr);
        errors.try_for_each(|piece| stderr.write_all(piece.text.as_bytes()))
    })?;
    Ok((recorder.take(), exit))
}

fn stream(text: &str, options: &ProgramOptions) -> io::Result<u8> {
    let mut session = session(text, options, Recorder::off());
    // A program may print a million short lines: they are written together, once a slice.
    let mut stdout = io::BufWriter::with_capacity(BUFFER, io::stdout().lock());
    let mut stderr = io::stderr().lock();
    let exit = drive(&mut session, |pieces| {
        for piece in &pieces {
            match piece.stream {
                Stream::Stdout => stdout.write_all(piece.text.as_bytes())?,
                Stream::Stderr => {
                    // Both may be the same terminal.
                    stdout.flush()?;
                    stderr.write_all(piece.text.as_bytes())?;
                }
            }
        }
        if pieces.is_empty() { Ok(()) } else { stdout.flush() }
    })?;
    // CPython would wait or run for ever: it has no words for these.
    if let Exit::Failed {
        class,
        message,
        line,
        code: code @ (DEADLOCK | LIMIT),
    } = &exit
    {
        // A deadlock's message says itself where everybody waits.
        let place = match (*code, line) {
            (LIMIT, Some(line)) => format!(" ({}, line {line})", options.file.display()),
            _ => String::new(),
        };
        writeln!(stderr, "switchboard: {class}: {message}{place}")?;
        if let Some(Exceeded { limit, .. }) = session.vm.exceeded.get() {
            writeln!(stderr, "{}", how_to_raise(limit))?;
        }
    }
    // The process ends: taking a program's objects apart one by one would only take time.
    std::mem::forget(session);
    Ok(exit.code())
}

fn document(text: &str, options: &ProgramOptions) -> io::Result<Document> {
    let recorder = Recorder::on(switchboard_trace::Limits::default());
    let mut session = session(text, options, recorder.clone());
    let mut lines = Lines::default();
    let exit = drive(&mut session, |pieces| {
        pieces.iter().for_each(|piece| lines.push(piece));
        Ok(())
    })?;
    let trace = recorder.take();
    let found = findings::in_text(&session.diagnostics).chain(findings::in_trace(&trace));
    Ok(Document {
        output: lines.finish(),
        exit,
        elapsed: session.vm.clock.now(),
        turns: session.vm.aio.scheduler.turns(),
        events: trace.len(),
        diagnostics: found.collect(),
    })
}

fn print(document: &Document) -> io::Result<u8> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "{}", document.to_json())?;
    stdout.flush()?;
    Ok(document.exit.code())
}

/// There is no text to run.
fn refuse(error: SourceError, options: &RunOptions) -> io::Result<u8> {
    let SourceError::NotText { message, line } = &error else {
        return error.print();
    };
    if !options.json {
        return error.print();
    }
    print(&Document {
        output: vec![Line {
            time: 0,
            stream: Stream::Stderr,
            text: error.to_string(),
        }],
        exit: Exit::Failed {
            class: "SyntaxError".into(),
            message: message.clone(),
            line: Some(*line),
            code: 1,
        },
        elapsed: 0,
        turns: 0,
        events: 0,
        diagnostics: vec![Finding {
            severity: "error",
            code: "syntax-error",
            line: *line,
            message: message.clone(),
            hint: None,
        }],
    })
}
