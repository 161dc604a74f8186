//! ARCHITECTURE.md is short, and what it names is there.

use std::path::Path;

use super::Source;
use super::finding::Finding;

const PATH: &str = "ARCHITECTURE.md";

/// More than this, and nobody reads it.
const MOST_LINES: usize = 200;

/// Its length, and every path in backticks.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let Some(source) = sources.iter().find(|source| source.path == PATH) else {
        let missing = Source {
            path: PATH.to_owned(),
            text: String::new(),
        };
        return vec![Finding::of_file(&missing, "missing")];
    };
    let mut findings = Vec::new();
    let lines = source.text.lines().count();
    if lines >= MOST_LINES {
        findings.push(Finding::of_file(
            source,
            format!("{lines} lines: fewer than {MOST_LINES}"),
        ));
    }
    for (number, line) in source.text.lines().enumerate() {
        for path in named_paths(line).filter(|path| !Path::new(path).exists()) {
            findings.push(Finding::at(source, number, format!("`{path}` does not exist")));
        }
    }
    findings
}

/// The words in backticks that look like a path in this repository.
fn named_paths(line: &str) -> impl Iterator<Item = &str> {
    let quoted = line.split('`').skip(1).step_by(2);
    quoted.filter(|word| {
        let is_path = word.contains('/')
            || [".md", ".toml", ".html", ".rs"]
                .iter()
                .any(|end| word.ends_with(end));
        is_path && !word.contains([' ', '*', '<', '{', ':'])
    })
}

#[cfg(test)]
mod tests {
    use super::super::source;
    use super::*;

    #[test]
    fn a_path_that_does_not_exist_is_found() {
        let text = "`src/nowhere.rs` and `Cargo.toml`, run `cargo xtask`, see `Some::path`\n";
        assert_eq!(check(&[source(PATH, text)]).len(), 1);
    }

    #[test]
    fn a_missing_or_long_map_is_found() {
        assert_eq!(check(&[]).len(), 1);
        assert_eq!(check(&[source(PATH, &"\n".repeat(MOST_LINES))]).len(), 1);
    }
}
