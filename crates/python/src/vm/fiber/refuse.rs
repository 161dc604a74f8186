//! When a generator can't be resumed.

use super::Completion;
use crate::object::generator::GeneratorState;
use crate::object::{Generator, GeneratorKind, Value};
use crate::vm::Vm;
use crate::vm::call::Sent;
use std::rc::Rc;

/// What resuming comes to when the generator can't be resumed.
pub(super) fn refuse_resume(vm: &Rc<Vm>, generator: &Rc<Generator>, sent: &Sent) -> Option<Completion> {
    let noun = match generator.kind {
        GeneratorKind::Generator => "generator",
        GeneratorKind::Coroutine => "coroutine",
        GeneratorKind::AsyncGenerator => "async generator",
    };
    match generator.state.get() {
        GeneratorState::Running => Some(Completion::Raise(
            vm.value_error(format!("{noun} already executing")),
        )),
        GeneratorState::Finished => Some(match (sent, generator.kind) {
            (_, GeneratorKind::Coroutine) => {
                Completion::Raise(vm.runtime_error("cannot reuse already awaited coroutine"))
            }
            (Sent::Throw(exc), _) => Completion::Raise(exc.clone()),
            (Sent::Value(_), GeneratorKind::AsyncGenerator) => Completion::AsyncReturn,
            (Sent::Value(_), _) => Completion::GeneratorReturn(Value::None),
        }),
        GeneratorState::Created => match sent {
            Sent::Value(value) if !value.is_none() => Some(Completion::Raise(
                vm.type_error(format!("can't send non-None value to a just-started {noun}")),
            )),
            _ => None,
        },
        GeneratorState::Suspended => None,
    }
}
