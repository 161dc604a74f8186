//! `_switchboard`: what the library's modules written in Python need from the machine.

pub mod code;
pub mod deque;
pub mod mersenne;
pub mod weak;

use super::functions;
use crate::object::{Dict, Exc, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::traceback::{Limit, format_limited};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;
use switchboard_pyfmt::strftime;

/// The wall clock at the start of every run: 2025-01-01, midnight, UTC.
pub const START_UNIX: i64 = 1_735_689_600;

const FUNCTIONS: &[NativeDef] = &[
    plain("now_ns", |vm, _| Ok(Value::Int(vm.clock.now() as i64))),
    flow("exec_function", code::exec_function),
    plain("code_info", code::code_info),
    plain("source_line", code::source_line),
    plain("source_excerpt", code::source_excerpt),
    plain("traceback_place", code::traceback_place),
    flow("current_exception", |vm, _| {
        Flow::run(vm, |cx| async move {
            Ok(cx.handled().await?.map_or(Value::None, |exc| exc.value()))
        })
    }),
    flow("format_exception", format_exception),
    plain("strftime", format_time),
    plain("no_attribute", no_attribute),
    plain("getweakrefcount", weak::count),
    plain("getweakrefs", weak::list),
    plain("let_await", |vm, args| {
        let [generator] = args.exactly::<1>(vm, "let_await")?;
        if let Value::Generator(generator) = generator {
            generator.awaitable.set(true);
        }
        Ok(Value::None)
    }),
];

pub fn fill(vm: &Rc<Vm>, dict: &Dict) {
    functions::add(vm, dict, "_switchboard", FUNCTIONS);
    let types = &vm.native_types;
    functions::set(
        vm,
        dict,
        [
            ("START_UNIX", Value::Int(START_UNIX)),
            ("MT19937", Value::Type(types.mersenne.clone())),
            ("deque", Value::Type(types.deque.clone())),
            ("ref", Value::Type(types.reference.clone())),
            ("tuplegetter", Value::Type(types.field.clone())),
            ("traceback", Value::Type(vm.types.traceback.clone())),
            ("frame", Value::Type(vm.types.frame.clone())),
        ],
    );
}

/// The text of a traceback with the exception's last line, as the interpreter prints it: `format_exception(exception,
/// limit)`.
fn format_exception(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [exc, limit] = args.exactly::<2>(vm, "format_exception")?;
    let Some(exc) = Exc::from_value(exc) else {
        return Ok(Flow::Value(Value::str("NoneType: None\n")));
    };
    let limit = limit.as_i64().map_or(Limit::None, |limit| {
        let most = usize::try_from(limit.unsigned_abs()).unwrap_or(usize::MAX);
        match limit < 0 {
            true => Limit::Last(most),
            false => Limit::First(most),
        }
    });
    Flow::run(vm, |cx| async move {
        format_limited(&cx, &exc, limit).await.map(Value::str)
    })
}

/// The AttributeError for a name that a module's `__getattr__` does not know: `no_attribute(module, name)`.
fn no_attribute(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [module, name] = args.exactly::<2>(vm, "no_attribute")?;
    match name.as_str() {
        Some(name) => Ok(vm.no_attribute(module, name).value()),
        None => Err(vm.type_error("no_attribute() argument 2 must be str")),
    }
}

fn format_time(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [format, time] = args.exactly::<2>(vm, "strftime")?;
    let time = super::time::broken_down(vm, "strftime", time)?;
    match format.as_str() {
        Some(format) => Ok(Value::str(strftime::strftime(&time, format))),
        None => Err(vm.type_error("strftime() argument 1 must be str")),
    }
}
