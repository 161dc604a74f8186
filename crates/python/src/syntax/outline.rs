//! What a piece of source text is, as far as the marks of tracebacks depend on it.

use super::parse::parse_within_limits;
use crate::bytecode::Span;
use ruff_python_ast::{Expr, ExprCall, Mod, Stmt};
use ruff_text_size::{Ranged, TextRange};

/// What a text that can be parsed begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outline {
    /// There is no statement.
    Nothing,
    /// It is one expression, of this shape.
    Expression(Shape),
    /// `return f(…)` or `x = a.b.f(…)`, and perhaps more; this is the call.
    WholeCall(Span),
    Other,
}

/// An expression that has an operator or brackets. Places are byte offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Where the left operand ends and the right one begins.
    Operation { left: u32, right: u32 },
    /// Where what stands before the bracket ends; where the expression ends.
    Brackets { left: u32, open: char, end: u32 },
}

/// Parses a text; nothing if that fails.
#[must_use]
pub fn outline(source: &str) -> Option<Outline> {
    let parsed = parse_within_limits(source)?;
    if parsed.has_syntax_errors() {
        return None;
    }
    let Mod::Module(module) = parsed.into_syntax() else {
        return None;
    };
    let Some((first, rest)) = module.body.split_first() else {
        return Some(Outline::Nothing);
    };
    Some(match first {
        Stmt::Expr(node) if rest.is_empty() => shape(&node.value).map_or(Outline::Other, Outline::Expression),
        Stmt::Return(node) => match node.value.as_deref() {
            Some(Expr::Call(call)) if matches!(&*call.func, Expr::Name(_)) => whole_call(call),
            _ => Outline::Other,
        },
        Stmt::Assign(node) => match (&*node.targets, &*node.value) {
            ([Expr::Name(_)], Expr::Call(call)) => whole_call(call),
            _ => Outline::Other,
        },
        _ => Outline::Other,
    })
}

fn shape(expression: &Expr) -> Option<Shape> {
    let brackets = |left: &Expr, open, whole: TextRange| Shape::Brackets {
        left: left.end().to_u32(),
        open,
        end: whole.end().to_u32(),
    };
    Some(match expression {
        Expr::BinOp(node) => Shape::Operation {
            left: node.left.end().to_u32(),
            right: node.right.start().to_u32(),
        },
        Expr::Subscript(node) => brackets(&node.value, '[', node.range),
        Expr::Call(node) => brackets(&node.func, '(', node.range()),
        _ => return None,
    })
}

fn whole_call(call: &ExprCall) -> Outline {
    let range = call.range();
    Outline::WholeCall(Span {
        start: range.start().to_u32(),
        end: range.end().to_u32(),
    })
}
