//! What a visitor downloads: the engine by itself, crate by crate, and the page as built.

mod ratchet;

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::process::{cargo, command, run};
use crate::tools;
use ratchet::Download;

/// Programs of `crates/footprint` that use one part each; the last is the whole engine.
const PROBES: [&str; 5] = ["empty", "trace", "executor", "parser", "engine"];

/// The engine without the page, after wasm-opt and brotli.
const ENGINE_GOAL: u64 = 260 * 1024;

/// All that the first visit transfers, after brotli.
const PAGE_GOAL: u64 = 330 * 1024;

/// What wasm-opt may use: all browsers of the last years have it.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Prints the sizes, and fails when one is larger than accepted; with `--update` accepts them.
pub fn size(arguments: &[String]) -> Result<()> {
    build_probes()?;
    println!("{:<28}{:>12}{:>12}", "bytes of wasm", "-Oz", "brotli");
    let mut engine = 0;
    for probe in PROBES {
        let (plain, compressed) = measure(&optimised(probe)?)?;
        println!("{probe:<28}{plain:>12}{compressed:>12}");
        engine = compressed;
    }
    let mut downloads = vec![Download {
        name: "engine",
        bytes: engine,
        goal: ENGINE_GOAL,
    }];
    match page_bytes()? {
        Some(bytes) => downloads.push(Download {
            name: "page",
            bytes,
            goal: PAGE_GOAL,
        }),
        None => println!("the page is not built: `cargo xtask build` first to see its size"),
    }
    match arguments {
        [] => ratchet::check(&downloads),
        [update] if update == "--update" && downloads.len() == 2 => ratchet::update(&downloads),
        [update] if update == "--update" => Err(Failure::new("build the page first: `cargo xtask build`")),
        _ => Err(Failure::new("usage: cargo xtask size [--update]")),
    }
}

/// The engine's size after wasm-opt and brotli.
pub fn engine_bytes() -> Result<u64> {
    build_probes()?;
    Ok(measure(&optimised(PROBES[PROBES.len() - 1])?)?.1)
}

fn build_probes() -> Result<()> {
    tools::ensure_wasm_target()?;
    tools::ensure_npm_packages()?;
    run(cargo()
        .args([
            "build",
            "--package",
            "switchboard-footprint",
            "--profile",
            "wasm-release",
        ])
        .args(["--target", tools::WASM_TARGET]))
}

/// The probe's wasm after wasm-opt.
fn optimised(probe: &str) -> Result<PathBuf> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let folder = target.join(tools::WASM_TARGET).join("wasm-release");
    let result = folder.join(format!("{probe}.optimised.wasm"));
    let mut wasm_opt = command("wasm-opt");
    wasm_opt
        .arg("-Oz")
        .args(FEATURES)
        .arg(folder.join(format!("{probe}.wasm")))
        .arg("-o")
        .arg(&result);
    match wasm_opt.status()? {
        status if status.success() => Ok(result),
        status => Err(Failure::new(format!("wasm-opt failed on {probe} ({status})"))),
    }
}

/// The page's files in `dist/` together, after brotli; none before it is built.
fn page_bytes() -> Result<Option<u64>> {
    let Ok(files) = std::fs::read_dir("dist") else {
        return Ok(None);
    };
    let mut sum = 0;
    for file in files {
        let path = file?.path();
        if path.is_file() {
            let (plain, compressed) = measure(&path)?;
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            println!("{name:<60}{plain:>12}{compressed:>12}");
            sum += compressed;
        }
    }
    Ok(Some(sum))
}

/// The file's size as it is and as a server sends it.
fn measure(path: &Path) -> Result<(u64, u64)> {
    let bytes = std::fs::read(path)?;
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut compressed, &parameters)?;
    Ok((bytes.len() as u64, compressed.len() as u64))
}
