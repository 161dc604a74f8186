//! Why a chore did not end well.

use std::fmt;

/// A message for the person who runs the chore; it ends the command with exit code 1.
#[derive(Debug)]
pub struct Failure(String);

/// What every chore returns.
pub type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// A failure with this message.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<wasmparser::Error> for Failure {
    fn from(error: wasmparser::Error) -> Self {
        Self(format!("wasm: {error}"))
    }
}

impl From<wasm_encoder::reencode::Error> for Failure {
    fn from(error: wasm_encoder::reencode::Error) -> Self {
        Self(format!("wasm: {error}"))
    }
}
