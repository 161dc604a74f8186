//! Mutated programs: the engine must neither panic nor hang, whatever it is given.

use crate::failure::Result;
use crate::process::{cargo, run};

/// Runs the harness of `crates/fuzz/` with these options, built with all assertions.
pub fn fuzz(options: &[String]) -> Result<()> {
    run(cargo()
        .args(["run", "--profile", "fuzz", "--package", "switchboard-fuzz", "--"])
        .args(options))
}
