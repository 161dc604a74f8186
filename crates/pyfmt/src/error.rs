//! The errors of this crate: which Python exception to raise, and with which message.

use std::borrow::Cow;
use std::fmt;

/// The class of the Python exception that CPython raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    Value,
    Type,
    Overflow,
    ZeroDivision,
    Index,
    Key,
    /// The result would be larger than the caller's limit. The message is empty, as CPython's is.
    Memory,
}

impl ErrorKind {
    /// The name of the exception's class, such as `ValueError`.
    pub fn name(self) -> &'static str {
        match self {
            ErrorKind::Value => "ValueError",
            ErrorKind::Type => "TypeError",
            ErrorKind::Overflow => "OverflowError",
            ErrorKind::ZeroDivision => "ZeroDivisionError",
            ErrorKind::Index => "IndexError",
            ErrorKind::Key => "KeyError",
            ErrorKind::Memory => "MemoryError",
        }
    }
}

/// An exception to raise. `message` is `str(exception)` as CPython 3.13 words it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    pub kind: ErrorKind,
    pub message: Cow<'static, str>,
}

/// The result of everything here that can raise.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub fn value(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Value, message)
    }

    pub fn type_error(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Type, message)
    }

    pub fn overflow(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Overflow, message)
    }

    pub fn zero_division(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::ZeroDivision, message)
    }

    pub fn index(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Index, message)
    }

    /// The result would exceed the caller's limit.
    pub fn memory() -> Self {
        Self::new(ErrorKind::Memory, "")
    }

    fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            kind,
            message: message.into(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.name())?;
        f.write_str(": ")?;
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
