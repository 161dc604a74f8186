//! A module in which every function leaves a mark when it is called.

use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, ConstExpr, ExportKind, ExportSection, GlobalSection, GlobalType, ValType};
use wasmparser::FunctionBody;

use super::original::Original;
use crate::failure::Result;

/// What the name of each mark begins with; the function's index follows.
const PREFIX: &str = "called ";

/// The same module, which exports a global for each function that has a body: 1 once it has been called.
pub fn marked(wasm: &[u8]) -> Result<Vec<u8>> {
    let original = Original::read(wasm)?;
    let mut marker = Marker {
        first_mark: original.globals.len() as u32,
        functions: original.defined(),
        next: 0,
    };
    let mut module = wasm_encoder::Module::new();
    marker.parse_core_module(&mut module, wasmparser::Parser::new(0), wasm)?;
    Ok(module.finish())
}

/// The function whose mark has this name.
pub fn function_of(mark: &str) -> Option<u32> {
    mark.strip_prefix(PREFIX)?.parse().ok()
}

struct Marker {
    /// The index of the first function's mark.
    first_mark: u32,
    /// All functions that have a body.
    functions: std::ops::Range<u32>,
    /// How many bodies are written.
    next: u32,
}

impl Reencode for Marker {
    type Error = Infallible;

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: wasmparser::GlobalSectionReader<'_>,
    ) -> std::result::Result<(), Error> {
        wasm_encoder::reencode::utils::parse_global_section(self, globals, section)?;
        let kind = GlobalType {
            val_type: ValType::I32,
            mutable: true,
            shared: false,
        };
        for _ in self.functions.clone() {
            globals.global(kind, &ConstExpr::i32_const(0));
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: wasmparser::ExportSectionReader<'_>,
    ) -> std::result::Result<(), Error> {
        wasm_encoder::reencode::utils::parse_export_section(self, exports, section)?;
        for (function, mark) in self.functions.clone().zip(self.first_mark..) {
            exports.export(&format!("{PREFIX}{function}"), ExportKind::Global, mark);
        }
        Ok(())
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> std::result::Result<(), Error> {
        let mut function = self.new_function_with_parsed_locals(&body)?;
        function
            .instructions()
            .i32_const(1)
            .global_set(self.first_mark + self.next);
        self.next += 1;
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            function.instruction(&self.parse_instruction(&mut reader)?);
        }
        code.function(&function);
        Ok(())
    }
}
