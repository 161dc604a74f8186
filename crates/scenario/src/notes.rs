//! What an author says about a program, as it is shown: paragraphs, lists with `- `, and code between backticks. Notes
//! know no other marks.

const ITEM: &str = "- ";

/// What would be marks elsewhere, at the beginning of a line.
const MARKS: [char; 6] = ['#', '>', '*', '|', ' ', '\t'];

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block<'a> {
    /// Each line stands by itself.
    Paragraph(&'a str),
    /// The items, without what marks them.
    List(Vec<&'a str>),
}

/// A part of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Text(&'a str),
    Code(&'a str),
}

/// The blocks of notes, in their order.
#[must_use]
pub fn blocks(notes: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    for line in notes.lines().filter(|line| !line.trim().is_empty()) {
        match (line.strip_prefix(ITEM), blocks.last_mut()) {
            (Some(item), Some(Block::List(items))) => items.push(item),
            (Some(item), _) => blocks.push(Block::List(vec![item])),
            (None, _) => blocks.push(Block::Paragraph(line)),
        }
    }
    blocks
}

/// The parts of a line.
pub fn pieces(line: &str) -> impl Iterator<Item = Piece<'_>> {
    let pieces = line.split('`').enumerate();
    let piece = |(at, text)| match at % 2 {
        0 => Piece::Text(text),
        _ => Piece::Code(text),
    };
    pieces.map(piece)
}

/// The first sentence, without marks.
#[must_use]
pub fn first_sentence(notes: &str) -> String {
    let paragraph = notes
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let mut ends = paragraph.match_indices([' ', '\u{a0}']).map(|(at, _)| at);
    let end = ends.find(|at| {
        let before = paragraph.get(..*at).unwrap_or_default();
        before.trim_end_matches('\u{a0}').ends_with(['.', '?', '!'])
    });
    let sentence = paragraph
        .get(..end.unwrap_or(paragraph.len()))
        .unwrap_or_default();
    sentence.replace('`', "")
}

/// The first line that would look other than its author thinks: with a mark that notes don't know, or with code that
/// does not end.
#[must_use]
pub fn misread(notes: &str) -> Option<&str> {
    let is_misread = |line: &&str| {
        line.starts_with(MARKS) || line.starts_with("```") || line.matches('`').count() % 2 == 1
    };
    notes.lines().find(is_misread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_paragraphs_and_lists() {
        let notes = "One.\n\n- a\n- b\n\nTwo.\nThree.\n- c\n";
        let expected = [
            Block::Paragraph("One."),
            Block::List(vec!["a", "b"]),
            Block::Paragraph("Two."),
            Block::Paragraph("Three."),
            Block::List(vec!["c"]),
        ];
        assert_eq!(blocks(notes), expected);
    }

    #[test]
    fn code_stands_between_backticks() {
        let expected = [Piece::Text("see "), Piece::Code("await x"), Piece::Text(".")];
        assert_eq!(pieces("see `await x`.").collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_first_sentence_has_no_marks() {
        assert_eq!(first_sentence("\nCall `f()`. Then wait."), "Call f().");
        assert_eq!(first_sentence("Quand\u{a0}? Maintenant."), "Quand\u{a0}?");
        assert_eq!(first_sentence("no end"), "no end");
        assert_eq!(first_sentence(""), "");
    }

    #[test]
    fn marks_that_notes_do_not_know_are_found() {
        for notes in [
            "# Title",
            "* item",
            "  - inner",
            "> said",
            "| a | b |",
            "```",
            "a `b",
        ] {
            assert_eq!(misread(&format!("fine\n{notes}\n")), Some(notes));
        }
        assert_eq!(misread("`code` first\n\n- item with `code`"), None);
    }
}
