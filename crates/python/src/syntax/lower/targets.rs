//! Assignment and deletion targets.

use super::statements::describe;
use super::{Lowerer, count};
use crate::bytecode::Op;
use ruff_python_ast::{Expr, ExprAttribute};
use ruff_text_size::{Ranged, TextRange};

impl<'a> Lowerer<'a, '_, '_> {
    /// Pops the value on top of the stack into the target.
    pub(super) fn store(&mut self, target: &'a Expr) {
        let range = target.range();
        match target {
            Expr::Name(node) => self.store_name(&node.id, range),
            Expr::Attribute(node) => {
                self.note_static_attribute(node);
                self.expression(&node.value);
                let name = self.name_index(&node.attr.id);
                self.emit(Op::StoreAttr(name), self.attribute_range(node));
            }
            Expr::Subscript(node) => {
                self.expression(&node.value);
                self.index(&node.slice);
                self.emit(Op::StoreItem, range);
            }
            Expr::Tuple(node) => self.unpack(&node.elts, range),
            Expr::List(node) => self.unpack(&node.elts, range),
            Expr::Starred(_) => {
                self.sink
                    .syntax_error(range, "starred assignment target must be in a list or tuple");
                self.emit(Op::Pop, range);
            }
            other => {
                let message = format!("cannot assign to {}", describe(other));
                self.sink.syntax_error(range, message);
                self.emit(Op::Pop, range);
            }
        }
    }

    fn unpack(&mut self, targets: &'a [Expr], range: TextRange) {
        let mut starred = targets
            .iter()
            .enumerate()
            .filter(|(_, target)| matches!(target, Expr::Starred(_)));
        match starred.next() {
            None => self.emit(Op::UnpackSequence(count(targets.len())), range),
            Some((before, _)) => {
                let before_count = self.narrow(before, range);
                let after = self.narrow(targets.len() - before - 1, range);
                self.emit(
                    Op::UnpackEx {
                        before: before_count,
                        after,
                    },
                    range,
                );
            }
        }
        if starred.next().is_some() {
            self.sink
                .syntax_error(range, "multiple starred expressions in assignment");
        }
        for target in targets {
            match target {
                Expr::Starred(starred) => self.store(&starred.value),
                target => self.store(target),
            }
        }
    }

    /// A class knows the names that its methods assign to on `self`.
    fn note_static_attribute(&mut self, node: &ExprAttribute) {
        use crate::bytecode::CodeKind;
        if !matches!(&*node.value, Expr::Name(name) if &*name.id == "self") {
            return;
        }
        let name = self.interner.intern(&node.attr.id);
        if let Some(class) = self
            .outer
            .iter_mut()
            .rev()
            .find(|unit| unit.kind == CodeKind::Class)
        {
            class.static_attributes.insert(name);
        }
    }

    pub(super) fn delete(&mut self, target: &'a Expr) {
        let range: TextRange = target.range();
        match target {
            Expr::Name(node) => self.delete_name(&node.id, range),
            Expr::Attribute(node) => {
                self.expression(&node.value);
                let name = self.name_index(&node.attr.id);
                self.emit(Op::DeleteAttr(name), self.attribute_range(node));
            }
            Expr::Subscript(node) => {
                self.expression(&node.value);
                self.index(&node.slice);
                self.emit(Op::DeleteItem, range);
            }
            Expr::Tuple(node) => self.delete_all(&node.elts),
            Expr::List(node) => self.delete_all(&node.elts),
            other => {
                let message = format!("cannot delete {}", describe(other));
                self.sink.syntax_error(range, message);
            }
        }
    }

    fn delete_all(&mut self, targets: &'a [Expr]) {
        for target in targets {
            self.delete(target);
        }
    }
}
