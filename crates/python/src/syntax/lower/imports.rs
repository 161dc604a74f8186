//! `import` and `from ... import`.

use super::Lowerer;
use crate::bytecode::{Const, Op};
use ruff_python_ast::{StmtImport, StmtImportFrom};
use ruff_text_size::TextRange;
use std::rc::Rc;

impl<'a> Lowerer<'a, '_, '_> {
    pub(super) fn import(&mut self, node: &'a StmtImport) {
        for alias in &node.names {
            let range = node.range;
            let mut parts = alias.name.id.split('.');
            let first = parts.next().unwrap_or("");
            self.import_module(&alias.name.id, Const::None, 0, range);
            let Some(name) = &alias.asname else {
                self.store_name(first, range);
                continue;
            };
            // `import a.b.c as d` gives `a`, from which the way leads down.
            for part in parts {
                let part = self.interner.intern(part);
                let index = self.unit.name(&part);
                self.emit(Op::ImportFrom(index), range);
                self.emit(Op::Swap, range);
                self.emit(Op::Pop, range);
            }
            self.store_name(&name.id, range);
        }
    }

    pub(super) fn import_from(&mut self, node: &'a StmtImportFrom) {
        let range = node.range;
        let names: Rc<[Const]> = node
            .names
            .iter()
            .map(|alias| Const::Str(self.interner.intern(&alias.name.id)))
            .collect();
        let module = node.module.as_ref().map_or("", |module| &module.id);
        self.import_module(module, Const::Tuple(names), node.level, range);
        if let [alias] = &*node.names
            && &*alias.name.id == "*"
        {
            return self.emit(Op::ImportStar, range);
        }
        for alias in &node.names {
            let name = self.interner.intern(&alias.name.id);
            let index = self.unit.name(&name);
            self.emit(Op::ImportFrom(index), range);
            self.store_name(&alias.asname.as_ref().unwrap_or(&alias.name).id, range);
        }
        self.emit(Op::Pop, range);
    }

    fn import_module(&mut self, module: &str, from_list: Const, level: u32, range: TextRange) {
        let module = self.interner.intern(module);
        let index = self.unit.name(&module) as usize;
        let name = self.narrow(index, range);
        let from_list = self.unit.constant(from_list);
        self.emit(
            Op::ImportName {
                name,
                from_list,
                level: u8::try_from(level).unwrap_or(u8::MAX),
            },
            range,
        );
    }
}
