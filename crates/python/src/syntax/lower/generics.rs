//! Type parameters (PEP 695): `def f[T]`, `class C[T]`, `type A[T] = ...`.
//!
//! What has type parameters is made inside a function that binds them and is called at once. Bounds and defaults
//! of type parameters are never asked for by programs that only run, and are not evaluated.

use super::calls::LastArgument;
use super::functions::Parts;
use super::{Lowerer, count};
use crate::bytecode::{CodeKind, Const, FunctionParts, Op};
use crate::syntax::scope::{Part, ScopeId};
use ruff_python_ast::{Expr, StmtClassDef, StmtFunctionDef, StmtTypeAlias, TypeParam, TypeParams};
use ruff_text_size::{TextRange, TextSize};

/// The parameters `.defaults` and `.kwdefaults` of the function that binds type parameters.
const HIDDEN_PARAMETERS: u16 = 2;

impl<'a> Lowerer<'a, '_, '_> {
    /// `[defaults...] -> [function]`
    pub(super) fn generic_function(
        &mut self,
        node: &'a StmtFunctionDef,
        parameters: &'a TypeParams,
        defaults: Parts,
        first_line: u32,
    ) {
        let range = node.name.range;
        for part in [FunctionParts::DEFAULTS, FunctionParts::KW_DEFAULTS] {
            if !defaults.has(part) {
                self.constant(Const::None, range);
            }
            let lies_reversed = part == FunctionParts::KW_DEFAULTS
                && !defaults.has(FunctionParts::DEFAULTS)
                && defaults.has(FunctionParts::KW_DEFAULTS);
            if lies_reversed {
                self.emit(Op::Swap, range);
            }
        }
        let scope = self.scopes.of(node, Part::TypeParameters);
        self.enter_type_parameters(scope, &node.name.id, parameters, range);
        for (slot, part) in [(0, FunctionParts::DEFAULTS), (1, FunctionParts::KW_DEFAULTS)] {
            if defaults.has(part) {
                self.emit(Op::LoadFast(slot), range);
            }
        }
        self.function_object(node, defaults, first_line);
        self.call_type_parameters(self.definition_range(node));
    }

    /// The statement without its decorators: from the word `def` or `async` on.
    fn definition_range(&self, node: &StmtFunctionDef) -> TextRange {
        let before = self.text(TextRange::new(node.range.start(), node.name.range.start()));
        let definition = before.rfind("def").and_then(|at| before.get(..at)).unwrap_or("");
        let start = match node.is_async {
            true => definition.rfind("async").unwrap_or_default(),
            false => definition.len(),
        };
        let start = TextSize::try_from(start).unwrap_or_default();
        TextRange::new(node.range.start() + start, node.range.end())
    }

    pub(super) fn generic_class(
        &mut self,
        node: &'a StmtClassDef,
        parameters: &'a TypeParams,
        first_line: u32,
    ) {
        let range = self.class_range(node);
        self.constant(Const::None, range);
        self.constant(Const::None, range);
        let scope = self.scopes.of(node, Part::TypeParameters);
        self.enter_type_parameters(scope, &node.name.id, parameters, range);
        self.type_parameter_tuple(parameters, range);
        self.store_name(GENERIC_PARAMETERS, range);
        self.class_object(node, first_line, LastArgument::GenericBase);
        self.emit(Op::Dup, range);
        self.load_name(GENERIC_PARAMETERS, range);
        self.emit(Op::Swap, range);
        let name = self.interner.intern("__type_params__");
        let name = self.unit.name(&name);
        self.emit(Op::StoreAttr(name), range);
        self.call_type_parameters(range);
    }

    pub(super) fn type_alias(&mut self, node: &'a StmtTypeAlias) {
        let Expr::Name(name) = &*node.name else { return };
        match &node.type_params {
            None => {
                self.typing("_lazy_alias", node.range);
                self.alias_value(node, &name.id);
                self.emit(Op::Call(2), node.range);
            }
            Some(parameters) => {
                self.constant(Const::None, node.range);
                self.constant(Const::None, node.range);
                let scope = self.scopes.of(node, Part::TypeParameters);
                self.enter_type_parameters(scope, &name.id, parameters, node.range);
                self.typing("_lazy_alias", node.range);
                self.alias_value(node, &name.id);
                self.type_parameter_tuple(parameters, node.range);
                self.emit(Op::Call(3), node.range);
                self.call_type_parameters(node.range);
            }
        }
        self.store_name(&name.id, name.range);
    }

    /// Pushes an alias's name and the function that gives its value.
    fn alias_value(&mut self, node: &'a StmtTypeAlias, name: &str) {
        let text = self.interner.intern(name);
        self.constant(Const::Str(text), node.range);
        let scope = self.scopes.of(node, Part::Body);
        let line = self.line_of(node.range);
        self.enter(scope, name, CodeKind::Function, line);
        self.expression(&node.value);
        self.emit(Op::Return, node.range);
        let code = self.exit();
        self.make_function(code, Parts::default(), node.range);
    }

    fn enter_type_parameters(
        &mut self,
        scope: ScopeId,
        name: &str,
        parameters: &TypeParams,
        range: TextRange,
    ) {
        let line = self.line_of(range);
        self.enter(
            scope,
            &format!("<generic parameters of {name}>"),
            CodeKind::Function,
            line,
        );
        for parameter in &parameters.type_params {
            let name = parameter.name();
            let make = match parameter {
                TypeParam::TypeVar(_) => "_type_variable",
                TypeParam::ParamSpec(_) => "_parameter_specification",
                TypeParam::TypeVarTuple(_) => "TypeVarTuple",
            };
            self.typing(make, name.range);
            let text = self.interner.intern(&name.id);
            self.constant(Const::Str(text), name.range);
            self.emit(Op::Call(1), name.range);
            self.store_name(&name.id, name.range);
        }
    }

    /// `[.defaults .kwdefaults] -> [what the function that binds the type parameters returns]`
    fn call_type_parameters(&mut self, range: TextRange) {
        self.emit(Op::Return, range);
        let mut code = self.exit();
        code.arg_count = HIDDEN_PARAMETERS;
        self.make_function(code, Parts::default(), range);
        self.emit(Op::Rot3, range);
        self.emit(Op::Call(HIDDEN_PARAMETERS), range);
    }

    fn type_parameter_tuple(&mut self, parameters: &TypeParams, range: TextRange) {
        for parameter in &parameters.type_params {
            self.load_name(&parameter.name().id, range);
        }
        self.emit(Op::BuildTuple(count(parameters.type_params.len())), range);
    }

    /// Pushes `typing.Generic[type parameters]`.
    pub(super) fn generic_base(&mut self, range: TextRange) {
        self.typing("Generic", range);
        self.load_name(GENERIC_PARAMETERS, range);
        self.emit(Op::LoadItem, range);
    }

    /// Pushes a member of `typing`.
    fn typing(&mut self, member: &str, range: TextRange) {
        let module = self.interner.intern("typing");
        let module = self.unit.name(&module) as usize;
        let name = self.narrow(module, range);
        let from_list = self.unit.constant(Const::None);
        self.emit(
            Op::ImportName {
                name,
                from_list,
                level: 0,
            },
            range,
        );
        let member = self.interner.intern(member);
        let member = self.unit.name(&member);
        self.emit(Op::LoadAttr(member), range);
    }
}

/// The slot that keeps the tuple of a class's type parameters for its base.
const GENERIC_PARAMETERS: &str = ".defaults";
