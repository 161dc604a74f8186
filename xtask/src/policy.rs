//! What the built page may do, as its browser enforces it: run its own scripts and its wasm, and nothing from elsewhere.

use std::path::Path;

use crate::assets;
use crate::divide;
use crate::failure::{Failure, Result};

/// Styles in attributes are part of how the app draws. Who may show the page in a frame can't be said in a page.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; \
                      img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

/// What the script in the page begins with.
const BEGIN: &str = "static/boot.js";

const OPENING: &str = "<script type=\"module\">";
const CLOSING: &str = "</script>";

/// Writes the policy into the page in a folder, and the script that Trunk puts into the page into a file of its own.
pub fn enforce(folder: &Path) -> Result<()> {
    let index = folder.join("index.html");
    let html = std::fs::read_to_string(&index)?;
    let (before, script, after) = inline_script(&html)?;
    let written = folder.join("boot.js");
    std::fs::write(&written, std::fs::read_to_string(BEGIN)? + script)?;
    assets::minify(&written)?;
    let name = format!("boot-{}.js", divide::digest(&written)?);
    std::fs::rename(&written, folder.join(&name))?;
    let html = format!("{before}<script type=\"module\" src=\"./{name}\"></script>{after}");
    Ok(std::fs::write(index, with_policy(&html)?)?)
}

/// The one script that stands in the page itself, with what stands before and after it.
fn inline_script(html: &str) -> Result<(&str, &str, &str)> {
    let found = html.split_once(OPENING).and_then(|(before, rest)| {
        let (script, after) = rest.split_once(CLOSING)?;
        Some((before, script, after))
    });
    match found {
        Some((before, script, after)) if !after.contains(OPENING) => Ok((before, script, after)),
        _ => Err(Failure::new("the page was to have one script in itself")),
    }
}

/// The policy holds for what comes after it.
fn with_policy(html: &str) -> Result<String> {
    match html.split_once("<head>") {
        Some((before, after)) => Ok(format!(
            "{before}<head>\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\" />{after}"
        )),
        None => Err(Failure::new("the page has no <head>")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_comes_before_all_that_it_is_about() {
        let html = with_policy("<head><script src=\"a.js\"></script></head>").unwrap_or_default();
        assert!(html.find("Content-Security-Policy") < html.find("a.js"));
        assert!(with_policy("<body></body>").is_err());
    }

    #[test]
    fn a_page_with_two_scripts_in_itself_is_refused() {
        let one = format!("a{OPENING}b{CLOSING}c");
        assert!(matches!(inline_script(&one), Ok(("a", "b", "c"))));
        assert!(inline_script(&format!("{one}{one}")).is_err());
    }
}
