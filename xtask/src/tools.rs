//! The tools that the chores need beyond cargo: looked for first, installed when missing, with a word about it.

use std::path::PathBuf;

use crate::failure::{Failure, Result};
use crate::lockfile;
use crate::process::{cargo, command, output, run, which};

/// The target that the page is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Later versions of Trunk ask for a newer Rust than this project does.
const TRUNK_VERSION: &str = "0.21.14";

const CHROMIUM_NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

const FIREFOX_NAMES: [&str; 2] = ["firefox", "firefox-esr"];

/// All that building the page takes.
pub fn ensure_page_tools() -> Result<()> {
    ensure_wasm_target()?;
    ensure_npm_packages()?;
    ensure_cargo_tool(
        "wasm-bindgen",
        "wasm-bindgen-cli",
        &lockfile::version_of("wasm-bindgen")?,
        &[],
    )?;
    ensure_cargo_tool("trunk", "trunk", TRUNK_VERSION, &["--locked"])
}

/// Where cargo puts the wasm of release builds.
pub fn wasm_folder() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    target.join(WASM_TARGET).join("wasm-release")
}

/// Rust's standard library for the browser.
pub fn ensure_wasm_target() -> Result<()> {
    let library = output(cargo_rustc().args(["--print", "target-libdir", "--target", WASM_TARGET]));
    let is_there = library.is_some_and(|folder| PathBuf::from(folder).is_dir());
    if is_there {
        return Ok(());
    }
    install("the Rust target for the browser");
    run(command("rustup").args(["target", "add", WASM_TARGET]))
}

/// `wasm-opt` and the browser's driver, as package-lock.json pins them.
pub fn ensure_npm_packages() -> Result<()> {
    let node = output(command("node").arg("--version"))
        .ok_or_else(|| Failure::new("Node.js 20 or later is needed: https://nodejs.org"))?;
    let major = node
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < 20) {
        return Err(Failure::new(format!(
            "Node.js 20 or later is needed, and this is {node}"
        )));
    }
    if npm_packages_are_current() {
        return Ok(());
    }
    install("the npm packages of package-lock.json");
    run(command("npm").args(["ci", "--no-audit", "--no-fund"]))
}

/// A Chromium for the browser tests: `$CHROMIUM`, one on the PATH, or Debian's through apt.
pub fn ensure_chromium() -> Result<PathBuf> {
    let packages = ["chromium", "chromium-driver", "fonts-dejavu-core"];
    ensure_browser("CHROMIUM", &CHROMIUM_NAMES, &packages)?.ok_or_else(|| {
        Failure::new("the browser tests need Chromium or Chrome: install one, or name its path in $CHROMIUM")
    })
}

/// A Firefox for the one test that runs in it: `$FIREFOX`, one on the PATH, or Debian's through apt. That test is
/// left out where there is none, since not every system has one to install.
pub fn ensure_firefox() -> Option<PathBuf> {
    ensure_browser("FIREFOX", &FIREFOX_NAMES, &["firefox-esr"]).unwrap_or_else(|failure| {
        eprintln!("xtask: {failure}");
        None
    })
}

/// The browser that the variable names, one of these names on the PATH, or what apt installs for root.
fn ensure_browser(variable: &str, names: &[&str], packages: &[&str]) -> Result<Option<PathBuf>> {
    let find = || names.iter().find_map(|name| which(name));
    if let Some(path) = std::env::var_os(variable) {
        return Ok(Some(PathBuf::from(path)));
    }
    if let Some(path) = find() {
        return Ok(Some(path));
    }
    if which("apt-get").is_some() && is_root() {
        install(&packages.join(", "));
        run(command("apt-get").arg("update"))?;
        run(command("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages))?;
    }
    Ok(find())
}

/// Installs a tool with cargo unless the version that is asked for is there.
fn ensure_cargo_tool(program: &str, package: &str, version: &str, options: &[&str]) -> Result<()> {
    let found = output(command(program).arg("--version"));
    if found.is_some_and(|found| found.split_whitespace().any(|word| word == version)) {
        return Ok(());
    }
    install(&format!("{package} {version} (minutes, once)"));
    if which("cargo-binstall").is_some() {
        let spec = format!("{package}@{version}");
        if run(cargo().args(["binstall", "--no-confirm", &spec])).is_ok() {
            return Ok(());
        }
    }
    run(cargo()
        .args(["install", package, "--version", version])
        .args(options))
}

/// The compiler that cargo uses here.
fn cargo_rustc() -> std::process::Command {
    command(&std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned()))
}

/// npm leaves a copy of the lockfile in node_modules: older than ours, it is out of date.
fn npm_packages_are_current() -> bool {
    let modified = |path: &str| {
        std::fs::metadata(path)
            .and_then(|metadata| metadata.modified())
            .ok()
    };
    match (
        modified("node_modules/.package-lock.json"),
        modified("package-lock.json"),
    ) {
        (Some(installed), Some(asked)) => installed >= asked,
        _ => false,
    }
}

fn is_root() -> bool {
    output(command("id").arg("-u")).as_deref() == Some("0")
}

fn install(what: &str) {
    eprintln!("xtask: installing {what}, which is missing here");
}
