//! The gallery as the page fetches it: all scenario files in one, by lecture.

use std::path::Path;

use switchboard_scenario::{bundle as bundled, read_file};

use crate::failure::{Failure, Result};
use crate::files::files_below;

/// What begins the block that says what a program prints: tests compare it, the page runs the program.
const OUTPUT: &str = "\n```text\n";

/// All scenarios, each with its name in links.
pub fn bundle() -> Result<String> {
    let mut entries = Vec::new();
    for path in files_below(Path::new("scenarios"))? {
        let text = std::fs::read_to_string(&path)?;
        let document =
            read_file(&text).map_err(|error| Failure::new(format!("{}: {error}", path.display())))?;
        let id = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let shown = text.rsplit_once(OUTPUT).map_or(text.as_str(), |(shown, _)| shown);
        // Within a lecture, what is short comes first.
        let key = (lecture_key(&document.lecture), document.program.lines().count());
        entries.push((key, id, format!("{}\n", shown.trim_end())));
    }
    entries.sort();
    Ok(bundled(
        entries.iter().map(|(_, id, text)| (id.as_str(), text.as_str())),
    ))
}

/// `6.10` comes after `6.9`.
fn lecture_key(lecture: &str) -> Vec<u32> {
    lecture
        .split('.')
        .map(|number| number.parse().unwrap_or(u32::MAX))
        .collect()
}
