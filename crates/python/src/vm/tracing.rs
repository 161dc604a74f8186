//! What the machine tells the trace.

use super::Vm;
use super::frame::Frame;
use super::source::Owner;
use crate::object::{CodeObject, Generator, Value};
use switchboard_trace::{Line, Needs, Site, SiteId};

impl Vm {
    #[inline]
    pub(super) fn traces_lines(&self, code: &CodeObject) -> bool {
        code.source.owner == Owner::Program
    }

    pub(super) fn trace_line(&self, line: u32) {
        self.place.set(line);
    }

    /// The program is in this frame again.
    pub(super) fn reach(&self, frame: &Frame) {
        if frame.code.source.owner == Owner::Program {
            self.place.set(frame.line);
        }
    }

    pub(super) fn await_entered(&self, _frame: &Frame, _code: &CodeObject, _pc: usize, _awaited: &Value) {}

    pub(super) fn await_left(&self, _frame: &Frame) {}

    /// Where a coroutine is defined, for the trace.
    pub fn coroutine_site(&self, coroutine: &Value) -> SiteId {
        let Value::Generator(generator) = coroutine else {
            return SiteId::default();
        };
        let code = generator.defined_at.borrow();
        let Some(code) = code.as_ref().filter(|code| code.source.owner == Owner::Program) else {
            return SiteId::default();
        };
        self.site_of(code, 0, &generator.qualname.borrow())
    }

    fn site_of(&self, code: &CodeObject, pc: usize, text: &str) -> SiteId {
        let recorder = self.recorder();
        if !recorder.is_on() {
            return SiteId::default();
        }
        let span = code.code.spans.get(pc).copied().unwrap_or_default();
        let line = if pc == 0 {
            code.code.first_line
        } else {
            code.source.line_of(span.start)
        };
        recorder.site(Site {
            function: recorder.name(&code.qualname),
            text: recorder.name(text),
            start: span.start,
            end: span.end,
            line: Line::new(line),
            needs: Needs::Unknown,
        })
    }

    pub(super) fn note_never_awaited(&self, _generator: &Generator) {}
}
