//! Expressions.

use super::Lowerer;
use super::conditions::When;
use super::statements::binary_operator;
use super::unit::Target;
use crate::bytecode::UnaryOp as Unary;
use crate::bytecode::{AwaitKind, CmpOp, CodeKind, Const, Op};
use crate::syntax::constants;
use crate::syntax::scope::{ScopeKind, left_part};
use ruff_python_ast::{
    self as ast, BoolOp, Expr, ExprAttribute, ExprBinOp, ExprBoolOp, ExprCompare, UnaryOp,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

/// The value of the innermost part of a chain: still a constant, or on the stack.
enum Value {
    Constant(Const, TextRange),
    OnStack,
}

impl<'a> Lowerer<'a, '_, '_> {
    /// The value of an expression of constants only.
    pub(super) fn fold(&self, expression: &Expr) -> Option<Const> {
        constants::fold(expression)
    }

    /// Pushes the expression's value.
    ///
    /// Chains such as `a.b(c) + d` nest to the left, as deep as they are long: they are walked in a loop.
    pub(super) fn expression(&mut self, expression: &'a Expr) {
        let mut outer = Vec::new();
        let mut innermost = expression;
        while let Some(left) = left_part(innermost) {
            outer.push(innermost);
            // A method is called together with the attribute that it is.
            innermost = match method_of(innermost) {
                Some(attribute) => &attribute.value,
                None => left,
            };
        }
        let mut value = match self.fold(innermost) {
            Some(constant) => Value::Constant(constant, innermost.range()),
            None => {
                self.innermost(innermost);
                Value::OnStack
            }
        };
        while let Some(expression) = outer.pop() {
            value = match (expression, value) {
                (Expr::BinOp(node), value) => self.binary(node, value),
                (_, value) => {
                    self.push(value);
                    self.outer_part(expression);
                    Value::OnStack
                }
            };
        }
        self.push(value);
    }

    fn push(&mut self, value: Value) {
        if let Value::Constant(constant, range) = value {
            self.constant(constant, range);
        }
    }

    fn binary(&mut self, node: &'a ExprBinOp, left: Value) -> Value {
        let right = match &left {
            Value::Constant(..) => self.fold(&node.right),
            Value::OnStack => None,
        };
        if let (Value::Constant(left, _), Some(right)) = (&left, &right)
            && let Some(result) = constants::binary(node.op, left, right)
        {
            return Value::Constant(result, node.range);
        }
        self.push(left);
        self.expression(&node.right);
        self.emit(Op::Binary(binary_operator(node.op)), node.range);
        Value::OnStack
    }

    /// What follows the value of `left_part`, which is on the stack.
    fn outer_part(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Attribute(node) => {
                let name = self.name_index(&node.attr.id);
                self.emit(Op::LoadAttr(name), self.attribute_range(node));
            }
            Expr::Subscript(node) => {
                self.check_subscript(&node.value, &node.slice, node.range);
                self.index(&node.slice);
                self.emit(Op::LoadItem, node.range);
            }
            Expr::Call(node) => {
                self.check_callable(&node.func, node.range());
                self.call(node, method_of(expression));
            }
            _ => {}
        }
    }

    /// A subscript's index; `x[a, *b]` makes a tuple.
    pub(super) fn index(&mut self, index: &'a Expr) {
        self.expression(index);
    }

    /// Where an attribute's value is on an earlier line, CPython reports the line of the name.
    pub(super) fn attribute_range(&self, node: &ExprAttribute) -> TextRange {
        let lines = self.sink.lines();
        let range = node.range();
        if lines.line(range.start().to_u32()) == lines.line(range.end().to_u32()) {
            return range;
        }
        let length = TextSize::of(node.attr.id.as_str());
        let start = range.end().checked_sub(length).unwrap_or(range.start());
        TextRange::new(start, range.end())
    }

    fn innermost(&mut self, expression: &'a Expr) {
        let range = expression.range();
        match expression {
            Expr::Name(node) => self.load_name(&node.id, range),
            Expr::BoolOp(node) => self.bool_op(node),
            Expr::Named(node) => {
                self.expression(&node.value);
                self.emit(Op::Dup, range);
                self.store(&node.target);
            }
            Expr::UnaryOp(node) => {
                self.expression(&node.operand);
                self.emit(unary_operator(node.op), range);
            }
            Expr::Lambda(node) => self.lambda(expression, node),
            Expr::If(node) => self.conditional(node),
            Expr::Dict(node) => self.dict(node),
            Expr::Set(node) => self.set(&node.elts, range),
            Expr::List(node) => self.list(&node.elts, range),
            Expr::Tuple(node) => self.tuple(&node.elts, range),
            Expr::ListComp(node) => self.list_comprehension(expression, node),
            Expr::SetComp(node) => self.set_comprehension(expression, node),
            Expr::DictComp(node) => self.dict_comprehension(expression, node),
            Expr::Generator(node) => self.generator_expression(expression, node),
            Expr::Await(node) => {
                self.check_await(range);
                self.expression(&node.value);
                self.await_value(AwaitKind::Plain, range);
            }
            Expr::Yield(node) => {
                self.check_yield(range);
                match &node.value {
                    Some(value) => self.expression(value),
                    None => self.constant(Const::None, range),
                }
                self.emit(Op::Yield, range);
            }
            Expr::YieldFrom(node) => {
                self.check_yield(range);
                if self.unit.kind == CodeKind::AsyncGenerator {
                    self.sink
                        .syntax_error(range, "'yield from' inside async function");
                }
                self.expression(&node.value);
                self.emit(Op::GetYieldFromIter, range);
                self.constant(Const::None, range);
                self.emit(Op::YieldFrom, range);
            }
            Expr::Compare(node) => self.comparison(node),
            Expr::FString(node) => self.fstring(node),
            Expr::TString(_) => {
                self.sink.syntax_error(range, "invalid syntax");
                self.constant(Const::None, range);
            }
            Expr::Starred(_) => {
                self.sink.syntax_error(range, "can't use starred expression here");
                self.constant(Const::None, range);
            }
            Expr::Slice(node) => self.slice(node),
            // Constants are folded, chains are walked by `expression`.
            Expr::StringLiteral(_) | Expr::BytesLiteral(_) | Expr::NumberLiteral(_) => self.unfolded(range),
            Expr::BooleanLiteral(_) | Expr::NoneLiteral(_) | Expr::EllipsisLiteral(_) => {}
            Expr::BinOp(_) | Expr::Call(_) | Expr::Subscript(_) | Expr::Attribute(_) => {}
            Expr::IpyEscapeCommand(_) => self.constant(Const::None, range),
        }
    }

    /// A literal without a value: an integer with more digits than can be converted.
    fn unfolded(&mut self, range: TextRange) {
        self.sink.syntax_error(
            range,
            "Exceeds the limit (4300 digits) for integer string conversion",
        );
        self.constant(Const::None, range);
    }

    fn slice(&mut self, node: &'a ast::ExprSlice) {
        for bound in [&node.lower, &node.upper] {
            match bound {
                Some(bound) => self.expression(bound),
                None => self.constant(Const::None, node.range),
            }
        }
        match &node.step {
            Some(step) => {
                self.expression(step);
                self.emit(Op::BuildSlice(3), node.range);
            }
            None => self.emit(Op::BuildSlice(2), node.range),
        }
    }

    fn bool_op(&mut self, node: &'a ExprBoolOp) {
        let end = self.label();
        let Some((last, first)) = node.values.split_last() else {
            return;
        };
        for value in first {
            self.expression(value);
            let jump = match node.op {
                BoolOp::And => Op::JumpIfFalseOrPop(end.0),
                BoolOp::Or => Op::JumpIfTrueOrPop(end.0),
            };
            self.emit(jump, node.range);
        }
        self.expression(last);
        self.place(end);
    }

    fn conditional(&mut self, node: &'a ast::ExprIf) {
        let (otherwise, end) = (self.label(), self.label());
        self.jump_if(&node.test, When::False, otherwise);
        self.expression(&node.body);
        self.jump(end, node.body.range());
        self.place(otherwise);
        self.expression(&node.orelse);
        self.place(end);
    }

    /// `a < b < c` evaluates `b` once and stops at the first comparison that fails.
    fn comparison(&mut self, node: &'a ExprCompare) {
        self.check_identity_of_literals(node);
        self.expression(&node.left);
        if let ([op], [right]) = (&*node.ops, &*node.comparators) {
            self.expression(right);
            return self.emit(comparison_operator(*op), node.range);
        }
        let (fail, end) = (self.label(), self.label());
        let last = node.ops.len().saturating_sub(1);
        for (index, (op, right)) in node.ops.iter().zip(&node.comparators).enumerate() {
            self.expression(right);
            if index == last {
                self.emit(comparison_operator(*op), node.range);
                break;
            }
            self.compare_and_keep(*op, node.range);
            self.emit(Op::JumpIfFalseOrPop(fail.0), node.range);
        }
        self.jump(end, node.range);
        self.place(fail);
        self.emit(Op::Swap, node.range);
        self.emit(Op::Pop, node.range);
        self.place(end);
    }

    /// `[a b] -> [b, a op b]`
    fn compare_and_keep(&mut self, op: ast::CmpOp, range: TextRange) {
        self.emit(Op::Dup, range);
        self.emit(Op::Rot3, range);
        self.emit(comparison_operator(op), range);
    }

    pub(super) fn chained_comparison_jump(&mut self, node: &'a ExprCompare, when: When, target: Target) {
        self.check_identity_of_literals(node);
        let (fail, end) = (self.label(), self.label());
        self.expression(&node.left);
        let last = node.ops.len().saturating_sub(1);
        for (index, (op, right)) in node.ops.iter().zip(&node.comparators).enumerate() {
            self.expression(right);
            if index == last {
                self.emit(comparison_operator(*op), node.range);
                self.emit(when.jump(target), node.range);
                break;
            }
            self.compare_and_keep(*op, node.range);
            self.emit(Op::PopJumpIfFalse(fail.0), node.range);
        }
        self.jump(end, node.range);
        self.place(fail);
        self.emit(Op::Pop, node.range);
        if when == When::False {
            self.jump(target, node.range);
        }
        self.place(end);
    }

    fn check_await(&mut self, range: TextRange) {
        let kind = self.scopes.get(self.unit.scope).kind;
        let is_allowed = matches!(self.unit.kind, CodeKind::Coroutine | CodeKind::AsyncGenerator);
        if is_allowed || kind == ScopeKind::Generator {
            return;
        }
        let is_function = !self.has_namespace();
        let message = if is_function {
            "'await' outside async function"
        } else {
            "'await' outside function"
        };
        self.sink.syntax_error(range, message);
    }

    fn check_yield(&mut self, range: TextRange) {
        if self.has_namespace() {
            self.sink.syntax_error(range, "'yield' outside function");
        }
    }
}

/// The attribute through which a call goes as a method call: the call has no `*` and no `**`.
pub(super) fn method_of(expression: &Expr) -> Option<&ExprAttribute> {
    let Expr::Call(call) = expression else { return None };
    let Expr::Attribute(attribute) = &*call.func else {
        return None;
    };
    super::calls::is_plain(&call.arguments).then_some(attribute)
}

fn unary_operator(op: UnaryOp) -> Op {
    match op {
        UnaryOp::Invert => Op::Unary(Unary::Invert),
        UnaryOp::Not => Op::Not,
        UnaryOp::UAdd => Op::Unary(Unary::Pos),
        UnaryOp::USub => Op::Unary(Unary::Neg),
    }
}

fn comparison_operator(op: ast::CmpOp) -> Op {
    match op {
        ast::CmpOp::Eq => Op::Compare(CmpOp::Eq),
        ast::CmpOp::NotEq => Op::Compare(CmpOp::Ne),
        ast::CmpOp::Lt => Op::Compare(CmpOp::Lt),
        ast::CmpOp::LtE => Op::Compare(CmpOp::Le),
        ast::CmpOp::Gt => Op::Compare(CmpOp::Gt),
        ast::CmpOp::GtE => Op::Compare(CmpOp::Ge),
        ast::CmpOp::Is => Op::Is,
        ast::CmpOp::IsNot => Op::IsNot,
        ast::CmpOp::In => Op::In,
        ast::CmpOp::NotIn => Op::NotIn,
    }
}
