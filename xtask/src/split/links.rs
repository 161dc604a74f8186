//! What the rest imports from the first part.

use std::collections::HashSet;

use wasm_encoder::ExportKind;

use super::original::Original;
use super::plan::Plan;

/// The module name of the rest's imports: they are the first part's exports.
pub const FIRST: &str = "first";

/// The export that says whether the rest is there: a global, 0 or 1, which no original module has.
pub const IS_THERE: &str = "rest is there";

/// An export of the first part that is there for the rest.
#[derive(Clone, Debug)]
pub struct Link {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: ExportKind,
    /// Its index in the original module.
    pub index: u32,
}

/// Finds short names for what the rest needs. The order is that in which it is exported and imported.
pub fn links(original: &Original<'_>, plan: &Plan) -> Vec<Link> {
    let used: HashSet<&str> = original.exports.iter().map(|export| export.name).collect();
    let names = (0_u32..)
        .map(|number| number.to_string())
        .filter(|name| !used.contains(name.as_str()));
    let kinds = [
        (ExportKind::Memory, &plan.lent.memories),
        (ExportKind::Table, &plan.lent.tables),
        (ExportKind::Global, &plan.lent.globals),
        (ExportKind::Func, &plan.lent.functions),
    ];
    let wanted = kinds
        .into_iter()
        .flat_map(|(kind, indices)| indices.iter().map(move |&index| (kind, index)));
    names
        .zip(wanted)
        .map(|(name, (kind, index))| Link { name, kind, index })
        .collect()
}
