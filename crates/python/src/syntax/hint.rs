//! What to write instead of what does not work here, as data: hosts have words for it in several languages.

use std::fmt::{self, Display, Formatter};

/// What to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// Imports of a package's own files.
    OneFile,
    /// The module, or its name, is to come.
    Later(String, Instead),
    /// The module, or its name, is not to come.
    NotHere(String),
    /// What programs have in place of files and processes.
    NoSystem,
    /// What runs source text, which can as well stand in the program.
    WriteCode,
    /// What is done here in place of a debugger.
    StepThrough,
    /// The source is larger than can be compiled; in MB, how large it may be.
    CutDown(usize),
    /// Parts of an expression nest too deeply.
    NameParts,
    /// An escape of half a character.
    WholeCharacter,
    /// A name whose normal form is not known.
    PlainLetters(String),
    /// `\N{...}` knows few names.
    FewCharacterNames,
}

/// What stands for a module until it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    Tasks,
    Sleep,
}

impl Display for Hint {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneFile => f.write_str("A program is one file here: put the code into it."),
            Self::Later(name, instead) => write!(f, "{name} comes later; until then, {instead}."),
            Self::NotHere(name) => write!(f, "{name} is not part of Switchboard's Python."),
            Self::NoSystem => f.write_str(
                "There are no files and no other processes here: io.StringIO keeps text in memory, and asyncio.sleep \
                 can stand for waiting on them.",
            ),
            Self::WriteCode => f.write_str("Write it as code of the program."),
            Self::StepThrough => f.write_str("Step through the recorded run instead: every line has its values."),
            Self::CutDown(_) => {
                f.write_str("Programs of this size are data: compute them, or cut them down.")
            }
            Self::NameParts => f.write_str("Give parts of the expression names of their own."),
            Self::WholeCharacter => {
                f.write_str("Write the character itself, or its code in the form \\UXXXXXXXX.")
            }
            Self::PlainLetters(_) => f.write_str("Write it with letters that Unicode does not take apart."),
            Self::FewCharacterNames => f.write_str(
                "Only the names of Greek letters and of the most used signs are known here: \
                 write the character itself or \\uXXXX.",
            ),
        }
    }
}

impl Display for Instead {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Tasks => "asyncio tasks (asyncio.create_task) run side by side here",
            Self::Sleep => "asyncio.sleep can stand for waiting on the network",
        })
    }
}
