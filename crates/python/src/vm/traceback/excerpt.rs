//! The lines of source that a traceback shows of a frame, with marks under what has raised.
//!
//! Mirrors `StackSummary.format_frame_summary` of CPython's `traceback.py`.

use super::anchors::{Anchors, Row, anchors, is_shown_whole};
use crate::bytecode::Span;
use crate::vm::Source;
use std::collections::BTreeSet;
use switchboard_pyfmt::str_layout::{LineEnds, splitlines};
use switchboard_pyfmt::unicode_class::{is_space, is_wide};

/// Where a frame was: 1-based lines, and the columns as bytes of the first and of the last line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub line: u32,
    pub end_line: u32,
    /// Nothing where only the line is known: there are no marks then.
    pub columns: Option<(u32, u32)>,
}

impl Place {
    /// Somewhere in a line.
    pub fn line(line: u32) -> Self {
        Place {
            line,
            end_line: line,
            columns: None,
        }
    }

    /// The place of an instruction; where it has no span of its own, that line.
    pub fn of(source: &Source, span: Span, line: u32) -> Self {
        if span.end == 0 {
            return Place::line(line);
        }
        let ((line, start), (end_line, end)) = (source.position(span.start), source.position(span.end));
        Place {
            line,
            end_line,
            columns: Some((start, end)),
        }
    }
}

/// What stands before each of the lines.
const INDENT: &str = "    ";

/// The lines with their marks, each with its newline; nothing if there is no such line.
pub fn excerpt(source: &Source, place: Place) -> String {
    let last = place.end_line.min(source.line_count()).max(place.line);
    let mut text = String::new();
    for line in place.line..=last {
        text.push_str(source.line(line).unwrap_or_default().trim_end_matches(is_space));
        text.push('\n');
    }
    let first = text.lines().next().unwrap_or_default().trim_matches(is_space);
    match place.columns {
        _ if text.trim_matches(is_space).is_empty() => String::new(),
        None => format!("{INDENT}{first}\n"),
        Some(columns) => Marked::new(&text, (last - place.line) as usize, columns)
            .map_or_else(|| format!("{INDENT}{first}\n"), |marked| marked.text()),
    }
}

/// The source text of one instruction.
struct Marked {
    rows: Vec<Row>,
    /// The character of the first row at which the instruction begins.
    start: usize,
    /// The character of the last row before which it ends.
    end: usize,
}

impl Marked {
    fn new(text: &str, last: usize, (start, end): (u32, u32)) -> Option<Self> {
        let original = splitlines(text, LineEnds::Drop);
        let dedented = dedent(text);
        let mut rows: Vec<Row> = splitlines(&dedented, LineEnds::Drop)
            .into_iter()
            .map(Row::new)
            .collect();
        rows.truncate(last + 1);
        let first = Row::new(original.first()?);
        let removed = first.chars.len().saturating_sub(rows.first()?.chars.len());
        let start = first.character_at(start as usize);
        let end = Row::new(original.get(last)?).character_at(end as usize);
        Some(Marked {
            rows,
            start: start.saturating_sub(removed),
            end: end.saturating_sub(removed),
        })
    }

    fn text(&self) -> String {
        let anchors = anchors(&self.segment());
        let has_marks = self.has_marks(anchors.as_ref());
        let mut out = String::new();
        let mut before: Option<usize> = None;
        for row in self.significant(anchors.as_ref()) {
            match before.map(|before| row - before) {
                // One line between is shown.
                Some(2) => self.push(&mut out, row - 1, anchors.as_ref(), has_marks),
                Some(gap) if gap > 2 => out.push_str(&format!("{INDENT}...<{} lines>...\n", gap - 1)),
                _ => {}
            }
            self.push(&mut out, row, anchors.as_ref(), has_marks);
            before = Some(row);
        }
        out
    }

    /// What the instruction is of the rows.
    fn segment(&self) -> String {
        let last = self.rows.len().saturating_sub(1);
        let mut segment = String::new();
        for (index, row) in self.rows.iter().enumerate() {
            let start = if index == 0 { self.start } else { 0 };
            let end = if index == last { self.end } else { row.chars.len() };
            segment.extend(row.chars.get(start..end.min(row.chars.len())).unwrap_or_default());
            if index < last {
                segment.push('\n');
            }
        }
        segment
    }

    /// Whole lines have no marks, unless these say more than that.
    fn has_marks(&self, anchors: Option<&Anchors>) -> bool {
        let is_blank = |chars: Option<&[char]>| chars.unwrap_or_default().iter().all(|c| is_space(*c));
        let before = self.rows.first().map(|row| row.chars.get(..self.start));
        let after = self.rows.last().map(|row| row.chars.get(self.end..));
        !is_shown_whole(&self.rows, self.start, self.end)
            && (anchors.is_some() || !is_blank(before.flatten()) || !is_blank(after.flatten()))
    }

    /// The first row, the last one, and those around the anchors.
    fn significant(&self, anchors: Option<&Anchors>) -> BTreeSet<usize> {
        let around = |row: usize| row.saturating_sub(1)..=row + 1;
        let mut rows = BTreeSet::from([0, self.rows.len().saturating_sub(1)]);
        if let Some(anchors) = anchors {
            rows.extend(around(anchors.left.0).chain(around(anchors.right.0)));
        }
        rows.retain(|row| *row < self.rows.len());
        rows
    }

    fn push(&self, out: &mut String, index: usize, anchors: Option<&Anchors>, has_marks: bool) {
        let Some(row) = self.rows.get(index) else { return };
        out.push_str(INDENT);
        out.push_str(&row.text);
        out.push('\n');
        if has_marks {
            out.push_str(INDENT);
            // A line of spaces alone is an empty one.
            let marks = self.marks(index, row, anchors);
            out.push_str(if marks.trim().is_empty() { "" } else { &marks });
            out.push('\n');
        }
    }

    fn marks(&self, index: usize, row: &Row, anchors: Option<&Anchors>) -> String {
        let is_last = index + 1 == self.rows.len();
        let width = row.width(if is_last { self.end } else { row.chars.len() });
        let indent = row.chars.iter().take_while(|c| is_space(**c)).count();
        let start = match index {
            0 => row.width(self.start).max(indent),
            _ => indent,
        };
        let between = anchors.map(|anchors| {
            let column = |(at, character): (usize, usize)| {
                let shift = if at == 0 { self.start } else { 0 };
                (
                    at,
                    self.rows.get(at).map_or(0, |row| row.width(character + shift)),
                )
            };
            column(anchors.left)..column(anchors.right)
        });
        (0..width)
            .map(|column| match &between {
                _ if column < start => ' ',
                Some(between) if !between.contains(&(index, column)) => '~',
                _ => '^',
            })
            .collect()
    }
}

/// The text without the spaces and tabs that all its lines begin with.
fn dedent(text: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let is_blank = |line: &str| indent(line) == line.len();
    let mut margin: Option<&str> = None;
    for line in text.lines().filter(|line| !is_blank(line)) {
        let own = line.get(..indent(line)).unwrap_or_default();
        let common = margin.map_or(own, |margin| {
            let same = margin.bytes().zip(own.bytes()).take_while(|(a, b)| a == b);
            own.get(..same.count()).unwrap_or_default()
        });
        margin = Some(common);
    }
    let cut = margin.map_or(0, str::len);
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        out.push_str(if is_blank(line) {
            ""
        } else {
            line.get(cut..).unwrap_or_default()
        });
        out.push('\n');
    }
    out
}

impl Row {
    pub fn new(text: &str) -> Self {
        Row {
            text: text.to_owned(),
            chars: text.chars().collect(),
        }
    }

    /// How many characters these first bytes are.
    pub fn character_at(&self, byte: usize) -> usize {
        let bytes = self.text.as_bytes();
        let before = bytes.get(..byte).unwrap_or(bytes);
        String::from_utf8_lossy(before).chars().count()
    }

    /// The columns that the first characters take.
    fn width(&self, characters: usize) -> usize {
        if self.text.is_ascii() {
            return characters;
        }
        let columns = |c: &char| if is_wide(*c) { 2 } else { 1 };
        self.chars.iter().take(characters).map(columns).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vm::source::Owner;

    /// What is shown of the part of the source that is marked by `<<` and `>>`.
    fn shown(marked: &str) -> String {
        let (before, rest) = marked.split_once("<<").unwrap_or_default();
        let (part, after) = rest.split_once(">>").unwrap_or_default();
        let source = Source::new("a.py", format!("{before}{part}{after}"), Owner::Program);
        let start = before.len() as u32;
        let span = Span {
            start,
            end: start + part.len() as u32,
        };
        excerpt(&source, Place::of(&source, span, 1))
    }

    #[test]
    fn an_operator_a_bracket_and_a_part_of_a_line_are_marked() {
        assert_eq!(shown("x = <<a  + b>>\n"), "    x = a  + b\n        ~~~^~~\n");
        assert_eq!(shown("  f(<<a[1]>>)\n"), "    f(a[1])\n      ~^^^\n");
        assert_eq!(shown("x = <<a.b>>\n"), "    x = a.b\n        ^^^\n");
    }

    #[test]
    fn a_whole_line_has_no_marks_unless_they_tell_more() {
        assert_eq!(shown("  <<raise a>>\n"), "    raise a\n");
        assert_eq!(shown("  x = <<f(1)>>\n"), "    x = f(1)\n");
        assert_eq!(shown("  <<f(1)>>\n"), "    f(1)\n    ~^^^\n");
    }

    #[test]
    fn lines_far_from_the_operator_are_counted() {
        assert_eq!(
            shown("<<f(\n  1,\n  2,\n  3,\n  4,\n  5,\n)>>\n"),
            "    f(\n    ~^\n      1,\n      ^^\n    ...<3 lines>...\n      5,\n      ^^\n    )\n    ^\n"
        );
    }

    #[test]
    fn a_wide_character_takes_two_marks() {
        assert_eq!(shown("'漢' <<+ 漢字>>\n"), "    '漢' + 漢字\n         ^^^^^^\n");
    }
}
