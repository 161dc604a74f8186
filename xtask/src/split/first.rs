//! The first part: the original module without the deferred bodies.
//!
//! A deferred function that the first part refers to is there as a thunk, which has the same type:
//!
//! ```wat
//! (func $thunk (param ...) (result ...)
//!   local.get ...        ;; all parameters
//!   i32.const PLACE
//!   call $arrived        ;; PLACE again, and the rest is there
//!   call_indirect (type ...))
//! ```
//!
//! When the rest is instantiated it puts its functions into their places. So each thunk that stood in the function
//! table is called once at most, and the others find what they call.

use std::collections::HashMap;
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, DataCountSection, DataSection, ElementSection, EntityType, ExportKind,
    ExportSection, Function, FunctionSection, GlobalSection, GlobalType, ImportSection, MemorySection,
    Module, StartSection, TableSection, TypeSection, ValType,
};
use wasmparser::FuncType;

use super::data::pieces;
use super::demand::Demand;
use super::links::{IS_THERE, Link};
use super::original::Original;
use super::plan::Plan;
use super::text::name_section;
use crate::failure::Result;

/// Writes the first part.
pub fn first(original: &Original<'_>, plan: &Plan, links: &[Link], demand: &Demand<'_>) -> Result<Vec<u8>> {
    let layout = Layout::new(original, plan, demand);
    let mut map = Map(&layout);
    let mut module = Module::new();

    let mut types = TypeSection::new();
    if let Some(section) = &original.type_section {
        map.parse_type_section(&mut types, section.clone())?;
    }
    let demand_type = types.len();
    types.ty().function([], []);
    let arrived_type = types.len();
    types.ty().function([ValType::I32], [ValType::I32]);
    module.section(&types);

    let mut imports = ImportSection::new();
    if let Some(section) = &original.import_section {
        map.parse_import_section(&mut imports, section.clone())?;
    }
    if let Demand::New { module, name } = demand {
        imports.import(module, name, EntityType::Function(demand_type));
    }
    module.section(&imports);

    let mut functions = FunctionSection::new();
    for &function in layout.kept.iter().chain(&plan.demanded) {
        functions.function(original.functions[function as usize]);
    }
    functions.function(arrived_type);
    module.section(&functions);

    let mut tables = TableSection::new();
    let imported_tables = original.tables.len() - original.defined_tables.len();
    for (index, table) in original.defined_tables.iter().enumerate() {
        let mut table = table.clone();
        if index + imported_tables == plan.function_table as usize {
            table.ty.initial = plan.table_size;
            table.ty.maximum = table.ty.maximum.map(|maximum| maximum.max(plan.table_size));
        }
        map.parse_table(&mut tables, table)?;
    }
    module.section(&tables);

    let mut memories = MemorySection::new();
    for memory in &original.memories[original.imported_memories..] {
        memories.memory(map.memory_type(*memory)?);
    }
    module.section(&memories);

    let mut globals = GlobalSection::new();
    for global in &original.defined_globals {
        map.parse_global(&mut globals, global.clone())?;
    }
    let is_there = original.globals.len() as u32;
    globals.global(
        GlobalType {
            val_type: ValType::I32,
            mutable: true,
            shared: false,
        },
        &ConstExpr::i32_const(0),
    );
    module.section(&globals);

    let mut exports = ExportSection::new();
    for export in &original.exports {
        map.parse_export(&mut exports, *export)?;
    }
    exports.export(IS_THERE, ExportKind::Global, is_there);
    for link in links {
        let index = match link.kind {
            ExportKind::Func => map.function_index(link.index)?,
            _ => link.index,
        };
        exports.export(&link.name, link.kind, index);
    }
    module.section(&exports);

    if let Some(start) = original.start {
        module.section(&StartSection {
            function_index: map.function_index(start)?,
        });
    }

    let mut elements = ElementSection::new();
    for element in &original.elements {
        map.parse_element(&mut elements, element.clone())?;
    }
    module.section(&elements);

    if let Some(count) = original.data_count {
        module.section(&DataCountSection { count });
    }

    let mut code = CodeSection::new();
    for body in layout.kept.iter().filter_map(|&function| original.body(function)) {
        map.parse_function_body(&mut code, body.clone())?;
    }
    for &function in &plan.demanded {
        let kind = original.functions[function as usize];
        let Some(&place) = plan.placed.get(&function).and_then(|places| places.first()) else {
            continue;
        };
        code.function(&layout.thunk(&original.types[kind as usize], kind, place, plan.function_table));
    }
    code.function(&layout.arrived_body(is_there));
    module.section(&code);

    let mut data = DataSection::new();
    for segment in &original.data {
        let mut bytes = segment.data.to_vec();
        for piece in pieces(segment, &plan.deferred_data)? {
            // wasm-opt leaves out what is 0 anyway.
            bytes[piece.offset..piece.offset + piece.bytes.len()].fill(0);
        }
        let segment = wasmparser::Data {
            data: &bytes,
            ..segment.clone()
        };
        map.parse_data(&mut data, segment)?;
    }
    module.section(&data);
    for section in &original.custom_sections {
        module.section(&map.custom_section(section.clone())?);
    }
    module.section(&name_section(original, &layout.index));
    Ok(module.finish())
}

/// Where functions stand in the first part.
struct Layout {
    /// The functions with their own bodies.
    kept: Vec<u32>,
    /// The new index of each function that the first part refers to.
    index: HashMap<u32, u32>,
    /// The function that waits for the rest. It also keeps the places in the function table of those that nobody can
    /// call before.
    arrived: u32,
    /// The imported functions that bring it, to be called in this order: what one gives the next one takes.
    demand: Vec<u32>,
}

impl Layout {
    fn new(original: &Original<'_>, plan: &Plan, demand: &Demand<'_>) -> Self {
        let kept: Vec<u32> = original
            .defined()
            .filter(|function| !plan.deferred.contains(function))
            .collect();
        let (demand, imported) = match demand {
            Demand::Imported { demand, exports } => (
                exports.iter().chain([demand]).copied().collect(),
                original.imported(),
            ),
            Demand::New { .. } => (vec![original.imported()], original.imported() + 1),
        };
        let imports = (0..original.imported()).map(|function| (function, function));
        let defined = kept.iter().chain(&plan.demanded).copied().zip(imported..);
        let arrived = imported + (kept.len() + plan.demanded.len()) as u32;
        let index: HashMap<u32, u32> = imports.chain(defined).collect();
        Self {
            kept,
            index,
            arrived,
            demand,
        }
    }

    /// Gives its place back once the rest is there.
    fn arrived_body(&self, is_there: u32) -> Function {
        let mut body = Function::new([]);
        let mut code = body.instructions();
        code.global_get(is_there).i32_eqz().if_(BlockType::Empty);
        for &function in &self.demand {
            code.call(function);
        }
        code.end().local_get(0).end();
        body
    }

    fn thunk(&self, signature: &FuncType, kind: u32, place: u32, table: u32) -> Function {
        let mut body = Function::new([]);
        let mut code = body.instructions();
        for parameter in 0..signature.params().len() as u32 {
            code.local_get(parameter);
        }
        code.i32_const(place as i32)
            .call(self.arrived)
            .call_indirect(table, kind)
            .end();
        body
    }
}

/// Everything but functions keeps its index.
struct Map<'a>(&'a Layout);

impl Reencode for Map<'_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> std::result::Result<u32, Error> {
        // The plan demands all that is called: the others stand in the function table alone.
        Ok(self.0.index.get(&function).copied().unwrap_or(self.0.arrived))
    }
}
