//! The page while one works on it.

use crate::build::trunk;
use crate::failure::Result;
use crate::process::run;
use crate::tools;

/// Serves the page and rebuilds it when a file changes; further options go to `trunk serve`.
pub fn serve(options: &[String]) -> Result<()> {
    tools::ensure_page_tools()?;
    run(trunk("serve").args(options))
}
