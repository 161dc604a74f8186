//! `set` and `frozenset`: CPython's hash table, since programs see the order of a set when they iterate over it.
//!
//! Open addressing: a run of neighbouring slots is searched first, then the search jumps on by a sequence that the
//! hash's higher bits perturb. Removed members leave dummies, which only a rebuild of the table clears away. How the
//! table grows differs between adding one member, merging another set and updating from a dict, as in CPython.

use super::compare::{self, Hashed};
use super::dict::Probe;
use super::memory::Charge;
use super::order::sort_keys;
use super::{Value, trash, work};
use std::cell::{Cell, RefCell};

/// A Python set. No method runs Python code.
pub struct Set {
    table: RefCell<Table>,
    /// Changes whenever a member is added or removed.
    version: Cell<u32>,
    charge: Charge,
}

struct Table {
    slots: Vec<Slot>,
    /// Slots in use, dummies included.
    fill: usize,
    /// Members.
    used: usize,
    /// How many of them are hashed by identity.
    born: usize,
    /// Where `pop` goes on searching.
    finger: usize,
}

#[derive(Clone, Default)]
struct Slot {
    state: State,
    hash: i64,
    key: Value,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum State {
    #[default]
    Unused,
    Active,
    Dummy,
}

/// What [`Set::begin_merge`] leaves to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Merge {
    Done,
    /// There is room now: add the other set's members one by one.
    AddEach,
}

const MIN_SIZE: usize = 8;
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
const OBJECT_SIZE: usize = 80;
/// What searching a set for a member of another takes, in instructions.
const PROBE_COST: usize = 8;

/// So many empty places are passed in the time of an item.
const PLACES_AN_ITEM: usize = 8;

impl Default for Set {
    fn default() -> Self {
        Set::new()
    }
}

impl Set {
    pub fn new() -> Self {
        let table = Table::with_size(MIN_SIZE);
        let charge = Charge::new(OBJECT_SIZE + table.bytes());
        Set {
            table: RefCell::new(table),
            version: Cell::new(0),
            charge,
        }
    }

    /// A set of members whose hashes and equality need no Python code; `None` if they do.
    pub fn from_plain(members: impl IntoIterator<Item = Value>) -> Option<Set> {
        let set = Set::new();
        for member in members {
            if !set.add_plain(member) {
                return None;
            }
        }
        Some(set)
    }

    pub fn len(&self) -> usize {
        self.table.borrow().used
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// See the field.
    pub fn version(&self) -> u32 {
        self.version.get()
    }

    /// Looks for a member whose hash is known.
    pub fn probe(&self, key: &Value, hash: i64) -> Probe {
        self.table.borrow().probe(key, hash)
    }

    /// Adds a member that is known to be missing.
    pub fn add_new(&self, key: Value, hash: i64) {
        self.changed();
        self.table.borrow_mut().add_new(key, hash);
        self.recharge();
    }

    /// Adds a member whose hash and equality need no Python code; false if they do.
    pub fn add_plain(&self, key: Value) -> bool {
        let Hashed::Hash(hash) = compare::hash(&key) else {
            return false;
        };
        match self.probe(&key, hash) {
            Probe::Found(_) => true,
            Probe::Missing => {
                self.add_new(key, hash);
                true
            }
            Probe::Ask(_) => false,
        }
    }

    /// Removes the member at a position that `probe` gave.
    pub fn remove_at(&self, position: usize) -> Value {
        self.changed();
        self.table.borrow_mut().remove_at(position)
    }

    /// The member at a position.
    pub fn key_at(&self, position: usize) -> Value {
        let table = self.table.borrow();
        table
            .slots
            .get(position)
            .map(|slot| slot.key.clone())
            .unwrap_or_default()
    }

    /// Walks the set in order: the member at or after `position`, its hash and the position to go on from.
    pub fn entry_at(&self, position: usize) -> Option<(usize, i64, Value)> {
        let table = self.table.borrow();
        let rest = table.slots.get(position..)?;
        let offset = rest.iter().position(|slot| slot.state == State::Active)?;
        let slot = &rest[offset];
        Some((position + offset + 1, slot.hash, slot.key.clone()))
    }

    /// All members in order. What that takes is noted as work.
    pub fn items(&self) -> Vec<Value> {
        let table = self.table.borrow();
        let passes = usize::BITS - table.born.leading_zeros();
        work::note(table.slots.len() / PLACES_AN_ITEM + table.born * passes as usize);
        let mut items: Vec<Value> = table.active().map(|slot| slot.key.clone()).collect();
        if table.born > 0 {
            let born = |item: &Value| birth(item).map_or(-1, u64::cast_signed);
            let mut order: Vec<(i64, usize)> = items.iter().map(born).zip(0..).collect();
            sort_keys(&mut order, None);
            let taken = order.iter().map(|(_, at)| items.get_mut(*at).map(std::mem::take));
            return taken.flatten().collect();
        }
        items
    }

    /// The hashes of all members, in any order.
    pub fn hashes(&self) -> Vec<i64> {
        self.table.borrow().active().map(|slot| slot.hash).collect()
    }

    /// Whether members come in the order of their creation: objects that are hashed by identity, whose order
    /// CPython leaves to their addresses.
    pub fn is_by_birth(&self) -> bool {
        self.table.borrow().born > 0
    }

    /// How many places the table has, most of them empty perhaps: walking the set passes them all.
    pub fn places(&self) -> usize {
        self.table.borrow().slots.len()
    }

    /// Removes the member that `set.pop` takes. Empty places that it passes are noted as work.
    pub fn pop(&self) -> Option<Value> {
        self.changed();
        self.table.borrow_mut().pop()
    }

    pub fn clear(&self) {
        self.changed();
        let mut table = self.table.borrow_mut();
        let finger = table.finger;
        let old = std::mem::replace(
            &mut *table,
            Table {
                finger,
                ..Table::with_size(MIN_SIZE)
            },
        );
        drop(table);
        self.recharge();
        drop(old);
    }

    /// A copy, laid out as `set.copy` does.
    pub fn copy(&self) -> Set {
        let copy = Set::new();
        // An empty set takes in any other at once.
        copy.begin_merge(self);
        copy
    }

    /// The first part of `set.update(other)`: makes room, and copies the members if this set is empty.
    pub fn begin_merge(&self, other: &Set) -> Merge {
        if std::ptr::eq(self, other) || other.is_empty() {
            return Merge::Done;
        }
        self.changed();
        let merge = self.table.borrow_mut().begin_merge(&other.table.borrow());
        self.recharge();
        merge
    }

    /// Makes room for a dict with so many keys, as `set.update(dict)` does.
    pub fn make_room(&self, more: usize) {
        self.changed();
        self.table.borrow_mut().make_room(more);
        self.recharge();
    }

    /// What `difference_update` does in the end: clears dummies away if there are many.
    pub fn shed_dummies(&self) {
        self.changed();
        self.table.borrow_mut().shed_dummies();
        self.recharge();
    }

    /// Exchanges the members of two sets. Where `pop` goes on stays with each set, as in CPython.
    pub fn swap(&self, other: &Set) {
        if std::ptr::eq(self, other) {
            return;
        }
        self.changed();
        other.changed();
        self.table.swap(&other.table);
        {
            let (mut mine, mut theirs) = (self.table.borrow_mut(), other.table.borrow_mut());
            std::mem::swap(&mut mine.finger, &mut theirs.finger);
        }
        self.recharge();
        other.recharge();
    }

    /// Whether both have the same members; `None` if only Python code can tell.
    pub fn equals(&self, other: &Set) -> Option<bool> {
        if self.len() != other.len() {
            return Some(false);
        }
        self.is_subset_of(other)
    }

    /// Whether all members are in the other set; `None` if only Python code can tell.
    pub fn is_subset_of(&self, other: &Set) -> Option<bool> {
        if self.len() > other.len() {
            return Some(false);
        }
        let (mine, theirs) = (self.table.borrow(), other.table.borrow());
        work::note(mine.slots.len() / PLACES_AN_ITEM);
        for slot in mine.active() {
            work::note(PROBE_COST);
            match theirs.probe(&slot.key, slot.hash) {
                Probe::Found(_) => {}
                Probe::Missing => return Some(false),
                Probe::Ask(_) => return None,
            }
        }
        Some(true)
    }

    /// What the object takes, in bytes.
    pub fn charged(&self) -> usize {
        self.charge.bytes()
    }

    /// How many bytes a set with so many members takes at most.
    pub fn most_bytes(members: usize) -> usize {
        let slots = members.saturating_mul(4).saturating_add(MIN_SIZE);
        slots.saturating_mul(size_of::<Slot>())
    }

    /// How many bytes more it takes for a moment if one more member comes.
    pub fn growth(&self) -> usize {
        let table = self.table.borrow();
        if (table.fill + 1) * 5 < table.mask() * 3 {
            return 0;
        }
        table.bytes().saturating_mul(2)
    }

    fn changed(&self) {
        self.version.set(self.version.get().wrapping_add(1));
    }

    fn recharge(&self) {
        let bytes = OBJECT_SIZE + self.table.borrow().bytes();
        if bytes != self.charge.bytes() {
            self.charge.resize(bytes);
        }
    }
}

impl Drop for Set {
    fn drop(&mut self) {
        let slots = std::mem::take(&mut self.table.get_mut().slots);
        let nested: Vec<Value> = slots
            .into_iter()
            .map(|slot| slot.key)
            .filter(Value::may_nest)
            .collect();
        if !nested.is_empty() {
            trash::discard(nested);
        }
    }
}

impl Table {
    fn with_size(size: usize) -> Self {
        Table {
            slots: vec![Slot::default(); size],
            fill: 0,
            used: 0,
            born: 0,
            finger: 0,
        }
    }

    fn mask(&self) -> usize {
        self.slots.len() - 1
    }

    fn bytes(&self) -> usize {
        self.slots.len() * size_of::<Slot>()
    }

    fn active(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(|slot| slot.state == State::Active)
    }

    fn probe(&self, key: &Value, hash: i64) -> Probe {
        let mut ask = Vec::new();
        for at in Places::of(hash, self.mask()) {
            let Some(slot) = self.slots.get(at) else {
                break;
            };
            match slot.state {
                State::Unused => break,
                State::Active if slot.hash == hash => match compare::same_or_equal(&slot.key, key) {
                    Some(true) => return Probe::Found(at),
                    // Members with the same hash can be many, and each search passes all of them.
                    Some(false) => work::note(1),
                    None => ask.push(at),
                },
                State::Active | State::Dummy => {}
            }
        }
        if ask.is_empty() {
            Probe::Missing
        } else {
            Probe::Ask(ask)
        }
    }

    /// Puts a member that is missing into the last dummy on the way to the first slot that was never used, or else
    /// into that.
    fn add_new(&mut self, key: Value, hash: i64) {
        let mut place = None;
        for at in Places::of(hash, self.mask()) {
            match self.slots.get(at).map(|slot| slot.state) {
                Some(State::Active) => {}
                Some(State::Dummy) => place = Some((at, State::Dummy)),
                Some(State::Unused) => {
                    place = place.or(Some((at, State::Unused)));
                    break;
                }
                None => break,
            }
        }
        let Some((at, before)) = place else {
            return;
        };
        self.born += usize::from(birth(&key).is_some());
        self.fill_slot(at, key, hash);
        self.used += 1;
        if before == State::Unused {
            self.fill += 1;
            if self.fill * 5 >= self.mask() * 3 {
                self.rebuild(self.roomy());
            }
        }
    }

    /// Puts a member that is missing into a table without dummies.
    fn insert_clean(&mut self, key: Value, hash: i64) {
        let free = Places::of(hash, self.mask())
            .find(|at| self.slots.get(*at).is_none_or(|slot| slot.state == State::Unused));
        if let Some(at) = free {
            self.fill_slot(at, key, hash);
        }
    }

    fn fill_slot(&mut self, at: usize, key: Value, hash: i64) {
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Slot {
                state: State::Active,
                hash,
                key,
            };
        }
    }

    fn remove_at(&mut self, position: usize) -> Value {
        match self.slots.get_mut(position) {
            Some(slot) if slot.state == State::Active => {
                self.used -= 1;
                slot.state = State::Dummy;
                let key = std::mem::take(&mut slot.key);
                // A class may have got a `__hash__` of its own meanwhile.
                self.born = self.born.saturating_sub(usize::from(birth(&key).is_some()));
                key
            }
            _ => Value::Empty,
        }
    }

    fn pop(&mut self) -> Option<Value> {
        if self.used == 0 {
            return None;
        }
        let mut at = self.finger & self.mask();
        let mut passed = 0;
        while self.slots.get(at)?.state != State::Active {
            at = if at == self.mask() { 0 } else { at + 1 };
            passed += 1;
        }
        work::note(passed / PLACES_AN_ITEM);
        self.finger = at + 1;
        Some(self.remove_at(at))
    }

    fn begin_merge(&mut self, other: &Table) -> Merge {
        self.make_room(other.used);
        if self.fill > 0 {
            return Merge::AddEach;
        }
        if self.slots.len() == other.slots.len() && other.fill == other.used {
            self.slots.clone_from(&other.slots);
        } else {
            for slot in other.active() {
                self.insert_clean(slot.key.clone(), slot.hash);
            }
        }
        self.fill = other.used;
        self.used = other.used;
        self.born = other.born;
        Merge::Done
    }

    fn make_room(&mut self, more: usize) {
        if (self.fill + more) * 5 >= self.mask() * 3 {
            self.rebuild((self.used + more) * 2);
        }
    }

    fn shed_dummies(&mut self) {
        if self.fill - self.used > self.mask() / 4 {
            self.rebuild(self.roomy());
        }
    }

    /// What a table that has filled up grows to (or shrinks to, if it was full of dummies).
    fn roomy(&self) -> usize {
        if self.used > 50_000 {
            self.used * 2
        } else {
            self.used * 4
        }
    }

    /// Lays the members out again, in a table with more than `least` slots.
    fn rebuild(&mut self, least: usize) {
        let mut size = MIN_SIZE;
        while size <= least {
            size <<= 1;
        }
        if size == MIN_SIZE && self.slots.len() == MIN_SIZE && self.fill == self.used {
            return;
        }
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
        for slot in old {
            if slot.state == State::Active {
                self.insert_clean(slot.key, slot.hash);
            }
        }
        self.fill = self.used;
    }
}

/// The slots in which a hash is looked for, in order, without end.
struct Places {
    mask: usize,
    perturb: u64,
    start: usize,
    /// Neighbours of `start` that have been given already.
    step: usize,
}

impl Places {
    fn of(hash: i64, mask: usize) -> Self {
        let perturb = hash as u64;
        Places {
            mask,
            perturb,
            start: perturb as usize & mask,
            step: 0,
        }
    }
}

impl Iterator for Places {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let neighbours = if self.start + LINEAR_PROBES <= self.mask {
            LINEAR_PROBES
        } else {
            0
        };
        if self.step > neighbours {
            self.perturb >>= PERTURB_SHIFT;
            // The low bits are all that the mask keeps, so that 32-bit machines find the same slots.
            self.start = self
                .start
                .wrapping_mul(5)
                .wrapping_add(1)
                .wrapping_add(self.perturb as usize)
                & self.mask;
            self.step = 0;
        }
        let at = self.start + self.step;
        self.step += 1;
        Some(at)
    }
}

/// The number of an object that is hashed by identity; older objects have smaller ones.
fn birth(value: &Value) -> Option<u64> {
    match value {
        Value::Instance(instance)
            if !matches!(instance.payload, super::Payload::Value(_)) && !instance.class.has_custom_hash() =>
        {
            Some(instance.serial())
        }
        _ => None,
    }
}
