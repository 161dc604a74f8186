//! Built-in functions that need what a program here does not have: files, a debugger, source code at run time.

use crate::object::{Exc, Value};
use crate::vm::call::{Args, NativeDef, plain};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const FUNCTIONS: &[NativeDef] = &[
    plain("open", |vm, _| {
        refuse(
            vm,
            "open() is not available: a program here has no files; use io.StringIO for text in memory",
        )
    }),
    plain("eval", |vm, _| {
        refuse(
            vm,
            "eval() is not available: use ast.literal_eval-like parsing of your own, or write the expression as code",
        )
    }),
    plain("exec", |vm, _| {
        refuse(
            vm,
            "exec() is not available: write the statements as code of the program",
        )
    }),
    plain("compile", |vm, _| {
        refuse(
            vm,
            "compile() is not available: write the source as code of the program",
        )
    }),
    plain("breakpoint", |vm, _| {
        refuse(
            vm,
            "breakpoint() is not available: use the timeline to look at the program",
        )
    }),
    plain("exit", exit),
    plain("quit", exit),
];

fn refuse(vm: &Rc<Vm>, message: &str) -> VmResult<Value> {
    Err(vm.exc(&vm.types.not_implemented_error, message))
}

fn exit(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let code = args.between(vm, "exit", 0, 1)?.first().cloned();
    let args: Vec<Value> = vec![code.unwrap_or(Value::None)];
    let exc: Exc = vm.exc_args(&vm.types.system_exit, args);
    Err(exc)
}
