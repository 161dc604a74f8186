//! Reading a program's file, with CPython's words for what is wrong with it.

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use switchboard_scenario::{Document, FileError, read_file};

/// Why there is no source text.
#[derive(Debug)]
pub enum SourceError {
    /// The file can't be read: CPython exits with 2.
    Unreadable { file: PathBuf, error: io::Error },
    /// The bytes are not text in the encoding that they are said to be in: a `SyntaxError`.
    NotText { message: String, line: u32 },
    /// A Markdown file that is no scenario.
    NoScenario { file: PathBuf, error: FileError },
}

impl SourceError {
    /// Tells it on standard error; what the process exits with, as CPython.
    pub fn print(&self) -> io::Result<u8> {
        writeln!(io::stderr(), "{self}")?;
        Ok(match self {
            Self::Unreadable { .. } | Self::NoScenario { .. } => 2,
            Self::NotText { .. } => 1,
        })
    }
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { file, error } => {
                write!(f, "switchboard: can't open file '{}': ", file.display())?;
                match (error.raw_os_error(), error.kind()) {
                    (Some(code), kind) => write!(f, "[Errno {code}] {}", sentence(kind, error)),
                    (None, _) => write!(f, "{error}"),
                }
            }
            Self::NoScenario { file, error } => write!(f, "switchboard: {}: {error}", file.display()),
            Self::NotText { message, .. } => write!(f, "SyntaxError: {message}"),
        }
    }
}

fn sentence(kind: io::ErrorKind, error: &io::Error) -> String {
    match kind {
        io::ErrorKind::NotFound => "No such file or directory".to_owned(),
        io::ErrorKind::PermissionDenied => "Permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "Is a directory".to_owned(),
        _ => error.to_string(),
    }
}

/// The text of a Python file, or the program of a scenario file.
pub fn read(file: &Path) -> Result<String, SourceError> {
    Ok(read_scenario(file)?.program())
}

/// What a file holds: a program by itself, or a scenario in all its languages.
pub enum Held {
    Program(String),
    Scenario(Box<Document>),
}

impl Held {
    fn program(self) -> String {
        match self {
            Self::Program(program) => program,
            Self::Scenario(document) => document.program,
        }
    }
}

/// What a file holds. Files whose names end with `.md` are scenarios.
pub fn read_scenario(file: &Path) -> Result<Held, SourceError> {
    let text = read_text(file)?;
    if file.extension().is_none_or(|extension| extension != "md") {
        return Ok(Held::Program(text));
    }
    match read_file(&text) {
        Ok(document) => Ok(Held::Scenario(Box::new(document))),
        Err(error) => Err(SourceError::NoScenario {
            file: file.to_owned(),
            error,
        }),
    }
}

/// The text of a file. Understood are UTF-8 and the declared encodings ASCII and Latin-1 (PEP 263).
fn read_text(file: &Path) -> Result<String, SourceError> {
    let bytes = std::fs::read(file).map_err(|error| SourceError::Unreadable {
        file: file.to_owned(),
        error,
    })?;
    decode(bytes, file)
}

fn decode(bytes: Vec<u8>, file: &Path) -> Result<String, SourceError> {
    let declared = declared_encoding(&bytes);
    let encoding = declared.as_deref().map(Encoding::named);
    match (encoding, String::from_utf8(bytes)) {
        (Some(Encoding::Other), Err(_)) => Err(SourceError::NotText {
            message: format!("encoding problem: {}", declared.unwrap_or_default()),
            line: 1,
        }),
        (Some(Encoding::Latin1), text) => {
            let bytes = text.map_or_else(std::string::FromUtf8Error::into_bytes, String::into_bytes);
            Ok(bytes.into_iter().map(char::from).collect())
        }
        (_, Ok(text)) => Ok(text),
        (encoding, Err(error)) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let byte = bytes.get(at).copied().unwrap_or_default();
            let line = 1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count();
            let message = match encoding {
                None => format!(
                    "Non-UTF-8 code starting with '\\x{byte:02x}' in file {} on line {line}, but no encoding \
                     declared; see https://peps.python.org/pep-0263/ for details",
                    file.display()
                ),
                Some(_) => format!(
                    "(unicode error) '{}' codec can't decode byte 0x{byte:02x} in position {at}: invalid byte",
                    declared.unwrap_or_default()
                ),
            };
            Err(SourceError::NotText {
                message,
                line: u32::try_from(line).unwrap_or(u32::MAX),
            })
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Latin1,
    Other,
}

impl Encoding {
    fn named(name: &str) -> Self {
        match name.to_ascii_lowercase().replace('_', "-").as_str() {
            "utf-8" | "utf8" | "utf-8-sig" | "ascii" | "us-ascii" => Self::Utf8,
            "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" => Self::Latin1,
            _ => Self::Other,
        }
    }
}

/// What a `coding: NAME` comment in one of the first two lines says.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    for line in bytes.split(|byte| *byte == b'\n').take(2) {
        let line = String::from_utf8_lossy(line);
        let code = line.trim_start_matches(['\u{feff}', ' ', '\t', '\u{c}']);
        let Some(comment) = code.strip_prefix('#') else {
            // A declaration in the second line counts after a blank or a comment only.
            if code.trim().is_empty() {
                continue;
            }
            return None;
        };
        if let Some((_, after)) = comment.split_once("coding")
            && let Some(value) = after.strip_prefix([':', '='])
        {
            let value = value.trim_start_matches([' ', '\t']);
            let end = value
                .find(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c)))
                .unwrap_or(value.len());
            if end > 0 {
                return Some(value[..end].to_owned());
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> Result<String, String> {
        decode(bytes.to_vec(), Path::new("a.py")).map_err(|error| error.to_string())
    }

    #[test]
    fn a_byte_that_is_not_utf_8_is_told_with_its_line() {
        assert_eq!(
            decoded(b"print(1)\nx = '\xe9'\n").unwrap_err(),
            "SyntaxError: Non-UTF-8 code starting with '\\xe9' in file a.py on line 2, but no encoding declared; \
             see https://peps.python.org/pep-0263/ for details"
        );
    }

    #[test]
    fn a_declared_encoding_is_used() {
        assert_eq!(
            decoded(b"#!/usr/bin/python\n# -*- coding: latin-1 -*-\n'\xe9'").unwrap(),
            "#!/usr/bin/python\n# -*- coding: latin-1 -*-\n'é'"
        );
        assert!(decoded(b"# coding: cp1252\n'\x80'").is_err());
        assert!(decoded(b"x = 1\n# coding: latin-1\n'\xe9'").is_err());
    }
}
