//! `format(x, spec)` and f-string fields.

use super::arithmetic::Number;
use super::text::{try_repr, try_str};
use crate::bytecode::Conversion;
use crate::object::{Layout, Str, Value};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::{format_spec, str_repr};

/// The text of an f-string field; `None` where Python code has to run. `spec` is empty if there is none.
pub fn try_field(vm: &Rc<Vm>, value: &Value, conversion: Conversion, spec: &Value) -> VmResult<Option<Str>> {
    let spec = spec_text(spec);
    let text = match conversion {
        Conversion::None => return try_format(vm, value, spec),
        Conversion::Str => try_str(vm, value)?,
        Conversion::Repr => try_repr(vm, value)?,
        Conversion::Ascii => try_repr(vm, value)?.map(ascii),
    };
    match text {
        Some(text) => format_str(vm, &text, spec).map(Some),
        None => Ok(None),
    }
}

pub async fn field(cx: Cx, value: Value, conversion: Conversion, spec: Value) -> VmResult<Value> {
    let spec = spec_text(&spec);
    let text = match conversion {
        Conversion::None => return format(&cx, &value, spec).await.map(Value::Str),
        Conversion::Str => cx.str(&value).await?,
        Conversion::Repr => cx.repr(&value).await?,
        Conversion::Ascii => ascii(cx.repr(&value).await?),
    };
    format_str(&cx.vm, &text, spec).map(Value::Str)
}

/// `format(value, spec)` where no Python code has to run, else `None`.
pub fn try_format(vm: &Rc<Vm>, value: &Value, spec: &str) -> VmResult<Option<Str>> {
    match formatter(vm, value) {
        Formatter::Builtin if spec.is_empty() => try_str(vm, value),
        Formatter::Builtin => format_builtin(vm, value, spec).map(Some),
        Formatter::Object if spec.is_empty() => try_str(vm, value),
        Formatter::Object => Err(unsupported(vm, value)),
        Formatter::Method => Ok(None),
    }
}

pub async fn format(cx: &Cx, value: &Value, spec: &str) -> VmResult<Str> {
    if let Some(text) = try_format(&cx.vm, value, spec)? {
        return Ok(text);
    }
    let Formatter::Method = formatter(&cx.vm, value) else {
        return cx.str(value).await;
    };
    let answer = cx
        .special(value, &cx.vm.names.format, vec![Value::str(spec)])
        .await?;
    let answer = answer.unwrap_or_default();
    match answer.as_str() {
        Some(text) => Ok(text.clone()),
        None => Err(cx.vm.type_error(format!(
            "__format__ must return a str, not {}",
            cx.vm.type_name(&answer)
        ))),
    }
}

/// What writing a float takes beyond its digits: they are found exactly.
const FLOAT_STRAIN: usize = 50;

/// `__format__` of a built-in number or string, with a specification that is not empty.
pub fn format_builtin(vm: &Vm, value: &Value, spec: &str) -> VmResult<Str> {
    if let Value::Str(text) = value.base() {
        return format_str(vm, text, spec);
    }
    let class = vm.type_name(value);
    let text = match Number::of(value) {
        Some(Number::Int(int)) => format_spec::format_int(int, spec, &class, vm.room()),
        Some(Number::Float(float)) => {
            vm.strain(FLOAT_STRAIN)?;
            format_spec::format_float(float, spec, &class, vm.room())
        }
        Some(Number::Complex(c)) => format_spec::format_complex(c.0, c.1, spec, vm.room()),
        None => return Err(unsupported(vm, value)),
    };
    let text = text.map_err(|error| vm.raise(error))?;
    // Many digits take much longer than many fill characters; which they are is not looked at.
    vm.charge(text.len())?;
    Ok(Str::new(text))
}

/// `ascii(x)`, from `repr(x)`.
pub fn ascii(repr: Str) -> Str {
    match repr.is_ascii() {
        true => repr,
        false => Str::new(str_repr::escape_non_ascii(&repr)),
    }
}

/// What formats a value.
enum Formatter {
    /// The format of the built-in number or string that it is or extends.
    Builtin,
    /// `object.__format__`
    Object,
    /// A method of its own.
    Method,
}

fn formatter(vm: &Vm, value: &Value) -> Formatter {
    match value {
        Value::Str(_)
        | Value::Int(_)
        | Value::Bool(_)
        | Value::Float(_)
        | Value::BigInt(_)
        | Value::Complex(_) => Formatter::Builtin,
        Value::Instance(_) | Value::Type(_) => match vm.lookup(vm.type_of(value), &vm.names.format) {
            None => Formatter::Object,
            Some(Value::Native(native)) => match native.owner() {
                Some(owner) if Rc::ptr_eq(&owner, &vm.types.object) => Formatter::Object,
                Some(owner) if has_format(owner.layout) => Formatter::Builtin,
                _ => Formatter::Method,
            },
            Some(_) => Formatter::Method,
        },
        _ => Formatter::Object,
    }
}

fn has_format(layout: Layout) -> bool {
    matches!(
        layout,
        Layout::Str | Layout::Int | Layout::Bool | Layout::Float | Layout::Complex
    )
}

fn format_str(vm: &Vm, text: &Str, spec: &str) -> VmResult<Str> {
    if spec.is_empty() {
        return Ok(text.clone());
    }
    // A precision is counted in characters.
    vm.charge(text.len() / 8)?;
    let formatted = format_spec::format_str(text, spec, vm.room());
    let formatted = formatted.map_err(|error| vm.raise(error))?;
    vm.scan(formatted.len())?;
    Ok(Str::new(formatted))
}

fn spec_text(spec: &Value) -> &str {
    spec.as_str().map_or("", |spec| spec.as_str())
}

fn unsupported(vm: &Vm, value: &Value) -> crate::object::Exc {
    vm.raise(format_spec::unsupported_format(&vm.type_name(value)))
}
