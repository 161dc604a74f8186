//! A place in a line, and what stands there.

use super::{Refusal, Why};
use crate::tokens::{Kind, Line, Token};
use crate::workload::Duration;

/// A place in a line.
pub(super) struct Cursor<'l, 'a> {
    line: &'l Line<'a>,
    at: usize,
}

impl Line<'_> {
    /// Whether the line begins so; words and marks stand apart in the pattern.
    pub(super) fn is(&self, pattern: &str) -> bool {
        Cursor::new(self).is_at(pattern)
    }
}

impl<'l, 'a> Cursor<'l, 'a> {
    /// At the line's beginning.
    pub(super) const fn new(line: &'l Line<'a>) -> Self {
        Self { line, at: 0 }
    }

    /// Whether these words and marks come next.
    pub(super) fn is_at(&self, pattern: &str) -> bool {
        let mut rest = self.rest().iter();
        pattern.split(' ').all(|wanted| {
            rest.next().is_some_and(|token| {
                matches!(token.kind, Kind::Word | Kind::Mark | Kind::Number) && token.text == wanted
            })
        })
    }

    /// Passes over these words and marks if they come next.
    pub(super) fn eat(&mut self, pattern: &str) -> bool {
        let is_here = self.is_at(pattern);
        if is_here {
            self.at += pattern.split(' ').count();
        }
        is_here
    }

    pub(super) fn require(&mut self, pattern: &str) -> Result<(), Refusal> {
        if self.eat(pattern) {
            Ok(())
        } else {
            Err(self.refusal())
        }
    }

    /// Refuses what is left.
    pub(super) fn end(&self) -> Result<(), Refusal> {
        if self.rest().is_empty() {
            Ok(())
        } else {
            Err(self.refusal())
        }
    }

    pub(super) fn word(&mut self) -> Option<&'a str> {
        self.next(|kind| kind == Kind::Word).map(|token| token.text)
    }

    pub(super) fn text(&mut self) -> Result<Token<'a>, Refusal> {
        self.next(|kind| matches!(kind, Kind::Text | Kind::Template))
            .ok_or_else(|| self.refusal())
    }

    /// A whole number within these bounds.
    pub(super) fn count(&mut self, least: u32, most: u32) -> Result<u32, Refusal> {
        let line = self.line();
        let Some(token) = self.next(|kind| kind == Kind::Number) else {
            return Err(self.refusal());
        };
        let is_whole = token.text.bytes().all(|byte| byte.is_ascii_digit()) && !token.text.starts_with('0');
        let number = token.text.parse().ok().filter(|_| is_whole);
        number
            .filter(|number| (least..=most).contains(number))
            .ok_or(Refusal::at(line, Why::Amount))
    }

    pub(super) fn seconds(&mut self) -> Result<Duration, Refusal> {
        let line = self.line();
        let Some(token) = self.next(|kind| kind == Kind::Number) else {
            return Err(self.refusal());
        };
        Duration::parse(token.text).ok_or(Refusal::at(line, Why::Amount))
    }

    /// The line of text where the next token stands, or the last one if none is left.
    pub(super) fn line(&self) -> u32 {
        let next = self.rest().first().or(self.line.tokens.last());
        next.map_or(self.line.number, |token| token.line)
    }

    /// That this is not one of the forms.
    pub(super) fn refusal(&self) -> Refusal {
        Refusal::at(self.line(), Why::NotAForm)
    }

    pub(super) fn unknown(&self, name: &str) -> Refusal {
        Refusal::at(self.line(), Why::Unknown(name.to_owned()))
    }

    fn rest(&self) -> &'l [Token<'a>] {
        self.line.tokens.get(self.at..).unwrap_or_default()
    }

    fn next(&mut self, fits: impl Fn(Kind) -> bool) -> Option<Token<'a>> {
        let token = *self.rest().first().filter(|token| fits(token.kind))?;
        self.at += 1;
        Some(token)
    }
}
