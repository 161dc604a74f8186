//! `memoryview`: looking at the bytes of another object. One-dimensional views of single bytes only.

use super::arguments::byte;
use super::{ByteArray, bytes_of};
use crate::bytecode::CmpOp;
use crate::object::function::{Getter, native_state};
use crate::object::{Bytes, Instance, IterState, Value};
use crate::types::operators::{size_argument, with_ints};
use crate::types::receiver;
use crate::vm::call::{Args, NativeDef, flow, plain};
use crate::vm::protocol::index::{self, Bounds, position, try_bounds};
use crate::vm::{Vm, VmResult};
use std::cell::Cell;
use std::rc::Rc;

/// The state of a `memoryview`.
pub struct MemoryView {
    object: Value,
    /// Which of the object's bytes it shows.
    bounds: Bounds,
    released: Cell<bool>,
}

pub const METHODS: &[NativeDef] = &[
    plain("__new__", new),
    plain("__len__", |vm, args| {
        let (view, _) = own(vm, args, "__len__")?;
        Ok(Value::size(view.bounds.count))
    }),
    flow("__getitem__", |vm, args| with_ints(vm, args, 1, get_item)),
    flow("__setitem__", |vm, args| with_ints(vm, args, 1, set_item)),
    plain("__iter__", |vm, args| {
        let (view, _) = read(vm, args, "__iter__")?;
        let data = Rc::new(Bytes::new(view.data()));
        Ok(Value::iter(IterState::Bytes { data, at: 0 }))
    }),
    plain("__contains__", |vm, args| {
        let (view, rest) = read(vm, args, "__contains__")?;
        let [item] = rest.exactly::<1>(vm, "__contains__")?;
        let wanted = item.as_i64();
        Ok(Value::Bool(
            view.data().iter().any(|byte| Some(i64::from(*byte)) == wanted),
        ))
    }),
    plain("__eq__", |vm, args| compare(vm, args, CmpOp::Eq)),
    plain("__ne__", |vm, args| compare(vm, args, CmpOp::Ne)),
    plain("__hash__", |vm, args| {
        let (view, _) = read(vm, args, "__hash__")?;
        if !view.is_read_only() {
            return Err(vm.value_error("cannot hash writable memoryview object"));
        }
        Ok(Value::Int(switchboard_pyfmt::hash::hash_bytes(&view.data())))
    }),
    plain("tobytes", |vm, args| {
        let (view, _) = read(vm, args, "tobytes")?;
        vm.allocate(view.bounds.count)?;
        Ok(Value::bytes(view.data()))
    }),
    plain("tolist", |vm, args| {
        let (view, _) = read(vm, args, "tolist")?;
        vm.allocate(view.bounds.count.saturating_mul(16))?;
        let items = view
            .data()
            .iter()
            .map(|byte| Value::Int(i64::from(*byte)))
            .collect();
        Ok(Value::list(items))
    }),
    plain("hex", |vm, args| {
        let (view, _) = read(vm, args, "hex")?;
        vm.reserve(view.bounds.count.saturating_mul(2))?;
        vm.strain(view.bounds.count / 4)?;
        let mut text = String::with_capacity(view.bounds.count * 2);
        for byte in view.data() {
            switchboard_pyfmt::str_repr::push_hex(&mut text, byte);
        }
        Ok(Value::str(text))
    }),
    plain("toreadonly", |vm, args| {
        let (view, _) = read(vm, args, "toreadonly")?;
        make_of(vm, &Value::bytes(view.data()))
    }),
    plain("release", release),
    plain("__enter__", |_, args| Ok(args.receiver().0.clone())),
    plain("__exit__", release),
    plain("__repr__", |_, args| {
        let address = crate::vm::protocol::text::identity(args.receiver().0);
        Ok(Value::str(format!("<memory at {address:#x}>")))
    }),
];

pub const GETTERS: &[Getter] = &[
    Getter {
        name: "obj",
        get: |vm, value| look(vm, value, |view| view.object.clone()),
        set: None,
    },
    Getter {
        name: "nbytes",
        get: |vm, value| look(vm, value, |view| Value::size(view.bounds.count)),
        set: None,
    },
    Getter {
        name: "readonly",
        get: |vm, value| look(vm, value, |view| Value::Bool(view.is_read_only())),
        set: None,
    },
    Getter {
        name: "itemsize",
        get: |vm, value| look(vm, value, |_| Value::Int(1)),
        set: None,
    },
    Getter {
        name: "format",
        get: |vm, value| look(vm, value, |_| Value::str("B")),
        set: None,
    },
    Getter {
        name: "ndim",
        get: |vm, value| look(vm, value, |_| Value::Int(1)),
        set: None,
    },
    Getter {
        name: "shape",
        get: |vm, value| {
            look(vm, value, |view| {
                Value::tuple(vec![Value::size(view.bounds.count)])
            })
        },
        set: None,
    },
    Getter {
        name: "strides",
        get: |vm, value| look(vm, value, |view| Value::tuple(vec![Value::Int(view.bounds.step)])),
        set: None,
    },
    Getter {
        name: "contiguous",
        get: |vm, value| look(vm, value, |view| Value::Bool(view.bounds.step == 1)),
        set: None,
    },
];

impl MemoryView {
    fn data(&self) -> Vec<u8> {
        let all = bytes_of(&self.object).unwrap_or_default();
        self.bounds
            .positions()
            .filter_map(|at| all.get(at).copied())
            .collect()
    }

    fn is_read_only(&self) -> bool {
        native_state::<ByteArray>(&self.object).is_none()
    }
}

/// The bytes that a view shows.
pub fn bytes_of_view(instance: &Instance) -> Option<Vec<u8>> {
    instance.native::<MemoryView>().map(MemoryView::data)
}

fn make_of(vm: &Vm, object: &Value) -> VmResult<Value> {
    let Some(data) = bytes_of(object) else {
        return Err(vm.type_error(format!(
            "memoryview: a bytes-like object is required, not '{}'",
            vm.type_name(object)
        )));
    };
    let bounds = index::bounds(None, None, 1, data.len());
    Ok(make(vm, object.clone(), bounds))
}

fn make(vm: &Vm, object: Value, bounds: Bounds) -> Value {
    let state = MemoryView {
        object,
        bounds,
        released: Cell::new(false),
    };
    Value::Instance(Instance::with_native(&vm.types.memoryview, state))
}

fn new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (_, rest) = receiver::class(vm, args, &vm.types.memoryview)?;
    let [object] = rest.exactly::<1>(vm, "memoryview")?;
    match native_state::<MemoryView>(object) {
        Some(view) => Ok(make(vm, view.object.clone(), view.bounds)),
        None => make_of(vm, object),
    }
}

fn own<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(&'a MemoryView, Args<'a>)> {
    let (object, rest) = receiver::first(vm, args, "memoryview", method)?;
    match native_state::<MemoryView>(object) {
        Some(view) if view.released.get() => Err(released(vm)),
        Some(view) => Ok((view, rest)),
        None => Err(receiver::wrong_receiver(vm, object, "memoryview", method)),
    }
}

/// So many bytes are picked in the time of an instruction.
const PICKED_AT_ONCE: usize = 8;

/// As [`own`], for methods that look at the bytes.
fn read<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(&'a MemoryView, Args<'a>)> {
    let (view, rest) = own(vm, args, method)?;
    vm.reserve(view.bounds.count)?;
    vm.strain(view.bounds.count / PICKED_AT_ONCE)?;
    Ok((view, rest))
}

fn released(vm: &Vm) -> crate::object::Exc {
    vm.value_error("operation forbidden on released memoryview object")
}

fn look(vm: &Vm, value: &Value, part: fn(&MemoryView) -> Value) -> VmResult<Value> {
    match native_state::<MemoryView>(value) {
        Some(view) if view.released.get() => Err(released(vm)),
        Some(view) => Ok(part(view)),
        None => Ok(Value::None),
    }
}

fn release(_: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    if let Some(view) = native_state::<MemoryView>(args.receiver().0) {
        view.released.set(true);
    }
    Ok(Value::None)
}

/// The part of the object's bytes that a slice of the view names.
fn part_of(bounds: Bounds, slice: Bounds) -> Bounds {
    let start = bounds.start + slice.start * bounds.step;
    let step = bounds.step * slice.step;
    Bounds {
        start,
        stop: start + step * slice.count as i64,
        step,
        count: slice.count,
    }
}

fn place(vm: &Rc<Vm>, view: &MemoryView, at: &Value) -> VmResult<usize> {
    if !index::has_index(vm, at) {
        return Err(vm.type_error("memoryview: invalid slice key"));
    }
    let at = position(size_argument(vm, at)?, view.bounds.count);
    let at = at.and_then(|at| view.bounds.positions().nth(at));
    at.ok_or_else(|| vm.index_error("index out of bounds on dimension 1"))
}

fn get_item(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (view, rest) = own(vm, args, "__getitem__")?;
    let [at] = rest.exactly::<1>(vm, "__getitem__")?;
    if let Value::Slice(slice) = at {
        let slice = try_bounds(vm, slice, view.bounds.count)?;
        let slice = slice.unwrap_or(index::bounds(None, None, 1, view.bounds.count));
        return Ok(make(vm, view.object.clone(), part_of(view.bounds, slice)));
    }
    let at = place(vm, view, at)?;
    let data = bytes_of(&view.object).unwrap_or_default();
    match data.get(at) {
        Some(byte) => Ok(Value::Int(i64::from(*byte))),
        None => Err(vm.index_error("index out of bounds on dimension 1")),
    }
}

fn set_item(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (view, rest) = own(vm, args, "__setitem__")?;
    let [at, value] = rest.exactly::<2>(vm, "__setitem__")?;
    let Some(array) = native_state::<ByteArray>(&view.object) else {
        return Err(vm.type_error("cannot modify read-only memory"));
    };
    let (places, items): (Vec<usize>, Vec<u8>) = match at {
        Value::Slice(slice) => {
            let slice = try_bounds(vm, slice, view.bounds.count)?;
            let slice = slice.unwrap_or(index::bounds(None, None, 1, view.bounds.count));
            let Some(items) = bytes_of(value) else {
                return Err(vm.type_error(format!(
                    "a bytes-like object is required, not '{}'",
                    vm.type_name(value)
                )));
            };
            if items.len() != slice.count {
                return Err(
                    vm.value_error("memoryview assignment: lvalue and rvalue have different structures")
                );
            }
            (
                part_of(view.bounds, slice).positions().collect(),
                items.into_owned(),
            )
        }
        at => {
            let item = byte(vm, value, "memoryview: invalid value for format 'B'")?;
            (vec![place(vm, view, at)?], vec![item])
        }
    };
    let mut data = array.data.borrow_mut();
    for (at, item) in places.into_iter().zip(items) {
        if let Some(slot) = data.get_mut(at) {
            *slot = item;
        }
    }
    Ok(Value::None)
}

fn compare(vm: &Rc<Vm>, args: Args<'_>, op: CmpOp) -> VmResult<Value> {
    let [a, b] = receiver::binary(vm, args, "__eq__")?;
    match (bytes_of(a), bytes_of(b)) {
        (Some(a), Some(b)) => {
            // A view copies what it shows.
            vm.scan(a.len().saturating_add(b.len()).saturating_mul(4))?;
            Ok(Value::Bool((a == b) == (op == CmpOp::Eq)))
        }
        _ => Ok(Value::NotImplemented),
    }
}
