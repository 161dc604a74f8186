//! Diagnostics as CPython prints them.

use super::diagnostic::{Diagnostic, Severity};

/// What CPython writes to stderr for a syntax error or a SyntaxWarning, with a line break at the end. `line` is the
/// text of the line that the diagnostic is on.
#[must_use]
pub fn report(found: &Diagnostic, file_name: &str, line: &str) -> String {
    let shown = line.trim();
    let (exception, message) = (found.exception, &found.message);
    match found.severity {
        Severity::Warning => {
            format!("{file_name}:{}: {exception}: {message}\n  {shown}\n", found.line)
        }
        Severity::Error => {
            let carets = carets(found, line);
            let place = format!("  File \"{file_name}\", line {}\n    {shown}\n", found.line);
            format!("{place}{carets}{exception}: {message}\n")
        }
    }
}

/// The line of carets under the text. None if the error is in the indentation, which is not shown.
fn carets(found: &Diagnostic, line: &str) -> String {
    let indentation = line.chars().count() - line.trim_start().chars().count();
    let at = (found.column as usize).saturating_sub(1);
    let Some(blanks) = at.checked_sub(indentation) else {
        return String::new();
    };
    let length = (found.span.end - found.span.start) as usize;
    let start = line
        .char_indices()
        .nth(at)
        .map_or(line.len(), |(offset, _)| offset);
    let marked = line.get(start..).unwrap_or("").trim_end();
    let width = marked
        .char_indices()
        .take_while(|(offset, _)| *offset < length)
        .count()
        .max(1);
    format!("    {}{}\n", " ".repeat(blanks), "^".repeat(width))
}

#[cfg(test)]
mod tests {
    use super::report;
    use crate::syntax::compile;

    fn printed(source: &str) -> String {
        let compiled = compile(source, "case.py");
        let found = compiled.diagnostics.first().expect("there is something to say");
        report(found, "case.py", compiled.lines.text(source, found.line))
    }

    #[test]
    fn errors_are_underlined_and_warnings_are_one_line() {
        assert_eq!(
            printed("if x:\n    y = (ä b)\n"),
            "  File \"case.py\", line 2\n    y = (ä b)\n         ^^^\n\
             SyntaxError: invalid syntax. Perhaps you forgot a comma?\n"
        );
        assert_eq!(
            printed("x = 1\n  y = 2\n"),
            "  File \"case.py\", line 2\n    y = 2\nIndentationError: unexpected indent\n"
        );
        assert_eq!(
            printed("if x:\n    y is 1\n"),
            "case.py:2: SyntaxWarning: \"is\" with 'int' literal. Did you mean \"==\"?\n  y is 1\n"
        );
    }
}
