//! The module that is split, read as far as the split needs to know it.

use std::collections::HashMap;

use wasmparser::{
    ConstExpr, CustomSectionReader, Data, DataKind, Element, ElementItems, ElementKind, Export, FuncType,
    FunctionBody, GlobalType, ImportSectionReader, KnownCustom, MemoryType, Name, Operator, Parser, Payload,
    SectionLimited, Table, TableType, TypeRef, TypeSectionReader,
};

use crate::failure::{Failure, Result};

/// A module, section by section. Everything that has an index is listed with the imported ones first.
#[derive(Default)]
pub struct Original<'a> {
    /// The section of types, to be copied.
    pub type_section: Option<TypeSectionReader<'a>>,
    /// All of them: the module has functions only, no structures.
    pub types: Vec<FuncType>,
    /// The section of imports, to be copied.
    pub import_section: Option<ImportSectionReader<'a>>,
    /// Module and name of each imported function.
    pub imported_functions: Vec<(&'a str, &'a str)>,
    /// The type of each function.
    pub functions: Vec<u32>,
    /// The type of each table.
    pub tables: Vec<TableType>,
    /// The tables that the module makes.
    pub defined_tables: Vec<Table<'a>>,
    /// The type of each memory.
    pub memories: Vec<MemoryType>,
    /// How many memories are imported.
    pub imported_memories: usize,
    /// The type of each global.
    pub globals: Vec<GlobalType>,
    /// The globals that the module makes.
    pub defined_globals: Vec<wasmparser::Global<'a>>,
    /// Its exports.
    pub exports: Vec<Export<'a>>,
    /// The function that runs when the module is instantiated.
    pub start: Option<u32>,
    /// The segments that fill its tables.
    pub elements: Vec<Element<'a>>,
    /// The number of data segments, where the module says so ahead.
    pub data_count: Option<u32>,
    /// The body of each function that is not imported.
    pub bodies: Vec<FunctionBody<'a>>,
    /// The segments that fill its memory.
    pub data: Vec<Data<'a>>,
    /// What wasm-opt and debuggers want to know, without the names.
    pub custom_sections: Vec<CustomSectionReader<'a>>,
    /// The names of functions, as the linker left them.
    pub names: HashMap<u32, &'a str>,
}

impl<'a> Original<'a> {
    /// Reads a module.
    pub fn read(wasm: &'a [u8]) -> Result<Self> {
        let mut original = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            original.take(payload?)?;
        }
        Ok(original)
    }

    /// How many functions are imported: the index of the first that has a body.
    pub fn imported(&self) -> u32 {
        self.imported_functions.len() as u32
    }

    /// The indices of the functions that have a body.
    pub fn defined(&self) -> std::ops::Range<u32> {
        self.imported()..self.functions.len() as u32
    }

    /// The body of a function that has one.
    pub fn body(&self, function: u32) -> Option<&FunctionBody<'a>> {
        let index = function.checked_sub(self.imported())?;
        self.bodies.get(index as usize)
    }

    /// The function's name, readable and without the compiler's hash, so that it is the same in the next build. What
    /// wasm-bindgen makes has none.
    pub fn name(&self, function: u32) -> Option<String> {
        let name = self.names.get(&function)?;
        Some(without_number(&format!("{:#}", rustc_demangle::demangle(name))).to_owned())
    }

    /// The table through which functions are called, if the module makes one.
    pub fn function_table(&self) -> Option<u32> {
        let imported = self.tables.len() - self.defined_tables.len();
        let index = self.tables[imported..]
            .iter()
            .position(|table| table.element_type.is_func_ref())?;
        Some((imported + index) as u32)
    }

    /// Where functions stand in the function table, as far as that is known before the module is instantiated.
    pub fn places(&self) -> Result<Vec<(u32, u32)>> {
        let mut places = Vec::new();
        for element in &self.elements {
            let Some((functions, start)) = self.row(element)? else {
                continue;
            };
            for (function, place) in functions.into_iter().zip(start..) {
                places.push((function?, place));
            }
        }
        Ok(places)
    }

    /// The functions that an element segment puts into a row of the function table, and the row's first place.
    pub fn row(&self, element: &Element<'a>) -> Result<Option<(SectionLimited<'a, u32>, u32)>> {
        let ElementKind::Active {
            table_index,
            offset_expr,
        } = &element.kind
        else {
            return Ok(None);
        };
        let ElementItems::Functions(functions) = &element.items else {
            return Ok(None);
        };
        if Some(table_index.unwrap_or(0)) != self.function_table() {
            return Ok(None);
        }
        Ok(constant(offset_expr)?.map(|start| (functions.clone(), start)))
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::TypeSection(section) => {
                self.types = section
                    .clone()
                    .into_iter_err_on_gc_types()
                    .collect::<std::result::Result<_, _>>()?;
                self.type_section = Some(section);
            }
            Payload::ImportSection(section) => {
                for import in section.clone().into_imports() {
                    let import = import?;
                    self.take_import(import.module, import.name, import.ty)?;
                }
                self.import_section = Some(section);
            }
            Payload::FunctionSection(section) => self.functions.extend(all(section)?),
            Payload::TableSection(section) => {
                self.defined_tables = all(section)?;
                self.tables
                    .extend(self.defined_tables.iter().map(|table| table.ty));
            }
            Payload::MemorySection(section) => self.memories.extend(all(section)?),
            Payload::GlobalSection(section) => {
                self.defined_globals = all(section)?;
                self.globals
                    .extend(self.defined_globals.iter().map(|global| global.ty));
            }
            Payload::ExportSection(section) => self.exports = all(section)?,
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(section) => self.elements = all(section)?,
            Payload::DataCountSection { count, .. } => self.data_count = Some(count),
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::DataSection(section) => self.data = all(section)?,
            Payload::CustomSection(section) => self.take_custom(section)?,
            Payload::Version { .. } | Payload::CodeSectionStart { .. } | Payload::End(_) => {}
            other => {
                return Err(Failure::new(format!("split: what is this section? {other:?}")));
            }
        }
        Ok(())
    }

    fn take_import(&mut self, module: &'a str, name: &'a str, kind: TypeRef) -> Result<()> {
        match kind {
            TypeRef::Func(kind) => {
                self.imported_functions.push((module, name));
                self.functions.push(kind);
            }
            TypeRef::Table(table) => self.tables.push(table),
            TypeRef::Memory(memory) => {
                self.memories.push(memory);
                self.imported_memories += 1;
            }
            TypeRef::Global(global) => self.globals.push(global),
            other => return Err(Failure::new(format!("split: what is this import? {other:?}"))),
        }
        Ok(())
    }

    fn take_custom(&mut self, section: CustomSectionReader<'a>) -> Result<()> {
        let names = match section.as_known() {
            KnownCustom::Name(names) => names,
            // They tell about a module that is no longer there.
            KnownCustom::Linking(_) | KnownCustom::Reloc(_) => return Ok(()),
            _ => {
                self.custom_sections.push(section);
                return Ok(());
            }
        };
        for name in names {
            if let Name::Function(functions) = name? {
                for naming in functions {
                    let naming = naming?;
                    self.names.insert(naming.index, naming.name);
                }
            }
        }
        Ok(())
    }
}

/// Where a data segment goes, if that is known before the module is instantiated.
pub fn address_of(kind: &DataKind<'_>) -> Result<Option<u32>> {
    match kind {
        DataKind::Active { offset_expr, .. } => constant(offset_expr),
        DataKind::Passive => Ok(None),
    }
}

fn constant(expression: &ConstExpr<'_>) -> Result<Option<u32>> {
    Ok(match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Some(value as u32),
        _ => None,
    })
}

fn all<'a, T: wasmparser::FromReader<'a>>(section: SectionLimited<'a, T>) -> Result<Vec<T>> {
    Ok(section.into_iter().collect::<std::result::Result<_, _>>()?)
}

/// LLVM tells functions of one name apart by numbers, as in `write_str.1947`, which are others in each build.
fn without_number(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((name, number)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            name
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_in_every_build() {
        assert_eq!(
            without_number("alloc::string::write_str.1947"),
            "alloc::string::write_str"
        );
        assert_eq!(without_number("a::b::{closure#0}"), "a::b::{closure#0}");
        assert_eq!(without_number("ends with."), "ends with.");
    }
}
