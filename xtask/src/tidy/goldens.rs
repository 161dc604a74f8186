//! Conformance programs and their goldens come in pairs.

use super::Source;
use super::finding::Finding;

const FOLDER: &str = "tests/conformance/";
const GOLDEN: &str = ".golden.json";

/// A golden without its program, and a program of a topic without its golden.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let exists = |path: &str| sources.iter().any(|source| source.path == path);
    let mut findings = Vec::new();
    for source in sources.iter().filter(|source| source.path.starts_with(FOLDER)) {
        if let Some(program) = source.path.strip_suffix(GOLDEN) {
            if !exists(&format!("{program}.py")) {
                findings.push(Finding::of_file(source, "a golden without its program"));
            }
        } else if let Some(program) = source.path.strip_suffix(".py")
            && is_in_a_topic(&source.path)
            && !exists(&format!("{program}{GOLDEN}"))
        {
            findings.push(Finding::of_file(
                source,
                "never recorded: `cargo xtask conformance --record`",
            ));
        }
    }
    findings
}

/// The recorder itself stands beside the topics, and in `virtual/`.
fn is_in_a_topic(path: &str) -> bool {
    let below = path.strip_prefix(FOLDER).unwrap_or_default();
    below.contains('/') && !below.starts_with("virtual/")
}

#[cfg(test)]
mod tests {
    use super::super::source;
    use super::*;

    #[test]
    fn a_program_and_its_golden_belong_together() {
        let recorder = source("tests/conformance/record.py", "");
        let program = source("tests/conformance/gather/order.py", "");
        let golden = source("tests/conformance/gather/order.golden.json", "");
        assert!(check(&[source(&program.path, ""), source(&golden.path, ""), recorder]).is_empty());
        assert_eq!(check(&[program]).len(), 1);
        assert_eq!(check(&[golden]).len(), 1);
    }
}
