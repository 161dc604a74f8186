//! `switchboard`: runs programs and shows their traces, natively.

mod arguments;
mod document;
mod lines;
mod run;
mod source;

use arguments::{Arguments, Command};
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Run(options) => run::run(&options),
    }
}
