//! The scopes of functions, classes, lambdas and type parameters.

use super::build::Builder;
use super::{Part, ScopeKind, flag};
use ruff_python_ast::{
    Expr, Parameters, StmtClassDef, StmtFunctionDef, StmtTypeAlias, TypeParam, TypeParams,
};
use std::rc::Rc;

impl Builder<'_, '_> {
    pub(super) fn function(&mut self, node: &StmtFunctionDef) {
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

    pub(super) fn class(&mut self, node: &StmtClassDef) {
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

    pub(super) fn type_alias(&mut self, node: &StmtTypeAlias) {
        self.expression(&node.name);
        self.with_type_parameters(node, node.type_params.as_deref(), None, |builder| {
            builder.within(ScopeKind::TypeAliasValue, node, Part::Body, |builder| {
                builder.expression(&node.value)
            });
        });
    }

    /// Runs `body` in a scope that binds the type parameters, if there are any.
    pub(super) fn with_type_parameters<T>(
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

    pub(super) fn type_parameter(&mut self, parameter: &TypeParam) {
        let name = parameter.name();
        let mangled = self.mangle(&name.id);
        if self.scope().flags(&mangled) & flag::BOUND != 0 {
            self.sink
                .syntax_error(name.range, format!("duplicate type parameter '{mangled}'"));
        }
        self.scope().mark(&mangled, flag::BOUND);
    }

    pub(super) fn defaults(&mut self, parameters: &Parameters) {
        for parameter in parameters.iter_non_variadic_params() {
            self.optional(parameter.default());
        }
    }

    /// Binds parameters in the order of their slots.
    pub(super) fn parameters(&mut self, parameters: &Parameters) {
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

    pub(super) fn lambda(&mut self, node: &Expr, parameters: Option<&Parameters>, body: &Expr) {
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
}
