//! The executor's own code of a turn's four phases, cut out of its source when this is built: what the page shows
//! beside the loop is what runs.

use std::ops::Range;

use switchboard_trace::Phase;

const SOURCE: &str = include_str!("../../executor/src/turn.rs");

/// From the first phase's comment to where the last phase has been handed to the loop over the snapshot.
const PART: Range<usize> = find(SOURCE, "            // Phase 1: ", 0)..find(SOURCE, "    }\n}\n", PHASE_4);
const PHASE_4: usize = find(SOURCE, "            // Phase 4: ", 0);

/// Only the part itself becomes part of the binary.
static CODE: [u8; PART.end - PART.start] = copied(SOURCE.as_bytes(), PART.start);

/// The four phases in their order.
pub const PHASES: [Phase; 4] = [Phase::Bound, Phase::PollIo, Phase::DueTimers, Phase::RunReady];

/// The code of a phase in `Executor::turn`, with its comment.
#[must_use]
pub fn turn_code(phase: Phase) -> String {
    let code = core::str::from_utf8(&CODE).unwrap_or_default();
    let mut pieces = code.split("            // Phase ").skip(1);
    let index = PHASES
        .iter()
        .position(|known| *known == phase)
        .unwrap_or_default();
    let piece = pieces.nth(index).unwrap_or_default();
    let mut indentation = INDENTATION;
    let mut shown = String::from("// Phase ");
    for (at, line) in piece.lines().enumerate() {
        if at > 0 && !line.starts_with(indentation) {
            // The block around the phase ends here; the last phase goes on behind it.
            if phase != Phase::RunReady {
                break;
            }
            let end = line.len() - line.trim_start().len();
            indentation = line.get(..end).unwrap_or_default();
            if line.trim() == "}" {
                continue;
            }
        }
        if at > 0 {
            shown.push('\n');
        }
        shown.push_str(line.strip_prefix(indentation).unwrap_or(line));
    }
    shown
}

/// How deep the phases stand in the function.
const INDENTATION: &str = "            ";

/// Where a text stands in another; the build fails where it does not.
const fn find(text: &str, sought: &str, from: usize) -> usize {
    let (text, sought) = (text.as_bytes(), sought.as_bytes());
    let mut at = from;
    while !begins_at(text, sought, at) {
        at += 1;
        assert!(at < text.len(), "the executor's turn has another form");
    }
    at
}

const fn begins_at(text: &[u8], sought: &[u8], at: usize) -> bool {
    let mut index = 0;
    while index < sought.len() {
        if at + index >= text.len() || text[at + index] != sought[index] {
            return false;
        }
        index += 1;
    }
    true
}

const fn copied<const N: usize>(text: &[u8], start: usize) -> [u8; N] {
    let mut copy = [0; N];
    let mut index = 0;
    while index < N {
        copy[index] = text[start + index];
        index += 1;
    }
    copy
}

/// What a piece of code is, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RustPart {
    Plain,
    Comment,
    Keyword,
    /// A type, a variant or a module's constant: what is written with a capital.
    Type,
}

/// Cuts a line of the executor's code where its colour changes.
#[must_use]
pub fn rust_parts(line: &str) -> Vec<(RustPart, &str)> {
    let code_end = line.find("//").unwrap_or(line.len());
    let (code, comment) = line.split_at(code_end);
    let is_word = |character: char| character.is_alphanumeric() || character == '_';
    let mut parts: Vec<(RustPart, &str)> = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let word = is_word(first);
        let end = rest.find(|next| is_word(next) != word).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        parts.push((kind_of(piece), piece));
        rest = after;
    }
    if !comment.is_empty() {
        parts.push((RustPart::Comment, comment));
    }
    parts
}

fn kind_of(piece: &str) -> RustPart {
    const KEYWORDS: [&str; 10] = [
        "let", "if", "else", "match", "return", "while", "for", "in", "mut", "self",
    ];
    if KEYWORDS.contains(&piece) {
        RustPart::Keyword
    } else if piece.starts_with(|first: char| first.is_uppercase()) {
        RustPart::Type
    } else {
        RustPart::Plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_four_phases_are_found_in_the_executors_source() {
        for (index, phase) in PHASES.into_iter().enumerate() {
            let code = turn_code(phase);
            assert!(code.starts_with(&format!("// Phase {}: ", index + 1)), "{code}");
            assert!(code.lines().count() > 1, "{code}");
        }
        assert!(turn_code(Phase::Bound).contains("this.wait_bound(host)"));
        assert!(turn_code(Phase::PollIo).contains("this.poll_io(host)"));
        assert!(turn_code(Phase::DueTimers).contains("this.move_due_timers()"));
        assert!(turn_code(Phase::RunReady).contains("this.run_snapshot("));
    }

    #[test]
    fn a_line_in_colours_is_the_line() {
        for phase in PHASES {
            for line in turn_code(phase).lines() {
                let joined: String = rust_parts(line).into_iter().map(|(_, text)| text).collect();
                assert_eq!(joined, line);
            }
        }
        assert_eq!(
            rust_parts("let x // y"),
            [
                (RustPart::Keyword, "let"),
                (RustPart::Plain, " "),
                (RustPart::Plain, "x"),
                (RustPart::Plain, " "),
                (RustPart::Comment, "// y")
            ]
        );
    }
}
