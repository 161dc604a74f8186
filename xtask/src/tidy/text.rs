//! Habits of every text file, whatever its language.

use super::Source;
use super::finding::Finding;

/// A file longer than this holds more than one concept.
const MOST_LINES: usize = 600;

/// The files that may be longer, one a line: `path: reason`.
const LONG_FILES: &str = include_str!("long_files.txt");

/// Written in two parts, so that this file does not find itself.
const UNFINISHED: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];

/// Folders outside the repository, which nobody else has.
const OUTSIDE: [&str; 3] = [
    concat!("../sha", "red"),
    concat!("/work", "/"),
    concat!("/ro", "ot/"),
];

/// Length, unfinished work, white space, and references that lead out of the repository.
pub fn check(source: &Source) -> Vec<Finding> {
    if is_recorded(&source.path) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let lines = source.text.lines().count();
    let is_long = lines > MOST_LINES && is_code(&source.path) && !is_standard_module(&source.path);
    match (is_long, may_be_long(LONG_FILES, &source.path)) {
        (true, false) => findings.push(Finding::of_file(
            source,
            format!("{lines} lines: at most {MOST_LINES}"),
        )),
        (false, true) => findings.push(Finding::of_file(
            source,
            "no longer long: take it out of xtask/src/tidy/long_files.txt",
        )),
        _ => {}
    }
    if !source.text.is_empty() && !source.text.ends_with('\n') {
        findings.push(Finding::of_file(source, "the last line does not end"));
    }
    for (number, line) in source.text.lines().enumerate() {
        findings.extend(complaint(line).map(|message| Finding::at(source, number, message)));
    }
    findings
}

fn complaint(line: &str) -> Option<String> {
    if let Some(marker) = UNFINISHED.iter().find(|marker| has_word(line, marker)) {
        return Some(format!("unfinished: {marker}"));
    }
    if let Some(outside) = OUTSIDE.iter().find(|outside| line.contains(**outside)) {
        return Some(format!("`{outside}` is not part of the repository"));
    }
    line.ends_with([' ', '\t'])
        .then(|| "white space at the end of the line".to_owned())
}

/// Whether the word stands in the line by itself, not as part of a longer one.
fn has_word(line: &str, word: &str) -> bool {
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

/// Whether the list names the file and says why.
fn may_be_long(list: &str, path: &str) -> bool {
    list.lines()
        .filter_map(|line| line.split_once(": "))
        .any(|(listed, reason)| listed == path && !reason.trim().is_empty())
}

/// What a tool wrote, or a program and its output as they are in a test: not for us to tidy.
fn is_recorded(path: &str) -> bool {
    let is_written_by_a_tool = path.ends_with(".lock") || path.ends_with("package-lock.json");
    let is_test_data = path.starts_with("tests/") || (path.contains("/tests/") && !path.ends_with(".rs"));
    is_written_by_a_tool || is_test_data
}

/// A module of Python's standard library has the contents that Python gives it.
fn is_standard_module(path: &str) -> bool {
    path.starts_with("crates/python/lib/")
}

fn is_code(path: &str) -> bool {
    [".rs", ".mjs", ".js", ".ts", ".css", ".py"]
        .iter()
        .any(|extension| path.ends_with(extension))
}

#[cfg(test)]
mod tests {
    use super::super::source;
    use super::*;

    #[test]
    fn a_long_file_is_found_and_a_long_lockfile_is_not() {
        let text = "x\n".repeat(MOST_LINES + 1);
        assert_eq!(check(&source("src/a.rs", &text)).len(), 1);
        assert!(check(&source("Cargo.lock", &text)).is_empty());
    }

    #[test]
    fn a_file_may_be_long_only_with_a_reason() {
        let list = "src/a.rs: one table\nsrc/b.rs: \n";
        assert!(may_be_long(list, "src/a.rs"));
        assert!(!may_be_long(list, "src/b.rs"));
        assert!(!may_be_long(list, "a.rs"));
    }

    #[test]
    fn an_unfinished_marker_is_found_as_a_whole_word_only() {
        let marker = UNFINISHED[0];
        assert_eq!(check(&source("a.md", &format!("{marker}: more\n"))).len(), 1);
        assert!(check(&source("a.md", &format!("a{marker}b\n"))).is_empty());
    }

    #[test]
    fn white_space_at_the_end_and_a_missing_last_newline_are_found() {
        assert_eq!(check(&source("a.md", "a \nb")).len(), 2);
    }
}
