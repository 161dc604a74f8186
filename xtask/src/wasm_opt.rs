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

/// What `-Oz` alone doesn't know. Nothing lies at addresses below 1024: they are the end of the stack, and what a program
/// keeps begins behind it. And a function that only one other calls stays by itself, unless it is this small: the machine's
/// loop would swallow what it calls, and browsers compile functions of such a size to slower code (plain loops take 30 %
/// longer).
const KNOWLEDGE: [&str; 3] = [
    "--low-memory-unused",
    "--one-caller-inline-max-function-size",
    "20",
];

/// Writes the same module, as small as it gets, without names.
pub fn optimise(wasm: &Path, result: &Path) -> Result<()> {
    let mut wasm_opt = command("wasm-opt");
    wasm_opt
        .arg("-Oz")
        .args(KNOWLEDGE)
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
