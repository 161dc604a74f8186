//! Programs that must end soon with an exception or a clear message, whatever they try.

/// The table of programs.
const TABLE: &str = include_str!("../../../tests/bad_input.txt");

/// A program and how it must end.
#[derive(Debug)]
pub struct BadInput {
    /// Its name in reports.
    pub name: String,
    /// The bytes of its file.
    pub source: Vec<u8>,
    /// What the process exits with.
    pub code: i32,
    /// What its last message begins with: on standard output if all went well, else on standard error.
    pub message: String,
}

/// Those of the table, and those that are too large or too odd to stand there.
#[must_use]
pub fn programs() -> Vec<BadInput> {
    table(TABLE).into_iter().chain(generated()).collect()
}

fn table(text: &str) -> Vec<BadInput> {
    let blocks = text.split("\n=== ").skip(1);
    let programs = blocks.filter_map(|block| {
        let (name, rest) = block.split_once('\n')?;
        let (source, end) = rest.split_once("\n--- ")?;
        let end = end.lines().next()?;
        let (code, message) = end.split_once(' ').unwrap_or((end, ""));
        Some(BadInput {
            name: name.to_owned(),
            source: format!("{source}\n").into_bytes(),
            code: code.parse().ok()?,
            message: message.to_owned(),
        })
    });
    programs.collect()
}

fn generated() -> Vec<BadInput> {
    const DEEP: usize = 100_000;
    let refused = |name: &str, source: Vec<u8>, message: &str| BadInput {
        name: name.to_owned(),
        source,
        code: 1,
        message: message.to_owned(),
    };
    let text = |parts: &[&str]| parts.concat().into_bytes();
    let nested = "SyntaxError: too many nested";
    vec![
        refused(
            "source-of-5-MB",
            "x = 1\n".repeat((5 << 20) / 6).into_bytes(),
            "SyntaxError: the source is larger than 2 MB",
        ),
        refused(
            "line-of-5-MB",
            text(&["x = [", &"1,".repeat((5 << 20) / 2), "]\n"]),
            "SyntaxError: the source is larger than 2 MB",
        ),
        refused("open-brackets", "[".repeat(DEEP).into_bytes(), nested),
        refused(
            "brackets",
            text(&["x = ", &"[".repeat(DEEP), &"]".repeat(DEEP), "\n"]),
            nested,
        ),
        refused(
            "parentheses",
            text(&["x = ", &"(".repeat(DEEP), "1", &")".repeat(DEEP), "\n"]),
            nested,
        ),
        refused("minus-signs", text(&["x = ", &"-".repeat(DEEP), "1\n"]), nested),
        refused("sum", text(&["x = 1", &" + 1".repeat(DEEP), "\n"]), nested),
        refused("attributes", text(&["x", &".x".repeat(DEEP), "\n"]), nested),
        refused("calls", text(&["x", &"()".repeat(DEEP), "\n"]), nested),
        refused(
            "lambdas",
            text(&["x = ", &"lambda: ".repeat(DEEP), "1\n"]),
            nested,
        ),
        refused("negations", text(&["x = ", &"not ".repeat(DEEP), "1\n"]), nested),
        refused(
            "conditions",
            text(&["x = 1", &" if x else 1".repeat(DEEP), "\n"]),
            nested,
        ),
        refused(
            "indentation",
            (0..1000)
                .map(|level| format!("{}if x:\n", " ".repeat(level)))
                .collect::<String>()
                .into_bytes(),
            "IndentationError: too many levels of indentation",
        ),
        refused(
            "null-byte",
            b"x = 1\0\n".to_vec(),
            "SyntaxError: source code cannot contain null bytes",
        ),
        refused(
            "invalid-utf-8",
            b"x = '\xff\xfe'\n".to_vec(),
            "SyntaxError: Non-UTF-8 code starting with '\\xff'",
        ),
        refused(
            "unterminated-string",
            text(&["x = '", &"a".repeat(1 << 20), "\n"]),
            "SyntaxError: unterminated string literal",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_program_of_the_table_has_a_name_of_its_own_and_an_end() {
        let programs = programs();
        assert_eq!(
            table(TABLE).len(),
            TABLE.matches("\n=== ").count(),
            "a program has no end"
        );
        let mut names: Vec<&str> = programs.iter().map(|program| program.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), programs.len());
    }
}
