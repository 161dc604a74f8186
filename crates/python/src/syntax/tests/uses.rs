//! What is said of names that CPython has and that are lacking here.

use crate::syntax::{Severity, compile};

/// Line, column and message of each warning, and its hint.
fn found(source: &str) -> Vec<(u32, u32, String, String)> {
    let compiled = compile(source, "test.py");
    assert!(compiled.code.is_some());
    let told = compiled.diagnostics.into_iter().map(|found| {
        assert_eq!(
            (found.severity, found.code),
            (Severity::Warning, "unsupported-name")
        );
        let hint = found.hint.map_or_else(String::new, |hint| hint.to_string());
        (found.line, found.column, found.message, hint)
    });
    told.collect()
}

fn messages(source: &str) -> Vec<String> {
    found(source)
        .into_iter()
        .map(|(_, _, message, _)| message)
        .collect()
}

#[test]
fn builtins_that_are_lacking_are_told_of_where_they_are_used() {
    let told =
        found("async def main():\n    with open('a.txt') as file:\n        print(eval(file.read()))\n");
    let [(2, 10, open, instead), (3, 15, eval, write)] = &told[..] else {
        panic!("{told:?}");
    };
    assert_eq!(open, "open() is not available");
    assert!(instead.contains("io.StringIO"), "{instead}");
    assert_eq!(eval, "eval() is not available");
    assert_eq!(write, "Write it as code of the program.");
}

#[test]
fn a_programs_own_names_are_not_taken_for_builtins() {
    assert_eq!(messages("def open(): pass\nopen()\n"), [""; 0]);
    assert_eq!(messages("def f(open, *exec):\n    open(exec)\n"), [""; 0]);
    assert_eq!(messages("class A:\n    def open(self): self.open()\n"), [""; 0]);
    assert_eq!(
        messages("def f():\n    global eval\n    eval = 1\nprint(eval)\n"),
        [""; 0]
    );
    assert_eq!(messages("from math import *\nopen()\n"), [""; 0]);
}

#[test]
fn members_of_modules_that_are_lacking_are_told_of_by_whatever_name_the_module_goes() {
    let told = ["module 'os' has no attribute 'system'"];
    assert_eq!(messages("import os\nos.system('ls')\n"), told);
    assert_eq!(
        messages("import asyncio, os as o\nasync def f():\n    x = o.system\n"),
        told
    );
    assert_eq!(messages("def f():\n    import os\n    os.system('ls')\n"), told);
    let told = ["module 'os.path' has no attribute 'getsize'"];
    assert_eq!(messages("import os\nos.path.getsize('a')\n"), told);
    assert_eq!(messages("import os.path as p\np.getsize('a')\n"), told);
    assert_eq!(messages("from os import path\npath.getsize('a')\n"), told);
    assert_eq!(
        messages("from os import getpid, system\n"),
        ["cannot import name 'system' from 'os'"]
    );
}

#[test]
fn a_variable_that_is_more_than_a_module_is_not_taken_for_one() {
    assert_eq!(messages("import os\nos = Fake()\nos.system('ls')\n"), [""; 0]);
    assert_eq!(messages("import os\ndef f(os): os.system('ls')\n"), [""; 0]);
    assert_eq!(messages("import os\nfor os in x: os.system('ls')\n"), [""; 0]);
    let renamed = "import os\ndef f():\n    global o\n    o = os\n    o.system\ndef g():\n    global os\n    os = Fake()\n";
    assert_eq!(messages(renamed), [""; 0]);
}

#[test]
fn what_is_to_come_is_told_of_with_what_to_use_until_then() {
    let told = found("import asyncio\nasync def f():\n    await asyncio.open_connection('a', 1)\n");
    let [(3, 11, _, hint)] = &told[..] else {
        panic!("{told:?}");
    };
    assert!(
        hint.starts_with("asyncio.open_connection comes later; until then, asyncio.sleep"),
        "{hint}"
    );
}

#[test]
fn a_place_that_is_compiled_twice_is_told_of_once() {
    let source = "try:\n    f()\nfinally:\n    exec('x')\n";
    assert_eq!(messages(source), ["exec() is not available"]);
}
