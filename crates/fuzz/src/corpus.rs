//! The programs that mutants are made of.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// All Python files below a folder, in the order of their paths.
pub fn read(folder: &Path) -> io::Result<Vec<String>> {
    let mut paths = Vec::new();
    find(folder, &mut paths)?;
    paths.sort();
    let programs: Vec<String> = paths
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect();
    match programs.is_empty() {
        true => Err(io::Error::other(format!("{} has no programs", folder.display()))),
        false => Ok(programs),
    }
}

fn find(folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            find(&path, paths)?;
        } else if path.extension().is_some_and(|extension| extension == "py") {
            paths.push(path);
        }
    }
    Ok(())
}
