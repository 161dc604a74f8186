//! What each construct of the language becomes. The table was read through once; `UPDATE=1` rewrites it.

use super::code_of;
use crate::syntax::disassemble;
use std::fmt::Write;
use std::path::Path;

#[test]
fn each_construct_becomes_the_recorded_bytecode() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/syntax/tests/lowering.txt");
    let recorded = std::fs::read_to_string(&path).expect("the table is there");
    let mut actual = String::new();
    for case in recorded.split("---\n").filter(|case| !case.is_empty()) {
        let source = case.split("=>\n").next().unwrap_or(case);
        let _ = write!(actual, "{source}=>\n{}---\n", disassemble(&code_of(source)));
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &actual).expect("the table can be written");
    }
    let changed = recorded
        .split("---\n")
        .zip(actual.split("---\n"))
        .find(|(recorded, actual)| recorded != actual);
    assert!(
        changed.is_none() || std::env::var_os("UPDATE").is_some(),
        "recorded:\n{}\nactual:\n{}",
        changed.map_or("", |(recorded, _)| recorded),
        changed.map_or("", |(_, actual)| actual),
    );
}
