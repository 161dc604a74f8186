//! `dict`: a hash table that keeps insertion order.
//!
//! Entries lie in a vector in the order in which they were inserted; deleted ones leave a gap. Up to eight entries are
//! searched one by one; larger dicts have an index from hashes to entries.
//!
//! Gaps go when CPython's would: when its table is full and makes place for more. A program that adds and removes keys
//! while it walks along a dict sees when that is. Mirrors `dictresize` and who calls it (Objects/dictobject.c).

use super::compare::{self, Hashed};
use super::dict_table::{Keys, SMALLEST_TABLE, Table, table_size, usable};
use super::memory::Charge;
use super::{Str, Value, trash, work};
use hashbrown::HashTable;
use std::cell::{Cell, RefCell};

/// A Python dict. No method runs Python code.
pub struct Dict {
    inner: RefCell<Inner>,
    /// Changes whenever the set of keys changes, never otherwise. Caches of entry positions rely on it.
    version: Cell<u32>,
    charge: Charge,
}

#[derive(Default)]
struct Inner {
    entries: Vec<Entry>,
    /// Positions of entries that are no gaps: of all, where there are more than `SMALL` entries.
    index: HashTable<u32>,
    live: usize,
    /// How many entries at the beginning are gaps.
    head: usize,
    table: Table,
}

struct Entry {
    hash: i64,
    /// `Value::Empty` marks a gap.
    key: Value,
    value: Value,
}

impl Entry {
    fn copy(&self) -> Self {
        Self {
            hash: self.hash,
            key: self.key.clone(),
            value: self.value.clone(),
        }
    }
}

/// Where a key is.
pub enum Probe {
    /// Its position in the entries, good until the dict changes.
    Found(usize),
    Missing,
    /// These entries have its hash, but only Python's `__eq__` can tell whether one of them is it.
    Ask(Vec<usize>),
}

const SMALL: usize = 8;
const OBJECT_SIZE: usize = 112;
/// A dict of more entries is larger than what is at hand soon: each place is far from the last.
const LARGE: usize = 1 << 16;
/// What adding an entry to such a dict takes beyond what it counts as.
const LARGE_STRAIN: usize = 20;
const ENTRY_SIZE: usize = size_of::<Entry>() + 6;

impl Default for Dict {
    fn default() -> Self {
        Dict::new()
    }
}

impl Dict {
    pub fn new() -> Self {
        Dict {
            inner: RefCell::default(),
            version: Cell::new(0),
            charge: Charge::new(OBJECT_SIZE),
        }
    }

    /// A dict that so many keys are put into at once.
    pub fn with_capacity(capacity: usize) -> Self {
        let dict = Dict::new();
        {
            let mut inner = dict.inner.borrow_mut();
            inner.entries.reserve(capacity);
            inner.table = Table::for_keys(capacity, Keys::Texts);
        }
        dict.recharge();
        dict
    }

    pub fn len(&self) -> usize {
        self.inner.borrow().live
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// See the field.
    pub fn version(&self) -> u32 {
        self.version.get()
    }

    /// Looks for a key whose hash is known.
    pub fn probe(&self, key: &Value, hash: i64) -> Probe {
        self.inner.borrow().probe(key, hash)
    }

    /// The value of a string key.
    pub fn get_str(&self, key: &Str) -> Option<Value> {
        let inner = self.inner.borrow();
        inner.find_str(key).map(|at| inner.entries[at].value.clone())
    }

    /// The position of a string key.
    pub fn find_str(&self, key: &Str) -> Option<usize> {
        self.inner.borrow().find_str(key)
    }

    /// The value of a string key, for callers that have no [`Str`].
    pub fn get_text(&self, key: &str) -> Option<Value> {
        self.get_str(&Str::new(key))
    }

    pub fn contains_str(&self, key: &Str) -> bool {
        self.inner.borrow().find_str(key).is_some()
    }

    /// The value at a position, if the key there is this very string object: the quick way for attribute caches.
    #[inline(always)]
    pub fn value_if_key_is(&self, position: usize, key: &Str) -> Option<Value> {
        let inner = self.inner.borrow();
        match inner.entries.get(position) {
            Some(Entry {
                key: Value::Str(have),
                value,
                ..
            }) if have.is(key) => Some(value.copied()),
            _ => None,
        }
    }

    /// Replaces the value at a position, if the key there is this very string object. Gives the value back otherwise.
    #[inline(always)]
    pub fn set_if_key_is(&self, position: usize, key: &Str, new: Value) -> Result<(), Value> {
        let mut inner = self.inner.borrow_mut();
        match inner.entries.get_mut(position) {
            Some(Entry {
                key: Value::Str(have),
                value,
                ..
            }) if have.is(key) => {
                let old = std::mem::replace(value, new);
                drop(inner);
                old.let_go();
                Ok(())
            }
            _ => Err(new),
        }
    }

    pub fn set_str(&self, key: Str, value: Value) {
        let hash = key.hash();
        let at = self.inner.borrow().find_str(&key);
        match at {
            Some(at) => drop(self.replace_at(at, value)),
            None => self.push_new(Value::Str(key), hash, value),
        }
    }

    pub fn set_text(&self, key: &str, value: Value) {
        self.set_str(Str::new(key), value);
    }

    /// Removes a string key and gives back its value.
    pub fn remove_str(&self, key: &Str) -> Option<Value> {
        let at = self.inner.borrow().find_str(key)?;
        Some(self.remove_at(at).1)
    }

    /// Sets a key of a type whose hash and equality need no Python code (strings, numbers, tuples of them …);
    /// false if they do.
    pub fn set_plain(&self, key: Value, value: Value) -> bool {
        let Hashed::Hash(hash) = compare::hash(&key) else {
            return false;
        };
        match self.probe(&key, hash) {
            Probe::Found(at) => drop(self.replace_at(at, value)),
            Probe::Missing => self.push_new(key, hash, value),
            Probe::Ask(_) => return false,
        }
        true
    }

    /// Adds a key that is known to be missing.
    pub fn push_new(&self, key: Value, hash: i64, value: Value) {
        self.version.set(self.version.get().wrapping_add(1));
        let grown = self.inner.borrow_mut().push_new(Entry { hash, key, value });
        if grown {
            self.recharge();
        }
    }

    /// How many more bytes the dict takes when one more key is added.
    pub fn growth(&self) -> usize {
        let inner = self.inner.borrow();
        let capacity = inner.entries.capacity();
        let is_made_anew = inner.table.usable == 0;
        if inner.entries.len() < capacity || (is_made_anew && inner.live < capacity) {
            return 0;
        }
        capacity.saturating_mul(ENTRY_SIZE)
    }

    /// The key at a position that `probe` or `entry_at` gave.
    pub fn key_at(&self, position: usize) -> Value {
        self.inner
            .borrow()
            .entries
            .get(position)
            .map(|e| e.key.clone())
            .unwrap_or_default()
    }

    pub fn value_at(&self, position: usize) -> Value {
        self.inner
            .borrow()
            .entries
            .get(position)
            .map(|e| e.value.clone())
            .unwrap_or_default()
    }

    /// Replaces the value at a position and gives back the old one.
    pub fn replace_at(&self, position: usize, value: Value) -> Value {
        match self.inner.borrow_mut().entries.get_mut(position) {
            Some(entry) => std::mem::replace(&mut entry.value, value),
            None => Value::Empty,
        }
    }

    /// Removes the entry at a position and gives back its key and value.
    pub fn remove_at(&self, position: usize) -> (Value, Value) {
        self.version.set(self.version.get().wrapping_add(1));
        self.inner.borrow_mut().remove_at(position)
    }

    /// Walks the dict in order: the entry at or after `position` and the position to go on from.
    pub fn entry_at(&self, position: usize) -> Option<(usize, i64, Value, Value)> {
        let inner = self.inner.borrow();
        let position = position.max(inner.head);
        let rest = inner.entries.get(position..)?;
        let offset = rest.iter().position(|e| !e.key.is_empty_slot())?;
        let entry = &rest[offset];
        Some((
            position + offset + 1,
            entry.hash,
            entry.key.clone(),
            entry.value.clone(),
        ))
    }

    /// Removes the last entry. Mirrors `dict_popitem_impl`: the gaps at the end go with it.
    pub fn pop_last(&self) -> Option<(Value, Value)> {
        let mut inner = self.inner.borrow_mut();
        let last = inner.entries.iter().rposition(|e| !e.key.is_empty_slot())?;
        self.version.set(self.version.get().wrapping_add(1));
        let removed = inner.remove_at(last);
        inner.entries.truncate(last);
        inner.head = inner.head.min(last);
        Some(removed)
    }

    pub fn keys(&self) -> Vec<Value> {
        self.inner.borrow().live().map(|e| e.key.clone()).collect()
    }

    pub fn values(&self) -> Vec<Value> {
        self.inner.borrow().live().map(|e| e.value.clone()).collect()
    }

    pub fn items(&self) -> Vec<(Value, Value)> {
        self.inner
            .borrow()
            .live()
            .map(|e| (e.key.clone(), e.value.clone()))
            .collect()
    }

    pub fn clear(&self) {
        self.version.set(self.version.get().wrapping_add(1));
        let old = self.inner.take();
        self.recharge();
        drop(old);
    }

    /// A shallow copy. Mirrors `PyDict_Copy`: with its gaps, unless there are many.
    pub fn copy(&self) -> Dict {
        work::note(2 * self.len());
        work::strain(self.len());
        let copy = Dict::new();
        {
            let (from, mut to) = (self.inner.borrow(), copy.inner.borrow_mut());
            if from.live > 0 && from.live >= from.entries.len() * 2 / 3 {
                to.entries = from.entries.iter().map(Entry::copy).collect();
                (to.live, to.head, to.table) = (from.live, from.head, from.table);
                if to.entries.len() > SMALL {
                    to.rebuild_index();
                }
            } else {
                to.entries.reserve(from.live);
                to.expect(&from);
                for entry in from.live() {
                    to.push_new(entry.copy());
                }
            }
        }
        copy.recharge();
        copy
    }

    /// Makes room for what comes from another dict, as `dict_merge` does before it.
    pub fn expect(&self, from: &Dict) {
        if !std::ptr::eq(self, from) {
            self.inner.borrow_mut().expect(&from.inner.borrow());
        }
    }

    /// What the object takes, in bytes.
    pub fn charged(&self) -> usize {
        self.charge.bytes()
    }

    fn recharge(&self) {
        self.charge
            .resize(OBJECT_SIZE + self.inner.borrow().entries.capacity() * ENTRY_SIZE);
    }
}

impl Inner {
    fn live(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|e| !e.key.is_empty_slot())
    }

    fn find_str(&self, key: &Str) -> Option<usize> {
        if self.entries.len() <= SMALL {
            // Names in programs are interned, so that identity nearly always decides.
            let same = self
                .entries
                .iter()
                .position(|e| matches!(&e.key, Value::Str(have) if have.is(key)));
            if same.is_some() {
                return same;
            }
            let hash = key.hash();
            return self
                .entries
                .iter()
                .position(|e| e.hash == hash && is_text(&e.key, key));
        }
        let hash = key.hash();
        let entries = &self.entries;
        let found = self.index.find(spread(hash), |&at| {
            let entry = &entries[at as usize];
            entry.hash == hash && is_text(&entry.key, key)
        });
        found.map(|&at| at as usize)
    }

    fn probe(&self, key: &Value, hash: i64) -> Probe {
        if let Value::Str(text) = key
            && let Some(at) = self.find_str(text)
        {
            return Probe::Found(at);
        }
        let mut ask = Vec::new();
        let mut found = None;
        let mut look = |at: usize| {
            let entry = &self.entries[at];
            if found.is_some() || entry.hash != hash || entry.key.is_empty_slot() {
                return;
            }
            match compare::same_or_equal(&entry.key, key) {
                Some(true) => found = Some(at),
                // Keys with the same hash can be many, and each search passes all of them.
                Some(false) => work::note(1),
                None => ask.push(at),
            }
        };
        if self.entries.len() <= SMALL {
            (0..self.entries.len()).for_each(&mut look);
        } else {
            self.index
                .iter_hash(spread(hash))
                .for_each(|&at| look(at as usize));
        }
        match found {
            Some(at) => Probe::Found(at),
            None if ask.is_empty() => Probe::Missing,
            None => Probe::Ask(ask),
        }
    }

    /// Makes the table anew for what comes from another dict, where that is more than it takes; or takes over the other's
    /// layout, where it has none of its own to keep.
    fn expect(&mut self, from: &Inner) {
        if from.live == 0 {
            return;
        }
        let is_clean = from.live == from.entries.len()
            && (from.table.size == SMALLEST_TABLE || usable(from.table.size / 2) < from.live);
        if self.live == 0 && is_clean {
            self.compact();
            self.table = from.table;
            self.table.usable += from.live;
            return;
        }
        if usable(self.table.size) < from.live {
            let least = (self.live + from.live).saturating_mul(3).saturating_add(1) / 2;
            self.make_anew(least, from.table.keys);
        }
    }

    /// `dictresize`: without gaps, and with room for at least so much.
    #[cold]
    fn make_anew(&mut self, least: usize, keys: Keys) {
        let keys = match self.table.keys {
            Keys::Texts => keys,
            Keys::Any => Keys::Any,
        };
        self.compact();
        self.table = Table::new(table_size(least), keys, self.live);
    }

    /// True if the memory that it takes has changed.
    fn push_new(&mut self, entry: Entry) -> bool {
        let capacity = self.entries.capacity();
        let keys = Keys::of(&entry.key);
        if self.entries.is_empty() {
            self.table.keys = keys;
        }
        if self.table.usable == 0 || (keys == Keys::Any && self.table.keys == Keys::Texts) {
            match self.table.size {
                0 => self.table = Table::new(SMALLEST_TABLE, keys, 0),
                _ => self.make_anew(self.live.saturating_mul(3), keys),
            }
        }
        let hash = entry.hash;
        self.entries.push(entry);
        self.live += 1;
        self.table.usable = self.table.usable.saturating_sub(1);
        if self.entries.len() > LARGE {
            work::strain(LARGE_STRAIN);
        }
        if self.entries.len() > SMALL {
            if self.index.len() + 1 < self.live {
                self.rebuild_index();
            } else {
                let at = (self.entries.len() - 1) as u32;
                let entries = &self.entries;
                self.index
                    .insert_unique(spread(hash), at, |&at| spread(entries[at as usize].hash));
            }
        }
        self.entries.capacity() != capacity
    }

    fn remove_at(&mut self, position: usize) -> (Value, Value) {
        let Some(entry) = self.entries.get_mut(position) else {
            return (Value::Empty, Value::Empty);
        };
        let (key, value) = (std::mem::take(&mut entry.key), std::mem::take(&mut entry.value));
        if key.is_empty_slot() {
            return (key, value);
        }
        let hash = entry.hash;
        self.live -= 1;
        if let Ok(slot) = self.index.find_entry(spread(hash), |&at| at as usize == position) {
            slot.remove();
        }
        if position == self.head {
            let gaps = self.entries[position..]
                .iter()
                .take_while(|e| e.key.is_empty_slot());
            self.head += gaps.count();
        }
        (key, value)
    }

    /// Takes the gaps out.
    fn compact(&mut self) {
        if self.live == self.entries.len() {
            return;
        }
        self.entries.retain(|e| !e.key.is_empty_slot());
        self.head = 0;
        self.index.clear();
        if self.entries.len() > SMALL {
            self.rebuild_index();
        }
    }

    fn rebuild_index(&mut self) {
        let entries = &self.entries;
        self.index.clear();
        self.index
            .reserve(entries.len(), |&at| spread(entries[at as usize].hash));
        for (at, entry) in entries.iter().enumerate() {
            if !entry.key.is_empty_slot() {
                self.index.insert_unique(spread(entry.hash), at as u32, |&at| {
                    spread(entries[at as usize].hash)
                });
            }
        }
    }
}

/// Python's hashes of small ints are the ints: the table wants their bits spread.
fn spread(hash: i64) -> u64 {
    (hash as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn is_text(key: &Value, text: &Str) -> bool {
    matches!(key, Value::Str(have) if have == text)
}

impl Drop for Dict {
    fn drop(&mut self) {
        let inner = self.inner.take();
        if inner.live > 0 {
            let mut nested = Vec::new();
            for entry in inner.entries {
                for value in [entry.key, entry.value] {
                    if value.may_nest() {
                        nested.push(value);
                    }
                }
            }
            trash::discard(nested);
        }
    }
}
