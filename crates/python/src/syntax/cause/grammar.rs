//! Errors of the grammar, in CPython's words.

use super::tokens::Tokens;
use super::{Cause, assignments, begins_expression};
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{
    InterpolatedStringErrorType as FStringErrorType, ParseError, ParseErrorType, UnsupportedSyntaxErrorKind,
};
use ruff_text_size::{TextRange, TextSize};

/// Syntax that 3.13 does not have.
pub(super) fn unsupported(kind: UnsupportedSyntaxErrorKind, range: TextRange) -> Cause {
    match kind {
        UnsupportedSyntaxErrorKind::UnparenthesizedExceptionTypes => {
            Cause::new(range, "multiple exception types must be parenthesized")
        }
        UnsupportedSyntaxErrorKind::UnpackingInComprehension(kind) => {
            let what = format!("{kind:?}");
            if what.contains("Dict") {
                let stars = TextRange::at(range.start(), TextSize::from(2));
                return Cause::new(stars, "dict unpacking cannot be used in dict comprehension");
            }
            Cause::new(range, "iterable unpacking cannot be used in comprehension")
        }
        _ => Cause::invalid_syntax(range),
    }
}

/// The parser's error at token `at` as CPython has it.
pub(super) fn cause(tokens: &Tokens, at: usize, error: &ParseError) -> Cause {
    let range = error.location;
    match &error.error {
        ParseErrorType::OtherError(text) => other(tokens, at, range, text),
        ParseErrorType::ExpectedToken { expected, .. } => expected_token(tokens, at, *expected),
        ParseErrorType::SimpleStatementsOnSameLine => adjacent(tokens, at),
        ParseErrorType::UnexpectedIndentation => unexpected_indent(tokens, range),
        ParseErrorType::ExpectedExpression => expected_expression(tokens, at),
        ParseErrorType::InvalidAssignmentTarget => assignments::cannot_assign(tokens, at, range),
        ParseErrorType::InvalidAugmentedAssignmentTarget => assignments::cannot_augment(tokens, range),
        ParseErrorType::InvalidNamedAssignmentTarget => assignments::cannot_name(tokens, range),
        ParseErrorType::InvalidAnnotatedAssignmentTarget => {
            Cause::new(range, "illegal target for annotation")
        }
        ParseErrorType::InvalidDeleteTarget => assignments::cannot_delete(tokens, range),
        ParseErrorType::EmptyImportNames if tokens.kind(at) == TokenKind::Newline => {
            Cause::new(place(tokens, at), "Expected one or more names after 'import'")
        }
        ParseErrorType::UnparenthesizedGeneratorExpression => {
            Cause::new(range, "Generator expression must be parenthesized")
        }
        ParseErrorType::PositionalAfterKeywordArgument => Cause::new(
            tokens.range(tokens.closing_after(at)),
            "positional argument follows keyword argument",
        ),
        ParseErrorType::PositionalAfterKeywordUnpacking => {
            let message = "positional argument follows keyword argument unpacking";
            Cause::new(tokens.range(tokens.closing_after(at)), message)
        }
        ParseErrorType::InvalidArgumentUnpackingOrder => {
            let last = tokens.closing_after(at).saturating_sub(1);
            Cause::new(
                tokens.span(at.saturating_sub(1), last),
                "iterable argument unpacking follows keyword argument unpacking",
            )
        }
        ParseErrorType::IterableUnpackingInComprehension => {
            Cause::new(range, "iterable unpacking cannot be used in comprehension")
        }
        ParseErrorType::NonDefaultParamAfterDefaultParam => Cause::new(
            range,
            "parameter without a default follows parameter with a default",
        ),
        ParseErrorType::ParamAfterVarKeywordParam => {
            Cause::new(range, "arguments cannot follow var-keyword argument")
        }
        ParseErrorType::ExpectedKeywordParam => bare_star(tokens, at),
        ParseErrorType::VarParameterWithDefault => {
            Cause::new(range, "var-positional argument cannot have default value")
        }
        ParseErrorType::InvalidStarredExpressionUsage => invalid_star(tokens, at, range),
        ParseErrorType::InvalidMatchPatternTarget => Cause::new(range, "cannot use '_' as a target"),
        ParseErrorType::UnparenthesizedTupleExpression => {
            let end = tokens.at(range.end());
            let comma = (at..end).find(|index| tokens.kind(*index) == TokenKind::Comma);
            Cause::invalid_syntax(comma.map_or(range, |comma| tokens.range(comma)))
        }
        ParseErrorType::FStringError(kind) => fstring(tokens, at, kind),
        _ => Cause::invalid_syntax(place(tokens, at)),
    }
}

/// Where the token is; the end of the source is the end of its last line.
fn place(tokens: &Tokens, at: usize) -> TextRange {
    if tokens.is_end(at) {
        tokens.end()
    } else {
        tokens.range(at)
    }
}

fn unexpected_indent(tokens: &Tokens, range: TextRange) -> Cause {
    // CPython's column is that of the last blank.
    let end = tokens.at(range.end());
    let start = tokens.range(end).start();
    let last = start.checked_sub(TextSize::from(1)).unwrap_or(start);
    Cause::indentation(TextRange::new(last, start), "unexpected indent")
}

/// Errors for which the parser has words, but no name.
fn other(tokens: &Tokens, at: usize, range: TextRange, text: &str) -> Cause {
    if text.starts_with("Expected an indented block") {
        return missing_block(tokens, at);
    }
    match text {
        "Expected `except` or `finally` after `try` block" => {
            Cause::new(place(tokens, at), "expected 'except' or 'finally' block")
        }
        "Trailing comma not allowed" => {
            let message = "trailing comma not allowed without surrounding parentheses";
            Cause::new(tokens.range(at + 1), message)
        }
        "Only single target (not tuple) can be annotated" => {
            Cause::new(range, "only single target (not tuple) can be annotated")
        }
        "Only single target (not list) can be annotated" => {
            Cause::new(range, "only single target (not list) can be annotated")
        }
        "Expected one or more exception types" => Cause::new(range, "expected one or more exception types"),
        "Cannot have both 'except' and 'except*' on the same 'try'" => Cause::new(
            tokens.range(at),
            "cannot have both 'except' and 'except*' on the same 'try'",
        ),
        "Only one '*' parameter allowed" => Cause::new(tokens.range(at), "* argument may appear only once"),
        "Only one '/' separator allowed" => Cause::new(range, "/ may appear only once"),
        "'/' parameter must appear before '*' parameter" => Cause::new(range, "/ must be ahead of *"),
        "Position-only parameter separator not allowed as first parameter" => {
            Cause::new(range, "at least one argument must precede /")
        }
        "Expected a parameter name" => match tokens.kind(at) {
            TokenKind::True | TokenKind::False | TokenKind::None => {
                let message = format!("cannot assign to {}", tokens.text(tokens.range(at)));
                Cause::new(tokens.span(at, at + 1), message)
            }
            _ => {
                let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
                Cause::new(tokens.span(at, tokens.at(range.end())), message)
            }
        },
        _ => Cause::invalid_syntax(place(tokens, at)),
    }
}

/// The header is the logical line that the last colon before the error ends.
fn missing_block(tokens: &Tokens, at: usize) -> Cause {
    let before = (0..at)
        .rev()
        .find(|index| tokens.kind(*index) == TokenKind::Colon)
        .unwrap_or(0);
    let mut start = tokens.statement_start(before);
    if tokens.kind(start) == TokenKind::Async {
        start += 1;
    }
    let header = match tokens.kind(start) {
        TokenKind::Def => "function definition".to_owned(),
        TokenKind::Class => "class definition".to_owned(),
        TokenKind::Except if tokens.kind(start + 1) == TokenKind::Star => "'except*' statement".to_owned(),
        _ => format!("'{}' statement", tokens.text(tokens.range(start))),
    };
    let line = tokens.line(tokens.range(start).start());
    let next = (at..tokens.len()).find(|index| {
        !matches!(
            tokens.kind(*index),
            TokenKind::Newline | TokenKind::Dedent | TokenKind::Indent
        )
    });
    let place = place(tokens, next.unwrap_or(tokens.len()));
    Cause::indentation(
        place,
        format!("expected an indented block after {header} on line {line}"),
    )
}

fn expected_token(tokens: &Tokens, at: usize, expected: TokenKind) -> Cause {
    let found = tokens.kind(at);
    match expected {
        TokenKind::Colon if in_braces(tokens, at) => dictionary_colon(tokens, at),
        TokenKind::Colon => missing_colon(tokens, at),
        TokenKind::Lpar if found == TokenKind::Colon => Cause::new(tokens.range(at), "expected '('"),
        TokenKind::Else => {
            let condition = (0..at)
                .rev()
                .find(|index| tokens.kind(*index) == TokenKind::If)
                .unwrap_or(at);
            let range = tokens.span(tokens.element_start(condition), at.saturating_sub(1));
            Cause::new(range, "expected 'else' after 'if' expression")
        }
        TokenKind::In if tokens.bracket_around(at).is_some() && begins_expression(found) => {
            Cause::new(tokens.range(at), "'in' expected after for-loop variables")
        }
        _ if tokens.bracket_around(at).is_some() => adjacent(tokens, at),
        _ => Cause::invalid_syntax(place(tokens, at)),
    }
}

fn in_braces(tokens: &Tokens, at: usize) -> bool {
    let around = tokens.bracket_around(at);
    around.is_some_and(|bracket| tokens.kind(bracket) == TokenKind::Lbrace && !tokens.is_field(bracket))
}

fn dictionary_colon(tokens: &Tokens, at: usize) -> Cause {
    match tokens.kind(at) {
        TokenKind::Rbrace | TokenKind::Comma => {
            let key = tokens.range(tokens.element_start(at));
            Cause::new(key, "':' expected after dictionary key")
        }
        _ => Cause::invalid_syntax(tokens.range(at)),
    }
}

fn missing_colon(tokens: &Tokens, at: usize) -> Cause {
    let start = tokens.statement_start(at);
    let keyword = match tokens.kind(start) {
        TokenKind::Async => tokens.kind(start + 1),
        kind => kind,
    };
    let is_forced = matches!(
        keyword,
        TokenKind::Def | TokenKind::Try | TokenKind::Else | TokenKind::Finally
    );
    if is_forced || tokens.kind(at) == TokenKind::Newline {
        return Cause::new(place(tokens, at), "expected ':'");
    }
    let is_condition = matches!(keyword, TokenKind::If | TokenKind::Elif | TokenKind::While);
    if is_condition && tokens.kind(at) == TokenKind::Equal && begins_expression(tokens.kind(at + 1)) {
        let target = tokens.range(tokens.element_start(at));
        let range = TextRange::new(
            target.start(),
            tokens.range(at.saturating_sub(1)).end().max(target.end()),
        );
        if tokens.element_start(at) + 1 == at && tokens.kind(at - 1) == TokenKind::Name {
            let whole = tokens.span(at - 1, tokens.line_end(at));
            return Cause::new(
                whole,
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
            );
        }
        let mut cause = assignments::cannot_assign(tokens, at, range);
        cause
            .message
            .push_str(" here. Maybe you meant '==' instead of '='?");
        return cause;
    }
    Cause::invalid_syntax(tokens.range(at))
}

/// Two expressions side by side.
fn adjacent(tokens: &Tokens, at: usize) -> Cause {
    let found = tokens.kind(at);
    let previous = at.saturating_sub(1);
    let word = tokens.text(tokens.range(previous));
    if begins_expression(found)
        && matches!(word, "print" | "exec")
        && tokens.kind(previous) == TokenKind::Name
    {
        let message = format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?");
        return Cause::new(tokens.span(previous, tokens.line_end(at)), message);
    }
    let start = tokens.statement_start(at);
    if found == TokenKind::From && tokens.kind(start) == TokenKind::Import {
        return Cause::new(
            tokens.span(start, tokens.line_end(at)),
            "Did you mean to use 'from ... import ...' instead?",
        );
    }
    let is_value_before = ends_expression(tokens.kind(previous));
    let is_in_brackets = tokens.bracket_around(at).is_some();
    if is_in_brackets
        && is_value_before
        && found == TokenKind::For
        && let Some(start) = unparenthesized_target(tokens, at)
    {
        return Cause::new(
            start,
            "did you forget parentheses around the comprehension target?",
        );
    }
    if is_in_brackets && is_value_before && begins_expression(found) {
        let range = TextRange::new(
            tokens.range(tokens.element_start(at)).start(),
            tokens.range(at).end(),
        );
        return Cause::new(range, "invalid syntax. Perhaps you forgot a comma?");
    }
    // `not` could still become `not in`.
    let wrong = if found == TokenKind::Not { at + 1 } else { at };
    Cause::invalid_syntax(place(tokens, wrong))
}

/// `[x, y for ...]`: the place of `x`.
fn unparenthesized_target(tokens: &Tokens, at: usize) -> Option<TextRange> {
    let bracket = tokens.bracket_around(at)?;
    let is_display = matches!(tokens.kind(bracket), TokenKind::Lsqb | TokenKind::Lbrace);
    is_display.then(|| tokens.span(bracket + 1, at.saturating_sub(1)))
}

fn ends_expression(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringEnd
            | TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace
            | TokenKind::True
            | TokenKind::False
            | TokenKind::None
            | TokenKind::Ellipsis
    ) || kind.is_soft_keyword()
}

fn expected_expression(tokens: &Tokens, at: usize) -> Cause {
    let before = tokens.kind_before(at);
    let found = tokens.kind(at);
    let range = place(tokens, at);
    if at > 0 && tokens.is_field(at - 1) {
        let text = match found {
            TokenKind::Rbrace => "}",
            TokenKind::Exclamation => "!",
            TokenKind::Colon => ":",
            TokenKind::Equal => "=",
            _ => "",
        };
        if !text.is_empty() {
            return Cause::new(
                range,
                format!("f-string: valid expression required before '{text}'"),
            );
        }
    }
    if let Some(lambda) = lambda_in_field(tokens, at) {
        return Cause::new(
            lambda,
            "f-string: lambda expressions are not allowed without parentheses",
        );
    }
    let closes = matches!(found, TokenKind::Rbrace | TokenKind::Comma | TokenKind::Rpar);
    if before == TokenKind::Colon && closes && in_braces(tokens, at) {
        let colon = tokens.range(at.saturating_sub(1));
        return Cause::new(colon, "expression expected after dictionary key and ':'");
    }
    let is_argument = tokens
        .bracket_around(at)
        .is_some_and(|bracket| tokens.kind(bracket) == TokenKind::Lpar);
    if before == TokenKind::Equal && closes && is_argument {
        let name = tokens.span(at.saturating_sub(2), at.saturating_sub(1));
        return Cause::new(name, "expected argument value expression");
    }
    if found == TokenKind::Greater && before == TokenKind::Less {
        return Cause::invalid_syntax(tokens.span(at.saturating_sub(1), at));
    }
    // `def f() -> :`
    if before == TokenKind::Rarrow {
        return Cause::new(tokens.range(at.saturating_sub(1)), "expected ':'");
    }
    Cause::invalid_syntax(range)
}

fn lambda_in_field(tokens: &Tokens, at: usize) -> Option<TextRange> {
    let field = tokens
        .bracket_around(at)
        .filter(|bracket| tokens.is_field(*bracket))?;
    let lambda = (field + 1..at).find(|index| tokens.kind(*index) == TokenKind::Lambda)?;
    let colon = (lambda..tokens.len()).find(|index| tokens.kind(*index) == TokenKind::Colon)?;
    Some(tokens.span(lambda, colon))
}

fn bare_star(tokens: &Tokens, at: usize) -> Cause {
    let message = "named arguments must follow bare *";
    let star = (0..=at)
        .rev()
        .find(|index| tokens.kind(*index) == TokenKind::Star)
        .unwrap_or(at);
    let is_lambda = tokens.bracket_around(at).is_none();
    // In a lambda CPython names the place behind the star.
    Cause::new(tokens.range(if is_lambda { star + 1 } else { star }), message)
}

fn invalid_star(tokens: &Tokens, at: usize, range: TextRange) -> Cause {
    if tokens.text(range).starts_with("**") || tokens.kind_before(at) == TokenKind::DoubleStar {
        return Cause::invalid_syntax(tokens.range(tokens.at(range.end())));
    }
    let before = tokens.kind_before(at);
    let message = match before {
        TokenKind::Colon if in_braces(tokens, at) => "cannot use a starred expression in a dictionary value",
        TokenKind::Lbrace if tokens.is_field(at.saturating_sub(1)) => "can't use starred expression here",
        TokenKind::Equal => "can't use starred expression here",
        _ => "cannot use starred expression here",
    };
    Cause::new(range, message)
}

fn fstring(tokens: &Tokens, at: usize, kind: &FStringErrorType) -> Cause {
    let range = tokens.range(at);
    match kind {
        FStringErrorType::InvalidConversionFlag => match tokens.kind(at) {
            TokenKind::Name => {
                let text = tokens.text(range);
                let message =
                    format!("f-string: invalid conversion character '{text}': expected 's', 'r', or 'a'");
                Cause::new(range, message)
            }
            _ => Cause::new(range, "f-string: missing conversion character"),
        },
        FStringErrorType::UnclosedLbrace => {
            if let Some(quote) = closing_quote(tokens, at) {
                return Cause::new(quote, "f-string: expecting '}'");
            }
            if begins_expression(tokens.kind(at)) && ends_expression(tokens.kind_before(at)) {
                return adjacent(tokens, at);
            }
            let field = (0..at).rev().find(|index| tokens.is_field(*index)).unwrap_or(at);
            let has_spec = (field..at).any(|index| tokens.kind(index) == TokenKind::Colon);
            let also = if has_spec { ", or format specs" } else { "" };
            Cause::new(range, format!("f-string: expecting '}}'{also}"))
        }
        FStringErrorType::LambdaWithoutParentheses => Cause::new(
            range,
            "f-string: lambda expressions are not allowed without parentheses",
        ),
        FStringErrorType::ConversionFlagNotImmediatelyAfterExclamation => Cause::new(
            range,
            "f-string: conversion type must come right after the exclamation mark",
        ),
        _ => Cause::invalid_syntax(range),
    }
}

/// The quote that ends the f-string directly behind the token at `at`: CPython reads it before it sees that the
/// field is not well-formed.
fn closing_quote(tokens: &Tokens, at: usize) -> Option<TextRange> {
    let start = (0..at)
        .rev()
        .find(|index| tokens.kind(*index) == TokenKind::FStringStart)?;
    let quote = tokens.text(tokens.range(start)).chars().last()?;
    let end = tokens.range(at).end();
    let rest = tokens.source().get(end.to_usize()..)?;
    let text = rest.trim_start_matches(' ');
    let blanks = TextSize::of(rest) - TextSize::of(text);
    (begins_expression(tokens.kind(at)) && text.starts_with(quote))
        .then(|| TextRange::at(end + blanks, TextSize::of(quote)))
}
