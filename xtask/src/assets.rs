//! What the page needs beside its wasm: style sheets and the editor, each bundled into one file by esbuild.

use crate::failure::Result;
use crate::process::{command, run};
use crate::tools;

/// Where index.html finds the bundles; Trunk does not watch it.
const FOLDER: &str = "target/page";

/// The sources, and the names of their bundles.
const BUNDLES: [(&str, &str); 2] = [
    ("static/styles/page.css", "page.css"),
    ("static/editor/editor.js", "editor.js"),
];

/// Bundles everything; takes a fraction of a second.
pub fn bundle() -> Result<()> {
    tools::ensure_npm_packages()?;
    BUNDLES.iter().try_for_each(|(source, name)| {
        run(command("esbuild").arg(source).args([
            "--bundle",
            "--minify",
            "--format=esm",
            "--target=es2022",
            "--log-level=warning",
            &format!("--outfile={FOLDER}/{name}"),
        ]))
    })
}
