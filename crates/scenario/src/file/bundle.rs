//! Many scenario files as one text, such as a gallery that is fetched in one go.

/// Between two files: a character that no text has any use for.
const SEPARATOR: char = '\u{1e}';

/// One text of all these files, each with a name of one line.
#[must_use]
pub fn bundle<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut bundle = String::new();
    for (name, text) in files {
        if !bundle.is_empty() {
            bundle.push(SEPARATOR);
        }
        bundle.extend([name, "\n", text]);
    }
    bundle
}

/// The files of such a text, each with its name.
pub fn unbundle(bundle: &str) -> impl Iterator<Item = (&str, &str)> {
    bundle.split(SEPARATOR).filter_map(|entry| entry.split_once('\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_come_out_of_a_bundle_as_they_went_in() {
        let files = [("one", "---\n---\n"), ("two", ""), ("three", "a\n\nb")];
        let bundled = bundle(files);
        assert_eq!(unbundle(&bundled).collect::<Vec<_>>(), files);
        assert_eq!(unbundle(&bundle([])).count(), 0);
    }
}
