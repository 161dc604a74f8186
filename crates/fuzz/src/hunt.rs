//! Starts children, watches them, and tells what they found.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::child::BATCH;
use crate::{Until, corpus, minimize, mutate};

/// A mutant that takes longer hangs. The limits end an honest one in a fraction of a second.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How often the hunt says where it is.
const REPORT_EVERY: Duration = Duration::from_secs(60);

/// A kind of finding, by which findings are told apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind(String);

impl Kind {
    /// What a child has said about a mutant, without what differs from one to the next.
    pub fn of(said: &str) -> Self {
        match said.split_once(": ") {
            Some((place, _)) if said.starts_with("panic at") => Self(place.to_owned()),
            _ => Self(said.split(' ').next().unwrap_or_default().to_owned()),
        }
    }

    pub fn hang() -> Self {
        Self("hang".to_owned())
    }

    pub fn death(status: std::process::ExitStatus) -> Self {
        Self(format!("death by {status}"))
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Runs mutants until it is time to stop; fails if any has a flaw. Each that has one is kept in the folder `findings`
/// as it was run, and one of each kind is made small and printed.
pub fn hunt(folder: &Path, findings: &Path, seed: u64, until: Until) -> io::Result<ExitCode> {
    let corpus = corpus::read(folder)?;
    fs::create_dir_all(findings)?;
    let words = findings.join(format!("{seed}-stderr.txt"));
    let started = Instant::now();
    let mut reported = started;
    let mut next = 0;
    let mut found: BTreeMap<Kind, u64> = BTreeMap::new();
    let is_over = |next: u64| match until {
        Until::Elapsed(time) => started.elapsed() >= time,
        Until::Count(count) => next >= count,
    };
    while !is_over(next) {
        let batch = run_batch(folder, &words, seed, next)?;
        next = batch.next;
        for (index, said) in batch.found {
            let kind = if said.is_empty() {
                Kind::hang()
            } else {
                Kind::of(&said)
            };
            let kind = batch.died.clone().filter(|_| said.is_empty()).unwrap_or(kind);
            let count = found.entry(kind.clone()).or_insert(0);
            *count += 1;
            let mutant = mutate::mutant(&corpus, seed, index);
            let kept = findings.join(format!("{seed}-{index}.py"));
            fs::write(&kept, &mutant)?;
            if *count == 1 {
                println!("\nmutant {index} of seed {seed}: {kind} {said}");
                println!("kept as {}; {}", kept.display(), last_words(&words)?);
                let small = minimize::smallest(&mutant, &kind)?;
                println!("----\n{small}----");
            }
        }
        if reported.elapsed() >= REPORT_EVERY {
            reported = Instant::now();
            report(next, started.elapsed(), &found);
        }
    }
    report(next, started.elapsed(), &found);
    Ok(if found.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What the child of the last batch has written to standard error: how it died, if it did.
fn last_words(file: &Path) -> io::Result<String> {
    let words = fs::read(file)?;
    Ok(match String::from_utf8_lossy(&words).trim() {
        "" => "the child wrote nothing to standard error".to_owned(),
        words => format!("the child wrote: {words}"),
    })
}

fn report(programs: u64, elapsed: Duration, found: &BTreeMap<Kind, u64>) {
    let seconds = elapsed.as_secs_f64().max(1e-9);
    println!(
        "{programs} programs in {seconds:.0} s, {:.0} a second, {} kinds of findings",
        programs as f64 / seconds,
        found.len()
    );
    for (kind, count) in found {
        println!("    {count} x {kind}");
    }
}

/// What has become of a batch.
struct Batch {
    /// The first mutant that has not been run.
    next: u64,
    /// Mutants with what was said of them: nothing of the one on which the child died or hung.
    found: Vec<(u64, String)>,
    /// How the child died, if it did.
    died: Option<Kind>,
}

fn run_batch(folder: &Path, words: &Path, seed: u64, first: u64) -> io::Result<Batch> {
    let mut child = Command::new(std::env::current_exe()?)
        .args([
            "--batch",
            &first.to_string(),
            "--seed",
            &seed.to_string(),
            "--corpus",
        ])
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(File::create(words)?)
        .spawn()?;
    let (sender, lines) = mpsc::channel();
    if let Some(stdout) = child.stdout.take() {
        thread::spawn(move || {
            let lines = BufReader::new(stdout).lines().map_while(Result::ok);
            lines.for_each(|line| drop(sender.send(line)));
        });
    }
    let mut running = first;
    let mut found = Vec::new();
    loop {
        match lines.recv_timeout(PATIENCE) {
            Ok(line) => match line.split_once(' ') {
                None => running = line.parse().unwrap_or(running),
                Some((_, said)) => found.push((running, said.to_owned())),
            },
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                end(&mut child)?;
                found.push((running, String::new()));
                return Ok(Batch {
                    next: running + 1,
                    found,
                    died: Some(Kind::hang()),
                });
            }
        }
    }
    let status = child.wait()?;
    if status.success() {
        return Ok(Batch {
            next: first + BATCH,
            found,
            died: None,
        });
    }
    found.push((running, String::new()));
    Ok(Batch {
        next: running + 1,
        found,
        died: Some(Kind::death(status)),
    })
}

/// Ends a child that hangs.
pub fn end(child: &mut Child) -> io::Result<()> {
    child.kill()?;
    child.wait().map(drop)
}
