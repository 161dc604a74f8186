//! Generators, coroutines and async generators: suspended frames.
//!
//! ```text
//!              1                    2
//!   created ───────► running ◄──────────► suspended
//!      │                │ 3                   │
//!      └────────────────┴──► finished ◄───────┘ 4
//! ```
//!
//! 1. The first `send(None)` or `await` begins the body.
//! 2. It yields (or waits), and is resumed.
//! 3. It returns or raises. `close()` before the first step also ends it without running anything.
//! 4. `close()`, or its last reference goes: GeneratorExit is thrown in first, so that `finally` runs.

use super::memory::Charge;
use super::{CodeObject, Function, Str, Value};
use crate::vm::finalize;
use crate::vm::frame::{Activation, Frame};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorKind {
    Generator,
    Coroutine,
    AsyncGenerator,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratorState {
    Created,
    Running,
    Suspended,
    Finished,
}

pub struct Generator {
    pub kind: GeneratorKind,
    pub name: RefCell<Str>,
    pub qualname: RefCell<Str>,
    /// The frame, while the generator does not run. A running generator's frame is on its fiber's stack.
    /// Coroutines of our own modules (`asyncio.sleep`) have a native frame.
    pub frame: RefCell<Option<Activation>>,
    pub state: Cell<GeneratorState>,
    /// Async generators: whether the loop knows it, so that it can close it in the end.
    pub hooked: Cell<bool>,
    /// Async generators: an `asend`, `athrow` or `aclose` is under way.
    pub busy: Cell<bool>,
    /// A generator decorated with `types.coroutine` may be awaited.
    pub awaitable: Cell<bool>,
    /// The code of its body, kept for its repr when the frame is gone.
    pub defined_at: RefCell<Option<Rc<CodeObject>>>,
    /// Its end has been seen to: that happens once, even if it comes back to life.
    finalized: Cell<bool>,
    /// The program's line that has made it.
    pub made_at: Cell<u32>,
    /// A number of its own, for its repr and the trace.
    pub serial: u64,
    charge: Charge,
}

impl Generator {
    /// What a call of this function makes. It is called as the function is at that moment (`gen_new_with_qualname`):
    /// decorators rename functions.
    pub fn new(kind: GeneratorKind, function: &Function, frame: Box<Frame>) -> Self {
        let size = 200 + frame.size();
        let (name, qualname) = (function.name.borrow().clone(), function.qualname.borrow().clone());
        Generator::with_activation(kind, name, qualname, Activation::Python(frame), size)
    }

    /// A coroutine written in Rust.
    pub fn native(name: Str, activation: Activation) -> Self {
        Generator::with_activation(GeneratorKind::Coroutine, name.clone(), name, activation, 400)
    }

    fn with_activation(
        kind: GeneratorKind,
        name: Str,
        qualname: Str,
        frame: Activation,
        size: usize,
    ) -> Self {
        let code = match &frame {
            Activation::Python(frame) => Some(frame.code.clone()),
            Activation::Native(_) => None,
        };
        Generator {
            defined_at: RefCell::new(code),
            kind,
            name: RefCell::new(name),
            qualname: RefCell::new(qualname),
            frame: RefCell::new(Some(frame)),
            state: Cell::new(GeneratorState::Created),
            hooked: Cell::new(false),
            busy: Cell::new(false),
            awaitable: Cell::new(false),
            finalized: Cell::new(false),
            made_at: Cell::new(0),
            serial: super::value::next_serial(),
            charge: Charge::new(size),
        }
    }

    /// Keeps its frame until it is resumed.
    #[inline(always)]
    pub fn suspend(&self, frame: Activation) {
        self.state.set(GeneratorState::Suspended);
        self.frame.replace(Some(frame));
    }

    /// What the suspended frame awaits at present (`cr_await`, `gi_yieldfrom`).
    pub fn awaited(&self) -> Option<Value> {
        match self.frame.borrow().as_ref() {
            Some(Activation::Python(frame)) => frame.awaited(),
            _ => None,
        }
    }

    /// What the object takes, in bytes.
    pub fn charged(&self) -> usize {
        self.charge.bytes()
    }

    /// For [`finalize`]: a dying generator's content in a new object.
    fn take(&mut self) -> Generator {
        Generator {
            defined_at: RefCell::new(self.defined_at.take()),
            kind: self.kind,
            name: RefCell::new(self.name.borrow().clone()),
            qualname: RefCell::new(self.qualname.borrow().clone()),
            frame: RefCell::new(self.frame.take()),
            state: Cell::new(self.state.get()),
            hooked: Cell::new(self.hooked.get()),
            busy: Cell::new(false),
            awaitable: Cell::new(self.awaitable.get()),
            finalized: Cell::new(true),
            made_at: Cell::new(self.made_at.get()),
            serial: self.serial,
            charge: Charge::new(self.charge.bytes()),
        }
    }
}

impl Drop for Generator {
    fn drop(&mut self) {
        let wants_finalizer = match self.state.get() {
            // "coroutine … was never awaited"
            GeneratorState::Created => self.kind == GeneratorKind::Coroutine,
            // `finally` and `with` blocks in the suspended frame must run.
            GeneratorState::Suspended => match self.frame.borrow().as_ref() {
                Some(Activation::Python(frame)) => frame.has_cleanup() || frame.awaited().is_some(),
                _ => false,
            },
            GeneratorState::Running | GeneratorState::Finished => false,
        };
        if wants_finalizer && !self.finalized.get() {
            finalize::generator(Rc::new(self.take()));
        }
    }
}
