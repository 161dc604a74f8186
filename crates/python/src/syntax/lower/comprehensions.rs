//! Comprehensions and generator expressions.

use super::Lowerer;
use super::blocks::IsAsync;
use super::conditions::When;
use super::functions::Parts;
use super::unit::Target;
use crate::bytecode::{CodeKind, Const, Op};
use crate::syntax::scope::{Part, ScopeId, ScopeKind};
use ruff_python_ast::{Comprehension, Expr, ExprDictComp, ExprGenerator, ExprListComp, ExprSetComp};
use ruff_text_size::{Ranged, TextRange};

/// What is done with each element.
#[derive(Clone, Copy)]
enum Element<'a> {
    List(&'a Expr),
    Set(&'a Expr),
    Dict(&'a Expr, &'a Expr),
    Yield(&'a Expr),
}

/// One `for` of a comprehension, whose loop is open.
struct OpenLoop {
    head: Target,
    exhausted: Target,
    is_async: IsAsync,
    range: TextRange,
}

impl<'a> Lowerer<'a, '_, '_> {
    pub(super) fn list_comprehension(&mut self, expression: &'a Expr, node: &'a ExprListComp) {
        self.check_not_starred(&node.elt);
        self.inline(
            expression,
            &node.generators,
            Element::List(&node.elt),
            Op::BuildList(0),
        );
    }

    pub(super) fn set_comprehension(&mut self, expression: &'a Expr, node: &'a ExprSetComp) {
        self.check_not_starred(&node.elt);
        self.inline(
            expression,
            &node.generators,
            Element::Set(&node.elt),
            Op::BuildSet(0),
        );
    }

    pub(super) fn dict_comprehension(&mut self, expression: &'a Expr, node: &'a ExprDictComp) {
        let Some(key) = &node.key else {
            self.sink
                .syntax_error(node.range, "dict unpacking cannot be used in dict comprehension");
            self.constant(Const::None, node.range);
            return;
        };
        self.inline(
            expression,
            &node.generators,
            Element::Dict(key, &node.value),
            Op::BuildMap(0),
        );
    }

    /// A generator expression is a function that is called at once with its first iterator.
    pub(super) fn generator_expression(&mut self, expression: &'a Expr, node: &'a ExprGenerator) {
        self.check_not_starred(&node.elt);
        let scope = self.scopes.of(expression, Part::Body);
        let kind = if self.scopes.get(scope).is_async {
            CodeKind::AsyncGenerator
        } else {
            CodeKind::Generator
        };
        let Some(first) = node.generators.first() else {
            return;
        };
        let line = self.line_of(node.range);
        self.enter(scope, "<genexpr>", kind, line);
        self.emit(Op::LoadFast(0), first.iter.range());
        self.loops(&node.generators, Element::Yield(&node.elt), node.range);
        self.constant(Const::None, node.range);
        self.emit(Op::Return, node.range);
        let mut code = self.exit();
        code.arg_count = 1;
        self.make_function(code, Parts::default(), node.range);
        self.first_iterator(first);
        self.emit(Op::Call(1), node.range);
    }

    fn check_not_starred(&mut self, element: &Expr) {
        if super::is_starred(element) {
            let message = "iterable unpacking cannot be used in comprehension";
            self.sink.syntax_error(element.range(), message);
        }
    }

    /// The first iterable is evaluated in the scope around the comprehension.
    fn first_iterator(&mut self, first: &'a Comprehension) {
        self.expression(&first.iter);
        self.emit(get_iterator(first), first.iter.range());
    }

    /// Comprehensions run in the code that contains them, with hidden variables of their own (PEP 709).
    fn inline(
        &mut self,
        expression: &'a Expr,
        generators: &'a [Comprehension],
        element: Element<'a>,
        build: Op,
    ) {
        let range = expression.range();
        let scope = self.scopes.of(expression, Part::Body);
        self.check_async_comprehension(scope, range);
        let Some(first) = generators.first() else { return };
        self.first_iterator(first);
        let around = std::mem::replace(&mut self.scope, scope);
        let hidden = self.scopes.hidden_slots(scope);
        // An exception that leaves the comprehension must not leave its variables behind.
        let (cleanup, end) = (self.label(), self.label());
        let outer = self.unit.active;
        if !hidden.is_empty() {
            let handler = self.unit.handler(cleanup, self.unit.depth().saturating_sub(1));
            self.unit.active = Some(handler);
        }
        for variable in hidden.iter().filter(|variable| variable.is_cell) {
            self.emit(Op::MakeCell(variable.slot), range);
        }
        self.emit(build, range);
        self.emit(Op::Swap, range);
        self.loops(generators, element, range);
        self.unit.active = outer;
        for variable in &hidden {
            self.emit(Op::ClearFast(variable.slot), range);
        }
        if !hidden.is_empty() {
            self.jump(end, range);
            self.place(cleanup);
            for variable in &hidden {
                self.emit(Op::ClearFast(variable.slot), range);
            }
            self.emit(Op::Reraise, range);
            self.place(end);
        }
        self.scope = around;
    }

    /// `[iterator] -> []`, and each element goes where it belongs.
    fn loops(&mut self, generators: &'a [Comprehension], element: Element<'a>, whole: TextRange) {
        let mut open: Vec<OpenLoop> = Vec::with_capacity(generators.len());
        for (index, generator) in generators.iter().enumerate() {
            if index > 0 {
                self.first_iterator(generator);
            }
            let head = self.open_loop(generator, &mut open, whole);
            self.store(&generator.target);
            for condition in &generator.ifs {
                self.jump_if(condition, When::False, head);
            }
        }
        self.element(element, generators.len());
        while let Some(inner) = open.pop() {
            self.jump(inner.head, inner.range);
            self.place(inner.exhausted);
            if inner.is_async == IsAsync::Yes {
                self.emit(Op::EndAsyncFor, inner.range);
            }
        }
    }

    fn open_loop(
        &mut self,
        generator: &'a Comprehension,
        open: &mut Vec<OpenLoop>,
        whole: TextRange,
    ) -> Target {
        let (head, exhausted) = (self.label(), self.label());
        let range = generator.iter.range();
        let is_async = IsAsync::from(generator.is_async);
        self.place(head);
        match is_async {
            IsAsync::No => self.emit(Op::ForIter(exhausted.0), range),
            IsAsync::Yes => self.next_awaited(exhausted, range, whole),
        }
        open.push(OpenLoop {
            head,
            exhausted,
            is_async,
            range,
        });
        head
    }

    /// The collection lies under the iterators of all loops.
    fn element(&mut self, element: Element<'a>, loops: usize) {
        let depth = loops + 1;
        match element {
            Element::List(value) => {
                self.expression(value);
                let depth = self.narrow(depth, value.range());
                self.emit(Op::ListAppend(depth), value.range());
            }
            Element::Set(value) => {
                self.expression(value);
                let depth = self.narrow(depth, value.range());
                self.emit(Op::SetAdd(depth), value.range());
            }
            Element::Dict(key, value) => {
                self.expression(key);
                self.expression(value);
                let range = TextRange::new(key.start(), value.end());
                let depth = self.narrow(depth, range);
                self.emit(Op::MapAdd(depth), range);
            }
            Element::Yield(value) => {
                self.expression(value);
                self.emit(Op::Yield, value.range());
                self.emit(Op::Pop, value.range());
            }
        }
    }

    fn check_async_comprehension(&mut self, scope: ScopeId, range: TextRange) {
        let is_async_code = matches!(self.unit.kind, CodeKind::Coroutine | CodeKind::AsyncGenerator)
            || self.scopes.get(self.unit.scope).kind == ScopeKind::Generator;
        if self.scopes.get(scope).is_async && !is_async_code {
            let message = "asynchronous comprehension outside of an asynchronous function";
            self.sink.syntax_error(range, message);
        }
    }
}

fn get_iterator(generator: &Comprehension) -> Op {
    if generator.is_async {
        Op::GetAIter
    } else {
        Op::GetIter
    }
}
