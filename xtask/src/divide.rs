//! Divides the built page's wasm into what a visitor needs at once and what may come later.

mod first_list;
mod glue;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::assets;
use crate::failure::{Failure, Result};
use crate::files::files_below;
use crate::split::{self, Parts};
use crate::tools;
use crate::wasm_opt;

pub use first_list::{read as read_list, write as write_list};

/// A part of the name of the import that brings the rest; see `src/host/rest.rs`.
const DEMAND: &str = "demand";

/// The page's wasm before wasm-bindgen has worked on it.
const LINKED: &str = "switchboard-page.wasm";

/// How Trunk ends the name of the wasm.
const WHOLE: &str = "_bg.wasm";

/// How the build ends the name of the rest.
pub const REST: &str = "_rest.wasm";

/// Divides the wasm in the folder of a page that Trunk has built, and has wasm-opt make both parts small. The files'
/// names follow from their contents, so that a browser never puts together what does not belong together.
pub fn divide_page(folder: &Path) -> Result<()> {
    let whole = find_wasm(folder)?;
    let name = file_name(&whole);
    let stem = name.rsplit_once('-').map_or("page", |(stem, _)| stem);
    let first_names = read_list()?;
    let linked = tools::wasm_folder().join(LINKED);
    let (first, rest) = divide(&whole, &linked, &folder.join("part"), |name| {
        first_names.contains(name)
    })?;
    let script = folder.join(name.replace(WHOLE, ".js"));
    std::fs::write(&first, glue::shorten(&std::fs::read(&first)?, &script)?)?;
    let rest_name = format!("{stem}-{}{REST}", digest(&rest)?);
    let first_name = format!("{stem}-{}{WHOLE}", digest(&first)?);
    std::fs::remove_file(&whole)?;
    std::fs::rename(rest, folder.join(&rest_name))?;
    std::fs::rename(first, folder.join(&first_name))?;
    for snippet in files_below(&folder.join("snippets"))? {
        assets::minify(&snippet)?;
    }
    let index = folder.join("index.html");
    let html = std::fs::read_to_string(&index)?;
    std::fs::write(&index, announce(&html.replace(&name, &first_name), &rest_name)?)?;
    Ok(())
}

/// Divides a module, of which the linker has left another form, and makes both parts small. They stand at `stem` with
/// endings of their own. `is_first` is asked for the readable name of each function.
pub fn divide(
    whole: &Path,
    linked: &Path,
    stem: &Path,
    is_first: impl Fn(&str) -> bool,
) -> Result<(PathBuf, PathBuf)> {
    let (whole, linked) = (std::fs::read(whole)?, std::fs::read(linked)?);
    let Parts { first, rest } = split::split(&whole, &linked, DEMAND, is_first)?;
    Ok((
        small(&first, &stem.with_extension("first.wasm"))?,
        small(&rest, &stem.with_extension("rest.wasm"))?,
    ))
}

/// The one wasm of a page that was built in one piece.
pub fn find_wasm(folder: &Path) -> Result<PathBuf> {
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder)? {
        let path = file?.path();
        if file_name(&path).ends_with(WHOLE) {
            found.push(path);
        }
    }
    match <[PathBuf; 1]>::try_from(found) {
        Ok([path]) => Ok(path),
        Err(found) => Err(Failure::new(format!(
            "{} holds {} files *{WHOLE}, and not one",
            folder.display(),
            found.len()
        ))),
    }
}

fn small(wasm: &[u8], path: &Path) -> Result<PathBuf> {
    let whole = path.with_extension("unoptimised.wasm");
    std::fs::write(&whole, wasm)?;
    wasm_opt::optimise(&whole, path)?;
    std::fs::remove_file(whole)?;
    Ok(path.to_owned())
}

/// The page says in its head where the rest is; `src/host/rest.js` reads it.
fn announce(html: &str, rest: &str) -> Result<String> {
    let line = format!("<meta name=\"switchboard-rest\" content=\"{rest}\" />\n");
    match html.split_once("</head>") {
        Some((head, body)) => Ok(format!("{head}{line}</head>{body}")),
        None => Err(Failure::new("the page has no </head>")),
    }
}

/// A short name for a file's contents.
pub fn digest(path: &Path) -> Result<String> {
    Ok(digest_of(&std::fs::read(path)?))
}

/// A short name for bytes.
pub fn digest_of(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// The last part of a path.
pub fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::announce;

    #[test]
    fn the_page_names_the_rest_in_its_head() {
        let html = announce("<head><title>a</title></head><body></body>", "b_rest.wasm");
        assert_eq!(
            html.ok().as_deref(),
            Some(
                "<head><title>a</title><meta name=\"switchboard-rest\" content=\"b_rest.wasm\" />\n</head><body></body>"
            )
        );
        assert!(announce("<body></body>", "b_rest.wasm").is_err());
    }
}
