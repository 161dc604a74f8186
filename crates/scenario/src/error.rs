//! Why a link can't be opened.

use std::fmt;

/// Why a link can't be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It carries no scenario: nothing in it looks like one.
    NoScenario,
    /// It is longer than [`crate::MAX_LINK`], or what it carries is larger than [`crate::MAX_PAYLOAD`].
    TooLarge,
    /// Some of it is missing or was changed on its way.
    Mangled,
    /// It was made by a newer version, which knows more than this one.
    Newer,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoScenario => "this link carries no scenario: it has no `#1.` with text after it",
            Self::TooLarge => "this link is larger than any that Switchboard makes",
            Self::Mangled => "this link is damaged: a part of it is missing or was changed on its way",
            Self::Newer => "this link was made by a newer version of Switchboard",
        })
    }
}

impl std::error::Error for LinkError {}
