//! Malformed strings and f-strings.

use super::Cause;
use super::tokens::Tokens;
use crate::syntax::hint::Hint;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::InterpolatedStringErrorType as FStringErrorType;
use ruff_text_size::{TextRange, TextSize};

/// A string that its line, or the source, ends.
pub(super) fn unterminated(tokens: &Tokens, range: TextRange) -> Cause {
    let text = tokens.text(range);
    let quoted = text.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let is_triple = quoted.starts_with("\"\"\"") || quoted.starts_with("'''");
    let end = if is_triple {
        tokens.end().end()
    } else {
        range.end().min(tokens.end().end())
    };
    let kind = if is_triple {
        "triple-quoted string"
    } else {
        "string"
    };
    let line = tokens.line(end);
    Cause::new(
        TextRange::empty(range.start()),
        format!("unterminated {kind} literal (detected at line {line})"),
    )
}

/// What the lexer says about an f-string. `None` for what is the grammar's affair.
pub(super) fn fstring(tokens: &Tokens, kind: &FStringErrorType, range: TextRange) -> Option<Cause> {
    let kind = match kind {
        FStringErrorType::UnterminatedString => "f-string",
        FStringErrorType::UnterminatedTripleQuotedString => "triple-quoted f-string",
        FStringErrorType::SingleRbrace => {
            return Some(Cause::new(range, "f-string: single '}' is not allowed"));
        }
        _ => return None,
    };
    let at = tokens.at(range.start()).min(tokens.len().saturating_sub(1));
    let start = (0..=at)
        .rev()
        .find(|index| tokens.kind(*index) == TokenKind::FStringStart)?;
    // A field that is still open is the cause.
    let open = (start..=at).rev().find(|index| tokens.is_field(*index));
    let closed = (start..=at)
        .rev()
        .find(|index| tokens.kind(*index) == TokenKind::Rbrace);
    if let Some(open) = open
        && closed.is_none_or(|closed| closed < open)
    {
        return Some(super::never_closed(tokens, open));
    }
    let end = if kind == "f-string" {
        range.start()
    } else {
        tokens.end().end()
    };
    let line = tokens.line(end);
    let message = format!("unterminated {kind} literal (detected at line {line})");
    Some(Cause::new(TextRange::empty(tokens.range(start).start()), message))
}

/// An escape sequence that is cut short, or `\N{...}`, whose name is not known here.
pub(super) fn bad_escape(tokens: &Tokens, range: TextRange) -> Cause {
    let index = tokens.at(range.start().checked_sub(TextSize::from(1)).unwrap_or_default());
    let string = tokens.range(index);
    let before = tokens
        .source()
        .get(string.start().to_usize()..range.end().to_usize())
        .unwrap_or("");
    let Some(escape) = before.rfind('\\') else {
        return Cause::invalid_syntax(string);
    };
    let opening = before.len() - before.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let quotes = before.get(opening..).unwrap_or("");
    let body = opening
        + if quotes.starts_with("\"\"\"") || quotes.starts_with("'''") {
            3
        } else {
            1
        };
    let first = escape.saturating_sub(body);
    let rest = tokens
        .source()
        .get(string.start().to_usize() + escape..)
        .unwrap_or("");
    let (wording, hint) = match rest.as_bytes().get(1) {
        Some(b'x') => ("truncated \\xXX escape", None),
        Some(b'u') => ("truncated \\uXXXX escape", None),
        Some(b'U') => ("truncated \\UXXXXXXXX escape", None),
        Some(b'N') if rest.as_bytes().get(2) != Some(&b'{') => ("malformed \\N character escape", None),
        _ => ("unknown Unicode character name", Some(Hint::FewCharacterNames)),
    };
    let length = match rest.find('}') {
        Some(end) if hint.is_some() => end + 1,
        _ => 2 + rest.bytes().skip(2).take_while(u8::is_ascii_hexdigit).count(),
    };
    let last = first + length.saturating_sub(1);
    let message = format!(
        "(unicode error) 'unicodeescape' codec can't decode bytes in position {first}-{last}: {wording}"
    );
    Cause {
        hint,
        ..Cause::new(string, message)
    }
}
