//! The scopes of comprehensions, and what `:=`, `await` and `yield` mean in them.

use super::build::Builder;
use super::{Part, ScopeKind, flag};
use crate::syntax::lower::describe;
use ruff_python_ast::{Comprehension, Expr};
use ruff_text_size::{Ranged, TextRange};

impl Builder<'_, '_> {
    /// The first iterable belongs to the scope around the comprehension, all else to its own.
    pub(super) fn comprehension(&mut self, node: &Expr, generators: &[Comprehension], elements: &[&Expr]) {
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

    pub(super) fn iterable(&mut self, iterable: &Expr) {
        self.iterables += 1;
        self.expression(iterable);
        self.iterables -= 1;
    }

    pub(super) fn iteration_target(&mut self, target: &Expr) {
        self.expression(target);
        let mut pending = vec![target];
        while let Some(target) = pending.pop() {
            match target {
                Expr::Name(name) => {
                    let mangled = self.mangle(&name.id);
                    if self.scope().flags(&mangled) & flag::WALRUS != 0 {
                        let message = format!(
                            "comprehension inner loop cannot rebind assignment expression target '{mangled}'"
                        );
                        self.sink.syntax_error(name.range, message);
                    }
                    self.scope().mark(&mangled, flag::ITERATION);
                }
                Expr::Tuple(node) => pending.extend(&node.elts),
                Expr::List(node) => pending.extend(&node.elts),
                Expr::Starred(node) => pending.push(&node.value),
                _ => {}
            }
        }
    }

    /// `:=` in a comprehension binds in the nearest scope around all comprehensions.
    pub(super) fn walrus_target(&mut self, target: &Expr, range: TextRange) {
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
                    scope.mark(&mangled, flag::USED | flag::WALRUS);
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

    pub(super) fn mark_async(&mut self) {
        if matches!(self.scope().kind, ScopeKind::Comprehension | ScopeKind::Generator) {
            self.scope().is_async = true;
        }
    }

    pub(super) fn mark_yield(&mut self, range: TextRange) {
        match self.scope().kind {
            ScopeKind::Generator | ScopeKind::Comprehension => {
                let message = format!("'yield' inside {}", self.scope().what);
                self.sink.syntax_error(range, message);
            }
            _ => self.scope().has_yield = true,
        }
    }
}
