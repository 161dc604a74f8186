//! The project's habits, checked: each check reads the files and names what breaks it, with the line.

mod architecture;
mod finding;
mod goldens;
mod layers;
mod rust;
mod text;

use std::path::PathBuf;

use crate::failure::{Failure, Result};
use crate::process::{command, output};
use finding::Finding;

/// A file of the repository, read.
struct Source {
    /// Relative to the root, with `/` between folders.
    path: String,
    text: String,
}

/// Prints every finding; fails when there is one.
pub fn tidy() -> Result<()> {
    let sources = sources()?;
    let mut findings: Vec<Finding> = Vec::new();
    for source in &sources {
        findings.extend(text::check(source));
        findings.extend(rust::check(source));
        findings.extend(layers::check(source));
    }
    findings.extend(architecture::check(&sources));
    findings.extend(goldens::check(&sources));
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => {
            println!("tidy: {} files, nothing to say", sources.len());
            Ok(())
        }
        count => Err(Failure::new(format!("tidy: {count} findings"))),
    }
}

/// All text files that git knows or would add; what is not UTF-8 is a picture or the like.
fn sources() -> Result<Vec<Source>> {
    let listing = output(command("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]))
        .ok_or_else(|| Failure::new("tidy: `git ls-files` failed"))?;
    let mut sources = Vec::new();
    for path in listing.lines() {
        // A file that was deleted and not yet committed is still listed.
        if let Ok(bytes) = std::fs::read(PathBuf::from(path))
            && let Ok(text) = String::from_utf8(bytes)
        {
            sources.push(Source {
                path: path.to_owned(),
                text,
            });
        }
    }
    Ok(sources)
}

#[cfg(test)]
fn source(path: &str, text: &str) -> Source {
    Source {
        path: path.to_owned(),
        text: text.to_owned(),
    }
}
