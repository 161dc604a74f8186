//! `BaseException` and the exceptions that have more than a message; exception groups.

use crate::object::function::Getter;
use crate::object::{Exc, ExcData, Instance, Payload, Tuple, Type, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const METHODS: &[NativeDef] = &[
    plain("__new__", new),
    plain("__init__", init),
    flow("__str__", str),
    flow("__repr__", repr),
    plain("with_traceback", |vm, args| {
        let [this, traceback] = args.exactly::<2>(vm, "BaseException.with_traceback")?;
        super::traceback::set(vm, &as_exc(vm, this)?, traceback)?;
        Ok(this.clone())
    }),
    plain("add_note", add_note),
    plain("__setstate__", |_, _| Ok(Value::None)),
];

pub const GETTERS: &[Getter] = &[
    Getter {
        name: "args",
        get: |vm, v| Ok(Value::Tuple(as_exc(vm, v)?.data().args.borrow().clone())),
        set: Some(|vm, v, new| {
            if let Some(args) = new.as_tuple() {
                as_exc(vm, v)?.data().args.replace(args.clone());
            }
            Ok(())
        }),
    },
    Getter {
        name: "__cause__",
        get: |vm, v| Ok(or_none(&as_exc(vm, v)?.data().cause.borrow())),
        set: Some(|vm, v, new| {
            let exc = as_exc(vm, v)?;
            exc.data().cause.replace(new);
            exc.data().suppress_context.set(true);
            Ok(())
        }),
    },
    Getter {
        name: "__context__",
        get: |vm, v| Ok(or_none(&as_exc(vm, v)?.data().context.borrow())),
        set: Some(|vm, v, new| {
            as_exc(vm, v)?.data().context.replace(new);
            Ok(())
        }),
    },
    Getter {
        name: "__suppress_context__",
        get: |vm, v| Ok(Value::Bool(as_exc(vm, v)?.data().suppress_context.get())),
        set: Some(|vm, v, new| {
            as_exc(vm, v)?
                .data()
                .suppress_context
                .set(matches!(new, Value::Bool(true)));
            Ok(())
        }),
    },
    Getter {
        name: "__traceback__",
        get: |vm, v| Ok(super::traceback::of(vm, &as_exc(vm, v)?)),
        set: Some(|vm, v, new| super::traceback::set(vm, &as_exc(vm, v)?, &new)),
    },
];

pub const STOP_ITERATION_GETTERS: &[Getter] = &[Getter {
    name: "value",
    get: |vm, v| {
        let exc = as_exc(vm, v)?;
        let set = exc.0.attrs_if_any().and_then(|own| own.get_text("value"));
        Ok(set.or_else(|| exc.arg(0)).unwrap_or(Value::None))
    },
    set: Some(|vm, v, new| {
        as_exc(vm, v)?.0.attrs().set_str(vm.intern("value"), new);
        Ok(())
    }),
}];

pub const SYSTEM_EXIT_GETTERS: &[Getter] = &[Getter {
    name: "code",
    get: |vm, v| {
        let exc = as_exc(vm, v)?;
        let args = exc.data().args.borrow().clone();
        Ok(match args.len() {
            0 => Value::None,
            1 => args[0].clone(),
            _ => Value::Tuple(args),
        })
    },
    set: None,
}];

pub const KEY_ERROR_METHODS: &[NativeDef] = &[flow("__str__", |vm, args| {
    let exc = as_exc(vm, args.receiver().0)?;
    let only = match exc.data().args.borrow().as_ref() as &[Value] {
        [only] => Some(only.clone()),
        _ => None,
    };
    match only {
        Some(key) => Flow::run(vm, |cx| async move { cx.repr(&key).await.map(Value::Str) }),
        None => str(vm, args),
    }
})];

macro_rules! os_getter {
    ($name:literal) => {
        Getter {
            name: $name,
            get: |vm, v| Ok(os_part(&as_exc(vm, v)?, $name)),
            set: Some(|vm, v, new| {
                as_exc(vm, v)?.0.slots().set_str(vm.intern($name), new);
                Ok(())
            }),
        }
    };
}

/// `OSError(errno, message)` prints `[Errno 2] message`.
pub const OS_ERROR_METHODS: &[NativeDef] = &[flow("__str__", |vm, args| {
    let exc = as_exc(vm, args.receiver().0)?;
    let parts: Vec<Value> = OS_PARTS.iter().map(|name| os_part(&exc, name)).collect();
    let [number, message, file, other] = parts.as_slice() else {
        return str(vm, args);
    };
    if number.is_none() && message.is_none() {
        return str(vm, args);
    }
    let files: Vec<Value> = [file, other]
        .into_iter()
        .filter(|file| !file.is_none())
        .cloned()
        .collect();
    let (number, message) = (number.clone(), message.clone());
    Flow::run(vm, |cx| async move {
        let (number, message) = (cx.str(&number).await?, cx.str(&message).await?);
        let mut text = format!("[Errno {number}] {message}");
        for (sign, file) in [": ", " -> "].into_iter().zip(&files) {
            text = format!("{text}{sign}{}", cx.repr(file).await?);
        }
        Ok(Value::str(text))
    })
})];

pub const OS_ERROR_GETTERS: &[Getter] = &[
    os_getter!("errno"),
    os_getter!("strerror"),
    os_getter!("filename"),
    os_getter!("filename2"),
];

/// What an OSError says of itself, in the order of `__str__`.
const OS_PARTS: [&str; 4] = ["errno", "strerror", "filename", "filename2"];

/// What was set under the name, or has been given at that place. Files are no longer among the arguments then.
fn os_part(exc: &Exc, name: &str) -> Value {
    if let Some(set) = exc.0.slots().get_text(name) {
        return set;
    }
    let args = exc.data().args.borrow();
    let index = OS_PARTS[..2].iter().position(|part| *part == name);
    let given = index
        .filter(|_| (2..=5).contains(&args.len()))
        .and_then(|index| args.get(index));
    given.cloned().unwrap_or(Value::None)
}

/// The arguments that an exception keeps: an OSError puts the names of files aside.
fn keep_files(vm: &Rc<Vm>, class: &Rc<Type>, exc: &Instance, mut args: Vec<Value>) -> Vec<Value> {
    if !(3..=5).contains(&args.len()) || !class.is_subclass_of(&vm.types.os_error) {
        return args;
    }
    for (index, name) in [(4, "filename2"), (2, "filename")] {
        if let Some(file) = args.get(index).filter(|file| !file.is_none()) {
            exc.slots().set_str(vm.intern(name), file.clone());
        }
    }
    if args.get(2).is_some_and(|file| !file.is_none()) {
        args.truncate(2);
    }
    args
}

/// The classes that have attributes by keyword, with the names of those.
fn named(vm: &Vm) -> [(&Rc<Type>, &'static [&'static str]); 3] {
    [
        (&vm.types.import_error, &["name", "path", "name_from"]),
        (&vm.types.name_error, &["name"]),
        (&vm.types.attribute_error, &["name", "obj"]),
    ]
}

/// Gives the attributes of such a class that come by keyword their value where none came.
pub fn add_names(vm: &Vm, class: &Rc<Type>) {
    let names = named(vm)
        .into_iter()
        .find_map(|(taker, names)| Rc::ptr_eq(taker, class).then_some(names));
    for name in names.unwrap_or_default() {
        class.dict().set_str(vm.intern(name), Value::None);
    }
}

/// TypeError if there is a keyword argument that exceptions of this class don't take.
fn check_keywords(vm: &Vm, class: &Rc<Type>, args: &Args<'_>) -> VmResult<()> {
    for (taker, names) in named(vm) {
        let unknown = args
            .keywords()
            .map(|(name, _)| name)
            .find(|name| !names.contains(&name.as_ref()));
        if class.is_subclass_of(taker)
            && let Some(unknown) = unknown
        {
            return Err(vm.type_error(format!(
                "{}() got an unexpected keyword argument '{unknown}'",
                taker.name
            )));
        }
    }
    Ok(())
}

/// `ImportError.msg`: the only argument, or what the program has set.
pub const IMPORT_ERROR_GETTERS: &[Getter] = &[Getter {
    name: "msg",
    get: |vm, v| {
        let exc = as_exc(vm, v)?;
        let set = exc.0.attrs_if_any().and_then(|own| own.get_text("msg"));
        Ok(
            set.unwrap_or_else(|| match exc.data().args.borrow().as_ref() as &[Value] {
                [only] => only.clone(),
                _ => Value::None,
            }),
        )
    },
    set: Some(|vm, v, new| {
        as_exc(vm, v)?.0.attrs().set_str(vm.intern("msg"), new);
        Ok(())
    }),
}];

/// ImportError's, NameError's and AttributeError's keyword arguments.
pub const NAMED_INIT: &[NativeDef] = &[plain("__init__", |vm, args| {
    let (this, rest) = args.receiver();
    let exc = as_exc(vm, this)?;
    check_keywords(vm, &exc.0.class, &rest)?;
    exc.data()
        .args
        .replace(Rc::new(Tuple::new(rest.positional().to_vec())));
    for (name, value) in rest.keywords() {
        exc.0.attrs().set_str(vm.intern(name), value.clone());
    }
    Ok(Value::None)
})];

pub const GROUP_METHODS: &[NativeDef] = &[
    flow("__new__", group_new),
    plain("__init__", |_, _| Ok(Value::None)),
    plain("__str__", |vm, args| {
        let exc = as_exc(vm, args.receiver().0)?;
        let count = crate::vm::groups::members(&exc.value()).len();
        let message = exc
            .arg(0)
            .and_then(|m| m.as_str().cloned())
            .unwrap_or_else(|| "".into());
        let s = if count == 1 { "" } else { "s" };
        Ok(Value::str(format!("{message} ({count} sub-exception{s})")))
    }),
    flow("derive", |vm, args| {
        let [this, members] = args.exactly::<2>(vm, "derive")?;
        let message = as_exc(vm, this)?.arg(0).unwrap_or(Value::None);
        let class = Value::Type(vm.types.base_exception_group.clone());
        Ok(Flow::Call(class, vec![message, members.clone()]))
    }),
    flow("split", |vm, args| {
        let [this, condition] = args.exactly::<2>(vm, "split")?;
        let (this, condition) = (this.clone(), condition.clone());
        Flow::run(vm, |cx| async move {
            let (matched, rest) = split(&cx, this, &condition, 0).await?;
            Ok(Value::tuple(vec![matched, rest]))
        })
    }),
    flow("subgroup", |vm, args| {
        let [this, condition] = args.exactly::<2>(vm, "subgroup")?;
        let (this, condition) = (this.clone(), condition.clone());
        Flow::run(vm, |cx| async move {
            split(&cx, this, &condition, 0).await.map(|(matched, _)| matched)
        })
    }),
    plain("__class_getitem__", |_, args| Ok(args.receiver().0.clone())),
];

pub const GROUP_GETTERS: &[Getter] = &[
    Getter {
        name: "message",
        get: |vm, v| Ok(as_exc(vm, v)?.arg(0).unwrap_or(Value::None)),
        set: None,
    },
    Getter {
        name: "exceptions",
        get: |vm, v| {
            as_exc(vm, v)?;
            Ok(Value::Tuple(crate::vm::groups::members(v)))
        },
        set: None,
    },
];

/// `BaseException.__new__`.
pub fn new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (class, rest) = args.receiver();
    let Value::Type(class) = class else {
        return Err(vm.type_error("BaseException.__new__(X): X is not a type object"));
    };
    let takes_keywords = class.origin == crate::object::types::Origin::Python
        || [
            &vm.types.import_error,
            &vm.types.name_error,
            &vm.types.attribute_error,
        ]
        .iter()
        .any(|named| class.is_subclass_of(named));
    if !rest.names.is_empty() && !takes_keywords {
        return Err(vm.type_error(format!("{}() takes no keyword arguments", class.name)));
    }
    let made = make(
        &os_class(vm, class, rest.positional()),
        rest.positional().to_vec(),
    );
    if (3..=5).contains(&rest.positional().len())
        && let Payload::Exception(data) = &made.payload
    {
        let args = keep_files(vm, class, &made, rest.positional().to_vec());
        data.args.replace(Rc::new(Tuple::new(args)));
    }
    if class.origin == crate::object::types::Origin::Native {
        check_keywords(vm, class, &rest)?;
        for (name, value) in rest.keywords() {
            made.attrs().set_str(vm.intern(name), value.clone());
        }
    }
    Ok(Value::Instance(made))
}

/// `OSError(2, "…")` is a FileNotFoundError. Mirrors the errno map of `Objects/exceptions.c`.
fn os_class(vm: &Rc<Vm>, class: &Rc<Type>, args: &[Value]) -> Rc<Type> {
    let types = &vm.types;
    let [Value::Int(errno), _, rest @ ..] = args else {
        return class.clone();
    };
    if rest.len() > 3 || !Rc::ptr_eq(class, &types.os_error) {
        return class.clone();
    }
    match errno {
        1 | 13 => &types.permission_error,
        2 => &types.file_not_found_error,
        3 => &types.process_lookup_error,
        4 => &types.interrupted_error,
        10 => &types.child_process_error,
        11 | 114 | 115 => &types.blocking_io_error,
        17 => &types.file_exists_error,
        20 => &types.not_a_directory_error,
        21 => &types.is_a_directory_error,
        32 | 108 => &types.broken_pipe_error,
        103 => &types.connection_aborted_error,
        104 => &types.connection_reset_error,
        110 => &types.timeout_error,
        111 => &types.connection_refused_error,
        _ => class,
    }
    .clone()
}

fn make(class: &Rc<Type>, args: Vec<Value>) -> Rc<Instance> {
    Rc::new(Instance::new(
        class.clone(),
        Payload::Exception(Box::new(ExcData::new(args))),
    ))
}

fn init(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (this, rest) = args.receiver();
    let exc = as_exc(vm, this)?;
    if !rest.names.is_empty() {
        return Err(vm.type_error(format!("{}() takes no keyword arguments", exc.class_name())));
    }
    let args = keep_files(vm, &exc.0.class, &exc.0, rest.values.to_vec());
    exc.data().args.replace(Rc::new(Tuple::new(args)));
    Ok(Value::None)
}

fn str(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let exc = as_exc(vm, args.receiver().0)?;
    let args = exc.data().args.borrow().clone();
    match args.len() {
        0 => Ok(Flow::Value(Value::str(""))),
        1 => {
            let only = args[0].clone();
            if let Value::Str(_) = only {
                return Ok(Flow::Value(only));
            }
            Flow::run(vm, |cx| async move { cx.str(&only).await.map(Value::Str) })
        }
        _ => Flow::run(vm, |cx| async move {
            cx.repr(&Value::Tuple(args)).await.map(Value::Str)
        }),
    }
}

fn repr(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let exc = as_exc(vm, args.receiver().0)?;
    let name = exc.class_name().to_string();
    let args = exc.data().args.borrow().clone();
    Flow::run(vm, |cx| async move {
        Ok(Value::str(match args.len() {
            0 => format!("{name}()"),
            1 => format!("{name}({})", cx.repr(&args[0]).await?),
            _ => format!("{name}{}", cx.repr(&Value::Tuple(args)).await?),
        }))
    })
}

fn add_note(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [this, note] = args.exactly::<2>(vm, "BaseException.add_note")?;
    if note.as_str().is_none() {
        return Err(vm.type_error(format!("note must be a str, not '{}'", vm.type_name(note))));
    }
    self::note(vm, &as_exc(vm, this)?, note.clone());
    Ok(Value::None)
}

/// Adds a note to an exception.
pub fn note(vm: &Vm, exc: &Exc, note: Value) {
    let attrs = exc.0.attrs();
    match attrs.get_str(&vm.names.notes) {
        Some(Value::List(notes)) => notes.push(note),
        _ => attrs.set_str(vm.names.notes.clone(), Value::list(vec![note])),
    }
}

fn group_new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (class, rest) = args.receiver();
    let Value::Type(class) = class else {
        return Err(vm.type_error("X is not a type object"));
    };
    let [message, members] = rest.positional() else {
        return Err(vm.type_error(format!(
            "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
            rest.positional().len()
        )));
    };
    if message.as_str().is_none() {
        return Err(vm.type_error(format!(
            "BaseExceptionGroup.__new__() argument 1 must be str, not {}",
            vm.type_name(message)
        )));
    }
    let (class, message, members) = (class.clone(), message.clone(), members.clone());
    Flow::run(vm, |cx| async move {
        let vm = &cx.vm;
        let is_sequence = members.as_list().is_some() || members.as_tuple().is_some();
        if !is_sequence {
            return Err(vm.type_error("second argument (exceptions) must be a sequence"));
        }
        let items = cx.collect(&members).await?;
        if items.is_empty() {
            return Err(vm.value_error("second argument (exceptions) must be a non-empty sequence"));
        }
        let mut all_plain = true;
        for (index, item) in items.iter().enumerate() {
            match Exc::from_value(item) {
                Some(exc) => all_plain &= vm.is_exc(&exc, &vm.types.exception),
                None => {
                    return Err(vm.value_error(format!(
                        "Item {index} of second argument (exceptions) is not an exception"
                    )));
                }
            }
        }
        let group = vm.exception_group();
        let class = match Rc::ptr_eq(&class, &vm.types.base_exception_group) && all_plain {
            true => group.clone(),
            false => class,
        };
        if !all_plain && class.is_subclass_of(&group) {
            let name = &class.name;
            return Err(vm.type_error(match Rc::ptr_eq(&class, &group) {
                true => "Cannot nest BaseExceptions in an ExceptionGroup".to_string(),
                false => format!("Cannot nest BaseExceptions in '{name}'"),
            }));
        }
        let exceptions = match &members {
            Value::Tuple(members) => members.clone(),
            _ => Rc::new(Tuple::new(items)),
        };
        let data = ExcData::new(vec![message, members]);
        data.members.get_or_init(|| exceptions);
        let payload = Payload::Exception(Box::new(data));
        Ok(Value::Instance(Rc::new(Instance::new(class, payload))))
    })
}

/// What looking at an exception of a group takes, in instructions.
const SPLIT_COST: usize = 10;

/// The parts of a group (or of a bare exception) that match a condition, and the rest; None for an empty part.
async fn split(cx: &Cx, exc: Value, condition: &Value, depth: usize) -> VmResult<(Value, Value)> {
    if depth > crate::vm::groups::MAX_DEPTH {
        return Err(cx.vm.recursion_error());
    }
    cx.charge(SPLIT_COST).await?;
    if matches(cx, &exc, condition).await? {
        return Ok((exc, Value::None));
    }
    let is_group = Exc::from_value(&exc).is_some_and(|e| cx.is_exc(&e, &cx.vm.types.base_exception_group));
    if !is_group {
        return Ok((Value::None, exc));
    }
    let (mut matched, mut rest) = (Vec::new(), Vec::new());
    for member in crate::vm::groups::members(&exc).iter() {
        let (yes, no) = Box::pin(split(cx, member.clone(), condition, depth + 1)).await?;
        matched.extend(Some(yes).filter(|v| !v.is_none()));
        rest.extend(Some(no).filter(|v| !v.is_none()));
    }
    Ok((derive(cx, &exc, matched).await?, derive(cx, &exc, rest).await?))
}

async fn matches(cx: &Cx, exc: &Value, condition: &Value) -> VmResult<bool> {
    match condition {
        Value::Type(_) | Value::Tuple(_) => cx.vm.exception_matches(exc, condition),
        function => {
            let answer = cx.call(function, vec![exc.clone()]).await?;
            cx.truth(&answer).await
        }
    }
}

/// A group like this one of other members, with its traceback, cause, context and notes.
async fn derive(cx: &Cx, group: &Value, members: Vec<Value>) -> VmResult<Value> {
    if members.is_empty() {
        return Ok(Value::None);
    }
    let derived = cx.method(group, "derive", vec![Value::list(members)]).await?;
    if !Exc::from_value(&derived).is_some_and(|exc| cx.is_exc(&exc, &cx.vm.types.base_exception_group)) {
        return Err(cx
            .vm
            .type_error("derive must return an instance of BaseExceptionGroup"));
    }
    if let (Some(from), Some(to)) = (Exc::from_value(group), Exc::from_value(&derived)) {
        to.data().traceback.replace(from.traceback());
        to.data().cause.replace(from.data().cause.borrow().clone());
        to.data().context.replace(from.data().context.borrow().clone());
        to.data().suppress_context.set(from.data().suppress_context.get());
        if let Some(notes) = from.0.attrs_if_any().and_then(|a| a.get_str(&cx.vm.names.notes)) {
            // A copy: a note added to a part is no note of the whole. What is no list of notes isn't taken over.
            if let Some(notes) = notes.as_list() {
                let notes = Value::list(notes.to_vec());
                to.0.attrs().set_str(cx.vm.names.notes.clone(), notes);
            }
        }
    }
    Ok(derived)
}

fn as_exc(vm: &Rc<Vm>, value: &Value) -> VmResult<Exc> {
    Exc::from_value(value).ok_or_else(|| vm.type_error("descriptor requires a 'BaseException' object"))
}

fn or_none(value: &Value) -> Value {
    if value.is_empty_slot() {
        Value::None
    } else {
        value.clone()
    }
}
