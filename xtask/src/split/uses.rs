//! What a function's body refers to.

use std::collections::BTreeSet;
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode};
use wasmparser::FunctionBody;

use crate::failure::Result;

/// The indices that a function's body, or several of them, mention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    /// Functions that are called.
    pub functions: BTreeSet<u32>,
    /// Tables.
    pub tables: BTreeSet<u32>,
    /// Memories.
    pub memories: BTreeSet<u32>,
    /// Globals.
    pub globals: BTreeSet<u32>,
    /// Something that can't be shared between modules: a segment of data or elements, an exception's tag.
    pub something_private: bool,
}

impl Uses {
    /// What this body refers to.
    pub fn of(body: &FunctionBody<'_>) -> Result<Self> {
        let mut uses = Self::default();
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            uses.parse_instruction(&mut reader)?;
        }
        Ok(uses)
    }

    /// Adds what another body refers to.
    pub fn extend(&mut self, other: &Self) {
        self.functions.extend(&other.functions);
        self.tables.extend(&other.tables);
        self.memories.extend(&other.memories);
        self.globals.extend(&other.globals);
        self.something_private |= other.something_private;
    }
}

/// Re-encoding meets every index; here nothing is done with the code that comes out.
impl Reencode for Uses {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> std::result::Result<u32, Error> {
        self.functions.insert(function);
        Ok(function)
    }

    fn table_index(&mut self, table: u32) -> std::result::Result<u32, Error> {
        self.tables.insert(table);
        Ok(table)
    }

    fn memory_index(&mut self, memory: u32) -> std::result::Result<u32, Error> {
        self.memories.insert(memory);
        Ok(memory)
    }

    fn global_index(&mut self, global: u32) -> std::result::Result<u32, Error> {
        self.globals.insert(global);
        Ok(global)
    }

    fn data_index(&mut self, data: u32) -> std::result::Result<u32, Error> {
        self.something_private = true;
        Ok(data)
    }

    fn element_index(&mut self, element: u32) -> std::result::Result<u32, Error> {
        self.something_private = true;
        Ok(element)
    }

    fn tag_index(&mut self, tag: u32) -> std::result::Result<u32, Error> {
        self.something_private = true;
        Ok(tag)
    }

    fn instruction<'a>(
        &mut self,
        operator: wasmparser::Operator<'a>,
    ) -> std::result::Result<wasm_encoder::Instruction<'a>, Error> {
        // A function that is taken as a value must be declared beforehand in the module that does so.
        self.something_private |= matches!(operator, wasmparser::Operator::RefFunc { .. });
        wasm_encoder::reencode::utils::instruction(self, operator)
    }
}
