//! The rest: the deferred functions, which put themselves into their places in the first part's table.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, Function,
    FunctionSection, GlobalType, ImportSection, Module, StartSection, TypeSection, ValType,
};

use super::data::pieces;
use super::links::{FIRST, IS_THERE, Link};
use super::original::Original;
use super::plan::Plan;
use super::text::name_section;
use crate::failure::Result;

/// Writes the rest.
pub fn rest(original: &Original<'_>, plan: &Plan, links: &[Link]) -> Result<Vec<u8>> {
    let mut map = Map::new(plan, links);
    let mut module = Module::new();

    let mut types = TypeSection::new();
    if let Some(section) = &original.type_section {
        map.parse_type_section(&mut types, section.clone())?;
    }
    let start_type = types.len();
    types.ty().function([], []);
    module.section(&types);

    let mut imports = ImportSection::new();
    let flag = GlobalType {
        val_type: ValType::I32,
        mutable: true,
        shared: false,
    };
    for link in links {
        imports.import(FIRST, &link.name, map.entity(original, plan, link)?);
    }
    imports.import(FIRST, IS_THERE, EntityType::Global(flag));
    let is_there = map.globals.len() as u32;
    module.section(&imports);

    let mut functions = FunctionSection::new();
    for &function in &plan.deferred {
        functions.function(original.functions[function as usize]);
    }
    functions.function(start_type);
    module.section(&functions);

    let start = map.functions.len() as u32;
    module.section(&StartSection {
        function_index: start,
    });
    module.section(&map.elements(plan)?);

    let mut code = CodeSection::new();
    for body in plan
        .deferred
        .iter()
        .filter_map(|&function| original.body(function))
    {
        map.parse_function_body(&mut code, body.clone())?;
    }
    let mut arrive = Function::new([]);
    arrive.instructions().i32_const(1).global_set(is_there).end();
    code.function(&arrive);
    module.section(&code);

    let mut data = DataSection::new();
    for segment in &original.data {
        for piece in pieces(segment, &plan.deferred_data)? {
            let address = ConstExpr::i32_const(piece.address as i32);
            data.active(0, &address, piece.bytes.iter().copied());
        }
    }
    module.section(&data);

    for section in &original.custom_sections {
        module.section(&map.custom_section(section.clone())?);
    }
    module.section(&name_section(original, &map.functions));
    Ok(module.finish())
}

/// The new index of all that the rest has or borrows.
#[derive(Default)]
struct Map {
    functions: HashMap<u32, u32>,
    tables: HashMap<u32, u32>,
    memories: HashMap<u32, u32>,
    globals: HashMap<u32, u32>,
}

impl Map {
    fn new(plan: &Plan, links: &[Link]) -> Self {
        let mut map = Self::default();
        for link in links {
            let indices = match link.kind {
                ExportKind::Table => &mut map.tables,
                ExportKind::Memory => &mut map.memories,
                ExportKind::Global => &mut map.globals,
                ExportKind::Func | ExportKind::Tag => &mut map.functions,
            };
            indices.insert(link.index, indices.len() as u32);
        }
        for &function in &plan.deferred {
            map.functions.insert(function, map.functions.len() as u32);
        }
        map
    }

    /// What the rest says about something that it borrows.
    fn entity(&mut self, original: &Original<'_>, plan: &Plan, link: &Link) -> Result<EntityType> {
        let index = link.index as usize;
        Ok(match link.kind {
            ExportKind::Table => {
                let mut table = original.tables[index];
                if link.index == plan.function_table {
                    table.initial = plan.table_size;
                    table.maximum = table.maximum.map(|maximum| maximum.max(plan.table_size));
                }
                EntityType::Table(self.table_type(table)?)
            }
            ExportKind::Memory => EntityType::Memory(self.memory_type(original.memories[index])?),
            ExportKind::Global => EntityType::Global(self.global_type(original.globals[index])?),
            ExportKind::Func | ExportKind::Tag => EntityType::Function(original.functions[index]),
        })
    }

    /// One segment for each row of neighbouring places.
    fn elements(&mut self, plan: &Plan) -> Result<ElementSection> {
        let mut by_place = BTreeMap::new();
        for (&function, places) in &plan.placed {
            for &place in places {
                by_place.insert(place, self.function_index(function)?);
            }
        }
        let table = self.table_index(plan.function_table)?;
        let mut rows: Vec<(u32, Vec<u32>)> = Vec::new();
        for (place, function) in by_place {
            match rows.last_mut() {
                Some((first, row)) if *first + row.len() as u32 == place => row.push(function),
                _ => rows.push((place, vec![function])),
            }
        }
        let mut elements = ElementSection::new();
        for (first, row) in rows {
            let table = (table != 0).then_some(table);
            let functions = Elements::Functions(Cow::Owned(row));
            elements.active(table, &ConstExpr::i32_const(first as i32), functions);
        }
        Ok(elements)
    }
}

impl Reencode for Map {
    type Error = Infallible;

    // The plan lends all that is referred to; an index out of range makes the module invalid.

    fn function_index(&mut self, function: u32) -> std::result::Result<u32, Error> {
        Ok(self.functions.get(&function).copied().unwrap_or(u32::MAX))
    }

    fn table_index(&mut self, table: u32) -> std::result::Result<u32, Error> {
        Ok(self.tables.get(&table).copied().unwrap_or(u32::MAX))
    }

    fn memory_index(&mut self, memory: u32) -> std::result::Result<u32, Error> {
        Ok(self.memories.get(&memory).copied().unwrap_or(u32::MAX))
    }

    fn global_index(&mut self, global: u32) -> std::result::Result<u32, Error> {
        Ok(self.globals.get(&global).copied().unwrap_or(u32::MAX))
    }
}
