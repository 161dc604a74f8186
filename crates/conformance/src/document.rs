//! What a program did, as `switchboard run --json` prints it and as the goldens hold it.

use serde_json::Value;

/// A program's run.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The lines that it wrote, in their order.
    pub output: Vec<Line>,
    /// How it ended.
    pub exit: Exit,
    /// When it ended, in virtual seconds.
    pub elapsed: f64,
}

/// A line that a program wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// When, in virtual seconds.
    pub time: f64,
    /// `stdout` or `stderr`.
    pub stream: String,
    /// Without its newline.
    pub text: String,
}

/// How a program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exit {
    /// Whether the exit code is 0.
    pub ok: bool,
    /// The exception's type, or `Deadlock` or `Limit`.
    pub kind: Option<String>,
    /// `str` of the exception.
    pub message: Option<String>,
    /// The innermost line in the program, counted from 1.
    pub line: Option<u64>,
}

impl Document {
    /// Reads the JSON document; an error names what is missing from it.
    pub fn parse(json: &str) -> Result<Self, String> {
        let value: Value = serde_json::from_str(json).map_err(|error| format!("not JSON: {error}"))?;
        let output = value["output"].as_array().ok_or("`output` is not a list")?;
        let exit = &value["exit"];
        Ok(Self {
            output: output.iter().map(line).collect::<Result<_, _>>()?,
            exit: Exit {
                ok: exit["ok"].as_bool().ok_or("`exit.ok` is missing")?,
                kind: exit["type"].as_str().map(str::to_owned),
                message: exit["message"].as_str().map(str::to_owned),
                line: exit["line"].as_u64(),
            },
            elapsed: value["elapsed"].as_f64().ok_or("`elapsed` is missing")?,
        })
    }
}

fn line(value: &Value) -> Result<Line, String> {
    Ok(Line {
        time: value["t"].as_f64().ok_or("a line has no `t`")?,
        stream: value["stream"]
            .as_str()
            .ok_or("a line has no `stream`")?
            .to_owned(),
        text: value["text"].as_str().ok_or("a line has no `text`")?.to_owned(),
    })
}
