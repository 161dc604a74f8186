//! Running code that the library makes, and looking at code.

use crate::object::{Dict, Value};
use crate::syntax::{self, Severity};
use crate::types::traceback::traceback;
use crate::vm::call::{Args, Flow};
use crate::vm::cx::Request;
use crate::vm::frame::Activation;
use crate::vm::source::Owner;
use crate::vm::traceback::{Place, excerpt, place_of};
use crate::vm::{Source, Vm, VmResult};
use std::rc::Rc;

const FILE_NAME: &str = "<string>";

/// `exec_function(source, namespace)`: runs a module's source in a namespace, and gives that namespace back.
pub fn exec_function(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [text, namespace] = args.exactly::<2>(vm, "exec_function")?;
    let (Some(text), Some(globals)) = (text.as_str(), namespace.as_dict()) else {
        return Err(vm.type_error("exec_function() takes a str and a dict"));
    };
    let (text, globals, namespace) = (text.clone(), globals.clone(), namespace.clone());
    let compiled = syntax::compile_module(&text);
    let Some(code) = compiled.code else {
        let error = compiled
            .diagnostics
            .iter()
            .find(|d| d.severity == Severity::Error);
        let message = error.map(|d| d.message.clone()).unwrap_or_default();
        return Err(vm.exc(&vm.types.syntax_error, message));
    };
    let source = Rc::new(Source::new(FILE_NAME, text.as_str(), Owner::Library));
    let code = vm.link(&code, &source);
    Flow::run(vm, |cx| async move {
        cx.ask(Request::Module { code, globals }).await?;
        Ok(namespace)
    })
}

/// What `inspect` wants to know of a function, a generator or a code object.
pub fn code_info(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    use crate::bytecode::CodeKind;
    let [target] = args.exactly::<1>(vm, "code_info")?;
    let (mut defaults, mut keyword_defaults) = (Value::None, Value::None);
    let code = match target {
        Value::Function(function) => {
            let given = function.defaults.borrow().clone();
            if !given.is_empty() {
                defaults = Value::Tuple(given);
            }
            if let Some(given) = &*function.kw_defaults.borrow() {
                keyword_defaults = Value::Dict(given.clone());
            }
            Some(function.code.clone())
        }
        Value::Code(code) => Some(code.clone()),
        Value::Generator(generator) => match generator.frame.borrow().as_ref() {
            Some(Activation::Python(frame)) => Some(frame.code.clone()),
            _ => None,
        },
        _ => None,
    };
    let Some(code) = code else {
        return Err(vm.type_error(format!("'{}' object has no code", vm.type_name(target))));
    };
    let own = &code.code;
    let names = code.locals.iter().take(own.locals.len());
    let visible = names.filter(|name| !name.starts_with('.'));
    let info = Dict::new();
    for (name, value) in [
        ("argcount", Value::Int(i64::from(own.arg_count))),
        ("posonly", Value::Int(i64::from(own.posonly_count))),
        ("kwonly", Value::Int(i64::from(own.kwonly_count))),
        (
            "varnames",
            Value::tuple(visible.map(|name| Value::Str(name.clone())).collect()),
        ),
        ("defaults", defaults),
        ("kwdefaults", keyword_defaults),
        ("varargs", Value::Bool(own.has_varargs)),
        ("varkw", Value::Bool(own.has_varkeywords)),
        ("coroutine", Value::Bool(own.kind == CodeKind::Coroutine)),
        ("generator", Value::Bool(own.kind == CodeKind::Generator)),
        ("asyncgen", Value::Bool(own.kind == CodeKind::AsyncGenerator)),
    ] {
        info.set_str(vm.intern(name), value);
    }
    Ok(Value::Dict(Rc::new(info)))
}

/// `source_line(file_name, line)`: a line of the program, or None.
pub fn source_line(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [file, line] = args.exactly::<2>(vm, "source_line")?;
    let text = match (program_named(vm, file), number(line)) {
        (Some(program), Some(line)) => program.line(line).map(Value::str),
        _ => None,
    };
    Ok(text.unwrap_or(Value::None))
}

/// `source_excerpt(file_name, line, end_line, column, end_column)`: what a traceback shows of a place in the program.
pub fn source_excerpt(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [file, line, end_line, column, end_column] = args.exactly::<5>(vm, "source_excerpt")?;
    let (Some(program), Some(line)) = (program_named(vm, file), number(line)) else {
        return Ok(Value::str(""));
    };
    let place = Place {
        line,
        end_line: number(end_line).unwrap_or(line),
        columns: number(column).zip(number(end_column)),
    };
    Ok(Value::str(excerpt(&program, place)))
}

/// `traceback_place(traceback)`: last line, first and last column of what has raised, as far as they are known.
pub fn traceback_place(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [given] = args.exactly::<1>(vm, "traceback_place")?;
    let Some(passed) = traceback(given) else {
        return Err(vm.type_error("traceback_place() takes a traceback"));
    };
    let place = place_of(passed);
    let int = |number: u32| Value::Int(i64::from(number));
    let (start, end) = match place.columns {
        Some((start, end)) => (int(start), int(end)),
        None => (Value::None, Value::None),
    };
    Ok(Value::tuple(vec![int(place.end_line), start, end]))
}

fn program_named(vm: &Vm, file: &Value) -> Option<Rc<Source>> {
    let program = vm.program.borrow().clone()?;
    (file.as_str()?.as_str() == program.name).then_some(program)
}

fn number(value: &Value) -> Option<u32> {
    value.as_i64().and_then(|number| u32::try_from(number).ok())
}
