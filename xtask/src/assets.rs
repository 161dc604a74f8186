//! What the page needs beside its wasm, made small by esbuild: style sheets and the editor, each bundled into one file,
//! scripts that stand by themselves, and the gallery.

use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::gallery;
use crate::process::{command, run};
use crate::tools;

/// Where index.html finds the bundles; Trunk does not watch it.
const FOLDER: &str = "target/page";

/// The sources, and the names of their bundles.
const BUNDLES: [(&str, &str); 3] = [
    ("static/styles/page.css", "page.css"),
    ("static/styles/later.css", "later.css"),
    ("static/editor/editor.js", "editor.js"),
];

/// The bundle that has the page's colours.
const COLOURS: &str = "page.css";

/// How the rule begins that has the colours of the dark theme, in a style sheet that was made small.
const DARK: &str = ":root[data-theme=dark]{";

/// Scripts from `static/` that other pages or the browser ask for by these names.
const SCRIPTS: [&str; 5] = [
    "blocks.js",
    "bridge.js",
    "offline.js",
    "player.js",
    "reveal-plugin.js",
];

/// Bundles everything; takes a fraction of a second.
pub fn bundle() -> Result<()> {
    tools::ensure_npm_packages()?;
    std::fs::create_dir_all(FOLDER)?;
    std::fs::write(Path::new(FOLDER).join("gallery.txt"), gallery::bundle()?)?;
    BUNDLES.iter().try_for_each(|(source, name)| {
        let bundle = Path::new(FOLDER).join(name);
        run(esbuild(Path::new(source), &bundle).args(["--bundle", "--format=esm"]))
    })?;
    let colours = Path::new(FOLDER).join(COLOURS);
    std::fs::write(&colours, dark_as_the_system(&std::fs::read_to_string(&colours)?)?)?;
    SCRIPTS.iter().try_for_each(|name| {
        let source = Path::new("static").join(name);
        run(&mut esbuild(&source, &Path::new(FOLDER).join(name)))
    })
}

/// A style sheet whose dark theme also holds where the system is dark, unless somebody has chosen the light one. The
/// colours stand in the sources once.
fn dark_as_the_system(css: &str) -> Result<String> {
    let rule = css.split_once(DARK).and_then(|(before, rest)| {
        let (colours, after) = rest.split_once('}')?;
        Some((before, colours, after))
    });
    match rule {
        Some((before, colours, after)) if !after.contains(DARK) => Ok(format!(
            "{before}{DARK}{colours}}}@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{colours}}}}}{after}"
        )),
        _ => Err(Failure::new(
            "the page's styles were to have one rule for the dark theme",
        )),
    }
}

/// Minifies a script in its place.
pub fn minify(script: &Path) -> Result<()> {
    run(esbuild(script, script).arg("--allow-overwrite"))
}

/// Makes a source small, for the browsers that the page is for.
fn esbuild(source: &Path, result: &Path) -> Command {
    let mut esbuild = command("esbuild");
    esbuild
        .arg(source)
        .args(["--minify", "--target=es2022", "--log-level=warning"])
        .arg(format!("--outfile={}", result.display()));
    esbuild
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dark_theme_holds_where_the_system_is_dark() -> Result<()> {
        let css = "a{b:c}:root[data-theme=dark]{--ink:#fff}d{e:f}";
        let expected = "a{b:c}:root[data-theme=dark]{--ink:#fff}\
                        @media (prefers-color-scheme:dark){:root:not([data-theme=light]){--ink:#fff}}d{e:f}";
        assert_eq!(dark_as_the_system(css)?, expected);
        assert!(dark_as_the_system("a{b:c}").is_err());
        assert!(dark_as_the_system(&css.repeat(2)).is_err());
        Ok(())
    }
}
