//! The page, built for release into `dist/`.

use std::path::Path;

use crate::divide;
use crate::failure::Result;
use crate::names;
use crate::offline;
use crate::policy;
use crate::process::{cargo, command, run};
use crate::tools;

/// Builds the page; it stays there until the next build.
pub fn build() -> Result<()> {
    prepare()?;
    run(trunk("build").arg("--release"))?;
    let page = Path::new("dist");
    divide::divide_page(page)?;
    names::settle(page)?;
    policy::enforce(page)?;
    offline::write(page)
}

/// Brings what Trunk needs and would otherwise download: tools, and the crates of Cargo.lock.
pub fn prepare() -> Result<()> {
    tools::ensure_page_tools()?;
    run(cargo().args(["fetch", "--locked", "--quiet"]))
}

/// A Trunk command that downloads nothing by itself: all its tools are there already.
pub fn trunk(subcommand: &str) -> std::process::Command {
    let mut trunk = command("trunk");
    // Trunk takes the common NO_COLOR=1 for a malformed option of its own.
    trunk
        .env_remove("NO_COLOR")
        .arg(subcommand)
        .args(["--offline", "true"]);
    trunk
}
