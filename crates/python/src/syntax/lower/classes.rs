//! Class definitions.

use super::Lowerer;
use super::calls::LastArgument;
use super::functions::Parts;
use crate::bytecode::{CodeKind, Const, Op};
use crate::syntax::scope::Part;
use ruff_python_ast::StmtClassDef;
use ruff_text_size::{TextRange, TextSize};
use std::rc::Rc;

impl<'a> Lowerer<'a, '_, '_> {
    pub(super) fn class_definition(&mut self, node: &'a StmtClassDef) {
        self.decorators(&node.decorator_list);
        self.line(node.name.range);
        let first_line = self.line_of(node.range);
        match &node.type_params {
            None => self.class_object(node, first_line, LastArgument::None),
            Some(parameters) => self.generic_class(node, parameters, first_line),
        }
        self.call_decorators(&node.decorator_list);
        self.store_name(&node.name.id, node.name.range);
    }

    /// Pushes the class.
    pub(super) fn class_object(&mut self, node: &'a StmtClassDef, first_line: u32, last: LastArgument) {
        let range = node.name.range;
        self.emit(Op::LoadBuildClass, range);
        self.class_body(node, first_line);
        let name = self.interner.intern(&node.name.id);
        self.constant(Const::Str(name), range);
        let whole = self.class_range(node);
        match (&node.arguments, last) {
            (Some(arguments), last) => self.call_with(2, arguments, last, whole),
            (None, LastArgument::None) => self.emit(Op::Call(2), whole),
            (None, LastArgument::GenericBase) => {
                self.generic_base(whole);
                self.emit(Op::Call(3), whole);
            }
        }
    }

    /// The statement without its decorators: from the word `class` on.
    pub(super) fn class_range(&self, node: &StmtClassDef) -> TextRange {
        let before = self.text(TextRange::new(node.range.start(), node.name.range.start()));
        let start = before.rfind("class").and_then(|at| TextSize::try_from(at).ok());
        TextRange::new(node.range.start() + start.unwrap_or_default(), node.range.end())
    }

    /// Pushes the function that runs the class's body in its namespace and returns the `__class__` cell, if
    /// methods need it, or None.
    fn class_body(&mut self, node: &'a StmtClassDef, first_line: u32) {
        let range = node.name.range;
        let scope = self.scopes.of(node, Part::Body);
        self.enter(scope, &node.name.id, CodeKind::Class, first_line);
        self.load_name("__name__", range);
        self.store_name("__module__", range);
        let qualname = self.unit.qualname.clone();
        self.constant(Const::Str(qualname), range);
        self.store_name("__qualname__", range);
        self.constant(Const::Int(i64::from(first_line)), range);
        self.store_name("__firstlineno__", range);
        if self.scopes.get(scope).has_annotations {
            self.emit(Op::SetupAnnotations, range);
        }
        let body = self.docstring(&node.body);
        if let Some(doc) = self.unit.doc.clone() {
            self.constant(Const::Str(doc), range);
            self.store_name("__doc__", range);
        }
        self.statements(body);
        let attributes: Rc<[Const]> = self
            .unit
            .static_attributes
            .iter()
            .cloned()
            .map(Const::Str)
            .collect();
        self.constant(Const::Tuple(attributes), range);
        self.store_name("__static_attributes__", range);
        match self.scopes.class_cell(scope) {
            Some(slot) => {
                self.emit(Op::LoadClosure(slot), range);
                self.emit(Op::Dup, range);
                self.store_name("__classcell__", range);
            }
            None => self.constant(Const::None, range),
        }
        self.emit(Op::Return, range);
        let code = self.exit();
        self.make_function(code, Parts::default(), range);
    }
}
