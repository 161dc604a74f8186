//! Reads a scenario file.

use std::fmt;

use super::document::{Document, Localized};
use super::entry::{Piece, pieces};
use crate::scenario::{Anchor, Attempt, Panel, Pin, Pinned, Question, Rate};

/// Languages by the headings under which notes stand.
const HEADINGS: [(&str, &str); 3] = [("English", "en"), ("Français", "fr"), ("Deutsch", "de")];

/// Why a text is no scenario file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// The line, counted from 1.
    pub line: u32,
    /// What is wrong there.
    pub problem: FileProblem,
}

/// What is wrong with a line of a scenario file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// It does not begin with front matter: a line `---`.
    NoFrontMatter,
    /// The front matter does not end.
    NoEnd,
    /// No entry has this name.
    Unknown(String),
    /// The value of this entry can't be read.
    Value(String),
    /// There is no program: no block that begins with three backticks and `python`.
    NoProgram,
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        match &self.problem {
            FileProblem::NoFrontMatter => f.write_str("a scenario file begins with a line `---`"),
            FileProblem::NoEnd => f.write_str("a line `---` has to end the front matter"),
            FileProblem::Unknown(key) => write!(f, "there is no entry `{key}`"),
            FileProblem::Value(key) => write!(f, "the value of `{key}` can't be read"),
            FileProblem::NoProgram => f.write_str("there is no block ```python with a program"),
        }
    }
}

impl std::error::Error for FileError {}

/// Reads a scenario file.
pub fn read_file(text: &str) -> Result<Document, FileError> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let mut lines = (1..).zip(text.lines());
    let error = |line, problem| FileError { line, problem };
    match lines.next() {
        Some((_, "---")) => {}
        _ => return Err(error(1, FileProblem::NoFrontMatter)),
    }
    let mut document = Document::default();
    let mut last = 1;
    loop {
        let Some((number, line)) = lines.next() else {
            return Err(error(last, FileProblem::NoEnd));
        };
        last = number;
        if line.trim_end() == "---" {
            break;
        }
        if !line.trim().is_empty() {
            take_entry(&mut document, line).map_err(|problem| error(number, problem))?;
        }
    }
    let body: Vec<&str> = lines.map(|(_, line)| line).collect();
    match take_body(&mut document, &body) {
        Some(()) => Ok(document),
        None => {
            let end = u32::try_from(body.len()).unwrap_or(u32::MAX);
            Err(error(last.saturating_add(end), FileProblem::NoProgram))
        }
    }
}

fn take_entry(document: &mut Document, line: &str) -> Result<(), FileProblem> {
    let (key, value) = line.split_once(':').unwrap_or((line, ""));
    let (key, value) = (key.trim(), value.trim());
    let wrong = || FileProblem::Value(key.to_owned());
    match key {
        "title" => document.title = localized(value).ok_or_else(wrong)?,
        "lecture" => document.lecture = value.to_owned(),
        "topics" => document.topics = list(value).map(str::to_owned).collect(),
        "seed" => document.machine.seed = value.parse().map_err(|_| wrong())?,
        "cost-ns" => document.machine.cost_ns = value.parse().map_err(|_| wrong())?,
        "rate" => document.rate = Some(rate(value).ok_or_else(wrong)?),
        "panels" => {
            let panels: Option<Vec<Panel>> = list(value).map(panel).collect();
            document.panels = panels.ok_or_else(wrong)?;
        }
        "step" => document.step = value.parse().map_err(|_| wrong())?,
        "attempt" => document.attempt = Some(attempt(value).ok_or_else(wrong)?),
        "pin" => document.pins.push(pin(value).ok_or_else(wrong)?),
        _ => return Err(FileProblem::Unknown(key.to_owned())),
    }
    Ok(())
}

fn list(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|item| !item.is_empty())
}

fn panel(name: &str) -> Option<Panel> {
    Panel::ALL.into_iter().find(|panel| panel.name() == name)
}

fn rate(value: &str) -> Option<Rate> {
    if value == "instant" {
        return Some(Rate::Instant);
    }
    let rate: f64 = value.parse().ok()?;
    let thousandths = (rate * 1000.0).round();
    let is_possible = (1.0..=1_000_000.0).contains(&thousandths);
    // Rounded, and within bounds.
    is_possible.then_some(Rate::Live(thousandths as u32))
}

fn attempt(value: &str) -> Option<Attempt> {
    let mut words = value.split_whitespace();
    let right = words.next()?.parse().ok()?;
    (words.next() == Some("right")).then_some(())?;
    let places = |word: &str| -> Option<Vec<u32>> {
        let places = word.split(',').filter(|place| *place != "-");
        places
            .map(|place| place.parse::<u32>().ok()?.checked_sub(1))
            .collect()
    };
    let answers: Option<Vec<_>> = words.map(places).collect();
    Some(Attempt {
        answers: answers?,
        right,
    })
}

/// A text, and what it is in other languages.
fn localized(value: &str) -> Option<Localized<String>> {
    let pieces = pieces(value)?;
    // A title without quotation marks is one as well.
    if !pieces.iter().any(|piece| matches!(piece, Piece::Text { .. })) {
        return Some(Localized::same(value.to_owned()));
    }
    by_language(&pieces).try_map(|texts| match texts {
        [(text, false)] => Some((*text).to_owned()),
        _ => None,
    })
}

/// The texts of a value; those after a word are in the language of that tag. A star is told with its text.
fn by_language(pieces: &[Piece]) -> Localized<Vec<(&str, bool)>> {
    let mut found = Localized::same(Vec::new());
    for piece in pieces {
        match piece {
            Piece::Word(tag) => found.others.push((tag.clone(), Vec::new())),
            Piece::Text { text, is_starred } => {
                let texts = found
                    .others
                    .last_mut()
                    .map_or(&mut found.first, |(_, texts)| texts);
                texts.push((text.as_str(), *is_starred));
            }
        }
    }
    found
}

impl<T> Localized<Vec<T>> {
    fn try_map<U>(&self, read: impl Fn(&[T]) -> Option<U>) -> Option<Localized<U>> {
        let others = self.others.iter();
        let others: Option<Vec<_>> = others
            .map(|(tag, from)| Some((tag.clone(), read(from)?)))
            .collect();
        Some(Localized {
            first: read(&self.first)?,
            others: others?,
        })
    }
}

fn pin(value: &str) -> Option<Localized<Pin>> {
    let (place, what) = value.split_once(':')?;
    let anchor = match place.split_whitespace().collect::<Vec<_>>().as_slice() {
        ["before", "the", "run"] => Anchor::Step(0),
        ["step", number] => Anchor::Step(number.parse().ok()?),
        ["line", number] => Anchor::Line(number.parse().ok()?),
        _ => return None,
    };
    let what = what.trim();
    let asked = |question| Some(Localized::same(Pinned::Question(question)));
    let what = match what {
        "pause" => Some(Localized::same(Pinned::Pause)),
        "who is next?" => asked(Question::WhoIsNext),
        "what is printed?" => asked(Question::WhatIsPrinted),
        "how long?" => asked(Question::HowLong),
        _ => said(what),
    }?;
    let pin = |what| Pin { anchor, what };
    Some(Localized {
        first: pin(what.first),
        others: what
            .others
            .into_iter()
            .map(|(tag, what)| (tag, pin(what)))
            .collect(),
    })
}

/// A pin with texts: a note, or a question with its answers.
fn said(what: &str) -> Option<Localized<Pinned>> {
    let pieces = pieces(what)?;
    let (Piece::Word(kind), texts) = pieces.split_first()? else {
        return None;
    };
    let texts = by_language(texts);
    match kind.as_str() {
        "note" => texts.try_map(|texts| match texts {
            [(text, false)] => Some(Pinned::Note((*text).to_owned())),
            _ => None,
        }),
        "ask" => texts.try_map(|texts| choice(texts).map(Pinned::Question)),
        _ => None,
    }
}

fn choice(texts: &[(&str, bool)]) -> Option<Question> {
    let ((question, false), answers) = texts.split_first()? else {
        return None;
    };
    let right = answers.iter().position(|(_, is_right)| *is_right)?;
    Some(Question::Choice {
        text: (*question).to_owned(),
        choices: answers.iter().map(|(answer, _)| (*answer).to_owned()).collect(),
        right: u32::try_from(right).ok()?,
    })
}

/// The notes, the program and its output.
fn take_body(document: &mut Document, lines: &[&str]) -> Option<()> {
    let blocks = blocks(lines);
    let program = blocks.iter().rev().find(|block| block.kind == "python")?;
    document.program = joined(program.inside(lines));
    let output = blocks
        .iter()
        .find(|block| block.from > program.from && block.kind == "text");
    document.output = output.map(|block| joined(block.inside(lines)));
    take_notes(document, lines.get(..program.from)?);
    Some(())
}

fn take_notes(document: &mut Document, lines: &[&str]) {
    let mut sections = vec![("", Vec::new())];
    for line in lines {
        let heading = line.strip_prefix("## ").map(str::trim);
        let language = HEADINGS.iter().find(|(name, _)| Some(*name) == heading);
        match (language, sections.last_mut()) {
            (Some((_, tag)), _) => sections.push((tag, Vec::new())),
            (None, Some((_, section))) => section.push(*line),
            (None, None) => {}
        }
    }
    let mut sections = sections
        .into_iter()
        .map(|(tag, lines)| (tag.to_owned(), lines.join("\n").trim().to_owned()));
    document.notes.first = sections.next().map(|(_, text)| text).unwrap_or_default();
    document.notes.others = sections.collect();
}

/// A block of code: from its first fence to its last one.
struct Block<'a> {
    kind: &'a str,
    from: usize,
    to: usize,
}

impl Block<'_> {
    fn inside<'l>(&self, lines: &'l [&'l str]) -> &'l [&'l str] {
        lines.get(self.from + 1..self.to).unwrap_or_default()
    }
}

/// The blocks between fences; one that does not end goes on to the end.
fn blocks<'a>(lines: &[&'a str]) -> Vec<Block<'a>> {
    let mut found = Vec::new();
    let mut open: Option<(&str, usize, usize)> = None;
    for (at, line) in lines.iter().enumerate() {
        let kind = line.trim_start_matches('`');
        let ticks = line.len() - kind.len();
        match open {
            None if ticks >= 3 => open = Some((kind.trim(), at, ticks)),
            Some((kind_of_open, from, length)) if ticks >= length && kind.trim().is_empty() => {
                found.push(Block {
                    kind: kind_of_open,
                    from,
                    to: at,
                });
                open = None;
            }
            _ => {}
        }
    }
    if let Some((kind, from, _)) = open {
        let to = lines.len();
        found.push(Block { kind, from, to });
    }
    found
}

fn joined(lines: &[&str]) -> String {
    lines.iter().flat_map(|line| [*line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Machine;

    const FILE: &str = "---\n\
        title: \"Three\" fr \"Trois\" de \"Drei\"\n\
        lecture: 1.2\n\
        topics: gather, sleep \n\
        panels: code, scene\n\
        rate: 0.5\n\
        seed: 7\n\
        pin: before the run: what is printed?\n\
        pin: line 3: note \"It waits.\" fr \"Il attend.\"\n\
        pin: step 4: ask \"How many?\" \"one\" *\"two\" de \"Wie viele?\" \"eine\" *\"zwei\"\n\
        ---\n\nLook.\n\n- Change it.\n\n## Français\n\nRegardez.\n\n\
        ```python\nprint(1)\n\nprint(2)\n```\n\n```text\n1\n2\n```\n";

    #[test]
    fn a_file_is_read_whole() {
        let document = read_file(FILE).unwrap();
        assert_eq!(document.lecture, "1.2");
        assert_eq!(document.topics, ["gather", "sleep"]);
        assert_eq!(document.output.as_deref(), Some("1\n2\n"));
        let question = |text: &str, choices: [&str; 2]| Pin {
            anchor: Anchor::Step(4),
            what: Pinned::Question(Question::Choice {
                text: text.to_owned(),
                choices: choices.map(str::to_owned).to_vec(),
                right: 1,
            }),
        };
        let english = document.scenario("en");
        assert_eq!(english.title, "Three");
        assert_eq!(english.notes, "Look.\n\n- Change it.");
        assert_eq!(english.program, "print(1)\n\nprint(2)\n");
        assert_eq!(
            english.machine,
            Machine {
                seed: 7,
                ..Machine::default()
            }
        );
        assert_eq!(english.rate, Some(Rate::Live(500)));
        assert_eq!(english.panels, [Panel::Code, Panel::Scene]);
        assert_eq!(english.pins[2], question("How many?", ["one", "two"]));
        let (french, german) = (document.scenario("fr"), document.scenario("de"));
        assert_eq!(
            (french.title.as_str(), french.notes.as_str()),
            ("Trois", "Regardez.")
        );
        assert_eq!(french.pins[1].what, Pinned::Note("Il attend.".to_owned()));
        assert_eq!(
            (german.title.as_str(), german.notes.as_str()),
            ("Drei", "Look.\n\n- Change it.")
        );
        assert_eq!(german.pins[2], question("Wie viele?", ["eine", "zwei"]));
    }

    #[test]
    fn what_is_wrong_is_told_at_its_line() {
        let problem = |text: &str| read_file(text).map_err(|error| (error.line, error.problem));
        let value = |key: &str| FileProblem::Value(key.to_owned());
        assert_eq!(problem("print(1)\n"), Err((1, FileProblem::NoFrontMatter)));
        assert_eq!(problem(""), Err((1, FileProblem::NoFrontMatter)));
        assert_eq!(problem("---\ntitle: \"a\"\n"), Err((2, FileProblem::NoEnd)));
        assert_eq!(
            problem("---\ncolour: red\n---\n"),
            Err((2, FileProblem::Unknown("colour".to_owned())))
        );
        assert_eq!(problem("---\n\nseed: x\n---\n"), Err((3, value("seed"))));
        assert_eq!(problem("---\npin: line 3: dance\n---\n"), Err((2, value("pin"))));
        assert_eq!(
            problem("---\npin: step 3: ask \"a\" \"b\"\n---\n"),
            Err((2, value("pin")))
        );
        assert_eq!(problem("---\ntitle: \"a\n---\n"), Err((2, value("title"))));
        assert_eq!(
            problem("---\nattempt: 1 right 0\n---\n"),
            Err((2, value("attempt")))
        );
        assert_eq!(problem("---\nrate: 0\n---\n"), Err((2, value("rate"))));
        assert_eq!(
            problem("---\npanels: code, sofa\n---\n"),
            Err((2, value("panels")))
        );
        assert_eq!(problem("---\n---\nNotes\n"), Err((3, FileProblem::NoProgram)));
    }

    #[test]
    fn fences_inside_a_longer_fence_belong_to_the_program() {
        let document = read_file("---\n---\n````python\n'''\n```python\n```\n'''\n````\n").unwrap();
        assert_eq!(document.program, "'''\n```python\n```\n'''\n");
    }
}
