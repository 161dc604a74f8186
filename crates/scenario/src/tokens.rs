//! A program's text as lines of words, numbers, texts and marks: only as much of Python as the builder's forms need.

use crate::names::is_name_character;
use crate::read::{Refusal, Why};

/// One statement or head of a block, over as many lines of text as its brackets are open.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line<'a> {
    /// Where it begins, from 1.
    pub number: u32,
    /// How many spaces stand before it.
    pub indent: usize,
    pub tokens: Vec<Token<'a>>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Token<'a> {
    /// The line of text where it stands, from 1.
    pub line: u32,
    pub kind: Kind,
    /// As it is written; of a text, what stands between its quotes.
    pub text: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Number,
    Text,
    /// An f-string.
    Template,
    Mark,
}

/// Takes a program apart. Empty lines are left out.
pub(crate) fn lines_of(source: &str) -> Result<Vec<Line<'_>>, Refusal> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut open_brackets = 0_u32;
    for (number, text) in (1..).zip(source.lines()) {
        let indent = text.len() - text.trim_start_matches(' ').len();
        let tokens = tokens_of(text.trim(), number)?;
        let Some(first) = tokens.first() else {
            continue;
        };
        if open_brackets == 0 {
            // A tab counts differently in every editor.
            if text.trim_start_matches(' ').starts_with('\t') {
                return Err(Refusal::at(first.line, Why::NotAForm));
            }
            lines.push(Line {
                number,
                indent,
                tokens: Vec::new(),
            });
        }
        for token in tokens.iter().filter(|token| token.kind == Kind::Mark) {
            match token.text {
                "(" | "[" => open_brackets += 1,
                ")" | "]" => open_brackets = open_brackets.saturating_sub(1),
                _ => {}
            }
        }
        if let Some(line) = lines.last_mut() {
            line.tokens.extend(tokens);
        }
    }
    Ok(lines)
}

/// The tokens of one line of text.
fn tokens_of(text: &str, line: u32) -> Result<Vec<Token<'_>>, Refusal> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (kind, before, len, after) = match first {
            '#' => return Err(Refusal::at(line, Why::Comment)),
            '"' | '\'' => text_at(rest, line, Kind::Text)?,
            'f' if rest.starts_with("f\"") || rest.starts_with("f'") => {
                let (kind, before, len, after) =
                    text_at(rest.get(1..).unwrap_or_default(), line, Kind::Template)?;
                (kind, before + 1, len, after)
            }
            '0'..='9' => (Kind::Number, 0, length_of(rest, is_number_character), 0),
            '.' if rest.chars().nth(1).is_some_and(|next| next.is_ascii_digit()) => {
                (Kind::Number, 0, length_of(rest, is_number_character), 0)
            }
            _ if is_name_character(first) => (Kind::Word, 0, length_of(rest, is_name_character), 0),
            '(' | ')' | '[' | ']' | ',' | '.' | ':' | '=' | '+' | '*' | '<' => (Kind::Mark, 0, 1, 0),
            _ => return Err(Refusal::at(line, Why::NotAForm)),
        };
        let (Some(text), Some(left)) = (rest.get(before..before + len), rest.get(before + len + after..))
        else {
            return Err(Refusal::at(line, Why::NotAForm));
        };
        tokens.push(Token { line, kind, text });
        rest = left.trim_start();
    }
    Ok(tokens)
}

/// A text in quotes at the beginning: how much stands before it, how long it is, and how much stands after.
fn text_at(rest: &str, line: u32, kind: Kind) -> Result<(Kind, usize, usize, usize), Refusal> {
    let refusal = Refusal::at(line, Why::NotAForm);
    let quote = rest.chars().next().ok_or(refusal.clone())?;
    let inner = rest.get(1..).unwrap_or_default();
    let mut is_escaped = false;
    for (at, character) in inner.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            // Two texts without anything between them are one for Python, and three quotes are another kind of text.
            _ if character == quote
                && inner
                    .get(at + 1..)
                    .is_some_and(|next| next.starts_with(['"', '\''])) =>
            {
                return Err(refusal);
            }
            _ if character == quote => return Ok((kind, 1, at, 1)),
            _ => {}
        }
    }
    Err(refusal)
}

fn is_number_character(character: char) -> bool {
    character == '.' || is_name_character(character)
}

fn length_of(text: &str, belongs: fn(char) -> bool) -> usize {
    text.find(|character| !belongs(character)).unwrap_or(text.len())
}
