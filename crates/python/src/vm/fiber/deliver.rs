//! What the end of an activation means to the frame that waits for it.

use super::Completion;
use crate::object::{Exc, Value};
use crate::vm::Vm;
use crate::vm::frame::{Frame, Then};
use crate::vm::generators::AsyncStep;
use std::rc::Rc;

pub(super) enum Delivered {
    GoesOn,
    /// The frame is suspended with this value: the next one below gets it.
    PassOn(Value),
}

/// Gives a frame the result of what it has called.
pub(super) fn deliver(vm: &Rc<Vm>, frame: &mut Frame, completion: Completion) -> Delivered {
    let then = std::mem::take(&mut frame.then);
    if let Then::Delegate = then {
        return deliver_to_await(vm, frame, completion);
    }
    let value = match completion {
        Completion::Return(value) | Completion::Yield(value) => value,
        Completion::GeneratorReturn(value) => match then {
            Then::ForIter(exit) => {
                exhaust(frame, exit);
                return Delivered::GoesOn;
            }
            _ => {
                frame.thrown = Some(vm.stop_iteration(value));
                return Delivered::GoesOn;
            }
        },
        Completion::AsyncYield(value) => {
            frame.thrown = Some(vm.stop_iteration(value));
            return Delivered::GoesOn;
        }
        Completion::AsyncReturn => {
            frame.thrown = Some(vm.exc_args(&vm.types.stop_async_iteration, Vec::new()));
            return Delivered::GoesOn;
        }
        Completion::Raise(exc) => {
            match then {
                Then::ForIter(exit) if vm.is_exc(&exc, &vm.types.stop_iteration) => exhaust(frame, exit),
                _ => frame.thrown = Some(exc),
            }
            return Delivered::GoesOn;
        }
    };
    match then {
        Then::Push | Then::ForIter(_) => {
            frame.slots.push(value);
            frame.pc += 1;
        }
        Then::Retry => frame.slots.push(value),
        Then::Discard => {}
        Then::JumpOrPop { wanted, target } => {
            if matches!(value, Value::Bool(truth) if truth == wanted) {
                frame.pc = target as usize;
            } else {
                drop(frame.slots.pop());
                frame.pc += 1;
            }
        }
        Then::PushMatch => {
            let pair = value.as_tuple().map(|pair| pair.to_vec()).unwrap_or_default();
            if let Some(matched) = pair.get(1).and_then(Exc::from_value) {
                frame.handled = Some(matched);
            }
            frame.slots.extend(pair);
            frame.pc += 1;
        }
        Then::RaiseIt => frame.thrown = Exc::from_value(&value),
        Then::Ignore => frame.pc += 1,
        Then::Init(object) => {
            if value.is_none() {
                frame.slots.push(object);
                frame.pc += 1;
            } else {
                let name = vm.type_name(&value);
                frame.thrown = Some(vm.type_error(format!("__init__() should return None, not '{name}'")));
            }
        }
        Then::AwaitIterator => match vm.await_iterator(&value) {
            Ok(()) => {
                frame.slots.push(value);
                frame.pc += 1;
            }
            Err(exc) => frame.thrown = Some(exc),
        },
        Then::Delegate => {}
    }
    Delivered::GoesOn
}

/// A `for` loop's iterator has ended.
pub(super) fn exhaust(frame: &mut Frame, exit: usize) {
    drop(frame.slots.pop());
    frame.pc = exit;
}

/// Gives a frame that awaits (or yields from) an iterator what came of it.
pub(super) fn deliver_to_await(vm: &Rc<Vm>, frame: &mut Frame, completion: Completion) -> Delivered {
    let step_mode = frame.slots.last().and_then(|iterator| {
        crate::object::function::native_state::<AsyncStep>(iterator)
            .map(|step| step.end(&completion_kind(&completion)))
    });
    let result = match completion {
        Completion::Yield(value) | Completion::Return(value) => {
            frame.then = Then::Push;
            return Delivered::PassOn(value);
        }
        Completion::GeneratorReturn(value) => Ok(value),
        Completion::AsyncYield(value) => match step_mode {
            Some(crate::vm::generators::StepEnd::IgnoredExit) => {
                Err(vm.runtime_error("async generator ignored GeneratorExit"))
            }
            _ => Ok(value),
        },
        Completion::AsyncReturn => match step_mode {
            Some(crate::vm::generators::StepEnd::Closed) => Ok(Value::None),
            _ => Err(vm.exc_args(&vm.types.stop_async_iteration, Vec::new())),
        },
        Completion::Raise(exc) => {
            let is_generator = matches!(frame.slots.last(), Some(Value::Generator(_)));
            if matches!(step_mode, Some(crate::vm::generators::StepEnd::Closed))
                && (vm.is_exc(&exc, &vm.types.generator_exit)
                    || vm.is_exc(&exc, &vm.types.stop_async_iteration))
            {
                Ok(Value::None)
            } else if !is_generator && step_mode.is_none() && vm.is_exc(&exc, &vm.types.stop_iteration) {
                Ok(exc.arg(0).unwrap_or(Value::None))
            } else {
                Err(exc)
            }
        }
    };
    match result {
        Ok(value) => {
            if let Some(top) = frame.slots.last_mut() {
                drop(std::mem::replace(top, value));
            }
            vm.await_left(frame);
            frame.pc += 1;
        }
        Err(exc) => frame.thrown = Some(exc),
    }
    Delivered::GoesOn
}

pub(super) fn completion_kind(completion: &Completion) -> crate::vm::generators::StepResult {
    use crate::vm::generators::StepResult;
    match completion {
        Completion::Yield(_) | Completion::Return(_) => StepResult::Suspended,
        Completion::AsyncYield(_) => StepResult::Item,
        _ => StepResult::Ended,
    }
}
