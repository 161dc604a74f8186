//! Escape sequences that mean nothing: Python keeps them as they are, and warns.

use super::diagnostic::{Severity, Sink};
use super::hint::Hint;
use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_text_size::Ranged;

/// Warns of the first invalid escape sequence of each string, as CPython's parser does.
pub(super) fn check(source: &str, tokens: &Tokens, sink: &mut Sink) {
    // The prefixes of the f-strings around the current token.
    let mut raw_fstrings = Vec::new();
    for token in tokens {
        let text = source
            .get(token.start().to_usize()..token.end().to_usize())
            .unwrap_or("");
        let problem = match token.kind() {
            TokenKind::FStringStart => {
                raw_fstrings.push(has_prefix(text, 'r'));
                None
            }
            TokenKind::FStringEnd => {
                raw_fstrings.pop();
                None
            }
            TokenKind::FStringMiddle if raw_fstrings.last() == Some(&false) => first_invalid(text, Kind::Str),
            TokenKind::String if has_prefix(text, 'r') => None,
            TokenKind::String if has_prefix(text, 'b') => first_invalid(text, Kind::Bytes),
            TokenKind::String => first_invalid(text, Kind::Str),
            _ => None,
        };
        match problem {
            None => {}
            Some(Problem::Invalid(message)) => sink.syntax_warning(token.range(), message),
            Some(Problem::Surrogate) => sink.push(
                Severity::Error,
                "unsupported-syntax",
                "SyntaxError",
                token.range(),
                "escapes of single surrogates (\\ud800 to \\udfff) are not supported".to_owned(),
                Some(Hint::WholeCharacter),
            ),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Str,
    Bytes,
}

fn has_prefix(literal: &str, letter: char) -> bool {
    let prefix = literal.chars().take_while(char::is_ascii_alphabetic);
    prefix
        .into_iter()
        .any(|candidate| candidate.eq_ignore_ascii_case(&letter))
}

/// What is wrong with an escape sequence.
enum Problem {
    /// It means nothing.
    Invalid(String),
    /// It is half of a character of UTF-16, which text cannot hold here.
    Surrogate,
}

fn first_invalid(text: &str, kind: Kind) -> Option<Problem> {
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if character != '\\' {
            continue;
        }
        let escaped = characters.next()?;
        match escaped {
            '\n' | '\r' | '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | 'x' => {}
            'u' | 'U' if kind == Kind::Str => {
                let length = if escaped == 'u' { 4 } else { 8 };
                let digits: String = characters.clone().take(length).collect();
                let code = u32::from_str_radix(&digits, 16).unwrap_or(0);
                if (0xd800..0xe000).contains(&code) {
                    return Some(Problem::Surrogate);
                }
            }
            'N' if kind == Kind::Str => {}
            '0'..='7' => {
                let mut octal = String::from(escaped);
                while octal.len() < 3
                    && let Some(digit) = characters.next_if(|next| ('0'..='7').contains(next))
                {
                    octal.push(digit);
                }
                if octal.len() == 3 && escaped > '3' {
                    return Some(Problem::Invalid(format!(
                        "invalid octal escape sequence '\\{octal}'"
                    )));
                }
            }
            _ => return Some(Problem::Invalid(format!("invalid escape sequence '\\{escaped}'"))),
        }
    }
    None
}
