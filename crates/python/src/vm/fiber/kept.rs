//! Frames that tracebacks know, looked at from the fiber that may be running them.

use super::Fiber;
use crate::object::{KeptFrame, Value};
use crate::vm::frame::{Activation, Frame, variables};
use std::rc::{Rc, Weak};

impl Fiber {
    /// Line and variables of a frame that a traceback knows: it runs, is suspended, or has ended.
    pub(super) fn look_at(&self, kept: &Rc<KeptFrame>) -> Value {
        let seen = |line: u32, locals: Value| Value::tuple(vec![Value::Int(line.into()), locals]);
        let is_kept = |frame: &&Frame| frame.kept.as_ref().is_some_and(|known| Rc::ptr_eq(known, kept));
        if let Some(frame) = self.frames().find(is_kept) {
            return seen(frame.line, frame.locals());
        }
        if let Some(generator) = kept.generator.as_ref().and_then(Weak::upgrade)
            && let Some(Activation::Python(frame)) = &*generator.frame.borrow()
        {
            return seen(frame.line, frame.locals());
        }
        seen(kept.line.get(), variables(&kept.code, &kept.variables()))
    }
}
