//! The first pass: what each scope binds, uses and declares.

use super::{Part, Scope, ScopeId, ScopeKind, Scopes, address, flag};
use crate::syntax::diagnostic::Sink;
use crate::syntax::intern::Interner;
use ruff_python_ast::{
    Arguments, ExceptHandler, Expr, ExprContext, Identifier, ModModule, Stmt, StmtAnnAssign, StmtTry,
};
use ruff_text_size::TextRange;
use std::rc::Rc;

pub(super) fn build(module: &ModModule, interner: &mut Interner, sink: &mut Sink) -> Scopes {
    let mut scopes = Scopes::default();
    scopes.add(Scope::new(ScopeKind::Module, None, ScopeId::MODULE, None));
    let future_annotations = super::super::imports::has_future_annotations(module);
    let mut builder = Builder {
        scopes,
        current: ScopeId::MODULE,
        interner,
        sink,
        iterables: 0,
        future_annotations,
    };
    builder.statements(&module.body);
    builder.scopes
}

pub(super) struct Builder<'a, 's> {
    pub(super) scopes: Scopes,
    pub(super) current: ScopeId,
    pub(super) interner: &'a mut Interner,
    pub(super) sink: &'a mut Sink<'s>,
    /// How many comprehension iterables are around the current expression: `:=` is not allowed there.
    pub(super) iterables: u32,
    /// `from __future__ import annotations`: function annotations are strings and use no names.
    pub(super) future_annotations: bool,
}

impl Builder<'_, '_> {
    pub(super) fn scope(&mut self) -> &mut Scope {
        self.scopes.get_mut(self.current)
    }

    pub(super) fn mangle(&mut self, name: &str) -> Rc<str> {
        let class = self.scopes.get(self.current).class.clone();
        self.interner.mangle(class.as_deref(), name)
    }

    pub(super) fn mark(&mut self, name: &str, flags: u16) {
        let name = self.mangle(name);
        self.scope().mark(&name, flags);
    }

    pub(super) fn bind(&mut self, name: &Identifier) {
        self.mark(&name.id, flag::BOUND);
    }

    /// Notes that the code around the current place needs a hidden slot for what a pattern captures as `name`.
    pub(super) fn capture(&mut self, name: &Identifier) {
        self.bind(name);
        let name = self.mangle(&name.id);
        let unit = self.scope().unit;
        self.scopes.get_mut(unit).captures.push(name);
    }

    /// Opens a scope for `node`, runs `body` in it, and returns to the scope around it.
    pub(super) fn within<T>(
        &mut self,
        kind: ScopeKind,
        node: &T,
        part: Part,
        body: impl FnOnce(&mut Self),
    ) -> ScopeId {
        let parent = self.current;
        let class = self.scopes.get(parent).class.clone();
        let mut scope = Scope::new(kind, Some(parent), ScopeId::MODULE, class);
        let is_inlined = kind == ScopeKind::Comprehension;
        if is_inlined {
            scope.unit = self.scopes.get(parent).unit;
            scope.depth = self.scopes.get(parent).depth + 1;
        }
        let id = self.scopes.add(scope);
        if !is_inlined {
            self.scopes.get_mut(id).unit = id;
        }
        self.scopes.by_node.insert((address(node), part), id);
        self.current = id;
        let is_statement = matches!(kind, ScopeKind::Function | ScopeKind::Class);
        let iterables = if is_statement { 0 } else { self.iterables };
        let outer_iterables = std::mem::replace(&mut self.iterables, iterables);
        body(self);
        self.iterables = outer_iterables;
        self.current = parent;
        id
    }

    // Statements.

    pub(super) fn statements(&mut self, statements: &[Stmt]) {
        for statement in statements {
            self.statement(statement);
        }
    }

    pub(super) fn statement(&mut self, statement: &Stmt) {
        match statement {
            Stmt::FunctionDef(node) => self.function(node),
            Stmt::ClassDef(node) => self.class(node),
            Stmt::TypeAlias(node) => self.type_alias(node),
            Stmt::Return(node) => self.optional(node.value.as_deref()),
            Stmt::Delete(node) => self.expressions(&node.targets),
            Stmt::Assign(node) => {
                self.expressions(&node.targets);
                self.expression(&node.value);
            }
            Stmt::AugAssign(node) => {
                self.expression(&node.target);
                self.expression(&node.value);
            }
            Stmt::AnnAssign(node) => self.annotated_assignment(node),
            Stmt::For(node) => {
                self.expression(&node.target);
                self.expression(&node.iter);
                self.statements(&node.body);
                self.statements(&node.orelse);
            }
            Stmt::While(node) => {
                self.expression(&node.test);
                self.statements(&node.body);
                self.statements(&node.orelse);
            }
            Stmt::If(node) => {
                self.expression(&node.test);
                self.statements(&node.body);
                for clause in &node.elif_else_clauses {
                    self.optional(clause.test.as_ref());
                    self.statements(&clause.body);
                }
            }
            Stmt::With(node) => {
                for item in &node.items {
                    self.expression(&item.context_expr);
                    self.optional(item.optional_vars.as_deref());
                }
                self.statements(&node.body);
            }
            Stmt::Match(node) => {
                self.expression(&node.subject);
                for case in &node.cases {
                    self.pattern(&case.pattern);
                    self.optional(case.guard.as_deref());
                    self.statements(&case.body);
                }
            }
            Stmt::Raise(node) => {
                self.optional(node.exc.as_deref());
                self.optional(node.cause.as_deref());
            }
            Stmt::Try(node) => self.try_statement(node),
            Stmt::Assert(node) => {
                self.expression(&node.test);
                self.optional(node.msg.as_deref());
            }
            Stmt::Import(node) => {
                for alias in &node.names {
                    match &alias.asname {
                        Some(name) => self.bind(name),
                        None => self.mark(alias.name.id.split('.').next().unwrap_or(""), flag::BOUND),
                    }
                }
            }
            Stmt::ImportFrom(node) => {
                for alias in &node.names {
                    if &*alias.name.id == "*" {
                        if self.scope().kind != ScopeKind::Module {
                            self.sink
                                .syntax_error(alias.range, "import * only allowed at module level");
                        }
                    } else {
                        self.bind(alias.asname.as_ref().unwrap_or(&alias.name));
                    }
                }
            }
            Stmt::Global(node) => self.declare(&node.names, flag::GLOBAL, "global", node.range),
            Stmt::Nonlocal(node) => self.nonlocal(&node.names, node.range),
            Stmt::Expr(node) => self.expression(&node.value),
            Stmt::Pass(_) | Stmt::Break(_) | Stmt::Continue(_) | Stmt::IpyEscapeCommand(_) => {}
        }
    }

    pub(super) fn nonlocal(&mut self, names: &[Identifier], range: TextRange) {
        if self.scope().kind == ScopeKind::Module {
            self.sink
                .syntax_error(range, "nonlocal declaration not allowed at module level");
            return;
        }
        self.declare(names, flag::NONLOCAL, "nonlocal", range);
    }

    pub(super) fn declare(&mut self, names: &[Identifier], declaration: u16, word: &str, range: TextRange) {
        for name in names {
            let mangled = self.mangle(&name.id);
            let flags = self.scope().flags(&mangled);
            let problem = if flags & flag::PARAMETER != 0 {
                Some(format!("name '{mangled}' is parameter and {word}"))
            } else if flags & flag::ANNOTATED != 0 {
                Some(format!("annotated name '{mangled}' can't be {word}"))
            } else if flags & flag::BOUND != 0 {
                Some(format!(
                    "name '{mangled}' is assigned to before {word} declaration"
                ))
            } else if flags & flag::USED != 0 {
                Some(format!("name '{mangled}' is used prior to {word} declaration"))
            } else {
                None
            };
            if let Some(message) = problem {
                self.sink.syntax_error(range, message);
            }
            let symbol = self.scope().symbol_mut(&mangled);
            if symbol.flags & (flag::GLOBAL | flag::NONLOCAL) == 0 {
                symbol.declared = range;
            }
            symbol.flags |= declaration;
        }
    }

    pub(super) fn annotated_assignment(&mut self, node: &StmtAnnAssign) {
        if let Expr::Name(name) = &*node.target {
            let mangled = self.mangle(&name.id);
            let flags = self.scope().flags(&mangled);
            let is_module = self.scope().kind == ScopeKind::Module;
            if node.simple && !is_module && flags & (flag::GLOBAL | flag::NONLOCAL) != 0 {
                let word = if flags & flag::GLOBAL != 0 {
                    "global"
                } else {
                    "nonlocal"
                };
                self.sink
                    .syntax_error(node.range, format!("annotated name '{mangled}' can't be {word}"));
            }
            if node.simple {
                self.scope().mark(&mangled, flag::ANNOTATED | flag::BOUND);
                self.scope().has_annotations = true;
            } else if node.value.is_some() {
                self.scope().mark(&mangled, flag::BOUND);
            }
        } else {
            self.expression(&node.target);
        }
        // Annotations of local variables are never evaluated.
        let is_evaluated = matches!(self.scope().kind, ScopeKind::Module | ScopeKind::Class);
        if is_evaluated && !self.future_annotations {
            self.expression(&node.annotation);
        }
        self.optional(node.value.as_deref());
    }

    pub(super) fn try_statement(&mut self, node: &StmtTry) {
        self.statements(&node.body);
        for ExceptHandler::ExceptHandler(handler) in &node.handlers {
            self.optional(handler.type_.as_deref());
            if let Some(name) = &handler.name {
                self.bind(name);
            }
            self.statements(&handler.body);
        }
        self.statements(&node.orelse);
        self.statements(&node.finalbody);
    }

    // Expressions.

    pub(super) fn expressions(&mut self, expressions: &[Expr]) {
        for expression in expressions {
            self.expression(expression);
        }
    }

    pub(super) fn optional(&mut self, expression: Option<&Expr>) {
        if let Some(expression) = expression {
            self.expression(expression);
        }
    }

    /// Chains such as `a.b(c) + d` nest to the left, as deep as they are long: they are walked in a loop.
    pub(super) fn expression(&mut self, expression: &Expr) {
        let mut outer = Vec::new();
        let mut innermost = expression;
        while let Some(left) = left_part(innermost) {
            outer.push(innermost);
            innermost = left;
        }
        self.innermost(innermost);
        while let Some(expression) = outer.pop() {
            match expression {
                Expr::BinOp(node) => self.expression(&node.right),
                Expr::Call(node) => self.arguments(&node.arguments),
                Expr::Subscript(node) => self.expression(&node.slice),
                _ => {}
            }
        }
    }

    pub(super) fn innermost(&mut self, expression: &Expr) {
        match expression {
            Expr::Name(node) => self.name(&node.id, node.ctx),
            Expr::Named(node) => {
                self.walrus_target(&node.target, node.range);
                self.expression(&node.value);
            }
            Expr::BoolOp(node) => self.expressions(&node.values),
            Expr::UnaryOp(node) => self.expression(&node.operand),
            Expr::Lambda(node) => self.lambda(expression, node.parameters.as_deref(), &node.body),
            Expr::If(node) => {
                self.expression(&node.test);
                self.expression(&node.body);
                self.expression(&node.orelse);
            }
            Expr::Dict(node) => {
                for item in &node.items {
                    self.optional(item.key.as_ref());
                    self.expression(&item.value);
                }
            }
            Expr::Set(node) => self.expressions(&node.elts),
            Expr::List(node) => self.expressions(&node.elts),
            Expr::Tuple(node) => self.expressions(&node.elts),
            Expr::ListComp(node) => self.comprehension(expression, &node.generators, &[&node.elt]),
            Expr::SetComp(node) => self.comprehension(expression, &node.generators, &[&node.elt]),
            Expr::Generator(node) => self.comprehension(expression, &node.generators, &[&node.elt]),
            Expr::DictComp(node) => match &node.key {
                Some(key) => self.comprehension(expression, &node.generators, &[key, &node.value]),
                None => self.comprehension(expression, &node.generators, &[&node.value]),
            },
            Expr::Await(node) => {
                self.mark_async();
                self.expression(&node.value);
            }
            Expr::Yield(node) => {
                self.mark_yield(node.range);
                self.optional(node.value.as_deref());
            }
            Expr::YieldFrom(node) => {
                self.mark_yield(node.range);
                self.expression(&node.value);
            }
            Expr::Compare(node) => {
                self.expression(&node.left);
                self.expressions(&node.comparators);
            }
            Expr::FString(node) => {
                for element in node.value.elements() {
                    self.interpolated(element);
                }
            }
            Expr::Starred(node) => self.expression(&node.value),
            Expr::Slice(node) => {
                self.optional(node.lower.as_deref());
                self.optional(node.upper.as_deref());
                self.optional(node.step.as_deref());
            }
            // Walked by `expression`, or without names.
            Expr::BinOp(_) | Expr::Call(_) | Expr::Subscript(_) | Expr::Attribute(_) => {}
            Expr::TString(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_) | Expr::NumberLiteral(_) => {}
            Expr::BooleanLiteral(_) | Expr::NoneLiteral(_) | Expr::EllipsisLiteral(_) => {}
            Expr::IpyEscapeCommand(_) => {}
        }
    }

    pub(super) fn interpolated(&mut self, element: &ruff_python_ast::InterpolatedStringElement) {
        if let Some(field) = element.as_interpolation() {
            self.expression(&field.expression);
            for element in field.format_spec.iter().flat_map(|spec| &spec.elements) {
                self.interpolated(element);
            }
        }
    }

    pub(super) fn name(&mut self, name: &str, context: ExprContext) {
        match context {
            ExprContext::Load => {
                self.mark(name, flag::USED);
                let kind = self.scope().kind;
                if name == "super" && !matches!(kind, ScopeKind::Module | ScopeKind::Class) {
                    self.mark(super::CLASS_CELL, flag::USED);
                }
            }
            ExprContext::Store | ExprContext::Del => self.mark(name, flag::BOUND),
            ExprContext::Invalid => {}
        }
    }

    pub(super) fn arguments(&mut self, arguments: &Arguments) {
        self.expressions(&arguments.args);
        for keyword in &arguments.keywords {
            self.expression(&keyword.value);
        }
    }
}

/// The part of an expression in which a long chain of operators, calls or attributes goes on.
pub(in crate::syntax) fn left_part(expression: &Expr) -> Option<&Expr> {
    match expression {
        Expr::BinOp(node) => Some(&node.left),
        Expr::Attribute(node) => Some(&node.value),
        Expr::Call(node) => Some(&node.func),
        Expr::Subscript(node) => Some(&node.value),
        _ => None,
    }
}
