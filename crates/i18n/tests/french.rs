//! What holds for all French texts, found where they stand in the source.

use std::fs;
use std::path::{Path, PathBuf};

/// The French texts of a file as they are written there: of a whole file of French, else of functions that give
/// French, and of lines that name the language.
fn french(file: &Path) -> Vec<String> {
    let is_french = file.ends_with("fr.rs");
    let mut is_within = false;
    let mut texts = Vec::new();
    for line in fs::read_to_string(file).expect("a source file").lines() {
        if line.contains("fn french") {
            is_within = true;
        } else if line == "    }" {
            is_within = false;
        }
        let code = line.trim_start();
        if (is_french || is_within || line.contains("Lang::Fr")) && !code.starts_with("//") {
            let literals = code.split('"').skip(1).step_by(2);
            texts.extend(literals.map(|text| text.replace("\\u{a0}", "\u{a0}")));
        }
    }
    texts
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of sources");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] })
        .collect()
}

#[test]
fn signs_stay_with_the_word_before_them_in_french() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let texts: Vec<_> = sources(&folder).iter().flat_map(|file| french(file)).collect();
    assert!(texts.len() > 500, "only {} texts", texts.len());
    let can_break = |text: &&String| {
        let before_sign = [" :", " ;", " !", " ?", " »"];
        before_sign.iter().any(|sign| text.contains(sign)) || text.contains("« ")
    };
    assert_eq!(
        texts.iter().filter(can_break).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
}

#[test]
fn signs_have_a_space_before_them_in_french() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let is_bare = |text: &String| {
        let words = text.split_whitespace().filter(|word| word.chars().count() > 1);
        // Names of Python and addresses have colons of their own.
        words
            .filter(|word| word.starts_with(char::is_alphabetic) && !word.contains("://"))
            .any(|word| word.ends_with([';', '!', '?']) || word.ends_with(':'))
    };
    let texts = sources(&folder).into_iter().flat_map(|file| french(&file));
    assert_eq!(texts.filter(is_bare).collect::<Vec<_>>(), Vec::<String>::new());
}
