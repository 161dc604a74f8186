//! `switchboard`: runs programs and shows their traces, natively.

use std::process::ExitCode;
use switchboard_python::{Exit, Options, Session};

fn main() -> ExitCode {
    let path = std::env::args().nth(2).unwrap_or_default();
    let source = std::fs::read_to_string(&path).unwrap_or_default();
    let mut session = Session::new(
        &source,
        Options {
            file_name: path,
            ..Options::default()
        },
    );
    let exit = session.run_to_end();
    for output in session.take_output() {
        match output.stream {
            switchboard_python::vm::Stream::Stdout => print!("{}", output.text),
            switchboard_python::vm::Stream::Stderr => eprint!("{}", output.text),
        }
    }
    match exit {
        Exit::Ok => ExitCode::SUCCESS,
        Exit::Failed { code, .. } => ExitCode::from(code as u8),
    }
}
