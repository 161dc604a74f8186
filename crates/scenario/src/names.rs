//! Which names coroutines, locks and queues can have.

/// Why a name can't be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameProblem {
    Empty,
    /// It has another character than letters, digits and `_`, or begins with a digit.
    Character,
    /// Python or the program needs it for something else.
    Taken,
}

/// Whether a name can be given to a coroutine, a lock or a queue. Python would take more: these are the names with
/// which no program goes wrong.
pub fn check_name(name: &str) -> Result<(), NameProblem> {
    if name.is_empty() {
        return Err(NameProblem::Empty);
    }
    let begins_well = name.starts_with(|first: char| first == '_' || is_letter(first));
    if !begins_well || !name.chars().all(is_name_character) {
        return Err(NameProblem::Character);
    }
    // A task is called after its coroutine, with this ending.
    if RESERVED.contains(&name) || name.ends_with("_task") || name.starts_with("__") {
        return Err(NameProblem::Taken);
    }
    Ok(())
}

/// Whether a character can stand in a name.
pub(crate) fn is_name_character(character: char) -> bool {
    character == '_' || character.is_ascii_digit() || is_letter(character)
}

/// Letters that Python leaves as they are: it would take others apart (NFKC), so that two spellings were one name.
fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic() || matches!(character, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ')
}

/// Python's keywords, and the names that generated programs use themselves.
const RESERVED: [&str; 54] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "asyncio",
    "time", "main", "compute", "download", "print", "range", "number", "count", "item", "task", "tasks",
    "group", "seconds", "end", "_", // Not keywords everywhere, but confusing in a lecture.
    "match", "case", "type",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_python_leaves_alone() {
        for name in ["fetch", "fetch_2", "télécharger", "_idle", "Größe"] {
            assert_eq!(check_name(name), Ok(()), "{name}");
        }
        for (name, problem) in [
            ("", NameProblem::Empty),
            ("2nd", NameProblem::Character),
            ("a b", NameProblem::Character),
            ("ﬁle", NameProblem::Character),
            ("a-b", NameProblem::Character),
            ("main", NameProblem::Taken),
            ("await", NameProblem::Taken),
            ("fetch_task", NameProblem::Taken),
        ] {
            assert_eq!(check_name(name), Err(problem), "{name}");
        }
    }
}
