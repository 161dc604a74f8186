//! Compiles what the page runs first, so that it runs before the parser is there: the first program, and the modules
//! that it imports.

use std::error::Error;
use std::path::Path;

use switchboard_python::library_text;
use switchboard_python::syntax::rust_of;

const FIRST_PROGRAM: &str = "../../static/first_program.py";

/// What `import asyncio` runs.
const MODULES: [&str; 2] = ["asyncio", "asyncio.runners"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={FIRST_PROGRAM}");
    let mut frozen = vec![rust_of(
        &std::fs::read_to_string(FIRST_PROGRAM)?,
        "FIRST_PROGRAM",
    )?];
    for name in MODULES {
        let text = library_text(name).ok_or_else(|| format!("there is no module {name}"))?;
        let gives_text = format!("switchboard_python::library_text({name:?}).unwrap_or_default()");
        frozen.push(rust_of(text, &gives_text)?);
    }
    let path = Path::new(&std::env::var("OUT_DIR")?).join("frozen.rs");
    Ok(std::fs::write(path, format!("&[{}]", frozen.join(",\n")))?)
}
