//! Strings.

use super::memory::Charge;
use std::cell::Cell;
use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

/// A `str`: immutable UTF-8 text with its hash and its length in code points remembered. Lone surrogates, which
/// UTF-8 can't hold, do not exist in this dialect.
#[derive(Clone)]
pub struct Str(Rc<StrObject>);

struct StrObject {
    text: String,
    /// `NO_HASH` until it is asked for.
    hash: Cell<i64>,
    /// Length in code points; `NO_LENGTH` until it is asked for.
    length: Cell<u32>,
    charge: Charge,
}

/// CPython's hashes are never -1.
const NO_HASH: i64 = -1;
const NO_LENGTH: u32 = u32::MAX;
const OBJECT_SIZE: usize = 72;

impl Str {
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let charge = Charge::new(OBJECT_SIZE + text.capacity());
        Str(Rc::new(StrObject {
            text,
            hash: Cell::new(NO_HASH),
            length: Cell::new(NO_LENGTH),
            charge,
        }))
    }

    /// With a [hash](Str::hash) that is known already.
    pub fn with_hash(text: &str, hash: i64) -> Self {
        let new = Str::new(text);
        new.0.hash.set(hash);
        new
    }

    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// The number of code points, which is what `len()` says.
    pub fn char_len(&self) -> usize {
        let known = self.0.length.get();
        if known != NO_LENGTH {
            return known as usize;
        }
        let length = if self.0.text.is_ascii() {
            self.0.text.len()
        } else {
            self.0.text.chars().count()
        };
        self.0.length.set(u32::try_from(length).unwrap_or(NO_LENGTH));
        length
    }

    /// Whether byte offsets are code point offsets.
    pub fn is_ascii(&self) -> bool {
        self.char_len() == self.0.text.len()
    }

    /// CPython's hash of this text under `PYTHONHASHSEED=0`.
    pub fn hash(&self) -> i64 {
        let known = self.0.hash.get();
        if known != NO_HASH {
            return known;
        }
        let hash = switchboard_pyfmt::hash::hash_str(&self.0.text);
        self.0.hash.set(hash);
        hash
    }

    /// Whether both are the same object.
    pub fn is(&self, other: &Str) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Watches the object without keeping it.
    pub fn weak(&self) -> std::rc::Weak<dyn super::identity::Object> {
        Rc::downgrade(&self.0) as _
    }

    pub fn address(&self) -> usize {
        Rc::as_ptr(&self.0) as *const u8 as usize
    }

    /// Appends in place if nobody else holds this string, else makes a new one: `s += t` in a loop stays linear,
    /// as in CPython.
    pub fn append(mut self, more: &str) -> Str {
        match Rc::get_mut(&mut self.0) {
            Some(own) => {
                own.text.push_str(more);
                own.hash.set(NO_HASH);
                own.length.set(NO_LENGTH);
                own.charge.resize(OBJECT_SIZE + own.text.capacity());
                self
            }
            None => {
                let mut text = String::with_capacity(self.0.text.len() + more.len());
                text.push_str(&self.0.text);
                text.push_str(more);
                Str::new(text)
            }
        }
    }

    /// How many references there are to this object.
    pub fn references(&self) -> usize {
        Rc::strong_count(&self.0)
    }
}

impl Deref for Str {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0.text
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Self) -> bool {
        self.is(other) || self.0.text == other.0.text
    }
}

impl Eq for Str {}

impl fmt::Debug for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0.text, f)
    }
}

impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.text)
    }
}

impl From<&str> for Str {
    fn from(text: &str) -> Self {
        Str::new(text)
    }
}

impl From<String> for Str {
    fn from(text: String) -> Self {
        Str::new(text)
    }
}
