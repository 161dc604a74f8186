//! A module with other names for what it imports.

use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::ImportSectionReader;

use crate::failure::Result;

/// The same module, in which each import of a module and a name has the name that `rename` gives it, if any.
pub fn with_imports_renamed(
    wasm: &[u8],
    rename: impl FnMut(&str, &str) -> Option<String>,
) -> Result<Vec<u8>> {
    let mut module = Module::new();
    Rename(rename).parse_core_module(&mut module, wasmparser::Parser::new(0), wasm)?;
    Ok(module.finish())
}

struct Rename<F>(F);

impl<F: FnMut(&str, &str) -> Option<String>> Reencode for Rename<F> {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> std::result::Result<(), Error> {
        for import in section.into_imports() {
            let import = import?;
            let renamed = self.0(import.module, import.name);
            let name = renamed.as_deref().unwrap_or(import.name);
            imports.import(import.module, name, self.entity_type(import.ty)?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::with_imports_renamed;

    #[test]
    fn an_import_has_the_name_that_it_is_given() {
        let wasm = wat::parse_str(r#"(module (import "a" "f" (func)) (import "b" "f" (func)))"#);
        let wasm = wasm.expect("this is wat");
        let renamed = with_imports_renamed(&wasm, |module, name| (module == "a").then(|| format!("{name}1")));
        let expected = wat::parse_str(r#"(module (import "a" "f1" (func)) (import "b" "f" (func)))"#);
        assert_eq!(renamed.ok(), expected.ok());
    }
}
