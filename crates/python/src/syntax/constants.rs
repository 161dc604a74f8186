//! Constant expressions, computed before the program runs, as CPython's optimizer does where it is cheap.
//!
//! Folding is bounded in the size of what it looks at and of what it makes, so that `"x" * 10 ** 9` stays a
//! computation of the program.

use super::scope::left_part;
use crate::bytecode::Const;
use num_bigint::BigInt;
use ruff_python_ast::{Expr, Int, Number, Operator, UnaryOp};
use std::rc::Rc;

/// No more syntax nodes than this are looked at for one constant.
const MOST_NODES: u32 = 10_000;

/// No longer strings and bytes than this are made.
const MOST_BYTES: usize = 4096;

/// Python's limit on the digits of a decimal integer.
const MOST_DIGITS: usize = 4300;

/// The value of an expression that consists of constants only.
pub(super) fn fold(expression: &Expr) -> Option<Const> {
    let mut budget = MOST_NODES;
    fold_within(expression, &mut budget)
}

fn fold_within(expression: &Expr, budget: &mut u32) -> Option<Const> {
    // A long chain of operators nests to the left.
    let mut outer = Vec::new();
    let mut innermost = expression;
    while let Some(left) = left_part(innermost) {
        *budget = budget.checked_sub(1)?;
        let Expr::BinOp(node) = innermost else { return None };
        outer.push(node);
        innermost = left;
    }
    let mut value = fold_leaf(innermost, budget)?;
    while let Some(node) = outer.pop() {
        let right = fold_within(&node.right, budget)?;
        value = binary(node.op, &value, &right)?;
    }
    Some(value)
}

fn fold_leaf(expression: &Expr, budget: &mut u32) -> Option<Const> {
    *budget = budget.checked_sub(1)?;
    Some(match expression {
        Expr::NumberLiteral(node) => number(&node.value)?,
        Expr::StringLiteral(node) => Const::Str(node.value.to_str().into()),
        Expr::BytesLiteral(node) => Const::Bytes(node.value.bytes().collect()),
        Expr::BooleanLiteral(node) => Const::Bool(node.value),
        Expr::NoneLiteral(_) => Const::None,
        Expr::EllipsisLiteral(_) => Const::Ellipsis,
        Expr::Name(node) if &*node.id == "__debug__" => Const::Bool(true),
        Expr::Tuple(node) => {
            let items: Option<Rc<[Const]>> = node.elts.iter().map(|item| fold_within(item, budget)).collect();
            Const::Tuple(items?)
        }
        Expr::UnaryOp(node) => unary(node.op, fold_within(&node.operand, budget)?)?,
        _ => return None,
    })
}

/// The value of a number literal.
fn number(number: &Number) -> Option<Const> {
    Some(match number {
        Number::Int(value) => integer(value)?,
        Number::Float(value) => Const::Float(*value),
        Number::Complex { imag, .. } => Const::Imaginary(*imag),
    })
}

fn integer(value: &Int) -> Option<Const> {
    if let Some(small) = value.as_i64() {
        return Some(Const::Int(small));
    }
    if let Some(unsigned) = value.as_u64() {
        return Some(Const::BigInt(BigInt::from(unsigned)));
    }
    let text = value.to_string().replace('_', "");
    if text.len() > MOST_DIGITS && text.starts_with(|first: char| first != '0') {
        return None;
    }
    let (digits, radix) = match text.get(..2) {
        Some("0x" | "0X") => (&text[2..], 16),
        Some("0o" | "0O") => (&text[2..], 8),
        Some("0b" | "0B") => (&text[2..], 2),
        _ => (&*text, 10),
    };
    BigInt::parse_bytes(digits.as_bytes(), radix).map(Const::BigInt)
}

fn unary(op: UnaryOp, value: Const) -> Option<Const> {
    Some(match (op, value) {
        (UnaryOp::USub, Const::Int(value)) => match value.checked_neg() {
            Some(value) => Const::Int(value),
            None => Const::BigInt(-BigInt::from(value)),
        },
        (UnaryOp::USub, Const::BigInt(value)) => {
            let value = -value;
            i64::try_from(&value).map_or(Const::BigInt(value), Const::Int)
        }
        (UnaryOp::USub, Const::Float(value)) => Const::Float(-value),
        (UnaryOp::UAdd, value @ (Const::Int(_) | Const::BigInt(_) | Const::Float(_))) => value,
        (UnaryOp::Invert, Const::Int(value)) => Const::Int(!value),
        (UnaryOp::Not, Const::None) => Const::Bool(true),
        (UnaryOp::Not, Const::Bool(value)) => Const::Bool(!value),
        _ => return None,
    })
}

/// Folds one operation; `None` where it is not worth it, or would raise an exception.
pub(super) fn binary(op: Operator, left: &Const, right: &Const) -> Option<Const> {
    match (left, right) {
        (Const::Int(left), Const::Int(right)) => integers(op, *left, *right),
        (Const::Int(_) | Const::Float(_), Const::Int(_) | Const::Float(_)) => {
            floats(op, float(left)?, float(right)?)
        }
        (Const::Str(left), Const::Str(right)) if op == Operator::Add => concatenate(left, right),
        (Const::Str(text), Const::Int(times)) if op == Operator::Mult => repeat(text, *times),
        _ => None,
    }
}

fn integers(op: Operator, left: i64, right: i64) -> Option<Const> {
    Some(Const::Int(match op {
        Operator::Add => left.checked_add(right)?,
        Operator::Sub => left.checked_sub(right)?,
        Operator::Mult => left.checked_mul(right)?,
        Operator::Pow => left.checked_pow(u32::try_from(right).ok()?)?,
        Operator::FloorDiv if left > i64::MIN && right != 0 => num_integer::Integer::div_floor(&left, &right),
        Operator::Mod if left > i64::MIN && right != 0 => num_integer::Integer::mod_floor(&left, &right),
        Operator::LShift => left.checked_mul(
            1i64.checked_shl(u32::try_from(right).ok()?)
                .filter(|_| right < 62)?,
        )?,
        Operator::RShift => left >> u32::try_from(right).ok().filter(|bits| *bits < 64)?,
        Operator::BitAnd => left & right,
        Operator::BitOr => left | right,
        Operator::BitXor => left ^ right,
        Operator::FloorDiv | Operator::Mod | Operator::Div | Operator::MatMult => return None,
    }))
}

/// The float that equals the constant, if there is one.
fn float(value: &Const) -> Option<f64> {
    const EXACT: i64 = 1 << 53;
    match value {
        Const::Float(value) => Some(*value),
        #[expect(clippy::cast_precision_loss, reason = "integers up to 2**53 are exact")]
        Const::Int(value) if (-EXACT..=EXACT).contains(value) => Some(*value as f64),
        _ => None,
    }
}

fn floats(op: Operator, left: f64, right: f64) -> Option<Const> {
    Some(Const::Float(match op {
        Operator::Add => left + right,
        Operator::Sub => left - right,
        Operator::Mult => left * right,
        Operator::Div if right != 0.0 => left / right,
        _ => return None,
    }))
}

fn concatenate(left: &str, right: &str) -> Option<Const> {
    (left.len() + right.len() <= MOST_BYTES).then(|| Const::Str([left, right].concat().into()))
}

fn repeat(text: &str, times: i64) -> Option<Const> {
    let times = switchboard_pyfmt::count(times);
    (text.len().checked_mul(times)? <= MOST_BYTES).then(|| Const::Str(text.repeat(times).into()))
}
