//! Makes wasm small with Binaryen's `wasm-opt`, which comes with an npm package.

use std::path::Path;

use crate::failure::{Failure, Result};
use crate::process::command;

/// What it may use: all browsers of the last years have it.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Nothing lies at addresses below 1024: they are the end of the stack, and what a program keeps begins behind it.
const LOW_MEMORY_IS_UNUSED: &str = "--low-memory-unused";

/// Writes the same module, as small as it gets, without names.
pub fn optimise(wasm: &Path, result: &Path) -> Result<()> {
    let mut wasm_opt = command("wasm-opt");
    wasm_opt
        .arg("-Oz")
        .arg(LOW_MEMORY_IS_UNUSED)
        .args(FEATURES)
        .arg(wasm)
        .arg("-o")
        .arg(result);
    match wasm_opt.status()? {
        status if status.success() => Ok(()),
        status => Err(Failure::new(format!(
            "wasm-opt failed on {} ({status})",
            wasm.display()
        ))),
    }
}
