//! What a visitor downloads: the engine by itself, crate by crate, and the page as built. What comes after the first
//! program can run is counted by itself.

mod ratchet;

use std::path::{Path, PathBuf};

use crate::divide;
use crate::failure::{Failure, Result};
use crate::files::files_below;
use crate::process::{cargo, run};
use crate::split;
use crate::tools;
use crate::wasm_opt;
use ratchet::Download;

/// Programs of `crates/footprint` that use one crate of the page each; the last is the whole engine.
const PROBES: [&str; 11] = [
    "empty", "trace", "executor", "pyfmt", "parser", "frozen", "scenario", "view", "i18n", "still", ENGINE,
];

const ENGINE: &str = "engine";

/// What the names of the functions hold that make bytecode of a text.
const FRONT_END: [&str; 2] = ["ruff_", "switchboard_python::syntax"];

/// The engine without the page: what reads and runs the first program, after wasm-opt and brotli. The page has that
/// program compiled already, and the front end comes later there.
const ENGINE_GOAL: u64 = 260 * 1024;

/// All that is transferred until the first program runs, after brotli.
const PAGE_GOAL: u64 = 330 * 1024;

/// The editor, which comes when somebody edits or when the page is idle, after brotli.
const EDITOR_GOAL: u64 = 140 * 1024;

/// The editor's file in `dist/`.
const EDITOR: &str = "editor.js";

/// What comes once the page is there: styles, for frames and for visits without network; and the gallery, when somebody
/// opens it.
const LATER: [&str; 5] = [
    "later.css",
    "bridge.js",
    "offline.js",
    "service-worker.js",
    "gallery.txt",
];

/// What no visitor of the page downloads: the picture that stands for a link to it, and what other pages make use of.
const FOR_OTHERS: [&str; 5] = [
    "preview.png",
    "player.js",
    "blocks.js",
    "reveal-plugin.js",
    ".d.ts",
];

/// Prints the sizes, and fails when one is larger than accepted; with `--update` accepts them.
pub fn size(arguments: &[String]) -> Result<()> {
    build_probes()?;
    println!("{:<60}{:>12}{:>12}", "bytes", "-Oz", "brotli");
    let mut downloads = Vec::new();
    for probe in PROBES {
        downloads = vec![Download::new("engine", measure(&optimised(probe)?, probe)?)];
    }
    let first_names = divide::read_list()?;
    let is_first =
        |name: &str| first_names.contains(name) || FRONT_END.iter().any(|part| name.contains(part));
    let divided = probe(ENGINE).with_extension("divided");
    let (first, rest) = divide::divide(&probe(ENGINE), &probe(ENGINE), &divided, is_first)?;
    let first = measure(&first, "engine, first part and front end")?;
    measure(&rest, "engine, the rest")?;
    downloads.push(Download::new("engine_first", first).with_goal(ENGINE_GOAL));
    let is_built = Path::new("dist").is_dir();
    if is_built {
        let page = PageBytes::measure()?;
        downloads.push(Download::new("page", page.first + page.editor + page.rest));
        downloads.push(Download::new("page_first", page.first).with_goal(PAGE_GOAL));
        downloads.push(Download::new("editor", page.editor).with_goal(EDITOR_GOAL));
    } else {
        println!("the page is not built: `cargo xtask build` first to see its size");
    }
    match arguments {
        [] => ratchet::check(&downloads),
        [update] if update == "--update" && is_built => ratchet::update(&downloads),
        [update] if update == "--update" => Err(Failure::new("build the page first: `cargo xtask build`")),
        _ => Err(Failure::new("usage: cargo xtask size [--update]")),
    }
}

/// Builds the engine with a program to measure its speed by, and gives its wasm after wasm-opt.
pub fn engine_with(program: &str) -> Result<PathBuf> {
    build_footprint(&["--features", "library", "--bin", program])?;
    optimised(program)
}

/// The engine's size after wasm-opt and brotli.
pub fn engine_bytes() -> Result<u64> {
    build_probes()?;
    measure(&optimised(ENGINE)?, ENGINE)
}

fn build_probes() -> Result<()> {
    build_footprint(&["--bins"])
}

fn build_footprint(what: &[&str]) -> Result<()> {
    tools::ensure_wasm_target()?;
    tools::ensure_npm_packages()?;
    run(cargo()
        .args(["build", "--package", "switchboard-footprint"])
        .args(["--profile", "wasm-release", "--target", tools::WASM_TARGET])
        .args(what))
}

/// The probe's wasm.
fn probe(probe: &str) -> PathBuf {
    tools::wasm_folder().join(format!("{probe}.wasm"))
}

/// The probe's wasm after wasm-opt.
fn optimised(name: &str) -> Result<PathBuf> {
    let stripped = probe(name).with_extension("stripped.wasm");
    let result = probe(name).with_extension("optimised.wasm");
    std::fs::write(
        &stripped,
        split::without_relocations(&std::fs::read(probe(name))?)?,
    )?;
    wasm_opt::optimise(&stripped, &result)?;
    Ok(result)
}

/// The page's files in `dist/` after brotli.
#[derive(Default)]
struct PageBytes {
    /// What comes until the first program runs.
    first: u64,
    editor: u64,
    /// The rest of the wasm and of the styles, and what comes later.
    rest: u64,
}

impl PageBytes {
    fn measure() -> Result<Self> {
        let mut page = Self::default();
        for path in files_below(Path::new("dist"))? {
            let name = path.to_string_lossy();
            if FOR_OTHERS.iter().any(|other| name.ends_with(other)) {
                continue;
            }
            let bytes = measure(&path, &name)?;
            match () {
                () if name.ends_with(divide::REST) || LATER.iter().any(|later| name.ends_with(later)) => {
                    page.rest += bytes;
                }
                () if name.ends_with(EDITOR) => page.editor += bytes,
                () => page.first += bytes,
            }
        }
        Ok(page)
    }
}

/// Prints the file's size as it is and as a server sends it; gives the latter.
fn measure(path: &Path, name: &str) -> Result<u64> {
    let bytes = std::fs::read(path)?;
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut compressed, &parameters)?;
    println!("{name:<60}{:>12}{:>12}", bytes.len(), compressed.len());
    Ok(compressed.len() as u64)
}
