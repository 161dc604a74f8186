//! The project's chores, as `cargo xtask COMMAND`: serve and build the page, run all tests, measure, check.
//!
//! Each command installs the tools that it lacks and says so; see [`tools`].

mod assets;
mod bench;
mod build;
mod conformance;
mod cpython;
mod dist;
mod divide;
mod failure;
mod files;
mod fuzz;
mod gallery;
mod lint;
mod lockfile;
mod names;
mod offline;
mod policy;
mod process;
mod profile;
mod serve;
mod size;
mod split;
mod test;
mod tidy;
mod tools;
mod wasm_opt;

use std::process::ExitCode;

use failure::{Failure, Result};

const HELP: &str = "\
usage: cargo xtask COMMAND

  serve         serve the page at http://127.0.0.1:8080 and rebuild it when a file changes
  test          run all tests: Rust, conformance with CPython, the page in Chromium
  build         build the page for release into dist/
  dist          build the page and pack it for other hosts: target/switchboard-VERSION.zip; --packed-only packs dist/ as
                it is
  assets        bundle the style sheets and the editor; serve and build do so by themselves
  bench         measure speed and size against CPython and other executors; --update writes the table down;
                --bad-input only measures how soon bad input ends, --page only the page in Chromium
  conformance   compare the programs of tests/conformance/ with CPython; --update, --record, --fuzz N, --built N
  fuzz          run mutated programs: no panic, no hang; --seconds N, --count N, --seed S, --show INDEX
  lint          rustfmt and clippy, for this machine and for the browser
  profile       find out which functions of the page come first, by programs run in Chromium
  size          the engine's and the page's size as a browser downloads them; --update accepts them
  tidy          check the project's habits
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the command that the arguments name, at the root of the workspace.
fn run(arguments: &[String]) -> Result<()> {
    std::env::set_current_dir(process::workspace_root())?;
    let (command, options) = match arguments.split_first() {
        Some((command, options)) => (command.as_str(), options),
        None => ("help", arguments),
    };
    match command {
        "serve" => serve::serve(options),
        "test" => test::test(),
        "build" => build::build(),
        "dist" => dist::dist(options),
        "assets" => assets::bundle(),
        "bench" => bench::bench(options),
        "conformance" => conformance::conformance(options),
        "fuzz" => fuzz::fuzz(options),
        "lint" => lint::lint(),
        "profile" => profile::profile(),
        "size" => size::size(options),
        "tidy" => tidy::tidy(),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(Failure::new(format!("there is no command `{other}`\n\n{HELP}"))),
    }
}
