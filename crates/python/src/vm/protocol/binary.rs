//! `a + b` and the other binary operators, `a += b`, `divmod` and `pow`.
//!
//! The order in which CPython asks, here for `+`:
//!
//! 1. `a += b` only: `a.__iadd__(b)`.
//! 2. `b.__radd__(a)` if `b`'s class extends `a`'s and overrides that method.
//! 3. `a.__add__(b)`, and then `b.__radd__(a)` if the classes differ.
//! 4. Sequences last: concatenation and repetition are no numeric operators in C.

use super::arithmetic::{self, Number};
use super::at_once::at_once;
use super::index::has_index;
use super::sequences;
use super::special::{Slot, is_refusal, slot};
use crate::bytecode::BinOp;
use crate::object::iter::DictView;
use crate::object::{Exc, Layout, NativeFunction, NativeKind, Str, Value};
use crate::types::generic_alias;
use crate::vm::call::{Args, Flow};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// The result for built-in values; `None` where special methods have to be called. Raises what CPython raises
/// (TypeError: unsupported operand type(s) for +: 'int' and 'str', ZeroDivisionError, OverflowError, MemoryError).
pub fn try_binary(vm: &Rc<Vm>, op: BinOp, a: &Value, b: &Value) -> VmResult<Option<Value>> {
    if let Some(value) = try_quick(vm, op, a, b)? {
        return Ok(Some(value));
    }
    if asks(a) || asks(b) {
        return Ok(None);
    }
    let (a, b) = (a.clone(), b.clone());
    at_once(vm, |cx| async move { binary(&cx, op, &a, &b).await })
}

/// The same for `a op= b`: lists, sets and dicts change in place.
pub fn try_inplace(vm: &Rc<Vm>, op: BinOp, a: &Value, b: &Value) -> VmResult<Option<Value>> {
    match (op, a) {
        (BinOp::Add, Value::List(list)) if !asks(b) => {
            Ok(crate::types::list::try_extend(vm, list, b)?.then(|| a.clone()))
        }
        (_, Value::List(_) | Value::Set(_) | Value::Dict(_)) => Ok(None),
        // A list of the program's own class stays the same object.
        (_, Value::Instance(_)) if matches!(a.base(), Value::List(_)) => Ok(None),
        (_, Value::Instance(_)) if !is_builtin(vm, a, &vm.names.operators.of(op).in_place) => Ok(None),
        _ => match try_quick(vm, op, a, b)? {
            Some(value) => Ok(Some(value)),
            None if asks(a) || asks(b) => Ok(None),
            None => {
                let (a, b) = (a.clone(), b.clone());
                at_once(vm, |cx| async move { inplace(&cx, op, &a, &b).await })
            }
        },
    }
}

pub async fn binary(cx: &Cx, op: BinOp, a: &Value, b: &Value) -> VmResult<Value> {
    if let Some(value) = try_quick(&cx.vm, op, a, b)? {
        return Ok(value);
    }
    let names = cx.vm.names.operators.of(op);
    if let Some(value) = by_methods(cx, Some(op), a, b, &names.plain, &names.reflected).await? {
        return Ok(value);
    }
    match as_sequences(cx, op, a, b).await? {
        Some(value) => Ok(value),
        None => Err(unsupported(&cx.vm, symbol(op), a, b)),
    }
}

pub async fn inplace(cx: &Cx, op: BinOp, a: &Value, b: &Value) -> VmResult<Value> {
    let vm = &cx.vm;
    let names = vm.names.operators.of(op);
    if let Some(answer) = ask(cx, Some(op), a, &names.in_place, b).await? {
        return Ok(answer);
    }
    // The quick way would make a new list.
    if !matches!(a.base(), Value::List(_))
        && let Some(value) = try_quick(vm, op, a, b)?
    {
        return Ok(value);
    }
    if let Some(value) = by_methods(cx, Some(op), a, b, &names.plain, &names.reflected).await? {
        return Ok(value);
    }
    // What concatenates in place: `list.__iadd__` and the like.
    if let Some(Value::Native(native)) = vm.lookup(vm.type_of(a), &names.in_place)
        && is_sequence_method(vm, op, &native)
    {
        if op == BinOp::Mul && !has_index(vm, b) {
            return Err(crate::types::list::bad_repetitions(vm, b));
        }
        return call_native(cx, &native, &[a.clone(), b.clone()]).await;
    }
    match as_sequences(cx, op, a, b).await? {
        Some(value) => Ok(value),
        None => Err(unsupported(vm, &format!("{}=", plain_symbol(op)), a, b)),
    }
}

/// `divmod(a, b)`.
pub async fn divmod(cx: &Cx, a: &Value, b: &Value) -> VmResult<Value> {
    let vm = &cx.vm;
    let reflected = vm.intern("__rdivmod__");
    if is_builtin(vm, a, &vm.names.divmod)
        && is_builtin(vm, b, &reflected)
        && let (Some(x), Some(y)) = (Number::of(a), Number::of(b))
        && let Some(value) = arithmetic::divmod(vm, x, y)?
    {
        return Ok(value);
    }
    match by_methods(cx, None, a, b, &vm.names.divmod, &reflected).await? {
        Some(value) => Ok(value),
        None => Err(unsupported(vm, "divmod()", a, b)),
    }
}

/// `pow(a, b, modulus)`; a modulus of None counts as none.
pub async fn power(cx: &Cx, a: &Value, b: &Value, modulus: &Value) -> VmResult<Value> {
    let vm = &cx.vm;
    if modulus.is_none() {
        return binary(cx, BinOp::Pow, a, b).await;
    }
    let name = &vm.names.operators.of(BinOp::Pow).plain;
    if let (Some(x), Some(y), Some(m)) = (
        arithmetic::int_of(a),
        arithmetic::int_of(b),
        arithmetic::int_of(modulus),
    ) && is_builtin(vm, a, name)
    {
        return arithmetic::power_modulo(vm, x, y, m);
    }
    if !is_builtin(vm, a, name)
        && let Some(answer) = cx.special(a, name, vec![b.clone(), modulus.clone()]).await?
        && !is_refusal(&answer)
    {
        return Ok(answer);
    }
    let has = |wanted: fn(&Value) -> bool| [a, b, modulus].into_iter().any(|value| wanted(value.base()));
    if has(|value| matches!(value, Value::Complex(_))) {
        return Err(vm.value_error("complex modulo"));
    }
    if has(|value| matches!(value, Value::Float(_))) {
        return Err(vm.type_error("pow() 3rd argument not allowed unless all arguments are integers"));
    }
    Err(vm.type_error(format!(
        "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'",
        vm.type_name(a),
        vm.type_name(b),
        vm.type_name(modulus)
    )))
}

/// Numbers, text and sequences whose classes do not override the operator.
fn try_quick(vm: &Rc<Vm>, op: BinOp, a: &Value, b: &Value) -> VmResult<Option<Value>> {
    let names = vm.names.operators.of(op);
    if !is_builtin(vm, a, &names.plain) || !is_builtin(vm, b, &names.reflected) {
        return Ok(None);
    }
    let (a, b) = (a.base(), b.base());
    if let (Value::Bool(a), Value::Bool(b)) = (a, b) {
        match op {
            BinOp::And => return Ok(Some(Value::Bool(a & b))),
            BinOp::Or => return Ok(Some(Value::Bool(a | b))),
            BinOp::Xor => return Ok(Some(Value::Bool(a ^ b))),
            _ => {}
        }
    }
    if let (Some(a), Some(b)) = (Number::of(a), Number::of(b)) {
        return arithmetic::binary(vm, op, a, b);
    }
    match (op, a, b) {
        (BinOp::Add, _, _) => sequences::try_concat(vm, a, b),
        (BinOp::Mul, _, Value::Int(times)) => sequences::try_repeat(vm, a, *times),
        (BinOp::Mul, Value::Int(times), _) => sequences::try_repeat(vm, b, *times),
        _ => Ok(None),
    }
}

/// Whether an operator's special method may run Python code that can't be run twice.
fn asks(value: &Value) -> bool {
    match value {
        Value::Instance(instance) => instance.native::<DictView>().is_none(),
        Value::Type(class) => class.metaclass.is_some(),
        Value::Iter(_) | Value::Generator(_) => true,
        _ => false,
    }
}

/// Whether the class of a value leaves a special method as the built-in type has it.
fn is_builtin(vm: &Vm, value: &Value, name: &Str) -> bool {
    match value {
        Value::Instance(_) => matches!(slot(vm, value, name), Slot::Builtin),
        _ => true,
    }
}

/// Steps 2 and 3: the answer of the first method that does not say NotImplemented.
async fn by_methods(
    cx: &Cx,
    op: Option<BinOp>,
    a: &Value,
    b: &Value,
    plain: &Str,
    reflected: &Str,
) -> VmResult<Option<Value>> {
    let vm = &cx.vm;
    let (left, right) = (vm.type_of(a).clone(), vm.type_of(b).clone());
    let differ = !Rc::ptr_eq(&left, &right);
    let overrides = || match (vm.lookup(&left, reflected), vm.lookup(&right, reflected)) {
        (Some(left), Some(right)) => !left.is(&right),
        (None, right) => right.is_some(),
        (Some(_), None) => false,
    };
    let right_first = differ && right.is_subclass_of(&left) && overrides();
    if right_first && let Some(answer) = ask(cx, op, b, reflected, a).await? {
        return Ok(Some(answer));
    }
    if let Some(answer) = ask(cx, op, a, plain, b).await? {
        return Ok(Some(answer));
    }
    if differ && !right_first {
        return ask(cx, op, b, reflected, a).await;
    }
    Ok(None)
}

/// Calls one method. `None` if there is none, or if it says NotImplemented.
async fn ask(
    cx: &Cx,
    op: Option<BinOp>,
    object: &Value,
    name: &Str,
    other: &Value,
) -> VmResult<Option<Value>> {
    let vm = &cx.vm;
    let answer = match vm.lookup(vm.type_of(object), name) {
        None => return Ok(None),
        Some(Value::Native(native)) => {
            if op.is_some_and(|op| is_sequence_method(vm, op, &native)) {
                return Ok(None);
            }
            call_native(cx, &native, &[object.clone(), other.clone()]).await?
        }
        Some(_) => match cx.special(object, name, vec![other.clone()]).await? {
            Some(answer) => answer,
            None => return Ok(None),
        },
    };
    Ok((!is_refusal(&answer)).then_some(answer))
}

/// A native method, run inside the frame that calls it.
async fn call_native(cx: &Cx, native: &NativeFunction, values: &[Value]) -> VmResult<Value> {
    let args = Args::positional_only(values);
    let flow = match native.kind {
        NativeKind::Plain(function) => return function(&cx.vm, args),
        NativeKind::Flow(function) => function(&cx.vm, args)?,
    };
    match flow {
        Flow::Value(value) => Ok(value),
        Flow::Run(frame) => frame.await,
        Flow::Call(callable, args) => cx.call(&callable, args).await,
        Flow::CallNamed(callable, args, names) => cx.call_named(&callable, args, names).await,
        Flow::Resume(generator, sent) => cx.resume(&generator, sent).await,
        Flow::Block(block) => cx.ask(crate::vm::cx::Request::Block(block)).await,
    }
}

/// Step 4.
async fn as_sequences(cx: &Cx, op: BinOp, a: &Value, b: &Value) -> VmResult<Option<Value>> {
    let vm = &cx.vm;
    let names = vm.names.operators.of(op);
    let method = |value: &Value, name: &Str| match vm.lookup(vm.type_of(value), name) {
        Some(Value::Native(native)) if is_sequence_method(vm, op, &native) => Some(native),
        _ => None,
    };
    match op {
        BinOp::Add => match method(a, &names.plain) {
            Some(native) => call_native(cx, &native, &[a.clone(), b.clone()]).await.map(Some),
            None => Ok(None),
        },
        BinOp::Mul => {
            let (native, sequence, times) = match (method(a, &names.plain), method(b, &names.reflected)) {
                (Some(native), _) => (native, a, b),
                (None, Some(native)) => (native, b, a),
                (None, None) => return Ok(None),
            };
            if !has_index(vm, times) {
                return Err(crate::types::list::bad_repetitions(vm, times));
            }
            call_native(cx, &native, &[sequence.clone(), times.clone()])
                .await
                .map(Some)
        }
        BinOp::Or if matches!(a, Value::Type(_)) || matches!(b, Value::Type(_)) => {
            Ok(generic_alias::union(vm, a, b))
        }
        _ => Ok(None),
    }
}

/// Whether a native method concatenates or repeats a sequence.
fn is_sequence_method(vm: &Vm, op: BinOp, native: &NativeFunction) -> bool {
    let is_number = |layout| {
        matches!(
            layout,
            Layout::Int | Layout::Bool | Layout::Float | Layout::Complex
        )
    };
    match (op, native.owner()) {
        (BinOp::Add | BinOp::Mul, Some(owner)) => {
            !is_number(owner.layout) && !Rc::ptr_eq(&owner, &vm.types.object)
        }
        _ => false,
    }
}

/// `+`, and `** or pow()`.
fn symbol(op: BinOp) -> &'static str {
    match op {
        BinOp::Pow => "** or pow()",
        _ => plain_symbol(op),
    }
}

fn plain_symbol(op: BinOp) -> &'static str {
    match op {
        BinOp::Add => "+",
        BinOp::Sub => "-",
        BinOp::Mul => "*",
        BinOp::MatMul => "@",
        BinOp::TrueDiv => "/",
        BinOp::FloorDiv => "//",
        BinOp::Mod => "%",
        BinOp::Pow => "**",
        BinOp::LShift => "<<",
        BinOp::RShift => ">>",
        BinOp::And => "&",
        BinOp::Or => "|",
        BinOp::Xor => "^",
    }
}

fn unsupported(vm: &Vm, symbol: &str, a: &Value, b: &Value) -> Exc {
    let hint = match a {
        Value::Native(native) if native.name == "print" && symbol == ">>" => {
            ". Did you mean \"print(<message>, file=<output_stream>)\"?"
        }
        _ => "",
    };
    vm.type_error(format!(
        "unsupported operand type(s) for {symbol}: '{}' and '{}'{hint}",
        vm.type_name(a),
        vm.type_name(b)
    ))
}
