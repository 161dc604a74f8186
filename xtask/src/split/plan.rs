//! Which function goes where, and what the two parts need of each other.

use std::collections::{BTreeMap, BTreeSet, HashMap};
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
    /// Those of them that are called through the function table, each with its places there.
    pub placed: BTreeMap<u32, Vec<u32>>,
    /// Those of them that the first part can call, and so demand: it does through the first of their places.
    pub demanded: BTreeSet<u32>,
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
        let mut placed: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let mut at: HashMap<u32, u32> = HashMap::new();
        for (function, place) in original.places()? {
            at.insert(place, function);
            if deferred.contains(&function) {
                placed.entry(function).or_default().push(place);
            }
        }
        let name = |function: &u32| original.names.get(function).copied();
        let kept = original.defined().zip(&original.bodies);
        let kept = kept.filter(|(function, _)| !deferred.contains(function));
        let named = kept.map(|(function, body)| (name(&function), body));
        let out_of_reach = data.out_of_reach(named, |place| name(at.get(&place)?))?;
        let can_be_pointed_to =
            |function: &&u32| name(function).is_none_or(|name| !out_of_reach.functions.contains(name));
        let mut demanded: BTreeSet<u32> = placed.keys().filter(can_be_pointed_to).copied().collect();
        for &function in first.functions.intersection(&deferred) {
            demanded.insert(function);
            placed.entry(function).or_insert_with(|| {
                table_size += 1;
                vec![(table_size - 1) as u32]
            });
        }
        let deferred_data = out_of_reach.data;
        if !deferred_data.is_empty() {
            lent.memories.insert(0);
        }
        Ok(Self {
            deferred_data,
            deferred,
            placed,
            demanded,
            lent,
            function_table,
            table_size,
        })
    }
}

/// What exports, the start, tables and globals refer to: all of that stays in the first part. Who is in the function
/// table is another matter: see [`Plan::placed`].
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
        if original.row(element)?.is_none() {
            uses.parse_element(&mut ElementSection::new(), element.clone())?;
        }
    }
    Ok(uses)
}
