//! Something that breaks a habit, and where.

use std::fmt;

use super::Source;

/// One line of tidy's report, in the form that editors can jump to.
#[derive(Debug)]
pub struct Finding {
    path: String,
    line: usize,
    message: String,
}

impl Finding {
    /// A finding about a whole file.
    pub fn of_file(source: &Source, message: impl Into<String>) -> Self {
        Self::at(source, 0, message)
    }

    /// A finding on a line, which is counted from 0.
    pub fn at(source: &Source, line: usize, message: impl Into<String>) -> Self {
        Self {
            path: source.path.clone(),
            line: line.saturating_add(1),
            message: message.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}
