//! `def`, `async def`, `lambda`, and the making of function objects.

use super::unit::Unit;
use super::{Lowerer, count};
use crate::bytecode::{Code, CodeKind, Const, FunctionParts, Op};
use crate::syntax::scope::{Part, Place, ScopeId, ScopeKind};
use ruff_python_ast::{Decorator, Expr, ExprLambda, Parameters, Stmt, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange};
use std::rc::Rc;

/// What has been pushed for `MakeFunction` so far.
#[derive(Clone, Copy, Default)]
pub(super) struct Parts(u8);

impl Parts {
    pub(super) fn with(self, part: u8) -> Parts {
        Parts(self.0 | part)
    }

    pub(super) fn has(self, part: u8) -> bool {
        self.0 & part != 0
    }
}

impl<'a> Lowerer<'a, '_, '_> {
    /// Begins the code of an inner function or class body.
    pub(super) fn enter(&mut self, scope: ScopeId, name: &str, kind: CodeKind, first_line: u32) {
        let qualname = self.qualname(name);
        let name = self.interner.intern(name);
        let mut unit = Unit::new(scope, name, qualname, kind, first_line);
        unit.set_budget(self.unit.budget());
        self.outer.push(std::mem::replace(&mut self.unit, unit));
        self.scope = scope;
        self.cells();
    }

    /// Ends the code begun last and returns to the code and the scope around it. The parameters' counts are the
    /// caller's to fill in.
    pub(super) fn exit(&mut self) -> Code {
        let scope = self.scopes.get(self.unit.scope);
        if let Some(parent) = scope.parent {
            self.scope = parent;
        }
        if self.unit.is_too_large() {
            self.too_large(TextRange::default());
        }
        // Every `exit` has its `enter`, so that there is code around.
        let outer = self.outer.pop().unwrap_or_else(|| {
            let name = self.interner.intern("<module>");
            Unit::new(ScopeId::MODULE, name.clone(), name, CodeKind::Module, 1)
        });
        let inner = std::mem::replace(&mut self.unit, outer);
        self.unit.set_budget(inner.budget());
        inner.finish(&scope.layout)
    }

    /// The dotted path of a function or class that is defined at the current place.
    ///
    /// Mirrors `compiler_set_qualname`.
    fn qualname(&mut self, name: &str) -> Rc<str> {
        let is_definition = !name.starts_with('<');
        let mangled = self.mangle(name);
        let is_global = is_definition
            && self.scopes.get(self.scope).kind != ScopeKind::Module
            && self.scopes.place(self.scope, &mangled) == Place::Global;
        let around = std::iter::once(&self.unit).chain(self.outer.iter().rev());
        let parent = around
            .into_iter()
            .find(|unit| self.scopes.get(unit.scope).kind != ScopeKind::TypeParameters)
            .filter(|unit| unit.kind != CodeKind::Module && !is_global);
        let text = match parent {
            None => name.to_owned(),
            Some(parent) if parent.kind == CodeKind::Class => format!("{}.{name}", parent.qualname),
            Some(parent) => format!("{}.<locals>.{name}", parent.qualname),
        };
        self.interner.intern(&text)
    }

    pub(super) fn function_definition(&mut self, node: &'a StmtFunctionDef) {
        self.decorators(&node.decorator_list);
        let header = node.name.range;
        self.line(header);
        let defaults = self.defaults(Some(&node.parameters), header);
        let first_line = self.line_of(node.range);
        match &node.type_params {
            None => self.function_object(node, defaults, first_line),
            Some(parameters) => self.generic_function(node, parameters, defaults, first_line),
        }
        self.call_decorators(&node.decorator_list);
        self.store_name(&node.name.id, header);
    }

    /// Pushes the function, on top of its defaults.
    pub(super) fn function_object(&mut self, node: &'a StmtFunctionDef, defaults: Parts, first_line: u32) {
        let parts = self.annotations(node, defaults);
        let scope = self.scopes.of(node, Part::Body);
        let has_yield = self.scopes.get(scope).has_yield;
        let kind = match (node.is_async, has_yield) {
            (false, false) => CodeKind::Function,
            (false, true) => CodeKind::Generator,
            (true, false) => CodeKind::Coroutine,
            (true, true) => CodeKind::AsyncGenerator,
        };
        self.enter(scope, &node.name.id, kind, first_line);
        let body = self.docstring(&node.body);
        self.statements(body);
        self.constant(Const::None, node.name.range);
        self.emit(Op::Return, node.name.range);
        let mut code = self.exit();
        count_parameters(&mut code, &node.parameters);
        self.make_function(code, parts, node.name.range);
    }

    pub(super) fn lambda(&mut self, expression: &'a Expr, node: &'a ExprLambda) {
        let parts = self.defaults(node.parameters.as_deref(), node.range);
        let scope = self.scopes.of(expression, Part::Body);
        let is_generator = self.scopes.get(scope).has_yield;
        let kind = if is_generator {
            CodeKind::Generator
        } else {
            CodeKind::Function
        };
        let line = self.line_of(node.range);
        self.enter(scope, "<lambda>", kind, line);
        self.expression(&node.body);
        self.emit(Op::Return, node.body.range());
        let mut code = self.exit();
        if let Some(parameters) = &node.parameters {
            count_parameters(&mut code, parameters);
        }
        self.make_function(code, parts, node.range);
    }

    /// Takes the docstring from the front of a body.
    pub(super) fn docstring(&mut self, body: &'a [Stmt]) -> &'a [Stmt] {
        let Some((Stmt::Expr(first), rest)) = body.split_first() else {
            return body;
        };
        let Expr::StringLiteral(literal) = &*first.value else {
            return body;
        };
        self.unit.doc = Some(clean_docstring(literal.value.to_str()).into());
        rest
    }

    /// Makes the function on the stack from `code` and from what `parts` says lies there.
    pub(super) fn make_function(&mut self, code: Code, parts: Parts, range: TextRange) {
        let mut parts = parts;
        if !code.frees.is_empty() {
            for name in &code.frees {
                let slot = self.scopes.closure_slot(self.scope, name);
                debug_assert!(slot.is_some(), "no cell for {name} in {}", self.unit.qualname);
                self.emit(Op::LoadClosure(slot.unwrap_or(0)), range);
            }
            self.emit(Op::BuildTuple(count(code.frees.len())), range);
            parts = parts.with(FunctionParts::CLOSURE);
        }
        let code = self.unit.constant(Const::Code(Rc::new(code)));
        self.emit(
            Op::MakeFunction {
                code,
                parts: FunctionParts(parts.0),
            },
            range,
        );
    }

    pub(super) fn decorators(&mut self, decorators: &'a [Decorator]) {
        for decorator in decorators {
            self.line(decorator.expression.range());
            self.expression(&decorator.expression);
        }
    }

    pub(super) fn call_decorators(&mut self, decorators: &'a [Decorator]) {
        for decorator in decorators.iter().rev() {
            self.emit(Op::Call(1), decorator.expression.range());
        }
    }

    fn defaults(&mut self, parameters: Option<&'a Parameters>, range: TextRange) -> Parts {
        let mut parts = Parts::default();
        let Some(parameters) = parameters else {
            return parts;
        };
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        let defaults: Vec<_> = positional
            .filter_map(|parameter| parameter.default.as_deref())
            .collect();
        if !defaults.is_empty() {
            let constants: Option<Rc<[Const]>> = defaults.iter().map(|default| self.fold(default)).collect();
            match constants {
                Some(constants) => self.constant(Const::Tuple(constants), range),
                None => {
                    for default in &defaults {
                        self.expression(default);
                    }
                    self.emit(Op::BuildTuple(count(defaults.len())), range);
                }
            }
            parts = parts.with(FunctionParts::DEFAULTS);
        }
        let mut length = 0;
        for parameter in &parameters.kwonlyargs {
            if let Some(default) = &parameter.default {
                let name = self.mangle(&parameter.parameter.name.id);
                self.constant(Const::Str(name), range);
                self.expression(default);
                length += 1;
            }
        }
        if length > 0 {
            self.emit(Op::BuildMap(length), range);
            parts = parts.with(FunctionParts::KW_DEFAULTS);
        }
        parts
    }

    fn annotations(&mut self, node: &'a StmtFunctionDef, parts: Parts) -> Parts {
        let parameters = &node.parameters;
        // Those that may be named go before those that may not, as in CPython.
        let named = parameters
            .args
            .iter()
            .chain(&parameters.posonlyargs)
            .map(|with| &with.parameter);
        let keywords = parameters.kwonlyargs.iter().map(|with| &with.parameter);
        let all = named
            .chain(parameters.vararg.as_deref())
            .chain(keywords)
            .chain(parameters.kwarg.as_deref());
        let mut length = 0;
        for parameter in all {
            if let Some(annotation) = &parameter.annotation {
                let name = self.mangle(&parameter.name.id);
                self.constant(Const::Str(name), parameter.range);
                match &**annotation {
                    // `*args: *Ts`
                    Expr::Starred(starred) => self.annotation(&starred.value),
                    annotation => self.annotation(annotation),
                }
                length += 1;
            }
        }
        if let Some(returns) = &node.returns {
            let name = self.interner.intern("return");
            self.constant(Const::Str(name), returns.range());
            self.annotation(returns);
            length += 1;
        }
        if length == 0 {
            return parts;
        }
        self.emit(Op::BuildMap(length), node.name.range);
        parts.with(FunctionParts::ANNOTATIONS)
    }
}

fn count_parameters(code: &mut Code, parameters: &Parameters) {
    // The number of locals is limited to 16 bits, and parameters are locals.
    let narrow = |length: usize| u16::try_from(length).unwrap_or(u16::MAX);
    code.posonly_count = narrow(parameters.posonlyargs.len());
    code.arg_count = narrow(parameters.posonlyargs.len() + parameters.args.len());
    code.kwonly_count = narrow(parameters.kwonlyargs.len());
    code.has_varargs = parameters.vararg.is_some();
    code.has_varkeywords = parameters.kwarg.is_some();
}

/// Removes the indentation that all lines of a docstring but the first have in common.
///
/// Mirrors `_PyCompile_CleanDoc`, new in CPython 3.13.
fn clean_docstring(doc: &str) -> String {
    let doc = expand_tabs(doc);
    let mut lines = doc.split('\n');
    let first = lines.next().unwrap_or("").trim_start_matches(' ');
    let indentation = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let margin = lines
        .clone()
        .filter(|line| !line.trim_start_matches(' ').is_empty())
        .map(indentation)
        .min()
        .unwrap_or(0);
    let mut cleaned = first.to_owned();
    for line in lines {
        cleaned.push('\n');
        cleaned.push_str(line.get(margin.min(indentation(line))..).unwrap_or(line));
    }
    cleaned
}

/// As `str.expandtabs(8)`.
fn expand_tabs(text: &str) -> String {
    let mut expanded = String::with_capacity(text.len());
    let mut column = 0;
    for character in text.chars() {
        match character {
            '\t' => {
                let width = 8 - column % 8;
                expanded.extend(std::iter::repeat_n(' ', width));
                column += width;
            }
            '\n' | '\r' => {
                expanded.push(character);
                column = 0;
            }
            _ => {
                expanded.push(character);
                column += 1;
            }
        }
    }
    expanded
}
