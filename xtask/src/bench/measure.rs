//! Running a program and looking at the clock.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::failure::{Failure, Result};

/// From the process's start to its exit; fails when the program does.
pub fn time(command: &mut Command) -> Result<(Duration, String)> {
    command.stdin(Stdio::null());
    let started = Instant::now();
    let output = command.output()?;
    let elapsed = started.elapsed();
    if output.status.success() {
        return Ok((elapsed, String::from_utf8_lossy(&output.stdout).into_owned()));
    }
    let stderr = String::from_utf8_lossy(&output.stderr);
    Err(Failure::new(format!("{command:?} failed: {}", stderr.trim())))
}

/// The middle one; zero of none.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_does_not_depend_on_the_order_or_on_one_slow_run() {
        let seconds = [9, 1, 2].map(Duration::from_secs);
        assert_eq!(median(seconds.to_vec()), Duration::from_secs(2));
        assert_eq!(median(Vec::new()), Duration::ZERO);
    }
}
