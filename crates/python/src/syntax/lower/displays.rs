//! Lists, tuples, sets and dicts.

use super::{Lowerer, count, is_starred};
use crate::bytecode::{Const, Op};
use ruff_python_ast::{Expr, ExprDict};
use ruff_text_size::TextRange;

/// Longer displays are built piece by piece, so that the stack stays small.
const MOST_ON_STACK: usize = 30;

/// From this length on, a list or a set of constants is copied from a constant.
const LEAST_COPIED: usize = 3;

impl<'a> Lowerer<'a, '_, '_> {
    pub(super) fn list(&mut self, items: &'a [Expr], range: TextRange) {
        if let Some(constants) = self.constant_items(items) {
            self.emit(Op::BuildList(0), range);
            self.constant(Const::Tuple(constants.into()), range);
            return self.emit(Op::ListExtend(1), range);
        }
        if is_short(items) {
            for item in items {
                self.expression(item);
            }
            return self.emit(Op::BuildList(count(items.len())), range);
        }
        self.emit(Op::BuildList(0), range);
        self.extend_list(items, range);
    }

    /// Appends the items to the list on the stack.
    pub(super) fn extend_list(&mut self, items: &'a [Expr], range: TextRange) {
        for item in items {
            match item {
                Expr::Starred(starred) => {
                    self.expression(&starred.value);
                    self.emit(Op::ListExtend(1), range);
                }
                item => {
                    self.expression(item);
                    self.emit(Op::ListAppend(1), range);
                }
            }
        }
    }

    fn constant_items(&self, items: &[Expr]) -> Option<Vec<Const>> {
        if items.len() < LEAST_COPIED {
            return None;
        }
        items.iter().map(|item| self.fold(item)).collect()
    }

    pub(super) fn tuple(&mut self, items: &'a [Expr], range: TextRange) {
        if is_short(items) {
            for item in items {
                self.expression(item);
            }
            return self.emit(Op::BuildTuple(count(items.len())), range);
        }
        self.emit(Op::BuildList(0), range);
        self.extend_list(items, range);
        self.emit(Op::ListToTuple, range);
    }

    pub(super) fn set(&mut self, items: &'a [Expr], range: TextRange) {
        // Programs see the difference: a set that was filled from another one can have another order.
        if let Some(constants) = self.constant_items(items) {
            self.emit(Op::BuildSet(0), range);
            self.constant(Const::FrozenSet(constants.into()), range);
            return self.emit(Op::SetUpdate(1), range);
        }
        if is_short(items) {
            for item in items {
                self.expression(item);
            }
            return self.emit(Op::BuildSet(count(items.len())), range);
        }
        self.emit(Op::BuildSet(0), range);
        for item in items {
            match item {
                Expr::Starred(starred) => {
                    self.expression(&starred.value);
                    self.emit(Op::SetUpdate(1), range);
                }
                item => {
                    self.expression(item);
                    self.emit(Op::SetAdd(1), range);
                }
            }
        }
    }

    pub(super) fn dict(&mut self, node: &'a ExprDict) {
        let is_short = node.items.len() <= MOST_ON_STACK && node.items.iter().all(|item| item.key.is_some());
        if !is_short {
            self.emit(Op::BuildMap(0), node.range);
        }
        for item in &node.items {
            if let Some(key) = &item.key {
                self.expression(key);
                self.expression(&item.value);
                if !is_short {
                    self.emit(Op::MapAdd(1), node.range);
                }
            } else {
                self.expression(&item.value);
                self.emit(Op::DictUpdate(1), node.range);
            }
        }
        if is_short {
            self.emit(Op::BuildMap(count(node.items.len())), node.range);
        }
    }
}

fn is_short(items: &[Expr]) -> bool {
    items.len() <= MOST_ON_STACK && !items.iter().any(is_starred)
}
