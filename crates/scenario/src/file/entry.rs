//! The value of a line of front matter: words, and texts in quotation marks.

use std::fmt::{self, Display};

/// A text in quotation marks, in which those and line breaks are escaped.
pub struct Quoted<'a>(pub &'a str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"")?;
        for char in self.0.chars() {
            match char {
                '"' => f.write_str("\\\"")?,
                '\\' => f.write_str("\\\\")?,
                '\n' => f.write_str("\\n")?,
                '\r' => f.write_str("\\r")?,
                _ => write!(f, "{char}")?,
            }
        }
        f.write_str("\"")
    }
}

/// What stands in a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Characters between white space.
    Word(String),
    /// What stands in quotation marks; a star before it marks the right answer of a question.
    Text { text: String, is_starred: bool },
}

/// Takes a value apart; nothing if a quotation mark is missing.
pub fn pieces(value: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = value.trim_start();
    while !rest.is_empty() {
        let (is_starred, after_star) = match rest.strip_prefix('*') {
            Some(after) if after.starts_with('"') => (true, after),
            _ => (false, rest),
        };
        let after = if let Some(quoted) = after_star.strip_prefix('"') {
            let (text, after) = unquote(quoted)?;
            pieces.push(Piece::Text { text, is_starred });
            after
        } else {
            let end = rest.find([' ', '\t', '"']).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            pieces.push(Piece::Word(word.to_owned()));
            after
        };
        rest = after.trim_start();
    }
    Some(pieces)
}

/// The text up to the quotation mark that ends it, and what follows.
fn unquote(quoted: &str) -> Option<(String, &str)> {
    let mut text = String::new();
    let mut chars = quoted.chars();
    loop {
        match chars.next()? {
            '"' => return Some((text, chars.as_str())),
            '\\' => match chars.next()? {
                'n' => text.push('\n'),
                'r' => text.push('\r'),
                escaped => text.push(escaped),
            },
            char => text.push(char),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_words_and_texts() {
        let word = |text: &str| Piece::Word(text.to_owned());
        let text = |text: &str, is_starred| Piece::Text {
            text: text.to_owned(),
            is_starred,
        };
        assert_eq!(
            pieces("ask \"a \\\"b\\\"\" *\"c\" fr\"d\" *e"),
            Some(vec![
                word("ask"),
                text("a \"b\"", false),
                text("c", true),
                word("fr"),
                text("d", false),
                word("*e"),
            ])
        );
        assert_eq!(pieces("  "), Some(Vec::new()));
    }

    #[test]
    fn a_missing_quotation_mark_is_no_value() {
        assert_eq!(pieces("note \"begins"), None);
        assert_eq!(pieces("note \"ends in \\"), None);
    }

    #[test]
    fn what_is_quoted_is_read_as_it_was() {
        let text = "a \"b\" \\ c\nd\r\te";
        let read = pieces(&Quoted(text).to_string());
        assert_eq!(
            read,
            Some(vec![Piece::Text {
                text: text.to_owned(),
                is_starred: false
            }])
        );
    }
}
