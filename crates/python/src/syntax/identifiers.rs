//! Names that cannot be brought into their normal form here.

use super::diagnostic::{Severity, Sink};
use super::hint::Hint;
use ruff_python_ast::token::{TokenKind, Tokens};
use ruff_text_size::Ranged;

/// Refuses names whose normal form (NFKC) is not known. Two that differ in the source could be the same name.
pub(super) fn check(source: &str, tokens: &Tokens, sink: &mut Sink) {
    if source.is_ascii() {
        return;
    }
    for token in tokens.iter().filter(|token| token.kind() == TokenKind::Name) {
        let name = &source[token.range()];
        if !unicode_normalization::can_normalise(name) {
            sink.push(
                Severity::Error,
                "unsupported-syntax",
                "SyntaxError",
                token.range(),
                format!("the normal form of the name '{name}' is not known"),
                Some(Hint::PlainLetters(name.to_owned())),
            );
        }
    }
}
