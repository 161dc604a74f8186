//! Every scenario of the gallery as a test of its own: it is whole in all languages, short, and its program prints what
//! the scenario says.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::Value;
use switchboard_python::{Options, Session};
use switchboard_scenario::notes::misread;
use switchboard_scenario::{Anchor, Document, Pin, Pinned, Question, Rate, decode, encode, read_file};
use switchboard_trace::{Event, Limits, Recorder, Trace};
use switchboard_view::quiz;

const LANGUAGES: [&str; 3] = ["en", "fr", "de"];

/// How long a scenario may take to show its point, in seconds of whoever watches.
const MOST_SECONDS: f64 = 20.0;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    files.sort();
    let count = files.len();
    let mut trials: Vec<Trial> = files
        .into_iter()
        .map(|file| {
            let id = file
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            Trial::test(format!("scenario: {id}"), move || check(&id, &file))
        })
        .collect();
    trials.push(Trial::test(
        "the gallery holds at least 24 scenarios",
        move || {
            (count >= 24)
                .then_some(())
                .ok_or_else(|| format!("it holds {count}").into())
        },
    ));
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn check(id: &str, file: &Path) -> Result<(), Failed> {
    let document = read_file(&std::fs::read_to_string(file)?)?;
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    ensure(
        id.bytes().all(is_plain),
        "its name has other characters than those of a link",
    )?;
    check_texts(&document)?;
    check_program(&document)?;
    check_pins(&document)?;
    check_output(id, &document)?;
    for tag in LANGUAGES {
        let scenario = document.scenario(tag);
        ensure(decode(&encode(&scenario))? == scenario, "a link loses some of it")?;
    }
    Ok(())
}

fn ensure(holds: bool, message: impl Into<String>) -> Result<(), Failed> {
    if holds { Ok(()) } else { Err(message.into().into()) }
}

/// It says everything in three languages, and in no other form than the page can show.
fn check_texts(document: &Document) -> Result<(), Failed> {
    ensure(!document.lecture.is_empty(), "it has no lecture")?;
    ensure(!document.topics.is_empty(), "it has no topics")?;
    let all = LANGUAGES.map(|tag| document.scenario(tag));
    for (number, one) in all.iter().enumerate() {
        let tag = LANGUAGES[number];
        let words = one.notes.split_whitespace().count();
        ensure(
            (30..=160).contains(&words),
            format!("{words} words of notes in {tag}"),
        )?;
        if let Some(line) = misread(&one.notes) {
            return Err(format!("the page would show this otherwise than it is meant: {line:?}").into());
        }
        for other in &all[..number] {
            ensure(one.title != other.title, format!("the title is not in {tag}"))?;
            ensure(one.notes != other.notes, format!("the notes are not in {tag}"))?;
            for (pin, other) in one.pins.iter().zip(&other.pins) {
                let has_text = matches!(
                    pin.what,
                    Pinned::Note(_) | Pinned::Question(Question::Choice { .. })
                );
                ensure(
                    !has_text || pin.what != other.what,
                    format!("{pin:?} is not in {tag}"),
                )?;
            }
        }
    }
    Ok(())
}

/// It fits on a slide.
fn check_program(document: &Document) -> Result<(), Failed> {
    let lines = document.program.lines().count();
    ensure((3..=40).contains(&lines), format!("{lines} lines"))?;
    let widest = document.program.lines().map(|line| line.chars().count()).max();
    ensure(widest <= Some(76), format!("a line has {widest:?} characters"))
}

/// What is pinned can be shown where it is pinned.
fn check_pins(document: &Document) -> Result<(), Failed> {
    let recorder = Recorder::on(Limits::default());
    let options = Options {
        recorder: recorder.clone(),
        cost: document.machine.cost_ns,
        seed: document.machine.seed,
        ..Options::default()
    };
    Session::new(&document.program, options).run_to_end();
    let trace = recorder.trace().ok_or("there is no trace")?;
    for Pin { anchor, what } in document.scenario("en").pins {
        let step = step_of(anchor, &trace).ok_or(format!("the run does not come to {anchor:?}"))?;
        let can_be_asked = match what {
            Pinned::Question(Question::WhoIsNext) => quiz::who_is_next(&trace, step).is_some(),
            Pinned::Question(Question::WhatIsPrinted) => quiz::what_is_printed(&trace, step).is_some(),
            Pinned::Question(Question::HowLong) => quiz::how_long(&trace).is_some(),
            Pinned::Question(Question::Choice { .. }) | Pinned::Note(_) | Pinned::Pause => true,
        };
        ensure(can_be_asked, format!("{what:?} has no answer at {anchor:?}"))?;
    }
    Ok(())
}

fn step_of(anchor: Anchor, trace: &Trace) -> Option<usize> {
    match anchor {
        Anchor::Step(step) => usize::try_from(step).ok().filter(|step| *step <= trace.len()),
        Anchor::Line(wanted) => trace.iter_from(0).position(
            |record| matches!(record.event, Event::LineReached { line, .. } if line.get() == wanted),
        ),
    }
}

/// Its program prints what the file says, and is over soon.
fn check_output(id: &str, document: &Document) -> Result<(), Failed> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("gallery")
        .join(id);
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("program.py"), &document.program)?;
    let seed = document.machine.seed.to_string();
    let cost = document.machine.cost_ns.to_string();
    let run = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_switchboard"));
        command
            .args(["run", "program.py", "--seed", &seed, "--cost-ns", &cost])
            .args(more)
            .current_dir(&folder)
            .stdin(Stdio::null());
        command
    };
    let printed = folder.join("printed.txt");
    let file = File::create(&printed)?;
    run(&[]).stdout(file.try_clone()?).stderr(file).status()?;
    let printed = std::fs::read_to_string(printed)?;
    let expected = document
        .output
        .as_deref()
        .ok_or("it does not say what it prints")?;
    ensure(
        printed == expected,
        format!("it prints\n{printed}and not\n{expected}"),
    )?;
    let told: Value = serde_json::from_slice(&run(&["--json"]).output()?.stdout)?;
    let elapsed = told
        .get("elapsed")
        .and_then(Value::as_f64)
        .ok_or("no time is told")?;
    // Where the author has a rate of their own, that is how fast it is seen.
    let rate = match document.rate {
        Some(Rate::Live(thousandths)) => f64::from(thousandths) / 1_000.0,
        Some(Rate::Instant) => f64::INFINITY,
        None => 1.0,
    };
    let seen = elapsed / rate;
    ensure(seen <= MOST_SECONDS, format!("it takes {seen} s"))
}
