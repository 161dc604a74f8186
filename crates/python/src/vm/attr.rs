//! Attributes: looking them up, setting and deleting them.

use super::call::NativeFuture;
use super::cx::Cx;
use super::{Vm, VmResult};
use crate::object::function::{ClassMethod, Getter, Property, Slot, StaticMethod, native_state};
use crate::object::types::Origin;
use crate::object::{BoundMethod, Instance, Str, Type, Value, work};
use std::rc::Rc;

/// What looking an attribute up gives.
pub enum Found {
    Value(Value),
    /// Calling this gives it (a property's getter, `__getattr__` …).
    Call(Value, Vec<Value>),
    /// Finding it takes several calls.
    Slow(NativeFuture),
}

/// A special method, found on an object's class.
pub enum Special {
    /// To be called with the object first.
    Method(Value),
    /// To be called as it is.
    Bound(Value),
    /// `__get__`, and the descriptor that it belongs to.
    Descriptor(Value, Value),
}

/// One entry of the method cache.
#[derive(Clone, Default)]
pub struct Cached {
    tag: u32,
    name: usize,
    value: Option<Value>,
}

/// What asking a descriptor of a built-in type takes beyond the instruction that reads the attribute.
const GETTER_STRAIN: usize = 3;

/// What an AttributeError takes beyond raising it: it is written out and gets two attributes.
const ERROR_STRAIN: usize = 20;

pub const METHOD_CACHE_SIZE: usize = 1024;

/// `super()`: native state.
pub struct Super {
    /// The class after which the search begins.
    pub class: Rc<Type>,
    /// The object (or class) that methods are bound to.
    pub receiver: Value,
    /// The class whose method resolution order is searched.
    pub start: Rc<Type>,
}

impl Vm {
    /// The attribute in the first class of the method resolution order that has it.
    pub fn lookup(&self, class: &Rc<Type>, name: &Str) -> Option<Value> {
        let tag = class.tag();
        let address = name.address();
        let at = (tag as usize ^ (address >> 4)) & (METHOD_CACHE_SIZE - 1);
        let mut cache = self.method_cache.borrow_mut();
        let Some(entry) = cache.get_mut(at) else {
            return class.find(name);
        };
        if entry.tag == tag && entry.name == address {
            return entry.value.clone();
        }
        let value = class.find(name);
        // An address is a key only while the name lives: names of programs are interned and live as long as the
        // machine. Others are not cached.
        if self.interner.is_interned(name) {
            *entry = Cached {
                tag,
                name: address,
                value: value.clone(),
            };
        }
        value
    }

    /// A special method of an object: looked up on its class, never on the object itself.
    pub fn special(&self, object: &Value, name: &Str) -> Option<Special> {
        let value = self.lookup(self.type_of(object), name)?;
        Some(match value {
            Value::Function(_) | Value::Native(_) => Special::Method(value),
            Value::Instance(_) => {
                if let Some(StaticMethod(inner)) = native_state(&value) {
                    Special::Bound(inner.clone())
                } else if let Some(ClassMethod(inner)) = native_state(&value) {
                    let class = Value::Type(self.type_of(object).clone());
                    Special::Bound(bind(inner.clone(), class))
                } else if let Some(get) = self.lookup(self.type_of(&value), &self.names.get) {
                    Special::Descriptor(get, value)
                } else {
                    Special::Bound(value)
                }
            }
            _ => Special::Bound(value),
        })
    }

    /// `object.name`. AttributeError if there is none.
    pub fn getattr(self: &Rc<Self>, object: &Value, name: &Str) -> VmResult<Found> {
        let class = self.type_of(object);
        if class.has_getattribute() {
            return Ok(self.by_getattribute(class, object, name));
        }
        match self.generic_getattr(object, name)? {
            Some(found) => Ok(found),
            None if self.module_getattr(object).is_some() => {
                let hook = self.module_getattr(object).unwrap_or(Value::None);
                Ok(Found::Call(hook, vec![Value::Str(name.clone())]))
            }
            None if class.has_getattr() => match self.lookup(class, &self.names.getattr) {
                Some(hook) => Ok(Found::Call(hook, vec![object.clone(), Value::Str(name.clone())])),
                None => Err(self.no_attribute(object, name)),
            },
            None => Err(self.no_attribute(object, name)),
        }
    }

    /// A module's own `__getattr__`.
    fn module_getattr(&self, object: &Value) -> Option<Value> {
        match object {
            Value::Module(module) => module.dict.get_str(&self.names.getattr),
            _ => None,
        }
    }

    /// `object.__getattribute__(name)`: without `__getattr__` and without an error if there is none.
    pub fn generic_getattr(self: &Rc<Self>, object: &Value, name: &Str) -> VmResult<Option<Found>> {
        match object {
            Value::Type(class) => self.class_attr(class, name),
            Value::Module(module) => match module.dict.get_str(name) {
                Some(value) => Ok(Some(Found::Value(value))),
                None => self.object_attr(object, name, None),
            },
            Value::Instance(instance) => {
                if let Some(parent) = instance.native::<Super>() {
                    return match self.super_attr(parent, name)? {
                        None => self.object_attr(object, name, None),
                        found => Ok(found),
                    };
                }
                let attrs = instance.attrs_if_any();
                self.object_attr(object, name, attrs.and_then(|attrs| attrs.get_str(name)))
            }
            Value::Function(function) => {
                let own = function.attrs.get().and_then(|attrs| attrs.get_str(name));
                self.object_attr(object, name, own)
            }
            Value::Method(method) => match self.object_attr(object, name, None)? {
                Some(found) => Ok(Some(found)),
                None => self.generic_getattr(&method.function, name),
            },
            _ => self.object_attr(object, name, None),
        }
    }

    /// `object.name = value`, or `del object.name` if there is no value. What is returned has to be called.
    pub fn setattr(
        self: &Rc<Self>,
        object: &Value,
        name: &Str,
        value: Option<Value>,
    ) -> VmResult<Option<(Value, Vec<Value>)>> {
        let class = self.type_of(object);
        if class.has_setattr() {
            let hook = if value.is_some() {
                &self.names.setattr
            } else {
                &self.names.delattr
            };
            if let Some(hook @ Value::Function(_)) = self.lookup(class, hook) {
                let mut args = vec![object.clone(), Value::Str(name.clone())];
                args.extend(value);
                return Ok(Some((hook, args)));
            }
        }
        self.generic_setattr(object, name, value)
    }

    /// `object.__setattr__(name, value)` without hooks.
    pub fn generic_setattr(
        self: &Rc<Self>,
        object: &Value,
        name: &Str,
        value: Option<Value>,
    ) -> VmResult<Option<(Value, Vec<Value>)>> {
        let class = self.type_of(object).clone();
        let on_class = self.lookup(&class, name);
        if let Some(descriptor) = &on_class
            && let Some(call) = self.set_by_descriptor(descriptor, object, name, value.clone())?
        {
            return Ok(call.0);
        }
        match object {
            Value::Instance(instance) if allows_attributes(instance) => {
                self.set_in(&instance.attrs(), object, name, value)?;
            }
            Value::Function(function) => self.set_in(function.attrs(), object, name, value)?,
            Value::Module(module) => self.set_in(&module.dict, object, name, value)?,
            Value::Type(class) if class.origin == Origin::Python => {
                let result = self.set_in(class.dict(), object, name, value);
                class.changed();
                result?;
            }
            Value::Type(class) => {
                return Err(self.type_error(format!(
                    "cannot set '{name}' attribute of immutable type '{}'",
                    class.name
                )));
            }
            _ => {
                let type_name = &class.name;
                let message = match (on_class, value) {
                    (Some(_), _) => format!("'{type_name}' object attribute '{name}' is read-only"),
                    (None, _) => format!(
                        "'{type_name}' object has no attribute '{name}' and no __dict__ for setting new attributes"
                    ),
                };
                return Err(self.attribute_error_for(object, name, message));
            }
        }
        Ok(None)
    }

    /// AttributeError with the message that CPython gives for this object.
    pub fn no_attribute(&self, object: &Value, name: &Str) -> crate::object::Exc {
        let message = match object {
            Value::Type(class) => format!("type object '{}' has no attribute '{name}'", class.name),
            Value::Module(module) => format!("module '{}' has no attribute '{name}'", module.name),
            Value::Instance(instance) => match instance.native::<Super>() {
                Some(_) => format!("'super' object has no attribute '{name}'"),
                None => format!("'{}' object has no attribute '{name}'", instance.class.name),
            },
            _ => format!("'{}' object has no attribute '{name}'", self.type_name(object)),
        };
        let exc = self.attribute_error_for(object, name, message);
        match object {
            Value::Module(module) => self.note_lacking(&exc, &module.name, name),
            Value::Instance(it) if it.native::<crate::aio::event_loop::LoopData>().is_some() => {
                self.note_lacking(&exc, "asyncio.EventLoop", name);
            }
            _ => {}
        }
        exc
    }

    /// What a class attribute is when it is reached through an object of the class: methods are bound, properties
    /// are called. `None` as the object stands for access through the class itself.
    pub fn bind_class_attr(
        self: &Rc<Self>,
        value: Value,
        object: Option<&Value>,
        class: &Rc<Type>,
    ) -> VmResult<Found> {
        Ok(match &value {
            Value::Function(_) => match object {
                Some(object) => Found::Value(bind(value, object.clone())),
                None => Found::Value(value),
            },
            Value::Native(native) => match object {
                Some(object) if native.owner.borrow().is_some() && native.name != "__new__" => {
                    Found::Value(bind(value, object.clone()))
                }
                _ => Found::Value(value),
            },
            Value::Instance(instance) => {
                if let Some(property) = instance.native::<Property>() {
                    let Some(object) = object else {
                        return Ok(Found::Value(value));
                    };
                    if property.get.is_none() {
                        let name = self.attribute_name_of(class, &value);
                        return Err(self.attribute_error(format!(
                            "property '{name}' of '{}' object has no getter",
                            class.qualname.borrow()
                        )));
                    }
                    Found::Call(property.get.clone(), vec![object.clone()])
                } else if let Some(getter) = instance.native::<Slot>() {
                    work::strain(GETTER_STRAIN);
                    match object {
                        Some(object) => Found::Value(crate::types::slot::get(self, object, &getter.name)?),
                        None => Found::Value(value),
                    }
                } else if let Some(getter) = instance.native::<Getter>() {
                    work::strain(GETTER_STRAIN);
                    match object {
                        Some(object) => Found::Value((getter.get)(self, object)?),
                        None => Found::Value(value),
                    }
                } else if let Some(ClassMethod(inner)) = instance.native::<ClassMethod>() {
                    Found::Value(bind(inner.clone(), Value::Type(class.clone())))
                } else if let Some(StaticMethod(inner)) = instance.native::<StaticMethod>() {
                    Found::Value(inner.clone())
                } else if let Some(get) = self.lookup(&instance.class, &self.names.get) {
                    let receiver = object.cloned().unwrap_or(Value::None);
                    Found::Call(get, vec![value, receiver, Value::Type(class.clone())])
                } else {
                    Found::Value(value)
                }
            }
            _ => Found::Value(value),
        })
    }

    fn object_attr(
        self: &Rc<Self>,
        object: &Value,
        name: &Str,
        own: Option<Value>,
    ) -> VmResult<Option<Found>> {
        let class = self.type_of(object);
        let on_class = self.lookup(class, name);
        if let Some(value) = on_class
            && (own.is_none() || self.reads_before_own(&value))
        {
            return self.bind_class_attr(value, Some(object), class).map(Some);
        }
        Ok(own.map(Found::Value))
    }

    fn class_attr(self: &Rc<Self>, class: &Rc<Type>, name: &Str) -> VmResult<Option<Found>> {
        let meta = class.metaclass.as_ref().unwrap_or(&self.types.type_);
        let object = Value::Type(class.clone());
        let on_meta = self.lookup(meta, name);
        if let Some(value) = &on_meta
            && self.reads_before_own(value)
        {
            return self.bind_class_attr(value.clone(), Some(&object), meta).map(Some);
        }
        if let Some(value) = self.lookup(class, name) {
            return self.bind_class_attr(value, None, class).map(Some);
        }
        match on_meta {
            Some(value) => self.bind_class_attr(value, Some(&object), meta).map(Some),
            None => Ok(None),
        }
    }

    fn super_attr(self: &Rc<Self>, parent: &Super, name: &Str) -> VmResult<Option<Found>> {
        let mut after = parent
            .start
            .mro()
            .skip_while(|class| !Rc::ptr_eq(class, &parent.class))
            .skip(1);
        if name.as_str() != "__class__"
            && let Some(value) = after.find_map(|class| class.dict().get_str(name))
        {
            // In a class method the receiver is a class: functions stay unbound only in `__new__`, which is static.
            let of_class = name.as_str() == "__init_subclass__" && matches!(value, Value::Native(_));
            let object = match &parent.receiver {
                Value::Type(class) if Rc::ptr_eq(class, &parent.start) && !of_class => None,
                receiver => Some(receiver),
            };
            return self.bind_class_attr(value, object, &parent.start).map(Some);
        }
        Ok(None)
    }

    /// Whether it is a data descriptor that answers reads. One without `__get__` leaves them to the object's own
    /// attributes.
    fn reads_before_own(&self, value: &Value) -> bool {
        let Value::Instance(instance) = value else {
            return false;
        };
        instance.native::<Property>().is_some()
            || instance.native::<Getter>().is_some()
            || instance.native::<Slot>().is_some()
            || self.lookup(&instance.class, &self.names.get).is_some()
                && (self.lookup(&instance.class, &self.names.set).is_some()
                    || self.lookup(&instance.class, &self.names.delete).is_some())
    }

    /// `Some` if the descriptor has dealt with it: then what has to be called, if anything.
    #[allow(clippy::type_complexity)] // The outer option says whether it applies, the inner one whether to call.
    fn set_by_descriptor(
        self: &Rc<Self>,
        descriptor: &Value,
        object: &Value,
        name: &Str,
        value: Option<Value>,
    ) -> VmResult<Option<(Option<(Value, Vec<Value>)>,)>> {
        let Value::Instance(instance) = descriptor else {
            return Ok(None);
        };
        if let Some(property) = instance.native::<Property>() {
            let (function, verb) = match value {
                Some(_) => (&property.set, "setter"),
                None => (&property.delete, "deleter"),
            };
            if function.is_none() {
                return Err(self.attribute_error(format!(
                    "property '{name}' of '{}' object has no {verb}",
                    self.type_of(object).qualname.borrow()
                )));
            }
            let mut args = vec![object.clone()];
            args.extend(value);
            return Ok(Some((Some((function.clone(), args)),)));
        }
        if let Some(slot) = instance.native::<Slot>() {
            crate::types::slot::set(self, object, &slot.name, value)?;
            return Ok(Some((None,)));
        }
        if let Some(getter) = instance.native::<Getter>() {
            return match (getter.set, value) {
                (Some(set), Some(value)) => set(self, object, value).map(|()| Some((None,))),
                _ => Err(self.attribute_error(format!(
                    "attribute '{name}' of '{}' objects is not writable",
                    self.type_name(object)
                ))),
            };
        }
        let (wanted, other) = match value {
            Some(_) => (&self.names.set, &self.names.delete),
            None => (&self.names.delete, &self.names.set),
        };
        match self.lookup(&instance.class, wanted) {
            Some(hook) => {
                let mut args = vec![descriptor.clone(), object.clone()];
                args.extend(value);
                Ok(Some((Some((hook, args)),)))
            }
            // As CPython's `slot_tp_descr_set`: who has one of the two has to have the other where that is needed.
            None if self.lookup(&instance.class, other).is_some() => {
                Err(self.attribute_error(wanted.to_string()))
            }
            None => Ok(None),
        }
    }

    fn set_in(
        self: &Rc<Self>,
        attrs: &Rc<crate::object::Dict>,
        object: &Value,
        name: &Str,
        value: Option<Value>,
    ) -> VmResult<()> {
        match value {
            Some(value) => {
                self.reserve(attrs.growth())?;
                attrs.set_str(name.clone(), value);
            }
            None if attrs.remove_str(name).is_some() => {}
            None => return Err(self.no_attribute(object, name)),
        }
        Ok(())
    }

    fn by_getattribute(self: &Rc<Self>, class: &Rc<Type>, object: &Value, name: &Str) -> Found {
        let hook = self
            .lookup(class, &self.names.getattribute)
            .unwrap_or(Value::None);
        let fallback = self.lookup(class, &self.names.getattr);
        let args = vec![object.clone(), Value::Str(name.clone())];
        let Some(fallback) = fallback else {
            return Found::Call(hook, args);
        };
        let cx = Cx::new(self);
        Found::Slow(Box::pin(async move {
            match cx.call(&hook, args.clone()).await {
                Err(e) if cx.is_exc(&e, &cx.vm.types.attribute_error) => cx.call(&fallback, args).await,
                result => result,
            }
        }))
    }

    fn attribute_error_for(&self, object: &Value, name: &Str, message: String) -> crate::object::Exc {
        work::strain(ERROR_STRAIN);
        let exc = self.attribute_error(message);
        exc.0
            .attrs()
            .set_str(self.intern("name"), Value::Str(name.clone()));
        exc.0.attrs().set_str(self.intern("obj"), object.clone());
        exc
    }

    fn attribute_name_of(&self, class: &Rc<Type>, value: &Value) -> String {
        let entries = class.mro().flat_map(|class| class.dict().items());
        let mut named = entries.filter(|(_, have)| have.is(value));
        named
            .next()
            .and_then(|(name, _)| name.as_str().map(|s| s.to_string()))
            .unwrap_or_default()
    }
}

/// `receiver.function`.
pub fn bind(function: Value, receiver: Value) -> Value {
    Value::Method(Rc::new(BoundMethod::new(function, receiver)))
}

/// Whether an instance may have this attribute of its own.
pub fn allows_attributes(instance: &Rc<Instance>) -> bool {
    let class = &instance.class;
    // One class without `__slots__` in the chain gives the instance its `__dict__`.
    let mut python = class
        .mro()
        .filter(|class| class.origin == Origin::Python)
        .peekable();
    if python.peek().is_none() {
        return matches!(
            class.layout,
            crate::object::Layout::Exception | crate::object::Layout::Native
        );
    }
    let mut named = false;
    for class in python {
        match &class.slots {
            None => return true,
            Some(slots) => named |= slots.iter().any(|slot| slot.as_str() == "__dict__"),
        }
    }
    named
}
