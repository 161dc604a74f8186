//! The page while one works on it.

use crate::build;
use crate::failure::Result;
use crate::process::run;

/// Serves the page and rebuilds it when a file changes; further options go to `trunk serve`.
pub fn serve(options: &[String]) -> Result<()> {
    build::prepare()?;
    run(build::trunk("serve").args(options))
}
