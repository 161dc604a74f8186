//! `sys`.

use super::streams::{self, Standard};
use super::{functions, hooks, structseq};
use crate::object::{Dict, Type, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::protocol::index;
use crate::vm::{Stream, Vm, VmResult};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    plain("exit", |vm, args| {
        // As for `raise`: None stands for no argument, and a tuple for several.
        let args = match args.between(vm, "exit", 0, 1)? {
            [] | [Value::None] => Vec::new(),
            [Value::Tuple(items), ..] => items.to_vec(),
            [status, ..] => vec![status.clone()],
        };
        Err(vm.exc_args(&vm.types.system_exit, args))
    }),
    flow("_getframe", |vm, args| {
        let args = args.between(vm, "_getframe", 0, 1)?;
        let depth = args.first().and_then(Value::as_i64).unwrap_or(0);
        let Ok(depth) = i32::try_from(depth) else {
            return Err(vm.overflow_error("Python int too large to convert to C int"));
        };
        let depth = depth.max(0) as usize;
        Flow::run(vm, |cx| async move {
            match cx.ask(crate::vm::cx::Request::Frame(depth)).await? {
                Value::None => Err(cx.vm.value_error("call stack is not deep enough")),
                frame => Ok(frame),
            }
        })
    }),
    flow("exception", |vm, _| {
        Flow::run(vm, |cx| async move {
            Ok(cx.handled().await?.map_or(Value::None, |exc| exc.value()))
        })
    }),
    flow("exc_info", |vm, _| {
        Flow::run(vm, |cx| async move {
            Ok(Value::tuple(match cx.handled().await? {
                None => vec![Value::None; 3],
                Some(exc) => vec![
                    Value::Type(exc.0.class.clone()),
                    exc.value(),
                    crate::types::traceback::of(&cx.vm, &exc),
                ],
            }))
        })
    }),
    flow("excepthook", hooks::excepthook),
    flow("unraisablehook", hooks::unraisablehook),
    plain("getrefcount", |vm, args| {
        let [object] = args.exactly::<1>(vm, "sys.getrefcount")?;
        Ok(Value::size(object.references()))
    }),
    flow("getsizeof", getsizeof),
    plain("getrecursionlimit", |vm, _| {
        Ok(Value::size(vm.limits.recursion.get()))
    }),
    plain("setrecursionlimit", |vm, args| {
        let [limit] = args.exactly::<1>(vm, "sys.setrecursionlimit")?;
        let limit = index::try_size(vm, limit)?.unwrap_or(0);
        match switchboard_pyfmt::count(limit) {
            limit if limit >= 1 => vm.limits.recursion.set(limit.min(MAX_RECURSION)),
            _ => return Err(vm.value_error("recursion limit must be greater or equal than 1")),
        }
        Ok(Value::None)
    }),
    plain("intern", |vm, args| {
        let [text] = args.exactly::<1>(vm, "sys.intern")?;
        match text {
            Value::Str(text) => {
                vm.strain(text.len() / 16)?;
                Ok(Value::Str(vm.intern(text)))
            }
            other => Err(vm.type_error(format!(
                "intern() argument must be str, not {}",
                vm.type_name(other)
            ))),
        }
    }),
    plain("getswitchinterval", |vm, _| {
        Ok(Value::Float(vm.native_types.switch_interval.get()))
    }),
    flow("setswitchinterval", |vm, args| {
        let [interval] = args.exactly::<1>(vm, "sys.setswitchinterval")?.clone();
        Flow::start(vm, |cx| async move {
            let interval =
                crate::types::float::float(&cx, &interval, |name| format!("must be real number, not {name}"));
            let interval = interval.await?;
            if interval <= 0.0 {
                return Err(cx.vm.value_error("switch interval must be strictly positive"));
            }
            cx.vm.native_types.switch_interval.set(interval);
            Ok(Value::None)
        })
    }),
    plain("get_int_max_str_digits", |vm, _| {
        Ok(Value::size(vm.native_types.int_digits.get()))
    }),
    plain("set_int_max_str_digits", |vm, args| {
        let [digits] = args.exactly::<1>(vm, "set_int_max_str_digits")?;
        let digits = usize::try_from(index::try_size(vm, digits)?.unwrap_or(0)).unwrap_or(usize::MAX);
        if digits != 0 && digits < 640 {
            return Err(vm.value_error("maxdigits must be 0 or larger than 640"));
        }
        vm.native_types.int_digits.set(digits);
        Ok(Value::None)
    }),
    plain("getdefaultencoding", |_, _| Ok(Value::str("utf-8"))),
    plain("getfilesystemencoding", |_, _| Ok(Value::str("utf-8"))),
    plain("is_finalizing", |_, _| Ok(Value::Bool(false))),
    plain("gettrace", |_, _| Ok(Value::None)),
    plain("getprofile", |_, _| Ok(Value::None)),
    plain("_is_gil_enabled", |_, _| Ok(Value::Bool(true))),
];

/// A frame takes memory: no limit of a program's may let them fill it.
const MAX_RECURSION: usize = 100_000;

pub fn fill(vm: &Rc<Vm>, dict: &Dict) {
    functions::add(vm, dict, "sys", FUNCTIONS);
    let types = &vm.native_types;
    let version = || {
        structseq::make(
            &types.version_info,
            vec![
                Value::Int(3),
                Value::Int(13),
                Value::Int(0),
                Value::str("final"),
                Value::Int(0),
            ],
        )
    };
    functions::set(
        vm,
        dict,
        [
            ("argv", Value::list(vec![Value::str(vm.program_name())])),
            ("orig_argv", Value::list(vec![Value::str(vm.program_name())])),
            ("path", Value::list(Vec::new())),
            ("executable", Value::str("")),
            ("prefix", Value::str("/usr")),
            ("base_prefix", Value::str("/usr")),
            ("platform", Value::str("linux")),
            ("byteorder", Value::str("little")),
            ("maxsize", Value::Int(i64::MAX)),
            ("maxunicode", Value::Int(0x10_ffff)),
            ("hexversion", Value::Int(0x030d_00f0)),
            ("api_version", Value::Int(1013)),
            ("copyright", Value::str("")),
            ("version", Value::str("3.13.0 (Switchboard)")),
            ("version_info", version()),
            ("modules", Value::Dict(vm.modules.clone())),
            ("warnoptions", Value::list(Vec::new())),
            ("dont_write_bytecode", Value::Bool(true)),
            ("flags", flags(vm)),
            ("float_info", float_info(vm)),
            ("hash_info", hash_info(vm)),
            ("int_info", int_info(vm)),
        ],
    );
    let implementation = structseq::make(
        &types.implementation,
        vec![
            Value::str("cpython"),
            Value::str("cpython-313"),
            version(),
            Value::Int(0x030d_00f0),
        ],
    );
    dict.set_str(vm.intern("implementation"), implementation);
    for (name, standard) in [
        ("stdin", Standard::Input),
        ("stdout", Standard::Output(Stream::Stdout)),
        ("stderr", Standard::Output(Stream::Stderr)),
    ] {
        let stream = streams::object(vm, standard);
        dict.set_str(vm.intern(&format!("__{name}__")), stream.clone());
        dict.set_str(vm.intern(name), stream);
    }
    for name in ["excepthook", "unraisablehook"] {
        if let Some(hook) = dict.get_text(name) {
            dict.set_str(vm.intern(&format!("__{name}__")), hook);
        }
    }
    dict.set_str(
        vm.intern("UnraisableHookArgs"),
        Value::Type(types.unraisable.clone()),
    );
}

fn flags(vm: &Vm) -> Value {
    let mut items = vec![Value::Int(0); 18];
    for (at, value) in [
        (11, Value::Int(1)),
        (13, Value::Bool(false)),
        (16, Value::Bool(false)),
        (17, Value::Int(4300)),
    ] {
        if let Some(item) = items.get_mut(at) {
            *item = value;
        }
    }
    structseq::make(&vm.native_types.flags, items)
}

fn float_info(vm: &Vm) -> Value {
    structseq::make(
        &vm.native_types.float_info,
        vec![
            Value::Float(f64::MAX),
            Value::Int(1024),
            Value::Int(308),
            Value::Float(f64::MIN_POSITIVE),
            Value::Int(-1021),
            Value::Int(-307),
            Value::Int(15),
            Value::Int(53),
            Value::Float(f64::EPSILON),
            Value::Int(2),
            Value::Int(1),
        ],
    )
}

fn hash_info(vm: &Vm) -> Value {
    structseq::make(
        &vm.native_types.hash_info,
        vec![
            Value::Int(64),
            Value::Int((1 << 61) - 1),
            Value::Int(314_159),
            Value::Int(0),
            Value::Int(1_000_003),
            Value::str("siphash13"),
            Value::Int(64),
            Value::Int(128),
            Value::Int(0),
        ],
    )
}

fn int_info(vm: &Vm) -> Value {
    let items = [30, 4, 4300, 640].into_iter().map(Value::Int).collect();
    structseq::make(&vm.native_types.int_info, items)
}

fn getsizeof(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let values = args.between(vm, "getsizeof", 1, 2)?;
    let object = values.first().cloned().unwrap_or_default();
    let class = vm.type_of(&object);
    // Only classes of the program bring another `__sizeof__`.
    match vm.lookup(class, &vm.intern("__sizeof__")) {
        None | Some(Value::Native(_)) => Ok(Flow::Value(Value::size(size_of_object(&object, class)))),
        Some(_) => Flow::start(
            vm,
            |cx| async move { cx.method(&object, "__sizeof__", vec![]).await },
        ),
    }
}

/// What the object takes in CPython, in bytes; what it refers to does not count.
fn size_of_object(object: &Value, class: &Rc<Type>) -> usize {
    let own = match object.base() {
        Value::None | Value::Ellipsis | Value::NotImplemented | Value::Empty => 16,
        Value::Bool(_) | Value::Int(0) => 28,
        Value::Int(i) => 24 + 4 * digits(u64::from(64 - i.unsigned_abs().leading_zeros())),
        Value::BigInt(big) => 24 + 4 * digits(big.bits()),
        Value::Float(_) => 24,
        Value::Complex(_) => 32,
        Value::Str(text) => {
            let widest = text.chars().max().map_or(0, u32::from);
            let length = text.char_len();
            match widest {
                0..=0x7f => 41 + length,
                0x80..=0xff => 57 + length + usize::from(length > 0) * 3,
                0x100..=0xffff => 58 + 2 * length,
                _ => 60 + 4 * length,
            }
        }
        Value::Bytes(bytes) => 33 + bytes.data.len(),
        Value::Tuple(items) => 40 + 8 * items.len(),
        Value::List(list) => 56 + 8 * list_room(list.len()),
        Value::Dict(dict) => dict_size(dict.len()),
        Value::Set(set) | Value::FrozenSet(set) => set_size(set.len()),
        Value::Range(_) => 48,
        Value::Slice(_) => 56,
        Value::Function(_) => 160,
        Value::Method(_) => 64,
        Value::Native(_) => 72,
        Value::Type(_) => 1_704,
        Value::Module(_) => 72,
        Value::Generator(_) => 200,
        Value::Iter(_) => 64,
        Value::Cell(_) => 40,
        Value::Code(_) => 300,
        Value::Instance(_) => 48,
    };
    match object {
        Value::Instance(instance) if !matches!(object.base(), Value::Instance(_)) => {
            let _ = (instance, class);
            own + 16
        }
        _ => own,
    }
}

/// Digits of 30 bits.
fn digits(bits: u64) -> usize {
    bits.div_ceil(30) as usize
}

/// CPython's lists grow by an eighth.
fn list_room(length: usize) -> usize {
    match length {
        0 => 0,
        _ => (length + 3) & !3,
    }
}

fn dict_size(length: usize) -> usize {
    match length {
        0 => 64,
        1..=5 => 184,
        6..=10 => 352,
        11..=21 => 632,
        22..=42 => 1_176,
        43..=85 => 2_272,
        _ => {
            // Two thirds of a power of two are used; entries take 24 bytes, indices one to eight.
            let slots = (length * 3 / 2 + 1).next_power_of_two();
            let index = if slots <= 1 << 16 { 2 } else { 4 };
            80 + slots * index + slots * 2 / 3 * 24
        }
    }
}

fn set_size(length: usize) -> usize {
    match length {
        0..=4 => 216,
        _ => {
            let slots = (length * 5 / 3 + 1).next_power_of_two().max(32);
            200 + slots * 16
        }
    }
}
