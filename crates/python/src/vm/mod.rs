//! The virtual machine.

pub mod attr;
pub mod builtin_types;
pub mod call;
pub mod cx;
pub mod errors;
pub mod finalize;
pub mod frame;
pub mod names;
pub mod protocol;
pub mod source;

pub use source::Source;

use crate::object::{Dict, Exc, Str, Type, Value};
use builtin_types::Types;
use cx::Link;
use names::{Interner, Names};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The result of whatever can raise a Python exception.
pub type VmResult<T> = Result<T, Exc>;

/// Where a program's text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Stdout,
    Stderr,
}

/// Bounds on what a program may use.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of all objects together.
    pub memory: usize,
    /// Nested calls of Python functions (`sys.getrecursionlimit`).
    pub recursion: Cell<usize>,
    /// Instructions of the whole run.
    pub instructions: u64,
    /// Virtual nanoseconds of the whole run.
    pub time: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            memory: 256 << 20,
            recursion: Cell::new(1000),
            instructions: 2_000_000_000,
            time: 1_000_000_000_000_000,
        }
    }
}

/// The world that all frames of a program share. Frames themselves belong to fibers, so that the machine can be
/// borrowed while a frame runs.
pub struct Vm {
    pub types: Types,
    pub names: Names,
    pub interner: Interner,
    pub builtins: Rc<Dict>,
    /// `sys.modules`.
    pub modules: Rc<Dict>,
    pub limits: Limits,
    pub clock: Clock,
    pub link: Rc<Link>,
    pub(crate) method_cache: RefCell<Vec<attr::Cached>>,
    /// What the program has printed goes here.
    pub output: RefCell<Box<dyn FnMut(Stream, &str)>>,
}

/// Virtual time: what waiting has added, and what the executed instructions cost.
#[derive(Default)]
pub struct Clock {
    /// Nanoseconds that did not come from instructions.
    pub waited: Cell<u64>,
    /// Instructions executed so far.
    pub instructions: Cell<u64>,
    /// Nanoseconds an instruction.
    pub cost: Cell<u64>,
}

impl Clock {
    /// Virtual nanoseconds since the start.
    pub fn now(&self) -> u64 {
        self.waited
            .get()
            .saturating_add(self.instructions.get().saturating_mul(self.cost.get()))
    }

    /// Lets time pass until `at`; does nothing if it is over.
    pub fn advance_to(&self, at: u64) {
        let now = self.now();
        if at > now {
            self.waited.set(self.waited.get() + (at - now));
        }
    }
}

impl Vm {
    /// The one object for a name.
    pub fn intern(&self, name: &str) -> Str {
        self.interner.intern(name)
    }

    /// Prints text as it is.
    pub fn write(&self, stream: Stream, text: &str) {
        (self.output.borrow_mut())(stream, text);
    }

    /// The class of a value.
    pub fn type_of<'a>(&'a self, value: &'a Value) -> &'a Rc<Type> {
        use crate::object::{GeneratorKind, iter::DictPart, iter::IterState};
        let types = &self.types;
        match value {
            Value::Empty | Value::None => &types.none,
            Value::Bool(_) => &types.bool,
            Value::Int(_) | Value::BigInt(_) => &types.int,
            Value::Float(_) => &types.float,
            Value::Ellipsis => &types.ellipsis,
            Value::NotImplemented => &types.not_implemented,
            Value::Complex(_) => &types.complex,
            Value::Str(_) => &types.str,
            Value::Bytes(_) => &types.bytes,
            Value::Tuple(_) => &types.tuple,
            Value::List(_) => &types.list,
            Value::Dict(_) => &types.dict,
            Value::Set(_) => &types.set,
            Value::FrozenSet(_) => &types.frozenset,
            Value::Range(_) => &types.range,
            Value::Slice(_) => &types.slice,
            Value::Function(_) => &types.function,
            Value::Method(method) => match method.function {
                Value::Native(_) => &types.builtin_function,
                _ => &types.method,
            },
            Value::Native(native) => match native.owner.borrow().is_some() {
                true if native.name.starts_with("__") => &types.wrapper_descriptor,
                true => &types.method_descriptor,
                false => &types.builtin_function,
            },
            Value::Type(class) => class.metaclass.as_ref().unwrap_or(&types.type_),
            Value::Module(_) => &types.module,
            Value::Instance(instance) => &instance.class,
            Value::Generator(generator) => match generator.kind {
                GeneratorKind::Generator => &types.generator,
                GeneratorKind::Coroutine => &types.coroutine,
                GeneratorKind::AsyncGenerator => &types.async_generator,
            },
            Value::Iter(iter) => match &*iter.state.borrow() {
                IterState::List { .. } => &types.list_iterator,
                IterState::ListReversed { .. } => &types.list_reverseiterator,
                IterState::Tuple { .. } => &types.tuple_iterator,
                IterState::Range { .. } => &types.range_iterator,
                IterState::Str { .. } => &types.str_iterator,
                IterState::Bytes { .. } => &types.bytes_iterator,
                IterState::Dict {
                    part: DictPart::Keys, ..
                } => &types.dict_keyiterator,
                IterState::Dict {
                    part: DictPart::Values,
                    ..
                } => &types.dict_valueiterator,
                IterState::Dict {
                    part: DictPart::Items,
                    ..
                } => &types.dict_itemiterator,
                IterState::DictReversed { .. } => &types.dict_reversekeyiterator,
                IterState::Set { .. } => &types.set_iterator,
                IterState::Sentinel { .. } => &types.callable_iterator,
                IterState::Enumerate { .. } => &types.enumerate,
                IterState::Zip { .. } => &types.zip,
                IterState::Map { .. } => &types.map,
                IterState::Filter { .. } => &types.filter,
                IterState::ItemsReversed { .. } => &types.reversed,
                IterState::Done | IterState::Values(_) | IterState::Items { .. } => &types.iterator,
            },
            Value::Cell(_) => &types.cell,
            Value::Code(_) => &types.code,
        }
    }

    /// The class's name, as in messages.
    pub fn type_name(&self, value: &Value) -> Str {
        self.type_of(value).name.clone()
    }

    /// `isinstance(value, class)` without `__instancecheck__`.
    pub fn is_instance(&self, value: &Value, class: &Rc<Type>) -> bool {
        self.type_of(value).is_subclass_of(class)
    }
}
