//! Callables: functions in Python, functions in Rust, methods bound to a receiver; and linked code.

use super::memory::Share;
use super::{Dict, Instance, Str, Tuple, Type, Value, VarCell};
use crate::bytecode::{Code, Op};
use crate::vm::call::{Args, Flow};
use crate::vm::{Vm, VmResult};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use switchboard_trace::{AwaitPoint, NameId, SiteId};

/// A [`Code`], linked: constants are values, names are interned, instructions are fused where that saves time.
pub struct CodeObject {
    pub code: Rc<Code>,
    pub ops: Vec<Op>,
    /// Whether it is a plain function's that has positional parameters only.
    pub is_simple: bool,
    pub consts: Vec<Value>,
    /// The names of the keyword arguments of each call that has some.
    pub keywords: Vec<Box<[Str]>>,
    pub names: Vec<Str>,
    /// One a name: where it was found last time, see `vm::names`.
    pub hints: Vec<Cell<(u32, u32)>>,
    pub name: Str,
    pub qualname: Str,
    pub locals: Vec<Str>,
    /// Which source file it comes from, and where lines begin in it.
    pub source: Rc<crate::vm::Source>,
    /// The places that the trace knows, by instruction.
    pub sites: RefCell<Vec<(u32, SiteId)>>,
    /// What its await points need, by instruction.
    pub awaits: OnceCell<Vec<(u32, AwaitPoint)>>,
    /// Its name as the trace knows it.
    pub traced_name: OnceCell<NameId>,
}

pub struct Function {
    pub code: Rc<CodeObject>,
    pub globals: Rc<Dict>,
    /// Of the last positional parameters.
    pub defaults: RefCell<Rc<Tuple>>,
    pub kw_defaults: RefCell<Option<Rc<Dict>>>,
    pub closure: Vec<Rc<VarCell>>,
    pub name: RefCell<Str>,
    pub qualname: RefCell<Str>,
    pub annotations: RefCell<Option<Rc<Dict>>>,
    /// `__doc__`, `__module__`, `__wrapped__` and whatever the program sets.
    pub attrs: OnceCell<Rc<Dict>>,
    pub share: Share<200>,
}

pub struct BoundMethod {
    pub function: Value,
    pub receiver: Value,
    _share: Share<64>,
}

impl BoundMethod {
    pub fn new(function: Value, receiver: Value) -> Self {
        BoundMethod {
            function,
            receiver,
            _share: Share::new(),
        }
    }
}

/// A function written in Rust.
pub struct NativeFunction {
    pub name: &'static str,
    pub kind: NativeKind,
    /// The class whose method it is; `None` for functions of modules.
    pub owner: RefCell<Option<std::rc::Weak<Type>>>,
    /// For functions of modules: `math`, `builtins`.
    pub module: &'static str,
}

/// What a native function may do.
#[derive(Clone, Copy)]
pub enum NativeKind {
    /// Computes at once; never runs Python code.
    Plain(fn(&Rc<Vm>, Args<'_>) -> VmResult<Value>),
    /// May call back into Python, suspend or block: see [`Flow`].
    Flow(fn(&Rc<Vm>, Args<'_>) -> VmResult<Flow>),
}

impl Function {
    pub fn attrs(&self) -> &Rc<Dict> {
        self.attrs.get_or_init(|| Rc::new(Dict::new()))
    }

    /// Whether this is a function of our library that CPython has in C: one of a module, all of whose parameters
    /// are positional-only. It is shown, and speaks of its arguments, as a native one.
    pub fn stands_for_native(&self) -> bool {
        let code = &self.code.code;
        self.code.source.owner == crate::vm::source::Owner::Library
            && code.arg_count > 0
            && code.posonly_count == code.arg_count
            && code.kwonly_count == 0
            && !code.has_varargs
            && !code.has_varkeywords
            && self.code.qualname == self.code.name
    }
}

impl NativeFunction {
    pub fn new(name: &'static str, module: &'static str, kind: NativeKind) -> Rc<Self> {
        Rc::new(NativeFunction {
            name,
            kind,
            owner: RefCell::new(None),
            module,
        })
    }

    pub fn owner(&self) -> Option<Rc<Type>> {
        self.owner.borrow().as_ref().and_then(std::rc::Weak::upgrade)
    }
}

impl Drop for BoundMethod {
    fn drop(&mut self) {
        // Methods can be nested on either side, as deep as a program likes.
        let may_be_deep =
            |part: &Value| matches!(part, Value::Instance(_) | Value::Generator(_) | Value::Method(_));
        if may_be_deep(&self.receiver) || may_be_deep(&self.function) {
            super::trash::release(&mut [
                std::mem::take(&mut self.receiver),
                std::mem::take(&mut self.function),
            ]);
        }
    }
}

/// `property`, `classmethod`, `staticmethod`: native states of [`Instance`]s.
pub struct Property {
    pub get: Value,
    pub set: Value,
    pub delete: Value,
    pub doc: Value,
}

pub struct ClassMethod(pub Value);

pub struct StaticMethod(pub Value);

/// An attribute named in `__slots__`.
pub struct Slot {
    pub name: Str,
}

/// Assigns to such an attribute.
pub type Setter = fn(&Rc<Vm>, &Value, Value) -> VmResult<()>;

/// An attribute of a native type that is computed in Rust (`exception.args`, `complex.real`).
pub struct Getter {
    pub name: &'static str,
    pub get: fn(&Rc<Vm>, &Value) -> VmResult<Value>,
    pub set: Option<Setter>,
}

/// The native state `T` in a value that is an instance.
pub fn native_state<T: 'static>(value: &Value) -> Option<&T> {
    value
        .as_instance()
        .and_then(|instance: &Rc<Instance>| instance.native::<T>())
}
