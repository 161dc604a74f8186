//! Tests of the front end as a whole.

mod corpus;
mod errors;
mod imports;
mod limits;
mod lowering;
mod robustness;
mod uses;

use super::{Compiled, compile, verify};
use crate::bytecode::{Code, Const};
use std::rc::Rc;

/// The code of a source without errors; every code object in it passes the verifier.
fn code_of(source: &str) -> Rc<Code> {
    let compiled = compile(source, "test.py");
    assert_verified(&compiled, source);
    compiled
        .code
        .unwrap_or_else(|| panic!("{source}: {:?}", compiled.diagnostics))
}

fn assert_verified(compiled: &Compiled, what: &str) {
    let mut pending: Vec<Rc<Code>> = compiled.code.iter().cloned().collect();
    while let Some(code) = pending.pop() {
        if let Err(error) = verify(&code) {
            panic!(
                "{what}: {}: {error}\n{}",
                code.qualname,
                super::disassemble(&code)
            );
        }
        assert_eq!(code.ops.len(), code.spans.len());
        pending.extend(code.consts.iter().filter_map(|constant| match constant {
            Const::Code(code) => Some(code.clone()),
            _ => None,
        }));
    }
}
