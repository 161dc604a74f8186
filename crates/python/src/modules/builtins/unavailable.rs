//! Built-in functions that need what a program here does not have: files, a debugger, source code at run time.

use crate::object::{Exc, Value};
use crate::syntax::lacking;
use crate::vm::call::{Args, NativeDef, plain};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const FUNCTIONS: &[NativeDef] = &[
    plain("open", |vm, _| refuse(vm, "open")),
    plain("eval", |vm, _| refuse(vm, "eval")),
    plain("exec", |vm, _| refuse(vm, "exec")),
    plain("compile", |vm, _| refuse(vm, "compile")),
    plain("breakpoint", |vm, _| refuse(vm, "breakpoint")),
    plain("exit", exit),
    plain("quit", exit),
];

fn refuse(vm: &Rc<Vm>, name: &str) -> VmResult<Value> {
    let mut message = format!("{name}() is not available");
    if let Some(hint) = lacking("builtins", name) {
        message = format!("{message}: {hint}");
    }
    Err(vm.exc(&vm.types.not_implemented_error, message))
}

fn exit(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let code = args.between(vm, "exit", 0, 1)?.first().cloned();
    let args: Vec<Value> = vec![code.unwrap_or(Value::None)];
    let exc: Exc = vm.exc_args(&vm.types.system_exit, args);
    Err(exc)
}
