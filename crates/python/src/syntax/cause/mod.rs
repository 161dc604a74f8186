//! From the parser's errors to CPython's: which one is reported, where, and in which words.
//!
//! As in CPython, what is wrong with the tokens (strings, brackets, indentation, numbers) anywhere in the source
//! comes before what is wrong with the grammar.

mod assignments;
mod grammar;
mod indentation;
mod numbers;
mod strings;
mod tokens;

use super::diagnostic::{Severity, Sink};
use super::hint::Hint;
use ruff_python_ast::Mod;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{InterpolatedStringErrorType, LexicalErrorType, ParseErrorType, Parsed};
use ruff_text_size::{Ranged, TextRange, TextSize};
use tokens::Tokens;

/// A syntax error as CPython has it.
pub(super) struct Cause {
    exception: &'static str,
    range: TextRange,
    message: String,
    hint: Option<Hint>,
}

impl Cause {
    fn new(range: TextRange, message: impl Into<String>) -> Cause {
        Cause {
            exception: "SyntaxError",
            range,
            message: message.into(),
            hint: None,
        }
    }

    fn indentation(range: TextRange, message: impl Into<String>) -> Cause {
        Cause {
            exception: "IndentationError",
            ..Cause::new(range, message)
        }
    }

    fn invalid_syntax(range: TextRange) -> Cause {
        Cause::new(range, "invalid syntax")
    }
}

/// Reports the syntax error that CPython would report.
pub(super) fn explain(source: &str, parsed: &Parsed<Mod>, sink: &mut Sink) {
    let tokens = Tokens::new(source, parsed.tokens());
    let found = lexical(&tokens, parsed).or_else(|| first_grammar_error(&tokens, parsed));
    let cause = found.unwrap_or_else(|| Cause::invalid_syntax(TextRange::default()));
    sink.push(
        Severity::Error,
        "syntax-error",
        cause.exception,
        cause.range,
        cause.message,
        cause.hint,
    );
}

fn first_grammar_error(tokens: &Tokens, parsed: &Parsed<Mod>) -> Option<Cause> {
    let error = parsed.errors().first();
    let unsupported = parsed.unsupported_syntax_errors().first();
    let is_unsupported_first = match (error, unsupported) {
        (Some(error), Some(unsupported)) => unsupported.range().start() < error.location.start(),
        (None, _) => true,
        (Some(_), None) => false,
    };
    if is_unsupported_first {
        return unsupported.map(|error| grammar::unsupported(error.kind, error.range()));
    }
    let error = error?;
    let at = tokens.at(error.location.start());
    if let Some(bracket) = tokens.unclosed()
        && tokens.goes_on_after(at, bracket)
        && !is_unclosed_field(&error.error)
    {
        return Some(never_closed(tokens, bracket));
    }
    Some(grammar::cause(tokens, at, error))
}

fn never_closed(tokens: &Tokens, bracket: usize) -> Cause {
    let range = tokens.range(bracket);
    Cause::new(range, format!("'{}' was never closed", tokens.text(range)))
}

/// The first thing that is wrong with the tokens themselves.
fn lexical(tokens: &Tokens, parsed: &Parsed<Mod>) -> Option<Cause> {
    let unclosed_field = parsed
        .errors()
        .iter()
        .find(|error| is_unclosed_field(&error.error))
        .map(|error| error.location);
    // What follows a field that does not end where it should is read as text, and means nothing.
    let sound = parsed
        .errors()
        .iter()
        .take_while(|error| !is_unclosed_field(&error.error));
    let from_lexer = sound.filter_map(|error| match &error.error {
        ParseErrorType::Lexical(kind) => lexer_error(tokens, kind, error.location),
        // A brace without its partner is the tokenizer's affair; other f-string errors are the grammar's.
        ParseErrorType::FStringError(InterpolatedStringErrorType::SingleRbrace) => {
            Some(Cause::new(error.location, "f-string: single '}' is not allowed"))
        }
        _ => None,
    });
    let end = unclosed_field.map_or(TextSize::of(tokens.source()), |range| range.start());
    from_lexer
        .chain(tokens.mismatched())
        .chain(numbers::first_error(tokens))
        .chain(indentation::first_error(tokens))
        .filter(|cause| cause.range.start() <= end)
        .min_by_key(|cause| cause.range.start())
}

fn is_unclosed_field(error: &ParseErrorType) -> bool {
    matches!(
        error,
        ParseErrorType::FStringError(InterpolatedStringErrorType::UnclosedLbrace)
    )
}

fn lexer_error(tokens: &Tokens, kind: &LexicalErrorType, range: TextRange) -> Option<Cause> {
    Some(match kind {
        LexicalErrorType::UnclosedStringError => strings::unterminated(tokens, range),
        LexicalErrorType::FStringError(kind) => return strings::fstring(tokens, kind, range),
        LexicalErrorType::UnicodeError
        | LexicalErrorType::MissingUnicodeLbrace
        | LexicalErrorType::MissingUnicodeRbrace => strings::bad_escape(tokens, range),
        LexicalErrorType::InvalidByteLiteral => {
            let string = tokens.range(tokens.at(range.start()));
            Cause::new(string, "bytes can only contain ASCII literal characters")
        }
        LexicalErrorType::UnrecognizedToken { tok } if tok.is_ascii() => return None,
        LexicalErrorType::UnrecognizedToken { tok } => {
            let code = u32::from(*tok);
            if tok.is_control() || tok.is_whitespace() || ('\u{200b}'..='\u{200f}').contains(tok) {
                Cause::new(range, format!("invalid non-printable character U+{code:04X}"))
            } else {
                Cause::new(range, format!("invalid character '{tok}' (U+{code:04X})"))
            }
        }
        LexicalErrorType::LineContinuationError => {
            let after = TextRange::empty(range.start() + TextSize::from(1));
            Cause::new(after, "unexpected character after line continuation character")
        }
        _ => return None,
    })
}

/// Whether a token can begin an expression.
fn begins_expression(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringStart
            | TokenKind::Lpar
            | TokenKind::Lsqb
            | TokenKind::Lbrace
            | TokenKind::True
            | TokenKind::False
            | TokenKind::None
            | TokenKind::Ellipsis
            | TokenKind::Await
            | TokenKind::Tilde
    ) || kind.is_soft_keyword()
}
