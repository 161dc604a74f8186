//! Targets that cannot be assigned to.

use super::Cause;
use super::tokens::Tokens;
use crate::syntax::lower::describe;
use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{Expr, UnaryOp};
use ruff_python_parser::parse_expression_range;
use ruff_text_size::TextRange;

/// The expression at a range that the parser has read as one.
fn expression(tokens: &Tokens, range: TextRange) -> Option<Expr> {
    let source = tokens.source();
    let is_inside =
        source.is_char_boundary(range.start().to_usize()) && source.get(..range.end().to_usize()).is_some();
    if !is_inside {
        return None;
    }
    Some(parse_expression_range(source, range).ok()?.into_expr())
}

fn kind(tokens: &Tokens, range: TextRange) -> &'static str {
    expression(tokens, range).map_or("expression", |expression| describe(&expression))
}

pub(super) fn cannot_delete(tokens: &Tokens, range: TextRange) -> Cause {
    Cause::new(range, format!("cannot delete {}", kind(tokens, range)))
}

pub(super) fn cannot_augment(tokens: &Tokens, range: TextRange) -> Cause {
    let kind = kind(tokens, range);
    Cause::new(
        range,
        format!("'{kind}' is an illegal expression for augmented assignment"),
    )
}

pub(super) fn cannot_name(tokens: &Tokens, range: TextRange) -> Cause {
    Cause::new(
        range,
        format!("cannot use assignment expressions with {}", kind(tokens, range)),
    )
}

/// `1 = x` and the like. Where a comparison may have been meant, CPython says so.
pub(super) fn cannot_assign(tokens: &Tokens, at: usize, range: TextRange) -> Cause {
    if tokens.kind(at) == TokenKind::Yield {
        return Cause::new(range, "assignment to yield expression not possible");
    }
    let Some(target) = expression(tokens, range) else {
        return Cause::new(range, "cannot assign to expression");
    };
    let kind = describe(&target);
    let hint = if is_arithmetic(&target) && is_only_assignment(tokens, at, range) {
        " here. Maybe you meant '==' instead of '='?"
    } else {
        ""
    };
    Cause::new(range, format!("cannot assign to {kind}{hint}"))
}

/// What the grammar calls `bitwise_or`, without what is never a comparison's side.
fn is_arithmetic(expression: &Expr) -> bool {
    match expression {
        Expr::UnaryOp(node) => node.op != UnaryOp::Not,
        Expr::Compare(_)
        | Expr::BoolOp(_)
        | Expr::Lambda(_)
        | Expr::If(_)
        | Expr::Tuple(_)
        | Expr::List(_) => false,
        Expr::Generator(_) | Expr::BooleanLiteral(_) | Expr::NoneLiteral(_) | Expr::Starred(_) => false,
        Expr::Named(_) | Expr::Yield(_) | Expr::YieldFrom(_) => false,
        _ => true,
    }
}

/// Whether the target is a whole statement's only one.
fn is_only_assignment(tokens: &Tokens, at: usize, range: TextRange) -> bool {
    let begins = matches!(
        tokens.kind_before(at),
        TokenKind::Newline | TokenKind::Semi | TokenKind::Indent | TokenKind::Dedent | TokenKind::Colon
    );
    let equal = tokens.at(range.end());
    let mut rest = (equal + 1..tokens.len()).map(|index| tokens.kind(index));
    let line = rest
        .by_ref()
        .take_while(|kind| !matches!(kind, TokenKind::Newline | TokenKind::Semi));
    begins
        && tokens.kind(equal) == TokenKind::Equal
        && line
            .into_iter()
            .all(|kind| !matches!(kind, TokenKind::Equal | TokenKind::ColonEqual))
}
