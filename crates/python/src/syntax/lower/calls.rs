//! Calls.

use super::{Lowerer, count, is_starred};
use crate::bytecode::{Const, Op};
use ruff_python_ast::{Arguments, Expr, ExprAttribute, ExprCall, Keyword};
use ruff_text_size::{Ranged, TextRange};
use std::collections::HashSet;

/// Longer argument lists are built as a list, so that the stack stays small.
const MOST_ON_STACK: usize = 255;

/// What a call passes behind the positional arguments of the source.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LastArgument {
    None,
    /// The base `Generic[T]` of a class with type parameters.
    GenericBase,
}

/// Whether a call has its arguments on the stack: no `*`, no `**`, and not too many.
pub(super) fn is_plain(arguments: &Arguments) -> bool {
    arguments.args.len() + arguments.keywords.len() <= MOST_ON_STACK
        && !arguments.args.iter().any(is_starred)
        && arguments.keywords.iter().all(|keyword| keyword.arg.is_some())
}

impl<'a> Lowerer<'a, '_, '_> {
    /// Calls what is on the stack: the callable, or, for a method call, the object.
    pub(super) fn call(&mut self, node: &'a ExprCall, method: Option<&'a ExprAttribute>) {
        let range = self.call_range(node);
        match method {
            Some(attribute) => {
                let name = self.name_index(&attribute.attr.id);
                self.emit(Op::LoadMethod(name), self.attribute_range(attribute));
                self.check_repeated_keywords(&node.arguments.keywords);
                for argument in &node.arguments.args {
                    self.expression(argument);
                }
                let names = self.keyword_values(&node.arguments.keywords);
                let arguments = node.arguments.args.len() + node.arguments.keywords.len();
                let count = self.narrow(arguments, range);
                self.emit(
                    match names {
                        None => Op::CallMethod(count),
                        Some(names) => Op::CallMethodKw { count, names },
                    },
                    range,
                );
            }
            None => self.call_with(0, &node.arguments, LastArgument::None, range),
        }
    }

    /// A method call that spans lines is reported at the line of the method's name.
    fn call_range(&self, node: &ExprCall) -> TextRange {
        match &*node.func {
            Expr::Attribute(attribute) => {
                TextRange::new(self.attribute_range(attribute).start(), node.range().end())
            }
            _ => node.range(),
        }
    }

    /// Calls the callable that lies on the stack under `pushed` arguments with these and those of the source.
    pub(super) fn call_with(
        &mut self,
        pushed: usize,
        arguments: &'a Arguments,
        last: LastArgument,
        range: TextRange,
    ) {
        self.check_repeated_keywords(&arguments.keywords);
        let added = usize::from(last == LastArgument::GenericBase);
        let length = pushed + arguments.args.len() + added + arguments.keywords.len();
        if !is_plain(arguments) || length > MOST_ON_STACK {
            return self.call_unpacked(pushed, arguments, last, range);
        }
        for argument in &arguments.args {
            self.expression(argument);
        }
        if last == LastArgument::GenericBase {
            self.generic_base(range);
        }
        let names = self.keyword_values(&arguments.keywords);
        let count = self.narrow(length, range);
        self.emit(
            match names {
                None => Op::Call(count),
                Some(names) => Op::CallKw { count, names },
            },
            range,
        );
    }

    /// The values of keyword arguments; the index of the constant that holds their names, if there are any.
    fn keyword_values(&mut self, keywords: &'a [Keyword]) -> Option<u32> {
        let mut names = Vec::with_capacity(keywords.len());
        for keyword in keywords {
            if let Some(name) = &keyword.arg {
                names.push(Const::Str(self.mangle(&name.id)));
                self.expression(&keyword.value);
            }
        }
        (!names.is_empty()).then(|| self.unit.constant(Const::Tuple(names.into())))
    }

    /// `f(*a, **k)`: positional arguments in a tuple, keywords in a dict.
    fn call_unpacked(
        &mut self,
        pushed: usize,
        arguments: &'a Arguments,
        last: LastArgument,
        range: TextRange,
    ) {
        self.emit(Op::BuildList(count(pushed)), range);
        self.extend_list(&arguments.args, range);
        if last == LastArgument::GenericBase {
            self.generic_base(range);
            self.emit(Op::ListAppend(1), range);
        }
        self.emit(Op::ListToTuple, range);
        if arguments.keywords.is_empty() {
            return self.emit(Op::CallArgs, range);
        }
        self.keyword_dict(&arguments.keywords, range);
        self.emit(Op::CallArgsKw, range);
    }

    /// Runs of plain keywords become dicts of their own, which are merged so that repeated names are found.
    fn keyword_dict(&mut self, keywords: &'a [Keyword], range: TextRange) {
        self.emit(Op::BuildMap(0), range);
        for keyword in keywords {
            match &keyword.arg {
                Some(name) => {
                    let name = self.mangle(&name.id);
                    self.constant(Const::Str(name), keyword.range);
                    self.expression(&keyword.value);
                    self.emit(Op::BuildMap(1), keyword.range);
                }
                None => self.expression(&keyword.value),
            }
            self.emit(Op::DictMerge(1), range);
        }
    }

    fn check_repeated_keywords(&mut self, keywords: &[Keyword]) {
        let mut seen = HashSet::new();
        for keyword in keywords {
            if let Some(name) = &keyword.arg
                && !seen.insert(&name.id)
            {
                let message = format!("keyword argument repeated: {}", name.id);
                self.sink.syntax_error(keyword.range, message);
            }
        }
    }
}
