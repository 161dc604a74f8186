//! Distributes the arguments of a call over a Python function's parameters.
//!
//! Mirrors `initialize_locals` of CPython's `ceval.c`, messages included.

use super::{Vm, VmResult};
use crate::object::compare::Hashed;
use crate::object::{Dict, Function, Str, Value, compare, work};
use std::rc::Rc;

/// What a keyword argument for `**` takes, in instructions.
const KEYWORD_COST: usize = 6;

impl Vm {
    /// Fills a new frame's slots: parameters, empty locals, free variables.
    /// The values of the keyword arguments `names` are the last of `args`.
    pub fn bind_arguments(
        &self,
        function: &Function,
        args: &[Value],
        names: &[Str],
        slots: &mut Vec<Value>,
    ) -> VmResult<()> {
        let code = &function.code.code;
        let (arg_count, kwonly) = (usize::from(code.arg_count), usize::from(code.kwonly_count));
        let named = arg_count + kwonly;
        let positional = &args[..args.len() - names.len()];
        let direct = positional.len().min(arg_count);
        slots.extend_from_slice(&positional[..direct]);
        slots.resize(named, Value::Empty);
        if code.has_varargs {
            slots.push(Value::tuple(positional[direct..].to_vec()));
        }
        let keywords = code.has_varkeywords.then(|| Rc::new(Dict::new()));
        for (name, value) in names.iter().zip(&args[positional.len()..]) {
            self.bind_keyword(function, names, (name, value), slots, keywords.as_deref())?;
        }
        if positional.len() > arg_count && !code.has_varargs {
            return Err(self.too_many_arguments(function, positional.len(), slots));
        }
        self.fill_defaults(function, slots)?;
        slots.extend(keywords.map(Value::Dict));
        self.finish_slots(function, slots);
        Ok(())
    }

    /// The rest of the slots: empty locals, then the closure's cells.
    pub fn finish_slots(&self, function: &Function, slots: &mut Vec<Value>) {
        slots.resize_with(function.code.code.locals.len(), Value::default);
        slots.extend(function.closure.iter().map(|cell| Value::Cell(cell.clone())));
    }

    fn bind_keyword(
        &self,
        function: &Function,
        names: &[Str],
        (name, value): (&Str, &Value),
        slots: &mut [Value],
        keywords: Option<&Dict>,
    ) -> VmResult<()> {
        let code = &function.code.code;
        let named = usize::from(code.arg_count) + usize::from(code.kwonly_count);
        let posonly = usize::from(code.posonly_count);
        let locals = &function.code.locals;
        let index = locals[..named].iter().position(|local| local == name);
        match index {
            Some(index) if index >= posonly => {
                if !slots[index].is_empty_slot() {
                    let qualname = function.qualname.borrow();
                    return Err(
                        self.type_error(format!("{qualname}() got multiple values for argument '{name}'"))
                    );
                }
                slots[index] = value.clone();
                Ok(())
            }
            _ => match keywords {
                Some(keywords) => {
                    work::note(KEYWORD_COST);
                    work::strain(KEYWORD_COST / 2);
                    keywords.set_str(name.clone(), value.clone());
                    Ok(())
                }
                None if function.stands_for_native() => {
                    let name = self.name_with_module(function);
                    Err(self.type_error(format!("{name}() takes no keyword arguments")))
                }
                None if index.is_some() => {
                    let qualname = function.qualname.borrow();
                    let passed: Vec<&str> = locals[..posonly]
                        .iter()
                        .filter(|l| names.contains(l))
                        .map(Str::as_str)
                        .collect();
                    Err(self.type_error(format!(
                        "{qualname}() got some positional-only arguments passed as keyword arguments: '{}'",
                        passed.join(", ")
                    )))
                }
                None => {
                    let qualname = function.qualname.borrow();
                    let candidates: Vec<&str> = locals[posonly..named].iter().map(Str::as_str).collect();
                    let hint = super::suggest::closest(name, &candidates)
                        .map(|best| format!(". Did you mean '{best}'?"))
                        .unwrap_or_default();
                    Err(self.type_error(format!(
                        "{qualname}() got an unexpected keyword argument '{name}'{hint}"
                    )))
                }
            },
        }
    }

    fn fill_defaults(&self, function: &Function, slots: &mut [Value]) -> VmResult<()> {
        let code = &function.code.code;
        let (arg_count, kwonly) = (usize::from(code.arg_count), usize::from(code.kwonly_count));
        let defaults = function.defaults.borrow();
        let first_default = arg_count.saturating_sub(defaults.len());
        let skip = defaults.len().saturating_sub(arg_count);
        let mut missing = Vec::new();
        for (index, slot) in slots.iter_mut().enumerate().take(arg_count) {
            if slot.is_empty_slot() {
                match index
                    .checked_sub(first_default)
                    .and_then(|i| defaults.get(i + skip))
                {
                    Some(default) => *slot = default.clone(),
                    None => missing.push(&function.code.locals[index]),
                }
            }
        }
        if !missing.is_empty() {
            return Err(self.missing_arguments(function, &missing, "positional"));
        }
        let kw_defaults = function.kw_defaults.borrow();
        for (index, slot) in slots.iter_mut().enumerate().skip(arg_count).take(kwonly) {
            if slot.is_empty_slot() {
                let name = &function.code.locals[index];
                match kw_defaults.as_ref().and_then(|defaults| defaults.get_str(name)) {
                    Some(default) => *slot = default,
                    None => missing.push(name),
                }
            }
        }
        if !missing.is_empty() {
            return Err(self.missing_arguments(function, &missing, "keyword-only"));
        }
        Ok(())
    }

    fn missing_arguments(&self, function: &Function, missing: &[&Str], kind: &str) -> crate::object::Exc {
        if function.stands_for_native() {
            let required = usize::from(function.code.code.arg_count) - function.defaults.borrow().len();
            return self.native_arity(function, required - missing.len());
        }
        let quoted: Vec<String> = missing.iter().map(|name| format!("'{name}'")).collect();
        let list = match quoted.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [a, b] => format!("{a} and {b}"),
            [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
        };
        let count = missing.len();
        let s = if count == 1 { "" } else { "s" };
        self.type_error(format!(
            "{}() missing {count} required {kind} argument{s}: {list}",
            function.qualname.borrow()
        ))
    }

    fn too_many_arguments(&self, function: &Function, given: usize, slots: &[Value]) -> crate::object::Exc {
        if function.stands_for_native() {
            return self.native_arity(function, given);
        }
        let code = &function.code.code;
        let arg_count = usize::from(code.arg_count);
        let least = arg_count.saturating_sub(function.defaults.borrow().len());
        let takes = if least == arg_count {
            format!(
                "{arg_count} positional argument{}",
                if arg_count == 1 { "" } else { "s" }
            )
        } else {
            format!("from {least} to {arg_count} positional arguments")
        };
        let kwonly_given = slots[arg_count..arg_count + usize::from(code.kwonly_count)]
            .iter()
            .filter(|v| !v.is_empty_slot())
            .count();
        let were = if kwonly_given == 0 {
            format!("{given} {} given", if given == 1 { "was" } else { "were" })
        } else {
            format!(
                "{given} positional argument{} (and {kwonly_given} keyword-only argument{}) were given",
                if given == 1 { "" } else { "s" },
                if kwonly_given == 1 { "" } else { "s" }
            )
        };
        self.type_error(format!(
            "{}() takes {takes} but {were}",
            function.qualname.borrow()
        ))
    }

    /// A wrong number of arguments for a function that is native in CPython, with the words of its argument clinic.
    fn native_arity(&self, function: &Function, given: usize) -> crate::object::Exc {
        let most = usize::from(function.code.code.arg_count);
        let least = most - function.defaults.borrow().len();
        let name = function.name.borrow();
        let (bound, wanted) = match () {
            () if least == most => ("", most),
            () if given < least => ("at least ", least),
            () => ("at most ", most),
        };
        let s = if wanted == 1 { "" } else { "s" };
        self.type_error(match (least, most) {
            (1, 1) => {
                let name = self.name_with_module(function);
                format!("{name}() takes exactly one argument ({given} given)")
            }
            _ => format!("{name} expected {bound}{wanted} argument{s}, got {given}"),
        })
    }

    /// `f(**mapping)`: adds the mapping's entries to the call's keywords.
    pub fn merge_keywords(&self, function: &Value, into: &Dict, mapping: &Dict) -> VmResult<()> {
        for (key, value) in mapping.items() {
            let Some(name) = key.as_str() else {
                return Err(self.type_error("keywords must be strings"));
            };
            if into.contains_str(name) {
                return Err(self.type_error(format!(
                    "{} got multiple values for keyword argument '{name}'",
                    self.callable_name(function)
                )));
            }
            into.set_str(name.clone(), value);
        }
        Ok(())
    }

    /// A callable as messages name it: `module.f()`.
    pub fn callable_name(&self, callable: &Value) -> String {
        match callable {
            Value::Function(function) => format!("{}()", self.name_with_module(function)),
            Value::Method(method) => self.callable_name(&method.function),
            Value::Native(native) => match native.owner() {
                Some(owner) => format!("{}.{}()", owner.name, native.name),
                None => format!("{}()", native.name),
            },
            Value::Type(class) => format!("{}()", class.name),
            other => format!("{} object", self.type_name(other)),
        }
    }

    fn name_with_module(&self, function: &Function) -> String {
        let module = function.globals.get_str(&self.names.name);
        let prefix = match module.as_ref().and_then(Value::as_str) {
            Some(module) if module.as_str() != "builtins" => format!("{module}."),
            _ => String::new(),
        };
        format!("{prefix}{}", function.qualname.borrow())
    }

    /// The position of a hashable constant-like key; used where only strings and numbers occur.
    pub fn plain_hash(&self, value: &Value) -> VmResult<i64> {
        match compare::hash(value) {
            Hashed::Hash(hash) => Ok(hash),
            Hashed::Unhashable(name) => Err(self.type_error(format!("unhashable type: '{name}'"))),
            Hashed::Ask => Err(self.type_error(format!("unhashable type: '{}'", self.type_name(value)))),
        }
    }
}
