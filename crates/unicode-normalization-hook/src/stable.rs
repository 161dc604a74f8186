//! Letters that normalisation leaves as they are, wherever they stand.

/// The letters of the scripts that most names are written in. None of them has a decomposition that does not compose
/// again, and none composes with the letter before it.
const STABLE: [(char, char); 22] = [
    ('\0', '\u{7f}'),
    // Latin
    ('\u{c0}', '\u{131}'),
    ('\u{14a}', '\u{17e}'),
    ('\u{180}', '\u{1c3}'),
    ('\u{1f4}', '\u{2af}'),
    // Greek and Cyrillic
    ('\u{388}', '\u{3cf}'),
    ('\u{3fa}', '\u{481}'),
    ('\u{48a}', '\u{52f}'),
    // Armenian, Hebrew, Arabic
    ('\u{531}', '\u{586}'),
    ('\u{5d0}', '\u{5ea}'),
    ('\u{620}', '\u{64a}'),
    ('\u{660}', '\u{669}'),
    ('\u{679}', '\u{6d5}'),
    // Devanagari, Thai, Georgian
    ('\u{904}', '\u{93b}'),
    ('\u{e01}', '\u{e32}'),
    ('\u{10a0}', '\u{10fa}'),
    // Latin with several marks
    ('\u{1e00}', '\u{1e99}'),
    // Kana, Chinese characters, Hangul
    ('\u{3041}', '\u{3096}'),
    ('\u{30a1}', '\u{30fe}'),
    ('\u{3400}', '\u{4dbf}'),
    ('\u{4e00}', '\u{9fff}'),
    ('\u{ac00}', '\u{d7a3}'),
];

/// Whether the text consists of such letters.
pub fn is_stable(text: &str) -> bool {
    text.chars().all(|letter| {
        STABLE
            .iter()
            .any(|&(first, last)| first <= letter && letter <= last)
    })
}

#[cfg(test)]
mod tests {
    use super::{STABLE, is_stable};
    use icu_normalizer::ComposingNormalizer;

    #[test]
    fn every_stable_letter_is_in_normal_form_by_itself_and_after_any_other() {
        let normaliser = ComposingNormalizer::new_nfkc();
        // Composition looks at the letter before; these begin the most compositions.
        let before = ['a', 'e', 'o', 'ä', 'ô', 'α', 'и', 'ا', 'क', 'か', '가', '개'];
        let letters = STABLE.into_iter().flat_map(|(first, last)| first..=last);
        for letter in letters.filter(|&letter| unicode_ident::is_xid_continue(letter)) {
            assert!(normaliser.is_normalized(&letter.to_string()), "{letter:?}");
            for before in before {
                assert!(
                    normaliser.is_normalized(&format!("{before}{letter}")),
                    "{letter:?}"
                );
            }
        }
    }

    #[test]
    fn ligatures_and_marks_are_not_stable() {
        for letter in ["ﬁ", "ª", "ſ", "\u{301}", "\u{3099}", "\u{1161}", "２"] {
            assert!(!is_stable(letter), "{letter:?}");
        }
        assert!(is_stable("größe_2"));
    }
}
