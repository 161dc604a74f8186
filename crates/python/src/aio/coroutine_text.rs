//! A task's coroutine in the task's repr: `f() running at program.py:5`.
//!
//! Mirrors `_format_coroutine` of `Lib/asyncio/coroutines.py`.

use crate::object::generator::GeneratorState;
use crate::object::{CodeObject, Str, Value};
use crate::vm::cx::{Cx, Request};
use crate::vm::frame::Activation;
use crate::vm::source::Owner;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// What a coroutine is and where it stands. One that runs stands on the stack, below what it has called.
pub async fn coroutine_repr(cx: &Cx, coroutine: &Value) -> VmResult<String> {
    let Some((name, code)) = running_code(coroutine) else {
        return Ok(coroutine_text(&cx.vm, coroutine));
    };
    let innermost = cx.ask(Request::Frame(0)).await?;
    let own = crate::types::frame::running(&cx.vm, &innermost, &code);
    Ok(match own.as_ref().and_then(crate::types::frame::line_seen) {
        Some(line) => format!("{name}() running at {}:{line}", code.source.name),
        None => coroutine_text(&cx.vm, coroutine),
    })
}

/// The name and the code of a coroutine of the program that runs.
fn running_code(coroutine: &Value) -> Option<(Str, Rc<CodeObject>)> {
    let Value::Generator(generator) = coroutine else {
        return None;
    };
    let code = generator.defined_at.borrow().clone();
    let code = code.filter(|code| code.source.owner == Owner::Program)?;
    let is_running = generator.state.get() == GeneratorState::Running;
    is_running.then(|| (generator.qualname.borrow().clone(), code))
}

/// `f() running at program.py:5`, of a coroutine that does not run.
pub fn coroutine_text(vm: &Vm, coroutine: &Value) -> String {
    let Value::Generator(generator) = coroutine else {
        return format!("<{} without __name__>()", vm.type_name(coroutine));
    };
    let name = format!("{}()", generator.qualname.borrow());
    let frame = generator.frame.borrow();
    match (&*frame, generator.state.get()) {
        (_, GeneratorState::Finished) => match generator.defined_at.borrow().as_ref() {
            Some(code) if code.source.owner == Owner::Program => {
                format!(
                    "{name} done, defined at {}:{}",
                    code.source.name, code.code.first_line
                )
            }
            _ => format!("{name} done"),
        },
        (Some(Activation::Python(frame)), state) if frame.code.source.owner == Owner::Program => {
            let line = if state == GeneratorState::Created {
                frame.code.code.first_line
            } else {
                frame.line
            };
            format!("{name} running at {}:{line}", frame.code.source.name)
        }
        (None, GeneratorState::Running) => match generator.defined_at.borrow().as_ref() {
            Some(code) if code.source.owner == Owner::Program => {
                format!("{name} running at {}:{}", code.source.name, vm.place.get())
            }
            _ => format!("{name} running"),
        },
        _ => format!("{name} running"),
    }
}
