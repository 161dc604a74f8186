//! Stands in for `unicode_names2`, the table of Unicode character names behind Python's `\N{...}` escapes.
//!
//! The real table is 300 KB of compressed WebAssembly, more than the rest of the engine, for an escape that
//! programs about concurrency hardly use. This crate knows the names that teaching programs do use: Greek letters
//! and some sixty signs. For all others the parser reports `\N{...}` as an error at its place in the source: a
//! named limit instead of a slow page.

/// The character that has this Unicode name, if it is one of those that are known here.
///
/// Mirrors `unicode_names2::character`, the only item of that crate that the parser calls.
#[must_use]
pub fn character(name: &str) -> Option<char> {
    greek(name).or_else(|| sign(name))
}

/// A character and its name a line.
const SIGNS: &str = "\
\u{a0}NO-BREAK SPACE
¢CENT SIGN
£POUND SIGN
¥YEN SIGN
§SECTION SIGN
©COPYRIGHT SIGN
®REGISTERED SIGN
°DEGREE SIGN
±PLUS-MINUS SIGN
²SUPERSCRIPT TWO
³SUPERSCRIPT THREE
µMICRO SIGN
·MIDDLE DOT
¼VULGAR FRACTION ONE QUARTER
½VULGAR FRACTION ONE HALF
×MULTIPLICATION SIGN
÷DIVISION SIGN
ßLATIN SMALL LETTER SHARP S
àLATIN SMALL LETTER A WITH GRAVE
äLATIN SMALL LETTER A WITH DIAERESIS
çLATIN SMALL LETTER C WITH CEDILLA
èLATIN SMALL LETTER E WITH GRAVE
éLATIN SMALL LETTER E WITH ACUTE
ñLATIN SMALL LETTER N WITH TILDE
öLATIN SMALL LETTER O WITH DIAERESIS
üLATIN SMALL LETTER U WITH DIAERESIS
\u{301}COMBINING ACUTE ACCENT
\u{303}COMBINING TILDE
\u{308}COMBINING DIAERESIS
\u{327}COMBINING CEDILLA
\u{200b}ZERO WIDTH SPACE
\u{200d}ZERO WIDTH JOINER
–EN DASH
—EM DASH
‘LEFT SINGLE QUOTATION MARK
’RIGHT SINGLE QUOTATION MARK
“LEFT DOUBLE QUOTATION MARK
”RIGHT DOUBLE QUOTATION MARK
•BULLET
…HORIZONTAL ELLIPSIS
€EURO SIGN
™TRADE MARK SIGN
←LEFTWARDS ARROW
↑UPWARDS ARROW
→RIGHTWARDS ARROW
↓DOWNWARDS ARROW
↔LEFT RIGHT ARROW
⇒RIGHTWARDS DOUBLE ARROW
∀FOR ALL
∈ELEMENT OF
∑N-ARY SUMMATION
√SQUARE ROOT
∞INFINITY
∫INTEGRAL
≈ALMOST EQUAL TO
≠NOT EQUAL TO
≤LESS-THAN OR EQUAL TO
≥GREATER-THAN OR EQUAL TO
█FULL BLOCK
■BLACK SQUARE
●BLACK CIRCLE
★BLACK STAR
☃SNOWMAN
♠BLACK SPADE SUIT
♣BLACK CLUB SUIT
♥BLACK HEART SUIT
♦BLACK DIAMOND SUIT
✓CHECK MARK
✔HEAVY CHECK MARK
✗BALLOT X
❤HEAVY BLACK HEART
🎉PARTY POPPER
🐍SNAKE
😀GRINNING FACE
🚀ROCKET
";

fn sign(name: &str) -> Option<char> {
    SIGNS.lines().find_map(|line| {
        let sign = line.chars().next()?;
        let known = line.get(sign.len_utf8()..)?;
        known.eq_ignore_ascii_case(name).then_some(sign)
    })
}

/// In the order of their code points.
const GREEK_LETTERS: [&str; 25] = [
    "ALPHA",
    "BETA",
    "GAMMA",
    "DELTA",
    "EPSILON",
    "ZETA",
    "ETA",
    "THETA",
    "IOTA",
    "KAPPA",
    "LAMDA",
    "MU",
    "NU",
    "XI",
    "OMICRON",
    "PI",
    "RHO",
    "FINAL SIGMA",
    "SIGMA",
    "TAU",
    "UPSILON",
    "PHI",
    "CHI",
    "PSI",
    "OMEGA",
];

fn greek(name: &str) -> Option<char> {
    let name = name.to_ascii_uppercase();
    let (first, letter) = match name.strip_prefix("GREEK SMALL LETTER ") {
        Some(letter) => (u32::from('α'), letter),
        None => (u32::from('Α'), name.strip_prefix("GREEK CAPITAL LETTER ")?),
    };
    let at = GREEK_LETTERS.iter().position(|known| *known == letter)?;
    let is_unassigned = first == u32::from('Α') && letter == "FINAL SIGMA";
    let code = first.checked_add(u32::try_from(at).ok()?)?;
    char::from_u32(code).filter(|_| !is_unassigned)
}

#[cfg(test)]
mod tests {
    use super::character;

    #[test]
    fn signs_and_greek_letters_are_known() {
        assert_eq!(character("BULLET"), Some('•'));
        assert_eq!(character("snowman"), Some('☃'));
        assert_eq!(character("GREEK SMALL LETTER PI"), Some('π'));
        assert_eq!(character("Greek Capital Letter Omega"), Some('Ω'));
    }

    #[test]
    fn other_names_are_not() {
        assert_eq!(character("GREEK CAPITAL LETTER FINAL SIGMA"), None);
        assert_eq!(character("CUNEIFORM SIGN A"), None);
        assert_eq!(character(""), None);
    }
}
