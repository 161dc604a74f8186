//! Traceback objects: read-only views of an exception's frames.

use super::frame::Seen;
use crate::object::function::{Getter, native_state};
use crate::object::{Dict, Exc, Instance, TraceEntry, Value};
use crate::vm::Vm;
use crate::vm::source::Owner;
use std::rc::Rc;

/// The rest of a traceback from one frame inwards, outermost first.
pub struct Traceback {
    pub entries: Rc<[TraceEntry]>,
    pub at: usize,
}

/// `exc.__traceback__`.
pub fn of(vm: &Rc<Vm>, exc: &Exc) -> Value {
    let entries = exc.data().traceback.borrow();
    let own: Rc<[TraceEntry]> = entries
        .iter()
        .rev()
        .filter(|e| e.code.source.owner == Owner::Program)
        .cloned()
        .collect();
    make(vm, own, 0)
}

fn make(vm: &Rc<Vm>, entries: Rc<[TraceEntry]>, at: usize) -> Value {
    if at >= entries.len() {
        return Value::None;
    }
    Value::Instance(Instance::with_native(
        &vm.types.traceback,
        Traceback { entries, at },
    ))
}

pub const GETTERS: &[Getter] = &[
    Getter {
        name: "f_locals",
        // The frame has ended: its variables are gone.
        get: |_, _| Ok(Value::dict()),
        set: None,
    },
    Getter {
        name: "f_back",
        get: |_, _| Ok(Value::None),
        set: None,
    },
    Getter {
        name: "f_globals",
        get: |vm, _| {
            Ok(vm
                .modules
                .get_text("__main__")
                .map_or(Value::None, |main| match main {
                    Value::Module(module) => Value::Dict(module.dict.clone()),
                    _ => Value::None,
                }))
        },
        set: None,
    },
    Getter {
        name: "tb_lineno",
        get: |_, v| Ok(entry(v).map_or(Value::None, |e| Value::Int(i64::from(e.line)))),
        set: None,
    },
    Getter {
        name: "tb_next",
        get: |vm, v| {
            let Some(traceback) = native_state::<Traceback>(v) else {
                return Ok(Value::None);
            };
            Ok(make(vm, traceback.entries.clone(), traceback.at + 1))
        },
        set: None,
    },
    Getter {
        name: "tb_frame",
        get: |vm, v| {
            Ok(entry(v).map_or(Value::None, |entry| {
                let seen = Seen {
                    code: entry.code.clone(),
                    line: entry.line,
                    globals: Rc::new(Dict::new()),
                    locals: Value::dict(),
                };
                super::frame::make(vm, Rc::new([seen]), 0)
            }))
        },
        set: None,
    },
];

fn entry(value: &Value) -> Option<&TraceEntry> {
    native_state::<Traceback>(value).and_then(|traceback| traceback.entries.get(traceback.at))
}
