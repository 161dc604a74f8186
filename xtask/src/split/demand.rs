//! How the first part has the rest brought.

use wasmparser::ValType;

use super::original::Original;
use crate::failure::{Failure, Result};

/// A part of the name of wasm-bindgen's import that gives a module its own exports.
const EXPORTS: &str = "__wbindgen_exports";

/// The imported function that the first part calls to have the rest instantiated, at once.
pub enum Demand<'a> {
    /// One of the original's imports. It is given the first part's exports where it takes them: they come from another
    /// import, so that no function of the module has to run, which might itself be in the rest.
    Imported {
        /// The function.
        demand: u32,
        /// The function that gives the exports, if they are asked for.
        exports: Option<u32>,
    },
    /// There is none in the original: it is added.
    New {
        /// Where it is imported from.
        module: &'a str,
        /// Its name there.
        name: &'a str,
    },
}

impl<'a> Demand<'a> {
    /// The import whose name contains this one.
    pub fn find(original: &Original<'_>, name: &'a str) -> Result<Self> {
        let Some(demand) = import(original, name) else {
            return Ok(Self::New { module: "env", name });
        };
        let exports = match parameters(original, demand) {
            [] => None,
            [ValType::Ref(kind)] if kind.is_extern_ref() => Some(
                import(original, EXPORTS)
                    .ok_or_else(|| Failure::new(format!("split: the module does not import `{EXPORTS}`")))?,
            ),
            other => return Err(Failure::new(format!("split: `{name}` takes {other:?}"))),
        };
        Ok(Self::Imported { demand, exports })
    }
}

fn import(original: &Original<'_>, name: &str) -> Option<u32> {
    let mut imports = original.imported_functions.iter();
    let index = imports.position(|(_, import)| import.contains(name))?;
    Some(index as u32)
}

fn parameters<'a>(original: &'a Original<'_>, function: u32) -> &'a [ValType] {
    let kind = original.functions[function as usize];
    original.types[kind as usize].params()
}
