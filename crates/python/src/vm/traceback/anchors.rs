//! Which part of an expression a traceback points at: the operator, the brackets of a call or of an index.
//!
//! Mirrors `_extract_caret_anchors_from_line_segment` and `_should_show_carets` of CPython's `traceback.py`.

use crate::syntax::{Outline, Shape, outline};
use switchboard_pyfmt::str_layout::{LineEnds, splitlines};
use switchboard_pyfmt::unicode_class::is_space;

/// One line of source text.
pub struct Row {
    pub text: String,
    pub chars: Vec<char>,
}

/// From where to where `^` stands in the midst of `~`: rows of the expression, and characters there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchors {
    pub left: (usize, usize),
    pub right: (usize, usize),
}

/// Nothing where the text is no operation, call or subscript.
pub fn anchors(segment: &str) -> Option<Anchors> {
    const BEFORE: &str = "(\n";
    let Outline::Expression(shape) = outline(&format!("{BEFORE}{segment}\n)"))? else {
        return None;
    };
    let lines = Lines::new(segment);
    let place = |offset: u32| lines.place(segment, (offset as usize).checked_sub(BEFORE.len())?);
    match shape {
        Shape::Operation { left, right } => {
            let is_operator = |c: char| !is_space(c) && c != ')';
            let at = lines.find(place(left)?, is_operator)?;
            let next = (at.0, at.1 + 1);
            // The operator has one or two characters.
            let second = lines
                .get(next)
                .filter(|c| !is_space(*c) && !matches!(c, '\\' | '#'));
            let is_long = second.is_some() && next < place(right)?;
            Some(Anchors {
                left: at,
                right: (at.0, at.1 + if is_long { 2 } else { 1 }),
            })
        }
        Shape::Brackets { left, open, end } => Some(Anchors {
            left: lines.find(place(left)?, |c| c == open)?,
            right: place(end)?,
        }),
    }
}

/// Whether the rows are nothing but `return f(…)` or `x = a.f(…)` with the call being what has raised.
pub fn is_shown_whole(rows: &[Row], start: usize, end: usize) -> bool {
    let text: Vec<&str> = rows.iter().map(|row| &*row.text).collect();
    let text = text.join("\n");
    let position = |offset: u32| row_of(text.get(..offset as usize).unwrap_or_default());
    match outline(&text) {
        Some(Outline::Nothing) => true,
        Some(Outline::WholeCall(span)) => {
            position(span.start) == (0, start) && position(span.end) == (rows.len() - 1, end)
        }
        _ => false,
    }
}

/// The row that a text ends in, and how many bytes of that row it has.
fn row_of(before: &str) -> (usize, usize) {
    let row = before.matches('\n').count();
    (row, before.len() - before.rfind('\n').map_or(0, |at| at + 1))
}

/// The lines of an expression.
struct Lines(Vec<Row>);

impl Lines {
    fn new(segment: &str) -> Self {
        Lines(
            splitlines(segment, LineEnds::Drop)
                .into_iter()
                .map(Row::new)
                .collect(),
        )
    }

    /// The row and the character at a byte offset.
    fn place(&self, segment: &str, offset: usize) -> Option<(usize, usize)> {
        let (row, column) = row_of(segment.get(..offset)?);
        Some((row, self.0.get(row)?.character_at(column)))
    }

    fn get(&self, (row, column): (usize, usize)) -> Option<char> {
        self.0.get(row)?.chars.get(column).copied()
    }

    /// The first such character from there on, outside of comments.
    fn find(
        &self,
        (mut row, mut column): (usize, usize),
        is_wanted: impl Fn(char) -> bool,
    ) -> Option<(usize, usize)> {
        loop {
            match self.get((row, column)) {
                Some('\\' | '#') | None => {
                    self.0.get(row)?;
                    (row, column) = (row + 1, 0);
                }
                Some(c) if is_wanted(c) => return Some((row, column)),
                Some(_) => column += 1,
            }
        }
    }
}
