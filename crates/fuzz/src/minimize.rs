//! Makes a finding small: takes out lines, then tokens, as long as it stays the same finding.

use std::io::{self, Read, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::hunt::{Kind, PATIENCE, end};

/// Then what there is has to do.
const MOST_TIME: Duration = Duration::from_secs(120);

/// The smallest program found that has the same flaw.
pub fn smallest(program: &str, kind: &Kind) -> io::Result<String> {
    let started = Instant::now();
    let mut lines: Vec<String> = program.split_inclusive('\n').map(str::to_owned).collect();
    shrink(&mut lines, kind, started)?;
    let text = lines.concat();
    let mut words: Vec<String> = text
        .split_inclusive([' ', '(', ')', ',', '\n'])
        .map(str::to_owned)
        .collect();
    shrink(&mut words, kind, started)?;
    Ok(words.concat())
}

/// Takes out runs of pieces, long ones first.
fn shrink(pieces: &mut Vec<String>, kind: &Kind, started: Instant) -> io::Result<()> {
    let mut length = pieces.len().div_ceil(2);
    while length > 0 {
        let mut at = 0;
        let mut shrunk = false;
        while at < pieces.len() {
            if started.elapsed() > MOST_TIME {
                return Ok(());
            }
            let end = (at + length).min(pieces.len());
            let without = [&pieces[..at], &pieces[end..]].concat();
            if kind_of(&without.concat())?.as_ref() == Some(kind) {
                *pieces = without;
                shrunk = true;
            } else {
                at += length;
            }
        }
        if length > 1 {
            length /= 2;
        } else if !shrunk {
            break;
        }
    }
    Ok(())
}

/// What is wrong with a program, as a child process sees it.
fn kind_of(program: &str) -> io::Result<Option<Kind>> {
    let mut child = Command::new(std::env::current_exe()?)
        .arg("--try")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(program.as_bytes())?;
    }
    let started = Instant::now();
    let status = loop {
        match child.try_wait()? {
            Some(status) => break status,
            None if started.elapsed() > PATIENCE => {
                end(&mut child)?;
                return Ok(Some(Kind::hang()));
            }
            None => thread::sleep(Duration::from_millis(2)),
        }
    };
    let mut said = String::new();
    if let Some(mut stdout) = child.stdout.take() {
        stdout.read_to_string(&mut said)?;
    }
    Ok(match status.code() {
        Some(0) => None,
        Some(1) => Some(Kind::of(said.trim())),
        _ => Some(Kind::death(status)),
    })
}
