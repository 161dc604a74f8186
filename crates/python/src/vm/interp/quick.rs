//! The cases of arithmetic, comparison and iteration that most programs spend their time in.

use crate::bytecode::{BinOp, CmpOp};
use crate::object::iter::IterState;
use crate::object::{Iter, Value};
use crate::vm::protocol::compare::LONG_TEXT;

/// Arithmetic on small numbers. `None`: the general way.
#[inline(always)]
pub(super) fn quick_binary(op: BinOp, a: &Value, b: &Value) -> Option<Value> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => match op {
            BinOp::Add => a.checked_add(*b).map(Value::Int),
            BinOp::Sub => a.checked_sub(*b).map(Value::Int),
            BinOp::Mul => a.checked_mul(*b).map(Value::Int),
            BinOp::And => Some(Value::Int(a & b)),
            BinOp::Or => Some(Value::Int(a | b)),
            BinOp::Xor => Some(Value::Int(a ^ b)),
            BinOp::FloorDiv if *b > 0 => Some(Value::Int(a.div_euclid(*b))),
            BinOp::Mod if *b > 0 => Some(Value::Int(a.rem_euclid(*b))),
            _ => None,
        },
        (Value::Float(a), Value::Float(b)) => match op {
            BinOp::Add => Some(Value::Float(a + b)),
            BinOp::Sub => Some(Value::Float(a - b)),
            BinOp::Mul => Some(Value::Float(a * b)),
            BinOp::TrueDiv if *b != 0.0 => Some(Value::Float(a / b)),
            _ => None,
        },
        _ => None,
    }
}

/// Comparison of small numbers and equality of strings. `None`: the general way.
#[inline(always)]
pub(super) fn quick_compare(op: CmpOp, a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(holds(op, a, b)),
        (Value::Float(a), Value::Float(b)) => Some(holds(op, a, b)),
        (Value::Str(a), Value::Str(b)) if a.len() <= LONG_TEXT => match op {
            CmpOp::Eq => Some(a == b),
            CmpOp::Ne => Some(a != b),
            _ => None,
        },
        _ => None,
    }
}

#[inline(always)]
fn holds<T: PartialOrd>(op: CmpOp, a: &T, b: &T) -> bool {
    match op {
        CmpOp::Lt => a < b,
        CmpOp::Le => a <= b,
        CmpOp::Eq => a == b,
        CmpOp::Ne => a != b,
        CmpOp::Gt => a > b,
        CmpOp::Ge => a >= b,
    }
}

/// The truth of a bool, None or a small number. `None`: the general way.
#[inline(always)]
pub(super) fn quick_truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(*truth),
        Value::None => Some(false),
        Value::Int(int) => Some(*int != 0),
        _ => None,
    }
}

/// The item of a list or tuple at an index that does not count from the end. `None`: the general way.
#[inline(always)]
pub(super) fn quick_item(object: &Value, index: i64) -> Option<Value> {
    let index = usize::try_from(index).ok()?;
    match object {
        Value::List(list) => list.get(index),
        Value::Tuple(tuple) => tuple.get(index).cloned(),
        _ => None,
    }
}

/// Takes the topmost value away.
#[inline(always)]
pub(super) fn discard_top(slots: &mut Vec<Value>) {
    slots.pop().unwrap_or_default().let_go();
}

/// Puts a value into a slot, for the one that is there.
#[inline(always)]
pub(super) fn put(slots: &mut [Value], slot: u16, value: Value) {
    std::mem::replace(&mut slots[usize::from(slot)], value).let_go();
}

/// Puts a result in the place of the two topmost values.
#[inline(always)]
pub(super) fn replace_operands(slots: &mut Vec<Value>, result: Value) {
    discard_top(slots);
    if let Some(top) = slots.last_mut() {
        std::mem::replace(top, result).let_go();
    }
}

/// The next item of the iterators that most loops use. `None`: the general way.
#[inline(always)]
pub(super) fn quick_next(iter: &Iter) -> Option<Value> {
    match &mut *iter.state.borrow_mut() {
        IterState::Range { next, step, left } if *left > 0 => {
            let item = *next;
            *left -= 1;
            *next = next.wrapping_add(*step);
            Some(Value::Int(item))
        }
        IterState::List { list, at } => {
            let item = list.get(*at)?;
            *at += 1;
            Some(item)
        }
        _ => None,
    }
}
