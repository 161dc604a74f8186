//! What `run --json` prints.

use crate::findings::Finding;
use crate::lines::Line;
use serde_json::{Map, Value, json};
use switchboard_python::Exit;
use switchboard_python::vm::Stream;

/// A run, as others read it.
#[derive(Debug)]
pub struct Document {
    pub output: Vec<Line>,
    pub exit: Exit,
    /// Virtual nanoseconds.
    pub elapsed: u64,
    /// Iterations of the event loop.
    pub turns: u32,
    /// Entries of the trace.
    pub events: usize,
    pub diagnostics: Vec<Finding>,
}

impl Document {
    /// The document on one line, without a newline.
    pub fn to_json(&self) -> String {
        json!({
            "output": self.output.iter().map(line).collect::<Vec<_>>(),
            "exit": exit(&self.exit),
            "elapsed": seconds(self.elapsed),
            "turns": self.turns,
            "events": self.events,
            "diagnostics": self.diagnostics.iter().map(finding).collect::<Vec<_>>(),
        })
        .to_string()
    }
}

fn line(line: &Line) -> Value {
    json!({
        "t": seconds(line.time),
        "stream": match line.stream {
            Stream::Stdout => "stdout",
            Stream::Stderr => "stderr",
        },
        "text": line.text,
    })
}

fn exit(exit: &Exit) -> Value {
    match exit {
        Exit::Ok => json!({"ok": true}),
        Exit::Exited { code, message, line } => failure(*code == 0, "SystemExit", message, *line),
        Exit::Failed {
            class, message, line, ..
        } => failure(false, class, message, *line),
    }
}

fn failure(ok: bool, class: &str, message: &str, line: Option<u32>) -> Value {
    let mut exit = Map::new();
    exit.insert("ok".into(), ok.into());
    exit.insert("type".into(), class.into());
    exit.insert("message".into(), message.into());
    if let Some(line) = line {
        exit.insert("line".into(), line.into());
    }
    Value::Object(exit)
}

fn finding(finding: &Finding) -> Value {
    let mut value = json!({
        "severity": finding.severity,
        "code": finding.code,
        "line": finding.line,
        "message": finding.message,
    });
    if let Some(hint) = &finding.hint {
        value["hint"] = hint.as_str().into();
    }
    value
}

fn seconds(nanoseconds: u64) -> f64 {
    nanoseconds as f64 / 1e9
}
