//! Raising exceptions from Rust.

use super::{Vm, VmResult};
use crate::object::{Exc, ExcData, Instance, Payload, Type, Value};
use std::rc::Rc;
use switchboard_pyfmt::ErrorKind;

/// What a cancelled handle takes in the executor's tables, with the room that those have for more.
const CANCELLED_HANDLE: usize = 160;

/// So many bytes are copied, or looked through, in the time of an instruction.
pub const BYTES_AN_INSTRUCTION: usize = 32;

impl Vm {
    /// A new exception of a native class with these `args`.
    pub fn exc_args(&self, class: &Rc<Type>, args: Vec<Value>) -> Exc {
        Exc(Rc::new(Instance::new(
            class.clone(),
            Payload::Exception(Box::new(ExcData::new(args))),
        )))
    }

    /// A new exception with a message.
    pub fn exc(&self, class: &Rc<Type>, message: impl Into<String>) -> Exc {
        self.exc_args(class, vec![Value::str(message)])
    }

    pub fn type_error(&self, message: impl Into<String>) -> Exc {
        self.exc(&self.types.type_error, message)
    }

    pub fn value_error(&self, message: impl Into<String>) -> Exc {
        self.exc(&self.types.value_error, message)
    }

    pub fn runtime_error(&self, message: impl Into<String>) -> Exc {
        self.exc(&self.types.runtime_error, message)
    }

    pub fn index_error(&self, message: impl Into<String>) -> Exc {
        self.exc(&self.types.index_error, message)
    }

    pub fn key_error(&self, key: Value) -> Exc {
        self.exc_args(&self.types.key_error, vec![key])
    }

    pub fn overflow_error(&self, message: impl Into<String>) -> Exc {
        self.exc(&self.types.overflow_error, message)
    }

    pub fn zero_division(&self, message: impl Into<String>) -> Exc {
        self.exc(&self.types.zero_division_error, message)
    }

    pub fn attribute_error(&self, message: impl Into<String>) -> Exc {
        self.exc(&self.types.attribute_error, message)
    }

    pub fn name_error(&self, message: impl Into<String>) -> Exc {
        self.exc(&self.types.name_error, message)
    }

    pub fn memory_error(&self) -> Exc {
        self.exc_args(&self.types.memory_error, Vec::new())
    }

    pub fn recursion_error(&self) -> Exc {
        self.exc(&self.types.recursion_error, "maximum recursion depth exceeded")
    }

    /// StopIteration with a value (none if it is None, as CPython does).
    pub fn stop_iteration(&self, value: Value) -> Exc {
        let args = if value.is_none() { Vec::new() } else { vec![value] };
        self.exc_args(&self.types.stop_iteration, args)
    }

    /// MemoryError if so many more bytes would pass the limit. To be asked before anything large is made.
    pub fn reserve(&self, bytes: usize) -> VmResult<()> {
        if self.memory_used().saturating_add(bytes) > self.limits.memory.get() {
            return Err(self.memory_error());
        }
        Ok(())
    }

    /// As [`Vm::reserve`], for something that is made once: what it takes to fill so many bytes counts as work.
    pub fn allocate(&self, bytes: usize) -> VmResult<()> {
        self.reserve(bytes)?;
        self.charge(bytes / BYTES_AN_INSTRUCTION)
    }

    /// Counts looking through so many bytes as work.
    pub fn scan(&self, bytes: usize) -> VmResult<()> {
        self.charge(bytes / BYTES_AN_INSTRUCTION)
    }

    /// How many more bytes the program's objects may take.
    pub fn room(&self) -> usize {
        self.limits.memory.get().saturating_sub(self.memory_used())
    }

    /// The bytes that the program's objects take, and what the loop keeps of those that are gone.
    pub(super) fn memory_used(&self) -> usize {
        let cancelled = self.aio.scheduler.cancelled_handles();
        crate::object::memory::used() + cancelled * CANCELLED_HANDLE
    }

    /// The exception that an error of the formatting crate stands for.
    pub fn raise(&self, error: switchboard_pyfmt::Error) -> Exc {
        /// What C's `pow` reports as `errno` and its text.
        const RANGE_ERROR: &str = "(34, 'Numerical result out of range')";
        match error.kind {
            ErrorKind::Value => self.value_error(error.message),
            ErrorKind::Type => self.type_error(error.message),
            ErrorKind::Overflow if error.message == RANGE_ERROR => {
                let args = vec![Value::Int(34), Value::str("Numerical result out of range")];
                self.exc_args(&self.types.overflow_error, args)
            }
            ErrorKind::Overflow => self.overflow_error(error.message),
            ErrorKind::ZeroDivision => self.zero_division(error.message),
            ErrorKind::Index => self.index_error(error.message),
            ErrorKind::Key => self.key_error(Value::str(error.message)),
            ErrorKind::Memory => self.memory_error(),
        }
    }

    /// `isinstance(exc, class)`.
    pub fn is_exc(&self, exc: &Exc, class: &Rc<Type>) -> bool {
        exc.0.class.is_subclass_of(class)
    }

    /// Limits and deadlocks end the run: no handler of the program sees them.
    pub fn is_fatal(&self, exc: &Exc) -> bool {
        self.is_exc(exc, &self.types.limit_exceeded) || self.is_exc(exc, &self.types.deadlock)
    }
}
