//! Statements, and the simple ones among them.

use super::Lowerer;
use super::blocks::IsAsync;
use super::conditions::When;
use crate::bytecode::{BinOp, Const, Op};
use ruff_python_ast::{Expr, Operator, Stmt, StmtAnnAssign, StmtAssert, StmtAssign, StmtAugAssign, StmtIf};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Lowerer<'a, '_, '_> {
    pub(super) fn statements(&mut self, statements: &'a [Stmt]) {
        for statement in statements {
            if self.unit.is_too_large() {
                self.too_large(statement.range());
                return;
            }
            self.statement(statement);
        }
    }

    pub(super) fn too_large(&mut self, range: TextRange) {
        if !self.sink.has_errors() {
            self.sink.syntax_error(range, "the program is too large");
        }
    }

    fn statement(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(node) => self.function_definition(node),
            Stmt::ClassDef(node) => self.class_definition(node),
            Stmt::While(node) => self.while_statement(node),
            Stmt::For(node) => match IsAsync::from(node.is_async) {
                IsAsync::No => self.for_statement(node),
                IsAsync::Yes => self.async_for_statement(node),
            },
            Stmt::If(node) => self.if_statement(node),
            Stmt::With(node) => self.with_statement(node),
            Stmt::Match(node) => self.match_statement(node),
            Stmt::Try(node) => self.try_statement(node),
            // Declarations do nothing when they run.
            Stmt::Global(_) | Stmt::Nonlocal(_) => {}
            Stmt::AnnAssign(node) if node.simple && node.value.is_none() && !self.has_namespace() => {}
            simple => {
                self.line(simple.range());
                self.simple_statement(simple);
            }
        }
    }

    fn simple_statement(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Return(node) => self.return_statement(node.value.as_deref(), node.range),
            Stmt::Delete(node) => {
                for target in &node.targets {
                    self.delete(target);
                }
            }
            Stmt::TypeAlias(node) => self.type_alias(node),
            Stmt::Assign(node) => self.assignment(node),
            Stmt::AugAssign(node) => self.augmented_assignment(node),
            Stmt::AnnAssign(node) => self.annotated_assignment(node),
            Stmt::Raise(node) => {
                let parts: Vec<_> = node.exc.iter().chain(&node.cause).collect();
                for part in &parts {
                    self.expression(part);
                }
                // There are at most two parts.
                self.emit(Op::Raise(u8::try_from(parts.len()).unwrap_or(0)), node.range);
            }
            Stmt::Assert(node) => self.assertion(node),
            Stmt::Import(node) => self.import(node),
            Stmt::ImportFrom(node) => self.import_from(node),
            // A constant by itself does nothing.
            Stmt::Expr(node) if self.fold(&node.value).is_some() => {}
            Stmt::Expr(node) => {
                self.expression(&node.value);
                self.emit(Op::Pop, node.range);
            }
            Stmt::Break(node) => self.break_statement(node.range),
            Stmt::Continue(node) => self.continue_statement(node.range),
            // Compound statements are `statement`'s; the rest does nothing when it runs.
            _ => {}
        }
    }

    fn if_statement(&mut self, node: &'a StmtIf) {
        let end = self.label();
        let mut next = self.label();
        self.line(node.test.range());
        self.jump_if(&node.test, When::False, next);
        self.statements(&node.body);
        for clause in &node.elif_else_clauses {
            self.jump(end, node.test.range());
            self.place(next);
            next = self.label();
            if let Some(test) = &clause.test {
                self.line(test.range());
                self.jump_if(test, When::False, next);
            }
            self.statements(&clause.body);
        }
        self.place(next);
        self.place(end);
    }

    fn assignment(&mut self, node: &'a StmtAssign) {
        self.expression(&node.value);
        let Some((last, first)) = node.targets.split_last() else {
            return;
        };
        for target in first {
            self.emit(Op::Dup, target.range());
            self.store(target);
        }
        self.store(last);
    }

    fn augmented_assignment(&mut self, node: &'a StmtAugAssign) {
        let op = Op::Inplace(binary_operator(node.op));
        let range = node.range;
        match &*node.target {
            Expr::Name(name) => {
                self.load_name(&name.id, name.range);
                self.expression(&node.value);
                self.emit(op, range);
                self.store_name(&name.id, name.range);
            }
            Expr::Attribute(attribute) => {
                let name = self.name_index(&attribute.attr.id);
                let place = self.attribute_range(attribute);
                self.expression(&attribute.value);
                self.emit(Op::Dup, place);
                self.emit(Op::LoadAttr(name), place);
                self.expression(&node.value);
                self.emit(op, range);
                self.emit(Op::Swap, place);
                self.emit(Op::StoreAttr(name), place);
            }
            Expr::Subscript(subscript) => {
                let place = subscript.range;
                self.expression(&subscript.value);
                self.expression(&subscript.slice);
                self.emit(Op::Dup2, place);
                self.emit(Op::LoadItem, place);
                self.expression(&node.value);
                self.emit(op, range);
                self.emit(Op::Rot3, place);
                self.emit(Op::StoreItem, place);
            }
            other => {
                let message = format!(
                    "'{}' is an illegal expression for augmented assignment",
                    describe(other)
                );
                self.sink.syntax_error(other.range(), message);
            }
        }
    }

    fn annotated_assignment(&mut self, node: &'a StmtAnnAssign) {
        if let Some(value) = &node.value {
            self.expression(value);
            self.store(&node.target);
        }
        let is_function = !self.has_namespace();
        match &*node.target {
            Expr::Name(name) if node.simple && !is_function => {
                self.annotation(&node.annotation);
                self.load_name("__annotations__", node.range);
                let key = self.mangle(&name.id);
                self.constant(Const::Str(key), node.range);
                self.emit(Op::StoreItem, node.range);
                return;
            }
            Expr::Attribute(attribute) if node.value.is_none() => {
                self.expression(&attribute.value);
                self.emit(Op::Pop, node.range);
            }
            Expr::Subscript(subscript) if node.value.is_none() => {
                self.expression(&subscript.value);
                self.emit(Op::Pop, node.range);
                self.expression(&subscript.slice);
                self.emit(Op::Pop, node.range);
            }
            _ => {}
        }
        if !is_function && !self.future_annotations {
            self.expression(&node.annotation);
            self.emit(Op::Pop, node.range);
        }
    }

    /// Whether the code at hand is a module's or a class's.
    pub(super) fn has_namespace(&self) -> bool {
        use crate::bytecode::CodeKind;
        matches!(self.unit.kind, CodeKind::Module | CodeKind::Class)
    }

    /// The value of an annotation: a string under `from __future__ import annotations`.
    pub(super) fn annotation(&mut self, annotation: &'a Expr) {
        if self.future_annotations {
            let text = self.interner.intern(self.text(annotation.range()));
            self.constant(Const::Str(text), annotation.range());
        } else {
            self.expression(annotation);
        }
    }

    fn assertion(&mut self, node: &'a StmtAssert) {
        self.check_assertion(&node.test, node.range);
        let holds = self.label();
        self.jump_if(&node.test, When::True, holds);
        let range = node.test.range();
        self.emit(Op::LoadAssertionError, range);
        if let Some(message) = &node.msg {
            self.expression(message);
            self.emit(Op::Call(1), range);
        }
        self.emit(Op::Raise(1), range);
        self.place(holds);
    }
}

/// The operator of the bytecode.
pub(super) fn binary_operator(operator: Operator) -> BinOp {
    match operator {
        Operator::Add => BinOp::Add,
        Operator::Sub => BinOp::Sub,
        Operator::Mult => BinOp::Mul,
        Operator::MatMult => BinOp::MatMul,
        Operator::Div => BinOp::TrueDiv,
        Operator::Mod => BinOp::Mod,
        Operator::Pow => BinOp::Pow,
        Operator::LShift => BinOp::LShift,
        Operator::RShift => BinOp::RShift,
        Operator::BitOr => BinOp::Or,
        Operator::BitXor => BinOp::Xor,
        Operator::BitAnd => BinOp::And,
        Operator::FloorDiv => BinOp::FloorDiv,
    }
}

/// What CPython calls a kind of expression in messages about assignments.
///
/// Mirrors `_PyPegen_get_expr_name`.
pub(in crate::syntax) fn describe(expression: &Expr) -> &'static str {
    match expression {
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(_) => "name",
        Expr::List(_) => "list",
        Expr::Tuple(_) => "tuple",
        Expr::Lambda(_) => "lambda",
        Expr::Call(_) => "function call",
        Expr::BoolOp(_) | Expr::BinOp(_) | Expr::UnaryOp(_) => "expression",
        Expr::Generator(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::FString(_) | Expr::TString(_) => "f-string expression",
        Expr::BooleanLiteral(node) => {
            if node.value {
                "True"
            } else {
                "False"
            }
        }
        Expr::NoneLiteral(_) => "None",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::StringLiteral(_) | Expr::BytesLiteral(_) | Expr::NumberLiteral(_) => "literal",
        Expr::Compare(_) => "comparison",
        Expr::If(_) => "conditional expression",
        Expr::Named(_) => "named expression",
        Expr::Slice(_) | Expr::IpyEscapeCommand(_) => "expression",
    }
}
