//! Code that compiles but cannot be meant: CPython's SyntaxWarnings.

use super::Lowerer;
use crate::bytecode::Const;
use ruff_python_ast::{CmpOp, Expr, ExprCompare};
use ruff_text_size::TextRange;

impl Lowerer<'_, '_, '_> {
    /// `x is 5`. Mirrors `check_compare`.
    pub(super) fn check_identity_of_literals(&mut self, node: &ExprCompare) {
        let mut left = &*node.left;
        for (op, right) in node.ops.iter().zip(&node.comparators) {
            let literal = self.literal_type(left).or_else(|| self.literal_type(right));
            if let Some(literal) = literal {
                let (word, instead) = match op {
                    CmpOp::Is => ("is", "=="),
                    CmpOp::IsNot => ("is not", "!="),
                    _ => {
                        left = right;
                        continue;
                    }
                };
                let message = format!("\"{word}\" with '{literal}' literal. Did you mean \"{instead}\"?");
                self.sink.syntax_warning(node.range, message);
                return;
            }
            left = right;
        }
    }

    /// The type of a literal for which identity is not equality.
    fn literal_type(&self, expression: &Expr) -> Option<&'static str> {
        match self.fold(expression)? {
            Const::None | Const::Bool(_) | Const::Ellipsis => None,
            constant => Some(constant_type(&constant)),
        }
    }

    /// `assert (x, "message")`
    pub(super) fn check_assertion(&mut self, test: &Expr, range: TextRange) {
        if matches!(test, Expr::Tuple(tuple) if !tuple.elts.is_empty()) {
            self.sink
                .syntax_warning(range, "assertion is always true, perhaps remove parentheses?");
        }
    }

    /// `(1, 2) (3, 4)`. Mirrors `check_caller`.
    pub(super) fn check_callable(&mut self, callable: &Expr, range: TextRange) {
        if matches!(callable, Expr::Lambda(_)) {
            return;
        }
        if let Some(name) = self.type_of(callable) {
            let message = format!("'{name}' object is not callable; perhaps you missed a comma?");
            self.sink.syntax_warning(range, message);
        }
    }

    /// `[1, 2] [3, 4]`. Mirrors `check_subscripter` and `check_index`.
    pub(super) fn check_subscript(&mut self, value: &Expr, index: &Expr, range: TextRange) {
        let Some(name) = self.type_of(value) else { return };
        match name {
            "dict" => {}
            "str" | "bytes" | "tuple" | "list" => {
                let Some(index) = self
                    .type_of(index)
                    .filter(|index| !matches!(*index, "int" | "bool"))
                else {
                    return;
                };
                let message = format!(
                    "{name} indices must be integers or slices, not {index}; perhaps you missed a comma?"
                );
                self.sink.syntax_warning(range, message);
            }
            _ => {
                let message = format!("'{name}' object is not subscriptable; perhaps you missed a comma?");
                self.sink.syntax_warning(range, message);
            }
        }
    }

    /// The type of a display or a constant. Mirrors `infer_type`.
    fn type_of(&self, expression: &Expr) -> Option<&'static str> {
        Some(match expression {
            Expr::Tuple(_) => "tuple",
            Expr::List(_) | Expr::ListComp(_) => "list",
            Expr::Dict(_) | Expr::DictComp(_) => "dict",
            Expr::Set(_) | Expr::SetComp(_) => "set",
            Expr::Generator(_) => "generator",
            Expr::Lambda(_) => "function",
            Expr::FString(_) => "str",
            // Names, calls and the like are the common case, and no constants.
            Expr::Name(_) | Expr::Attribute(_) | Expr::Call(_) | Expr::Subscript(_) => return None,
            _ => constant_type(&self.fold(expression)?),
        })
    }
}

fn constant_type(constant: &Const) -> &'static str {
    match constant {
        Const::None => "NoneType",
        Const::Bool(_) => "bool",
        Const::Int(_) | Const::BigInt(_) => "int",
        Const::Float(_) => "float",
        Const::Imaginary(_) => "complex",
        Const::Str(_) => "str",
        Const::Bytes(_) => "bytes",
        Const::Ellipsis => "ellipsis",
        Const::Tuple(_) => "tuple",
        Const::FrozenSet(_) => "frozenset",
        Const::Code(_) => "code",
    }
}
