//! `collections.deque`.

mod iterator;

pub use self::iterator::ITERATOR_METHODS;
use self::iterator::iterator;
use crate::bytecode::CmpOp;
use crate::object::function::{Getter, native_state};
use crate::object::memory::Charge;
use crate::object::{Instance, Payload, Type, Value, trash};
use crate::types::operators::with_ints;
use crate::types::receiver;
use crate::vm::call::{Args, Flow, NativeDef, Signature, flow, plain};
use crate::vm::cx::Cx;
use crate::vm::protocol::index::{self, position};
use crate::vm::{Vm, VmResult};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

/// The state of a deque.
pub struct Deque {
    items: RefCell<VecDeque<Value>>,
    /// `maxlen`: not negative, and any number of Python's, however few items there can be.
    most: Cell<Option<i64>>,
    /// Counts changes of the length, so that iterators notice them.
    version: Cell<u32>,
    charge: Charge,
}

pub const METHODS: &[NativeDef] = &[
    flow("__new__", new),
    flow("__init__", init),
    plain("append", |vm, args| {
        let (deque, [item]) = with_arguments(vm, args, "append")?;
        deque.push(vm, End::Right, item.clone())
    }),
    plain("appendleft", |vm, args| {
        let (deque, [item]) = with_arguments(vm, args, "appendleft")?;
        deque.push(vm, End::Left, item.clone())
    }),
    plain("pop", |vm, args| {
        let (deque, []) = with_arguments(vm, args, "pop")?;
        deque.take(vm, End::Right)
    }),
    plain("popleft", |vm, args| {
        let (deque, []) = with_arguments(vm, args, "popleft")?;
        deque.take(vm, End::Left)
    }),
    flow("extend", |vm, args| extend(vm, args, "extend", End::Right)),
    flow("extendleft", |vm, args| extend(vm, args, "extendleft", End::Left)),
    plain("clear", |vm, args| {
        let (deque, []) = with_arguments(vm, args, "clear")?;
        drop(deque.change(std::mem::take));
        Ok(Value::None)
    }),
    plain("copy", |vm, args| copy(vm, args, "copy")),
    plain("__copy__", |vm, args| copy(vm, args, "__copy__")),
    plain("reverse", |vm, args| {
        let (deque, []) = with_arguments(vm, args, "reverse")?;
        vm.scan(deque.charge.bytes())?;
        deque.items.borrow_mut().make_contiguous().reverse();
        Ok(Value::None)
    }),
    flow("rotate", |vm, args| with_ints(vm, args, 1, rotate)),
    flow("insert", |vm, args| with_ints(vm, args, 1, insert)),
    flow("remove", remove),
    flow("index", index_of),
    flow("count", count),
    plain("__len__", |vm, args| {
        let (deque, []) = with_arguments(vm, args, "__len__")?;
        Ok(Value::size(deque.len()))
    }),
    plain("__iter__", |vm, args| iterator(vm, args, "__iter__")),
    plain("__reversed__", |vm, args| iterator(vm, args, "__reversed__")),
    flow("__contains__", contains),
    flow("__getitem__", |vm, args| {
        with_ints(vm, args, 1, |vm, args| {
            let (deque, [at]) = with_arguments(vm, args, "__getitem__")?;
            let at = deque.place(vm, at)?;
            let items = deque.items.borrow();
            items.get(at).cloned().ok_or_else(|| out_of_range(vm))
        })
    }),
    flow("__setitem__", |vm, args| {
        let (deque, [at, value]) = with_arguments(vm, args, "__setitem__")?;
        let at = deque.place(vm, at)?;
        let mut items = deque.items.borrow_mut();
        let old = items
            .get_mut(at)
            .map(|slot| std::mem::replace(slot, value.clone()));
        drop(items);
        drop(old);
        Ok(Flow::Value(Value::None))
    }),
    flow("__delitem__", |vm, args| {
        with_ints(vm, args, 1, |vm, args| {
            let (deque, [at]) = with_arguments(vm, args, "__delitem__")?;
            let at = deque.place(vm, at)?;
            vm.scan(at.min(deque.len() - at).saturating_mul(size_of::<Value>()))?;
            drop(deque.change(|items| items.remove(at)));
            Ok(Value::None)
        })
    }),
    plain("__add__", add),
    flow("__iadd__", |vm, args| {
        let [object, other] = receiver::binary(vm, args, "__iadd__")?.clone();
        own(vm, args, "__iadd__")?;
        Flow::start(vm, |cx| async move {
            extend_with(&cx, &object, &other, End::Right).await?;
            Ok(object)
        })
    }),
    flow("__mul__", |vm, args| with_ints(vm, args, 1, repeat)),
    flow("__rmul__", |vm, args| with_ints(vm, args, 1, repeat)),
    flow("__imul__", |vm, args| with_ints(vm, args, 1, repeat_in_place)),
    flow("__eq__", |vm, args| compare(vm, args, CmpOp::Eq)),
    flow("__ne__", |vm, args| compare(vm, args, CmpOp::Ne)),
    flow("__lt__", |vm, args| compare(vm, args, CmpOp::Lt)),
    flow("__le__", |vm, args| compare(vm, args, CmpOp::Le)),
    flow("__gt__", |vm, args| compare(vm, args, CmpOp::Gt)),
    flow("__ge__", |vm, args| compare(vm, args, CmpOp::Ge)),
    flow("__repr__", repr),
];

pub const GETTERS: &[Getter] = &[Getter {
    name: "maxlen",
    get: |_, value| {
        let most = native_state::<Deque>(value).and_then(|deque| deque.most.get());
        Ok(most.map_or(Value::None, Value::Int))
    },
    set: None,
}];

#[derive(Clone, Copy)]
enum End {
    Left,
    Right,
}

impl Deque {
    /// The most items that it holds, of those that there can be.
    fn bound(&self) -> Option<usize> {
        self.most.get().map(switchboard_pyfmt::count)
    }

    fn new(items: VecDeque<Value>, most: Option<i64>) -> Self {
        let charge = Charge::new(120 + items.capacity() * size_of::<Value>());
        Deque {
            items: RefCell::new(items),
            most: Cell::new(most),
            version: Cell::new(0),
            charge,
        }
    }

    fn len(&self) -> usize {
        self.items.borrow().len()
    }

    fn to_vec(&self) -> Vec<Value> {
        self.items.borrow().iter().cloned().collect()
    }

    /// Changes the items. `change` returns what it removes instead of dropping it: a drop may run a destructor that
    /// looks at this deque.
    fn change<R>(&self, change: impl FnOnce(&mut VecDeque<Value>) -> R) -> R {
        let mut items = self.items.borrow_mut();
        let before = items.capacity();
        let result = change(&mut items);
        if items.capacity() != before {
            self.charge.resize(120 + items.capacity() * size_of::<Value>());
        }
        self.version.set(self.version.get().wrapping_add(1));
        result
    }

    /// Adds at one end; what is too much falls out at the other.
    fn push(&self, vm: &Vm, end: End, item: Value) -> VmResult<Value> {
        if self.items.borrow().len() % 1024 == 1023 {
            vm.reserve(self.charge.bytes())?;
        }
        let most = self.bound().unwrap_or(usize::MAX);
        let fallen = self.change(|items| {
            match end {
                End::Left => items.push_front(item),
                End::Right => items.push_back(item),
            }
            if items.len() <= most {
                return None;
            }
            match end {
                End::Left => items.pop_back(),
                End::Right => items.pop_front(),
            }
        });
        drop(fallen);
        Ok(Value::None)
    }

    fn take(&self, vm: &Vm, end: End) -> VmResult<Value> {
        let taken = self.change(|items| match end {
            End::Left => items.pop_front(),
            End::Right => items.pop_back(),
        });
        taken.ok_or_else(|| vm.index_error("pop from an empty deque"))
    }

    /// The position that an index names.
    fn place(&self, vm: &Rc<Vm>, at: &Value) -> VmResult<usize> {
        if !index::has_index(vm, at) {
            return Err(vm.type_error(format!(
                "sequence index must be integer, not '{}'",
                vm.type_name(at)
            )));
        }
        let at = index::try_index(vm, at)?.unwrap_or_default();
        let at = at.as_i64().and_then(|at| position(at, self.len()));
        at.ok_or_else(|| out_of_range(vm))
    }
}

impl Drop for Deque {
    fn drop(&mut self) {
        let items = self.items.take();
        if !items.is_empty() {
            trash::discard(items.into());
        }
    }
}

fn out_of_range(vm: &Vm) -> crate::object::Exc {
    vm.index_error("deque index out of range")
}

fn own<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(&'a Deque, Args<'a>)> {
    let (object, rest) = receiver::first(vm, args, "deque", method)?;
    match native_state::<Deque>(object) {
        Some(deque) => Ok((deque, rest)),
        None => Err(receiver::wrong_receiver(vm, object, "collections.deque", method)),
    }
}

fn with_arguments<'a, const N: usize>(
    vm: &Rc<Vm>,
    args: Args<'a>,
    method: &str,
) -> VmResult<(&'a Deque, &'a [Value; N])> {
    let (deque, rest) = own(vm, args, method)?;
    if rest.names.is_empty()
        && let Ok(values) = <&[Value; N]>::try_from(rest.values)
    {
        return Ok((deque, values));
    }
    Ok((deque, rest.exactly::<N>(vm, &format!("deque.{method}"))?))
}

fn make(class: &Rc<Type>, items: VecDeque<Value>, most: Option<i64>) -> Value {
    let payload = Payload::Native(Box::new(Deque::new(items, most)));
    Value::Instance(Rc::new(Instance::new(class.clone(), payload)))
}

/// A deque like this one, with other items.
fn like(object: &Value, deque: &Deque, items: VecDeque<Value>) -> Value {
    let class = match object {
        Value::Instance(instance) => &instance.class,
        _ => return Value::None,
    };
    let mut items = items;
    if let Some(most) = deque.bound() {
        let surplus = items.len().saturating_sub(most);
        items.drain(..surplus);
    }
    make(class, items, deque.most.get())
}

fn new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (class, rest) = receiver::class(vm, args, &vm.native_types.deque)?;
    let object = make(class, VecDeque::new(), None);
    if !Rc::ptr_eq(class, &vm.native_types.deque) {
        return Ok(Flow::Value(object));
    }
    fill(vm, object.clone(), rest, object)
}

fn init(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, rest) = own(vm, args, "__init__")?;
    fill(vm, args.receiver().0.clone(), rest, Value::None)
}

/// `deque(iterable, maxlen)`, into an object that exists.
fn fill(vm: &Rc<Vm>, object: Value, args: Args<'_>, result: Value) -> VmResult<Flow> {
    const SIGNATURE: Signature = Signature {
        function: "deque",
        params: &["iterable", "maxlen"],
        posonly: 0,
        positional: 2,
        required: 0,
    };
    let given = args.values.len();
    if args.positional().len() > 2 {
        return Err(vm.type_error(format!("deque() takes at most 2 arguments ({given} given)")));
    }
    let [iterable, most] = args.bind::<2>(vm, &SIGNATURE)?;
    let most = match most {
        None | Some(Value::None) => None,
        Some(most) if most.is_int() => match most.as_i64() {
            Some(most) if most >= 0 => Some(most),
            Some(_) => return Err(vm.value_error("maxlen must be non-negative")),
            None => return Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
        },
        Some(_) => return Err(vm.type_error("an integer is required")),
    };
    if let Some(deque) = native_state::<Deque>(&object) {
        deque.most.set(most);
        drop(deque.change(std::mem::take));
    }
    let Some(iterable) = iterable else {
        return Ok(Flow::Value(result));
    };
    Flow::start(vm, |cx| async move {
        extend_with(&cx, &object, &iterable, End::Right).await?;
        Ok(result)
    })
}

fn extend(vm: &Rc<Vm>, args: Args<'_>, method: &str, end: End) -> VmResult<Flow> {
    let (_, [iterable]) = with_arguments(vm, args, method)?;
    let (object, iterable) = (args.receiver().0.clone(), iterable.clone());
    Flow::start(vm, move |cx| async move {
        extend_with(&cx, &object, &iterable, end).await?;
        Ok(Value::None)
    })
}

async fn extend_with(cx: &Cx, object: &Value, iterable: &Value, end: End) -> VmResult<()> {
    let Some(deque) = native_state::<Deque>(object) else {
        return Ok(());
    };
    // `d.extend(d)` adds what it held at first.
    if let Some(other) = native_state::<Deque>(iterable) {
        cx.vm.charge(other.len())?;
        for item in other.to_vec() {
            deque.push(&cx.vm, end, item)?;
        }
        return Ok(());
    }
    let iterator = cx.iter(iterable).await?;
    while let Some(item) = cx.next(&iterator).await? {
        deque.push(&cx.vm, end, item)?;
    }
    Ok(())
}

fn copy(vm: &Rc<Vm>, args: Args<'_>, method: &str) -> VmResult<Value> {
    let (deque, []) = with_arguments(vm, args, method)?;
    vm.allocate(deque.charge.bytes())?;
    Ok(like(args.receiver().0, deque, deque.items.borrow().clone()))
}

fn rotate(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (deque, rest) = own(vm, args, "rotate")?;
    let steps = match rest.between(vm, "rotate", 0, 1)? {
        [] => 1,
        [steps, ..] => index::try_size(vm, steps)?.unwrap_or(0),
    };
    vm.scan(deque.len() * size_of::<Value>())?;
    deque.change(|items| {
        let length = items.len() as i64;
        if length > 0 {
            items.rotate_right(steps.rem_euclid(length) as usize);
        }
    });
    Ok(Value::None)
}

fn insert(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (deque, [at, item]) = with_arguments(vm, args, "insert")?;
    let at = index::try_size(vm, at)?.unwrap_or(0);
    let length = deque.len();
    if deque.bound().is_some_and(|most| length >= most) {
        return Err(vm.index_error("deque already at its maximum size"));
    }
    let at = match usize::try_from(at) {
        Ok(at) => at.min(length),
        Err(_) => at.saturating_add(length as i64).clamp(0, length as i64) as usize,
    };
    // The shorter part moves.
    vm.scan(at.min(length - at).saturating_mul(size_of::<Value>()))?;
    deque.change(|items| items.insert(at, item.clone()));
    Ok(Value::None)
}

/// The position of the first item equal to `wanted` from `start` on and before `stop`.
async fn find(cx: &Cx, object: &Value, wanted: &Value, start: usize, stop: usize) -> VmResult<Option<usize>> {
    let Some(deque) = native_state::<Deque>(object) else {
        return Ok(None);
    };
    let version = deque.version.get();
    for at in start..stop {
        let item = deque.items.borrow().get(at).cloned();
        let Some(item) = item else { break };
        cx.charge(1).await?;
        crate::object::work::strain(1);
        let same = cx.equal(&item, wanted).await?;
        if deque.version.get() != version {
            return Err(cx.vm.runtime_error("deque mutated during iteration"));
        }
        if same {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

async fn not_in_deque(cx: &Cx, wanted: &Value) -> crate::object::Exc {
    match cx.repr(wanted).await {
        Ok(shown) => cx.vm.value_error(format!("{shown} is not in deque")),
        Err(exc) => exc,
    }
}

fn remove(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, [wanted]) = with_arguments(vm, args, "remove")?;
    let (object, wanted) = (args.receiver().0.clone(), wanted.clone());
    Flow::start(vm, |cx| async move {
        let Some(at) = find(&cx, &object, &wanted, 0, usize::MAX).await? else {
            return Err(not_in_deque(&cx, &wanted).await);
        };
        if let Some(deque) = native_state::<Deque>(&object) {
            drop(deque.change(|items| items.remove(at)));
        }
        Ok(Value::None)
    })
}

fn index_of(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (deque, rest) = own(vm, args, "index")?;
    let values = rest.between(vm, "index", 1, 3)?.to_vec();
    let object = args.receiver().0.clone();
    let length = deque.len();
    Flow::start(vm, move |cx| async move {
        let wanted = values.first().cloned().unwrap_or_default();
        let mut bounds = [0, length];
        for (bound, value) in bounds.iter_mut().zip(values.iter().skip(1)) {
            let given = index::saturate(&index::index(&cx, value).await?);
            let given = if given < 0 {
                given.saturating_add(length as i64)
            } else {
                given
            };
            *bound = switchboard_pyfmt::count(given).min(length);
        }
        match find(&cx, &object, &wanted, bounds[0], bounds[1]).await? {
            Some(at) => Ok(Value::size(at)),
            None => Err(not_in_deque(&cx, &wanted).await),
        }
    })
}

fn contains(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, [wanted]) = with_arguments(vm, args, "__contains__")?;
    let (object, wanted) = (args.receiver().0.clone(), wanted.clone());
    Flow::start(vm, |cx| async move {
        let found = find(&cx, &object, &wanted, 0, usize::MAX).await?;
        Ok(Value::Bool(found.is_some()))
    })
}

fn count(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, [wanted]) = with_arguments(vm, args, "count")?;
    let (object, wanted) = (args.receiver().0.clone(), wanted.clone());
    Flow::start(vm, |cx| async move {
        let (mut count, mut from) = (0, 0);
        while let Some(at) = find(&cx, &object, &wanted, from, usize::MAX).await? {
            count += 1;
            from = at + 1;
        }
        Ok(Value::Int(count))
    })
}

fn add(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (deque, [other]) = with_arguments(vm, args, "__add__")?;
    let Some(other) = native_state::<Deque>(other) else {
        return Err(vm.type_error(format!(
            "can only concatenate deque (not \"{}\") to deque",
            vm.type_name(other)
        )));
    };
    vm.allocate(deque.charge.bytes().saturating_add(other.charge.bytes()))?;
    let mut items = deque.items.borrow().clone();
    items.extend(other.to_vec());
    Ok(like(args.receiver().0, deque, items))
}

fn repeated(vm: &Rc<Vm>, deque: &Deque, times: &Value) -> VmResult<VecDeque<Value>> {
    let times = index::try_size(vm, times)?.unwrap_or(0);
    // What would fall out again need not be made.
    let enough = match (deque.bound(), deque.len()) {
        (Some(most), length) if length > 0 => (most / length + 1) as i64,
        _ => i64::MAX,
    };
    vm.allocate(deque.charge.bytes())?;
    let items = crate::types::list::repeat(vm, &deque.to_vec(), times.min(enough))?;
    Ok(items.into())
}

fn repeat(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (deque, [times]) = with_arguments(vm, args, "__mul__")?;
    Ok(like(args.receiver().0, deque, repeated(vm, deque, times)?))
}

fn repeat_in_place(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (deque, [times]) = with_arguments(vm, args, "__imul__")?;
    let mut items = repeated(vm, deque, times)?;
    if let Some(most) = deque.bound() {
        let surplus = items.len().saturating_sub(most);
        items.drain(..surplus);
    }
    drop(deque.change(|old| std::mem::replace(old, items)));
    Ok(args.receiver().0.clone())
}

fn compare(vm: &Rc<Vm>, args: Args<'_>, op: CmpOp) -> VmResult<Flow> {
    let [a, b] = receiver::binary(vm, args, "__eq__")?;
    let (Some(a), Some(b)) = (native_state::<Deque>(a), native_state::<Deque>(b)) else {
        return Ok(Flow::Value(Value::NotImplemented));
    };
    let (a, b) = (Value::list(a.to_vec()), Value::list(b.to_vec()));
    Flow::start(vm, move |cx| async move { cx.compare(op, &a, &b).await })
}

thread_local! {
    /// The deques whose reprs are being made.
    static SHOWN: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

/// Marks a deque as being shown.
struct Showing(u64);

impl Showing {
    /// `None` if it is being shown already.
    fn enter(object: &Rc<Instance>) -> Option<Showing> {
        let serial = object.serial();
        SHOWN.with(|shown| {
            let mut shown = shown.borrow_mut();
            if shown.contains(&serial) {
                return None;
            }
            shown.push(serial);
            Some(Showing(serial))
        })
    }
}

impl Drop for Showing {
    fn drop(&mut self) {
        let _ = SHOWN.try_with(|shown| shown.borrow_mut().retain(|serial| *serial != self.0));
    }
}

fn repr(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (deque, []) = with_arguments(vm, args, "__repr__")?;
    let Value::Instance(object) = args.receiver().0 else {
        return Ok(Flow::Value(Value::None));
    };
    let (object, most, items) = (object.clone(), deque.most.get(), Value::list(deque.to_vec()));
    Flow::start(vm, move |cx| async move {
        let Some(_showing) = Showing::enter(&object) else {
            return Ok(Value::str("[...]"));
        };
        let items = cx.repr(&items).await?;
        let name = &object.class.name;
        Ok(Value::str(match most {
            Some(most) => format!("{name}({items}, maxlen={most})"),
            None => format!("{name}({items})"),
        }))
    })
}
