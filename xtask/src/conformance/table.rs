//! The report: a table by topic, and the differences that are meant to be.

use std::collections::BTreeMap;
use std::fmt::Write;

use switchboard_conformance::{KnownDifferences, Verdict};

use super::suite::Judged;

/// Where the part that is worth printing begins.
const TABLE: &str = "| topic |";

/// The whole report as Markdown: the same programs with the same verdicts give the same text.
pub fn markdown(judged: &[Judged], known: &KnownDifferences) -> String {
    let mut text = String::from(
        "# Conformance with CPython 3.13\n\n\
         Written by `cargo xtask conformance`. Each program of `tests/conformance/` ran on Switchboard; every line that \
         it prints, the virtual time of each line, its exception and the time of its end are compared with what \
         CPython 3.13 does on an event loop with a virtual clock.\n\n",
    );
    // Writing into a String can't fail.
    let _ = write!(
        text,
        "{TABLE} programs | same | known difference | different |\n| --- | --- | --- | --- | --- |\n"
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
    if known.iter().next().is_none() {
        text.push_str("None.\n");
    }
    for (id, reason) in known.iter() {
        let _ = writeln!(text, "- `{id}`: {reason}");
    }
    write_failures(&mut text, judged);
    text
}

/// The report from its table on, for the terminal.
pub fn section(report: &str) -> &str {
    report.find(TABLE).map_or(report, |start| &report[start..])
}

fn write_failures(text: &mut String, judged: &[Judged]) {
    let failures: Vec<&Judged> = judged.iter().filter(|judged| !judged.verdict.is_fine()).collect();
    if failures.is_empty() {
        return;
    }
    text.push_str("\n## Different\n\n");
    for failure in failures {
        let _ = writeln!(text, "- `{}`", failure.program.id());
    }
}

#[derive(Default)]
struct Counts {
    same: usize,
    known: usize,
    different: usize,
}

impl Counts {
    fn add(&mut self, verdict: &Verdict) {
        match verdict {
            Verdict::Same => self.same += 1,
            Verdict::Known { .. } => self.known += 1,
            Verdict::Different(_) | Verdict::NoLongerDifferent => self.different += 1,
        }
    }

    fn write_row(&self, text: &mut String, topic: &str) {
        let Self {
            same,
            known,
            different,
        } = self;
        let _ = writeln!(
            text,
            "| {topic} | {} | {same} | {known} | {different} |",
            same + known + different
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
        let report = markdown(&verdicts, &KnownDifferences::default());
        assert!(report.contains(
            "| gather | 1 | 0 | 1 | 0 |\n| task groups | 2 | 1 | 0 | 1 |\n| **all** | 3 | 1 | 1 | 1 |"
        ));
        assert!(report.contains("- `task_groups/order`\n"));
        assert!(section(&report).starts_with("| topic |"));
    }
}
