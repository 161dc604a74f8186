//! How soon programs end that would use up time or memory, with the limits that people have.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Instant;

use super::memory;
use crate::failure::Result;
use switchboard_conformance::bad_input::programs;

const SCRATCH: &str = "target/bench/bad-input";
const MOST_SECONDS: f64 = 2.0;
const MOST_MEGABYTES: f64 = 512.0;

/// Exit codes of an end that was meant: well, by an exception, by a deadlock, by a limit.
const ENDS: [i32; 4] = [0, 1, 3, 4];

/// Runs them all and prints a line for each; says how many missed a bar.
pub fn measure(switchboard: &Path) -> Result<()> {
    std::fs::create_dir_all(SCRATCH)?;
    println!("\n| bad input | exit | seconds | MB | |\n| --- | --- | --- | --- | --- |");
    let (mut count, mut missed, mut slowest, mut largest) = (0, 0, 0.0_f64, 0.0_f64);
    for program in programs() {
        let file = Path::new(SCRATCH).join(format!("{}.py", program.name));
        std::fs::write(&file, &program.source)?;
        // A pipe, as a shell would give it: every write of the program costs as much as there.
        let (mut output, stdout) = io::pipe()?;
        let reader = thread::spawn(move || io::copy(&mut output, &mut io::sink()));
        let started = Instant::now();
        let mut command = Command::new(switchboard);
        command.arg("run").arg(&file);
        command.stdin(Stdio::null()).stdout(stdout).stderr(Stdio::null());
        let (status, peak) = memory::watch(&mut command)?;
        let seconds = started.elapsed().as_secs_f64();
        // With the command goes our end of the pipe.
        drop(command);
        let _ = reader.join();
        let megabytes = peak as f64 / f64::from(1 << 20);
        let code = status.code().unwrap_or(-1);
        let is_fine = seconds <= MOST_SECONDS && megabytes <= MOST_MEGABYTES && ENDS.contains(&code);
        let verdict = if is_fine { "reached" } else { "MISSED" };
        println!(
            "| {} | {code} | {seconds:.2} | {megabytes:.0} | {verdict} |",
            program.name
        );
        count += 1;
        missed += u32::from(!is_fine);
        slowest = slowest.max(seconds);
        largest = largest.max(megabytes);
    }
    println!(
        "{count} programs, the slowest {slowest:.2} s of {MOST_SECONDS} s, the largest {largest:.0} MB of \
         {MOST_MEGABYTES} MB, {missed} missed"
    );
    Ok(())
}
