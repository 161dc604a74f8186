//! What the page needs beside its wasm, made small by esbuild: style sheets and the editor, each bundled into one file,
//! scripts that stand by themselves, and the gallery.

use std::path::Path;
use std::process::Command;

use crate::failure::Result;
use crate::gallery;
use crate::process::{command, run};
use crate::tools;

/// Where index.html finds the bundles; Trunk does not watch it.
const FOLDER: &str = "target/page";

/// The sources, and the names of their bundles.
const BUNDLES: [(&str, &str); 3] = [
    ("static/styles/page.css", "page.css"),
    ("static/styles/later.css", "later.css"),
    ("static/editor/editor.js", "editor.js"),
];

/// Scripts from `static/` that other pages or the browser ask for by these names.
const SCRIPTS: [&str; 5] = [
    "blocks.js",
    "bridge.js",
    "offline.js",
    "player.js",
    "reveal-plugin.js",
];

/// Bundles everything; takes a fraction of a second.
pub fn bundle() -> Result<()> {
    tools::ensure_npm_packages()?;
    std::fs::create_dir_all(FOLDER)?;
    std::fs::write(Path::new(FOLDER).join("gallery.txt"), gallery::bundle()?)?;
    BUNDLES.iter().try_for_each(|(source, name)| {
        let bundle = Path::new(FOLDER).join(name);
        run(esbuild(Path::new(source), &bundle).args(["--bundle", "--format=esm"]))
    })?;
    SCRIPTS.iter().try_for_each(|name| {
        let source = Path::new("static").join(name);
        run(&mut esbuild(&source, &Path::new(FOLDER).join(name)))
    })
}

/// Minifies a script in its place.
pub fn minify(script: &Path) -> Result<()> {
    run(esbuild(script, script).arg("--allow-overwrite"))
}

/// Makes a source small, for the browsers that the page is for.
fn esbuild(source: &Path, result: &Path) -> Command {
    let mut esbuild = command("esbuild");
    esbuild
        .arg(source)
        .args(["--minify", "--target=es2022", "--log-level=warning"])
        .arg(format!("--outfile={}", result.display()));
    esbuild
}
