//! `switchboard link` and `switchboard open`.

use std::io::{self, Read, Write};
use std::process::ExitCode;

use switchboard_scenario::{self as scenario, MAX_LINK, Machine, Scenario};

use crate::arguments::LinkOptions;
use crate::{run, source};

/// Prints a link that carries a program.
pub fn link(options: &LinkOptions) -> ExitCode {
    run::exit_with(match source::read(&options.file) {
        Ok(program) => print_link(options, program),
        Err(error) => error.print(),
    })
}

/// What to print of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it, as Markdown.
    Whole,
    /// Its program, and nothing else.
    Program,
}

/// Prints the scenario that a link carries.
pub fn open(link: &str, part: Part) -> ExitCode {
    run::exit_with(print_scenario(link, part))
}

/// The process exits with this where its arguments are of no use, as for a file that can't be read.
const USELESS: u8 = 2;

fn print_link(options: &LinkOptions, program: String) -> io::Result<u8> {
    let fragment = scenario::encode(&Scenario {
        title: options.title.clone(),
        program,
        machine: Machine {
            seed: options.seed,
            cost_ns: options.cost_ns,
        },
        step: options.at,
        ..Scenario::default()
    });
    let base = options.base.split('#').next().unwrap_or_default();
    let link = format!("{base}#{fragment}");
    if link.len() > MAX_LINK {
        writeln!(
            io::stderr(),
            "switchboard: the program is too long for a link: it would have {} characters, and {MAX_LINK} are opened",
            link.len()
        )?;
        return Ok(USELESS);
    }
    writeln!(io::stdout(), "{link}")?;
    Ok(0)
}

fn print_scenario(link: &str, part: Part) -> io::Result<u8> {
    let link = match link {
        "-" => read_input()?,
        link => link.to_owned(),
    };
    match scenario::decode(&link) {
        Ok(scenario) => {
            let text = match part {
                Part::Whole => scenario::to_markdown(&scenario),
                Part::Program => scenario.program,
            };
            io::stdout().write_all(text.as_bytes())?;
            Ok(0)
        }
        Err(error) => {
            writeln!(io::stderr(), "switchboard: {error}")?;
            Ok(USELESS)
        }
    }
}

/// As much as a link may have, and a little more, so that a longer one is seen to be too long.
fn read_input() -> io::Result<String> {
    let mut bytes = Vec::new();
    io::stdin().take(2 * MAX_LINK as u64).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
