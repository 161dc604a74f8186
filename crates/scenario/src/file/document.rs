//! What a scenario file says, in all its languages.

use crate::scenario::{Attempt, Machine, Panel, Pin, Rate, Scenario};

/// A scenario in as many languages as its author speaks, and what a gallery has to know of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What it is called.
    pub title: Localized<String>,
    /// The place in a course, such as `6.3`; empty outside a gallery.
    pub lecture: String,
    /// Words by which it is found.
    pub topics: Vec<String>,
    /// What the author says about it, in Markdown.
    pub notes: Localized<String>,
    /// What is pinned to its steps and lines, in the author's order.
    pub pins: Vec<Localized<Pin>>,
    /// What runs it.
    pub machine: Machine,
    /// How fast it is played.
    pub rate: Option<Rate>,
    /// The panels to show.
    pub panels: Vec<Panel>,
    /// The step to stand at.
    pub step: u64,
    /// What somebody has answered.
    pub attempt: Option<Attempt>,
    /// The program's text.
    pub program: String,
    /// What it prints, if the file says so.
    pub output: Option<String>,
}

impl Document {
    /// The scenario in one language; in English where that language is missing.
    #[must_use]
    pub fn scenario(&self, tag: &str) -> Scenario {
        Scenario {
            title: self.title.get(tag).clone(),
            program: self.program.clone(),
            machine: self.machine,
            rate: self.rate,
            panels: self.panels.clone(),
            step: self.step,
            notes: self.notes.get(tag).clone(),
            pins: self.pins.iter().map(|pin| pin.get(tag).clone()).collect(),
            attempt: self.attempt.clone(),
        }
    }
}

/// Something that is said in English, or whatever an author writes first, and perhaps in other languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Localized<T> {
    /// What holds where a language is missing.
    pub first: T,
    /// What it is in other languages, each under its tag, such as `fr`.
    pub others: Vec<(String, T)>,
}

impl<T> Localized<T> {
    /// The same in all languages.
    pub const fn same(first: T) -> Self {
        Self {
            first,
            others: Vec::new(),
        }
    }

    /// What it is in the language of this tag.
    #[must_use]
    pub fn get(&self, tag: &str) -> &T {
        let other = self.others.iter().find(|(known, _)| known == tag);
        other.map_or(&self.first, |(_, text)| text)
    }
}
