//! The service worker of the built page: it keeps the page for visits without network.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::assets;
use crate::failure::Result;
use crate::files::files_below;

/// Its name in the page's folder, from where it may answer for all that lies there.
const SCRIPT: &str = "service-worker.js";

/// What lies in the folder and no browser asks for: the picture that stands for links, and types.
const NOT_KEPT: [&str; 3] = [SCRIPT, "preview.png", ".d.ts"];

/// Writes it for the page in a folder. Its text changes whenever a file of the page does, since it names the build.
pub fn write(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    for path in files_below(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy();
        let name = name.replace(std::path::MAIN_SEPARATOR, "/");
        if !NOT_KEPT.iter().any(|other| name.ends_with(other)) {
            files.push((name, std::fs::read(&path)?));
        }
    }
    files.sort();
    let script = folder.join(SCRIPT);
    let source = std::fs::read_to_string(Path::new("static").join(SCRIPT))?;
    std::fs::write(&script, constants(&files) + &source)?;
    assets::minify(&script)
}

/// The build's name, and the files by their addresses.
fn constants(files: &[(String, Vec<u8>)]) -> String {
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    let address = |name: &String| match name.as_str() {
        "index.html" => "./".to_owned(),
        other => other.to_owned(),
    };
    let names: Vec<String> = files.iter().map(|(name, _)| address(name)).collect();
    format!(
        "const BUILD = \"{:016x}\";\nconst FILES = {names:?};\n",
        hasher.finish()
    )
}

#[cfg(test)]
mod tests {
    use super::constants;

    fn files(contents: &str) -> Vec<(String, Vec<u8>)> {
        vec![
            ("a.js".to_owned(), contents.into()),
            ("index.html".to_owned(), vec![]),
        ]
    }

    #[test]
    fn the_page_is_kept_under_the_address_that_people_open() {
        assert!(constants(&files("1")).ends_with("const FILES = [\"a.js\", \"./\"];\n"));
    }

    #[test]
    fn a_change_of_a_file_makes_another_build() {
        assert_eq!(constants(&files("1")), constants(&files("1")));
        assert_ne!(constants(&files("1")), constants(&files("2")));
    }
}
