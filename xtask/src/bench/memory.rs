//! What a sleeping task takes in memory.

use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;

use super::row::Row;
use crate::failure::{Failure, Result};

const PROGRAM: &str = "benches/python/sleeping_tasks.py";
const SCRATCH: &str = "target/bench";

/// Two sizes: what both have in common drops out of the difference.
const FEW: u64 = 1_000;
const MANY: u64 = 51_000;

/// The peak's growth for each further task; nothing where the system does not tell the peak.
pub fn per_sleeping_task(switchboard: &Path) -> Result<Option<Row>> {
    if !cfg!(target_os = "linux") {
        println!("the memory of a sleeping task is measured on Linux only");
        return Ok(None);
    }
    let (few, many) = (peak_bytes(switchboard, FEW)?, peak_bytes(switchboard, MANY)?);
    let growth = many.saturating_sub(few) as f64 / (MANY - FEW) as f64;
    Ok(Some(Row::task_memory(growth)))
}

/// The most memory that the program had at a time with so many tasks.
fn peak_bytes(switchboard: &Path, tasks: u64) -> Result<u64> {
    std::fs::create_dir_all(SCRATCH)?;
    let source = std::fs::read_to_string(PROGRAM)?.replace("TASKS = 1_000", &format!("TASKS = {tasks}"));
    let file = Path::new(SCRATCH).join(format!("sleeping_{tasks}.py"));
    std::fs::write(&file, source)?;
    let (status, peak) = watch(
        Command::new(switchboard)
            .arg("run")
            .arg(&file)
            .stdin(Stdio::null()),
    )?;
    if status.success() {
        Ok(peak)
    } else {
        Err(Failure::new(format!("{} failed", file.display())))
    }
}

/// Runs a command: how it ended, and the most memory that it had at a time, where the system tells it.
pub fn watch(command: &mut Command) -> Result<(ExitStatus, u64)> {
    let mut child = command.spawn()?;
    let file = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        peak = peak.max(high_water_mark(&file).unwrap_or(0));
        if let Some(status) = child.try_wait()? {
            return Ok((status, peak));
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn high_water_mark(status: &str) -> Option<u64> {
    let text = std::fs::read_to_string(status).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}
