//! `list`.

use super::receiver::{self, at_most_one};
use super::sort::{Direction, sorted};
use crate::object::{IterState, List, Value};
use crate::vm::call::{Args, Flow, NativeDef, Signature, flow, plain};
use crate::vm::cx::Cx;
use crate::vm::protocol::compare::try_equal;
use crate::vm::protocol::index::{self, has_index, position, try_size};
use crate::vm::protocol::iterate::try_collect;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

pub const METHODS: &[NativeDef] = &[
    flow("__new__", new),
    flow("__init__", init),
    plain("append", append),
    flow("extend", extend),
    flow("insert", insert),
    flow("remove", remove),
    flow("pop", pop),
    plain("clear", clear),
    flow("index", index_of),
    flow("count", count),
    flow("sort", sort),
    plain("reverse", reverse),
    plain("copy", copy),
    plain("__reversed__", reversed),
    plain("__add__", add),
    flow("__iadd__", iadd),
    flow("__mul__", mul),
    flow("__rmul__", mul),
    flow("__imul__", imul),
];

/// `a + b`.
pub fn concat(vm: &Vm, a: &List, b: &List) -> VmResult<Value> {
    vm.allocate((a.len() + b.len()).saturating_mul(size_of::<Value>()))?;
    let mut items = Vec::with_capacity(a.len() + b.len());
    a.with(|a| items.extend_from_slice(a));
    b.with(|b| items.extend_from_slice(b));
    Ok(Value::list(items))
}

/// The items, so many times over; none if `times` is negative. MemoryError if that is too many.
pub fn repeat(vm: &Vm, items: &[Value], times: i64) -> VmResult<Vec<Value>> {
    let times = match items {
        [] => 0,
        _ => switchboard_pyfmt::count(times),
    };
    let total = items.len().saturating_mul(times);
    vm.allocate(total.saturating_mul(size_of::<Value>()))?;
    let mut all = Vec::with_capacity(total);
    match items {
        [one] => all.resize(total, one.clone()),
        _ => (0..times).for_each(|_| all.extend_from_slice(items)),
    }
    Ok(all)
}

/// `list.extend` and `+=`, at once if no Python code has to run.
pub fn try_extend(vm: &Rc<Vm>, list: &List, iterable: &Value) -> VmResult<bool> {
    match try_collect(vm, iterable)? {
        Some(items) => {
            vm.allocate(items.len().saturating_mul(size_of::<Value>()))?;
            list.with_mut(|all| all.extend(items));
            Ok(true)
        }
        None => Ok(false),
    }
}

/// `list.extend`: the items are there as soon as the iterator has given them.
pub async fn extend_with(cx: &Cx, list: &List, iterable: &Value) -> VmResult<()> {
    if try_extend(&cx.vm, list, iterable)? {
        return Ok(());
    }
    let iterator = cx.iter(iterable).await?;
    while let Some(item) = cx.next(&iterator).await? {
        if list.len() % 1024 == 1023 {
            cx.vm.reserve(list.len().saturating_mul(size_of::<Value>()))?;
        }
        list.push(item);
    }
    Ok(())
}

/// How often a sequence is to be repeated: the right operand of `*`. `None` if it is no number at all.
pub async fn repetitions(cx: &Cx, times: &Value) -> VmResult<Option<i64>> {
    if !has_index(&cx.vm, times) {
        return Ok(None);
    }
    let times = index::index(cx, times).await?;
    match times.as_i64() {
        Some(times) => Ok(Some(times)),
        None => Err(cx
            .vm
            .overflow_error("cannot fit 'int' into an index-sized integer")),
    }
}

/// TypeError of `[1] * "a"`.
pub fn bad_repetitions(vm: &Vm, times: &Value) -> crate::object::Exc {
    vm.type_error(format!(
        "can't multiply sequence by non-int of type '{}'",
        vm.type_name(times)
    ))
}

fn new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let built_in = &vm.types.list;
    let (class, rest) = receiver::class(vm, args, built_in)?;
    if !Rc::ptr_eq(class, built_in) {
        let empty = Value::list(Vec::new());
        return Ok(Flow::Value(receiver::of_class(class, built_in, empty)));
    }
    let Some(iterable) = at_most_one(vm, rest, "list")? else {
        return Ok(Flow::Value(Value::list(Vec::new())));
    };
    if let Some(items) = try_collect(vm, iterable)? {
        return Ok(Flow::Value(Value::list(items)));
    }
    let iterable = iterable.clone();
    Flow::start(
        vm,
        |cx| async move { cx.collect(&iterable).await.map(Value::list) },
    )
}

fn init(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (list, rest) = receiver::list(vm, args, "__init__")?;
    let rest = receiver::not_for(vm, rest, vm.type_of(args.receiver().0), &vm.names.new);
    let iterable = at_most_one(vm, rest, "list")?;
    drop(list.with_mut(std::mem::take));
    let Some(iterable) = iterable.cloned() else {
        return Ok(Flow::Value(Value::None));
    };
    let list = list.clone();
    Flow::start(vm, |cx| async move {
        extend_with(&cx, &list, &iterable).await?;
        Ok(Value::None)
    })
}

fn append(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (list, rest) = receiver::list(vm, args, "append")?;
    let [item] = rest.exactly::<1>(vm, "list.append")?;
    let length = list.len();
    if length.is_power_of_two() && length > 1024 {
        vm.reserve(length * size_of::<Value>())?;
    }
    list.push(item.clone());
    Ok(Value::None)
}

fn extend(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (list, rest) = receiver::list(vm, args, "extend")?;
    let [iterable] = rest.exactly::<1>(vm, "list.extend")?.clone();
    if try_extend(vm, list, &iterable)? {
        return Ok(Flow::Value(Value::None));
    }
    let list = list.clone();
    Flow::start(vm, |cx| async move {
        extend_with(&cx, &list, &iterable).await?;
        Ok(Value::None)
    })
}

fn insert(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (list, rest) = receiver::list(vm, args, "insert")?;
    let [at, item] = rest.exactly::<2>(vm, "list.insert")?.clone();
    let list = list.clone();
    Flow::start(vm, |cx| async move {
        let at = index::size(&cx, &at).await?;
        cx.vm.scan(list.len() * size_of::<Value>())?;
        list.with_mut(|items| {
            let at = match at {
                0.. => switchboard_pyfmt::count(at).min(items.len()),
                _ => items
                    .len()
                    .saturating_sub(switchboard_pyfmt::count(at.saturating_neg())),
            };
            items.insert(at, item);
        });
        Ok(Value::None)
    })
}

fn remove(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (list, rest) = receiver::list(vm, args, "remove")?;
    let [item] = rest.exactly::<1>(vm, "list.remove")?.clone();
    let list = list.clone();
    Flow::start(vm, |cx| async move {
        match find(&cx, &list, &item, 0, usize::MAX).await? {
            Some(at) => {
                cx.vm.scan(list.len() * size_of::<Value>())?;
                // The comparison may have shortened the list.
                let removed = list.with_mut(|items| (at < items.len()).then(|| items.remove(at)));
                drop(removed);
                Ok(Value::None)
            }
            None => Err(cx.vm.value_error("list.remove(x): x not in list")),
        }
    })
}

fn pop(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (list, rest) = receiver::list(vm, args, "pop")?;
    let rest = rest.between(vm, "list.pop", 0, 1)?;
    let at = match rest.first() {
        None => -1,
        Some(at) => match try_size(vm, at)? {
            Some(at) => at,
            None => {
                let (list, at) = (list.clone(), at.clone());
                return Flow::start(vm, |cx| async move {
                    let at = index::size(&cx, &at).await?;
                    pop_at(&cx.vm, &list, at)
                });
            }
        },
    };
    pop_at(vm, list, at).map(Flow::Value)
}

fn pop_at(vm: &Vm, list: &List, at: i64) -> VmResult<Value> {
    let length = list.len();
    if length == 0 {
        return Err(vm.index_error("pop from empty list"));
    }
    match position(at, length) {
        Some(at) => {
            vm.scan((length - at) * size_of::<Value>())?;
            Ok(list.with_mut(|items| {
                if at + 1 == items.len() {
                    items.pop().unwrap_or_default()
                } else {
                    items.remove(at)
                }
            }))
        }
        None => Err(vm.index_error("pop index out of range")),
    }
}

fn clear(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (list, rest) = receiver::list(vm, args, "clear")?;
    rest.exactly::<0>(vm, "list.clear")?;
    crate::object::trash::discard_last_first(list.with_mut(std::mem::take));
    Ok(Value::None)
}

fn index_of(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (list, rest) = receiver::list(vm, args, "index")?;
    let rest = rest.between(vm, "list.index", 1, 3)?.to_vec();
    let list = list.clone();
    Flow::start(vm, |cx| async move {
        let (start, stop) = search_bounds(&cx, &rest, list.len()).await?;
        let item = rest.first().cloned().unwrap_or_default();
        match find(&cx, &list, &item, start, stop).await? {
            Some(at) => Ok(Value::size(at)),
            None => {
                let item = cx.repr(&item).await?;
                Err(cx.vm.value_error(format!("{item} is not in list")))
            }
        }
    })
}

/// The optional `start` and `stop` of `index(item, start, stop)`.
pub async fn search_bounds(cx: &Cx, args: &[Value], length: usize) -> VmResult<(usize, usize)> {
    let mut bounds = [0, i64::MAX];
    for (bound, value) in bounds.iter_mut().zip(args.iter().skip(1)) {
        if !has_index(&cx.vm, value) {
            return Err(cx
                .vm
                .type_error("slice indices must be integers or have an __index__ method"));
        }
        *bound = index::saturate(&index::index(cx, value).await?);
    }
    let clamp = |at: i64| match at {
        at if at < 0 => at.saturating_add(length as i64).max(0) as usize,
        at => usize::try_from(at).unwrap_or(usize::MAX),
    };
    let [start, stop] = bounds;
    Ok((clamp(start), clamp(stop)))
}

fn count(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (list, rest) = receiver::list(vm, args, "count")?;
    let [item] = rest.exactly::<1>(vm, "list.count")?.clone();
    let list = list.clone();
    Flow::start(vm, |cx| async move {
        let (mut count, mut at) = (0, 0);
        while let Some(have) = list.get(at) {
            if item_equals(&cx, &have, &item).await? {
                count += 1;
            }
            at += 1;
        }
        Ok(Value::Int(count))
    })
}

/// The position of an item; the list may change while Python code compares.
async fn find(cx: &Cx, list: &List, item: &Value, start: usize, stop: usize) -> VmResult<Option<usize>> {
    let mut at = start;
    while at < stop
        && let Some(have) = list.get(at)
    {
        if item_equals(cx, &have, item).await? {
            return Ok(Some(at));
        }
        at += 1;
    }
    Ok(None)
}

async fn item_equals(cx: &Cx, have: &Value, item: &Value) -> VmResult<bool> {
    cx.vm.charge(1)?;
    cx.vm.strain(1)?;
    match try_equal(&cx.vm, have, item)? {
        Some(equal) => Ok(equal),
        None => cx.equal(have, item).await,
    }
}

fn sort(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    const SIGNATURE: Signature = Signature {
        function: "sort",
        params: &["key", "reverse"],
        posonly: 0,
        positional: 0,
        required: 0,
    };
    let (list, rest) = receiver::list(vm, args, "sort")?;
    if !rest.positional().is_empty() {
        return Err(vm.type_error("sort() takes no positional arguments"));
    }
    let [key, reverse] = rest.bind::<2>(vm, &SIGNATURE)?;
    let list = list.clone();
    Flow::start(vm, |cx| async move {
        let direction = direction(&cx, reverse).await?;
        cx.vm.allocate(list.len().saturating_mul(size_of::<Value>()))?;
        // While it is sorted the list is empty, so that a change can be told afterwards.
        let items = list.with_mut(std::mem::take);
        let result = sorted(&cx, items.clone(), &key.unwrap_or(Value::None), direction).await;
        let changed = !list.is_empty();
        let (items, result) = match result {
            Ok(items) => (items, Ok(Value::None)),
            Err(exc) => (items, Err(exc)),
        };
        drop(list.with_mut(|now| std::mem::replace(now, items)));
        if changed && result.is_ok() {
            return Err(cx.vm.value_error("list modified during sort"));
        }
        result
    })
}

/// The argument `reverse` of sorts.
pub async fn direction(cx: &Cx, reverse: Option<Value>) -> VmResult<Direction> {
    Ok(match reverse {
        Some(reverse) if cx.truth(&reverse).await? => Direction::Descending,
        _ => Direction::Ascending,
    })
}

fn reverse(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (list, rest) = receiver::list(vm, args, "reverse")?;
    rest.exactly::<0>(vm, "list.reverse")?;
    vm.scan(list.len() * size_of::<Value>())?;
    list.with_mut(|items| items.reverse());
    Ok(Value::None)
}

fn copy(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (list, rest) = receiver::list(vm, args, "copy")?;
    rest.exactly::<0>(vm, "list.copy")?;
    vm.allocate(list.len().saturating_mul(size_of::<Value>()))?;
    Ok(Value::list(list.to_vec()))
}

fn reversed(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (list, _) = receiver::list(vm, args, "__reversed__")?;
    Ok(Value::iter(IterState::ListReversed {
        list: list.clone(),
        at: list.len(),
    }))
}

fn add(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let [a, b] = receiver::binary(vm, args, "__add__")?;
    match (a.as_list(), b.as_list()) {
        (Some(a), Some(b)) => concat(vm, a, b),
        _ => Err(vm.type_error(format!(
            "can only concatenate list (not \"{}\") to list",
            vm.type_name(b)
        ))),
    }
}

fn iadd(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (list, rest) = receiver::list(vm, args, "__iadd__")?;
    let [iterable] = rest.exactly::<1>(vm, "__iadd__")?.clone();
    let (object, list) = (args.receiver().0.clone(), list.clone());
    Flow::start(vm, |cx| async move {
        extend_with(&cx, &list, &iterable).await?;
        Ok(object)
    })
}

fn mul(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (list, rest) = receiver::list(vm, args, "__mul__")?;
    let [times] = rest.exactly::<1>(vm, "__mul__")?.clone();
    let list = list.clone();
    Flow::start(vm, |cx| async move {
        match repetitions(&cx, &times).await? {
            Some(times) => list.with(|items| repeat(&cx.vm, items, times)).map(Value::list),
            None => Err(bad_repetitions(&cx.vm, &times)),
        }
    })
}

fn imul(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (list, rest) = receiver::list(vm, args, "__imul__")?;
    let [times] = rest.exactly::<1>(vm, "__imul__")?.clone();
    let (object, list) = (args.receiver().0.clone(), list.clone());
    Flow::start(vm, |cx| async move {
        let Some(times) = repetitions(&cx, &times).await? else {
            return Err(bad_repetitions(&cx.vm, &times));
        };
        let items = list.with(|items| repeat(&cx.vm, items, times))?;
        drop(list.with_mut(|now| std::mem::replace(now, items)));
        Ok(object)
    })
}
