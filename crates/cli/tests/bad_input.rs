//! Every program of `tests/bad_input.txt` as a test of its own: it must end as the table says. How soon, and in how
//! much memory, is measured by `cargo xtask bench`.

use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

use libtest_mimic::{Arguments, Failed, Trial};
use switchboard_conformance::bad_input::{BadInput, programs};

/// Low, so that the tests are quick; enough for each program to get to what it is about.
const LIMITS: [&str; 6] = [
    "--max-instructions",
    "2000000",
    "--max-memory",
    "32",
    "--max-output",
    "1",
];

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let trials = programs().into_iter().map(|program| {
        let name = format!("bad input: {}", program.name);
        Trial::test(name, move || check(&program))
    });
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}

fn check(program: &BadInput) -> Result<(), Failed> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bad-input");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{}.py", program.name));
    std::fs::write(&file, &program.source)?;
    let output = Command::new(env!("CARGO_BIN_EXE_switchboard"))
        .arg("run")
        .arg(&file)
        .args(LIMITS)
        .stdin(Stdio::null())
        .output()?;
    let (stdout, stderr) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    let told = if program.code == 0 { &stdout } else { &stderr };
    let last = told
        .lines()
        .rfind(|line| !line.starts_with("Allow more with"))
        .unwrap_or_default();
    let message = last.strip_prefix("switchboard: ").unwrap_or(last);
    if output.status.code() != Some(program.code) || !message.starts_with(&program.message) {
        let wanted = format!("{} {}", program.code, program.message);
        return Err(format!(
            "it ended with {} and {last:?}, not with {wanted:?}",
            output.status
        )
        .into());
    }
    if stderr.contains("panicked") {
        return Err(stderr.into_owned().into());
    }
    Ok(())
}
