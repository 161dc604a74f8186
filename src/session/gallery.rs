//! The gallery: ready scenarios, which lie beside the page and are fetched when somebody wants to see them.

use std::rc::Rc;

use switchboard_scenario::{Document, Scenario, read_file, unbundle};

use crate::host::files;
use crate::i18n::Lang;

/// Where the build puts them.
const ADDRESS: &str = "gallery.txt";

/// What a link to a scenario of the gallery begins with.
const PREFIX: &str = "#g/";

/// A scenario of the gallery.
#[derive(Debug, PartialEq)]
pub struct Entry {
    /// Its name in links.
    pub id: Rc<str>,
    pub document: Document,
}

impl Entry {
    /// The scenario in a language.
    pub fn scenario(&self, lang: Lang) -> Scenario {
        self.document.scenario(lang.tag())
    }

    /// Whether all of these words stand somewhere in it.
    pub fn has(&self, words: &str, lang: Lang) -> bool {
        let Document {
            lecture,
            topics,
            program,
            title,
            notes,
            ..
        } = &self.document;
        let (title, notes) = (title.get(lang.tag()), notes.get(lang.tag()));
        let text = format!("{lecture} {} {title} {notes} {program}", topics.join(" ")).to_lowercase();
        words
            .to_lowercase()
            .split_whitespace()
            .all(|word| text.contains(word))
    }
}

/// All scenarios, in the order of the lectures.
pub type Gallery = Rc<[Entry]>;

/// Fetches the gallery; none where it can't be had.
pub fn fetch(done: impl FnOnce(Option<Gallery>) + 'static) {
    files::fetch(ADDRESS, move |text| done(text.map(|text| read(&text))));
}

/// The scenario's name in a link that leads to the gallery: a whole address, or what stands in it from `#` on.
pub fn id_of(link: &str) -> Option<&str> {
    let (_, id) = link.trim().split_once(PREFIX)?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (!id.is_empty() && id.bytes().all(is_plain) && !link.trim().contains(char::is_whitespace)).then_some(id)
}

/// The fragment of a link to a scenario, without its `#`.
pub fn fragment(id: &str) -> String {
    format!("{}{id}", PREFIX.trim_start_matches('#'))
}

/// What can't be read is left out: tests have read each.
fn read(text: &str) -> Gallery {
    let entries = unbundle(text).filter_map(|(id, file)| {
        Some(Entry {
            id: id.into(),
            document: read_file(file).ok()?,
        })
    });
    entries.collect()
}
