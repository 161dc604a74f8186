//! Frames and fibers: where a program is.

use super::call::NativeFuture;
use crate::bytecode::Op;
use crate::object::{CodeObject, Dict, Exc, Generator, Value};
use std::rc::Rc;

/// One activation of Python code.
pub struct Frame {
    pub code: Rc<CodeObject>,
    /// The next instruction.
    pub pc: usize,
    /// Locals, then free variables' cells, then the operand stack.
    pub slots: Vec<Value>,
    pub globals: Rc<Dict>,
    /// A class body's namespace.
    pub namespace: Option<Rc<Dict>>,
    /// The exception that a handler of this frame is dealing with.
    pub handled: Option<Exc>,
    /// What to do with the result of the frame that this one has called.
    pub then: Then,
    /// The generator whose frame this is.
    pub generator: Option<Rc<Generator>>,
    /// The statement that runs, 1-based.
    pub line: u32,
    /// Whether an exception in flight has just been thrown in from outside (`throw`).
    pub thrown: Option<Exc>,
}

/// What a caller does with the result of what it has called.
#[derive(Default)]
pub enum Then {
    /// Pushes it.
    #[default]
    Push,
    /// Forgets it (`__init__` results are checked first).
    Discard,
    /// `__init__` must return None; the new object is the result.
    Init(Value),
    /// A `for` loop: a yielded value is the item; the end of the iterator jumps to this instruction.
    ForIter(usize),
    /// `await` or `yield from`: what is yielded is passed on outwards; what is returned is the result.
    Delegate,
    /// `with`: the exit method lies below already; pushes.
    /// A jump that has asked for a truth value: pushes it and runs the same instruction again.
    Retry,
    /// An operator whose result must be a bool: negates it (`not in`).
    PushNot,
    /// Takes the result as the exception's outcome of `__del__` and the like: errors are reported, not raised.
    Unraisable(&'static str),
}

/// One entry of a fiber's stack.
pub enum Activation {
    Python(Box<Frame>),
    Native(NativeActivation),
}

/// A native frame: see [`super::cx`].
pub struct NativeActivation {
    pub future: NativeFuture,
}

impl Frame {
    /// The iterator that an `await` or `yield from` of this frame is suspended in.
    pub fn awaited(&self) -> Option<Value> {
        match self.code.ops.get(self.pc) {
            Some(Op::Await | Op::YieldFrom) => self.slots.last().cloned(),
            _ => None,
        }
    }

    /// Whether the place where the frame is suspended has `finally`, `with` or `except` around it.
    pub fn has_cleanup(&self) -> bool {
        let at = self.pc.saturating_sub(1) as u32;
        let here = self.pc as u32;
        let covers = |pc: u32| {
            self.code
                .code
                .handlers
                .iter()
                .any(|h| h.start <= pc && pc < h.end)
        };
        covers(at) || covers(here)
    }

    /// What the frame takes, in bytes.
    pub fn size(&self) -> usize {
        size_of::<Frame>() + self.slots.capacity() * size_of::<Value>()
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        let slots = std::mem::take(&mut self.slots);
        if !slots.is_empty() {
            crate::object::trash::discard(slots);
        }
    }
}
