//! What is said of imports.

use crate::syntax::{Severity, compile};

fn found(source: &str) -> Vec<(Severity, String, Option<String>)> {
    let compiled = compile(source, "test.py");
    assert!(compiled.code.is_some());
    compiled
        .diagnostics
        .into_iter()
        .map(|found| {
            (
                found.severity,
                found.message,
                found.hint.map(|hint| hint.to_string()),
            )
        })
        .collect()
}

#[test]
fn a_missing_module_is_an_error_where_the_program_starts_and_a_warning_in_a_function() {
    let message = "No module named 'numpy'".to_owned();
    let hint = Some("numpy is not part of Switchboard's Python.".to_owned());
    assert_eq!(
        found("import asyncio, numpy"),
        [(Severity::Error, message.clone(), hint.clone())]
    );
    assert_eq!(
        found("def f():\n    import numpy"),
        [(Severity::Warning, message.clone(), hint.clone())]
    );
    assert_eq!(
        found("if x:\n    from numpy import array"),
        [(Severity::Warning, message, hint)]
    );
}

#[test]
fn planned_modules_say_what_to_use_until_then() {
    let hint = found("import concurrent.futures as c")
        .into_iter()
        .find_map(|(_, _, hint)| hint);
    assert!(hint.is_some_and(|hint| hint.starts_with("concurrent.futures comes later; until then, asyncio")));
}

#[test]
fn of_modules_that_cpython_has_more_is_known_than_that_they_are_missing() {
    let told = |name| crate::syntax::missing_module(name).map(|hint| hint.to_string());
    assert!(
        told("threading").is_some_and(|hint| hint.starts_with("threading comes later; until then, asyncio"))
    );
    assert_eq!(
        told("re").as_deref(),
        Some("re is not part of Switchboard's Python.")
    );
    assert_eq!(told("nobody_has_this"), None);
}

#[test]
fn programs_that_expect_a_missing_module_are_left_alone() {
    for guard in ["ImportError", "(ModuleNotFoundError, KeyError)", "Exception"] {
        assert_eq!(
            found(&format!(
                "try:\n    import uvloop\nexcept {guard}:\n    uvloop = None"
            )),
            []
        );
    }
    assert_eq!(found("try:\n    import uvloop\nexcept:\n    pass"), []);
    assert_eq!(
        found("try:\n    import uvloop\nexcept KeyError:\n    pass").len(),
        1
    );
    assert_eq!(
        found("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import aiohttp"),
        []
    );
}

#[test]
fn relative_imports_have_no_package_to_start_from() {
    let (severity, message, _) = found("from .helpers import x").remove(0);
    assert_eq!(severity, Severity::Error);
    assert_eq!(message, "attempted relative import with no known parent package");
}
