//! Calls: from a callable and arguments to a frame, a result or an error.

use super::call::{Args, Flow};
use super::fiber::{Fiber, Started};
use super::frame::{Activation, NativeActivation};
use super::{Vm, VmResult};
use crate::object::types::Origin;
use crate::object::{Instance, Layout, NativeFunction, NativeKind, Payload, Str, Type, Value, work};
use std::rc::Rc;

/// What the call of a built-in function takes beside the instruction that makes it, in instructions.
pub(super) const NATIVE_COST: i64 = 2;

/// What a native frame takes beyond that.
const FLOW_STRAIN: usize = 7;

/// What making an object comes to.
pub(super) enum Made {
    Value(Value),
    /// The object is there; this Python function has to initialise it.
    Init(Value, Value),
    /// It takes several calls.
    Slow,
}

impl Fiber {
    /// Starts a call. The values of the keyword arguments `names` are the last of `args`.
    pub(super) fn start_call(
        &mut self,
        vm: &Rc<Vm>,
        callable: &Value,
        args: &[Value],
        names: &[Str],
    ) -> VmResult<Started> {
        match callable {
            Value::Function(function) => self.enter_function(vm, function, args, names),
            Value::Method(method) if !matches!(method.function, Value::Method(_)) => {
                let mut all = Vec::with_capacity(args.len() + 1);
                all.push(method.receiver.clone());
                all.extend_from_slice(args);
                self.start_call(vm, &method.function, &all, names)
            }
            Value::Method(method) => {
                // Methods of methods: each has a receiver more.
                let mut receivers = vec![method.receiver.clone()];
                let mut function = &method.function;
                while let Value::Method(inner) = function {
                    receivers.push(inner.receiver.clone());
                    function = &inner.function;
                    if receivers.len() > vm.limits.recursion.get() {
                        return Err(vm.recursion_error());
                    }
                }
                receivers.reverse();
                receivers.extend_from_slice(args);
                self.start_call(vm, function, &receivers, names)
            }
            Value::Native(native) => self.call_native(vm, native, args, names),
            Value::Type(class) => match vm.make(class, args, names)? {
                Made::Value(value) => Ok(Started::Value(value)),
                Made::Init(object, init) => {
                    let mut all = Vec::with_capacity(args.len() + 1);
                    all.push(object);
                    all.extend_from_slice(args);
                    let names = names.to_vec();
                    self.start_flow(
                        vm,
                        Flow::run(vm, |cx| async move {
                            let object = all[0].clone();
                            let result = cx.call_named(&init, all, names).await?;
                            check_init(&cx.vm, &result)?;
                            Ok(object)
                        })?,
                    )
                }
                Made::Slow => {
                    let (class, args, names) = (class.clone(), args.to_vec(), names.to_vec());
                    self.start_flow(
                        vm,
                        Flow::run(vm, |cx| super::class::construct(cx, class, args, names))?,
                    )
                }
            },
            Value::Instance(_) => match vm.special(callable, &vm.names.call) {
                Some(super::attr::Special::Method(function)) => {
                    let mut all = Vec::with_capacity(args.len() + 1);
                    all.push(callable.clone());
                    all.extend_from_slice(args);
                    self.start_call(vm, &function, &all, names)
                }
                Some(super::attr::Special::Bound(function @ (Value::Function(_) | Value::Native(_)))) => {
                    self.start_call(vm, &function, args, names)
                }
                // It may be an object that is called in the same way, and so on: each call has a frame.
                Some(super::attr::Special::Bound(function)) => {
                    let (args, names) = (args.to_vec(), names.to_vec());
                    let call = Flow::run(
                        vm,
                        |cx| async move { cx.call_named(&function, args, names).await },
                    );
                    self.start_flow(vm, call?)
                }
                _ => Err(not_callable(vm, callable)),
            },
            _ => Err(not_callable(vm, callable)),
        }
    }

    pub(super) fn call_native(
        &mut self,
        vm: &Rc<Vm>,
        native: &Rc<NativeFunction>,
        args: &[Value],
        names: &[Str],
    ) -> VmResult<Started> {
        vm.clock.tick(NATIVE_COST);
        match native.kind {
            NativeKind::Plain(function) => function(vm, Args { values: args, names }).map(Started::Value),
            NativeKind::Flow(function) => {
                let flow = function(vm, Args { values: args, names })?;
                self.start_flow(vm, flow)
            }
        }
    }

    pub(super) fn start_flow(&mut self, vm: &Rc<Vm>, flow: Flow) -> VmResult<Started> {
        match flow {
            Flow::Value(value) => Ok(Started::Value(value)),
            Flow::Call(callable, args) => self.start_call(vm, &callable, &args, &[]),
            Flow::CallNamed(callable, args, names) => self.start_call(vm, &callable, &args, &names),
            Flow::Resume(generator, sent) => {
                self.resume(vm, generator, sent);
                Ok(Started::Pushed)
            }
            Flow::Run(future) => {
                if self.stack.len() >= vm.limits.recursion.get() {
                    return Err(vm.recursion_error());
                }
                work::strain(FLOW_STRAIN);
                self.stack.push(Activation::Native(NativeActivation::new(future)));
                Ok(Started::Pushed)
            }
            Flow::Block(block) => Ok(Started::Blocked(block)),
        }
    }
}

impl Vm {
    /// Calls a class.
    pub(super) fn make(self: &Rc<Self>, class: &Rc<Type>, args: &[Value], names: &[Str]) -> VmResult<Made> {
        if let Some(meta) = &class.metaclass
            && matches!(self.lookup(meta, &self.names.call), Some(Value::Function(_)))
        {
            return Ok(Made::Slow);
        }
        if Rc::ptr_eq(class, &self.types.type_) && args.len() == 1 && names.is_empty() {
            return Ok(Made::Value(Value::Type(self.type_of(&args[0]).clone())));
        }
        let Some(Value::Native(new)) = self.lookup(class, &self.names.new) else {
            return Ok(Made::Slow);
        };
        let NativeKind::Plain(new_function) = new.kind else {
            return Ok(Made::Slow);
        };
        self.clock.tick(NATIVE_COST);
        let object = if self.is_object_new(&new) {
            self.new_object(class, !args.is_empty())?
        } else {
            let mut all = Vec::with_capacity(args.len() + 1);
            all.push(Value::Type(class.clone()));
            all.extend_from_slice(args);
            new_function(self, Args { values: &all, names })?
        };
        if class.origin == Origin::Native {
            // The `__new__` of built-in classes does all the work for the class itself.
            return Ok(Made::Value(object));
        }
        match self.lookup(class, &self.names.init) {
            Some(init @ Value::Function(_)) => Ok(Made::Init(object, init)),
            Some(Value::Native(init)) => match init.kind {
                NativeKind::Plain(_) if self.is_object_init(&init) => Ok(Made::Value(object)),
                NativeKind::Plain(init) => {
                    let mut all = Vec::with_capacity(args.len() + 1);
                    all.push(object.clone());
                    all.extend_from_slice(args);
                    init(self, Args { values: &all, names })?;
                    Ok(Made::Value(object))
                }
                NativeKind::Flow(_) => Ok(Made::Init(object, Value::Native(init))),
            },
            _ => Ok(Made::Slow),
        }
    }

    /// `object.__new__(class)`; TypeErrors for abstract classes and for arguments that nobody takes.
    pub fn new_object(self: &Rc<Self>, class: &Rc<Type>, has_args: bool) -> VmResult<Value> {
        if class.layout != Layout::Object {
            let base = class
                .mro()
                .find(|c| c.origin == Origin::Native)
                .map(|c| c.name.clone());
            let base = base.unwrap_or_else(|| self.intern("object"));
            return Err(self.type_error(format!(
                "object.__new__({}) is not safe, use {base}.__new__()",
                class.name
            )));
        }
        if has_args {
            let init_overridden = !matches!(self.lookup(class, &self.names.init), Some(Value::Native(init)) if self.is_object_init(&init));
            if !init_overridden {
                return Err(self.type_error(format!("{}() takes no arguments", class.name)));
            }
        }
        if let Some(missing) = self.abstract_methods(class) {
            return Err(missing);
        }
        let object = Rc::new(Instance::new(class.clone(), Payload::None));
        if class.has_finalizer() {
            super::finalize::remember(&object);
        }
        Ok(Value::Instance(object))
    }

    /// TypeError if the class has abstract methods.
    fn abstract_methods(self: &Rc<Self>, class: &Rc<Type>) -> Option<crate::object::Exc> {
        class.metaclass.as_ref()?;
        let abstracts = self.lookup(class, &self.names.abstract_methods)?;
        let mut names: Vec<String> = abstracts
            .as_set()?
            .items()
            .iter()
            .filter_map(|v| v.as_str().map(|s| s.to_string()))
            .collect();
        if names.is_empty() {
            return None;
        }
        crate::object::order::sort_by(&mut names, Ord::cmp);
        let s = if names.len() == 1 { "" } else { "s" };
        let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
        Some(self.type_error(format!(
            "Can't instantiate abstract class {} without an implementation for abstract method{s} {}",
            class.name,
            quoted.join(", ")
        )))
    }

    fn is_object_new(&self, native: &Rc<NativeFunction>) -> bool {
        native
            .owner()
            .is_some_and(|owner| Rc::ptr_eq(&owner, &self.types.object))
    }

    fn is_object_init(&self, native: &Rc<NativeFunction>) -> bool {
        native
            .owner()
            .is_some_and(|owner| Rc::ptr_eq(&owner, &self.types.object))
    }
}

/// `__init__` must return None.
pub(super) fn check_init(vm: &Rc<Vm>, result: &Value) -> VmResult<()> {
    if result.is_none() {
        return Ok(());
    }
    Err(vm.type_error(format!(
        "__init__() should return None, not '{}'",
        vm.type_name(result)
    )))
}

fn not_callable(vm: &Rc<Vm>, value: &Value) -> crate::object::Exc {
    vm.type_error(format!("'{}' object is not callable", vm.type_name(value)))
}
