//! The JavaScript between the browser and the wasm, which wasm-bindgen writes: made small.

use std::path::Path;

use crate::assets;
use crate::failure::{Failure, Result};
use crate::split;

/// How the wasm calls its glue: the ending of a module's name.
const GLUE: &str = "_bg.js";

/// Gives the functions that the wasm imports from its glue short names, in both, and minifies the glue. The names that
/// wasm-bindgen gives tell each function's type and a digest, which nobody reads and nothing compresses.
pub fn shorten(wasm: &[u8], glue: &Path) -> Result<Vec<u8>> {
    let mut text = std::fs::read_to_string(glue)?;
    let mut missing = Vec::new();
    let mut count = 0;
    let wasm = split::with_imports_renamed(wasm, |module, name| {
        if !module.ends_with(GLUE) {
            return None;
        }
        count += 1;
        let short = format!("f{count}");
        match replaced(&text, name, &short) {
            Some(new) => text = new,
            None => missing.push(name.to_owned()),
        }
        Some(short)
    })?;
    if !missing.is_empty() {
        let missing = missing.join(", ");
        return Err(Failure::new(format!(
            "the glue does not define these once: {missing}"
        )));
    }
    std::fs::write(glue, text)?;
    assets::minify(glue)?;
    Ok(wasm)
}

/// The glue with another name for one of the properties that it defines, if it defines it once.
fn replaced(glue: &str, name: &str, short: &str) -> Option<String> {
    let definition = format!(" {name}: ");
    match glue.matches(&definition).count() {
        1 => Some(glue.replace(&definition, &format!(" {short}: "))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn a_definition_is_renamed_and_a_longer_name_is_left_alone() {
        let glue = "{ __wbg_go_1: function() {}, __wbg_go_12: x }";
        assert_eq!(
            replaced(glue, "__wbg_go_1", "f1").as_deref(),
            Some("{ f1: function() {}, __wbg_go_12: x }")
        );
    }

    #[test]
    fn a_name_that_the_glue_does_not_define_is_told() {
        assert_eq!(replaced("{ a: 1 }", "b", "f1"), None);
    }
}
