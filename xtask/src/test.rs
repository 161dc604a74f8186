//! All tests, in the order in which they fail fastest.

use crate::build;
use crate::conformance;
use crate::failure::{Failure, Result};
use crate::process::{cargo, command, output, run};
use crate::tools;

/// Runs the Rust tests (conformance with CPython among them), CPython on the goldens and on the builder's programs where there is one, and the
/// page in a real Chromium and once in Firefox. All of them run, whatever fails.
pub fn test() -> Result<()> {
    let parts = [
        rust_tests(),
        conformance::check_goldens(),
        conformance::check_built(),
        build::build().and_then(|()| browser_tests()),
    ];
    let failures: Vec<String> = parts
        .into_iter()
        .filter_map(|part| part.err())
        .map(|failure| failure.to_string())
        .collect();
    if failures.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(failures.join("\n")))
    }
}

/// With cargo-nextest where it is installed, since it runs test programs side by side; else with cargo itself.
fn rust_tests() -> Result<()> {
    if output(cargo().args(["nextest", "--version"])).is_some() {
        run(cargo().args(["nextest", "run", "--workspace", "--no-fail-fast"]))?;
        return run(cargo().args(["test", "--workspace", "--doc"]));
    }
    eprintln!("xtask: cargo-nextest is not installed: using `cargo test`, which is slower and does the same");
    run(cargo().args(["test", "--workspace"]))
}

fn browser_tests() -> Result<()> {
    let chromium = tools::ensure_chromium()?;
    let firefox = tools::ensure_firefox();
    if firefox.is_none() {
        eprintln!("xtask: there is no Firefox: the test that needs it is left out");
    }
    // Traces of the page are compared with those of the command line.
    run(cargo().args(["build", "--package", "switchboard-cli"]))?;
    run(command("node")
        .args(["--test", "--test-reporter=spec", "e2e/"])
        .env("CHROMIUM", chromium)
        .envs(firefox.map(|path| ("FIREFOX", path))))
}
