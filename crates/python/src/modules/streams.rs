//! `sys.stdin`, `sys.stdout` and `sys.stderr`.

use crate::object::function::{Getter, native_state};
use crate::object::{Instance, Value};
use crate::types::receiver;
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::{Stream, Vm, VmResult};
use std::rc::Rc;

/// Which stream an object stands for.
#[derive(Clone, Copy)]
pub enum Standard {
    /// Empty: there is nobody to type.
    Input,
    Output(Stream),
}

pub const METHODS: &[NativeDef] = &[
    plain("write", write),
    flow("writelines", writelines),
    plain("flush", |vm, args| own(vm, args, "flush").map(|_| Value::None)),
    plain("close", |vm, args| own(vm, args, "close").map(|_| Value::None)),
    plain("isatty", |vm, args| {
        own(vm, args, "isatty").map(|_| Value::Bool(false))
    }),
    plain("seekable", |vm, args| {
        own(vm, args, "seekable").map(|_| Value::Bool(false))
    }),
    plain("readable", |vm, args| {
        let (stream, _) = own(vm, args, "readable")?;
        Ok(Value::Bool(matches!(stream, Standard::Input)))
    }),
    plain("writable", |vm, args| {
        let (stream, _) = own(vm, args, "writable")?;
        Ok(Value::Bool(matches!(stream, Standard::Output(_))))
    }),
    plain("fileno", |vm, args| {
        let (stream, _) = own(vm, args, "fileno")?;
        Ok(Value::Int(match stream {
            Standard::Input => 0,
            Standard::Output(Stream::Stdout) => 1,
            Standard::Output(Stream::Stderr) => 2,
        }))
    }),
    plain("reconfigure", |_, _| Ok(Value::None)),
    plain("read", |vm, args| nothing(vm, args, "read")),
    plain("readline", |vm, args| nothing(vm, args, "readline")),
    plain("readlines", |vm, args| {
        nothing(vm, args, "readlines")?;
        Ok(Value::list(Vec::new()))
    }),
    plain("__iter__", |vm, args| {
        own(vm, args, "__iter__")?;
        Ok(args.receiver().0.clone())
    }),
    plain("__next__", |vm, args| {
        nothing(vm, args, "__next__")?;
        Err(vm.stop_iteration(Value::None))
    }),
    plain("__repr__", |vm, args| {
        let (stream, _) = own(vm, args, "__repr__")?;
        let mode = match stream {
            Standard::Input => 'r',
            Standard::Output(_) => 'w',
        };
        let name = name(stream);
        Ok(Value::str(format!(
            "<_io.TextIOWrapper name='{name}' mode='{mode}' encoding='utf-8'>"
        )))
    }),
];

pub const GETTERS: &[Getter] = &[
    part("encoding", |_, _| Ok(Value::str("utf-8"))),
    part("errors", |_, _| Ok(Value::str("strict"))),
    part("closed", |_, _| Ok(Value::Bool(false))),
    part("line_buffering", |_, _| Ok(Value::Bool(false))),
    part("newlines", |_, _| Ok(Value::None)),
    part("name", |_, value| {
        Ok(native_state::<Standard>(value).map_or(Value::None, |stream| Value::str(name(*stream))))
    }),
    part("mode", |_, value| {
        Ok(Value::str(match native_state::<Standard>(value) {
            Some(Standard::Input) => "r",
            _ => "w",
        }))
    }),
    // Bytes that are written are decoded: the stream itself takes them.
    part("buffer", |_, value| Ok(value.clone())),
];

/// The object of a stream.
pub fn object(vm: &Vm, stream: Standard) -> Value {
    Value::Instance(Instance::with_native(&vm.native_types.stream, stream))
}

const fn part(name: &'static str, get: fn(&Rc<Vm>, &Value) -> VmResult<Value>) -> Getter {
    Getter { name, get, set: None }
}

fn name(stream: Standard) -> &'static str {
    match stream {
        Standard::Input => "<stdin>",
        Standard::Output(Stream::Stdout) => "<stdout>",
        Standard::Output(Stream::Stderr) => "<stderr>",
    }
}

fn own<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(Standard, Args<'a>)> {
    let (object, rest) = receiver::first(vm, args, "TextIOWrapper", method)?;
    match native_state::<Standard>(object) {
        Some(stream) => Ok((*stream, rest)),
        None => Err(receiver::wrong_receiver(vm, object, "_io.TextIOWrapper", method)),
    }
}

fn output(vm: &Vm, stream: Standard) -> VmResult<Stream> {
    match stream {
        Standard::Output(stream) => Ok(stream),
        // io.UnsupportedOperation is an OSError.
        Standard::Input => Err(vm.exc(&vm.types.os_error, "not writable")),
    }
}

fn write(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (stream, rest) = own(vm, args, "write")?;
    let [text] = rest.exactly::<1>(vm, "TextIOWrapper.write")?;
    let to = output(vm, stream)?;
    if let Some(text) = text.as_str() {
        vm.write(to, text);
        return Ok(Value::size(text.char_len()));
    }
    match crate::types::bytes::bytes_of(text) {
        Some(data) => {
            vm.write(to, &String::from_utf8_lossy(&data));
            Ok(Value::size(data.len()))
        }
        None => Err(vm.type_error(format!(
            "write() argument must be str, not {}",
            vm.type_name(text)
        ))),
    }
}

fn writelines(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (stream, rest) = own(vm, args, "writelines")?;
    let [lines] = rest.exactly::<1>(vm, "TextIOWrapper.writelines")?.clone();
    let to = output(vm, stream)?;
    Flow::start(vm, move |cx| async move {
        let iterator = cx.iter(&lines).await?;
        while let Some(line) = cx.next(&iterator).await? {
            match line.as_str() {
                Some(line) => cx.vm.write(to, line),
                None => {
                    return Err(cx.vm.type_error(format!(
                        "write() argument must be str, not {}",
                        cx.vm.type_name(&line)
                    )));
                }
            }
        }
        Ok(Value::None)
    })
}

fn nothing(vm: &Rc<Vm>, args: Args<'_>, method: &str) -> VmResult<Value> {
    let (stream, _) = own(vm, args, method)?;
    match stream {
        Standard::Input => Ok(Value::str("")),
        Standard::Output(_) => Err(vm.exc(&vm.types.os_error, "not readable")),
    }
}
