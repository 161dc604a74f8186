//! `print` and `input`.

use crate::object::{Str, Value};
use crate::vm::call::{Args, Flow, NativeDef, Signature, flow};
use crate::vm::cx::Cx;
use crate::vm::protocol::text::try_str;
use crate::vm::{Stream, Vm, VmResult};
use std::rc::Rc;

pub const FUNCTIONS: &[NativeDef] = &[flow("print", print), flow("input", input)];

/// What `print` was asked for.
struct Printing {
    values: Vec<Value>,
    sep: Str,
    end: Str,
    /// Where to; `None` for the program's standard output.
    file: Option<Value>,
    flush: Option<Value>,
}

fn print(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    const SIGNATURE: Signature = Signature {
        function: "print",
        params: &["sep", "end", "file", "flush"],
        posonly: 0,
        positional: 0,
        required: 0,
    };
    let positional = args.positional();
    let keywords = Args {
        values: args.values.get(positional.len()..).unwrap_or_default(),
        names: args.names,
    };
    let [sep, end, file, flush] = keywords.bind::<4>(vm, &SIGNATURE)?;
    let printing = Printing {
        values: positional.to_vec(),
        sep: text_or(vm, sep, "sep", " ")?,
        end: text_or(vm, end, "end", "\n")?,
        file: file
            .filter(|file| !file.is_none())
            .or_else(|| replaced_stdout(vm)),
        flush,
    };
    vm.charge(PRINT_COST)?;
    if printing.file.is_none()
        && let Some(text) = line_at_once(vm, &printing)?
    {
        vm.allocate(text.len())?;
        vm.write(Stream::Stdout, &text);
        return Ok(Flow::Value(Value::None));
    }
    Flow::start(vm, |cx| async move {
        print_with(&cx, printing).await?;
        Ok(Value::None)
    })
}

/// What a call of `print` takes, in instructions.
const PRINT_COST: usize = 20;

fn text_or(vm: &Rc<Vm>, given: Option<Value>, name: &str, default: &str) -> VmResult<Str> {
    match given {
        None | Some(Value::None) => Ok(vm.intern(default)),
        Some(value) => match value.as_str() {
            Some(text) => Ok(text.clone()),
            None => Err(vm.type_error(format!(
                "{name} must be None or a string, not {}",
                vm.type_name(&value)
            ))),
        },
    }
}

/// `sys.stdout`, if the program has put something else there.
fn replaced_stdout(vm: &Vm) -> Option<Value> {
    let Some(Value::Module(sys)) = vm.modules.get_text("sys") else {
        return None;
    };
    let now = sys.dict.get_text("stdout")?;
    match sys.dict.get_text("__stdout__") {
        Some(original) if original.is(&now) => None,
        _ => Some(now),
    }
}

fn line_at_once(vm: &Rc<Vm>, printing: &Printing) -> VmResult<Option<String>> {
    let mut line = String::new();
    for (position, value) in printing.values.iter().enumerate() {
        if position > 0 {
            line.push_str(&printing.sep);
        }
        match try_str(vm, value)? {
            Some(text) => {
                // As it grows the line may be there twice.
                vm.reserve((line.len() + text.len() + printing.sep.len()).saturating_mul(2))?;
                line.push_str(&text);
            }
            None => return Ok(None),
        }
    }
    line.push_str(&printing.end);
    Ok(Some(line))
}

async fn print_with(cx: &Cx, printing: Printing) -> VmResult<()> {
    let Some(file) = &printing.file else {
        // CPython writes each piece as soon as it has it: what a `__str__` prints comes between them.
        for (position, value) in printing.values.iter().enumerate() {
            if position > 0 {
                cx.vm.write(Stream::Stdout, &printing.sep);
            }
            let text = cx.str(value).await?;
            cx.vm.write(Stream::Stdout, &text);
            cx.charge(PRINT_COST + text.len() / 32).await?;
        }
        cx.vm.write(Stream::Stdout, &printing.end);
        return Ok(());
    };
    let write = cx.getattr(file, &cx.vm.names.write).await?;
    for (position, value) in printing.values.iter().enumerate() {
        if position > 0 {
            cx.call(&write, vec![Value::Str(printing.sep.clone())]).await?;
        }
        let text = cx.str(value).await?;
        cx.call(&write, vec![Value::Str(text)]).await?;
    }
    cx.call(&write, vec![Value::Str(printing.end.clone())]).await?;
    if let Some(flush) = &printing.flush
        && cx.truth(flush).await?
    {
        cx.method(file, "flush", Vec::new()).await?;
    }
    Ok(())
}

/// There is nobody to answer: EOFError, after the prompt.
fn input(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let prompt = args.between(vm, "input", 0, 1)?.first().cloned();
    Flow::start(vm, |cx| async move {
        if let Some(prompt) = prompt {
            let text = cx.str(&prompt).await?;
            cx.vm.write(Stream::Stdout, &text);
        }
        Err(cx.vm.exc(&cx.vm.types.eof_error, "EOF when reading a line"))
    })
}
