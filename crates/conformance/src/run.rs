//! A program's run on Switchboard, in a process of its own, so that a hang or a crash is a result like any other.

use std::fmt;
use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::document::Document;

/// No program of the suite takes a second.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Exit codes of the command line beside Python's own.
const DEADLOCK: i32 = 3;
const LIMIT: i32 = 4;

/// Why there is no document to compare.
#[derive(Debug)]
pub enum RunError {
    /// The executable could not be started or read.
    Io(io::Error),
    /// It did not end in time.
    Timeout,
    /// It printed something other than the document; with the last lines on its standard error.
    NoDocument {
        /// What is wrong with it.
        problem: String,
        /// How the process ended.
        status: ExitStatus,
        /// The end of what it wrote to standard error.
        stderr: String,
    },
    /// The exit code and the document tell different things.
    ExitCode(ExitStatus),
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "it could not be run: {error}"),
            Self::Timeout => write!(f, "it did not end within {} s", TIMEOUT.as_secs()),
            Self::NoDocument {
                problem,
                status,
                stderr,
            } => write!(f, "{problem} ({status}) {stderr}"),
            Self::ExitCode(status) => {
                write!(f, "the process ended with {status}, which is not what it printed")
            }
        }
    }
}

impl std::error::Error for RunError {}

impl From<io::Error> for RunError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Runs the program as the goldens were recorded: where it stands, so that its tracebacks show the bare name of the
/// file, and where instructions take no time. The executable's path is absolute.
pub fn run(executable: &Path, program: &Path) -> Result<Document, RunError> {
    let mut child = Command::new(executable)
        .args(["run", "--json", "--cost-ns", "0"])
        .arg(program.file_name().unwrap_or_default())
        .current_dir(
            program
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty())
                .unwrap_or(Path::new(".")),
        )
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let stdout = read_aside(child.stdout.take());
    let stderr = read_aside(child.stderr.take());
    let status = wait(&mut child)?;
    let (stdout, stderr) = (
        stdout.join().unwrap_or_default(),
        stderr.join().unwrap_or_default(),
    );
    let document = Document::parse(&stdout).map_err(|problem| RunError::NoDocument {
        problem,
        status,
        stderr: last_lines(&stderr),
    })?;
    if code_fits(status, &document) {
        Ok(document)
    } else {
        Err(RunError::ExitCode(status))
    }
}

fn code_fits(status: ExitStatus, document: &Document) -> bool {
    match document.exit.kind.as_deref() {
        Some("Deadlock") => status.code() == Some(DEADLOCK),
        Some("Limit") => status.code() == Some(LIMIT),
        _ => status.success() == document.exit.ok,
    }
}

/// Reads the pipe to its end on a thread, so that the process never waits for us.
fn read_aside(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // What was read before an error is still worth showing.
            let _ = pipe.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn wait(child: &mut Child) -> Result<ExitStatus, RunError> {
    let deadline = Instant::now() + TIMEOUT;
    let mut pause = Duration::from_micros(500);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if Instant::now() >= deadline {
            child.kill()?;
            child.wait()?;
            return Err(RunError::Timeout);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

fn last_lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(5)..].join(" | ")
}
