//! How a run ends, and what `SystemExit` has to do with it.

use crate::object::{Exc, Value};

/// How a run has ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Exit {
    Ok,
    /// By `SystemExit`.
    Exited {
        /// What the process exits with: 0 to 255.
        code: u8,
        message: String,
        /// 1-based, in the program.
        line: Option<u32>,
    },
    Failed {
        /// The exception's class, `Deadlock` or `Limit`.
        class: String,
        message: String,
        /// 1-based, in the program.
        line: Option<u32>,
        /// What the process exits with.
        code: u8,
    },
}

impl Exit {
    /// What the process exits with.
    pub fn code(&self) -> u8 {
        match self {
            Exit::Ok => 0,
            Exit::Exited { code, .. } | Exit::Failed { code, .. } => *code,
        }
    }

    pub(super) fn with_message(self, said: String) -> Exit {
        match self {
            Exit::Ok => Exit::Ok,
            Exit::Exited { code, line, .. } => Exit::Exited {
                code,
                message: said,
                line,
            },
            Exit::Failed {
                class, line, code, ..
            } => Exit::Failed {
                class,
                message: said,
                line,
                code,
            },
        }
    }
}

/// What `SystemExit` asks for.
pub(super) enum ExitStatus {
    Code(u8),
    /// To be printed; the process ends with 1.
    Text(Value),
}

pub(super) fn exit_status(exc: &Exc) -> ExitStatus {
    let args = exc.data().args.borrow().clone();
    match &**args {
        [] | [Value::None] => ExitStatus::Code(0),
        // The operating system keeps the lowest eight bits.
        [Value::Int(code)] => ExitStatus::Code((*code & 0xff) as u8),
        [Value::BigInt(_)] => ExitStatus::Code(u8::MAX),
        [Value::Bool(code)] => ExitStatus::Code(u8::from(*code)),
        [value] => ExitStatus::Text(value.clone()),
        _ => ExitStatus::Text(Value::Tuple(args.clone())),
    }
}
