//! Recording what CPython does.

use std::ffi::OsStr;

use crate::cpython;
use crate::failure::Result;
use crate::process::{command, run};

use super::FOLDER;

/// Records these paths, or the whole suite; says so and does nothing where there is no CPython 3.13.
pub fn record(paths: &[impl AsRef<OsStr>]) -> Result<()> {
    let Some(python) = cpython::find_reference() else {
        println!(
            "there is no CPython 3.13 here (put it on the PATH or name it in $PYTHON): nothing is recorded"
        );
        return Ok(());
    };
    run(command(&python.path.to_string_lossy())
        .arg(format!("{FOLDER}/record.py"))
        .args(paths))
}

/// Tests the recorder, and that what is stored is what CPython does; says so where there is no CPython 3.13.
pub fn check() -> Result<()> {
    let Some(python) = cpython::find_reference() else {
        println!("there is no CPython 3.13 here: the goldens are taken as they are");
        return Ok(());
    };
    let python = python.path.to_string_lossy().into_owned();
    run(command(&python)
        .args(["-m", "unittest", "--quiet", "test_recorder.py"])
        .current_dir(FOLDER))?;
    run(command(&python).arg(format!("{FOLDER}/record.py")).arg("--check"))
}
