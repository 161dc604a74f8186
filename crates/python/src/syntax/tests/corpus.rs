//! Whole programs: what is in the repository, and CPython's own library where it is at hand.

use super::assert_verified;
use crate::syntax::{Severity, compile};
use std::fs;
use std::path::{Path, PathBuf};

fn python_files(directory: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut pending = vec![directory.to_owned()];
    while let Some(directory) = pending.pop() {
        for entry in fs::read_dir(&directory).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                pending.push(path);
            } else if path.extension().is_some_and(|extension| extension == "py") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

#[test]
fn every_conformance_program_compiles_to_consistent_code() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/conformance");
    let files = python_files(&directory);
    assert!(!files.is_empty(), "no programs in {}", directory.display());
    for file in files {
        let source = fs::read_to_string(&file).expect("programs are UTF-8");
        let compiled = compile(&source, "program.py");
        assert_verified(&compiled, &file.display().to_string());
    }
}

#[test]
fn every_module_of_our_own_library_compiles_to_consistent_code() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("lib");
    for file in python_files(&directory) {
        let source = fs::read_to_string(&file).expect("modules are UTF-8");
        let compiled = compile(&source, "module.py");
        assert!(
            compiled.code.is_some(),
            "{}: {:?}",
            file.display(),
            compiled.diagnostics
        );
        assert_verified(&compiled, &file.display().to_string());
    }
}

/// `PYTHON_LIBRARY=/usr/lib/python3.13 cargo test -p switchboard-python -- --ignored library`
#[test]
#[ignore = "needs PYTHON_LIBRARY, a directory of Python sources"]
fn every_module_of_the_library_compiles_to_consistent_code() {
    let directory = std::env::var("PYTHON_LIBRARY").expect("PYTHON_LIBRARY names a directory");
    let files = python_files(Path::new(&directory));
    assert!(!files.is_empty());
    let mut failed = 0;
    for file in files {
        let Ok(source) = fs::read_to_string(&file) else {
            continue;
        };
        let compiled = compile(&source, "module.py");
        assert_verified(&compiled, &file.display().to_string());
        let errors = compiled
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == Severity::Error && diagnostic.code == "syntax-error");
        for error in errors.take(1) {
            failed += 1;
            println!("{}:{}: {}", file.display(), error.line, error.message);
        }
    }
    println!("{failed} files with errors");
}
