//! Writes a scenario file.

use std::fmt::{self, Write};

use super::entry::Quoted;
use crate::scenario::{Anchor, Attempt, Machine, Pin, Pinned, Question, Rate, Scenario};

/// The scenario as Markdown. What has its default value is left out; without anything else it is the program alone.
#[must_use]
pub fn to_markdown(scenario: &Scenario) -> String {
    let mut text = String::new();
    // A String takes all that is written to it.
    let _ = write(&mut text, scenario);
    text
}

fn write(text: &mut String, scenario: &Scenario) -> fmt::Result {
    let Scenario {
        title,
        program,
        machine: Machine { seed, cost_ns },
        rate,
        panels,
        step,
        notes,
        pins,
        attempt,
    } = scenario;
    writeln!(text, "---")?;
    if !title.is_empty() {
        writeln!(text, "title: {}", Quoted(title))?;
    }
    if *seed != Machine::default().seed {
        writeln!(text, "seed: {seed}")?;
    }
    if *cost_ns != Machine::default().cost_ns {
        writeln!(text, "cost-ns: {cost_ns}")?;
    }
    match rate {
        None => {}
        Some(Rate::Instant) => writeln!(text, "rate: instant")?,
        Some(Rate::Live(thousandths)) => writeln!(text, "rate: {}", f64::from(*thousandths) / 1000.0)?,
    }
    if !panels.is_empty() {
        let names: Vec<&str> = panels.iter().map(|panel| panel.name()).collect();
        writeln!(text, "panels: {}", names.join(", "))?;
    }
    if *step != 0 {
        writeln!(text, "step: {step}")?;
    }
    for pin in pins {
        write_pin(text, pin)?;
    }
    if let Some(Attempt { answers, right }) = attempt {
        write!(text, "attempt: {right} right")?;
        for answer in answers {
            let places: Vec<String> = answer.iter().map(|place| (place + 1).to_string()).collect();
            let places = if places.is_empty() {
                "-".to_owned()
            } else {
                places.join(",")
            };
            write!(text, " {places}")?;
        }
        writeln!(text)?;
    }
    writeln!(text, "---\n")?;
    if !notes.is_empty() {
        writeln!(text, "{}\n", notes.trim_end())?;
    }
    let fence = fence_around(program);
    let end = if program.is_empty() || program.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    writeln!(text, "{fence}python\n{program}{end}{fence}")
}

fn write_pin(text: &mut String, Pin { anchor, what }: &Pin) -> fmt::Result {
    match anchor {
        Anchor::Step(0) => write!(text, "pin: before the run: ")?,
        Anchor::Step(step) => write!(text, "pin: step {step}: ")?,
        Anchor::Line(line) => write!(text, "pin: line {line}: ")?,
    }
    match what {
        Pinned::Pause => writeln!(text, "pause"),
        Pinned::Note(note) => writeln!(text, "note {}", Quoted(note)),
        Pinned::Question(Question::WhoIsNext) => writeln!(text, "who is next?"),
        Pinned::Question(Question::WhatIsPrinted) => writeln!(text, "what is printed?"),
        Pinned::Question(Question::HowLong) => writeln!(text, "how long?"),
        Pinned::Question(Question::Choice {
            text: question,
            choices,
            right,
        }) => {
            write!(text, "ask {}", Quoted(question))?;
            for (number, choice) in choices.iter().enumerate() {
                let mark = if number == *right as usize { "*" } else { "" };
                write!(text, " {mark}{}", Quoted(choice))?;
            }
            writeln!(text)
        }
    }
}

/// Backticks, more than stand in a row at the beginning of any line.
fn fence_around(program: &str) -> String {
    let longest = program.lines().map(|line| {
        let line = line.trim_start();
        line.len() - line.trim_start_matches('`').len()
    });
    "`".repeat((longest.max().unwrap_or(0) + 1).max(3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Panel;

    #[test]
    fn a_program_alone_has_empty_front_matter() {
        let text = to_markdown(&Scenario::of_program("print(1)"));
        assert_eq!(text, "---\n---\n\n```python\nprint(1)\n```\n");
    }

    #[test]
    fn what_a_scenario_says_stands_in_the_front_matter() {
        let choice = Question::Choice {
            text: "How many?".to_owned(),
            choices: vec!["one".to_owned(), "two".to_owned()],
            right: 1,
        };
        let scenario = Scenario {
            title: "Three".to_owned(),
            machine: Machine { seed: 7, cost_ns: 0 },
            rate: Some(Rate::Live(500)),
            panels: vec![Panel::Scene, Panel::Code],
            step: 12,
            notes: "Look.\n".to_owned(),
            pins: vec![
                Pin {
                    anchor: Anchor::Step(3),
                    what: Pinned::Pause,
                },
                Pin {
                    anchor: Anchor::Line(2),
                    what: Pinned::Question(choice),
                },
            ],
            program: "pass\n".to_owned(),
            attempt: Some(Attempt {
                answers: vec![vec![0], vec![], vec![2, 0, 1]],
                right: 2,
            }),
        };
        assert_eq!(
            to_markdown(&scenario),
            "---\ntitle: \"Three\"\nseed: 7\ncost-ns: 0\nrate: 0.5\npanels: scene, code\nstep: 12\npin: step 3: pause\n\
             pin: line 2: ask \"How many?\" \"one\" *\"two\"\nattempt: 2 right 1 - 3,1,2\n---\n\nLook.\n\n```python\npass\n```\n"
        );
    }

    #[test]
    fn a_program_with_backticks_gets_a_longer_fence() {
        let text = to_markdown(&Scenario::of_program("\"\"\"\n````\n\"\"\"\n"));
        assert!(text.contains("\n`````python\n"), "{text}");
    }
}
