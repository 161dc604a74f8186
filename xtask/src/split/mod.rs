//! Splits a wasm module in two: a first part with the functions that most programs need, and the rest, which is
//! loaded when there is time or when it is called.
//!
//! Binaryen's wasm-split does the same. It is no part of the npm package that wasm-opt comes with.

mod data;
mod demand;
mod first;
mod linked;
mod links;
mod mark;
mod original;
mod plan;
mod rename;
mod rest;
mod spans;
mod strip;
#[cfg(test)]
mod tests;
mod text;
mod uses;
use crate::failure::Result;
use data::DataUses;
use demand::Demand;
use original::Original;
use plan::Plan;

pub use mark::{function_of, marked};
pub use rename::with_imports_renamed;
pub use strip::without_relocations;

/// A module in two parts.
#[derive(Debug)]
pub struct Parts {
    /// To be instantiated in place of the original.
    pub first: Vec<u8>,
    /// To be instantiated with the first part's exports.
    pub rest: Vec<u8>,
}

/// Splits a module. `linked` is the same one as the linker has left it, with its relocations. `is_first` is asked for
/// the readable name of each function; `demand` is a part of the name of the import that brings the rest.
pub fn split(wasm: &[u8], linked: &[u8], demand: &str, is_first: impl Fn(&str) -> bool) -> Result<Parts> {
    let original = Original::read(wasm)?;
    let data = DataUses::read(linked)?;
    let plan = Plan::new(&original, &data, |function| {
        // Nothing tells whether a function without a name is the one that it was in the last build. There are few.
        original.name(function).is_none_or(|name| is_first(&name))
    })?;
    let links = links::links(&original, &plan);
    let demand = Demand::find(&original, demand)?;
    Ok(Parts {
        first: first::first(&original, &plan, &links, &demand)?,
        rest: rest::rest(&original, &plan, &links)?,
    })
}

/// The readable name of each function that has one, by its index.
pub fn names(wasm: &[u8]) -> Result<Vec<Option<String>>> {
    let original = Original::read(wasm)?;
    Ok((0..original.functions.len() as u32)
        .map(|function| original.name(function))
        .collect())
}
