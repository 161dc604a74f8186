//! `dict.keys()`, `dict.values()` and `dict.items()`.

use super::receiver;
use super::set::{self, Operator};
use crate::bytecode::CmpOp;
use crate::object::function::Getter;
use crate::object::iter::{DictPart, DictView};
use crate::object::{Set, Value};
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::cx::Cx;
use crate::vm::protocol::{items, iterate, keys, text};
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// What all views have.
pub const METHODS: &[NativeDef] = &[
    plain("__len__", len),
    plain("__iter__", iter),
    plain("__reversed__", reversed),
    flow("__repr__", repr),
];

/// Views of keys and of items are sets as well.
pub const SET_METHODS: &[NativeDef] = &[
    flow("__contains__", contains),
    flow("isdisjoint", isdisjoint),
    flow("__eq__", |vm, args| compare(vm, args, CmpOp::Eq)),
    flow("__ne__", |vm, args| compare(vm, args, CmpOp::Ne)),
    flow("__lt__", |vm, args| compare(vm, args, CmpOp::Lt)),
    flow("__le__", |vm, args| compare(vm, args, CmpOp::Le)),
    flow("__gt__", |vm, args| compare(vm, args, CmpOp::Gt)),
    flow("__ge__", |vm, args| compare(vm, args, CmpOp::Ge)),
    flow("__or__", |vm, args| {
        operate(vm, args, Operator::Or, Order::Straight)
    }),
    flow("__ror__", |vm, args| {
        operate(vm, args, Operator::Or, Order::Reflected)
    }),
    flow("__and__", |vm, args| {
        operate(vm, args, Operator::And, Order::Straight)
    }),
    flow("__rand__", |vm, args| {
        operate(vm, args, Operator::And, Order::Reflected)
    }),
    flow("__sub__", |vm, args| {
        operate(vm, args, Operator::Sub, Order::Straight)
    }),
    flow("__rsub__", |vm, args| {
        operate(vm, args, Operator::Sub, Order::Reflected)
    }),
    flow("__xor__", |vm, args| {
        operate(vm, args, Operator::Xor, Order::Straight)
    }),
    flow("__rxor__", |vm, args| {
        operate(vm, args, Operator::Xor, Order::Reflected)
    }),
];

pub const GETTERS: &[Getter] = &[Getter {
    name: "mapping",
    get: |_, view| Ok(view_of(view).map_or(Value::None, |view| Value::Dict(view.dict.clone()))),
    set: None,
}];

/// What searching a view for an item takes, in instructions.
const SEARCH_COST: usize = 16;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Straight,
    Reflected,
}

fn view_of(value: &Value) -> Option<&DictView> {
    value.as_instance().and_then(|instance| instance.native())
}

fn own<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(&'a DictView, Args<'a>)> {
    let (value, rest) = receiver::first(vm, args, "dict_keys", method)?;
    match view_of(value) {
        Some(view) => Ok((view, rest)),
        None => Err(receiver::wrong_receiver(vm, value, "dict_keys", method)),
    }
}

fn len(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    Ok(Value::size(own(vm, args, "__len__")?.0.dict.len()))
}

fn iter(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    Ok(iterate::dict_iter(own(vm, args, "__iter__")?.0))
}

fn reversed(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (view, _) = own(vm, args, "__reversed__")?;
    super::dict::reversed_iter(vm, &view.dict, view.part)
}

fn repr(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [view] = receiver::unary(vm, args, "__repr__")?.clone();
    Flow::start(vm, |cx| async move {
        text::builtin_repr(&cx, &view).await.map(Value::Str)
    })
}

fn contains(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let [view, item] = receiver::binary(vm, args, "__contains__")?.clone();
    Flow::start(vm, |cx| async move {
        match view_of(&view) {
            Some(view) => items::view_contains(&cx, view, &item).await.map(Value::Bool),
            None => Ok(Value::Bool(false)),
        }
    })
}

fn isdisjoint(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, rest) = own(vm, args, "isdisjoint")?;
    let view = args.receiver().0.clone();
    let [other] = rest.exactly::<1>(vm, "isdisjoint")?.clone();
    Flow::start(vm, |cx| async move {
        let iterator = cx.iter(&other).await?;
        while let Some(item) = cx.next(&iterator).await? {
            cx.charge(SEARCH_COST).await?;
            if cx.contains(&view, &item).await? {
                return Ok(Value::Bool(false));
            }
        }
        Ok(Value::Bool(true))
    })
}

fn is_set_like(value: &Value) -> bool {
    value.as_set().is_some() || view_of(value).is_some_and(|view| view.part != DictPart::Values)
}

fn compare(vm: &Rc<Vm>, args: Args<'_>, op: CmpOp) -> VmResult<Flow> {
    let [view, other] = receiver::binary(vm, args, "__eq__")?.clone();
    if !is_set_like(&other) {
        return Ok(Flow::Value(Value::NotImplemented));
    }
    Flow::start(vm, |cx| async move {
        let (a, b) = (cx.len(&view).await?, cx.len(&other).await?);
        let (possible, small, large) = match op {
            CmpOp::Lt => (a < b, &view, &other),
            CmpOp::Le => (a <= b, &view, &other),
            CmpOp::Gt => (a > b, &other, &view),
            CmpOp::Ge => (a >= b, &other, &view),
            CmpOp::Eq | CmpOp::Ne => (a == b, &view, &other),
        };
        let holds = possible && all_in(&cx, small, large).await?;
        Ok(Value::Bool(holds != (op == CmpOp::Ne)))
    })
}

async fn all_in(cx: &Cx, small: &Value, large: &Value) -> VmResult<bool> {
    let iterator = cx.iter(small).await?;
    while let Some(item) = cx.next(&iterator).await? {
        cx.charge(SEARCH_COST).await?;
        if !cx.contains(large, &item).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn operate(vm: &Rc<Vm>, args: Args<'_>, operator: Operator, order: Order) -> VmResult<Flow> {
    let [receiver, other] = receiver::binary(vm, args, "__or__")?.clone();
    let (left, right) = match order {
        Order::Straight => (receiver, other),
        Order::Reflected => (other, receiver),
    };
    Flow::start(vm, |cx| async move {
        let result = match operator {
            Operator::And => intersection(&cx, left, right).await?,
            _ => {
                let result = to_set(&cx, &left).await?;
                match operator {
                    Operator::Or => set::update(&cx, &result, &right).await?,
                    Operator::Sub => set::difference_update(&cx, &result, &right).await?,
                    _ => set::symmetric_difference_update(&cx, &result, &right).await?,
                }
                result
            }
        };
        Ok(Value::Set(result))
    })
}

/// A view as a set. Keys go the way of `set(dict)`, which decides about their order.
async fn to_set(cx: &Cx, value: &Value) -> VmResult<Rc<Set>> {
    match view_of(value) {
        Some(view) if view.part == DictPart::Keys => set::collect(cx, &Value::Dict(view.dict.clone())).await,
        _ => set::collect(cx, value).await,
    }
}

async fn intersection(cx: &Cx, left: Value, right: Value) -> VmResult<Rc<Set>> {
    let (mut view, mut other) = (left, right);
    if !view_of(&view).is_some_and(|view| view.part != DictPart::Values) {
        std::mem::swap(&mut view, &mut other);
    }
    if let Value::Set(other_set) = &other
        && cx.len(&view).await? <= other_set.len() as i64
    {
        return set::intersection(cx, other_set, &view).await;
    }
    if view_of(&other).is_some() && cx.len(&other).await? > cx.len(&view).await? {
        std::mem::swap(&mut view, &mut other);
    }
    let result = Rc::new(Set::new());
    let iterator = cx.iter(&other).await?;
    while let Some(item) = cx.next(&iterator).await? {
        cx.charge(SEARCH_COST).await?;
        if cx.contains(&view, &item).await? {
            keys::add(cx, &result, item).await?;
        }
    }
    Ok(result)
}
