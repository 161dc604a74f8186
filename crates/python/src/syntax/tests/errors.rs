//! Syntax errors are worded and placed as CPython does: a table recorded by `record_errors.py`.

use crate::syntax::{Compiled, Severity, compile};

#[test]
fn syntax_errors_are_those_of_cpython() {
    let mut differences = Vec::new();
    for case in include_str!("errors.txt")
        .split("---\n")
        .filter(|case| !case.is_empty())
    {
        let (source, expected) = case.rsplit_once("\n=> ").expect("the table has been recorded");
        let source = format!("{source}\n");
        let compiled = compile(&source, "case.py");
        let error = compiled
            .diagnostics
            .iter()
            .find(|found| found.severity == Severity::Error);
        let actual = error.map_or_else(
            || warnings(&compiled),
            |error| {
                let (line, column) = compiled.lines.position(&source, error.span.end);
                let carets = if line == error.line {
                    (column - error.column).max(1).to_string()
                } else {
                    "+".to_owned()
                };
                format!(
                    "{} {}:{} {carets} {}",
                    error.exception, error.line, error.column, error.message
                )
            },
        );
        if actual != expected.trim_end() {
            differences.push(format!(
                "{source}  expected {}\n  actual   {actual}",
                expected.trim_end()
            ));
        }
    }
    assert!(
        differences.is_empty(),
        "{} differ:\n{}",
        differences.len(),
        differences.join("\n")
    );
}

fn warnings(compiled: &Compiled) -> String {
    let found: Vec<_> = compiled
        .diagnostics
        .iter()
        .filter(|found| found.exception == "SyntaxWarning")
        .map(|found| format!("SyntaxWarning {} {}", found.line, found.message))
        .collect();
    if found.is_empty() {
        "ok".to_owned()
    } else {
        found.join("; ")
    }
}
