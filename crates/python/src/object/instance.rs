//! Instances of classes: of those that programs define, of exceptions, and of native types that need more than a
//! [`Value`] variant of their own (deques, futures, locks …).

use super::class_slot::ClassSlot;
use super::memory::Charge;
use super::value::next_serial;
use super::{Dict, ExcData, Type, Value};
use crate::aio::future::FutureData;
use crate::vm::finalize;
use std::any::Any;
use std::cell::{Cell, OnceCell, Ref, RefCell};
use std::rc::Rc;

pub struct Instance {
    pub class: ClassSlot,
    /// Objects may share one: `self.__dict__ = …`.
    attrs: RefCell<Option<Rc<Dict>>>,
    /// The values of attributes named in `__slots__`.
    slots: OnceCell<Box<Dict>>,
    pub payload: Payload,
    serial: Cell<u64>,
    /// `__del__` has been called.
    pub finalized: Cell<bool>,
    /// A weak reference points here.
    pub watched: Cell<bool>,
    charge: Charge,
}

/// What an instance is beside its attributes.
pub enum Payload {
    None,
    /// The built-in value that a subclass of a built-in type extends.
    Value(Value),
    Exception(Box<ExcData>),
    /// The state of a future or task: one of their own, since each step of a task looks at it several times.
    Future(Box<FutureData>),
    /// The state of another native type; see [`Instance::native`].
    Native(Box<dyn Any>),
}

impl Instance {
    pub fn new(class: Rc<Type>, payload: Payload) -> Self {
        let extra = match &payload {
            Payload::None => 0,
            Payload::Value(_) => 16,
            Payload::Exception(_) => 120,
            Payload::Future(_) | Payload::Native(_) => 64,
        };
        Instance {
            class: ClassSlot::new(class),
            attrs: RefCell::default(),
            slots: OnceCell::new(),
            payload,
            serial: Cell::new(0),
            finalized: Cell::new(false),
            watched: Cell::new(false),
            charge: Charge::new(size_of::<Instance>() + 16 + extra),
        }
    }

    /// An instance of a native type with its Rust state.
    pub fn with_native<T: 'static>(class: &Rc<Type>, state: T) -> Rc<Instance> {
        Rc::new(Instance::new(class.clone(), Payload::Native(Box::new(state))))
    }

    /// A future or task.
    pub fn with_future(class: &Rc<Type>, state: FutureData) -> Rc<Instance> {
        Rc::new(Instance::new(class.clone(), Payload::Future(Box::new(state))))
    }

    /// The Rust state, if this is an instance of the native type (or a subclass of it) whose state is a `T`.
    pub fn native<T: 'static>(&self) -> Option<&T> {
        match &self.payload {
            Payload::Native(state) => state.downcast_ref(),
            _ => None,
        }
    }

    /// `__dict__`, made when it is first asked for.
    pub fn attrs(&self) -> Rc<Dict> {
        self.attrs.borrow_mut().get_or_insert_default().clone()
    }

    /// The values of attributes named in `__slots__`.
    pub fn slots(&self) -> &Dict {
        self.slots.get_or_init(|| Box::new(Dict::new()))
    }

    /// `__dict__`, if there are attributes.
    #[inline]
    pub fn attrs_if_any(&self) -> Option<Ref<'_, Rc<Dict>>> {
        Ref::filter_map(self.attrs.borrow(), Option::as_ref).ok()
    }

    /// `__dict__ = attrs`
    pub fn set_attrs(&self, attrs: Rc<Dict>) {
        let before = self.attrs.replace(Some(attrs));
        drop(before);
    }

    /// A number that is this object's own for ever; its hash and the address in its repr are made from it.
    pub fn serial(&self) -> u64 {
        if self.serial.get() == 0 {
            self.serial.set(next_serial());
        }
        self.serial.get()
    }

    /// What the object takes, in bytes, without its attributes.
    pub fn charged(&self) -> usize {
        self.charge.bytes()
    }

    /// For [`finalize`]: everything but the class, taken out of a dying instance.
    fn take(&mut self) -> Instance {
        Instance {
            class: ClassSlot::new(self.class.clone()),
            attrs: std::mem::take(&mut self.attrs),
            slots: std::mem::take(&mut self.slots),
            payload: std::mem::replace(&mut self.payload, Payload::None),
            serial: Cell::new(self.serial.get()),
            finalized: Cell::new(false),
            watched: Cell::new(false),
            charge: Charge::new(self.charge.bytes()),
        }
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        let speaks = match &self.payload {
            Payload::Future(_) => crate::aio::report::wants_finalizer(self),
            _ => false,
        };
        if !self.finalized.get() && (speaks || self.class.has_finalizer()) {
            finalize::instance(|| self.take());
        }
        // Those who watch it are told after its `__del__`.
        if self.watched.get() {
            finalize::watched(self.serial.get());
        }
    }
}
