//! [`Value`]: one Python value, in sixteen bytes.

use super::memory::{Charge, Share};
use super::*;
use num_bigint::BigInt;
use num_traits::ToPrimitive;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A reference to a Python object, or a small object itself.
///
/// The tag takes a whole word, so that every value moves as two words. (With a tag of one byte and a `bool` beside
/// it, moves were cut into overlapping pieces, and every second instruction waited for the one before.)
#[derive(Clone, Default)]
#[repr(u64)]
pub enum Value {
    /// An empty slot: an unbound local, a deleted cell. Programs never see it.
    #[default]
    Empty,
    None,
    Bool(bool),
    /// Every int that fits; `BigInt` holds only those that do not.
    Int(i64),
    Float(f64),
    Ellipsis,
    NotImplemented,
    BigInt(Rc<Big>),
    Complex(Rc<(f64, f64)>),
    Str(Str),
    Bytes(Rc<Bytes>),
    Tuple(Rc<Tuple>),
    List(Rc<List>),
    Dict(Rc<Dict>),
    Set(Rc<Set>),
    FrozenSet(Rc<Set>),
    Range(Rc<Range>),
    Slice(Rc<Slice>),
    Function(Rc<Function>),
    Method(Rc<BoundMethod>),
    Native(Rc<NativeFunction>),
    Type(Rc<Type>),
    Module(Rc<Module>),
    Instance(Rc<Instance>),
    Generator(Rc<Generator>),
    /// An iterator over a built-in object.
    Iter(Rc<Iter>),
    Cell(Rc<VarCell>),
    Code(Rc<CodeObject>),
}

/// An int that does not fit in 64 bits.
pub struct Big {
    int: BigInt,
    _charge: Charge,
}

impl Big {
    pub fn new(int: BigInt) -> Self {
        let bytes = 64 + int.bits() / 8;
        Big {
            int,
            _charge: Charge::new(bytes as usize),
        }
    }
}

impl std::ops::Deref for Big {
    type Target = BigInt;

    fn deref(&self) -> &BigInt {
        &self.int
    }
}

impl PartialEq for Big {
    fn eq(&self, other: &Big) -> bool {
        self.int == other.int
    }
}

/// `bytes`.
pub struct Bytes {
    pub data: Box<[u8]>,
    charge: Charge,
}

/// `tuple`.
pub struct Tuple {
    items: Vec<Value>,
    charge: Charge,
}

/// `list`.
pub struct List {
    items: RefCell<Vec<Value>>,
    charge: Charge,
}

/// `range`; its parts fit in 64 bits (larger ranges are refused with an OverflowError).
pub struct Range {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
}

pub struct Slice {
    pub start: Value,
    pub stop: Value,
    pub step: Value,
    _share: Share<80>,
}

impl Slice {
    pub fn new(start: Value, stop: Value, step: Value) -> Self {
        Slice {
            start,
            stop,
            step,
            _share: Share::new(),
        }
    }
}

/// A variable that an inner function shares with an outer one.
#[derive(Default)]
pub struct VarCell(RefCell<Value>, Share<48>);

pub struct Module {
    pub name: Str,
    pub dict: Rc<Dict>,
}

impl Value {
    pub fn str(text: impl Into<String>) -> Value {
        Value::Str(Str::new(text))
    }

    pub fn bytes(data: impl Into<Box<[u8]>>) -> Value {
        Value::Bytes(Rc::new(Bytes::new(data)))
    }

    pub fn tuple(items: Vec<Value>) -> Value {
        Value::Tuple(Rc::new(Tuple::new(items)))
    }

    pub fn list(items: Vec<Value>) -> Value {
        Value::List(Rc::new(List::new(items)))
    }

    pub fn dict() -> Value {
        Value::Dict(Rc::new(Dict::new()))
    }

    /// An int of any size, in its one normal form.
    pub fn big(value: BigInt) -> Value {
        match value.to_i64() {
            Some(small) => Value::Int(small),
            None => Value::BigInt(Rc::new(Big::new(value))),
        }
    }

    /// A count or an index. All that exist fit.
    pub fn size(value: usize) -> Value {
        Value::Int(value as i64)
    }

    /// A `range` iterator, a list iterator and so on.
    pub fn iter(state: IterState) -> Value {
        Value::Iter(Rc::new(Iter::new(state)))
    }

    pub fn is_empty_slot(&self) -> bool {
        matches!(self, Value::Empty)
    }

    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// Python's `is`.
    #[inline]
    pub fn is(&self, other: &Value) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other) && self.is_same_of_its_kind(other)
    }

    fn is_same_of_its_kind(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            (Value::Str(a), Value::Str(b)) => a.is(b),
            (Value::Tuple(a), Value::Tuple(b)) => Rc::ptr_eq(a, b) || (a.is_empty() && b.is_empty()),
            // There is one None, one Ellipsis and so on: they have no address.
            _ => self.address() == other.address(),
        }
    }

    /// The address of a heap object; `None` for values that are stored in place.
    pub fn address(&self) -> Option<usize> {
        fn of<T>(rc: &Rc<T>) -> Option<usize> {
            Some(Rc::as_ptr(rc) as *const u8 as usize)
        }
        match self {
            Value::Empty
            | Value::None
            | Value::Bool(_)
            | Value::Int(_)
            | Value::Float(_)
            | Value::Ellipsis
            | Value::NotImplemented => None,
            Value::BigInt(x) => of(x),
            Value::Complex(x) => of(x),
            Value::Str(x) => Some(x.address()),
            Value::Bytes(x) => of(x),
            Value::Tuple(x) => of(x),
            Value::List(x) => of(x),
            Value::Dict(x) => of(x),
            Value::Set(x) | Value::FrozenSet(x) => of(x),
            Value::Range(x) => of(x),
            Value::Slice(x) => of(x),
            Value::Function(x) => of(x),
            Value::Method(x) => of(x),
            Value::Native(x) => of(x),
            Value::Type(x) => of(x),
            Value::Module(x) => of(x),
            Value::Instance(x) => of(x),
            Value::Generator(x) => of(x),
            Value::Iter(x) => of(x),
            Value::Cell(x) => of(x),
            Value::Code(x) => of(x),
        }
    }

    /// How many references there are to this object; for `sys.getrefcount`.
    pub fn references(&self) -> usize {
        match self {
            Value::BigInt(x) => Rc::strong_count(x),
            Value::Complex(x) => Rc::strong_count(x),
            Value::Str(x) => x.references(),
            Value::Bytes(x) => Rc::strong_count(x),
            Value::Tuple(x) => Rc::strong_count(x),
            Value::List(x) => Rc::strong_count(x),
            Value::Dict(x) => Rc::strong_count(x),
            Value::Set(x) | Value::FrozenSet(x) => Rc::strong_count(x),
            Value::Range(x) => Rc::strong_count(x),
            Value::Slice(x) => Rc::strong_count(x),
            Value::Function(x) => Rc::strong_count(x),
            Value::Method(x) => Rc::strong_count(x),
            Value::Native(x) => Rc::strong_count(x),
            Value::Type(x) => Rc::strong_count(x),
            Value::Module(x) => Rc::strong_count(x),
            Value::Instance(x) => Rc::strong_count(x),
            Value::Generator(x) => Rc::strong_count(x),
            Value::Iter(x) => Rc::strong_count(x),
            Value::Cell(x) => Rc::strong_count(x),
            Value::Code(x) => Rc::strong_count(x),
            // CPython's immortal objects say this.
            _ => u32::MAX as usize,
        }
    }

    /// Whether dropping this value may drop values inside it.
    pub fn may_nest(&self) -> bool {
        !self.is_in_place()
            && !matches!(
                self,
                Value::BigInt(_) | Value::Complex(_) | Value::Str(_) | Value::Bytes(_) | Value::Range(_)
            )
    }

    // The views below also look through an instance of a Python subclass (`class Stack(list)`) at the built-in
    // value it extends.

    /// The built-in value itself, also of an instance of a subclass of the built-in type.
    pub fn base(&self) -> &Value {
        match self {
            Value::Instance(instance) => match &instance.payload {
                Payload::Value(value) => value,
                _ => self,
            },
            _ => self,
        }
    }

    pub fn as_str(&self) -> Option<&Str> {
        match self.base() {
            Value::Str(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_list(&self) -> Option<&Rc<List>> {
        match self.base() {
            Value::List(list) => Some(list),
            _ => None,
        }
    }

    pub fn as_tuple(&self) -> Option<&Rc<Tuple>> {
        match self.base() {
            Value::Tuple(tuple) => Some(tuple),
            _ => None,
        }
    }

    pub fn as_dict(&self) -> Option<&Rc<Dict>> {
        match self.base() {
            Value::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    /// A `set` or a `frozenset`.
    pub fn as_set(&self) -> Option<&Rc<Set>> {
        match self.base() {
            Value::Set(set) | Value::FrozenSet(set) => Some(set),
            _ => None,
        }
    }

    pub fn as_bytes(&self) -> Option<&Rc<Bytes>> {
        match self.base() {
            Value::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// A bool or an int that fits in 64 bits.
    pub fn as_i64(&self) -> Option<i64> {
        match self.base() {
            Value::Int(value) => Some(*value),
            Value::Bool(value) => Some(i64::from(*value)),
            _ => None,
        }
    }

    /// A bool or an int of any size.
    pub fn as_big(&self) -> Option<BigInt> {
        match self.base() {
            Value::Int(value) => Some(BigInt::from(*value)),
            Value::Bool(value) => Some(BigInt::from(i64::from(*value))),
            Value::BigInt(value) => Some((**value).clone()),
            _ => None,
        }
    }

    pub fn is_int(&self) -> bool {
        matches!(self.base(), Value::Int(_) | Value::Bool(_) | Value::BigInt(_))
    }

    pub fn as_type(&self) -> Option<&Rc<Type>> {
        match self {
            Value::Type(class) => Some(class),
            _ => None,
        }
    }

    pub fn as_instance(&self) -> Option<&Rc<Instance>> {
        match self {
            Value::Instance(instance) => Some(instance),
            _ => None,
        }
    }
}

impl Bytes {
    pub fn new(data: impl Into<Box<[u8]>>) -> Self {
        let data = data.into();
        let charge = Charge::new(33 + data.len());
        Bytes { data, charge }
    }

    /// What the object takes, in bytes.
    pub fn charged(&self) -> usize {
        self.charge.bytes()
    }
}

impl Tuple {
    pub fn new(items: Vec<Value>) -> Self {
        let charge = Charge::new(48 + items.len() * size_of::<Value>());
        Tuple { items, charge }
    }

    /// What the object takes, in bytes.
    pub fn charged(&self) -> usize {
        self.charge.bytes()
    }
}

impl std::ops::Deref for Tuple {
    type Target = [Value];
    fn deref(&self) -> &[Value] {
        &self.items
    }
}

impl Drop for Tuple {
    fn drop(&mut self) {
        if !self.items.is_empty() {
            trash::discard_last_first(std::mem::take(&mut self.items));
        }
    }
}

impl List {
    pub fn new(items: Vec<Value>) -> Self {
        let charge = Charge::new(56 + items.capacity() * size_of::<Value>());
        List {
            items: RefCell::new(items),
            charge,
        }
    }

    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn get(&self, index: usize) -> Option<Value> {
        self.items.borrow().get(index).cloned()
    }

    pub fn push(&self, value: Value) {
        let mut items = self.items.borrow_mut();
        let before = items.capacity();
        items.push(value);
        if items.capacity() != before {
            self.charge.resize(56 + items.capacity() * size_of::<Value>());
        }
    }

    /// A copy of the items, so that no borrow is held while other code runs.
    pub fn to_vec(&self) -> Vec<Value> {
        self.items.borrow().clone()
    }

    /// Looks at the items. `look` must not run Python code or touch this list.
    pub fn with<R>(&self, look: impl FnOnce(&[Value]) -> R) -> R {
        look(&self.items.borrow())
    }

    /// Changes the items. `change` must not run Python code, and it must return what it removes instead of
    /// dropping it (a drop may run a destructor that looks at this list).
    pub fn with_mut<R>(&self, change: impl FnOnce(&mut Vec<Value>) -> R) -> R {
        let mut items = self.items.borrow_mut();
        let result = change(&mut items);
        self.charge.resize(56 + items.capacity() * size_of::<Value>());
        result
    }

    /// Replaces the item at `index`; false if there is none.
    pub fn set(&self, index: usize, value: Value) -> bool {
        let mut items = self.items.borrow_mut();
        let Some(slot) = items.get_mut(index) else {
            return false;
        };
        let old = std::mem::replace(slot, value);
        drop(items);
        drop(old);
        true
    }

    /// What the object takes, in bytes.
    pub fn charged(&self) -> usize {
        self.charge.bytes()
    }
}

impl Drop for List {
    fn drop(&mut self) {
        let items = self.items.take();
        if !items.is_empty() {
            trash::discard_last_first(items);
        }
    }
}

impl Range {
    /// The number of items.
    pub fn len(&self) -> u64 {
        range_len(self.start, self.stop, self.step)
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at `index`, which must be less than `len`.
    pub fn at(&self, index: u64) -> i64 {
        self.start.wrapping_add((index as i64).wrapping_mul(self.step))
    }
}

/// How many items `range(start, stop, step)` has. `step` is not 0.
pub fn range_len(start: i64, stop: i64, step: i64) -> u64 {
    let (start, stop, step) = (i128::from(start), i128::from(stop), i128::from(step));
    let count = match step {
        s if s > 0 && start < stop => (stop - start - 1) / s + 1,
        s if s < 0 && start > stop => (start - stop - 1) / -s + 1,
        _ => 0,
    };
    u64::try_from(count).unwrap_or(u64::MAX)
}

impl VarCell {
    pub fn new(value: Value) -> Self {
        VarCell(RefCell::new(value), Share::new())
    }

    pub fn get(&self) -> Value {
        self.0.borrow().clone()
    }

    pub fn set(&self, value: Value) {
        let old = self.0.replace(value);
        drop(old);
    }
}

impl Drop for VarCell {
    fn drop(&mut self) {
        let value = self.0.take();
        if value.may_nest() {
            trash::discard(vec![value]);
        }
    }
}

impl Drop for Slice {
    fn drop(&mut self) {
        for part in [&mut self.start, &mut self.stop, &mut self.step] {
            trash::release(std::slice::from_mut(part));
        }
    }
}

thread_local! {
    static NEXT_SERIAL: Cell<u64> = const { Cell::new(1) };
}

/// A counter for object identities that do not depend on where the allocator puts things.
pub fn next_serial() -> u64 {
    NEXT_SERIAL.with(|next| {
        let serial = next.get();
        next.set(serial + 1);
        serial
    })
}

/// Goes on counting from here, and gives where the count was: each session counts its own objects.
pub fn exchange_serial(serial: u64) -> u64 {
    NEXT_SERIAL.with(|next| next.replace(serial))
}
