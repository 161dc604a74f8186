//! The names of the page's scripts, which follow from their contents: a browser that has kept an older build's script
//! for good never takes it for a newer one's.

use std::path::Path;

use crate::divide;
use crate::failure::{Failure, Result};
use crate::files::files_below;

/// Where wasm-bindgen puts the scripts that the wasm brings along.
const SNIPPETS: &str = "snippets";

/// Renames the scripts of the page in a folder. Trunk has named the page's own one when it was another, and wasm-bindgen
/// names the folders of those that the wasm brings along after the crate alone.
pub fn settle(folder: &Path) -> Result<()> {
    let index = folder.join("index.html");
    let mut html = std::fs::read_to_string(&index)?;
    let script = script_of(folder, &html)?;
    let mut text = std::fs::read_to_string(folder.join(&script))?;
    for entry in std::fs::read_dir(folder.join(SNIPPETS))? {
        let path = entry?.path();
        let old = divide::file_name(&path);
        let new = renamed(&old, &digest_below(&path)?);
        std::fs::rename(&path, path.with_file_name(&new))?;
        // The wasm asks for them by the old name, and gets what the script has imported.
        text = with_imports_from(&text, &old, &new)?;
        html = html.replace(&old, &new);
    }
    std::fs::write(folder.join(&script), text)?;
    let new = format!("{}.js", renamed(&script, &divide::digest(&folder.join(&script))?));
    std::fs::rename(folder.join(&script), folder.join(&new))?;
    Ok(std::fs::write(index, html.replace(&script, &new))?)
}

/// The name of the one script in a folder's root that belongs to the wasm: the page imports it.
fn script_of(folder: &Path, html: &str) -> Result<String> {
    let wasm = divide::file_name(&divide::find_wasm(folder)?);
    let stem = wasm.rsplit_once('-').map_or("", |(stem, _)| stem);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let name = divide::file_name(&entry?.path());
        if name.starts_with(stem) && name.ends_with(".js") && html.contains(&name) {
            found.push(name);
        }
    }
    match <[String; 1]>::try_from(found) {
        Ok([name]) => Ok(name),
        Err(found) => Err(Failure::new(format!(
            "the page was to have one script for its wasm, and has {found:?}"
        ))),
    }
}

/// A script that imports from another folder.
fn with_imports_from(script: &str, old: &str, new: &str) -> Result<String> {
    let import = |name: &str| format!("from\"./{SNIPPETS}/{name}/");
    match script.contains(&import(old)) {
        true => Ok(script.replace(&import(old), &import(new))),
        false => Err(Failure::new(format!(
            "the page's script imports nothing of {old}"
        ))),
    }
}

/// A name with another digest at its end.
fn renamed(name: &str, digest: &str) -> String {
    let stem = name.rsplit_once('-').map_or(name, |(stem, _)| stem);
    format!("{stem}-{digest}")
}

/// A short name for the contents of all files in a folder.
fn digest_below(folder: &Path) -> Result<String> {
    let mut files = files_below(folder)?;
    files.sort();
    let digests: Result<Vec<String>> = files.iter().map(|file| divide::digest(file)).collect();
    Ok(divide::digest_of(digests?.concat().as_bytes()))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    /// A page as the build has it before its scripts are renamed, with this in one of them.
    fn page(name: &str, snippet: &str) -> Result<PathBuf> {
        let folder = std::env::temp_dir().join(format!("switchboard-names-{}-{name}", std::process::id()));
        let inner = folder.join("snippets/page-00/src");
        std::fs::create_dir_all(&inner)?;
        std::fs::write(inner.join("a.js"), snippet)?;
        std::fs::write(folder.join("page-11_bg.wasm"), "")?;
        std::fs::write(
            folder.join("page-22.js"),
            "import*as A from\"./snippets/page-00/src/a.js\";x({\"./snippets/page-00/src/a.js\":A})",
        )?;
        std::fs::write(
            folder.join("index.html"),
            "<script src=page-22.js></script><link href=./snippets/page-00/src/a.js>",
        )?;
        Ok(folder)
    }

    /// What the page says, and what its script says, once they are renamed; the folder is gone then.
    fn settled(name: &str, snippet: &str) -> Result<(String, String)> {
        let folder = page(name, snippet)?;
        settle(&folder)?;
        let html = std::fs::read_to_string(folder.join("index.html"))?;
        let script = std::fs::read_to_string(folder.join(script_of(&folder, &html)?))?;
        let snippet = script.split('"').nth(1).unwrap_or_default();
        assert!(
            script.ends_with("\"./snippets/page-00/src/a.js\":A})"),
            "{script}"
        );
        assert!(folder.join(snippet).is_file(), "{snippet}");
        assert!(html.contains(snippet), "{html}");
        std::fs::remove_dir_all(folder)?;
        Ok((html, script))
    }

    #[test]
    fn a_script_that_changes_changes_its_name_and_that_of_whoever_imports_it() -> Result<()> {
        let (one, other) = (settled("one", "1")?, settled("other", "2")?);
        assert_ne!(one.0, other.0);
        assert_ne!(one.1, other.1);
        assert_eq!(one, settled("same", "1")?);
        assert!(
            !one.0.contains("page-22.") && !one.0.contains("page-00/"),
            "{}",
            one.0
        );
        Ok(())
    }
}
