//! The differences that are meant to be, each with its reason.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// The list in `KNOWN_DIFFERENCES.md`: one line a program, ``- `topic/name`: the reason``; all other lines are prose.
#[derive(Clone, Debug, Default)]
pub struct KnownDifferences {
    reasons: BTreeMap<String, String>,
}

impl KnownDifferences {
    /// Reads the list; a file that does not exist is an empty one.
    pub fn read(path: &Path) -> io::Result<Self> {
        match std::fs::read_to_string(path) {
            Ok(text) => Ok(Self::parse(&text)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error),
        }
    }

    /// Why the program `topic/name` differs, if it is listed.
    #[must_use]
    pub fn reason(&self, id: &str) -> Option<&str> {
        self.reasons.get(id).map(String::as_str)
    }

    /// All programs that are listed, in alphabetical order, with their reasons.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.reasons
            .iter()
            .map(|(id, reason)| (id.as_str(), reason.as_str()))
    }

    fn parse(text: &str) -> Self {
        let entries = text
            .lines()
            .filter_map(|line| line.strip_prefix("- `")?.split_once("`: "));
        Self {
            reasons: entries
                .map(|(id, reason)| (id.to_owned(), reason.trim().to_owned()))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listed_program_has_its_reason() {
        let known = KnownDifferences::parse("# Known\n\nProse.\n\n- `gather/order`: sets have no order\n");
        assert_eq!(known.reason("gather/order"), Some("sets have no order"));
        assert_eq!(known.reason("gather"), None);
        assert_eq!(known.iter().count(), 1);
    }
}
