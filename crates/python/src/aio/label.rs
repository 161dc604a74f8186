//! What the trace calls a task: the call that made its coroutine, `fetch(2, 0.5)`, as a reader of the program
//! would write it.

use crate::object::{Generator, Value};
use crate::vm::Vm;
use crate::vm::frame::{Activation, Frame};
use std::rc::Rc;

/// Arguments longer than this are cut.
const MOST_ARGUMENT: usize = 24;
/// Further arguments are left out.
const MOST_ARGUMENTS: usize = 6;

/// The call as text, while the coroutine has not begun; afterwards its arguments may have been assigned to, and the
/// name alone is given.
pub fn call_text(vm: &Rc<Vm>, coroutine: &Generator) -> String {
    let mut text = coroutine.name.borrow().to_string();
    if let Some(Activation::Python(frame)) = &*coroutine.frame.borrow()
        && frame.pc == 0
    {
        text.push('(');
        text.push_str(&arguments(vm, frame));
        text.push(')');
    }
    text
}

fn arguments(vm: &Rc<Vm>, frame: &Frame) -> String {
    let count = frame.code.arg_count();
    let names = frame.code.locals.iter().map(|name| name.as_str());
    let is_receiver = |(index, name): &(usize, &str)| *index == 0 && matches!(*name, "self" | "cls");
    let given = names
        .take(count)
        .enumerate()
        .filter(|argument| !is_receiver(argument));
    let mut texts: Vec<String> = given
        .take(MOST_ARGUMENTS + 1)
        .map(|(index, name)| argument(vm, frame.slots.get(index), name))
        .collect();
    if texts.len() > MOST_ARGUMENTS {
        texts.truncate(MOST_ARGUMENTS);
        texts.push("…".to_owned());
    }
    texts.join(", ")
}

/// A plain value as it is written; anything else by the name of its parameter.
fn argument(vm: &Rc<Vm>, value: Option<&Value>, name: &str) -> String {
    let value = match value {
        Some(Value::Cell(cell)) => cell.get(),
        Some(value) => value.clone(),
        None => return name.to_owned(),
    };
    let is_plain = match &value {
        Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_) => true,
        Value::Str(text) => text.len() <= 4 * MOST_ARGUMENT,
        _ => false,
    };
    let text = is_plain.then(|| vm.unnoticed(|| crate::vm::protocol::text::try_repr(vm, &value)));
    match text {
        Some(Ok(Some(text))) => shortened(&text),
        _ => name.to_owned(),
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST_ARGUMENT) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default()),
        None => text.to_owned(),
    }
}
