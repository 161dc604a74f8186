//! `contextvars`.
//!
//! A context is a dict from variables to values. Each task has one of its own, copied when it is made; the machine
//! holds the current one.

use crate::object::function::native_state;
use crate::object::{Dict, Instance, Type, Value};
use crate::types::{add_class_methods, add_methods, fill_later, generic_alias};
use crate::vm::call::{Flow, NativeDef, Signature, flow, plain};
use crate::vm::cx::Cx;
use crate::vm::names::Interner;
use crate::vm::{Vm, VmResult};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::{Rc, Weak};

/// The module's classes.
pub struct ContextTypes {
    pub context_var: Rc<Type>,
    pub context: Rc<Type>,
    pub token: Rc<Type>,
    missing: Rc<Type>,
    /// The Context objects that there are, by their dict: each dict has at most one.
    objects: RefCell<HashMap<*const Dict, Weak<Instance>>>,
}

struct ContextVar {
    name: Value,
    default: Option<Value>,
}

struct Context {
    dict: Rc<Dict>,
    entered: Cell<bool>,
}

struct Token {
    variable: Value,
    /// Where the variable was set.
    context: Rc<Dict>,
    old: Option<Value>,
    used: Cell<bool>,
}

impl ContextTypes {
    pub fn new(interner: &Interner, object: &Rc<Type>) -> Self {
        let native = |name: &str| {
            crate::vm::builtin_types::native_type(
                interner,
                "_contextvars",
                name,
                Some(object),
                crate::object::Layout::Final,
            )
        };
        ContextTypes {
            context_var: native("ContextVar"),
            context: native("Context"),
            token: native("Token"),
            missing: native("Token.MISSING"),
            objects: RefCell::default(),
        }
    }
}

impl Vm {
    /// The context that runs, to look at.
    pub fn context(&self) -> Rc<Dict> {
        self.current_context.borrow().clone()
    }

    /// The context that runs, to change or to hand out: from now on it is nobody else's.
    pub fn own_context(&self) -> Rc<Dict> {
        let mut current = self.current_context.borrow_mut();
        if self.is_bare(&current) {
            *current = Rc::default();
        }
        current.clone()
    }

    /// A copy of the context that runs, for a task or callback to come. Those that are empty are one and the same
    /// until they are changed, since most programs have nothing in them.
    pub fn inherit_context(&self) -> Rc<Dict> {
        match self.current_context.borrow().is_empty() {
            true => self.bare_context.clone(),
            false => self.copy_context(),
        }
    }

    /// Whether a context is the one that all empty ones share.
    pub fn is_bare(&self, context: &Rc<Dict>) -> bool {
        Rc::ptr_eq(context, &self.bare_context)
    }

    /// `copy_context()`.
    pub fn copy_context(&self) -> Rc<Dict> {
        Rc::new(self.current_context.borrow().copy())
    }

    /// Makes a context the current one and gives back the one before.
    pub fn swap_context(&self, context: Rc<Dict>) -> Rc<Dict> {
        self.current_context.replace(context)
    }
}

/// The dict of a Context object.
pub fn dict_of(value: &Value) -> Option<Rc<Dict>> {
    native_state::<Context>(value).map(|context| context.dict.clone())
}

/// Does something with these variables as the current context.
pub async fn within<T>(cx: &Cx, variables: Rc<Dict>, work: impl Future<Output = T>) -> T {
    cx.vm.own_context();
    let outer = cx.vm.swap_context(variables);
    let result = work.await;
    cx.vm.swap_context(outer);
    result
}

/// A Context object for a dict.
pub fn wrap(vm: &Vm, dict: Rc<Dict>) -> Value {
    let key = Rc::as_ptr(&dict);
    let mut objects = vm.context_types.objects.borrow_mut();
    // Who is alive keeps the dict, so that nothing else can have its address.
    if let Some(object) = objects.get(&key).and_then(Weak::upgrade) {
        return Value::Instance(object);
    }
    if objects.len() == objects.capacity() {
        objects.retain(|_, object| object.strong_count() > 0);
    }
    let state = Context {
        dict,
        entered: Cell::new(false),
    };
    let object = Instance::with_native(&vm.context_types.context, state);
    objects.insert(key, Rc::downgrade(&object));
    Value::Instance(object)
}

/// Adds the classes' methods; called when the machine is made.
pub fn install(vm: &Rc<Vm>) {
    let own = &vm.context_types;
    fill_later(vm, &own.context_var, |vm, class| {
        add_methods(vm, class, VAR_METHODS, VAR_GETTERS);
        add_class_methods(vm, class, &[generic_alias::CLASS_GETITEM]);
    });
    fill_later(vm, &own.context, |vm, class| {
        add_methods(vm, class, CONTEXT_METHODS, &[]);
    });
    fill_later(vm, &own.token, |vm, class| {
        add_methods(vm, class, TOKEN_METHODS, TOKEN_GETTERS);
        add_class_methods(vm, class, &[generic_alias::CLASS_GETITEM]);
        missing(vm);
    });
    fill_later(vm, &own.missing, |vm, class| {
        add_methods(vm, class, MISSING_METHODS, &[]);
    });
}

pub fn fill(vm: &Rc<Vm>, dict: &Dict) {
    let types = &vm.context_types;
    for (name, class) in [
        ("ContextVar", &types.context_var),
        ("Context", &types.context),
        ("Token", &types.token),
    ] {
        dict.set_str(vm.intern(name), Value::Type(class.clone()));
    }
    let copy = crate::object::NativeFunction::new(
        "copy_context",
        "_contextvars",
        crate::object::NativeKind::Plain(|vm, _| {
            vm.charge(vm.current_context.borrow().len().saturating_mul(2))?;
            Ok(wrap(vm, vm.copy_context()))
        }),
    );
    dict.set_str(vm.intern("copy_context"), Value::Native(copy));
}

const NEW: Signature = Signature {
    function: "ContextVar",
    params: &["name", "default"],
    posonly: 1,
    positional: 1,
    required: 1,
};

const VAR_METHODS: &[NativeDef] = &[
    plain("__new__", |vm, args| {
        let [name, default] = args.receiver().1.bind::<2>(vm, &NEW)?;
        let name = name.unwrap_or(Value::None);
        if name.as_str().is_none() {
            return Err(vm.type_error("context variable name must be a str"));
        }
        let state = ContextVar { name, default };
        Ok(Value::Instance(Instance::with_native(
            &vm.context_types.context_var,
            state,
        )))
    }),
    plain("get", |vm, args| {
        let (this, rest) = args.receiver();
        let given = rest.between(vm, "ContextVar.get", 0, 1)?.first();
        if let Some(value) = lookup(vm, &vm.context(), this)? {
            return Ok(value);
        }
        match (given, variable(vm, this)?.default.as_ref()) {
            (Some(value), _) | (None, Some(value)) => Ok(value.clone()),
            (None, None) => Err(vm.exc_args(&vm.types.lookup_error, vec![this.clone()])),
        }
    }),
    plain("set", |vm, args| {
        let [this, value] = args.exactly::<2>(vm, "ContextVar.set")?;
        let context = vm.own_context();
        let old = lookup(vm, &context, this)?;
        context.set_plain(this.clone(), value.clone());
        let state = Token {
            variable: this.clone(),
            context,
            old,
            used: Cell::new(false),
        };
        Ok(Value::Instance(Instance::with_native(
            &vm.context_types.token,
            state,
        )))
    }),
    flow("reset", |vm, args| {
        let [this, token] = args.exactly::<2>(vm, "ContextVar.reset")?;
        let Some(token_state) = native_state::<Token>(token) else {
            return Err(vm.type_error(format!(
                "expected an instance of Token, got {}",
                vm.type_name(token)
            )));
        };
        let used = token_state.used.get();
        let context = vm.own_context();
        let misuse = match used {
            true => Some("has already been used once"),
            false if !token_state.variable.is(this) => Some("was created by a different ContextVar"),
            false if !Rc::ptr_eq(&token_state.context, &context) => {
                Some("was created in a different Context")
            }
            false => None,
        };
        if let Some(misuse) = misuse {
            let token = token.clone();
            return Flow::run(vm, |cx| async move {
                let text = format!("{} {misuse}", token_text(&cx, &token).await?);
                Err(match used {
                    true => cx.vm.runtime_error(text),
                    false => cx.vm.value_error(text),
                })
            });
        }
        token_state.used.set(true);
        match &token_state.old {
            Some(old) => {
                context.set_plain(this.clone(), old.clone());
            }
            None => {
                if let crate::object::dict::Probe::Found(at) = context.probe(this, vm.plain_hash(this)?) {
                    context.remove_at(at);
                }
            }
        }
        Ok(Flow::Value(Value::None))
    }),
    flow("__repr__", |vm, args| {
        let this = args.receiver().0.clone();
        Flow::run(
            vm,
            |cx| async move { variable_text(&cx, &this).await.map(Value::str) },
        )
    }),
];

const VAR_GETTERS: &[crate::object::function::Getter] = &[crate::object::function::Getter {
    name: "name",
    get: |vm, v| Ok(variable(vm, v)?.name.clone()),
    set: None,
}];

const CONTEXT_METHODS: &[NativeDef] = &[
    plain("__new__", |vm, args| {
        if !args.receiver().1.values.is_empty() {
            return Err(vm.type_error("Context() does not accept any arguments"));
        }
        Ok(wrap(vm, Rc::new(Dict::new())))
    }),
    flow("run", |vm, args| {
        let (this, rest) = args.receiver();
        let Some(context) = native_state::<Context>(this) else {
            return Ok(Flow::Value(Value::None));
        };
        if context.entered.replace(true) {
            return Err(vm.runtime_error("cannot enter context: context is already entered"));
        }
        let [function, ..] = rest.positional() else {
            return Err(vm.type_error("run() missing 1 required positional argument"));
        };
        let (this, function) = (this.clone(), function.clone());
        let (args, names) = (rest.values[1..].to_vec(), rest.names.to_vec());
        let dict = context.dict.clone();
        Flow::run(vm, |cx| async move {
            let result = within(&cx, dict, cx.call_named(&function, args, names)).await;
            if let Some(context) = native_state::<Context>(&this) {
                context.entered.set(false);
            }
            result
        })
    }),
    plain("copy", |vm, args| {
        Ok(wrap(vm, Rc::new(dict(vm, args.receiver().0)?.copy())))
    }),
    plain("get", |vm, args| {
        let (this, rest) = args.receiver();
        let rest = rest.between(vm, "Context.get", 1, 2)?;
        let found = lookup(vm, &*dict(vm, this)?, &rest[0])?;
        Ok(found.or_else(|| rest.get(1).cloned()).unwrap_or(Value::None))
    }),
    plain("__getitem__", |vm, args| {
        let [this, key] = args.exactly::<2>(vm, "Context.__getitem__")?;
        lookup(vm, &*dict(vm, this)?, key)?.ok_or_else(|| vm.key_error(key.clone()))
    }),
    plain("__contains__", |vm, args| {
        let [this, key] = args.exactly::<2>(vm, "Context.__contains__")?;
        Ok(Value::Bool(lookup(vm, &*dict(vm, this)?, key)?.is_some()))
    }),
    plain("__len__", |vm, args| {
        Ok(Value::size(dict(vm, args.receiver().0)?.len()))
    }),
    plain("keys", |vm, args| {
        Ok(Value::list(dict(vm, args.receiver().0)?.keys()))
    }),
    plain("values", |vm, args| {
        Ok(Value::list(dict(vm, args.receiver().0)?.values()))
    }),
    plain("items", |vm, args| {
        let items = dict(vm, args.receiver().0)?.items();
        Ok(Value::list(
            items
                .into_iter()
                .map(|(key, value)| Value::tuple(vec![key, value]))
                .collect(),
        ))
    }),
    plain("__iter__", |vm, args| {
        let keys = dict(vm, args.receiver().0)?.keys();
        Ok(Value::iter(crate::object::IterState::Values(keys.into_iter())))
    }),
];

/// What `Token.MISSING` shows itself as.
const MISSING_METHODS: &[NativeDef] = &[plain("__repr__", |_, _| Ok(Value::str("<Token.MISSING>")))];

const TOKEN_METHODS: &[NativeDef] = &[flow("__repr__", |vm, args| {
    let this = args.receiver().0.clone();
    Flow::run(
        vm,
        |cx| async move { token_text(&cx, &this).await.map(Value::str) },
    )
})];

const TOKEN_GETTERS: &[crate::object::function::Getter] = &[
    crate::object::function::Getter {
        name: "var",
        get: |_, v| Ok(native_state::<Token>(v).map_or(Value::None, |token| token.variable.clone())),
        set: None,
    },
    crate::object::function::Getter {
        name: "old_value",
        get: |vm, v| {
            let old = native_state::<Token>(v).and_then(|token| token.old.clone());
            Ok(old.unwrap_or_else(|| missing(vm)))
        },
        set: None,
    },
];

/// `Token.MISSING`, kept with the class.
fn missing(vm: &Vm) -> Value {
    let name = vm.intern("MISSING");
    let class = &vm.context_types.token;
    class.dict().get_str(&name).unwrap_or_else(|| {
        let marker = Instance::new(vm.context_types.missing.clone(), crate::object::Payload::None);
        let marker = Value::Instance(Rc::new(marker));
        class.dict().set_str(name, marker.clone());
        class.changed();
        marker
    })
}

/// A variable as `repr` shows it.
async fn variable_text(cx: &Cx, this: &Value) -> VmResult<String> {
    let state = variable(&cx.vm, this)?;
    let name = cx.repr(&state.name).await?;
    let default = match &state.default {
        Some(default) => format!(" default={}", cx.repr(default).await?),
        None => String::new(),
    };
    let address = crate::types::object::address(this);
    Ok(format!("<ContextVar name={name}{default} at {address}>"))
}

/// A token as `repr` shows it.
async fn token_text(cx: &Cx, this: &Value) -> VmResult<String> {
    let Some(token) = native_state::<Token>(this) else {
        return Ok(String::new());
    };
    let used = if token.used.get() { " used" } else { "" };
    let variable = variable_text(cx, &token.variable).await?;
    let address = crate::types::object::address(this);
    Ok(format!("<Token{used} var={variable} at {address}>"))
}

fn variable<'a>(vm: &Rc<Vm>, value: &'a Value) -> VmResult<&'a ContextVar> {
    native_state::<ContextVar>(value).ok_or_else(|| {
        vm.type_error(format!(
            "a ContextVar key was expected, got {}",
            vm.type_name(value)
        ))
    })
}

fn dict(vm: &Rc<Vm>, value: &Value) -> VmResult<Rc<Dict>> {
    dict_of(value).ok_or_else(|| vm.type_error("descriptor requires a '_contextvars.Context' object"))
}

fn lookup(vm: &Rc<Vm>, context: &Dict, key: &Value) -> VmResult<Option<Value>> {
    variable(vm, key)?;
    Ok(match context.probe(key, vm.plain_hash(key)?) {
        crate::object::dict::Probe::Found(at) => Some(context.value_at(at)),
        _ => None,
    })
}
