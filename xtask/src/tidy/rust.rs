//! Habits of Rust files.

use super::Source;
use super::finding::Finding;

/// Written in two parts, so that this file does not find itself.
const MAY_PANIC: [&str; 2] = [concat!(".un", "wrap()"), concat!(".ex", "pect(\"")];

/// Every file says what it is for; nothing outside the tests can panic on what input can reach.
pub fn check(source: &Source) -> Vec<Finding> {
    if !source.path.ends_with(".rs") {
        return Vec::new();
    }
    let mut findings = Vec::new();
    if !source.text.starts_with("//!") {
        findings.push(Finding::of_file(
            source,
            "the file does not say what it is for: begin with `//!`",
        ));
    }
    if is_test_code(&source.path) {
        return findings;
    }
    for (number, line) in code_before_tests(&source.text) {
        if MAY_PANIC.iter().any(|call| line.contains(call)) {
            findings.push(Finding::at(
                source,
                number,
                "may panic: return an error, or make it impossible",
            ));
        }
    }
    findings
}

fn is_test_code(path: &str) -> bool {
    ["/tests/", "/benches/", "/examples/"]
        .iter()
        .any(|folder| path.contains(folder))
        || path.ends_with("/tests.rs")
        || path.ends_with("_tests.rs")
}

/// The numbered lines up to the tests at the end of the file, without comments.
fn code_before_tests(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text
        .lines()
        .enumerate()
        .take_while(|(_, line)| *line != "#[cfg(test)]");
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[cfg(test)]
mod tests {
    use super::super::source;
    use super::*;

    #[test]
    fn a_call_that_may_panic_is_found_outside_the_tests_only() {
        let call = "    x.unwrap();\n";
        assert_eq!(
            check(&source(
                "crates/a/src/b.rs",
                &format!("//! B.\nfn f() {{\n{call}}}\n")
            ))
            .len(),
            1
        );
        assert!(
            check(&source(
                "crates/a/src/b.rs",
                &format!("//! B.\n#[cfg(test)]\n{call}")
            ))
            .is_empty()
        );
        assert!(check(&source("crates/a/tests/b.rs", &format!("//! B.\n{call}"))).is_empty());
        assert!(check(&source("crates/a/src/b.rs", &format!("//! B.\n// {call}"))).is_empty());
    }

    #[test]
    fn a_file_without_documentation_is_found() {
        assert_eq!(check(&source("src/a.rs", "fn main() {}\n")).len(), 1);
    }
}
