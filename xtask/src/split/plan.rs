//! Which function goes where, and what the two parts need of each other.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasm_encoder::reencode::Reencode;
use wasm_encoder::{ElementSection, GlobalSection, TableSection};
use wasmparser::ExternalKind;

use super::data::DataUses;
use super::original::Original;
use super::uses::Uses;
use crate::failure::{Failure, Result};

/// How a module is to be split.
#[derive(Debug)]
pub struct Plan {
    /// The functions whose bodies go to the rest.
    pub deferred: BTreeSet<u32>,
    /// Those of them that the first part refers to, each with its places in the function table. The first part calls
    /// it through the first of them.
    pub demanded: BTreeMap<u32, Vec<u32>>,
    /// What the rest refers to that is not its own.
    pub lent: Uses,
    /// The table through which functions are called.
    pub function_table: u32,
    /// How large that table has to be.
    pub table_size: u64,
    /// The addresses of the data that only the rest needs.
    pub deferred_data: Vec<Range<u32>>,
}

impl Plan {
    /// Defers every function that is not wanted first, where that can be done, and with them all data that only they
    /// refer to.
    pub fn new(original: &Original<'_>, data: &DataUses, is_first: impl Fn(u32) -> bool) -> Result<Self> {
        let function_table = original
            .function_table()
            .ok_or_else(|| Failure::new("split: the module makes no function table"))?;
        let mut deferred = BTreeSet::new();
        let mut lent = Uses::default();
        let mut first = uses_outside_of_bodies(original)?;
        for (function, body) in original.defined().zip(&original.bodies) {
            let uses = Uses::of(body)?;
            if is_first(function) || uses.something_private {
                first.extend(&uses);
            } else {
                deferred.insert(function);
                lent.extend(&uses);
            }
        }
        lent.functions.retain(|function| !deferred.contains(function));
        lent.tables.insert(function_table);

        let mut table_size = original.tables[function_table as usize].initial;
        let mut demanded: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (function, place) in original.places()? {
            if deferred.contains(&function) {
                demanded.entry(function).or_default().push(place);
            }
        }
        for &function in first.functions.intersection(&deferred) {
            demanded.entry(function).or_insert_with(|| {
                table_size += 1;
                vec![(table_size - 1) as u32]
            });
        }
        let kept = original.defined().zip(&original.bodies);
        let kept = kept.filter(|(function, _)| !deferred.contains(function));
        let named = kept.map(|(function, body)| (original.names.get(&function).copied(), body));
        let deferred_data = data.out_of_reach(named)?;
        if !deferred_data.is_empty() {
            lent.memories.insert(0);
        }
        Ok(Self {
            deferred_data,
            deferred,
            demanded,
            lent,
            function_table,
            table_size,
        })
    }
}

/// What exports, the start, tables, globals and element segments refer to: all of that stays in the first part.
fn uses_outside_of_bodies(original: &Original<'_>) -> Result<Uses> {
    let mut uses = Uses::default();
    for export in &original.exports {
        if export.kind == ExternalKind::Func {
            uses.functions.insert(export.index);
        }
    }
    uses.functions.extend(original.start);
    for table in &original.defined_tables {
        uses.parse_table(&mut TableSection::new(), table.clone())?;
    }
    for global in &original.defined_globals {
        uses.parse_global(&mut GlobalSection::new(), global.clone())?;
    }
    for element in &original.elements {
        uses.parse_element(&mut ElementSection::new(), element.clone())?;
    }
    Ok(uses)
}
