//! The names of functions, for those who look into a part before wasm-opt takes them out.

use std::collections::{BTreeMap, HashMap};

use wasm_encoder::{NameMap, NameSection};

use super::original::Original;

/// The original's names at their new indices.
pub fn name_section(original: &Original<'_>, index: &HashMap<u32, u32>) -> NameSection {
    let named: BTreeMap<u32, &str> = index
        .iter()
        .filter_map(|(old, new)| Some((*new, *original.names.get(old)?)))
        .collect();
    let mut names = NameMap::new();
    for (index, name) in named {
        names.append(index, name);
    }
    let mut section = NameSection::new();
    section.functions(&names);
    section
}
