//! The classes of native modules.

use super::structseq::Field;
use super::switchboard::{deque, mersenne, weak};
use super::{streams, structseq};
use crate::object::{Layout, Type};
use crate::types::{add_class_methods, add_methods, fill_later, generic_alias, make_unhashable};
use crate::vm::Vm;
use crate::vm::builtin_types::{Types, native_type};
use crate::vm::names::Interner;
use std::cell::Cell;
use std::rc::Rc;
use switchboard_pyfmt::int_text;

/// Classes of native modules, and what those modules remember.
pub struct NativeTypes {
    pub deque: Rc<Type>,
    pub deque_iterator: Rc<Type>,
    pub mersenne: Rc<Type>,
    pub reference: Rc<Type>,
    /// The descriptor of a named tuple's field.
    pub field: Rc<Type>,
    pub struct_time: Rc<Type>,
    pub version_info: Rc<Type>,
    pub float_info: Rc<Type>,
    pub hash_info: Rc<Type>,
    pub int_info: Rc<Type>,
    pub implementation: Rc<Type>,
    pub flags: Rc<Type>,
    pub clock_info: Rc<Type>,
    /// `UnraisableHookArgs`
    pub unraisable: Rc<Type>,
    pub stream: Rc<Type>,
    /// How many random generators have been made without a seed.
    pub unseeded: Cell<u64>,
    /// How often `float("nan")` has been called.
    nans: Cell<u64>,
    /// `sys.set_int_max_str_digits`.
    pub int_digits: Cell<usize>,
    /// `sys.setswitchinterval`, in seconds.
    pub switch_interval: Cell<f64>,
}

impl NativeTypes {
    pub fn new(interner: &Interner, types: &Types) -> Self {
        let native = |module: &str, name: &str| {
            native_type(interner, module, name, Some(&types.object), Layout::Native)
        };
        let tuple =
            |module: &str, name: &str| native_type(interner, module, name, Some(&types.tuple), Layout::Tuple);
        NativeTypes {
            deque: native("collections", "deque"),
            deque_iterator: native("collections", "_deque_iterator"),
            mersenne: native("_random", "Random"),
            reference: native("weakref", "ReferenceType"),
            field: native("collections", "_tuplegetter"),
            struct_time: tuple("time", "struct_time"),
            version_info: tuple("sys", "version_info"),
            float_info: tuple("sys", "float_info"),
            hash_info: tuple("sys", "hash_info"),
            int_info: tuple("sys", "int_info"),
            implementation: tuple("sys", "implementation"),
            flags: tuple("sys", "flags"),
            clock_info: tuple("time", "clock_info"),
            unraisable: tuple("sys", "UnraisableHookArgs"),
            stream: native("_io", "TextIOWrapper"),
            unseeded: Cell::new(0),
            nans: Cell::new(0),
            int_digits: Cell::new(int_text::MAX_STR_DIGITS),
            switch_interval: Cell::new(0.005),
        }
    }

    /// A NaN that is no other: in CPython each is an object of its own, and `nan in [other]` is false.
    pub fn new_nan(&self) -> f64 {
        let count = self.nans.get() + 1;
        self.nans.set(count);
        f64::from_bits(f64::NAN.to_bits() | (count & 0xffff_ffff))
    }

    /// Fills the classes in, once the machine exists.
    pub fn install(vm: &Rc<Vm>) {
        let own = &vm.native_types;
        fill_later(vm, &own.deque, |vm, class| {
            add_methods(vm, class, deque::METHODS, deque::GETTERS);
            add_class_methods(vm, class, &[generic_alias::CLASS_GETITEM]);
            make_unhashable(vm, class);
        });
        fill_later(vm, &own.deque_iterator, |vm, class| {
            add_methods(vm, class, deque::ITERATOR_METHODS, &[]);
        });
        fill_later(vm, &own.mersenne, |vm, class| {
            add_methods(vm, class, mersenne::METHODS, &[]);
        });
        fill_later(vm, &own.reference, |vm, class| {
            add_methods(vm, class, weak::METHODS, weak::GETTERS);
        });
        fill_later(vm, &own.field, |vm, class| {
            add_methods(vm, class, Field::METHODS, Field::GETTERS);
        });
        fill_later(vm, &own.stream, |vm, class| {
            add_methods(vm, class, streams::METHODS, streams::GETTERS);
        });
        structseq::install(vm);
    }
}
