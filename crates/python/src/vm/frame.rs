//! Frames: where a program is.

use super::call::NativeFuture;
use crate::bytecode::Op;
use crate::object::{CodeObject, Dict, Exc, Generator, KeptFrame, Value};
use crate::vm::VmResult;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// One activation of Python code.
pub struct Frame {
    pub code: Rc<CodeObject>,
    /// The next instruction; while a callee runs, the calling instruction.
    pub pc: usize,
    /// Locals, then free variables' cells, then the operand stack.
    pub slots: Vec<Value>,
    pub globals: Rc<Dict>,
    /// A class body's namespace.
    pub namespace: Option<Rc<Dict>>,
    /// The namespace again, where it is an object with a `__setitem__` of its own (from a metaclass's `__prepare__`).
    pub namespace_object: Option<Value>,
    /// The exception that a handler of this frame is dealing with.
    pub handled: Option<Exc>,
    /// What to do with the result of what this frame has called.
    pub then: Then,
    /// The generator whose frame this is.
    pub generator: Option<Rc<Generator>>,
    /// The statement that runs, 1-based.
    pub line: u32,
    /// An exception that `throw` has put here, to be raised when the frame goes on.
    pub thrown: Option<Exc>,
    /// What tracebacks that it is part of know of it.
    pub kept: Option<Rc<KeptFrame>>,
}

/// What a frame does with the result of what it has called.
#[derive(Default)]
pub enum Then {
    /// Pushes it and goes on with the next instruction.
    #[default]
    Push,
    /// Pushes it and runs the same instruction again: a jump that had to ask `__bool__`.
    Retry,
    /// A truth value that decides `a and b`, `a or b`: jumps if it is as wanted, else pops the operand.
    JumpOrPop { wanted: bool, target: u32 },
    /// `except*`: a tuple of the rest and the match. Pushes both; a match is what is being handled from now on.
    PushMatch,
    /// An exception, made ready: raises it.
    RaiseIt,
    /// Forgets it and runs the same instruction again: finalizers ran before a statement.
    Discard,
    /// Forgets it and goes on: `x.a = v`, `x[i] = v`.
    Ignore,
    /// `__init__` must return None; the new object is the result.
    Init(Value),
    /// A `for` loop: a yielded value is the item; the end of the iterator jumps to this instruction.
    ForIter(usize),
    /// What `__await__` has returned: pushes it if `await` can wait for it.
    AwaitIterator,
    /// `await` or `yield from`: what is yielded is passed on outwards; what is returned is the result.
    Delegate,
}

/// One entry of a fiber's stack.
pub enum Activation {
    Python(Box<Frame>),
    Native(NativeActivation),
}

/// A native frame: see [`super::cx`].
pub struct NativeActivation {
    pub future: NativeFuture,
    /// The coroutine that this is the frame of.
    pub generator: Option<Rc<Generator>>,
}

impl NativeActivation {
    pub fn new(future: NativeFuture) -> Self {
        NativeActivation {
            future,
            generator: None,
        }
    }

    /// Goes on with it once. The machine is its waker: it runs what the frame has asked for and polls again.
    #[inline(always)]
    pub fn poll(&mut self) -> Poll<VmResult<Value>> {
        self.future.as_mut().poll(&mut Context::from_waker(Waker::noop()))
    }
}

impl Activation {
    pub fn generator(&self) -> Option<&Rc<Generator>> {
        match self {
            Activation::Python(frame) => frame.generator.as_ref(),
            Activation::Native(native) => native.generator.as_ref(),
        }
    }
}

impl Frame {
    /// Whether names are globals: in module code, which has no namespace but these.
    #[inline]
    pub fn has_plain_names(&self) -> bool {
        let namespace = self.namespace.as_ref();
        namespace.is_none_or(|own| Rc::ptr_eq(own, &self.globals))
    }

    /// The iterator that an `await` or `yield from` of this frame is suspended in.
    pub fn awaited(&self) -> Option<Value> {
        match self.code.ops.get(self.pc) {
            Some(Op::Await | Op::YieldFrom) => self.slots.last().cloned(),
            _ => None,
        }
    }

    /// Whether the place where the frame is suspended has `finally`, `with` or `except` around it.
    pub fn has_cleanup(&self) -> bool {
        let at = self.pc as u32;
        let covers = |pc: u32| {
            self.code
                .code
                .handlers
                .iter()
                .any(|h| h.start <= pc && pc < h.end)
        };
        covers(at) || covers(at.saturating_sub(1))
    }

    /// `locals()`: a module's or class body's namespace itself, else a new dict of the variables that are bound.
    pub fn locals(&self) -> Value {
        use crate::bytecode::CodeKind;
        match (self.code.code.kind, &self.namespace) {
            (CodeKind::Module, _) => return Value::Dict(self.globals.clone()),
            (CodeKind::Class, Some(namespace)) => {
                let object = self.namespace_object.clone();
                return object.unwrap_or_else(|| Value::Dict(namespace.clone()));
            }
            _ => {}
        }
        variables(&self.code, &self.slots)
    }

    /// What tracebacks know of the frame.
    pub fn keep(&mut self) -> Rc<KeptFrame> {
        if let Some(kept) = &self.kept {
            return kept.clone();
        }
        let kept = Rc::new(KeptFrame::of(self));
        self.kept = Some(kept.clone());
        kept
    }

    /// The frame has ended and goes back to that one. Where a traceback knows it, its variables live on there.
    pub fn end(&mut self, back: Option<&mut Frame>) {
        let Some(kept) = self.kept.take() else { return };
        if Rc::strong_count(&kept) > 1 {
            let mut variables = std::mem::take(&mut self.slots);
            variables.truncate(self.code.slot_count());
            kept.end(variables, back.map(Frame::keep));
        }
    }

    /// What the frame takes, in bytes.
    pub fn size(&self) -> usize {
        size_of::<Frame>() + self.slots.capacity() * size_of::<Value>()
    }
}

/// The variables that are bound, as a new dict.
pub fn variables(code: &CodeObject, slots: &[Value]) -> Value {
    let dict = Dict::new();
    for (name, value) in code.locals.iter().zip(slots) {
        let value = match value {
            Value::Cell(cell) => cell.get(),
            value => value.clone(),
        };
        if !value.is_empty_slot() && !name.starts_with('.') {
            dict.set_str(name.clone(), value);
        }
    }
    Value::Dict(Rc::new(dict))
}

impl Drop for Frame {
    fn drop(&mut self) {
        self.end(None);
        let slots = std::mem::take(&mut self.slots);
        if !slots.is_empty() {
            crate::object::trash::discard(slots);
        }
    }
}
