//! The check of imports: what does not exist here is said before the program runs.

use super::diagnostic::{Severity, Sink};
use super::hint::Hint;
use super::modules::{is_supported_module, missing_module};
use ruff_python_ast::{ExceptHandler, Expr, ModModule, Stmt, StmtImportFrom, StmtTry};
use ruff_text_size::{Ranged, TextRange};

/// Whether the module begins with `from __future__ import annotations`.
pub(super) fn has_future_annotations(module: &ModModule) -> bool {
    future_imports(&module.body)
        .any(|import| import.names.iter().any(|alias| &*alias.name.id == "annotations"))
}

/// The `from __future__` imports at the module's start, where alone they may stand.
fn future_imports(body: &[Stmt]) -> impl Iterator<Item = &StmtImportFrom> {
    let skipped = usize::from(body.first().is_some_and(is_docstring));
    body.iter().skip(skipped).map_while(|statement| match statement {
        Stmt::ImportFrom(import) if is_future(import) => Some(import),
        _ => None,
    })
}

fn is_docstring(statement: &Stmt) -> bool {
    matches!(statement, Stmt::Expr(node) if matches!(&*node.value, Expr::StringLiteral(_)))
}

fn is_future(import: &StmtImportFrom) -> bool {
    import.level == 0
        && import
            .module
            .as_ref()
            .is_some_and(|module| &*module.id == "__future__")
}

/// The features that `from __future__ import` knows.
const FUTURE_FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

/// Checks that `from __future__` imports are known features and stand at the beginning.
///
/// Mirrors `future_parse`.
pub(super) fn check_future(module: &ModModule, sink: &mut Sink) {
    let at_start =
        future_imports(&module.body).count() + usize::from(module.body.first().is_some_and(is_docstring));
    for import in future_imports(&module.body) {
        for alias in &import.names {
            let name = &*alias.name.id;
            if name == "braces" {
                sink.syntax_error(TextRange::empty(import.range.start()), "not a chance");
            } else if !FUTURE_FEATURES.contains(&name) {
                let start = TextRange::empty(import.range.start());
                sink.syntax_error(start, format!("future feature {name} is not defined"));
            }
        }
    }
    for statement in module.body.iter().skip(at_start) {
        if let Stmt::ImportFrom(import) = statement
            && is_future(import)
        {
            let message = "from __future__ imports must occur at the beginning of the file";
            sink.syntax_error(import.range, message);
        }
    }
}

/// Where an import stands: it decides what a missing module means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Context {
    /// Runs when the program starts: a missing module is an error.
    Module,
    /// Runs when, and if, the function is called: a warning.
    Function,
    /// The program is prepared for a missing module.
    Guarded,
}

/// Reports the imports of modules that do not exist here, and misplaced `__future__` imports.
pub(super) fn check(module: &ModModule, sink: &mut Sink) {
    let mut checker = Checker { sink };
    checker.statements(&module.body, Context::Module);
}

struct Checker<'a, 's> {
    sink: &'a mut Sink<'s>,
}

impl Checker<'_, '_> {
    fn statements(&mut self, statements: &[Stmt], context: Context) {
        for statement in statements {
            self.statement(statement, context);
        }
    }

    fn statement(&mut self, statement: &Stmt, context: Context) {
        match statement {
            Stmt::Import(node) => {
                for alias in &node.names {
                    self.module(&alias.name.id, alias.range, context);
                }
            }
            Stmt::ImportFrom(node) => self.import_from(node, context),
            Stmt::FunctionDef(node) => {
                let inner = if context == Context::Guarded {
                    context
                } else {
                    Context::Function
                };
                self.statements(&node.body, inner);
            }
            Stmt::ClassDef(node) => self.statements(&node.body, context),
            Stmt::For(node) => {
                self.statements(&node.body, context);
                self.statements(&node.orelse, context);
            }
            Stmt::While(node) => {
                self.statements(&node.body, context);
                self.statements(&node.orelse, context);
            }
            Stmt::If(node) => self.conditional(node, context),
            Stmt::With(node) => {
                // `contextlib.suppress(ImportError)` may guard it: only the run can tell.
                let inner = if context == Context::Module {
                    Context::Function
                } else {
                    context
                };
                self.statements(&node.body, inner);
            }
            Stmt::Match(node) => {
                for case in &node.cases {
                    self.statements(&case.body, context);
                }
            }
            Stmt::Try(node) => self.try_statement(node, context),
            _ => {}
        }
    }

    /// A branch that may not be taken: `if TYPE_CHECKING:`, for example, never is.
    fn conditional(&mut self, node: &ruff_python_ast::StmtIf, context: Context) {
        let branch = match &*node.test {
            Expr::Name(name) if &*name.id == "TYPE_CHECKING" => Context::Guarded,
            Expr::Attribute(node) if &*node.attr.id == "TYPE_CHECKING" => Context::Guarded,
            _ if context == Context::Module => Context::Function,
            _ => context,
        };
        let otherwise = if context == Context::Module {
            Context::Function
        } else {
            context
        };
        self.statements(&node.body, branch);
        for clause in &node.elif_else_clauses {
            self.statements(&clause.body, otherwise);
        }
    }

    fn try_statement(&mut self, node: &StmtTry, context: Context) {
        let is_guarded = node.handlers.iter().any(|ExceptHandler::ExceptHandler(handler)| {
            handler.type_.as_deref().is_none_or(catches_import_errors)
        });
        self.statements(&node.body, if is_guarded { Context::Guarded } else { context });
        // Handlers run only if something fails.
        let handler_context = if context == Context::Module {
            Context::Function
        } else {
            context
        };
        for ExceptHandler::ExceptHandler(handler) in &node.handlers {
            self.statements(&handler.body, handler_context);
        }
        self.statements(&node.orelse, context);
        self.statements(&node.finalbody, context);
    }

    fn import_from(&mut self, node: &StmtImportFrom, context: Context) {
        if node.level > 0 {
            let message = "attempted relative import with no known parent package".to_owned();
            let hint = Hint::OneFile;
            self.report(
                node.range,
                context,
                "relative-import",
                "ImportError",
                message,
                hint,
            );
            return;
        }
        let Some(module) = &node.module else { return };
        self.module(&module.id, module.range(), context);
    }

    fn module(&mut self, name: &str, range: TextRange, context: Context) {
        if is_supported_module(name) {
            return;
        }
        let hint = missing_module(name).unwrap_or_else(|| Hint::NotHere(name.to_owned()));
        let message = format!("No module named '{name}'");
        self.report(
            range,
            context,
            "unsupported-module",
            "ModuleNotFoundError",
            message,
            hint,
        );
    }

    fn report(
        &mut self,
        range: TextRange,
        context: Context,
        code: &'static str,
        exception: &'static str,
        message: String,
        hint: Hint,
    ) {
        let severity = match context {
            Context::Module => Severity::Error,
            Context::Function => Severity::Warning,
            Context::Guarded => return,
        };
        self.sink
            .push(severity, code, exception, range, message, Some(hint));
    }
}

fn catches_import_errors(kind: &Expr) -> bool {
    match kind {
        Expr::Name(name) => {
            matches!(
                &*name.id,
                "ImportError" | "ModuleNotFoundError" | "Exception" | "BaseException"
            )
        }
        Expr::Tuple(tuple) => tuple.elts.iter().any(catches_import_errors),
        _ => false,
    }
}
