//! Where a run departs from its golden.

use crate::document::{Document, Exit, Line};

/// Times closer than this are the same, in seconds: both sides count nanoseconds and print fractions.
const TOLERANCE: f64 = 1e-9;

/// The first difference in words, or None when the two agree.
///
/// Compared are every line's text, stream and time, the exit, and when it came. A golden's deadlock or limit has no
/// message to compare, and a line number counts only where the golden has one.
#[must_use]
pub fn difference(golden: &Document, actual: &Document) -> Option<String> {
    let longest = golden.output.len().max(actual.output.len());
    let lines = (0..longest).find_map(|index| {
        let (expected, found) = (golden.output.get(index), actual.output.get(index));
        let differ =
            !matches!((expected, found), (Some(expected), Some(found)) if same_line(expected, found));
        differ.then(|| {
            format!(
                "line {}: expected {}, found {}",
                index + 1,
                shown(expected),
                shown(found)
            )
        })
    });
    lines
        .or_else(|| exit_difference(&golden.exit, &actual.exit))
        .or_else(|| {
            let differ = !same_time(golden.elapsed, actual.elapsed);
            differ.then(|| format!("it ends at {} s, expected {} s", actual.elapsed, golden.elapsed))
        })
}

fn same_line(expected: &Line, found: &Line) -> bool {
    expected.text == found.text && expected.stream == found.stream && same_time(expected.time, found.time)
}

fn same_time(expected: f64, found: f64) -> bool {
    (expected - found).abs() <= TOLERANCE
}

fn exit_difference(expected: &Exit, found: &Exit) -> Option<String> {
    let same_message = expected.message.is_none() || expected.message == found.message;
    let same_line = expected.line.is_none() || expected.line == found.line;
    let same = expected.ok == found.ok && expected.kind == found.kind && same_message && same_line;
    (!same).then(|| {
        format!(
            "exit: expected {}, found {}",
            shown_exit(expected),
            shown_exit(found)
        )
    })
}

fn shown(line: Option<&Line>) -> String {
    line.map_or_else(
        || "nothing".to_owned(),
        |line| format!("{:?} on {} at {} s", line.text, line.stream, line.time),
    )
}

fn shown_exit(exit: &Exit) -> String {
    let kind = exit
        .kind
        .as_deref()
        .unwrap_or(if exit.ok { "success" } else { "failure" });
    let message = exit
        .message
        .as_deref()
        .map(|message| format!(" {message:?}"))
        .unwrap_or_default();
    let line = exit
        .line
        .map(|line| format!(" in line {line}"))
        .unwrap_or_default();
    format!("{kind}{message}{line}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(json: &str) -> Document {
        Document::parse(json).unwrap()
    }

    fn hello(time: f64) -> Document {
        document(&format!(
            r#"{{"output":[{{"t":{time},"stream":"stdout","text":"hello"}}],"exit":{{"ok":true}},"elapsed":2.0}}"#
        ))
    }

    fn ended(exit: &str) -> Document {
        document(&format!(r#"{{"output":[],"exit":{exit},"elapsed":0.0}}"#))
    }

    #[test]
    fn times_within_a_nanosecond_are_the_same() {
        assert_eq!(difference(&hello(1.5), &hello(1.500_000_000_5)), None);
        assert!(
            difference(&hello(1.5), &hello(1.500_001))
                .unwrap()
                .contains("line 1")
        );
    }

    #[test]
    fn a_missing_line_and_one_too_many_are_differences() {
        let mut shorter = hello(1.0);
        shorter.output.clear();
        assert!(
            difference(&hello(1.0), &shorter)
                .unwrap()
                .ends_with("found nothing")
        );
        assert!(
            difference(&shorter, &hello(1.0))
                .unwrap()
                .contains("expected nothing")
        );
    }

    #[test]
    fn the_exception_and_its_line_are_compared() {
        let golden = ended(r#"{"ok":false,"type":"ValueError","message":"no","line":3}"#);
        assert_eq!(difference(&golden, &golden), None);
        let elsewhere = ended(r#"{"ok":false,"type":"ValueError","message":"no","line":4}"#);
        assert!(difference(&golden, &elsewhere).unwrap().contains("in line 4"));
        assert!(
            difference(&golden, &ended(r#"{"ok":true}"#))
                .unwrap()
                .contains("found success")
        );
    }

    #[test]
    fn a_deadlock_is_compared_by_its_type_and_time() {
        let golden = ended(r#"{"ok":false,"type":"Deadlock"}"#);
        assert_eq!(
            difference(
                &golden,
                &ended(r#"{"ok":false,"type":"Deadlock","message":"all wait"}"#)
            ),
            None
        );
    }

    #[test]
    fn the_time_of_the_end_is_compared() {
        let mut later = hello(1.0);
        later.elapsed = 3.0;
        assert!(difference(&hello(1.0), &later).unwrap().contains("ends at 3 s"));
    }
}
