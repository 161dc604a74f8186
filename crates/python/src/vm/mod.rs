//! The virtual machine.

pub mod attr;
mod awaits;
mod bind;
mod build;
pub mod builtin_types;
pub mod call;
pub mod class;
pub mod clock;
pub mod cx;
mod dispatch;
pub mod errors;
pub mod fiber;
pub mod finalize;
pub mod finalizers;
pub mod frame;
pub mod generators;
pub mod groups;
pub mod import;
mod interp;
mod link;
pub mod names;
mod patterns;
pub mod protocol;
mod raise;
pub mod source;
pub mod suggest;
pub mod traceback;
mod tracing;
mod variables;
pub mod warn;

pub use clock::Clock;
pub use source::Source;
pub use tracing::Tracing;

use crate::aio::Aio;
use crate::modules::contextvars::ContextTypes;
use crate::modules::library::Fetch;
use crate::modules::native_types::NativeTypes;
use crate::object::{Dict, Exc, Str, Type, Value};
use builtin_types::Types;
use cx::Link;
use names::{Interner, Names};
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::rc::Rc;
use switchboard_executor::{Executor, Recorder};

/// The result of whatever can raise a Python exception.
pub type VmResult<T> = Result<T, Exc>;

/// Takes what a program prints, with its virtual time in nanoseconds.
pub type Sink = Box<dyn FnMut(Stream, &str, u64)>;

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
    pub memory: Cell<usize>,
    /// Nested calls of Python functions (`sys.getrecursionlimit`).
    pub recursion: Cell<usize>,
    /// Instructions of the whole run.
    pub instructions: Cell<u64>,
    /// Virtual nanoseconds of the whole run.
    pub time: Cell<u64>,
    /// Bytes that the program may print.
    pub output: Cell<u64>,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            memory: Cell::new(256 << 20),
            recursion: Cell::new(1000),
            instructions: Cell::new(100_000_000),
            time: Cell::new(1_000_000_000_000_000),
            output: Cell::new(8 << 20),
        }
    }
}

impl Limits {
    /// The run is over: what is left to do is to say so.
    pub fn lift(&self) {
        self.memory.set(self.memory.get().saturating_add(64 << 20));
        self.instructions
            .set(self.instructions.get().saturating_add(10_000_000));
        self.time.set(u64::MAX);
        self.output.set(u64::MAX);
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
    /// What `class` statements call.
    pub build_class: Value,
    pub aio: Aio,
    pub context_types: ContextTypes,
    pub native_types: NativeTypes,
    /// The context variables' values where the program is.
    pub(crate) current_context: RefCell<Rc<Dict>>,
    /// What contexts that nothing was ever set in share.
    pub(crate) bare_context: Rc<Dict>,
    recorder: Recorder,
    tracing: Tracing,
    /// For whoever inspects the session.
    pub(crate) seen: crate::inspect::Seen,
    /// The program being run.
    pub program: RefCell<Option<Rc<Source>>>,
    /// The statement that runs at present, in the program.
    pub place: Cell<u32>,
    /// `ExceptionGroup`, which extends two built-in classes.
    exception_group: Rc<Type>,
    pub(crate) method_cache: RefCell<Vec<attr::Cached>>,
    /// Bytes printed so far.
    pub(crate) printed: Cell<u64>,
    /// The warnings that the machine has given: each is given once.
    pub(crate) warned: RefCell<HashSet<String>>,
    /// The limit that has ended the run.
    pub exceeded: Cell<Option<switchboard_trace::Exceeded>>,
    /// What the program has printed goes here.
    pub output: RefCell<Sink>,
    /// Where random numbers begin: the same seed gives the same run.
    pub seed: Cell<u64>,
    /// Brings the texts of library modules that are not part of the binary.
    pub library: RefCell<Option<Fetch>>,
}

impl Vm {
    /// A machine with its built-in types and functions.
    pub fn new(limits: Limits, cost: u64, recorder: Recorder, output: Sink) -> Rc<Vm> {
        let interner = Interner::default();
        let types = Types::new(&interner);
        let names = Names::new(&interner);
        let exception_group = exception_group(&interner, &types);
        let vm = Rc::new(Vm {
            build_class: Value::Native(crate::object::NativeFunction::new(
                "__build_class__",
                "builtins",
                crate::object::NativeKind::Flow(class::build_class),
            )),
            aio: Aio::new(&interner, &types, Executor::new(recorder.clone())),
            context_types: ContextTypes::new(&interner, &types.object),
            native_types: NativeTypes::new(&interner, &types),
            current_context: RefCell::default(),
            bare_context: Rc::default(),
            recorder,
            seen: Default::default(),
            tracing: Tracing::default(),
            types,
            names,
            interner,
            builtins: Rc::new(Dict::new()),
            modules: Rc::new(Dict::new()),
            limits,
            clock: Clock::new(cost),
            link: Rc::default(),
            program: RefCell::new(None),
            place: Cell::new(0),
            exception_group,
            method_cache: RefCell::new(vec![attr::Cached::default(); attr::METHOD_CACHE_SIZE]),
            printed: Cell::new(0),
            warned: RefCell::default(),
            exceeded: Cell::new(None),
            output: RefCell::new(output),
            seed: Cell::new(0),
            library: RefCell::new(None),
        });
        crate::types::install(&vm);
        NativeTypes::install(&vm);
        crate::aio::install(&vm);
        crate::modules::contextvars::install(&vm);
        vm.install_types();
        crate::modules::builtins::install(&vm);
        vm
    }

    pub fn recorder(&self) -> &Recorder {
        &self.recorder
    }

    /// `ExceptionGroup`.
    pub fn exception_group(&self) -> Rc<Type> {
        self.exception_group.clone()
    }

    /// Names of built-in classes and constants.
    fn install_types(&self) {
        let hidden = [
            &self.types.cancelled_error,
            &self.types.limit_exceeded,
            &self.types.deadlock,
        ];
        for class in self.types.all() {
            let is_public = class.layout != crate::object::Layout::Final
                || matches!(class.name.as_str(), "range" | "slice");
            if is_public && !hidden.iter().any(|h| Rc::ptr_eq(h, class)) {
                self.builtins
                    .set_str(class.name.clone(), Value::Type(class.clone()));
            }
        }
        self.builtins.set_str(
            self.intern("ExceptionGroup"),
            Value::Type(self.exception_group.clone()),
        );
        for (alias, class) in [
            ("IOError", &self.types.os_error),
            ("EnvironmentError", &self.types.os_error),
        ] {
            self.builtins
                .set_str(self.intern(alias), Value::Type(class.clone()));
        }
        for (name, value) in [
            ("None", Value::None),
            ("True", Value::Bool(true)),
            ("False", Value::Bool(false)),
            ("Ellipsis", Value::Ellipsis),
            ("NotImplemented", Value::NotImplemented),
            ("__debug__", Value::Bool(true)),
        ] {
            self.builtins.set_str(self.intern(name), value);
        }
    }

    /// The file and line of the program's statement that runs.
    pub fn current_place(&self) -> Option<(String, u32)> {
        if self.place.get() == 0 {
            return None;
        }
        let program = self.program.borrow();
        program
            .as_ref()
            .map(|source| (source.name.clone(), self.place.get()))
    }

    pub fn program_name(&self) -> String {
        self.program
            .borrow()
            .as_ref()
            .map(|source| source.name.clone())
            .unwrap_or_default()
    }

    /// A line of the program's text.
    pub fn program_line(&self, line: u32) -> Option<String> {
        self.program
            .borrow()
            .as_ref()
            .and_then(|source| source.line(line).map(str::to_string))
    }

    /// The one object for a name.
    pub fn intern(&self, name: &str) -> Str {
        self.interner.intern(name)
    }

    /// Prints text as it is.
    pub fn write(&self, stream: Stream, text: &str) {
        self.printed
            .set(self.printed.get().saturating_add(text.len() as u64));
        if text.is_empty() {
            return;
        }
        self.note_output(stream, text);
        (self.output.borrow_mut())(stream, text, self.clock.now());
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
                IterState::ItemsReversed { .. } | IterState::Reversed(_) => &types.reversed,
                IterState::Done | IterState::Values(_) | IterState::Items { .. } => &types.iterator,
            },
            Value::Cell(_) => &types.cell,
            Value::Code(_) => &types.code,
        }
    }

    /// The class's name, as in messages.
    pub fn type_name(&self, value: &Value) -> Str {
        let class = self.type_of(value);
        // Messages name this one with its module, as its C source does.
        if Rc::ptr_eq(class, &self.native_types.deque) {
            return self.intern("collections.deque");
        }
        class.name.clone()
    }

    /// `isinstance(value, class)` without `__instancecheck__`.
    pub fn is_instance(&self, value: &Value, class: &Rc<Type>) -> bool {
        self.type_of(value).is_subclass_of(class)
    }
}

/// `class ExceptionGroup(BaseExceptionGroup, Exception)`.
fn exception_group(interner: &Interner, types: &Types) -> Rc<Type> {
    let bases = vec![types.base_exception_group.clone(), types.exception.clone()];
    let ancestors = crate::object::types::linearize(&bases).unwrap_or_default();
    Type::new(
        interner.intern("ExceptionGroup"),
        interner.intern("builtins"),
        bases,
        ancestors,
        None,
        Rc::new(Dict::new()),
        crate::object::Layout::Exception,
        crate::object::types::Origin::Native,
        None,
    )
}
