//! Iterators over a deque, in both directions.

use super::{Deque, with_arguments};
use crate::object::function::native_state;
use crate::object::{Instance, Value};
use crate::types::receiver;
use crate::vm::call::{Args, NativeDef, plain};
use crate::vm::{Vm, VmResult};
use std::cell::Cell;
use std::rc::Rc;

/// The state of an iterator over a deque.
pub(super) struct DequeIterator {
    object: Rc<Instance>,
    at: Cell<usize>,
    version: u32,
    reversed: bool,
}

pub const ITERATOR_METHODS: &[NativeDef] = &[
    plain("__iter__", |_, args| Ok(args.receiver().0.clone())),
    plain("__next__", next),
    plain("__length_hint__", |_, args| {
        let left = native_state::<DequeIterator>(args.receiver().0).map_or(0, DequeIterator::left);
        Ok(Value::size(left))
    }),
];

impl DequeIterator {
    fn left(&self) -> usize {
        let length = self.object.native::<Deque>().map_or(0, Deque::len);
        length.saturating_sub(self.at.get())
    }
}

pub(super) fn iterator(vm: &Rc<Vm>, args: Args<'_>, method: &str) -> VmResult<Value> {
    let (deque, []) = with_arguments(vm, args, method)?;
    let Value::Instance(object) = args.receiver().0 else {
        return Ok(Value::None);
    };
    let state = DequeIterator {
        object: object.clone(),
        at: Cell::new(0),
        version: deque.version.get(),
        reversed: method == "__reversed__",
    };
    Ok(Value::Instance(Instance::with_native(
        &vm.native_types.deque_iterator,
        state,
    )))
}

pub(super) fn next(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Value> {
    let (receiver, _) = args.receiver();
    let Some(iterator) = native_state::<DequeIterator>(receiver) else {
        return Err(receiver::wrong_receiver(
            vm,
            receiver,
            "_deque_iterator",
            "__next__",
        ));
    };
    let Some(deque) = iterator.object.native::<Deque>() else {
        return Err(vm.stop_iteration(Value::None));
    };
    if deque.version.get() != iterator.version {
        iterator.at.set(usize::MAX);
        return Err(vm.runtime_error("deque mutated during iteration"));
    }
    let at = iterator.at.get();
    let items = deque.items.borrow();
    let place = match iterator.reversed {
        false => Some(at),
        true => items.len().checked_sub(at.saturating_add(1)),
    };
    match place.and_then(|place| items.get(place)) {
        Some(item) => {
            iterator.at.set(at + 1);
            Ok(item.clone())
        }
        None => Err(vm.stop_iteration(Value::None)),
    }
}
