//! Stands in for `unicode-normalization`, with which the parser brings names into their normal form (NFKC):
//! Python takes `ﬁx` and `fix` for one name.
//!
//! That crate's tables are 40 KB of compressed WebAssembly, and whoever embeds the engine there has them already:
//! a browser has `String.prototype.normalize`. So on WebAssembly the embedder [sets](set_normaliser) a function that
//! does it, and nothing is decided here but which names are in normal form beyond doubt. Elsewhere nothing has to
//! be set.

mod stable;

use std::iter::{Once, once};
use std::sync::OnceLock;

/// Brings a text into NFKC.
pub type Normaliser = fn(&str) -> String;

static NORMALISER: OnceLock<Normaliser> = OnceLock::new();

/// Mirrors the only method that the parser calls.
pub trait UnicodeNormalization {
    /// The text in NFKC, in one piece; as it is where it [can't be normalised](can_normalise).
    fn nfkc(self) -> Once<String>;
}

impl UnicodeNormalization for &str {
    fn nfkc(self) -> Once<String> {
        once(match normaliser() {
            Some(normalise) => normalise(self),
            None => self.to_owned(),
        })
    }
}

/// From now on texts are normalised by this function. The first one set stays.
pub fn set_normaliser(normaliser: Normaliser) {
    // A second one would have to give the same texts.
    let _first_stays = NORMALISER.set(normaliser);
}

/// Whether [`UnicodeNormalization::nfkc`] gives this text's normal form.
#[must_use]
pub fn can_normalise(text: &str) -> bool {
    normaliser().is_some() || stable::is_stable(text)
}

fn normaliser() -> Option<Normaliser> {
    NORMALISER.get().copied().or_else(built_in)
}

#[cfg(target_family = "wasm")]
fn built_in() -> Option<Normaliser> {
    None
}

#[cfg(not(target_family = "wasm"))]
#[expect(clippy::unnecessary_wraps, reason = "on wasm there is none")]
fn built_in() -> Option<Normaliser> {
    Some(|text| icu_normalizer::ComposingNormalizer::new_nfkc().normalize(text))
}

#[cfg(test)]
mod tests {
    use super::{UnicodeNormalization, set_normaliser};

    #[test]
    fn names_are_normalised_by_what_was_set_first_or_else_by_the_tables() {
        let normal = |text: &str| text.nfkc().collect::<String>();
        assert_eq!(normal("ﬁx"), "fix");
        assert_eq!(normal("o\u{308}"), "ö");
        set_normaliser(|text| text.replace('ﬁ', "set first"));
        set_normaliser(|_| String::new());
        assert_eq!(normal("ﬁ"), "set first");
    }
}
