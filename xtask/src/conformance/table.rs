//! The report: a table by topic, the differences that are meant to be, and the programs that do not pass yet.

use std::collections::BTreeMap;
use std::fmt::Write;

use switchboard_conformance::{Lists, Verdict};

use super::suite::Judged;

/// Where the part that is worth printing begins.
const TABLE: &str = "| topic |";

/// The whole report as Markdown: the same programs with the same verdicts give the same text.
pub fn markdown(judged: &[Judged], lists: &Lists) -> String {
    let mut text = String::from(
        "# Conformance with CPython 3.13\n\n\
         Written by `cargo xtask conformance --update`. Each program of `tests/conformance/` ran on Switchboard; every line that \
         it prints, the virtual time of each line, its exception and the time of its end are compared with what \
         CPython 3.13 does on an event loop with a virtual clock.\n\n",
    );
    // Writing into a String can't fail.
    let _ = write!(
        text,
        "{TABLE} programs | passing | known differences | open |\n| --- | --- | --- | --- | --- |\n"
    );
    let mut topics: BTreeMap<&str, Counts> = BTreeMap::new();
    let mut all = Counts::default();
    for Judged { program, verdict } in judged {
        topics.entry(&program.topic).or_default().add(verdict);
        all.add(verdict);
    }
    for (topic, counts) in &topics {
        counts.write_row(&mut text, &topic.replace('_', " "));
    }
    all.write_row(&mut text, "**all**");
    text.push_str("\n## Known differences\n\n");
    if lists.known().next().is_none() {
        text.push_str("None.\n");
    }
    for (id, reason) in lists.known() {
        let _ = writeln!(text, "- `{id}`: {reason}");
    }
    text.push_str("\n## Open\n\nThese do not pass yet.\n\n");
    write_open(&mut text, judged);
    text
}

/// The report from its table on, for the terminal.
pub fn section(report: &str) -> &str {
    report.find(TABLE).map_or(report, |start| &report[start..])
}

/// The list of the programs that do not pass yet, as a file of the suite.
pub fn open_list(judged: &[Judged]) -> String {
    let mut text = String::from(
        "# Programs that do not pass yet\n\n\
         Written by `cargo xtask conformance --update`. A program that is not listed here or in \
         `KNOWN_DIFFERENCES.md` has to pass, and one that passes may not be listed.\n\n",
    );
    write_open(&mut text, judged);
    text
}

fn write_open(text: &mut String, judged: &[Judged]) {
    let mut open = judged.iter().filter(|judged| is_open(&judged.verdict)).peekable();
    if open.peek().is_none() {
        text.push_str("None.\n");
    }
    for judged in open {
        let _ = writeln!(text, "- `{}`", judged.program.id());
    }
}

/// Whether it does not pass and is not meant to differ, listed or not.
fn is_open(verdict: &Verdict) -> bool {
    matches!(verdict, Verdict::Open | Verdict::Different(_))
}

#[derive(Default)]
struct Counts {
    passing: usize,
    known: usize,
    open: usize,
}

impl Counts {
    fn add(&mut self, verdict: &Verdict) {
        match verdict {
            Verdict::Same | Verdict::NoLongerDifferent(_) => self.passing += 1,
            Verdict::Known { .. } => self.known += 1,
            Verdict::Different(_) | Verdict::Open => self.open += 1,
        }
    }

    fn write_row(&self, text: &mut String, topic: &str) {
        let Self { passing, known, open } = self;
        let _ = writeln!(
            text,
            "| {topic} | {} | {passing} | {known} | {open} |",
            passing + known + open
        );
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use switchboard_conformance::Program;

    use super::*;

    fn judged(topic: &str, name: &str, verdict: Verdict) -> Judged {
        Judged {
            program: Program {
                topic: topic.to_owned(),
                name: name.to_owned(),
                path: PathBuf::new(),
            },
            verdict,
        }
    }

    #[test]
    fn the_table_counts_by_topic_and_names_what_fails() {
        let verdicts = [
            judged("task_groups", "abort", Verdict::Same),
            judged("task_groups", "order", Verdict::Different("line 1".to_owned())),
            judged(
                "gather",
                "hop",
                Verdict::Known {
                    reason: "sets".to_owned(),
                },
            ),
        ];
        let report = markdown(&verdicts, &Lists::default());
        assert!(report.contains(
            "| gather | 1 | 0 | 1 | 0 |\n| task groups | 2 | 1 | 0 | 1 |\n| **all** | 3 | 1 | 1 | 1 |"
        ));
        assert!(report.contains("- `task_groups/order`\n"));
        assert!(section(&report).starts_with("| topic |"));
        assert!(open_list(&verdicts).ends_with("\n\n- `task_groups/order`\n"));
    }
}
