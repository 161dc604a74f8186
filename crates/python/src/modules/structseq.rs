//! Tuples whose items have names: `time.struct_time`, `sys.version_info` and so on, and the descriptor that gives
//! named tuples their fields.

use crate::object::function::{Getter, native_state};
use crate::object::{Instance, Payload, Type, Value};
use crate::types::{add_methods, fill_later, receiver};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::protocol::text::{full_name, try_repr};
use crate::vm::{Vm, VmResult};
use std::cell::RefCell;
use std::rc::Rc;

pub const TIME_FIELDS: &[&str] = &[
    "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst",
];

/// A field of a tuple: a data descriptor.
pub struct Field {
    index: usize,
    doc: RefCell<Value>,
}

impl Field {
    pub const METHODS: &'static [NativeDef] = &[
        plain("__new__", new_field),
        plain("__get__", get_field),
        plain("__set__", |vm, _| Err(vm.attribute_error("can't set attribute"))),
        plain("__delete__", |vm, _| {
            Err(vm.attribute_error("can't delete attribute"))
        }),
    ];

    pub const GETTERS: &'static [Getter] = &[Getter {
        name: "__doc__",
        get: |_, value| {
            Ok(match native_state::<Field>(value) {
                Some(field) => field.doc.borrow().clone(),
                None => Value::None,
            })
        },
        set: Some(|_, value, new| {
            if let Some(field) = native_state::<Field>(value) {
                field.doc.replace(new);
            }
            Ok(())
        }),
    }];
}

/// Sees to it that the classes get their fields.
pub fn install(vm: &Rc<Vm>) {
    let own = &vm.native_types;
    fill_later(vm, &own.struct_time, |vm, class| {
        add_methods(vm, class, &[flow("__new__", new_time)], TIME_GETTERS);
        add_fields(vm, class, TIME_FIELDS);
    });
    fill_later(vm, &own.version_info, |vm, class| {
        add_fields(vm, class, &["major", "minor", "micro", "releaselevel", "serial"]);
    });
    fill_later(vm, &own.float_info, |vm, class| {
        add_fields(
            vm,
            class,
            &[
                "max",
                "max_exp",
                "max_10_exp",
                "min",
                "min_exp",
                "min_10_exp",
                "dig",
                "mant_dig",
                "epsilon",
                "radix",
                "rounds",
            ],
        );
    });
    fill_later(vm, &own.hash_info, |vm, class| {
        add_fields(
            vm,
            class,
            &[
                "width",
                "modulus",
                "inf",
                "nan",
                "imag",
                "algorithm",
                "hash_bits",
                "seed_bits",
                "cutoff",
            ],
        );
    });
    fill_later(vm, &own.int_info, |vm, class| {
        add_fields(
            vm,
            class,
            &[
                "bits_per_digit",
                "sizeof_digit",
                "default_max_str_digits",
                "str_digits_check_threshold",
            ],
        );
    });
    fill_later(vm, &own.implementation, |vm, class| {
        add_fields(vm, class, &["name", "cache_tag", "version", "hexversion"]);
    });
    fill_later(vm, &own.flags, |vm, class| {
        add_fields(
            vm,
            class,
            &[
                "debug",
                "inspect",
                "interactive",
                "optimize",
                "dont_write_bytecode",
                "no_user_site",
                "no_site",
                "ignore_environment",
                "verbose",
                "bytes_warning",
                "quiet",
                "hash_randomization",
                "isolated",
                "dev_mode",
                "utf8_mode",
                "warn_default_encoding",
                "safe_path",
                "int_max_str_digits",
            ],
        );
    });
    fill_later(vm, &own.unraisable, |vm, class| {
        add_fields(
            vm,
            class,
            &["exc_type", "exc_value", "exc_traceback", "err_msg", "object"],
        );
    });
    fill_later(vm, &own.clock_info, |vm, class| {
        add_fields(
            vm,
            class,
            &["implementation", "monotonic", "adjustable", "resolution"],
        );
    });
}

/// An instance of such a class.
pub fn make(class: &Rc<Type>, items: Vec<Value>) -> Value {
    let payload = Payload::Value(Value::tuple(items));
    Value::Instance(Rc::new(Instance::new(class.clone(), payload)))
}

fn add_fields(vm: &Rc<Vm>, class: &Rc<Type>, fields: &[&str]) {
    for (index, name) in fields.iter().enumerate() {
        let field = Field {
            index,
            doc: RefCell::new(Value::None),
        };
        let descriptor = Instance::with_native(&vm.native_types.field, field);
        class.dict().set_str(vm.intern(name), Value::Instance(descriptor));
    }
    let names = fields.iter().map(|name| Value::Str(vm.intern(name))).collect();
    class
        .dict()
        .set_str(vm.names.match_args.clone(), Value::tuple(names));
    class
        .dict()
        .set_str(vm.intern("n_fields"), Value::size(fields.len()));
    add_methods(vm, class, &[plain("__repr__", repr)], &[]);
}

const TIME_GETTERS: &[Getter] = &[
    Getter {
        name: "tm_zone",
        get: |_, _| Ok(Value::str("UTC")),
        set: None,
    },
    Getter {
        name: "tm_gmtoff",
        get: |_, _| Ok(Value::Int(0)),
        set: None,
    },
];

fn new_time(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let class = vm.native_types.struct_time.clone();
    let (_, rest) = receiver::class(vm, args, &class)?;
    let [items] = rest.exactly::<1>(vm, "structseq")?.clone();
    Flow::start(vm, |cx| async move {
        let mut items = cx.collect(&items).await?;
        let given = items.len();
        if given < TIME_FIELDS.len() {
            return Err(cx.vm.type_error(format!(
                "time.struct_time() takes an at least 9-sequence ({given}-sequence given)"
            )));
        }
        if given > TIME_FIELDS.len() + 2 {
            return Err(cx.vm.type_error(format!(
                "time.struct_time() takes an at most 11-sequence ({given}-sequence given)"
            )));
        }
        items.truncate(TIME_FIELDS.len());
        Ok(make(&class, items))
    })
}

fn repr(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [object] = receiver::unary(vm, args, "__repr__")?;
    let class = vm.type_of(object);
    let names = class.find(&vm.names.match_args);
    let names = names.as_ref().and_then(Value::as_tuple);
    let items = object.as_tuple();
    let mut text = format!("{}(", full_name(class));
    if let (Some(names), Some(items)) = (names, items) {
        for (position, (name, item)) in names.iter().zip(items.iter()).enumerate() {
            if position > 0 {
                text.push_str(", ");
            }
            if let (Some(name), Some(shown)) = (name.as_str(), try_repr(vm, item)?) {
                text.push_str(&format!("{name}={shown}"));
            }
        }
    }
    text.push(')');
    Ok(Value::str(text))
}

fn new_field(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (_, rest) = args.receiver();
    let [index, doc] = rest.exactly::<2>(vm, "_tuplegetter")?;
    let field = Field {
        index: index
            .as_i64()
            .and_then(|at| usize::try_from(at).ok())
            .unwrap_or(0),
        doc: RefCell::new(doc.clone()),
    };
    Ok(Value::Instance(Instance::with_native(
        &vm.native_types.field,
        field,
    )))
}

fn get_field(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [descriptor, object, ..] = args.values else {
        return Err(vm.type_error("__get__ expected at least 1 argument, got 0"));
    };
    let Some(field) = native_state::<Field>(descriptor) else {
        return Err(receiver::wrong_receiver(
            vm,
            descriptor,
            "_tuplegetter",
            "__get__",
        ));
    };
    match object {
        Value::None => Ok(descriptor.clone()),
        object => match object.as_tuple() {
            Some(items) => match items.get(field.index) {
                Some(item) => Ok(item.clone()),
                None => Err(vm.index_error("tuple index out of range")),
            },
            None => Err(vm.type_error(format!(
                "descriptor for index '{}' for tuple subclasses doesn't apply to '{}' object",
                field.index,
                vm.type_name(object)
            ))),
        },
    }
}
