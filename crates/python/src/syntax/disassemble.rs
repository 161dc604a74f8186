//! Bytecode as text, for the command line and for tests.

use super::stack::target;
use crate::bytecode::{Code, Const, Op};
use std::fmt::Write;

/// The instructions of a code object and of those inside it, one a line: index, operation, what the operand means.
/// Jump targets are marked with `>`.
#[must_use]
pub fn disassemble(code: &Code) -> String {
    let mut text = String::new();
    let mut pending = vec![code];
    while let Some(code) = pending.pop() {
        write_code(&mut text, code);
        let inner: Vec<&Code> = code
            .consts
            .iter()
            .filter_map(|constant| match constant {
                Const::Code(code) => Some(&**code),
                _ => None,
            })
            .collect();
        pending.extend(inner.into_iter().rev());
    }
    text
}

// Writing to a String cannot fail, so that the results of `write!` carry nothing.
fn write_code(text: &mut String, code: &Code) {
    let _ = writeln!(
        text,
        "{} ({:?}, stack {})",
        code.qualname, code.kind, code.max_stack
    );
    for (title, names) in [("locals", &code.locals), ("frees", &code.frees)] {
        if !names.is_empty() {
            let _ = writeln!(text, "  {title}: {}", names.join(", "));
        }
    }
    let mut is_target = vec![false; code.ops.len()];
    let jumps = code.ops.iter().filter_map(|op| target(*op));
    for label in jumps.chain(code.handlers.iter().map(|handler| handler.target)) {
        if let Some(mark) = is_target.get_mut(label as usize) {
            *mark = true;
        }
    }
    for (index, (op, is_target)) in code.ops.iter().zip(is_target).enumerate() {
        let mark = if is_target { '>' } else { ' ' };
        let _ = write!(text, "{mark}{index:4} {op:?}");
        let note = meaning(code, *op);
        if !note.is_empty() {
            let _ = write!(text, "  ; {note}");
        }
        text.push('\n');
    }
    for handler in &code.handlers {
        let _ = writeln!(
            text,
            "  {}..{} -> {} depth {}",
            handler.start, handler.end, handler.target, handler.depth
        );
    }
}

/// What an operand stands for: a name or a constant.
fn meaning(code: &Code, op: Op) -> String {
    let name = |index: u32| code.names.get(index as usize).map_or("?", |name| name).to_owned();
    let slot = |slot: u16| {
        let names = code.locals.iter().chain(&code.frees);
        names
            .into_iter()
            .nth(usize::from(slot))
            .map_or("?", |name| name)
            .to_owned()
    };
    match op {
        Op::Const(index) => code
            .consts
            .get(index as usize)
            .map_or_else(|| "?".to_owned(), show),
        Op::CallKw { names, .. } | Op::CallMethodKw { names, .. } => code
            .consts
            .get(names as usize)
            .map_or_else(|| "?".to_owned(), show),
        Op::MakeFunction { code: index, .. } => code
            .consts
            .get(index as usize)
            .map_or_else(|| "?".to_owned(), show),
        Op::LoadFast(index) | Op::StoreFast(index) | Op::DeleteFast(index) | Op::ClearFast(index) => {
            slot(index)
        }
        Op::MakeCell(index) | Op::LoadDeref(index) | Op::StoreDeref(index) | Op::DeleteDeref(index) => {
            slot(index)
        }
        Op::LoadClosure(index) | Op::LoadClassDeref { slot: index, .. } => slot(index),
        Op::LoadGlobal(index) | Op::StoreGlobal(index) | Op::DeleteGlobal(index) => name(index),
        Op::LoadName(index) | Op::StoreName(index) | Op::DeleteName(index) => name(index),
        Op::LoadAttr(index) | Op::LoadMethod(index) | Op::StoreAttr(index) | Op::DeleteAttr(index) => {
            name(index)
        }
        Op::ImportFrom(index) => name(index),
        Op::ImportName { name: index, .. } => name(u32::from(index)),
        _ => String::new(),
    }
}

fn show(constant: &Const) -> String {
    match constant {
        Const::Code(code) => format!("<code {}>", code.qualname),
        Const::Tuple(items) => {
            let items: Vec<_> = items.iter().map(show).collect();
            format!("({})", items.join(", "))
        }
        Const::FrozenSet(items) => {
            let items: Vec<_> = items.iter().map(show).collect();
            format!("frozenset({})", items.join(", "))
        }
        Const::None => "None".to_owned(),
        Const::Bool(value) => if *value { "True" } else { "False" }.to_owned(),
        Const::Int(value) => value.to_string(),
        Const::BigInt(value) => value.to_string(),
        Const::Float(value) => format!("{value:?}"),
        Const::Imaginary(value) => format!("{value:?}j"),
        Const::Str(value) => format!("{value:?}"),
        Const::Bytes(value) => format!("b{:?}", String::from_utf8_lossy(value)),
        Const::Ellipsis => "...".to_owned(),
    }
}
