//! The first pass: what each scope binds, uses and declares.

use super::{Part, Scope, ScopeId, ScopeKind, Scopes, address, flag};
use crate::syntax::diagnostic::Sink;
use crate::syntax::intern::Interner;
use crate::syntax::lower::describe;
use ruff_python_ast::{
    Arguments, Comprehension, ExceptHandler, Expr, ExprContext, Identifier, ModModule, Parameters, Stmt,
    StmtAnnAssign, StmtClassDef, StmtFunctionDef, StmtTry, StmtTypeAlias, TypeParam, TypeParams,
};
use ruff_text_size::{Ranged, TextRange};
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
    current: ScopeId,
    pub(super) interner: &'a mut Interner,
    pub(super) sink: &'a mut Sink<'s>,
    /// How many comprehension iterables are around the current expression: `:=` is not allowed there.
    iterables: u32,
    /// `from __future__ import annotations`: function annotations are strings and use no names.
    future_annotations: bool,
}

impl Builder<'_, '_> {
    fn scope(&mut self) -> &mut Scope {
        self.scopes.get_mut(self.current)
    }

    pub(super) fn mangle(&mut self, name: &str) -> Rc<str> {
        let class = self.scopes.get(self.current).class.clone();
        self.interner.mangle(class.as_deref(), name)
    }

    fn mark(&mut self, name: &str, flags: u16) {
        let name = self.mangle(name);
        self.scope().mark(&name, flags);
    }

    fn bind(&mut self, name: &Identifier) {
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
    fn within<T>(&mut self, kind: ScopeKind, node: &T, part: Part, body: impl FnOnce(&mut Self)) -> ScopeId {
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
        let iterables = if is_inlined || kind == ScopeKind::Generator {
            self.iterables
        } else {
            0
        };
        let outer_iterables = std::mem::replace(&mut self.iterables, iterables);
        body(self);
        self.iterables = outer_iterables;
        self.current = parent;
        id
    }

    // Statements.

    fn statements(&mut self, statements: &[Stmt]) {
        for statement in statements {
            self.statement(statement);
        }
    }

    fn statement(&mut self, statement: &Stmt) {
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

    fn nonlocal(&mut self, names: &[Identifier], range: TextRange) {
        if self.scope().kind == ScopeKind::Module {
            self.sink
                .syntax_error(range, "nonlocal declaration not allowed at module level");
            return;
        }
        self.declare(names, flag::NONLOCAL, "nonlocal", range);
    }

    fn declare(&mut self, names: &[Identifier], declaration: u16, word: &str, range: TextRange) {
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

    fn annotated_assignment(&mut self, node: &StmtAnnAssign) {
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

    fn try_statement(&mut self, node: &StmtTry) {
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

    // Definitions.

    fn function(&mut self, node: &StmtFunctionDef) {
        self.bind(&node.name);
        self.defaults(&node.parameters);
        for decorator in &node.decorator_list {
            self.expression(&decorator.expression);
        }
        let is_async = node.is_async;
        self.with_type_parameters(node, node.type_params.as_deref(), None, |builder| {
            if !builder.future_annotations {
                for parameter in &node.parameters {
                    builder.optional(parameter.annotation());
                }
                builder.optional(node.returns.as_deref());
            }
            builder.within(ScopeKind::Function, node, Part::Body, |builder| {
                builder.scope().is_async = is_async;
                builder.parameters(&node.parameters);
                builder.statements(&node.body);
            });
        });
    }

    fn class(&mut self, node: &StmtClassDef) {
        self.bind(&node.name);
        for decorator in &node.decorator_list {
            self.expression(&decorator.expression);
        }
        let class = self.interner.intern(&node.name.id);
        let private = class.clone();
        self.with_type_parameters(node, node.type_params.as_deref(), Some(class), |builder| {
            if let Some(arguments) = &node.arguments {
                builder.arguments(arguments);
            }
            builder.within(ScopeKind::Class, node, Part::Body, |builder| {
                builder.scope().class = Some(private);
                builder.statements(&node.body);
            });
        });
    }

    fn type_alias(&mut self, node: &StmtTypeAlias) {
        self.expression(&node.name);
        self.with_type_parameters(node, node.type_params.as_deref(), None, |builder| {
            builder.within(ScopeKind::TypeAliasValue, node, Part::Body, |builder| {
                builder.expression(&node.value)
            });
        });
    }

    /// Runs `body` in a scope that binds the type parameters, if there are any.
    fn with_type_parameters<T>(
        &mut self,
        node: &T,
        parameters: Option<&TypeParams>,
        class: Option<Rc<str>>,
        body: impl FnOnce(&mut Self),
    ) {
        let Some(parameters) = parameters else {
            return body(self);
        };
        self.within(ScopeKind::TypeParameters, node, Part::TypeParameters, |builder| {
            if class.is_some() {
                builder.scope().class = class;
            }
            for hidden in [".defaults", ".kwdefaults"] {
                builder.mark(hidden, flag::BOUND | flag::PARAMETER);
            }
            for parameter in &parameters.type_params {
                builder.type_parameter(parameter);
            }
            body(builder);
        });
    }

    fn type_parameter(&mut self, parameter: &TypeParam) {
        let name = parameter.name();
        let mangled = self.mangle(&name.id);
        if self.scope().flags(&mangled) & flag::BOUND != 0 {
            self.sink
                .syntax_error(name.range, format!("duplicate type parameter '{mangled}'"));
        }
        self.scope().mark(&mangled, flag::BOUND);
    }

    fn defaults(&mut self, parameters: &Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            self.optional(parameter.default());
        }
    }

    /// Binds parameters in the order of their slots.
    fn parameters(&mut self, parameters: &Parameters) {
        let named = parameters
            .iter_non_variadic_params()
            .map(|parameter| &parameter.parameter);
        for parameter in named
            .chain(parameters.vararg.as_deref())
            .chain(parameters.kwarg.as_deref())
        {
            let name = self.mangle(&parameter.name.id);
            if self.scope().flags(&name) & flag::PARAMETER != 0 {
                let message = format!("duplicate argument '{name}' in function definition");
                self.sink.syntax_error(parameter.name.range, message);
            }
            if &*name == "__debug__" {
                self.sink
                    .syntax_error(parameter.name.range, "cannot assign to __debug__");
            }
            self.scope().mark(&name, flag::PARAMETER | flag::BOUND);
        }
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

    fn innermost(&mut self, expression: &Expr) {
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

    fn interpolated(&mut self, element: &ruff_python_ast::InterpolatedStringElement) {
        if let Some(field) = element.as_interpolation() {
            self.expression(&field.expression);
            for element in field.format_spec.iter().flat_map(|spec| &spec.elements) {
                self.interpolated(element);
            }
        }
    }

    fn name(&mut self, name: &str, context: ExprContext) {
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

    fn lambda(&mut self, node: &Expr, parameters: Option<&Parameters>, body: &Expr) {
        if let Some(parameters) = parameters {
            self.defaults(parameters);
        }
        self.within(ScopeKind::Lambda, node, Part::Body, |builder| {
            if let Some(parameters) = parameters {
                builder.parameters(parameters);
            }
            builder.expression(body);
        });
    }

    /// The first iterable belongs to the scope around the comprehension, all else to its own.
    fn comprehension(&mut self, node: &Expr, generators: &[Comprehension], elements: &[&Expr]) {
        let Some((first, rest)) = generators.split_first() else {
            return;
        };
        self.iterable(&first.iter);
        let kind = if matches!(node, Expr::Generator(_)) {
            ScopeKind::Generator
        } else {
            ScopeKind::Comprehension
        };
        let id = self.within(kind, node, Part::Body, |builder| {
            if kind == ScopeKind::Generator {
                builder.mark(".0", flag::BOUND | flag::PARAMETER);
            }
            builder.scope().what = describe(node);
            builder.scope().is_async = first.is_async;
            builder.iteration_target(&first.target);
            builder.expressions(&first.ifs);
            for generator in rest {
                builder.scope().is_async |= generator.is_async;
                builder.iteration_target(&generator.target);
                builder.iterable(&generator.iter);
                builder.expressions(&generator.ifs);
            }
            for element in elements {
                builder.expression(element);
            }
        });
        // An inner asynchronous comprehension makes the one around it asynchronous.
        if kind == ScopeKind::Comprehension && self.scopes.get(id).is_async {
            self.mark_async();
        }
    }

    fn iterable(&mut self, iterable: &Expr) {
        self.iterables += 1;
        self.expression(iterable);
        self.iterables -= 1;
    }

    fn iteration_target(&mut self, target: &Expr) {
        self.expression(target);
        let mut pending = vec![target];
        while let Some(target) = pending.pop() {
            match target {
                Expr::Name(name) => self.mark(&name.id, flag::ITERATION),
                Expr::Tuple(node) => pending.extend(&node.elts),
                Expr::List(node) => pending.extend(&node.elts),
                Expr::Starred(node) => pending.push(&node.value),
                _ => {}
            }
        }
    }

    /// `:=` in a comprehension binds in the nearest scope around all comprehensions.
    fn walrus_target(&mut self, target: &Expr, range: TextRange) {
        let Expr::Name(name) = target else {
            return self.expression(target);
        };
        if self.iterables > 0 {
            let message = "assignment expression cannot be used in a comprehension iterable expression";
            self.sink.syntax_error(range, message);
        }
        let mangled = self.mangle(&name.id);
        let mut current = self.current;
        loop {
            let scope = self.scopes.get_mut(current);
            match scope.kind {
                ScopeKind::Comprehension | ScopeKind::Generator => {
                    if scope.flags(&mangled) & flag::ITERATION != 0 {
                        let message = format!(
                            "assignment expression cannot rebind comprehension iteration variable '{mangled}'"
                        );
                        self.sink.syntax_error(target.range(), message);
                        return;
                    }
                    scope.mark(&mangled, flag::USED);
                }
                ScopeKind::Class if current != self.current => {
                    let message =
                        "assignment expression within a comprehension cannot be used in a class body";
                    self.sink.syntax_error(target.range(), message);
                    return;
                }
                _ => {
                    scope.mark(&mangled, flag::BOUND);
                    return;
                }
            }
            match scope.parent {
                Some(parent) => current = parent,
                None => return,
            }
        }
    }

    fn mark_async(&mut self) {
        if matches!(self.scope().kind, ScopeKind::Comprehension | ScopeKind::Generator) {
            self.scope().is_async = true;
        }
    }

    fn mark_yield(&mut self, range: TextRange) {
        match self.scope().kind {
            ScopeKind::Generator | ScopeKind::Comprehension => {
                let message = format!("'yield' inside {}", self.scope().what);
                self.sink.syntax_error(range, message);
            }
            _ => self.scope().has_yield = true,
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
