//! Which part may know which: the engine knows no browser, and dependencies run one way.

use super::Source;
use super::finding::Finding;

/// The crates from the lowest to the highest: each may use those before it.
const LAYERS: [&str; 11] = [
    "trace", "view", "executor", "machine", "pyfmt", "python", "frozen", "scenario", "i18n", "still", "cli",
];

/// Crates of the browser, for the page alone.
const BROWSER: [&str; 6] = [
    "yew",
    "gloo",
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "serde-wasm-bindgen",
];

/// What reads a clock or sets a timer: in the page only its host does so.
const CLOCKS: [&str; 5] = [
    "gloo_timers",
    "set_timeout",
    "performance()",
    "MessageChannel",
    "Date::",
];

/// The machine's clock: the engine's time is virtual, and what it does depends on nothing else.
const WALL_CLOCKS: [&str; 2] = ["std::time::Instant", "SystemTime"];

/// The parts of the engine that the page and the command line share.
const ENGINE: [&str; 7] = [
    "trace", "view", "executor", "machine", "pyfmt", "python", "scenario",
];

/// Dependencies in manifests, clocks in sources.
pub fn check(source: &Source) -> Vec<Finding> {
    let path = source.path.as_str();
    if let Some(name) = path
        .strip_prefix("crates/")
        .and_then(|rest| rest.strip_suffix("/Cargo.toml"))
    {
        return check_manifest(source, name);
    }
    if path.starts_with("src/") && !path.starts_with("src/host/") {
        return check_words(source, &CLOCKS, "only `src/host/` touches clocks and timers");
    }
    if ENGINE
        .iter()
        .any(|name| path.starts_with(&format!("crates/{name}/src/")))
    {
        return check_words(source, &WALL_CLOCKS, "the engine's time is virtual");
    }
    Vec::new()
}

fn check_manifest(source: &Source, name: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Tests may look at everything.
    let lines = source
        .text
        .lines()
        .enumerate()
        .take_while(|(_, line)| *line != "[dev-dependencies]");
    for (number, line) in lines {
        let dependency = line.split(['=', '.', ' ']).next().unwrap_or_default();
        if BROWSER
            .iter()
            .any(|browser| dependency == *browser || dependency.starts_with("gloo-"))
        {
            findings.push(Finding::at(
                source,
                number,
                format!("`{dependency}` is for the page alone"),
            ));
        }
        if let Some(used) = dependency.strip_prefix("switchboard-")
            && layer(used) >= layer(name)
        {
            findings.push(Finding::at(
                source,
                number,
                format!("`{name}` stands below `{used}`"),
            ));
        }
    }
    findings
}

/// How high a crate stands; what is not listed stands above all and is used by none of them.
fn layer(name: &str) -> usize {
    LAYERS
        .iter()
        .position(|layer| *layer == name)
        .unwrap_or(LAYERS.len())
}

fn check_words(source: &Source, words: &[&str], message: &str) -> Vec<Finding> {
    let lines = source.text.lines().enumerate();
    let found = lines.filter(|(_, line)| words.iter().any(|word| line.contains(word)));
    found
        .map(|(number, _)| Finding::at(source, number, message))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::source;
    use super::*;

    #[test]
    fn a_dependency_upwards_is_found_and_one_downwards_is_not() {
        let upwards = "[dependencies]\nswitchboard-python.workspace = true\n";
        assert_eq!(check(&source("crates/trace/Cargo.toml", upwards)).len(), 1);
        assert!(check(&source("crates/cli/Cargo.toml", upwards)).is_empty());
    }

    #[test]
    fn a_browser_crate_in_the_engine_is_found() {
        let manifest = "[dependencies]\ngloo-timers = \"0.3\"\n";
        assert_eq!(check(&source("crates/executor/Cargo.toml", manifest)).len(), 1);
    }

    #[test]
    fn a_timer_outside_the_host_is_found() {
        let code = "use gloo_timers::callback::Timeout;\n";
        assert_eq!(check(&source("src/app.rs", code)).len(), 1);
        assert!(check(&source("src/host/timer.rs", code)).is_empty());
    }

    #[test]
    fn the_wall_clock_in_the_engine_is_found() {
        assert_eq!(
            check(&source(
                "crates/executor/src/turn.rs",
                "use std::time::Instant;\n"
            ))
            .len(),
            1
        );
    }
}
