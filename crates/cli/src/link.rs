//! `switchboard link` and `switchboard open`.

use std::io::{self, Read, Write};
use std::process::ExitCode;

use switchboard_scenario::{self as scenario, MAX_LINK, Machine, Scenario};

use crate::arguments::LinkOptions;
use crate::source::Held;
use crate::{run, source};

/// Prints a link that carries a program.
pub fn link(options: &LinkOptions) -> ExitCode {
    run::exit_with(match source::read_scenario(&options.file) {
        Ok(held) => print_link(options, scenario_of(held, options)),
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

/// What the file says, unless the options say otherwise.
fn scenario_of(held: Held, options: &LinkOptions) -> Scenario {
    let said = match held {
        Held::Program(program) => Scenario::of_program(program),
        Held::Scenario(document) => document.scenario(&options.lang),
    };
    Scenario {
        title: options.title.clone().unwrap_or(said.title),
        machine: Machine {
            seed: options.seed.unwrap_or(said.machine.seed),
            cost_ns: options.cost_ns.unwrap_or(said.machine.cost_ns),
        },
        step: options.at.unwrap_or(said.step),
        ..said
    }
}

fn print_link(options: &LinkOptions, scenario: Scenario) -> io::Result<u8> {
    let fragment = scenario::encode(&scenario);
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
