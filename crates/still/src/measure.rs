//! How wide a text is, where nothing can be asked that knows fonts: a little wider than in most of them, so that
//! what is made to fit here fits everywhere.

use switchboard_view::scene::shorten;

/// About how wide a text is in a font without serifs, in the size's unit.
#[must_use]
pub fn width(text: &str, size: f64, weight: u32) -> f64 {
    let sum: f64 = text.chars().map(share).sum();
    let wider = if weight >= 600 { 1.13 } else { 1.0 };
    sum * size * wider
}

/// A letter's width as a share of the font's size.
fn share(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | '!' | 'I' => 0.3,
        'f' | 't' | 'r' | ' ' | '\u{a0}' | '(' | ')' | '[' | ']' | '/' | '"' | '-' | '·' | '`' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' | '→' => 0.95,
        'A'..='Z' => 0.7,
        '#' => 0.84,
        '0'..='9' => 0.64,
        'a'..='z' | '_' => 0.6,
        letter if letter < '\u{2e80}' => 0.66,
        // Chinese, Japanese, Korean and pictures take a whole square.
        _ => 1.05,
    }
}

/// A label made to fit into so much room.
#[must_use]
pub fn fitted(label: &str, room: f64, size: f64, weight: u32) -> String {
    let mut most = label.chars().count().min(200);
    loop {
        let fitted = shorten(label, most);
        if most <= 1 || width(&fitted, size, weight) <= room {
            return fitted;
        }
        most -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_cut_to_its_room_and_keeps_what_tells_it_apart() {
        assert_eq!(fitted("main", 74.0, 12.5, 600), "main");
        let cut = fitted("downloader(12)", 74.0, 12.5, 600);
        assert!(cut.ends_with("…(12)"), "{cut}");
        assert!(width(&cut, 12.5, 600) <= 74.0);
        assert_eq!(fitted("mmmm", 0.0, 12.5, 600).chars().count(), 1);
    }
}
