//! How well a person has answered, program by program; kept on this device alone.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::exercise::Score;
use crate::host::storage;

/// Keeps a score; that it can't be kept is no reason to stop anybody.
pub fn keep(program: &str, score: Score) {
    let _ = storage::save(&key(program), &format!("{}/{}", score.right, score.asked));
}

/// The last score for a program, as text: `3/4`.
pub fn last(program: &str) -> Option<String> {
    storage::load(&key(program))
}

fn key(program: &str) -> String {
    let mut hasher = DefaultHasher::new();
    program.hash(&mut hasher);
    format!("score.{:016x}", hasher.finish())
}
