//! The programs that may differ: those that differ by design, each with its reason, and those that do not pass yet.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

/// What the suite's two lists say. In both a program is one line that begins with ``- `topic/name` ``; all other
/// lines are prose.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    known: BTreeMap<String, String>,
    open: BTreeSet<String>,
}

impl Lists {
    /// The file of the differences that are meant to be: ``- `topic/name`: the reason``.
    pub const KNOWN: &str = "KNOWN_DIFFERENCES.md";

    /// The file of the programs that do not pass yet.
    pub const OPEN: &str = "OPEN.md";

    /// Reads both lists from the suite's folder; a file that does not exist is an empty list.
    pub fn read(folder: &Path) -> io::Result<Self> {
        Ok(Self::parse(
            &text_of(&folder.join(Self::KNOWN))?,
            &text_of(&folder.join(Self::OPEN))?,
        ))
    }

    /// Reads the lists from their texts.
    #[must_use]
    pub fn parse(known: &str, open: &str) -> Self {
        let known = entries(known).filter_map(|(id, rest)| Some((id, rest.strip_prefix(": ")?)));
        Self {
            known: known
                .map(|(id, reason)| (id.to_owned(), reason.trim().to_owned()))
                .collect(),
            open: entries(open).map(|(id, _)| id.to_owned()).collect(),
        }
    }

    /// Why the program `topic/name` differs by design, if it does.
    #[must_use]
    pub fn reason(&self, id: &str) -> Option<&str> {
        self.known.get(id).map(String::as_str)
    }

    /// Whether the program `topic/name` is listed as one that does not pass yet.
    #[must_use]
    pub fn is_open(&self, id: &str) -> bool {
        self.open.contains(id)
    }

    /// All programs that differ by design, in alphabetical order, with their reasons.
    pub fn known(&self) -> impl Iterator<Item = (&str, &str)> {
        self.known
            .iter()
            .map(|(id, reason)| (id.as_str(), reason.as_str()))
    }

    /// All programs that do not pass yet, in alphabetical order.
    pub fn open(&self) -> impl Iterator<Item = &str> {
        self.open.iter().map(String::as_str)
    }
}

fn text_of(path: &Path) -> io::Result<String> {
    match std::fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        text => text,
    }
}

/// Each listed program with the rest of its line.
fn entries(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines()
        .filter_map(|line| line.strip_prefix("- `")?.split_once('`'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_difference_has_its_reason() {
        let lists = Lists::parse("# Known\n\nProse.\n\n- `gather/order`: sets have no order\n", "");
        assert_eq!(lists.reason("gather/order"), Some("sets have no order"));
        assert_eq!(lists.reason("gather"), None);
        assert_eq!(lists.known().count(), 1);
    }

    #[test]
    fn a_known_difference_without_a_reason_is_none() {
        assert_eq!(Lists::parse("- `gather/order`\n", "").known().count(), 0);
    }

    #[test]
    fn an_open_program_needs_no_reason() {
        let lists = Lists::parse("", "# Open\n\n- `queues/join`\n");
        assert!(lists.is_open("queues/join"));
        assert!(!lists.is_open("queues"));
    }
}
