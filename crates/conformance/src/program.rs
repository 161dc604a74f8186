//! The programs of the suite.

use std::io;
use std::path::{Path, PathBuf};

use crate::document::Document;

/// The folders beside the topics that hold the recorder, not programs.
const NOT_TOPICS: [&str; 3] = ["virtual", "fuzz", "__pycache__"];

/// A program whose behaviour in CPython is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// The folder that it stands in: what it is about.
    pub topic: String,
    /// The file's name without `.py`.
    pub name: String,
    /// The file.
    pub path: PathBuf,
}

impl Program {
    /// The name by which the suite's lists call it: `topic/name`.
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}/{}", self.topic, self.name)
    }

    /// What CPython does with it. An error of kind `NotFound` means that it was never recorded.
    pub fn golden(&self) -> io::Result<Document> {
        let path = self.path.with_extension("golden.json");
        let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
        let json = std::fs::read_to_string(&path).map_err(named)?;
        Document::parse(&json).map_err(|problem| named(io::Error::new(io::ErrorKind::InvalidData, problem)))
    }
}

/// All programs in the topic folders below this one, by topic and name. A folder that does not exist has none.
pub fn discover(folder: &Path) -> io::Result<Vec<Program>> {
    let mut programs = Vec::new();
    for topic in entries(folder)? {
        let name = file_name(&topic);
        if topic.is_dir() && !NOT_TOPICS.contains(&name.as_str()) {
            collect(&topic, &name, &mut programs)?;
        }
    }
    Ok(programs)
}

fn collect(folder: &Path, topic: &str, programs: &mut Vec<Program>) -> io::Result<()> {
    for path in entries(folder)? {
        if path.is_dir() {
            if !NOT_TOPICS.contains(&file_name(&path).as_str()) {
                collect(&path, topic, programs)?;
            }
        } else if path.extension().is_some_and(|extension| extension == "py") {
            let name = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            programs.push(Program {
                topic: topic.to_owned(),
                name,
                path,
            });
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let listing = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        listing => listing?,
    };
    let mut paths = listing
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
