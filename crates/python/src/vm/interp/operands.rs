//! The operand stack of a frame, and what lies there for the instructions that need more than its top.

use crate::bytecode::Op;
use crate::object::{Str, Value};
use crate::vm::frame::Frame;

/// The top of the operand stack, taken.
#[inline]
pub(super) fn pop(frame: &mut Frame) -> Value {
    frame.slots.pop().unwrap_or_default()
}

/// The two topmost values, taken; the top is the last.
#[inline]
pub(super) fn pop2(frame: &mut Frame) -> [Value; 2] {
    let b = pop(frame);
    [pop(frame), b]
}

/// The three topmost values, taken; the top is the last.
pub(super) fn pop3(frame: &mut Frame) -> [Value; 3] {
    let c = pop(frame);
    let [a, b] = pop2(frame);
    [a, b, c]
}

/// The value `n` below the top of the operand stack.
pub(super) fn below(frame: &Frame, n: usize) -> Value {
    frame
        .slots
        .len()
        .checked_sub(n + 1)
        .and_then(|at| frame.slots.get(at))
        .cloned()
        .unwrap_or_default()
}

/// The value that instructions such as `ListAppend(depth)` mean: `depth` 1 is the top.
pub(super) fn at_depth(frame: &Frame, depth: u16) -> &Value {
    let at = frame.slots.len().wrapping_sub(usize::from(depth));
    frame.slots.get(at).unwrap_or(&Value::Empty)
}

/// Takes the topmost values off the operand stack, in order.
pub(super) fn take(frame: &mut Frame, count: usize) -> Vec<Value> {
    let at = frame.slots.len().saturating_sub(count);
    frame.slots.split_off(at)
}

/// What is in the cell of this slot.
pub(super) fn deref(frame: &Frame, slot: u16) -> Value {
    match &frame.slots[usize::from(slot)] {
        Value::Cell(cell) => cell.get(),
        _ => Value::Empty,
    }
}

/// Whether the list that is being built becomes the arguments of a call (and not a display).
pub(super) fn is_star_argument(rest: &[Op]) -> bool {
    matches!(rest, [Op::ListToTuple, Op::CallArgs | Op::BuildMap(0), ..])
}

/// `s += t` stores its result where `s` came from: empties that place, if the next instruction says which it is
/// and it holds this very value.
pub(super) fn release_target(frame: &mut Frame, next: Option<&Op>, text: &Str) {
    let is_it = |value: &Value| matches!(value, Value::Str(other) if other.is(text));
    match next {
        Some(Op::StoreFast(slot) | Op::FusedStoreFastLoadFast { a: slot, .. }) => {
            if let Some(target) = frame.slots.get_mut(usize::from(*slot))
                && is_it(target)
            {
                *target = Value::Empty;
            }
        }
        Some(Op::StoreGlobal(name) | Op::StoreName(name)) => {
            let name = &frame.code.names[*name as usize];
            let namespace = frame.namespace.as_ref().unwrap_or(&frame.globals);
            if let Some(at) = namespace.find_str(name)
                && is_it(&namespace.value_at(at))
            {
                drop(namespace.replace_at(at, Value::None));
            }
        }
        _ => {}
    }
}
