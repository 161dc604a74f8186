//! The object model: what a Python value is in memory.
//!
//! Values are reference counted ([`std::rc::Rc`]), as in CPython, because programs can see it: a generator's
//! `finally`, `__del__` and "was never awaited" happen when the last reference goes.

pub mod class_slot;
pub mod compare;
pub mod dict;
mod dict_table;
pub mod exception;
pub mod function;
pub mod generator;
pub mod identity;
mod in_place;
pub mod instance;
pub mod iter;
pub mod memory;
pub mod order;
pub mod set;
pub mod text;
pub mod traceback;
pub mod trash;
pub mod types;
pub mod value;
pub mod work;

pub use dict::Dict;
pub use exception::{Exc, ExcData};
pub use function::{BoundMethod, CodeObject, Function, NativeFunction, NativeKind};
pub use generator::{Generator, GeneratorKind};
pub use instance::{Instance, Payload};
pub use iter::{Iter, IterState};
pub use set::Set;
pub use text::Str;
pub use traceback::{KeptFrame, Traceback};
pub use types::{Layout, Type};
pub use value::{Big, Bytes, List, Module, Range, Slice, Tuple, Value, VarCell};
