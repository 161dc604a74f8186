//! Numbers, text and hashes exactly as CPython 3.13 reads, prints, formats and computes them.
//!
//! The crate knows nothing of Python objects: it takes and gives Rust values, and says with [`Error`] which
//! exception to raise. Integers are [`Int`] and [`IntRef`]; text is UTF-8, counted in code points.
//! Every module is tested against data that CPython itself recorded (`tests/record.py`).

mod count;
pub mod elementary;
pub mod error;
pub mod float_ops;
pub mod float_parse;
pub mod float_repr;
pub mod format_spec;
pub mod hash;
pub mod int;
pub mod int_float;
pub mod int_ops;
pub mod int_text;
pub mod mersenne;
pub mod percent;
pub mod str_case;
pub mod str_format;
pub mod str_layout;
pub mod str_repr;
pub mod strftime;
pub mod unicode;
mod unicode_case;
pub mod unicode_class;
mod unicode_tables;

pub use count::count;
pub use error::{Error, ErrorKind, Result};
pub use int::{Int, IntRef};
