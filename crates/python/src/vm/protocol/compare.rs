//! `==`, `<` and the others, and `hash(x)`.

use super::special::{Slot, is_refusal, slot};
use crate::bytecode::CmpOp;
use crate::object::compare::{self, Hashed};
use crate::object::dict::Probe;
use crate::object::{Dict, NativeFunction, NativeKind, Set, Str, Value, work};
use crate::vm::call::{Args, Flow};
use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::cmp::Ordering;
use std::rc::Rc;
use switchboard_pyfmt::{IntRef, hash as hashes, int_float, int_ops};

/// Nested sequences are ordered at most this deep on the Rust stack.
const MAX_DEPTH: u32 = 50;

/// Comparing strings beyond this length counts as more than an instruction.
pub const LONG_TEXT: usize = 4096;

/// The comparison of built-in values; `None` where special methods have to be called.
#[inline]
pub fn try_compare(vm: &Rc<Vm>, op: CmpOp, a: &Value, b: &Value) -> VmResult<Option<Value>> {
    let answer = match (a, b) {
        (Value::Int(a), Value::Int(b)) => holds(op, a.cmp(b)),
        (Value::Str(a), Value::Str(b)) => {
            if a.len() > LONG_TEXT {
                vm.scan(a.len().min(b.len()))?;
            }
            match op {
                CmpOp::Eq => a == b,
                CmpOp::Ne => a != b,
                _ => holds(op, a.as_str().cmp(b.as_str())),
            }
        }
        (Value::Float(a), Value::Float(b)) => partially_holds(op, a.partial_cmp(b)),
        _ => return try_compare_any(vm, op, a, b),
    };
    Ok(Some(Value::Bool(answer)))
}

/// `a op b`: whatever the special methods answer. TypeError if neither side knows.
pub async fn compare(cx: &Cx, op: CmpOp, a: &Value, b: &Value) -> VmResult<Value> {
    let vm = &cx.vm;
    if let Some(answer) = try_compare(vm, op, a, b)? {
        return Ok(answer);
    }
    let (left, right) = (vm.type_of(a).clone(), vm.type_of(b).clone());
    // The method of a subclass goes first, so that it can refine what its base class answers.
    let right_first = !Rc::ptr_eq(&left, &right) && right.is_subclass_of(&left);
    if right_first {
        let answer = ask_one(cx, reflected(op), b, a).await?;
        if !is_refusal(&answer) {
            return Ok(answer);
        }
    }
    let answer = ask_one(cx, op, a, b).await?;
    if !is_refusal(&answer) {
        return Ok(answer);
    }
    if !right_first {
        let answer = ask_one(cx, reflected(op), b, a).await?;
        if !is_refusal(&answer) {
            return Ok(answer);
        }
    }
    match op {
        CmpOp::Eq => Ok(Value::Bool(a.is(b))),
        CmpOp::Ne => Ok(Value::Bool(!a.is(b))),
        _ => Err(not_supported(vm, op, a, b)),
    }
}

/// `a is b or a == b`; `None` where Python code has to run.
pub fn try_equal(vm: &Rc<Vm>, a: &Value, b: &Value) -> VmResult<Option<bool>> {
    if a.is(b) {
        return Ok(Some(true));
    }
    Ok(try_compare(vm, CmpOp::Eq, a, b)?.map(|answer| matches!(answer, Value::Bool(true))))
}

/// `a is b or a == b`.
pub async fn equal(cx: &Cx, a: &Value, b: &Value) -> VmResult<bool> {
    if let Some(answer) = try_equal(&cx.vm, a, b)? {
        return Ok(answer);
    }
    let answer = compare_nested(cx, CmpOp::Eq, a, b).await?;
    cx.truth(&answer).await
}

/// `a.__op__(b)` alone, which may answer NotImplemented: what `super().__eq__(other)` calls.
pub async fn compare_builtin(cx: &Cx, op: CmpOp, a: &Value, b: &Value) -> VmResult<Value> {
    let (a, b) = (a.base(), b.base());
    match (a, b) {
        (Value::List(x), Value::List(y)) => {
            compare_sequences(cx, op, |at| x.get(at), || x.len(), |at| y.get(at), || y.len()).await
        }
        (Value::Tuple(x), Value::Tuple(y)) => {
            let (x, y) = (x.clone(), y.clone());
            compare_sequences(
                cx,
                op,
                |at| x.get(at).cloned(),
                || x.len(),
                |at| y.get(at).cloned(),
                || y.len(),
            )
            .await
        }
        (Value::Dict(x), Value::Dict(y)) if matches!(op, CmpOp::Eq | CmpOp::Ne) => {
            let same = equal_dicts(cx, x, y).await?;
            Ok(Value::Bool(same == (op == CmpOp::Eq)))
        }
        (Value::Set(x) | Value::FrozenSet(x), Value::Set(y) | Value::FrozenSet(y)) => {
            compare_sets(cx, op, x, y).await.map(Value::Bool)
        }
        _ => Ok(refuse_or_bool(compare_at_once(op, a, b, 0))),
    }
}

/// TypeError: unhashable type. `None` where Python code has to run.
#[inline]
pub fn try_hash(vm: &Rc<Vm>, value: &Value) -> VmResult<Option<i64>> {
    let hashed = compare::hash(value);
    if !matches!(value, Value::Int(_) | Value::Str(_) | Value::None) {
        vm.charge(work::take())?;
    }
    match hashed {
        Hashed::Hash(hash) => Ok(Some(hash)),
        Hashed::Unhashable(name) => Err(unhashable(vm, value, name)),
        Hashed::Ask => match slot(vm, value, &vm.names.hash) {
            Slot::Refused => Err(unhashable(vm, value, "object")),
            Slot::Plain(function) => {
                let arguments = [value.clone()];
                let answer = function(vm, Args::positional_only(&arguments))?;
                hash_from_answer(vm, &answer).map(Some)
            }
            _ => Ok(None),
        },
    }
}

pub async fn hash(cx: &Cx, value: &Value) -> VmResult<i64> {
    let vm = &cx.vm;
    if let Some(hash) = try_hash(vm, value)? {
        return Ok(hash);
    }
    match slot(vm, value, &vm.names.hash) {
        Slot::Builtin => match value.base() {
            Value::Tuple(items) => {
                let mut each = Vec::with_capacity(items.len());
                for item in items.iter() {
                    each.push(hash_nested(cx, item).await?);
                }
                Ok(hashes::hash_tuple(each))
            }
            Value::Slice(slice) => {
                let mut each = Vec::with_capacity(3);
                for item in [&slice.start, &slice.stop, &slice.step] {
                    each.push(hash_nested(cx, item).await?);
                }
                Ok(hashes::hash_tuple(each))
            }
            // A class that extends a number or a text, and has a base with a `__hash__` of its own further on.
            other => match compare::hash(other) {
                Hashed::Hash(hash) => Ok(hash),
                _ => Ok(compare::identity_hash(other)),
            },
        },
        _ => match cx.special(value, &vm.names.hash, vec![]).await? {
            Some(answer) => hash_from_answer(vm, &answer),
            None => Ok(compare::identity_hash(value)),
        },
    }
}

/// The operator as messages show it.
pub fn symbol(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Lt => "<",
        CmpOp::Le => "<=",
        CmpOp::Eq => "==",
        CmpOp::Ne => "!=",
        CmpOp::Gt => ">",
        CmpOp::Ge => ">=",
    }
}

fn holds(op: CmpOp, order: Ordering) -> bool {
    match op {
        CmpOp::Lt => order.is_lt(),
        CmpOp::Le => order.is_le(),
        CmpOp::Eq => order.is_eq(),
        CmpOp::Ne => order.is_ne(),
        CmpOp::Gt => order.is_gt(),
        CmpOp::Ge => order.is_ge(),
    }
}

/// The same where NaN may be involved.
fn partially_holds(op: CmpOp, order: Option<Ordering>) -> bool {
    order.map_or(op == CmpOp::Ne, |order| holds(op, order))
}

fn reflected(op: CmpOp) -> CmpOp {
    match op {
        CmpOp::Lt => CmpOp::Gt,
        CmpOp::Le => CmpOp::Ge,
        CmpOp::Gt => CmpOp::Lt,
        CmpOp::Ge => CmpOp::Le,
        same => same,
    }
}

fn method_name(vm: &Vm, op: CmpOp) -> &Str {
    match op {
        CmpOp::Lt => &vm.names.lt,
        CmpOp::Le => &vm.names.le,
        CmpOp::Eq => &vm.names.eq,
        CmpOp::Ne => &vm.names.ne,
        CmpOp::Gt => &vm.names.gt,
        CmpOp::Ge => &vm.names.ge,
    }
}

/// What two built-in values say about each other.
enum AtOnce {
    Answer(bool),
    Refuse,
    Ask,
}

fn try_compare_any(vm: &Rc<Vm>, op: CmpOp, a: &Value, b: &Value) -> VmResult<Option<Value>> {
    let answer = try_compare_counted(vm, op, a, b);
    vm.charge(work::take())?;
    answer
}

fn try_compare_counted(vm: &Rc<Vm>, op: CmpOp, a: &Value, b: &Value) -> VmResult<Option<Value>> {
    if let CmpOp::Eq | CmpOp::Ne = op {
        return Ok(compare::equal(a, b).map(|same| Value::Bool(same == (op == CmpOp::Eq))));
    }
    if asks(vm, op, a) || asks(vm, reflected(op), b) {
        return Ok(None);
    }
    match compare_at_once(op, a.base(), b.base(), 0) {
        AtOnce::Answer(answer) => Ok(Some(Value::Bool(answer))),
        AtOnce::Refuse => Err(not_supported(vm, op, a, b)),
        AtOnce::Ask => Ok(None),
    }
}

/// Whether the object's class may have a say in this comparison.
fn asks(vm: &Vm, op: CmpOp, value: &Value) -> bool {
    match value {
        Value::Instance(_) => !matches!(
            slot(vm, value, method_name(vm, op)),
            Slot::Builtin | Slot::Missing
        ),
        Value::Type(class) => class.metaclass.is_some(),
        _ => false,
    }
}

fn compare_at_once(op: CmpOp, a: &Value, b: &Value, depth: u32) -> AtOnce {
    if depth > MAX_DEPTH {
        return AtOnce::Ask;
    }
    if let Some(order) = compare_numbers(a, b) {
        return AtOnce::Answer(partially_holds(op, order));
    }
    match (a, b) {
        (Value::Str(a), Value::Str(b)) => {
            work::note(a.len().min(b.len()) / 64);
            AtOnce::Answer(holds(op, a.as_str().cmp(b.as_str())))
        }
        (Value::Bytes(a), Value::Bytes(b)) => {
            work::note(a.data.len().min(b.data.len()) / 64);
            AtOnce::Answer(holds(op, a.data.cmp(&b.data)))
        }
        (Value::Tuple(a), Value::Tuple(b)) => sequences_at_once(op, a, b, depth),
        (Value::List(a), Value::List(b)) => a.with(|a| b.with(|b| sequences_at_once(op, a, b, depth))),
        (Value::Set(a) | Value::FrozenSet(a), Value::Set(b) | Value::FrozenSet(b)) => {
            let answer = match op {
                CmpOp::Le => a.is_subset_of(b),
                CmpOp::Lt => a.is_subset_of(b).map(|is| is && a.len() < b.len()),
                CmpOp::Ge => b.is_subset_of(a),
                CmpOp::Gt => b.is_subset_of(a).map(|is| is && b.len() < a.len()),
                CmpOp::Eq => a.equals(b),
                CmpOp::Ne => a.equals(b).map(|same| !same),
            };
            answer.map_or(AtOnce::Ask, AtOnce::Answer)
        }
        _ if matches!(op, CmpOp::Eq | CmpOp::Ne)
            && std::mem::discriminant(a) == std::mem::discriminant(b) =>
        {
            match compare::equal(a, b) {
                Some(same) => AtOnce::Answer(same == (op == CmpOp::Eq)),
                None => AtOnce::Ask,
            }
        }
        (Value::Complex(_), _) | (_, Value::Complex(_)) if matches!(op, CmpOp::Eq | CmpOp::Ne) => {
            match compare::equal(a, b) {
                Some(same) => AtOnce::Answer(same == (op == CmpOp::Eq)),
                None => AtOnce::Ask,
            }
        }
        _ => AtOnce::Refuse,
    }
}

/// So many bits of large ints are compared in the time of an instruction.
const BITS_AT_ONCE: u64 = 512;

/// The order of two real numbers: `Some(None)` if one is NaN, `None` if they are not both numbers.
fn compare_numbers(a: &Value, b: &Value) -> Option<Option<Ordering>> {
    fn int(value: &Value) -> Option<IntRef<'_>> {
        match value {
            Value::Int(i) => Some(IntRef::Small(*i)),
            Value::Bool(b) => Some(IntRef::Small(i64::from(*b))),
            Value::BigInt(big) => Some(IntRef::Big(big)),
            _ => None,
        }
    }
    match (a, b) {
        (Value::Float(a), Value::Float(b)) => Some(a.partial_cmp(b)),
        (Value::Float(a), b) => Some(int_float::compare_int_float(int(b)?, *a).map(Ordering::reverse)),
        (a, Value::Float(b)) => Some(int_float::compare_int_float(int(a)?, *b)),
        (a, b) => {
            if let (Value::BigInt(a), Value::BigInt(b)) = (a, b) {
                work::note((a.bits().min(b.bits()) / BITS_AT_ONCE) as usize);
            }
            Some(Some(int_ops::compare(int(a)?, int(b)?)))
        }
    }
}

fn sequences_at_once(op: CmpOp, a: &[Value], b: &[Value], depth: u32) -> AtOnce {
    work::note(a.len().min(b.len()));
    for (x, y) in a.iter().zip(b) {
        match compare::same_or_equal(x, y) {
            Some(true) => continue,
            Some(false) => {}
            None => return AtOnce::Ask,
        }
        return match op {
            CmpOp::Eq => AtOnce::Answer(false),
            CmpOp::Ne => AtOnce::Answer(true),
            // Refusals too: the complete form words the error.
            _ => match (x, y) {
                (Value::Instance(_) | Value::Type(_), _) | (_, Value::Instance(_) | Value::Type(_)) => {
                    AtOnce::Ask
                }
                _ => match compare_at_once(op, x, y, depth + 1) {
                    AtOnce::Answer(answer) => AtOnce::Answer(answer),
                    AtOnce::Refuse | AtOnce::Ask => AtOnce::Ask,
                },
            },
        };
    }
    AtOnce::Answer(holds(op, a.len().cmp(&b.len())))
}

/// `a.__op__(b)`; NotImplemented if the class does not say.
async fn ask_one(cx: &Cx, op: CmpOp, a: &Value, b: &Value) -> VmResult<Value> {
    let vm = &cx.vm;
    let name = method_name(vm, op);
    match slot(vm, a, name) {
        Slot::Builtin => compare_builtin(cx, op, a, b).await,
        Slot::Refused => Err(vm.type_error("'NoneType' object is not callable")),
        Slot::Missing => default_answer(cx, op, a, b).await,
        Slot::Plain(_) | Slot::Call if is_default(vm, a, name) => default_answer(cx, op, a, b).await,
        Slot::Plain(function) => function(vm, Args::positional_only(&[a.clone(), b.clone()])),
        Slot::Call => Ok(cx
            .special(a, name, vec![b.clone()])
            .await?
            .unwrap_or(Value::NotImplemented)),
    }
}

/// Whether a special method is the one that `object` gives to all classes.
fn is_default(vm: &Vm, object: &Value, name: &Str) -> bool {
    match vm.lookup(vm.type_of(object), name) {
        Some(Value::Native(native)) => native
            .owner()
            .is_some_and(|owner| Rc::ptr_eq(&owner, &vm.types.object)),
        _ => false,
    }
}

/// `object`'s comparisons: equal if identical, and `!=` as the opposite of the class's `==`.
async fn default_answer(cx: &Cx, op: CmpOp, a: &Value, b: &Value) -> VmResult<Value> {
    let vm = &cx.vm;
    match op {
        CmpOp::Eq if a.is(b) => Ok(Value::Bool(true)),
        CmpOp::Ne => {
            let name = &vm.names.eq;
            let equal = match slot(vm, a, name) {
                Slot::Missing => Value::NotImplemented,
                Slot::Plain(_) | Slot::Call if is_default(vm, a, name) => match a.is(b) {
                    true => Value::Bool(true),
                    false => Value::NotImplemented,
                },
                _ => cx
                    .special(a, name, vec![b.clone()])
                    .await?
                    .unwrap_or(Value::NotImplemented),
            };
            if is_refusal(&equal) {
                return Ok(equal);
            }
            Ok(Value::Bool(!cx.truth(&equal).await?))
        }
        _ => Ok(Value::NotImplemented),
    }
}

async fn compare_sequences(
    cx: &Cx,
    op: CmpOp,
    left: impl Fn(usize) -> Option<Value>,
    left_len: impl Fn() -> usize,
    right: impl Fn(usize) -> Option<Value>,
    right_len: impl Fn() -> usize,
) -> VmResult<Value> {
    if left_len() != right_len() && matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(Value::Bool(op == CmpOp::Ne));
    }
    let mut at = 0;
    // The comparisons may change the sequences: they are looked at anew each time.
    while let (Some(x), Some(y)) = (left(at), right(at)) {
        if !equal_nested(cx, &x, &y).await? {
            return match op {
                CmpOp::Eq => Ok(Value::Bool(false)),
                CmpOp::Ne => Ok(Value::Bool(true)),
                _ => compare_nested(cx, op, &x, &y).await,
            };
        }
        at += 1;
    }
    Ok(Value::Bool(holds(op, left_len().cmp(&right_len()))))
}

async fn equal_dicts(cx: &Cx, a: &Dict, b: &Dict) -> VmResult<bool> {
    if a.len() != b.len() {
        return Ok(false);
    }
    let mut position = 0;
    while let Some((next, hash, key, value)) = a.entry_at(position) {
        position = next;
        let Some(other) = find_nested(cx, b, &key, hash).await? else {
            return Ok(false);
        };
        if !equal_nested(cx, &value, &b.value_at(other)).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

async fn compare_sets(cx: &Cx, op: CmpOp, a: &Set, b: &Set) -> VmResult<bool> {
    let (small, large) = match op {
        CmpOp::Gt | CmpOp::Ge => (b, a),
        _ => (a, b),
    };
    let possible = match op {
        CmpOp::Lt | CmpOp::Gt => small.len() < large.len(),
        CmpOp::Le | CmpOp::Ge => small.len() <= large.len(),
        CmpOp::Eq | CmpOp::Ne => small.len() == large.len(),
    };
    let mut contained = possible;
    let mut position = 0;
    while contained && let Some((next, hash, key)) = small.entry_at(position) {
        position = next;
        contained = find_nested(cx, large, &key, hash).await?.is_some();
    }
    Ok(contained != (op == CmpOp::Ne))
}

/// As `keys::find_hashed`, for comparisons inside comparisons.
async fn find_nested(
    cx: &Cx,
    container: &impl super::keys::Keyed,
    key: &Value,
    hash: i64,
) -> VmResult<Option<usize>> {
    match container.probe(key, hash) {
        Probe::Found(at) => Ok(Some(at)),
        Probe::Missing => Ok(None),
        Probe::Ask(candidates) => {
            for at in candidates {
                if equal_nested(cx, &container.key_at(at), key).await? {
                    return Ok(Some(at));
                }
            }
            Ok(None)
        }
    }
}

/// Equality of items of containers.
async fn equal_nested(cx: &Cx, a: &Value, b: &Value) -> VmResult<bool> {
    cx.charge(1).await?;
    if let Some(answer) = try_equal(&cx.vm, a, b)? {
        return Ok(answer);
    }
    let answer = compare_nested(cx, CmpOp::Eq, a, b).await?;
    cx.truth(&answer).await
}

/// Containers in containers are compared by a native frame of their own, so that the depth of the data never
/// becomes depth of the Rust stack: the machine's limit on nested calls ends in a RecursionError.
async fn compare_nested(cx: &Cx, op: CmpOp, a: &Value, b: &Value) -> VmResult<Value> {
    let function: fn(&Rc<Vm>, Args<'_>) -> VmResult<Flow> = match op {
        CmpOp::Lt => |vm, args| compare_flow(vm, CmpOp::Lt, args),
        CmpOp::Le => |vm, args| compare_flow(vm, CmpOp::Le, args),
        CmpOp::Eq => |vm, args| compare_flow(vm, CmpOp::Eq, args),
        CmpOp::Ne => |vm, args| compare_flow(vm, CmpOp::Ne, args),
        CmpOp::Gt => |vm, args| compare_flow(vm, CmpOp::Gt, args),
        CmpOp::Ge => |vm, args| compare_flow(vm, CmpOp::Ge, args),
    };
    let native = NativeFunction::new("compare", "operator", NativeKind::Flow(function));
    cx.call(&Value::Native(native), vec![a.clone(), b.clone()]).await
}

fn compare_flow(vm: &Rc<Vm>, op: CmpOp, args: Args<'_>) -> VmResult<Flow> {
    let [a, b] = args.exactly::<2>(vm, "compare")?.clone();
    Flow::run(vm, |cx| async move { compare(&cx, op, &a, &b).await })
}

async fn hash_nested(cx: &Cx, value: &Value) -> VmResult<i64> {
    if let Some(hash) = try_hash(&cx.vm, value)? {
        return Ok(hash);
    }
    let native = NativeFunction::new(
        "hash",
        "builtins",
        NativeKind::Flow(|vm, args| {
            let [value] = args.exactly::<1>(vm, "hash")?.clone();
            Flow::run(vm, |cx| async move { hash(&cx, &value).await.map(Value::Int) })
        }),
    );
    let answer = cx.call(&Value::Native(native), vec![value.clone()]).await?;
    Ok(answer.as_i64().unwrap_or(0))
}

fn hash_from_answer(vm: &Vm, answer: &Value) -> VmResult<i64> {
    match answer.base() {
        // An int that fits is the hash itself; -1 is reserved for errors in CPython.
        Value::Int(-1) => Ok(-2),
        Value::Int(hash) => Ok(*hash),
        Value::Bool(hash) => Ok(i64::from(*hash)),
        Value::BigInt(big) => Ok(hashes::hash_int(IntRef::Big(big))),
        _ => Err(vm.type_error("__hash__ method should return an integer")),
    }
}

fn refuse_or_bool(answer: AtOnce) -> Value {
    match answer {
        AtOnce::Answer(answer) => Value::Bool(answer),
        AtOnce::Refuse | AtOnce::Ask => Value::NotImplemented,
    }
}

fn unhashable(vm: &Vm, value: &Value, inner: &str) -> crate::object::Exc {
    // A tuple is unhashable because of what is in it; an object because of its class.
    match value {
        Value::Instance(_) if !matches!(value.base(), Value::Tuple(_)) => {
            vm.type_error(format!("unhashable type: '{}'", vm.type_name(value)))
        }
        _ => vm.type_error(format!("unhashable type: '{inner}'")),
    }
}

fn not_supported(vm: &Vm, op: CmpOp, a: &Value, b: &Value) -> crate::object::Exc {
    vm.type_error(format!(
        "'{}' not supported between instances of '{}' and '{}'",
        symbol(op),
        vm.type_name(a),
        vm.type_name(b)
    ))
}
