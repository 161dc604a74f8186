//! The page, built for release into `dist/`.

use crate::failure::Result;
use crate::process::{command, run};
use crate::tools;

/// Builds the page; it stays there until the next build.
pub fn build() -> Result<()> {
    tools::ensure_page_tools()?;
    run(trunk("build").arg("--release"))
}

/// A Trunk command that downloads nothing by itself: all its tools are there already.
pub fn trunk(subcommand: &str) -> std::process::Command {
    let mut trunk = command("trunk");
    // Trunk takes the common NO_COLOR=1 for a malformed option of its own.
    trunk
        .env_remove("NO_COLOR")
        .arg(subcommand)
        .arg("--skip-version-check");
    trunk
}
