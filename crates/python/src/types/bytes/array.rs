//! `bytearray`: bytes that can change.

use super::arguments::byte;
use super::construct::Source;
use super::{bytes_of, new_array, search};
use crate::bytecode::CmpOp;
use crate::object::function::{Getter, native_state};
use crate::object::memory::Charge;
use crate::object::{Bytes, Instance, IterState, Payload, Value};
use crate::types::operators::{size_argument, with_ints};
use crate::types::receiver;
use crate::vm::call::{Args, Flow, NativeDef, flow, plain};
use crate::vm::protocol::index::{self, position, try_bounds};
use crate::vm::{Vm, VmResult};
use std::cell::RefCell;
use std::rc::Rc;

/// The state of a `bytearray`.
pub struct ByteArray {
    pub data: RefCell<Vec<u8>>,
    charge: Charge,
}

const BYTE_RANGE: &str = "byte must be in range(0, 256)";

pub const METHODS: &[NativeDef] = &[
    flow("__new__", new),
    flow("__init__", init),
    plain("__len__", |vm, args| {
        let (array, _) = own(vm, args, "__len__")?;
        Ok(Value::size(array.data.borrow().len()))
    }),
    plain("__iter__", |vm, args| {
        let (array, _) = own(vm, args, "__iter__")?;
        vm.allocate(array.data.borrow().len())?;
        let data = Rc::new(Bytes::new(array.data.borrow().clone()));
        Ok(Value::iter(IterState::Bytes { data, at: 0 }))
    }),
    plain("__contains__", |vm, args| {
        let (array, rest) = own(vm, args, "__contains__")?;
        let [item] = rest.exactly::<1>(vm, "__contains__")?;
        vm.scan(array.data.borrow().len())?;
        let data = array.data.borrow().clone();
        search::contains(vm, &data, item).map(Value::Bool)
    }),
    flow("__getitem__", |vm, args| with_ints(vm, args, 1, get_item)),
    flow("__setitem__", set_item),
    flow("__delitem__", |vm, args| with_ints(vm, args, 1, del_item)),
    plain("__eq__", |vm, args| compare(vm, args, CmpOp::Eq)),
    plain("__ne__", |vm, args| compare(vm, args, CmpOp::Ne)),
    plain("__lt__", |vm, args| compare(vm, args, CmpOp::Lt)),
    plain("__le__", |vm, args| compare(vm, args, CmpOp::Le)),
    plain("__gt__", |vm, args| compare(vm, args, CmpOp::Gt)),
    plain("__ge__", |vm, args| compare(vm, args, CmpOp::Ge)),
    flow("append", |vm, args| {
        with_ints(vm, args, 1, |vm, args| {
            let (array, rest) = own(vm, args, "append")?;
            let [item] = rest.exactly::<1>(vm, "bytearray.append")?;
            let item = byte(vm, item, BYTE_RANGE)?;
            array.change(vm, 1, |data| data.push(item))
        })
    }),
    flow("insert", |vm, args| {
        with_ints(vm, args, 1, |vm, args| {
            let (array, rest) = own(vm, args, "insert")?;
            let [at, item] = rest.exactly::<2>(vm, "insert")?;
            let (at, item) = (size_argument(vm, at)?, byte(vm, item, BYTE_RANGE)?);
            vm.scan(array.data.borrow().len())?;
            array.change(vm, 1, |data| {
                let length = data.len() as i64;
                let at = if at < 0 {
                    (at + length).max(0)
                } else {
                    at.min(length)
                };
                data.insert(at as usize, item);
            })
        })
    }),
    flow("extend", extend),
    flow("__iadd__", |vm, args| {
        let [object, other] = receiver::binary(vm, args, "__iadd__")?;
        let (array, _) = own(vm, args, "__iadd__")?;
        let Some(more) = bytes_of(other) else {
            return Err(vm.type_error(format!("can't concat {} to bytearray", vm.type_name(other))));
        };
        array.change(vm, more.len(), |data| data.extend_from_slice(&more))?;
        Ok(Flow::Value(object.clone()))
    }),
    flow("pop", |vm, args| with_ints(vm, args, 1, pop)),
    flow("remove", |vm, args| {
        with_ints(vm, args, 1, |vm, args| {
            let (array, rest) = own(vm, args, "remove")?;
            let [item] = rest.exactly::<1>(vm, "bytearray.remove")?;
            let item = byte(vm, item, BYTE_RANGE)?;
            let at = array.data.borrow().iter().position(|byte| *byte == item);
            let Some(at) = at else {
                return Err(vm.value_error("value not found in bytearray"));
            };
            vm.scan(array.data.borrow().len())?;
            array.change(vm, 0, |data| {
                data.remove(at);
            })
        })
    }),
    plain("clear", |vm, args| {
        let (array, _) = own(vm, args, "clear")?;
        array.change(vm, 0, Vec::clear)
    }),
    plain("reverse", |vm, args| {
        let (array, _) = own(vm, args, "reverse")?;
        vm.scan(array.data.borrow().len())?;
        array.change(vm, 0, |data| data.reverse())
    }),
    plain("copy", |vm, args| {
        let (array, _) = own(vm, args, "copy")?;
        vm.allocate(array.data.borrow().len())?;
        Ok(new_array(vm, array.data.borrow().clone()))
    }),
];

pub const GETTERS: &[Getter] = &[];

/// So many bytes are taken or kept one by one in the time of an instruction.
const PICKED_AT_ONCE: usize = 8;

impl ByteArray {
    pub fn new(data: Vec<u8>) -> Self {
        let charge = Charge::new(56 + data.capacity());
        ByteArray {
            data: RefCell::new(data),
            charge,
        }
    }

    /// Changes the bytes; `more` is how many may be added.
    fn change(&self, vm: &Vm, more: usize, change: impl FnOnce(&mut Vec<u8>)) -> VmResult<Value> {
        vm.allocate(more)?;
        let mut data = self.data.borrow_mut();
        change(&mut data);
        self.charge.resize(56 + data.capacity());
        Ok(Value::None)
    }
}

fn own<'a>(vm: &Rc<Vm>, args: Args<'a>, method: &str) -> VmResult<(&'a ByteArray, Args<'a>)> {
    let (object, rest) = receiver::first(vm, args, "bytearray", method)?;
    match native_state::<ByteArray>(object) {
        Some(array) => Ok((array, rest)),
        None => Err(receiver::wrong_receiver(vm, object, "bytearray", method)),
    }
}

fn new(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (class, rest) = receiver::class(vm, args, &vm.types.bytearray)?;
    if Rc::ptr_eq(class, &vm.types.bytearray) {
        let source = Source::bind(vm, rest, "bytearray")?;
        return Flow::start(vm, move |cx| async move {
            let data = source.read(&cx, "bytearray").await?;
            Ok(new_array(&cx.vm, data))
        });
    }
    // A subclass is filled by `__init__`.
    let payload = Payload::Native(Box::new(ByteArray::new(Vec::new())));
    Ok(Flow::Value(Value::Instance(Rc::new(Instance::new(
        class.clone(),
        payload,
    )))))
}

fn init(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let object = args.receiver().0.clone();
    let (_, rest) = own(vm, args, "__init__")?;
    let source = Source::bind(vm, rest, "bytearray")?;
    Flow::start(vm, move |cx| async move {
        let data = source.read(&cx, "bytearray").await?;
        match native_state::<ByteArray>(&object) {
            Some(array) => array.change(&cx.vm, 0, |old| *old = data),
            None => Ok(Value::None),
        }
    })
}

fn compare(vm: &Rc<Vm>, args: Args<'_>, op: CmpOp) -> VmResult<Value> {
    let [a, b] = receiver::binary(vm, args, "__eq__")?;
    let (Some(a), Some(b)) = (bytes_of(a), bytes_of(b)) else {
        return Ok(Value::NotImplemented);
    };
    vm.scan(a.len().saturating_add(b.len()).saturating_mul(4))?;
    let order = a.cmp(&b);
    Ok(Value::Bool(match op {
        CmpOp::Eq => order.is_eq(),
        CmpOp::Ne => order.is_ne(),
        CmpOp::Lt => order.is_lt(),
        CmpOp::Le => order.is_le(),
        CmpOp::Gt => order.is_gt(),
        CmpOp::Ge => order.is_ge(),
    }))
}

fn get_item(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (array, rest) = own(vm, args, "__getitem__")?;
    let [at] = rest.exactly::<1>(vm, "__getitem__")?;
    let data = array.data.borrow();
    if let Value::Slice(slice) = at {
        let Some(bounds) = try_bounds(vm, slice, data.len())? else {
            return Ok(Value::None);
        };
        vm.allocate(bounds.count)?;
        vm.charge(bounds.count / PICKED_AT_ONCE)?;
        let picked = bounds.positions().filter_map(|at| data.get(at).copied());
        return Ok(new_array(vm, picked.collect()));
    }
    match position(item_index(vm, at)?, data.len()).and_then(|at| data.get(at)) {
        Some(byte) => Ok(Value::Int(i64::from(*byte))),
        None => Err(vm.index_error("bytearray index out of range")),
    }
}

fn item_index(vm: &Rc<Vm>, at: &Value) -> VmResult<i64> {
    if !index::has_index(vm, at) {
        return Err(vm.type_error(format!(
            "bytearray indices must be integers or slices, not {}",
            vm.type_name(at)
        )));
    }
    size_argument(vm, at)
}

fn set_item(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (_, rest) = own(vm, args, "__setitem__")?;
    let [at, value] = rest.exactly::<2>(vm, "__setitem__")?.clone();
    let object = args.receiver().0.clone();
    Flow::start(vm, |cx| async move {
        let vm = &cx.vm;
        let Some(array) = native_state::<ByteArray>(&object) else {
            return Ok(Value::None);
        };
        let at = match &at {
            Value::Slice(_) => index::resolve(&cx, &at).await?,
            at => Value::Int(item_index(vm, at)?),
        };
        let Value::Slice(slice) = &at else {
            let item = index::index(&cx, &value).await?;
            let item = byte(vm, &item, BYTE_RANGE)?;
            let length = array.data.borrow().len();
            let Some(at) = at.as_i64().and_then(|at| position(at, length)) else {
                return Err(vm.index_error("bytearray index out of range"));
            };
            return array.change(vm, 0, |data| {
                if let Some(slot) = data.get_mut(at) {
                    *slot = item;
                }
            });
        };
        let items = match bytes_of(&value) {
            Some(data) => data.into_owned(),
            None => super::collect(&cx, &value, "bytearray").await?,
        };
        let length = array.data.borrow().len();
        let Some(bounds) = try_bounds(vm, slice, length)? else {
            return Ok(Value::None);
        };
        if bounds.step == 1 {
            let start = (bounds.start.max(0) as usize).min(length);
            let stop = (bounds.stop.max(0) as usize).clamp(start, length);
            vm.scan(length - start)?;
            return array.change(vm, items.len(), |data| {
                data.splice(start..stop, items);
            });
        }
        if items.len() != bounds.count {
            return Err(vm.value_error(format!(
                "attempt to assign bytes of size {} to extended slice of size {}",
                items.len(),
                bounds.count
            )));
        }
        vm.charge(items.len() / PICKED_AT_ONCE)?;
        array.change(vm, 0, |data| {
            for (at, item) in bounds.positions().zip(items) {
                if let Some(slot) = data.get_mut(at) {
                    *slot = item;
                }
            }
        })
    })
}

fn del_item(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (array, rest) = own(vm, args, "__delitem__")?;
    let [at] = rest.exactly::<1>(vm, "__delitem__")?;
    let length = array.data.borrow().len();
    if let Value::Slice(slice) = at {
        let Some(bounds) = try_bounds(vm, slice, length)? else {
            return Ok(Value::None);
        };
        vm.charge(length / PICKED_AT_ONCE)?;
        let mut gone = vec![false; length];
        for at in bounds.positions() {
            if let Some(gone) = gone.get_mut(at) {
                *gone = true;
            }
        }
        return array.change(vm, 0, |data| {
            let mut gone = gone.into_iter();
            data.retain(|_| !gone.next().unwrap_or(false));
        });
    }
    match position(item_index(vm, at)?, length) {
        Some(at) => {
            vm.scan(length - at)?;
            array.change(vm, 0, |data| {
                data.remove(at);
            })
        }
        None => Err(vm.index_error("bytearray index out of range")),
    }
}

fn pop(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (array, rest) = own(vm, args, "pop")?;
    let at = match rest.between(vm, "pop", 0, 1)? {
        [at, ..] => size_argument(vm, at)?,
        [] => -1,
    };
    let length = array.data.borrow().len();
    if length == 0 {
        return Err(vm.index_error("pop from empty bytearray"));
    }
    let Some(at) = position(at, length) else {
        return Err(vm.index_error("pop index out of range"));
    };
    vm.scan(length - at)?;
    let mut gone = 0;
    array.change(vm, 0, |data| gone = data.remove(at))?;
    Ok(Value::Int(i64::from(gone)))
}

fn extend(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    let (array, rest) = own(vm, args, "extend")?;
    let [items] = rest.exactly::<1>(vm, "bytearray.extend")?.clone();
    if let Some(more) = bytes_of(&items) {
        return array
            .change(vm, more.len(), |data| data.extend_from_slice(&more))
            .map(Flow::Value);
    }
    if items.as_str().is_some() {
        return Err(vm.type_error("expected iterable of integers; got: 'str'"));
    }
    if crate::vm::protocol::iterate::try_iter(vm, &items).is_err() {
        return Err(vm.type_error(format!("can't extend bytearray with {}", vm.type_name(&items))));
    }
    let object = args.receiver().0.clone();
    Flow::start(vm, |cx| async move {
        let more = super::collect(&cx, &items, "bytearray").await?;
        match native_state::<ByteArray>(&object) {
            Some(array) => array.change(&cx.vm, more.len(), |data| data.extend(more)),
            None => Ok(Value::None),
        }
    })
}
