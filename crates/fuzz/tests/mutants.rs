//! A short hunt among mutants of the conformance programs.

use std::process::Command;

#[test]
fn two_thousand_mutants_neither_panic_nor_hang_nor_depend_on_slices() {
    let corpus = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/conformance");
    let output = Command::new(env!("CARGO_BIN_EXE_switchboard-fuzz"))
        .args(["--count", "2000", "--corpus", corpus])
        .args(["--findings", env!("CARGO_TARGET_TMPDIR")])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
}
