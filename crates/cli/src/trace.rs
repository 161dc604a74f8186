//! `switchboard trace`.

use crate::arguments::{Format, TraceOptions};
use crate::{run, source};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use switchboard_trace::{Trace, board_json, jsonl, perfetto};

/// Runs the program and prints its trace.
pub fn trace(options: &TraceOptions) -> ExitCode {
    run::exit_with(match source::read(&options.program.file) {
        Ok(text) => write_trace(&text, options),
        Err(error) => error.print(),
    })
}

fn write_trace(text: &str, options: &TraceOptions) -> io::Result<u8> {
    let (trace, exit) = run::record(text, &options.program)?;
    let mut out = BufWriter::new(io::stdout().lock());
    match options.format {
        Format::Jsonl => jsonl(&trace).try_for_each(|line| writeln!(out, "{line}"))?,
        Format::Perfetto => writeln!(out, "{}", perfetto(&trace))?,
        Format::Boards => write_boards(&trace, &options.at, &mut out)?,
    }
    out.flush()?;
    Ok(exit.code())
}

fn write_boards(trace: &Trace, steps: &[usize], out: &mut impl Write) -> io::Result<()> {
    let end = [trace.len()];
    let steps = if steps.is_empty() { &end } else { steps };
    steps.iter().try_for_each(|step| {
        let board = trace.board_at((*step).min(trace.len()));
        writeln!(out, "{}", board_json(&board, trace.tables()))
    })
}
