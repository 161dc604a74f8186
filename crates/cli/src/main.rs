//! `switchboard`: runs programs and shows their traces, natively.

mod arguments;
mod check;
mod document;
mod findings;
mod lines;
mod link;
mod run;
mod source;
mod svg;
mod trace;

use arguments::{Arguments, Command};
use clap::Parser;
use link::Part;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Run(options) => run::run(&options),
        Command::Trace(options) => trace::trace(&options),
        Command::Svg(options) => svg::svg(&options),
        Command::Check { file } => check::check(&file),
        Command::Link(options) => link::link(&options),
        Command::Open { link, program } => {
            link::open(&link, if program { Part::Program } else { Part::Whole })
        }
    }
}
