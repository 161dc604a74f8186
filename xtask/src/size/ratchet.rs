//! The accepted sizes: a change may not make a download larger than these, wherever the goals are.

use crate::failure::{Failure, Result};

/// Holds one line for each download: `name = bytes`.
const FILE: &str = "footprint.toml";

/// What compilers and small changes may add before somebody has to say so, in percent.
const SLACK: u64 = 3;

const HEAD: &str = "\
# The most bytes that a visitor may have to download, after wasm-opt and brotli. `cargo xtask size` fails beyond these;
# `cargo xtask size --update` writes what it measures plus 3 % and belongs into the commit that needs it.
# The goals are lower and stand in xtask/src/size.rs.
";

/// A download as it was measured.
#[derive(Clone, Copy, Debug)]
pub struct Download {
    /// Its name in the file.
    pub name: &'static str,
    /// Its size in bytes, compressed.
    pub bytes: u64,
    /// The size that is wanted, in bytes, if there is such a goal.
    pub goal: Option<u64>,
}

impl Download {
    /// A download of which nothing is wanted but that it does not grow.
    pub fn new(name: &'static str, bytes: u64) -> Self {
        Self {
            name,
            bytes,
            goal: None,
        }
    }

    /// The same, with a goal.
    pub fn with_goal(self, goal: u64) -> Self {
        Self {
            goal: Some(goal),
            ..self
        }
    }
}

/// Prints each size with its accepted maximum and its goal; fails when one is beyond what is accepted.
pub fn check(downloads: &[Download]) -> Result<()> {
    let text = std::fs::read_to_string(FILE)?;
    let mut failures = Vec::new();
    for download in downloads {
        let accepted = accepted(&text, download.name).ok_or_else(|| {
            Failure::new(format!(
                "{FILE} does not say how large `{}` may be",
                download.name
            ))
        })?;
        println!("{}", verdict(download, accepted));
        if download.bytes > accepted {
            failures.push(format!(
                "`{}` has grown to {} bytes, {accepted} are accepted in {FILE}",
                download.name, download.bytes
            ));
        }
    }
    if failures.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(failures.join("\n")))
    }
}

/// Accepts the sizes as they are, and a little more.
pub fn update(downloads: &[Download]) -> Result<()> {
    let mut text = HEAD.to_owned();
    for Download { name, bytes, .. } in downloads {
        text.push_str(&format!("{name} = {}\n", bytes + bytes * SLACK / 100));
    }
    std::fs::write(FILE, &text)?;
    check(downloads)
}

fn accepted(text: &str, name: &str) -> Option<u64> {
    text.lines().find_map(|line| {
        let (key, bytes) = line.split_once('=')?;
        (key.trim() == name).then(|| bytes.trim().parse().ok())?
    })
}

fn verdict(download: &Download, accepted: u64) -> String {
    let Download { name, bytes, goal } = download;
    let goal = match goal {
        None => String::new(),
        Some(goal) if bytes <= goal => format!("; the goal of {goal} is met"),
        Some(goal) => format!("; the goal of {goal} is MISSED by {}", bytes - goal),
    };
    format!("{name}: {bytes} bytes, at most {accepted} are accepted{goal}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGINE: Download = Download {
        name: "engine",
        bytes: 500,
        goal: Some(400),
    };

    #[test]
    fn the_accepted_size_is_found_by_its_whole_name() {
        let text = "# engine = 1\nengine_only = 2\nengine = 3\n";
        assert_eq!(accepted(text, "engine"), Some(3));
        assert_eq!(accepted(text, "page"), None);
    }

    #[test]
    fn a_missed_goal_is_said_plainly() {
        assert!(verdict(&ENGINE, 515).contains("MISSED by 100"));
        assert!(verdict(&ENGINE.with_goal(500), 515).ends_with("is met"));
        assert!(verdict(&Download::new("page", 1), 2).ends_with("accepted"));
    }
}
