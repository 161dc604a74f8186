//! Finding keys in dicts and sets, also keys with their own `__hash__` and `__eq__`.

use super::compare::{equal, hash, try_hash};
use crate::object::dict::Probe;
use crate::object::{Dict, Set, Value, work};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// What finding a key takes, and what adding one does, in instructions: in large tables each place is far from the last.
const FIND_COST: usize = 3;
const ADD_COST: usize = 5;

/// What finding a key takes beyond that where the machine may have to be asked.
const FIND_STRAIN: usize = 2;

/// Where a key is.
#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// Its position, good until the container changes.
    Found(usize),
    /// It is not there; this is its hash.
    Missing(i64),
}

/// A dict or a set, as far as finding keys goes.
pub trait Keyed {
    fn probe(&self, key: &Value, hash: i64) -> Probe;
    fn key_at(&self, position: usize) -> Value;
    fn version(&self) -> u32;
}

impl Keyed for Dict {
    fn probe(&self, key: &Value, hash: i64) -> Probe {
        Dict::probe(self, key, hash)
    }
    fn key_at(&self, position: usize) -> Value {
        Dict::key_at(self, position)
    }
    fn version(&self) -> u32 {
        Dict::version(self)
    }
}

impl Keyed for Set {
    fn probe(&self, key: &Value, hash: i64) -> Probe {
        Set::probe(self, key, hash)
    }
    fn key_at(&self, position: usize) -> Value {
        Set::key_at(self, position)
    }
    fn version(&self) -> u32 {
        Set::version(self)
    }
}

impl<T: Keyed> Keyed for Rc<T> {
    fn probe(&self, key: &Value, hash: i64) -> Probe {
        (**self).probe(key, hash)
    }
    fn key_at(&self, position: usize) -> Value {
        (**self).key_at(position)
    }
    fn version(&self) -> u32 {
        (**self).version()
    }
}

/// Finds a key; `None` where Python code has to run. TypeError: unhashable type.
pub fn try_find(vm: &Rc<Vm>, container: &impl Keyed, key: &Value) -> VmResult<Option<Place>> {
    match try_hash(vm, key)? {
        Some(hash) => {
            let place = try_find_hashed(container, key, hash);
            vm.charge(crate::object::work::take())?;
            Ok(place)
        }
        None => Ok(None),
    }
}

/// The same with a known hash.
pub fn try_find_hashed(container: &impl Keyed, key: &Value, hash: i64) -> Option<Place> {
    match container.probe(key, hash) {
        Probe::Found(at) => Some(Place::Found(at)),
        Probe::Missing => Some(Place::Missing(hash)),
        Probe::Ask(_) => None,
    }
}

/// Finds a key.
pub async fn find(cx: &Cx, container: &dyn Keyed, key: &Value) -> VmResult<Place> {
    let hash = hash(cx, key).await?;
    find_hashed(cx, container, key, hash).await
}

/// The same with a known hash.
pub async fn find_hashed(cx: &Cx, container: &dyn Keyed, key: &Value, hash: i64) -> VmResult<Place> {
    cx.vm.clock.spend(FIND_COST);
    work::strain(FIND_STRAIN);
    'restart: loop {
        let candidates = match container.probe(key, hash) {
            Probe::Found(at) => return Ok(Place::Found(at)),
            Probe::Missing => return Ok(Place::Missing(hash)),
            Probe::Ask(candidates) => candidates,
        };
        let version = container.version();
        for at in candidates {
            let same = equal(cx, &container.key_at(at), key).await?;
            // A comparison may change the container under our hands.
            if container.version() != version {
                continue 'restart;
            }
            if same {
                return Ok(Place::Found(at));
            }
        }
        return Ok(Place::Missing(hash));
    }
}

/// `dict[key] = value`; false where Python code has to run.
pub fn try_insert(vm: &Rc<Vm>, dict: &Dict, key: &Value, value: &Value) -> VmResult<bool> {
    match try_find(vm, dict, key)? {
        Some(place) => {
            put(vm, dict, place, key.clone(), value.clone())?;
            Ok(true)
        }
        None => Ok(false),
    }
}

/// `dict[key] = value`.
pub async fn insert(cx: &Cx, dict: &Dict, key: Value, value: Value) -> VmResult<()> {
    let place = find(cx, dict, &key).await?;
    put(&cx.vm, dict, place, key, value)
}

/// Stores a value where a key was found (or was not). MemoryError if there is no room for one more.
pub fn put(vm: &Vm, dict: &Dict, place: Place, key: Value, value: Value) -> VmResult<()> {
    match place {
        Place::Found(at) => drop(dict.replace_at(at, value)),
        Place::Missing(hash) => {
            vm.reserve(dict.growth())?;
            vm.clock.spend(ADD_COST);
            dict.push_new(key, hash, value);
        }
    }
    Ok(())
}

/// `dict[key]`, `None` if it is missing.
pub async fn lookup(cx: &Cx, dict: &Dict, key: &Value) -> VmResult<Option<Value>> {
    Ok(match find(cx, dict, key).await? {
        Place::Found(at) => Some(dict.value_at(at)),
        Place::Missing(_) => None,
    })
}

/// `set.add(key)`; false where Python code has to run.
pub fn try_add(vm: &Rc<Vm>, set: &Set, key: &Value) -> VmResult<bool> {
    match try_find(vm, set, key)? {
        Some(Place::Missing(hash)) => {
            vm.reserve(set.growth())?;
            vm.clock.spend(ADD_COST);
            set.add_new(key.clone(), hash);
            Ok(true)
        }
        Some(Place::Found(_)) => Ok(true),
        None => Ok(false),
    }
}

/// `set.add(key)`.
pub async fn add(cx: &Cx, set: &Set, key: Value) -> VmResult<()> {
    let hash = hash(cx, &key).await?;
    add_hashed(cx, set, key, hash).await
}

/// The same with a known hash.
pub async fn add_hashed(cx: &Cx, set: &Set, key: Value, hash: i64) -> VmResult<()> {
    if let Place::Missing(hash) = find_hashed(cx, set, &key, hash).await? {
        cx.vm.reserve(set.growth())?;
        cx.vm.clock.spend(ADD_COST);
        set.add_new(key, hash);
    }
    Ok(())
}
