//! The command line's arguments.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Runs Python asyncio programs on Switchboard's engine and shows what happens in them.
#[derive(Debug, Parser)]
#[command(name = "switchboard", version, about)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run a program as CPython would, in virtual time
    ///
    /// Exit codes: what the program exits with; 1 after an uncaught exception, 2 when the file can't be read, 3
    /// after a deadlock, 4 after a limit on instructions, memory or virtual time.
    Run(RunOptions),
    /// Run a program and print all that happened in it
    ///
    /// What the program prints to its standard output is in the trace; what it prints to standard error goes there.
    /// Exit codes are those of `run`.
    Trace(TraceOptions),
    /// Run a program and draw a step of it as an SVG picture
    ///
    /// The picture stands by itself, without scripts, fonts or other files: for papers, slides and print. It is drawn
    /// also for a program that fails; what it prints to standard error goes there. Exits with 2 if the file can't be
    /// read or there is no such step.
    Svg(SvgOptions),
    /// Look for mistakes in a program without running it
    ///
    /// Exits with 1 if the program can't run.
    Check {
        /// The program's file
        #[arg(value_name = "FILE.py")]
        file: PathBuf,
    },
    /// Print a link that opens a program on the page
    ///
    /// All of it stands in the link's fragment, which browsers send to no server.
    Link(LinkOptions),
    /// Print the scenario that a link carries
    ///
    /// Exits with 2 if the link carries none or is damaged.
    Open {
        /// The link, or its part from `#` on; `-` reads it from standard input
        #[arg(value_name = "LINK")]
        link: String,
        /// Print the program alone
        #[arg(long)]
        program: bool,
    },
}

#[derive(Args, Debug)]
pub struct LinkOptions {
    /// The program's file, or a scenario's (.md) with all that it says
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The page's address; without it, the link is what follows the address
    #[arg(long, value_name = "URL", default_value = "")]
    pub base: String,
    /// The step to stand at: how many events are before it
    #[arg(long, value_name = "STEP")]
    pub at: Option<u64>,
    /// What the scenario is called
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Where random numbers begin; 0 unless the file says otherwise
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Virtual nanoseconds that an instruction takes; 30 unless the file says otherwise
    #[arg(long, value_name = "N")]
    pub cost_ns: Option<u64>,
    /// The language in which a scenario's texts are taken
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub lang: String,
}

#[derive(Args, Debug)]
pub struct RunOptions {
    #[command(flatten)]
    pub program: ProgramOptions,
    /// Print one JSON document: the output with its virtual times, the exit, counts and diagnostics
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct TraceOptions {
    #[command(flatten)]
    pub program: ProgramOptions,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    pub format: Format,
    /// With `--format boards`: the steps, with commas between them; without it, the end
    #[arg(long, value_name = "STEP", value_delimiter = ',')]
    pub at: Vec<usize>,
}

#[derive(Args, Debug)]
pub struct SvgOptions {
    #[command(flatten)]
    pub program: ProgramOptions,
    /// The step to draw: how many events are before it; without it, the end of the run
    #[arg(long, value_name = "STEP")]
    pub at: Option<usize>,
    /// What to draw
    #[arg(long, value_enum, default_value_t = PictureView::Scene)]
    pub view: PictureView,
    /// By day or by night
    #[arg(long, value_enum, default_value_t = PictureTheme::Light)]
    pub theme: PictureTheme,
    /// The language of the picture's texts
    #[arg(long, value_enum, default_value_t = PictureLang::En)]
    pub lang: PictureLang,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PictureView {
    /// The call center
    Scene,
    /// The loop's phases, the ready queue, timers, and who waits for what
    Queues,
    /// A lane for each task
    Timeline,
    /// The program, with those who stand on its lines
    Code,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PictureTheme {
    Light,
    Dark,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PictureLang {
    En,
    Fr,
    De,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One JSON object a line for each event
    Jsonl,
    /// A document for ui.perfetto.dev and chrome://tracing
    Perfetto,
    /// The board at some steps, as JSON, a line each; see `--at`
    Boards,
}

/// Which program is run, and on what.
#[derive(Args, Debug)]
pub struct ProgramOptions {
    /// The program's file
    #[arg(value_name = "FILE.py")]
    pub file: PathBuf,
    /// Where random numbers begin: the same seed gives the same run
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// Virtual nanoseconds that an instruction takes; 0 lets only waiting take time
    #[arg(long, value_name = "N", default_value_t = 30)]
    pub cost_ns: u64,
    /// The longest run, in seconds of virtual time
    #[arg(long, value_name = "S", default_value_t = 1_000_000.0, value_parser = seconds)]
    pub max_seconds: f64,
    /// The longest run, in instructions
    #[arg(long, value_name = "N", default_value_t = 100_000_000)]
    pub max_instructions: u64,
    /// The memory that the program's objects may take, in MB
    #[arg(long, value_name = "MB", default_value_t = 256, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_memory: u32,
    /// How much the program may print, in MB
    #[arg(long, value_name = "MB", default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_output: u32,
    /// The simulated computer's cores
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub cores: u16,
}

fn seconds(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(value) if value >= 0.0 => Ok(value),
        _ => Err("it is not a number of seconds".to_owned()),
    }
}
