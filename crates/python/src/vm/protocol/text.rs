//! `repr(x)` and `str(x)`.

use super::special::{Slot, slot};
use crate::object::function::{Getter, native_state};
use crate::object::iter::{DictPart, DictView};
use crate::object::{GeneratorKind, NativeFunction, NativeKind, Str, Type, Value};
use crate::vm::call::{Args, Flow};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use num_bigint::BigInt;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::rc::Rc;
use switchboard_pyfmt::{ErrorKind, IntRef, float_repr, int_text, str_repr};

/// Containers in containers are written at most this deep on the Rust stack.
const MAX_DEPTH: u32 = 40;

/// What writing a float takes, in instructions: its shortest digits are searched.
const FLOAT_COST: usize = 8;

/// What writing an item of a container takes, in instructions.
const PIECE_COST: usize = 4;

/// What beginning and ending a container takes beyond its items.
const CONTAINER_STRAIN: usize = 6;

/// What the repr of an object takes that has none of its own.
const DEFAULT_STRAIN: usize = 20;

/// What writing a complex number takes beyond its two parts.
const COMPLEX_STRAIN: usize = 16;

/// `repr` of built-in values (containers of them included); `None` where `__repr__` has to be called.
pub fn try_repr(vm: &Rc<Vm>, value: &Value) -> VmResult<Option<Str>> {
    let mut out = String::new();
    match write_repr(vm, &mut out, value, 0)? {
        Written::Yes => Ok(Some(Str::new(out))),
        Written::Ask => Ok(None),
    }
}

pub fn try_str(vm: &Rc<Vm>, value: &Value) -> VmResult<Option<Str>> {
    match value {
        Value::Str(text) => return Ok(Some(text.clone())),
        Value::Instance(_) | Value::Type(_) => match slot(vm, value, &vm.names.str) {
            Slot::Plain(function) => {
                let text = function(vm, Args::positional_only(std::slice::from_ref(value)))?;
                return expect_str(vm, text, "__str__").map(Some);
            }
            Slot::Call if !is_default(vm, value, &vm.names.str) => return Ok(None),
            _ => {
                if let Value::Str(text) = value.base() {
                    return Ok(Some(text.clone()));
                }
            }
        },
        _ => {}
    }
    try_repr(vm, value)
}

pub async fn repr(cx: &Cx, value: &Value) -> VmResult<Str> {
    repr_for(cx, value, "__repr__").await
}

/// The repr, for the method that is blamed if it is no string.
async fn repr_for(cx: &Cx, value: &Value, asked: &str) -> VmResult<Str> {
    if let Some(text) = try_repr(&cx.vm, value)? {
        return Ok(text);
    }
    match slot(&cx.vm, value, &cx.vm.names.repr) {
        Slot::Call if !is_default(&cx.vm, value, &cx.vm.names.repr) => {
            match cx.special(value, &cx.vm.names.repr, vec![]).await? {
                Some(text) => expect_str(&cx.vm, text, asked),
                None => Ok(Str::new(default_repr(&cx.vm, value))),
            }
        }
        Slot::Refused => Err(cx.vm.type_error("'NoneType' object is not callable")),
        _ => builtin_repr(cx, value).await,
    }
}

pub async fn str(cx: &Cx, value: &Value) -> VmResult<Str> {
    if let Some(text) = try_str(&cx.vm, value)? {
        return Ok(text);
    }
    if let Slot::Call = slot(&cx.vm, value, &cx.vm.names.str)
        && !is_default(&cx.vm, value, &cx.vm.names.str)
        && let Some(text) = cx.special(value, &cx.vm.names.str, vec![]).await?
    {
        return expect_str(&cx.vm, text, "__str__");
    }
    repr_for(cx, value, "__str__").await
}

/// The `__repr__` of the built-in type that a value is or extends, whatever its class defines: what
/// `super().__repr__()` calls.
pub async fn builtin_repr(cx: &Cx, value: &Value) -> VmResult<Str> {
    let vm = &cx.vm;
    let Some(parts) = Parts::of(vm, value) else {
        let mut out = String::new();
        return match write_builtin(vm, &mut out, value, value.base(), 0)? {
            Written::Yes => Ok(Str::new(out)),
            Written::Ask => Ok(Str::new(default_repr(vm, value))),
        };
    };
    let Some(_guard) = Guard::enter(value.base()) else {
        return Ok(Str::new(parts.recursive));
    };
    let mut out = String::from(parts.open.as_str());
    // A list may change while the reprs of its items run: it is looked at anew each time.
    let mut at = 0;
    while let Some(piece) = parts.piece(at) {
        cx.charge(PIECE_COST).await?;
        if at > 0 {
            out.push_str(", ");
        }
        for (index, item) in piece.into_iter().enumerate() {
            if index > 0 {
                out.push_str(": ");
            }
            out.push_str(&repr_nested(cx, &item).await?);
        }
        vm.reserve(out.len())?;
        at += 1;
    }
    if at == 1 && parts.comma_after_one {
        out.push(',');
    }
    out.push_str(&parts.close);
    Ok(Str::new(out))
}

/// `<module.Class object at 0x…>`: `object.__repr__`.
pub fn default_repr(vm: &Vm, value: &Value) -> String {
    crate::object::work::strain(DEFAULT_STRAIN);
    format!(
        "<{} object at {:#x}>",
        full_name(vm.type_of(value)),
        identity(value)
    )
}

/// `id(x)`: a number that no other living object has.
pub fn identity(value: &Value) -> u64 {
    const HEAP: u64 = 0x7f00_0000_0000;
    const INTS: u64 = 0x5500_0000_0000_0000;
    match value {
        Value::Empty | Value::None => 0x5000_0000_0010,
        Value::Bool(false) => 0x5000_0000_0020,
        Value::Bool(true) => 0x5000_0000_0030,
        Value::Ellipsis => 0x5000_0000_0040,
        Value::NotImplemented => 0x5000_0000_0050,
        Value::Int(i) => INTS.wrapping_add((*i as u64).wrapping_mul(32)) & (i64::MAX as u64),
        Value::Float(f) => (INTS ^ f.to_bits().rotate_left(7)) & (i64::MAX as u64),
        Value::Instance(instance) => HEAP | (instance.serial() << 4),
        Value::Generator(generator) => HEAP | (generator.serial << 4),
        other => HEAP | (crate::object::identity::number_of(other) << 4),
    }
}

/// The class's name with its module, unless that is `builtins`.
pub fn full_name(class: &Type) -> String {
    let qualname = class.qualname.borrow();
    match class.module.as_str() {
        "builtins" | "" => qualname.to_string(),
        module => format!("{module}.{qualname}"),
    }
}

enum Written {
    Yes,
    Ask,
}

/// The addresses of the containers whose reprs are being made: one that comes up again is written as `[...]`.
/// They are looked up and never walked, so that it does not matter how a set orders them.
struct Guard(usize);

thread_local! {
    static ACTIVE: RefCell<BTreeSet<usize>> = const { RefCell::new(BTreeSet::new()) };
}

impl Guard {
    /// `None` if the container is being written already.
    fn enter(container: &Value) -> Option<Guard> {
        let address = container.address().unwrap_or(0);
        let is_new = ACTIVE.with(|active| active.borrow_mut().insert(address));
        is_new.then_some(Guard(address))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        let _ = ACTIVE.try_with(|active| active.borrow_mut().remove(&self.0));
    }
}

/// A container, as its repr shows it.
struct Parts {
    open: String,
    close: String,
    recursive: String,
    comma_after_one: bool,
    content: Content,
}

enum Content {
    List(Rc<crate::object::List>),
    Items(Vec<Value>),
    Pairs(Vec<(Value, Value)>),
}

impl Parts {
    /// `None` for values that hold no others, or none that are shown.
    fn of(vm: &Vm, value: &Value) -> Option<Parts> {
        let parts = |open: &str, close: &str, recursive: &str, content| Parts {
            open: open.to_string(),
            close: close.to_string(),
            recursive: recursive.to_string(),
            comma_after_one: false,
            content,
        };
        Some(match value.base() {
            Value::List(list) => parts("[", "]", "[...]", Content::List(list.clone())),
            Value::Tuple(items) => Parts {
                comma_after_one: true,
                ..parts("(", ")", "(...)", Content::Items(items.to_vec()))
            },
            Value::Dict(dict) => parts("{", "}", "{...}", Content::Pairs(dict.items())),
            Value::Set(set) | Value::FrozenSet(set) => {
                let class = vm.type_of(value);
                let name = &class.name;
                let recursive = format!("{name}(...)");
                let items = set.items();
                if items.is_empty() {
                    parts(&format!("{name}()"), "", &recursive, Content::Items(items))
                } else if Rc::ptr_eq(class, &vm.types.set) {
                    parts("{", "}", &recursive, Content::Items(items))
                } else {
                    parts(&format!("{name}({{"), "})", &recursive, Content::Items(items))
                }
            }
            Value::Slice(slice) => {
                let items = vec![slice.start.clone(), slice.stop.clone(), slice.step.clone()];
                parts("slice(", ")", "slice(...)", Content::Items(items))
            }
            Value::Instance(instance) => {
                let view = instance.native::<DictView>()?;
                match view.part {
                    DictPart::Keys => parts("dict_keys([", "])", "...", Content::Items(view.dict.keys())),
                    DictPart::Values => {
                        parts("dict_values([", "])", "...", Content::Items(view.dict.values()))
                    }
                    DictPart::Items => {
                        let pairs = view.dict.items().into_iter();
                        let items = pairs.map(|(key, value)| Value::tuple(vec![key, value])).collect();
                        parts("dict_items([", "])", "...", Content::Items(items))
                    }
                }
            }
            Value::Method(method) if !matches!(method.function, Value::Native(_)) => {
                let name = match &method.function {
                    Value::Function(function) => function.qualname.borrow().to_string(),
                    _ => "?".to_string(),
                };
                let items = vec![method.receiver.clone()];
                parts(
                    &format!("<bound method {name} of "),
                    ">",
                    "...",
                    Content::Items(items),
                )
            }
            _ => return None,
        })
    }

    /// The item, or the key and the value, at a position.
    fn piece(&self, at: usize) -> Option<Vec<Value>> {
        match &self.content {
            Content::List(list) => list.get(at).map(|item| vec![item]),
            Content::Items(items) => items.get(at).map(|item| vec![item.clone()]),
            Content::Pairs(pairs) => pairs.get(at).map(|(key, value)| vec![key.clone(), value.clone()]),
        }
    }
}

fn write_repr(vm: &Rc<Vm>, out: &mut String, value: &Value, depth: u32) -> VmResult<Written> {
    match value {
        Value::Instance(instance) => {
            if instance.native::<DictView>().is_some() {
                return write_builtin(vm, out, value, value, depth);
            }
            match slot(vm, value, &vm.names.repr) {
                Slot::Builtin => write_builtin(vm, out, value, value.base(), depth),
                Slot::Missing => {
                    out.push_str(&default_repr(vm, value));
                    Ok(Written::Yes)
                }
                _ if is_default(vm, value, &vm.names.repr) => {
                    out.push_str(&default_repr(vm, value));
                    Ok(Written::Yes)
                }
                Slot::Plain(function) => {
                    let text = function(vm, Args::positional_only(std::slice::from_ref(value)))?;
                    out.push_str(&expect_str(vm, text, "__repr__")?);
                    Ok(Written::Yes)
                }
                Slot::Call | Slot::Refused => Ok(Written::Ask),
            }
        }
        Value::Type(class) => {
            if let Some(meta) = &class.metaclass
                && let Some(method) = vm.lookup(meta, &vm.names.repr)
                && !matches!(method, Value::Native(_))
            {
                return Ok(Written::Ask);
            }
            let _ = write!(out, "<class '{}'>", full_name(class));
            Ok(Written::Yes)
        }
        _ => write_builtin(vm, out, value, value, depth),
    }
}

/// Writes the repr that `base`'s own type gives it. `value` is the object whose class names it: `base` or an
/// instance of a subclass around it.
fn write_builtin(
    vm: &Rc<Vm>,
    out: &mut String,
    value: &Value,
    base: &Value,
    depth: u32,
) -> VmResult<Written> {
    match base {
        Value::Empty => out.push_str("<NULL>"),
        Value::None => out.push_str("None"),
        Value::Bool(true) => out.push_str("True"),
        Value::Bool(false) => out.push_str("False"),
        Value::Ellipsis => out.push_str("Ellipsis"),
        Value::NotImplemented => out.push_str("NotImplemented"),
        Value::Int(i) => {
            let _ = write!(out, "{i}");
        }
        Value::BigInt(big) => out.push_str(&decimal(vm, big)?),
        Value::Float(f) => {
            crate::object::work::note(FLOAT_COST);
            out.push_str(&float_repr::float_repr(*f));
        }
        Value::Complex(c) => {
            crate::object::work::note(2 * FLOAT_COST);
            vm.strain(COMPLEX_STRAIN)?;
            out.push_str(&complex_repr(c.0, c.1));
        }
        Value::Str(text) => {
            vm.charge(text.len() / 4)?;
            let repr = str_repr::str_repr(text);
            // What is escaped takes longer.
            vm.charge(repr.len() / 4)?;
            out.push_str(&repr);
        }
        Value::Bytes(bytes) => {
            vm.charge(bytes.data.len() / 4)?;
            out.push_str(&str_repr::bytes_repr(&bytes.data));
        }
        Value::Range(range) => {
            let _ = match range.step {
                1 => write!(out, "range({}, {})", range.start, range.stop),
                step => write!(out, "range({}, {}, {step})", range.start, range.stop),
            };
        }
        Value::List(list) if list.is_empty() => out.push_str("[]"),
        Value::Tuple(_)
        | Value::List(_)
        | Value::Dict(_)
        | Value::Set(_)
        | Value::FrozenSet(_)
        | Value::Slice(_) => return write_container(vm, out, value, depth),
        Value::Method(method) if !matches!(method.function, Value::Native(_)) => {
            return write_container(vm, out, value, depth);
        }
        Value::Method(method) => {
            let name = match &method.function {
                Value::Native(native) => native.name,
                _ => "?",
            };
            let _ = write!(
                out,
                "<built-in method {name} of {} object at {:#x}>",
                vm.type_name(&method.receiver),
                identity(&method.receiver)
            );
        }
        Value::Native(native) => {
            let _ = match native.owner() {
                Some(owner) if native.name.starts_with("__") && native.name != "__new__" => {
                    write!(
                        out,
                        "<slot wrapper '{}' of '{}' objects>",
                        native.name, owner.name
                    )
                }
                Some(owner) if native.name != "__new__" => {
                    write!(out, "<method '{}' of '{}' objects>", native.name, owner.name)
                }
                _ => write!(out, "<built-in function {}>", native.name),
            };
        }
        Value::Function(function) if function.stands_for_native() => {
            let _ = write!(out, "<built-in function {}>", function.name.borrow());
        }
        Value::Function(function) => {
            let _ = write!(
                out,
                "<function {} at {:#x}>",
                function.qualname.borrow(),
                identity(base)
            );
        }
        Value::Type(class) => {
            let _ = write!(out, "<class '{}'>", full_name(class));
        }
        Value::Module(module) => {
            let _ = match module.dict.get_str(&vm.names.file) {
                Some(Value::Str(file)) => {
                    write!(
                        out,
                        "<module '{}' from {}>",
                        module.name,
                        str_repr::str_repr(&file)
                    )
                }
                _ => write!(out, "<module '{}' (built-in)>", module.name),
            };
        }
        Value::Generator(generator) => {
            let kind = match generator.kind {
                GeneratorKind::Generator => "generator",
                GeneratorKind::Coroutine => "coroutine",
                GeneratorKind::AsyncGenerator => "async_generator",
            };
            let _ = write!(
                out,
                "<{kind} object {} at {:#x}>",
                generator.qualname.borrow(),
                identity(base)
            );
        }
        Value::Cell(cell) => {
            let held = cell.get();
            let _ = match held {
                Value::Empty => write!(out, "<cell at {:#x}: empty>", identity(base)),
                held => write!(
                    out,
                    "<cell at {:#x}: {} object at {:#x}>",
                    identity(base),
                    vm.type_name(&held),
                    identity(&held)
                ),
            };
        }
        Value::Code(code) => {
            let _ = write!(
                out,
                "<code object {} at {:#x}, file \"{}\", line {}>",
                code.name,
                identity(base),
                code.source.name,
                code.code.first_line
            );
        }
        Value::Iter(_) => out.push_str(&default_repr(vm, base)),
        Value::Instance(instance) => {
            if instance.native::<DictView>().is_some() {
                return write_container(vm, out, value, depth);
            }
            match native_state::<Getter>(base) {
                Some(getter) => {
                    let _ = write!(out, "<attribute '{}'>", getter.name);
                }
                None => out.push_str(&default_repr(vm, value)),
            }
        }
    }
    Ok(Written::Yes)
}

fn write_container(vm: &Rc<Vm>, out: &mut String, value: &Value, depth: u32) -> VmResult<Written> {
    if depth > MAX_DEPTH {
        return Ok(Written::Ask);
    }
    let Some(parts) = Parts::of(vm, value) else {
        return Ok(Written::Ask);
    };
    vm.charge(crate::object::work::take())?;
    vm.strain(CONTAINER_STRAIN)?;
    let Some(_guard) = Guard::enter(value.base()) else {
        out.push_str(&parts.recursive);
        return Ok(Written::Yes);
    };
    out.push_str(&parts.open);
    let mut at = 0;
    while let Some(piece) = parts.piece(at) {
        vm.charge(PIECE_COST)?;
        if at > 0 {
            out.push_str(", ");
        }
        for (index, item) in piece.iter().enumerate() {
            if index > 0 {
                out.push_str(": ");
            }
            if let Written::Ask = write_repr(vm, out, item, depth + 1)? {
                return Ok(Written::Ask);
            }
        }
        // Shared containers can make a repr exponentially larger than what it shows.
        vm.reserve(out.len())?;
        at += 1;
    }
    if at == 1 && parts.comma_after_one {
        out.push(',');
    }
    out.push_str(&parts.close);
    Ok(Written::Yes)
}

/// Containers in containers get a native frame of their own, so that the depth of the data never becomes depth of
/// the Rust stack.
async fn repr_nested(cx: &Cx, value: &Value) -> VmResult<Str> {
    if let Some(text) = try_repr(&cx.vm, value)? {
        return Ok(text);
    }
    let native = NativeFunction::new("repr", "builtins", NativeKind::Flow(repr_flow));
    let text = cx.call(&Value::Native(native), vec![value.clone()]).await?;
    expect_str(&cx.vm, text, "__repr__")
}

/// `repr(x)` as a native function.
pub fn repr_flow(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [value] = args.exactly::<1>(vm, "repr")?;
    if let Some(text) = try_repr(vm, value)? {
        return Ok(Flow::Value(Value::Str(text)));
    }
    let value = value.clone();
    Flow::run(vm, |cx| async move { repr(&cx, &value).await.map(Value::Str) })
}

fn is_default(vm: &Vm, value: &Value, name: &Str) -> bool {
    match vm.lookup(vm.type_of(value), name) {
        Some(Value::Native(native)) => native
            .owner()
            .is_some_and(|owner| Rc::ptr_eq(&owner, &vm.types.object)),
        _ => false,
    }
}

fn expect_str(vm: &Vm, text: Value, method: &str) -> VmResult<Str> {
    match text.as_str() {
        Some(text) => Ok(text.clone()),
        None => Err(vm.type_error(format!(
            "{method} returned non-string (type {})",
            vm.type_name(&text)
        ))),
    }
}

fn decimal(vm: &Vm, big: &BigInt) -> VmResult<String> {
    let text = int_text::int_to_decimal(IntRef::Big(big), vm.native_types.int_digits.get());
    let text = text.map_err(|error| match error.kind {
        ErrorKind::Memory => vm.memory_error(),
        _ => vm.value_error(error.message),
    })?;
    // Each digit that comes out takes a pass over the rest.
    let words = (big.bits() / 64) as usize;
    vm.charge(words.saturating_mul(words) / 8)?;
    Ok(text)
}

fn complex_repr(real: f64, imaginary: f64) -> String {
    let imaginary_text = float_repr::float_repr_plain(imaginary);
    if real == 0.0 && real.is_sign_positive() {
        return format!("{imaginary_text}j");
    }
    let sign = if imaginary.is_sign_negative() && !imaginary.is_nan() {
        ""
    } else {
        "+"
    };
    format!("({}{sign}{imaginary_text}j)", float_repr::float_repr_plain(real))
}
