//! `switchboard check`.

use crate::{run, source};
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;
use switchboard_python::syntax::{self, Diagnostic, LineIndex, Severity};

/// Prints what the front end has to say about a program, each with its line and a mark below it.
pub fn check(file: &Path) -> ExitCode {
    run::exit_with(match source::read(file) {
        Ok(text) => report(&text, &file.display().to_string()),
        Err(error) => error.print(),
    })
}

fn report(text: &str, name: &str) -> io::Result<u8> {
    let compiled = syntax::compile(text, name);
    let mut out = io::stdout().lock();
    for diagnostic in &compiled.diagnostics {
        out.write_all(shown(diagnostic, text, &compiled.lines, name).as_bytes())?;
    }
    out.flush()?;
    let fails = compiled.diagnostics.iter().any(|d| d.severity == Severity::Error);
    Ok(u8::from(fails))
}

/// A diagnostic as compilers show it.
fn shown(diagnostic: &Diagnostic, text: &str, lines: &LineIndex, name: &str) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let Diagnostic {
        line,
        column,
        message,
        code,
        ..
    } = diagnostic;
    let mut out = format!("{name}:{line}:{column}: {severity}: {message} [{code}]\n");
    // Writing into a String can't fail.
    if let Some(source) = text.lines().nth((*line as usize).saturating_sub(1)) {
        let before = (*column as usize).saturating_sub(1);
        let (end_line, end_column) = lines.position(text, diagnostic.span.end);
        let end = match end_line == *line {
            true => (end_column as usize).saturating_sub(1),
            // It goes on below: marked is the rest of the line.
            false => source.chars().count(),
        };
        // Tabs stay tabs, so that the mark stands below its place.
        let indent: String = source
            .chars()
            .chain(std::iter::repeat(' '))
            .take(before)
            .map(|c| if c == '\t' { '\t' } else { ' ' })
            .collect();
        let mark = "^".repeat(end.saturating_sub(before).max(1));
        let _ = writeln!(out, "    {source}\n    {indent}{mark}");
    }
    if let Some(hint) = &diagnostic.hint {
        let _ = writeln!(out, "    hint: {hint}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(text: &str) -> String {
        let compiled = syntax::compile(text, "a.py");
        let found = compiled.diagnostics.iter();
        found.map(|d| shown(d, text, &compiled.lines, "a.py")).collect()
    }

    #[test]
    fn a_mistake_is_shown_with_its_line_and_a_mark_below_it() {
        assert_eq!(
            checked("if True:\n\treturn 1\n"),
            "a.py:2:2: error: 'return' outside function [syntax-error]\n    \treturn 1\n    \t^^^^^^^^\n"
        );
    }

    #[test]
    fn a_program_without_mistakes_has_nothing_to_show() {
        assert_eq!(checked("print(1)\n"), "");
    }
}
