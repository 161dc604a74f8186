//! Formatting and clippy, for this machine and for the browser.

use crate::failure::Result;
use crate::process::{cargo, run};
use crate::tools;

/// The crates that the page is made of: all of them compile for the browser.
pub const PAGE_CRATES: [&str; 7] = [
    "switchboard",
    "switchboard-trace",
    "switchboard-executor",
    "switchboard-pyfmt",
    "switchboard-python",
    "switchboard-scenario",
    "switchboard-view",
];

/// Fails on the first file that rustfmt would change and on any warning.
pub fn lint() -> Result<()> {
    run(cargo().args(["fmt", "--all", "--check"]))?;
    run(cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ]))?;
    tools::ensure_wasm_target()?;
    let packages = PAGE_CRATES.iter().flat_map(|package| ["--package", package]);
    run(cargo()
        .args(["clippy", "--locked", "--target", tools::WASM_TARGET])
        .args(packages)
        .args(["--", "-D", "warnings"]))
}
