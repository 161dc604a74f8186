//! Making classes and their instances.
//!
//! Mirrors `builtin___build_class__` and `type_new` of CPython.

use super::call::{Args, Flow, Signature};
use super::cx::{Cx, Request};
use super::{Vm, VmResult};
use crate::object::types::{Origin, linearize};
use crate::object::{Dict, Exc, Layout, Str, Type, Value, VarCell, work};
use crate::types::object::qualified_name;
use std::rc::Rc;

/// `__build_class__(body, name, *bases, metaclass=…, **keywords)`: what a `class` statement calls.
pub fn build_class(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let positional = args.positional();
    let [body, name, bases @ ..] = positional else {
        return Err(vm.type_error("__build_class__: not enough arguments"));
    };
    let (body, name, bases) = (body.clone(), name.clone(), bases.to_vec());
    let keywords: Vec<(Str, Value)> = args
        .keywords()
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    Flow::run(vm, |cx| async move {
        let vm = cx.vm.clone();
        let original = bases;
        let bases = resolve_bases(&cx, &original).await?;
        let mut keywords = keywords;
        let explicit = keywords
            .iter()
            .position(|(name, _)| name.as_str() == "metaclass")
            .map(|at| keywords.remove(at).1);
        let meta = choose_metaclass(&vm, explicit, &bases)?;
        let bases_value = Value::tuple(bases.clone());
        let namespace = prepare(&cx, &meta, &name, &bases_value, &keywords).await?;
        let resolved = original.len() != bases.len() || original.iter().zip(&bases).any(|(a, b)| !a.is(b));
        if resolved && let Some(dict) = namespace.as_dict() {
            dict.set_str(vm.names.orig_bases.clone(), Value::tuple(original));
        }
        let body_namespace = match namespace.as_dict() {
            Some(dict) => dict.clone(),
            None => Rc::new(Dict::new()),
        };
        let body_dict = Value::Dict(body_namespace.clone());
        let body_object = match namespace.as_dict() {
            Some(_) => namespace.clone(),
            None => body_dict.clone(),
        };
        cx.ask(Request::ClassBody {
            function: body,
            namespace: body_object,
        })
        .await?;
        let arguments = if namespace.as_dict().is_some() {
            namespace
        } else {
            body_dict
        };
        let cell = body_namespace.get_str(&vm.names.class_cell);
        let mut call_args = vec![name, bases_value, arguments];
        let (names, values): (Vec<Str>, Vec<Value>) = keywords.into_iter().unzip();
        call_args.extend(values);
        let class = cx.call_named(&meta, call_args, names).await?;
        if let (Some(Value::Cell(cell)), Value::Type(made)) = (cell, &class) {
            match cell.get() {
                Value::Empty => {
                    let shown = cx.repr(&class).await?;
                    return Err(vm.runtime_error(format!(
                        "__class__ not set defining '{}' as {shown}. Was __classcell__ propagated to type.__new__?",
                        made.name
                    )));
                }
                set if !set.is(&class) => {
                    let (set, shown) = (cx.repr(&set).await?, cx.repr(&class).await?);
                    let name = &made.name;
                    return Err(vm.type_error(format!("__class__ set to {set} defining '{name}' as {shown}")));
                }
                _ => {}
            }
        }
        Ok(class)
    })
}

/// `type(name, bases, namespace, **keywords)`, and `type.__new__(metaclass, …)`, which `class` statements end in.
pub fn type_new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (meta, rest) = args.receiver();
    let positional = rest.positional();
    let Value::Type(meta) = meta else {
        return Err(vm.type_error("type.__new__(X): X is not a type object"));
    };
    let [name, bases, namespace] = positional else {
        let given = positional.len();
        return Err(vm.type_error(match Rc::ptr_eq(meta, &vm.types.type_) {
            true => "type() takes 1 or 3 arguments".to_owned(),
            false => format!("type.__new__() takes exactly 3 arguments ({given} given)"),
        }));
    };
    let (Some(name), Some(bases), Some(namespace)) = (name.as_str(), bases.as_tuple(), namespace.as_dict())
    else {
        return Err(vm.type_error("type.__new__() argument 1 must be str, argument 2 tuple, argument 3 dict"));
    };
    // The bases' metaclass makes the class, where it is more than the one that was asked.
    let winner = choose_metaclass(vm, Some(Value::Type(meta.clone())), bases)?;
    let asked = meta;
    let meta = winner.as_type().unwrap_or(meta);
    if !Rc::ptr_eq(meta, asked)
        && let Some(new @ Value::Function(_)) = vm.lookup(meta, &vm.names.new).as_ref().map(static_function)
    {
        let all = std::iter::once(&winner).chain(rest.values).cloned().collect();
        return Ok(Flow::CallNamed(new, all, args.names.to_vec()));
    }
    let class = make_class(vm, meta, name, bases, namespace)?;
    // Before anything else sees the class: `__set_name__` and `__init_subclass__` may call methods that use `super()`.
    if let Some(Value::Cell(cell)) = namespace.get_str(&vm.names.class_cell) {
        cell.set(Value::Type(class.clone()));
    }
    let keywords: Vec<(Str, Value)> = rest
        .keywords()
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    Flow::run(vm, |cx| async move {
        name_descriptors(&cx, &class).await?;
        init_subclass(&cx, &class, keywords).await?;
        Ok(Value::Type(class))
    })
}

/// What making a class takes beside its body, in instructions.
const CLASS_COST: usize = 500;
/// What an ancestor takes in a class's order: the same on every machine, since it counts as time.
const ANCESTOR_BYTES: usize = 8;

const OBJECT_INIT: Signature = Signature {
    function: "object.__init__",
    params: &["self"],
    posonly: 1,
    positional: 1,
    required: 1,
};

/// Calls a class whose metaclass or `__new__` is written in Python, step by step.
pub(super) async fn construct(cx: Cx, class: Rc<Type>, args: Vec<Value>, names: Vec<Str>) -> VmResult<Value> {
    let vm = cx.vm.clone();
    if let Some(meta) = &class.metaclass
        && let Some(call @ Value::Function(_)) = vm.lookup(meta, &vm.names.call)
    {
        let mut all = vec![Value::Type(class.clone())];
        all.extend(args);
        return cx.call_named(&call, all, names).await;
    }
    construct_plain(&cx, &class, args, names).await
}

/// What making an object by several calls takes beyond what it counts as.
const CONSTRUCT_STRAIN: usize = 10;

/// `type.__call__(class, …)`.
pub async fn construct_plain(
    cx: &Cx,
    class: &Rc<Type>,
    args: Vec<Value>,
    names: Vec<Str>,
) -> VmResult<Value> {
    let vm = &cx.vm;
    work::strain(CONSTRUCT_STRAIN);
    let class_value = Value::Type(class.clone());
    if Rc::ptr_eq(class, &vm.types.type_) && args.len() == 1 && names.is_empty() {
        return Ok(Value::Type(vm.type_of(&args[0]).clone()));
    }
    let new = match vm.lookup(class, &vm.names.new) {
        Some(new) => static_function(&new),
        None => return Err(vm.type_error(format!("cannot create '{}' instances", class.name))),
    };
    let is_object_new = matches!(&new, Value::Native(native) if native.owner().is_some_and(|o| Rc::ptr_eq(&o, &vm.types.object)));
    let object = if is_object_new {
        vm.new_object(class, !args.is_empty())?
    } else {
        let mut all = vec![class_value];
        all.extend(args.iter().cloned());
        cx.call_named(&new, all, names.clone()).await?
    };
    let native_done = class.origin == Origin::Native && !class.is_subclass_of(&vm.types.type_);
    if native_done
        || !vm.is_instance(&object, class)
        || class.is_subclass_of(&vm.types.type_) && is_type_new(vm, class)
    {
        return Ok(object);
    }
    let actual = vm.type_of(&object).clone();
    if let Some(init) = vm.lookup(&actual, &vm.names.init) {
        let is_object_init = matches!(&init, Value::Native(native) if native.owner().is_some_and(|o| Rc::ptr_eq(&o, &vm.types.object)));
        if is_object_init {
            let new_overridden = !is_object_new;
            if !args.is_empty() && !new_overridden {
                Args {
                    values: &args,
                    names: &names,
                }
                .bind::<1>(vm, &OBJECT_INIT)?;
            }
            return Ok(object);
        }
        let mut all = vec![object.clone()];
        all.extend(args);
        let result = cx.call_named(&init, all, names).await?;
        super::dispatch::check_init(vm, &result)?;
    }
    Ok(object)
}

/// Whether a metaclass leaves `__init__` alone.
fn is_type_new(vm: &Rc<Vm>, class: &Rc<Type>) -> bool {
    !matches!(vm.lookup(class, &vm.names.init), Some(Value::Function(_)))
}

/// `__new__` is static, with or without the decorator.
fn static_function(value: &Value) -> Value {
    match crate::object::function::native_state::<crate::object::function::StaticMethod>(value) {
        Some(inner) => inner.0.clone(),
        None => value.clone(),
    }
}

/// Bases that are no classes say by `__mro_entries__` what they stand for (`Generic[T]`, `NamedTuple`).
async fn resolve_bases(cx: &Cx, bases: &[Value]) -> VmResult<Vec<Value>> {
    let mut resolved = Vec::new();
    for base in bases {
        if matches!(base, Value::Type(_)) {
            resolved.push(base.clone());
            continue;
        }
        match cx.getattr_opt(base, &cx.vm.names.mro_entries).await? {
            Some(entries) => {
                let entries = cx.call(&entries, vec![Value::tuple(bases.to_vec())]).await?;
                resolved.extend(cx.collect(&entries).await?);
            }
            None => resolved.push(base.clone()),
        }
    }
    Ok(resolved)
}

/// The most derived metaclass of the bases and the one that was named.
fn choose_metaclass(vm: &Rc<Vm>, explicit: Option<Value>, bases: &[Value]) -> VmResult<Value> {
    let mut best = match explicit {
        Some(Value::Type(meta)) => meta,
        Some(other) => return Ok(other),
        None => match bases.first() {
            // A base that is no class is asked to make one: its own class is called.
            Some(Value::None) => return Err(vm.type_error("NoneType takes no arguments")),
            Some(Value::Module(_)) => {
                return Err(vm.type_error("module() takes at most 2 arguments (3 given)"));
            }
            Some(Value::Function(_)) => {
                return Err(vm.type_error("function() argument 'code' must be code, not str"));
            }
            Some(base) if base.as_type().is_none() => return Ok(Value::Type(vm.type_of(base).clone())),
            _ => vm.types.type_.clone(),
        },
    };
    for base in bases {
        let meta = vm.type_of(base);
        if !meta.is_subclass_of(&vm.types.type_) {
            continue;
        }
        if best.is_subclass_of(meta) {
            continue;
        }
        if meta.is_subclass_of(&best) {
            best = meta.clone();
        } else {
            return Err(vm.type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
            ));
        }
    }
    Ok(Value::Type(best))
}

async fn prepare(
    cx: &Cx,
    meta: &Value,
    name: &Value,
    bases: &Value,
    keywords: &[(Str, Value)],
) -> VmResult<Value> {
    let Some(prepare) = cx.getattr_opt(meta, &cx.vm.names.prepare).await? else {
        return Ok(Value::dict());
    };
    let mut args = vec![name.clone(), bases.clone()];
    args.extend(keywords.iter().map(|(_, value)| value.clone()));
    let names = keywords.iter().map(|(name, _)| name.clone()).collect();
    cx.call_named(&prepare, args, names).await
}

fn make_class(
    vm: &Rc<Vm>,
    meta: &Rc<Type>,
    name: &Str,
    bases: &[Value],
    namespace: &Dict,
) -> VmResult<Rc<Type>> {
    let mut base_types = Vec::new();
    for base in bases {
        match base {
            Value::Type(class) => {
                if class.layout == Layout::Final || class.layout == Layout::Bool {
                    return Err(vm.type_error(format!(
                        "type '{}' is not an acceptable base type",
                        qualified_name(class)
                    )));
                }
                if base_types.iter().any(|have| Rc::ptr_eq(have, class)) {
                    return Err(vm.type_error(format!("duplicate base class {}", class.name)));
                }
                base_types.push(class.clone());
            }
            _ => return Err(vm.type_error("bases must be types")),
        }
    }
    if base_types.is_empty() {
        base_types.push(vm.types.object.clone());
    }
    vm.strain(CLASS_COST / 2)?;
    vm.charge(CLASS_COST + base_types.len().saturating_mul(base_types.len()) / 4)?;
    let ancestors = linearize(&base_types).map_err(|names| {
        let names: Vec<&str> = names.iter().map(Str::as_str).collect();
        vm.type_error(format!(
            "Cannot create a consistent method resolution order (MRO) for bases {}",
            names.join(", ")
        ))
    })?;
    vm.allocate(ancestors.len() * ANCESTOR_BYTES)?;
    let layout = common_layout(vm, &base_types)?;
    let dict = Rc::new(namespace.copy());
    dict.remove_str(&vm.names.class_cell);
    let slots = slots_of(vm, name, &dict)?;
    for (key, function) in [
        (&vm.names.init_subclass, true),
        (&vm.names.class_getitem, true),
        (&vm.names.new, false),
    ] {
        wrap_implicit(vm, &dict, key, function);
    }
    if dict.contains_str(&vm.names.eq) && !dict.contains_str(&vm.names.hash) {
        dict.set_str(vm.names.hash.clone(), Value::None);
    }
    for slot in slots.iter().flatten().filter(|slot| slot.as_str() != "__dict__") {
        let descriptor = crate::object::function::Slot { name: slot.clone() };
        let descriptor = crate::object::Instance::with_native(&vm.types.member_descriptor, descriptor);
        dict.set_str(slot.clone(), Value::Instance(descriptor));
    }
    let module = dict.get_str(&vm.names.module).and_then(|m| m.as_str().cloned());
    let qualname = dict
        .remove_str(&vm.names.qualname)
        .and_then(|q| q.as_str().cloned());
    if !dict.contains_str(&vm.names.doc) {
        dict.set_str(vm.names.doc.clone(), Value::None);
    }
    let meta = (!Rc::ptr_eq(meta, &vm.types.type_)).then(|| meta.clone());
    let class = Type::new(
        name.clone(),
        module.unwrap_or_else(|| vm.names.main.clone()),
        base_types,
        ancestors,
        meta,
        dict.clone(),
        layout,
        Origin::Python,
        slots.clone(),
    );
    if let Some(qualname) = qualname {
        class.qualname.replace(qualname);
    }
    Ok(class)
}

/// `__init_subclass__` and `__class_getitem__` are class methods, `__new__` is static, without being told.
fn wrap_implicit(vm: &Rc<Vm>, dict: &Dict, key: &Str, class_method: bool) {
    use crate::object::function::{ClassMethod, StaticMethod};
    let Some(function @ Value::Function(_)) = dict.get_str(key) else {
        return;
    };
    let wrapped = match class_method {
        true => crate::object::Instance::with_native(&vm.types.classmethod, ClassMethod(function)),
        false => crate::object::Instance::with_native(&vm.types.staticmethod, StaticMethod(function)),
    };
    dict.set_str(key.clone(), Value::Instance(wrapped));
}

/// The one built-in representation under all bases.
fn common_layout(vm: &Rc<Vm>, bases: &[Rc<Type>]) -> VmResult<Layout> {
    let mut layout = Layout::Object;
    for base in bases {
        match (layout, base.layout) {
            (_, Layout::Object) => {}
            (Layout::Object, other) => layout = other,
            (a, b) if a == b => {}
            _ => return Err(vm.type_error(LAYOUT_CONFLICT)),
        }
    }
    let mut widest: Option<&Rc<Type>> = None;
    for slotted in bases
        .iter()
        .filter_map(|base| base.mro().find(|class| has_slots(class)))
    {
        widest = match widest {
            Some(other) if other.is_subclass_of(slotted) => widest,
            Some(other) if !slotted.is_subclass_of(other) => return Err(vm.type_error(LAYOUT_CONFLICT)),
            _ => Some(slotted),
        };
    }
    Ok(layout)
}

const LAYOUT_CONFLICT: &str = "multiple bases have instance lay-out conflict";

/// Whether a class gives its instances places that others don't have.
fn has_slots(class: &Type) -> bool {
    let places = |slot: &&Str| !matches!(slot.as_str(), "__dict__" | "__weakref__");
    class.slots.iter().flatten().filter(places).count() > 0
}

fn slots_of(vm: &Rc<Vm>, class: &Str, dict: &Dict) -> VmResult<Option<Vec<Str>>> {
    let Some(value) = dict.get_str(&vm.names.slots) else {
        return Ok(None);
    };
    let names: Vec<Value> = match value.base() {
        Value::Str(_) => vec![value.clone()],
        Value::Tuple(items) => items.to_vec(),
        Value::List(items) => items.to_vec(),
        Value::Dict(items) => items.keys(),
        Value::Set(items) => items.items(),
        _ => return Err(vm.type_error("__slots__ items must be strings")),
    };
    let mut slots = Vec::new();
    for name in names {
        let Some(name) = name.as_str() else {
            return Err(vm.type_error(format!(
                "__slots__ items must be strings, not '{}'",
                vm.type_name(&name)
            )));
        };
        if dict.contains_str(name) {
            return Err(vm.value_error(format!("'{name}' in __slots__ conflicts with class variable")));
        }
        slots.push(match crate::syntax::mangled(class.as_str(), name.as_str()) {
            Some(mangled) => vm.intern(&mangled),
            None => vm.intern(name),
        });
    }
    Ok(Some(slots))
}

/// Calls `__set_name__` of the namespace's values.
async fn name_descriptors(cx: &Cx, class: &Rc<Type>) -> VmResult<()> {
    for (name, value) in class.dict().items() {
        if let Value::Instance(_) = &value {
            let args = vec![Value::Type(class.clone()), name.clone()];
            if let Err(exc) = cx.special(&value, &cx.vm.names.set_name, args).await {
                let (kind, name, class) = (cx.vm.type_name(&value), cx.repr(&name).await?, &class.name);
                let note = format!("Error calling __set_name__ on '{kind}' instance {name} in '{class}'");
                crate::types::exception::note(&cx.vm, &exc, Value::str(note));
                return Err(exc);
            }
        }
    }
    Ok(())
}

/// What `object.__init_subclass__` says of keywords in a class statement.
pub fn takes_no_keywords(vm: &Vm, class: &Type) -> Exc {
    let class = class.qualname.borrow();
    vm.type_error(format!("{class}.__init_subclass__() takes no keyword arguments"))
}

/// Calls `__init_subclass__` of the parent.
async fn init_subclass(cx: &Cx, class: &Rc<Type>, keywords: Vec<(Str, Value)>) -> VmResult<()> {
    let vm = &cx.vm;
    let mut after = class.ancestors.iter();
    let found = after.find_map(|parent| parent.dict().get_str(&vm.names.init_subclass));
    let (names, values): (Vec<Str>, Vec<Value>) = keywords.into_iter().unzip();
    let Some(hook) = found else {
        return match names.is_empty() {
            true => Ok(()),
            false => Err(takes_no_keywords(vm, class)),
        };
    };
    let function = match crate::object::function::native_state::<crate::object::function::ClassMethod>(&hook)
    {
        Some(inner) => inner.0.clone(),
        None => hook,
    };
    let mut args = vec![Value::Type(class.clone())];
    args.extend(values);
    cx.call_named(&function, args, names).await.map(drop)
}

/// Makes a native exception class for a module (`asyncio.QueueFull`).
pub fn exception_class(vm: &Rc<Vm>, module: &str, name: &str, base: &Rc<Type>) -> Rc<Type> {
    super::builtin_types::native_type(&vm.interner, module, name, Some(base), Layout::Exception)
}

/// Whether an error is AttributeError.
pub fn is_attribute_error(vm: &Vm, exc: &Exc) -> bool {
    vm.is_exc(exc, &vm.types.attribute_error)
}

/// Used by `super()` without a class cell.
pub fn cell_class(cell: &VarCell) -> Option<Rc<Type>> {
    cell.get().as_type().cloned()
}
