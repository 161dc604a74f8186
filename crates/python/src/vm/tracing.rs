//! What the machine tells the trace.

use super::Vm;
use super::frame::Frame;
use super::source::Owner;
use crate::object::{CodeObject, Generator, Value};

impl Vm {
    #[inline]
    pub(super) fn traces_lines(&self, code: &CodeObject) -> bool {
        code.source.owner == Owner::Program
    }

    pub(super) fn trace_line(&self, line: u32) {
        self.place.set(line);
    }

    pub(super) fn await_entered(&self, _frame: &Frame, _code: &CodeObject, _pc: usize, _awaited: &Value) {}

    pub(super) fn await_left(&self, _frame: &Frame) {}

    pub(super) fn note_never_awaited(&self, _generator: &Generator) {}
}
