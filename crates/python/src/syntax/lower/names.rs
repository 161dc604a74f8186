//! Variables: loading, storing, deleting.

use super::Lowerer;
use crate::bytecode::{Const, Op};
use crate::syntax::scope::Place;
use ruff_text_size::TextRange;
use std::rc::Rc;

impl Lowerer<'_, '_, '_> {
    pub(super) fn mangle(&mut self, name: &str) -> Rc<str> {
        let class = self.scopes.get(self.scope).class.as_deref();
        self.interner.mangle(class, name)
    }

    /// The index of an attribute's or global's name, mangled where it is private.
    pub(super) fn name_index(&mut self, name: &str) -> u32 {
        let name = self.mangle(name);
        self.unit.name(&name)
    }

    pub(super) fn load_name(&mut self, name: &str, range: TextRange) {
        if name == "__debug__" {
            return self.constant(Const::Bool(true), range);
        }
        let name = self.mangle(name);
        let op = match self.scopes.place(self.scope, &name) {
            Place::Fast(slot) => Op::LoadFast(slot),
            Place::Deref(slot) => Op::LoadDeref(slot),
            Place::ClassDeref(slot) => {
                let index = self.unit.name(&name) as usize;
                Op::LoadClassDeref {
                    slot,
                    name: self.narrow(index, range),
                }
            }
            Place::Global => Op::LoadGlobal(self.unit.name(&name)),
            Place::Name => Op::LoadName(self.unit.name(&name)),
        };
        self.emit(op, range);
    }

    pub(super) fn store_name(&mut self, name: &str, range: TextRange) {
        if name == "__debug__" {
            self.sink.syntax_error(range, "cannot assign to __debug__");
        }
        let name = self.mangle(name);
        let op = match self.scopes.place(self.scope, &name) {
            Place::Fast(slot) => Op::StoreFast(slot),
            Place::Deref(slot) | Place::ClassDeref(slot) => Op::StoreDeref(slot),
            Place::Global => Op::StoreGlobal(self.unit.name(&name)),
            Place::Name => Op::StoreName(self.unit.name(&name)),
        };
        self.emit(op, range);
    }

    pub(super) fn delete_name(&mut self, name: &str, range: TextRange) {
        if name == "__debug__" {
            self.sink.syntax_error(range, "cannot delete __debug__");
        }
        let name = self.mangle(name);
        let op = match self.scopes.place(self.scope, &name) {
            Place::Fast(slot) => Op::DeleteFast(slot),
            Place::Deref(slot) | Place::ClassDeref(slot) => Op::DeleteDeref(slot),
            Place::Global => Op::DeleteGlobal(self.unit.name(&name)),
            Place::Name => Op::DeleteName(self.unit.name(&name)),
        };
        self.emit(op, range);
    }

    /// The end of `except ... as name`: the name is gone, whether the body deleted it already or not.
    pub(super) fn forget_name(&mut self, name: &str, range: TextRange) {
        let mangled = self.mangle(name);
        if let Place::Fast(slot) = self.scopes.place(self.scope, &mangled) {
            return self.emit(Op::ClearFast(slot), range);
        }
        self.constant(Const::None, range);
        self.store_name(name, range);
        self.delete_name(name, range);
    }
}
