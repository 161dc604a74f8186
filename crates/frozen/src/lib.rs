//! What the page runs first, compiled when the page is built: its first program runs before the parser is there.

use switchboard_python::bytecode::*;
use switchboard_python::syntax::{Frozen, FrozenCode, FrozenConst, Part};

/// The program that the page opens with.
pub const FIRST_PROGRAM: &str = include_str!("../../../static/first_program.py");

/// The first program, and the modules that it imports.
pub static FROZEN: &[Frozen] = include!(concat!(env!("OUT_DIR"), "/frozen.rs"));

#[cfg(test)]
mod tests {
    use super::{FIRST_PROGRAM, FROZEN};
    use switchboard_python::syntax::{compile, parts};

    #[test]
    fn frozen_code_is_what_the_compiler_makes_of_its_text() {
        for frozen in FROZEN {
            let text = (frozen.source)();
            assert!(!text.is_empty());
            // No frozen texts are set here: this one is compiled.
            assert_eq!(Some(frozen.code.thaw()), compile(text, "").code, "{text}");
            assert_eq!(frozen.parts, parts(text), "{text}");
        }
    }

    #[test]
    fn the_first_program_is_among_them_and_nothing_is_to_be_said_of_it() {
        assert!(FROZEN.iter().any(|frozen| (frozen.source)() == FIRST_PROGRAM));
        assert_eq!(compile(FIRST_PROGRAM, "").diagnostics, []);
    }
}
