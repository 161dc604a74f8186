//! `os`: a computer without files.

pub mod path;

use super::functions;
use super::switchboard::mersenne;
use crate::object::{Dict, Module, Value};
use crate::vm::call::{Args, NativeDef, plain};
use crate::vm::protocol::index;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    plain("getpid", |_, _| Ok(Value::Int(4242))),
    plain("getppid", |_, _| Ok(Value::Int(1))),
    plain("cpu_count", |_, _| Ok(Value::Int(4))),
    plain("process_cpu_count", |_, _| Ok(Value::Int(4))),
    plain("getcwd", |_, _| Ok(Value::str("/"))),
    plain("getlogin", |_, _| Ok(Value::str("user"))),
    plain("getenv", getenv),
    plain("urandom", urandom),
    plain("fspath", |vm, args| {
        let [path] = args.exactly::<1>(vm, "fspath")?;
        match path.as_str() {
            Some(_) => Ok(path.clone()),
            None => Err(vm.type_error(format!(
                "expected str, bytes or os.PathLike object, not {}",
                vm.type_name(path)
            ))),
        }
    }),
];

pub fn fill(vm: &Rc<Vm>, dict: &Dict) {
    functions::add(vm, dict, "os", FUNCTIONS);
    let paths = Rc::new(Dict::new());
    paths.set_str(vm.names.name.clone(), Value::str("posixpath"));
    path::fill(vm, &paths);
    let path = Value::Module(Rc::new(Module {
        name: vm.intern("posixpath"),
        dict: paths,
    }));
    vm.modules.set_str(vm.intern("os.path"), path.clone());
    functions::set(
        vm,
        dict,
        [
            ("name", Value::str("posix")),
            ("sep", Value::str("/")),
            ("altsep", Value::None),
            ("pathsep", Value::str(":")),
            ("linesep", Value::str("\n")),
            ("curdir", Value::str(".")),
            ("pardir", Value::str("..")),
            ("extsep", Value::str(".")),
            ("devnull", Value::str("/dev/null")),
            ("environ", Value::dict()),
            ("path", path),
            ("error", Value::Type(vm.types.os_error.clone())),
        ],
    );
}

fn getenv(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let values = args.between(vm, "getenv", 1, 2)?;
    let default = values.get(1).cloned().unwrap_or(Value::None);
    let Some(name) = values.first().and_then(Value::as_str) else {
        return Err(vm.type_error("str expected, not something else"));
    };
    let Some(Value::Module(os)) = vm.modules.get_text("os") else {
        return Ok(default);
    };
    let environ = os.dict.get_text("environ");
    let found = environ
        .as_ref()
        .and_then(Value::as_dict)
        .and_then(|dict| dict.get_str(name));
    Ok(found.unwrap_or(default))
}

fn urandom(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [count] = args.exactly::<1>(vm, "urandom")?;
    let count = index::try_size(vm, count)?.unwrap_or(0);
    if count < 0 {
        return Err(vm.value_error("negative argument not allowed"));
    }
    let count = switchboard_pyfmt::count(count);
    vm.allocate(count)?;
    Ok(Value::bytes(mersenne::random_bytes(vm, count)))
}
