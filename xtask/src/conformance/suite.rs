//! Running many programs side by side.

use std::path::Path;
use std::sync::Mutex;
use std::thread;

use switchboard_conformance::{Lists, Program, Verdict, judge};

/// A program and how it fared.
#[derive(Debug)]
pub struct Judged {
    /// The program.
    pub program: Program,
    /// How it fared.
    pub verdict: Verdict,
}

/// Runs them all, as many at a time as there are processors; the answer is in the programs' order.
pub fn judge_all(executable: &Path, programs: Vec<Program>, lists: &Lists) -> Vec<Judged> {
    let workers = thread::available_parallelism().map_or(2, usize::from);
    let judged = Mutex::new(Vec::with_capacity(programs.len()));
    let waiting = Mutex::new(programs.into_iter().enumerate());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((index, program)) = next(&waiting) {
                    let verdict = judge(executable, &program, lists);
                    if let Ok(mut judged) = judged.lock() {
                        judged.push((index, Judged { program, verdict }));
                    }
                }
            });
        }
    });
    let mut judged = judged.into_inner().unwrap_or_default();
    judged.sort_by_key(|(index, _)| *index);
    judged.into_iter().map(|(_, judged)| judged).collect()
}

fn next<T>(waiting: &Mutex<impl Iterator<Item = T>>) -> Option<T> {
    waiting.lock().ok()?.next()
}
