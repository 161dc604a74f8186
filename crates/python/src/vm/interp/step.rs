//! How the loop goes on after an instruction that it does not run itself.

use crate::object::{Exc, Value};
use crate::vm::call::Block;
use crate::vm::cx::Request;
use crate::vm::fiber::{Completion, Fiber, Started};
use crate::vm::frame::{Frame, Then};
use crate::vm::{Vm, VmResult};
use std::future::Future;
use std::rc::Rc;

/// What comes after an instruction.
pub(super) enum Step {
    /// The next instruction.
    Next,
    /// The instruction at this place.
    Jump(usize),
    /// The exception's handler, or the end of the frame.
    Raise(Exc),
    /// What the instruction has called, which lies on the stack by now (or its result is ready). This frame goes
    /// below it, and then does this with the result.
    Wait(Then),
    /// What the native frame on top of the stack has asked for, or the error that it asks for nothing. This frame
    /// awaits it and goes below it.
    Serve(Option<Box<Request>>),
    /// Nothing in this thread, until it is replied to.
    Block(Then, Block),
    /// Whoever has resumed this frame: it is suspended with this.
    Suspend(Completion),
}

impl From<VmResult<Step>> for Step {
    fn from(result: VmResult<Step>) -> Self {
        result.unwrap_or_else(Step::Raise)
    }
}

impl Step {
    /// Pushes a value and goes on.
    pub(super) fn push(frame: &mut Frame, value: Value) -> Step {
        frame.slots.push(value);
        Step::Next
    }
}

impl Fiber {
    /// Calls something whose operands have been taken off the stack, or copied.
    pub(super) fn call_now(
        &mut self,
        vm: &Rc<Vm>,
        frame: &mut Frame,
        then: Then,
        callable: &Value,
        args: &[Value],
    ) -> VmResult<Step> {
        let started = self.start_call(vm, callable, args, &[])?;
        Ok(self.begun(frame, then, started))
    }

    /// A call has been started.
    pub(super) fn begun(&mut self, frame: &mut Frame, then: Then, started: Started) -> Step {
        match (started, then) {
            (Started::Value(value), Then::Push) => Step::push(frame, value),
            (Started::Value(value), then) => {
                self.ready = Some(Completion::Return(value));
                Step::Wait(then)
            }
            (Started::Pushed, then) => Step::Wait(then),
            (Started::Blocked(block), then) => Step::Block(then, block),
        }
    }

    /// Runs a native frame.
    pub(super) fn run_native(
        &mut self,
        then: Then,
        future: impl Future<Output = VmResult<Value>> + 'static,
    ) -> VmResult<Step> {
        self.start(Box::pin(future));
        Ok(Step::Wait(then))
    }
}
