//! Which parts of a source text are words of the language, names, texts, numbers and comments: for a listing in
//! colours. Works on any text, also on one with errors.

use super::parse::parse_within_limits;
use crate::bytecode::Span;
use ruff_python_ast::token::TokenKind;
use ruff_text_size::Ranged;

/// What a part of a source text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A word of the language that gives way to others: `await`, `async`.
    Await,
    /// Another word of the language.
    Word,
    /// The name of a function or class where it is defined.
    Definition,
    Text,
    Number,
    Comment,
}

/// The parts of a text in their order; what is between them is nothing special.
#[must_use]
pub fn parts(source: &str) -> Vec<(Span, Part)> {
    match super::frozen::find(source) {
        Some(frozen) => frozen.parts.to_vec(),
        None => parts_anew(source),
    }
}

/// Apart, since a build may put this off.
#[inline(never)]
fn parts_anew(source: &str) -> Vec<(Span, Part)> {
    let Some(parsed) = parse_within_limits(source) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut before = TokenKind::Newline;
    for token in parsed.tokens() {
        let kind = token.kind();
        if let Some(part) = part_of(kind, before) {
            let range = token.range();
            found.push((
                Span {
                    start: range.start().to_u32(),
                    end: range.end().to_u32(),
                },
                part,
            ));
        }
        before = kind;
    }
    found
}

fn part_of(kind: TokenKind, before: TokenKind) -> Option<Part> {
    Some(match kind {
        TokenKind::Await | TokenKind::Async => Part::Await,
        TokenKind::Name if matches!(before, TokenKind::Def | TokenKind::Class) => Part::Definition,
        TokenKind::Int | TokenKind::Float | TokenKind::Complex => Part::Number,
        TokenKind::Comment => Part::Comment,
        TokenKind::String | TokenKind::FStringStart | TokenKind::FStringMiddle | TokenKind::FStringEnd => {
            Part::Text
        }
        // These two can be names as well.
        TokenKind::Match | TokenKind::Case | TokenKind::Type => return None,
        _ if kind.is_keyword() => Part::Word,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts_of(source: &str) -> Vec<(&str, Part)> {
        let text = |span: Span| {
            source
                .get(span.start as usize..span.end as usize)
                .unwrap_or_default()
        };
        parts(source)
            .into_iter()
            .map(|(span, part)| (text(span), part))
            .collect()
    }

    #[test]
    fn a_line_is_taken_apart() {
        assert_eq!(
            parts_of("async def f():  # x\n    await g(1, 'a')\n"),
            [
                ("async", Part::Await),
                ("def", Part::Word),
                ("f", Part::Definition),
                ("# x", Part::Comment),
                ("await", Part::Await),
                ("1", Part::Number),
                ("'a'", Part::Text),
            ]
        );
    }

    #[test]
    fn a_text_with_errors_has_colours_too() {
        assert!(parts_of("def f(:\n  return 1").contains(&("return", Part::Word)));
    }

    #[test]
    fn nesting_without_end_has_no_colours() {
        assert!(parts(&"(".repeat(100_000)).is_empty());
    }
}
