//! A CPython to compare with: 3.13, which the project follows, or the newest of at least 3.12.

use std::path::{Path, PathBuf};

use crate::process::{command, output};

/// An interpreter that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CPython {
    /// The executable itself.
    pub path: PathBuf,
    /// Major and minor version.
    pub version: (u32, u32),
}

/// The version whose behaviour is the reference.
pub const REFERENCE: (u32, u32) = (3, 13);

const OLDEST: (u32, u32) = (3, 12);

/// `$PYTHON`, `python3.13`, pyenv's interpreters, then `python3`: the first of the reference version, else the newest.
pub fn find() -> Option<CPython> {
    let mut newest: Option<CPython> = None;
    for candidate in candidates() {
        let Some(found) = inspect(&candidate) else {
            continue;
        };
        if found.version == REFERENCE {
            return Some(found);
        }
        if found.version >= OLDEST
            && newest
                .as_ref()
                .is_none_or(|newest| newest.version < found.version)
        {
            newest = Some(found);
        }
    }
    newest
}

/// The interpreter of the reference version, if there is one.
pub fn find_reference() -> Option<CPython> {
    find().filter(|found| found.version == REFERENCE)
}

fn candidates() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::env::var_os("PYTHON")
        .map(PathBuf::from)
        .into_iter()
        .collect();
    paths.push(PathBuf::from("python3.13"));
    paths.extend(pyenv_interpreters());
    paths.push(PathBuf::from("python3"));
    paths
}

/// pyenv's own `python3.13` fails unless that version is switched on: its interpreters are used directly.
fn pyenv_interpreters() -> Vec<PathBuf> {
    let Some(root) = output(command("pyenv").arg("root")) else {
        return Vec::new();
    };
    let Ok(versions) = std::fs::read_dir(Path::new(&root).join("versions")) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = versions
        .flatten()
        .map(|entry| entry.path().join("bin/python3"))
        .collect();
    paths.sort();
    paths
}

/// Asks the interpreter what it is: a shim may be there and still fail, and PyPy is no CPython.
fn inspect(path: &Path) -> Option<CPython> {
    const QUESTION: &str = "import sys; v = sys.version_info; \
        print(sys.implementation.name, v.major, v.minor, sys.executable)";
    let answer = output(command(&path.to_string_lossy()).args(["-c", QUESTION]))?;
    let mut words = answer.splitn(4, ' ');
    if words.next() != Some("cpython") {
        return None;
    }
    let version = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    Some(CPython {
        path: PathBuf::from(words.next()?),
        version,
    })
}
