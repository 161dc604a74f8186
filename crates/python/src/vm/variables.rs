//! Variables and the quick ways to attributes that most instructions take.

use super::frame::Frame;
use super::{Vm, VmResult};
use crate::object::{CodeObject, Dict, Exc, Str, Value};
use std::rc::Rc;

/// Marks positions in the builtins in a name's hint.
const IN_BUILTINS: u32 = 1 << 31;

impl Vm {
    /// A global or built-in name. The position where it was found is remembered with the code.
    pub(super) fn load_global(&self, frame: &Frame, code: &CodeObject, name: usize) -> VmResult<Value> {
        if let Some(value) = self.quick_global(frame, code, name) {
            return Ok(value);
        }
        let hint = &code.hints[name];
        let name = &code.names[name];
        let (version, position) = hint.get();
        if position & IN_BUILTINS != 0
            && version == frame.globals.version()
            && let Some(value) = self
                .builtins
                .value_if_key_is((position & !IN_BUILTINS) as usize, name)
        {
            return Ok(value);
        }
        if let Some(position) = frame.globals.find_str(name) {
            hint.set((0, position as u32));
            return Ok(frame.globals.value_at(position));
        }
        if let Some(position) = self.builtins.find_str(name) {
            hint.set((frame.globals.version(), position as u32 | IN_BUILTINS));
            return Ok(self.builtins.value_at(position));
        }
        Err(self.undefined_name(frame, name))
    }

    /// A name of a module, as in `module.name(…)`. The position where it was found is remembered with the code.
    #[inline]
    pub(super) fn load_from_module(&self, module: &Dict, code: &CodeObject, name: usize) -> Option<Value> {
        let hint = &code.hints[name];
        let name = &code.names[name];
        let (_, position) = hint.get();
        module.value_if_key_is(position as usize, name).or_else(|| {
            let position = module.find_str(name)?;
            hint.set((0, position as u32));
            Some(module.value_at(position))
        })
    }

    /// A global variable that stands where it was found before, without a call. `None`: the general way.
    #[inline(always)]
    pub(super) fn quick_global(&self, frame: &Frame, code: &CodeObject, name: usize) -> Option<Value> {
        let (_, position) = code.hints[name].get();
        frame
            .globals
            .value_if_key_is(position as usize, &code.names[name])
    }

    /// Where the name was found before there is no call.
    #[inline(always)]
    pub(super) fn store_global(&self, frame: &Frame, code: &CodeObject, name: usize, value: Value) {
        let (_, position) = code.hints[name].get();
        let name = &code.names[name];
        if let Err(value) = frame.globals.set_if_key_is(position as usize, name, value) {
            frame.globals.set_str(name.clone(), value);
        }
    }

    /// NameError for a name that is neither global nor built in.
    pub(super) fn undefined_name(&self, frame: &Frame, name: &Str) -> Exc {
        let exc = self.name_error(format!("name '{name}' is not defined"));
        exc.data().hint.replace(self.name_hint(frame, name));
        exc.0
            .attrs()
            .set_str(self.intern("name"), Value::Str(name.clone()));
        exc
    }

    /// ". Did you mean: 'x'?" where some name in reach is close.
    fn name_hint(&self, frame: &Frame, name: &Str) -> String {
        let mut known: Vec<String> = frame
            .code
            .locals
            .iter()
            .filter(|local| !local.starts_with('.'))
            .map(|local| local.to_string())
            .collect();
        for dict in [&frame.globals, &self.builtins] {
            known.extend(
                dict.keys()
                    .iter()
                    .filter_map(|key| key.as_str().map(|s| s.to_string())),
            );
        }
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let best = super::suggest::closest(name, &known);
        match (best, crate::syntax::is_standard_module(name)) {
            (Some(best), true) => {
                format!(". Did you mean: '{best}'? Or did you forget to import '{name}'?")
            }
            (Some(best), false) => format!(". Did you mean: '{best}'?"),
            (None, true) => format!(". Did you forget to import '{name}'?"),
            (None, false) => String::new(),
        }
    }

    pub(super) fn unbound_local(&self, code: &CodeObject, slot: usize) -> Exc {
        let name = code.locals.get(slot).cloned().unwrap_or_else(|| self.intern("?"));
        self.exc(
            &self.types.unbound_local_error,
            format!("cannot access local variable '{name}' where it is not associated with a value"),
        )
    }

    pub(super) fn unbound_cell(&self, code: &CodeObject, slot: usize) -> Exc {
        if slot < code.code.locals.len() {
            return self.unbound_local(code, slot);
        }
        let name = code.locals.get(slot).cloned().unwrap_or_else(|| self.intern("?"));
        let exc = self.name_error(format!(
            "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
        ));
        exc.0.attrs().set_str(self.intern("name"), Value::Str(name));
        exc
    }

    /// `object.name` where that is an instance's own attribute or a module's name and nothing interferes.
    #[inline]
    pub(super) fn quick_attr(&self, object: &Value, name: &Str) -> Option<Value> {
        match object {
            Value::Instance(instance) => {
                let own = instance.attrs_if_any()?.get_str(name)?;
                let class = &instance.class;
                // Data descriptors come before the instance's own attributes, so the class must not know the name.
                (self.lookup(class, name).is_none() && !class.has_getattribute()).then_some(own)
            }
            Value::Module(module) => module.dict.get_str(name),
            _ => None,
        }
    }

    /// The function behind `object.name(…)` where it is a plain method, to be called with the object first.
    #[inline]
    pub(super) fn plain_method(&self, object: &Value, name: &Str) -> Option<Value> {
        let class = match object {
            Value::Instance(instance) => {
                // `super()` looks the name up elsewhere than on its own class.
                if Rc::ptr_eq(&instance.class, &self.types.super_)
                    || instance.class.has_getattribute()
                    || instance.attrs_if_any().is_some_and(|a| a.contains_str(name))
                {
                    return None;
                }
                &instance.class
            }
            Value::Module(_) | Value::Type(_) | Value::Function(_) | Value::Method(_) => return None,
            _ => self.type_of(object),
        };
        match self.lookup(class, name)? {
            Value::Native(native) if native.name == "__new__" || native.owner.borrow().is_none() => None,
            method @ (Value::Function(_) | Value::Native(_)) => Some(method),
            _ => None,
        }
    }

    /// `object.name = value` for instances of plain classes: takes the value and leaves an empty place. False, and
    /// nothing has happened, where the general way is needed.
    #[inline]
    pub(super) fn quick_setattr(&self, object: &Value, name: &Str, value: &mut Value) -> bool {
        let Value::Instance(instance) = object else {
            return false;
        };
        let class = &instance.class;
        if class.has_setattr()
            || class.slots.is_some()
            || class.origin != crate::object::types::Origin::Python
            || self.lookup(class, name).is_some()
        {
            return false;
        }
        instance.attrs().set_str(name.clone(), std::mem::take(value));
        true
    }

    /// What `super()` without arguments stands for: the class whose body the method stands in, and the method's
    /// first argument.
    pub(super) fn implicit_super_arguments(&self, frame: &Frame) -> VmResult<[Value; 2]> {
        let code = &frame.code.code;
        if code.arg_count == 0 && !code.has_varargs {
            return Err(self.runtime_error("super(): no arguments"));
        }
        let Some(index) = code.frees.iter().position(|name| &**name == "__class__") else {
            return Err(self.runtime_error("super(): __class__ cell not found"));
        };
        let contents = |slot: usize| match frame.slots.get(slot) {
            Some(Value::Cell(cell)) => cell.get(),
            Some(value) => value.clone(),
            None => Value::Empty,
        };
        let (class, first) = (contents(code.locals.len() + index), contents(0));
        if class.is_empty_slot() {
            return Err(self.runtime_error("super(): empty __class__ cell"));
        }
        if first.is_empty_slot() {
            return Err(self.runtime_error("super(): arg[0] deleted"));
        }
        Ok([class, first])
    }

    /// Makes a function from what `MakeFunction` finds on the stack.
    pub(super) fn make_function(
        &self,
        frame: &mut Frame,
        code: &CodeObject,
        index: usize,
        parts: crate::bytecode::FunctionParts,
    ) -> Value {
        use crate::bytecode::FunctionParts as P;
        let mut part = |bit| if parts.has(bit) { frame.slots.pop() } else { None };
        let closure = part(P::CLOSURE);
        let annotations = part(P::ANNOTATIONS);
        let kw_defaults = part(P::KW_DEFAULTS);
        let defaults = part(P::DEFAULTS);
        let Some(Value::Code(body)) = code.consts.get(index) else {
            return Value::None;
        };
        let closure = match &closure {
            Some(Value::Tuple(cells)) => cells
                .iter()
                .map(|cell| match cell {
                    Value::Cell(cell) => cell.clone(),
                    other => Rc::new(crate::object::VarCell::new(other.clone())),
                })
                .collect(),
            _ => Vec::new(),
        };
        let defaults = match defaults {
            Some(Value::Tuple(defaults)) => defaults,
            _ => Rc::new(crate::object::Tuple::new(Vec::new())),
        };
        Value::Function(Rc::new(crate::object::Function {
            share: Default::default(),
            code: body.clone(),
            globals: frame.globals.clone(),
            defaults: std::cell::RefCell::new(defaults),
            kw_defaults: std::cell::RefCell::new(kw_defaults.and_then(|v| v.as_dict().cloned())),
            closure,
            name: std::cell::RefCell::new(body.name.clone()),
            qualname: std::cell::RefCell::new(body.qualname.clone()),
            annotations: std::cell::RefCell::new(annotations.and_then(|v| v.as_dict().cloned())),
            attrs: std::cell::OnceCell::new(),
        }))
    }
}
