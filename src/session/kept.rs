//! The programs that a person has written and that something else has taken the place of, the last one on top.

use crate::host::storage;

const KEY: &str = "kept";

/// Between two programs: a character that no program has any use for.
const SEPARATOR: char = '\u{1e}';

/// How many are kept; the oldest falls out first.
const MOST: usize = 20;

/// Programs to which one can go back.
#[derive(Debug, Default)]
pub struct Kept(Vec<String>);

impl Kept {
    /// Those of earlier visits.
    pub fn load() -> Self {
        let text = storage::load(KEY).unwrap_or_default();
        Self(
            text.split(SEPARATOR)
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
                .collect(),
        )
    }

    /// Keeps them for later visits; what went wrong with that is told of the draft.
    pub fn save(&self) {
        let _ = storage::save(KEY, &self.0.join(&SEPARATOR.to_string()));
    }

    /// Whether there is one to go back to.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps one more, once.
    pub fn push(&mut self, text: String) {
        self.0.retain(|known| *known != text);
        self.0.push(text);
        if self.0.len() > MOST {
            self.0.remove(0);
        }
    }

    /// The last one, which is not kept here any longer.
    pub fn pop(&mut self) -> Option<String> {
        self.0.pop()
    }
}
