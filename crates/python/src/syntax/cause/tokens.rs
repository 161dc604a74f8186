//! The tokens of a source with a syntax error, and what can be asked of them.

use super::Cause;
use ruff_python_ast::token::{TokenKind, Tokens as ParsedTokens};
use ruff_text_size::{Ranged, TextRange, TextSize};

/// The tokens without comments and blank lines.
pub(super) struct Tokens<'s> {
    source: &'s str,
    list: Vec<(TokenKind, TextRange)>,
}

impl<'s> Tokens<'s> {
    pub(super) fn new(source: &'s str, tokens: &ParsedTokens) -> Self {
        let list = tokens
            .iter()
            .map(|token| (token.kind(), token.range()))
            .filter(|(kind, _)| !matches!(kind, TokenKind::Comment | TokenKind::NonLogicalNewline))
            .collect();
        Tokens { source, list }
    }

    pub(super) fn source(&self) -> &'s str {
        self.source
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn kind(&self, index: usize) -> TokenKind {
        self.list
            .get(index)
            .map_or(TokenKind::EndOfFile, |(kind, _)| *kind)
    }

    /// The kind of the token before `index`, or of an imagined line break before the first.
    pub(super) fn kind_before(&self, index: usize) -> TokenKind {
        index
            .checked_sub(1)
            .map_or(TokenKind::Newline, |index| self.kind(index))
    }

    /// Behind the last token, the end of the source. The end of a line is a place without text.
    pub(super) fn range(&self, index: usize) -> TextRange {
        match self.list.get(index) {
            Some((TokenKind::Newline, range)) => TextRange::empty(range.start()),
            Some((_, range)) => *range,
            None => TextRange::empty(TextSize::of(self.source)),
        }
    }

    pub(super) fn text(&self, range: TextRange) -> &'s str {
        self.source
            .get(range.start().to_usize()..range.end().to_usize())
            .unwrap_or("")
    }

    /// The token that contains, or else follows, a place.
    pub(super) fn at(&self, offset: TextSize) -> usize {
        let index = self.list.partition_point(|(_, range)| range.end() <= offset);
        // Tokens without text, such as the end of a block, come first at their place.
        let first = self.list.partition_point(|(_, range)| range.end() < offset);
        let empty = (first..index).find(|index| {
            self.list
                .get(*index)
                .is_some_and(|(_, range)| *range == TextRange::empty(offset))
        });
        match empty {
            Some(empty) if self.kind(index) == TokenKind::EndOfFile => empty,
            _ => index,
        }
    }

    /// 1-based line.
    pub(super) fn line(&self, offset: TextSize) -> usize {
        let before = self.source.get(..offset.to_usize()).unwrap_or(self.source);
        before.bytes().filter(|byte| *byte == b'\n').count() + 1
    }

    /// The end of the last line that has any text: there CPython sees the end of the source.
    pub(super) fn end(&self) -> TextRange {
        let text = self.source.trim_end_matches(['\n', '\r']);
        TextRange::empty(TextSize::of(text))
    }

    pub(super) fn is_end(&self, index: usize) -> bool {
        (index..self.len()).all(|index| {
            matches!(
                self.kind(index),
                TokenKind::EndOfFile | TokenKind::Dedent | TokenKind::Newline
            ) && self.range(index).start() >= self.end().end()
        })
    }

    /// The innermost bracket that is open at the end of the source.
    pub(super) fn unclosed(&self) -> Option<usize> {
        let mut open = Vec::new();
        for index in 0..self.len() {
            if is_opening(self.kind(index)) {
                open.push(index);
            } else if is_closing(self.kind(index)) {
                open.pop();
            }
        }
        open.pop()
    }

    /// Whether CPython has read past the bracket's line when it meets the error at token `at`.
    pub(super) fn goes_on_after(&self, at: usize, bracket: usize) -> bool {
        let next = at + usize::from(!self.is_end(at));
        let line = self.line(self.range(bracket).start());
        self.is_end(next) || self.line(self.range(next).start()) > line
    }

    /// Closing brackets that fit no open one.
    pub(super) fn mismatched(&self) -> Option<Cause> {
        let mut open: Vec<usize> = Vec::new();
        for index in 0..self.len() {
            let kind = self.kind(index);
            let range = self.range(index);
            if is_opening(kind) {
                open.push(index);
            } else if is_closing(kind) {
                let text = self.text(range);
                let Some(opening) = open.pop() else {
                    return Some(Cause::new(range, format!("unmatched '{text}'")));
                };
                if !is_pair(self.kind(opening), kind) {
                    return Some(self.mismatch(opening, index));
                }
            }
        }
        None
    }

    fn mismatch(&self, opening: usize, closing: usize) -> Cause {
        let (opening, range) = (self.range(opening), self.range(closing));
        let (open, close) = (self.text(opening), self.text(range));
        let line = self.line(opening.start());
        // Inside a field of an f-string the brace is not a bracket of the program's.
        if open == "{" && self.is_field(self.at(opening.start())) {
            return Cause::new(range, format!("f-string: unmatched '{close}'"));
        }
        let place = if line == self.line(range.start()) {
            String::new()
        } else {
            format!(" on line {line}")
        };
        let message =
            format!("closing parenthesis '{close}' does not match opening parenthesis '{open}'{place}");
        Cause::new(range, message)
    }

    /// Whether the brace at `index` opens a field of an f-string.
    pub(super) fn is_field(&self, index: usize) -> bool {
        self.kind(index) == TokenKind::Lbrace
            && matches!(
                self.kind_before(index),
                TokenKind::FStringStart | TokenKind::FStringMiddle | TokenKind::Rbrace
            )
            && index
                .checked_sub(1)
                .is_some_and(|before| self.range(before).end() >= self.range(index).start())
    }

    /// The bracket around the token at `index`.
    pub(super) fn bracket_around(&self, index: usize) -> Option<usize> {
        let mut depth = 0_usize;
        for candidate in (0..index.min(self.len())).rev() {
            let kind = self.kind(candidate);
            if is_closing(kind) {
                depth += 1;
            } else if is_opening(kind) {
                if depth == 0 {
                    return Some(candidate);
                }
                depth -= 1;
            }
        }
        None
    }

    /// The bracket that closes what is open at the token at `index`.
    pub(super) fn closing_after(&self, index: usize) -> usize {
        let mut depth = 0_usize;
        for candidate in index..self.len() {
            let kind = self.kind(candidate);
            if is_opening(kind) {
                depth += 1;
            } else if is_closing(kind) {
                if depth == 0 {
                    return candidate;
                }
                depth -= 1;
            }
        }
        self.len()
    }

    /// The first token of the expression that ends before `index`: back to a comma, an assignment, an opening
    /// bracket or a keyword that cannot be inside it.
    pub(super) fn element_start(&self, index: usize) -> usize {
        let mut depth = 0_usize;
        let mut start = index;
        for candidate in (0..index.min(self.len())).rev() {
            let kind = self.kind(candidate);
            if is_closing(kind) || kind == TokenKind::FStringEnd {
                depth += 1;
            } else if is_opening(kind) || kind == TokenKind::FStringStart {
                if depth == 0 {
                    break;
                }
                depth -= 1;
            } else if depth == 0 && separates(kind) {
                break;
            }
            start = candidate;
        }
        start
    }

    /// From the start of one token to the end of another.
    pub(super) fn span(&self, first: usize, last: usize) -> TextRange {
        let (first, last) = (self.range(first), self.range(last));
        TextRange::new(first.start(), last.end().max(first.end()))
    }

    /// The last token of the line, or of the header before a colon, that contains the token at `index`.
    pub(super) fn line_end(&self, index: usize) -> usize {
        let end = (index..self.len()).find(|index| {
            matches!(
                self.kind(*index),
                TokenKind::Newline | TokenKind::Semi | TokenKind::Colon | TokenKind::EndOfFile
            )
        });
        end.unwrap_or(self.len()).saturating_sub(1)
    }

    /// The first token of the statement that contains the token at `index`.
    pub(super) fn statement_start(&self, index: usize) -> usize {
        let mut start = index.min(self.len());
        while start > 0 {
            let before = self.kind_before(start);
            if matches!(
                before,
                TokenKind::Newline | TokenKind::Semi | TokenKind::Indent | TokenKind::Dedent
            ) {
                break;
            }
            start -= 1;
        }
        start
    }
}

fn separates(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Comma
            | TokenKind::Colon
            | TokenKind::Semi
            | TokenKind::Equal
            | TokenKind::ColonEqual
            | TokenKind::Newline
            | TokenKind::Indent
            | TokenKind::Dedent
            | TokenKind::If
            | TokenKind::Else
            | TokenKind::For
            | TokenKind::In
            | TokenKind::Return
            | TokenKind::Yield
            | TokenKind::Lambda
            | TokenKind::Star
            | TokenKind::DoubleStar
            | TokenKind::Assert
            | TokenKind::Raise
            | TokenKind::While
            | TokenKind::Elif
            | TokenKind::With
    )
}

fn is_opening(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace)
}

fn is_closing(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace)
}

fn is_pair(opening: TokenKind, closing: TokenKind) -> bool {
    matches!(
        (opening, closing),
        (TokenKind::Lpar, TokenKind::Rpar)
            | (TokenKind::Lsqb, TokenKind::Rsqb)
            | (TokenKind::Lbrace, TokenKind::Rbrace)
    )
}
