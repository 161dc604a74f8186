//! What operators and built-in functions do with any object: first the quick way for built-in values, then special
//! methods, run on native frames.
//!
//! Each protocol has two forms: `try_x(vm, …) -> VmResult<Option<…>>` answers at once for built-in values and says
//! `None` where Python code has to run; `x(cx, …).await` is complete.

pub mod arithmetic;
pub mod at_once;
pub mod binary;
pub mod compare;
pub mod complex;
pub mod format;
pub mod index;
pub mod items;
pub mod iterate;
pub mod keys;
pub mod sequences;
pub mod slices;
pub mod special;
pub mod text;
pub mod truth;
pub mod unary;
