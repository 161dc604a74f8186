//! Frame objects: what `sys._getframe()` shows of the frames that run, as they were when it was called.

use crate::object::function::{Getter, native_state};
use crate::object::{CodeObject, Dict, Instance, Value};
use crate::vm::Vm;
use std::rc::Rc;

/// One frame of a stack, innermost first.
pub struct Seen {
    pub code: Rc<CodeObject>,
    pub line: u32,
    pub globals: Rc<Dict>,
    pub locals: Value,
}

/// A frame object: a position in a stack.
struct FrameView {
    stack: Rc<[Seen]>,
    at: usize,
}

/// The frame that many calls up; None if there are not so many.
pub fn make(vm: &Rc<Vm>, stack: Rc<[Seen]>, at: usize) -> Value {
    if at >= stack.len() {
        return Value::None;
    }
    Value::Instance(Instance::with_native(&vm.types.frame, FrameView { stack, at }))
}

pub const GETTERS: &[Getter] = &[
    Getter {
        name: "f_code",
        get: |_, v| Ok(seen(v).map_or(Value::None, |f| Value::Code(f.code.clone()))),
        set: None,
    },
    Getter {
        name: "f_lineno",
        get: |_, v| Ok(seen(v).map_or(Value::None, |f| Value::Int(f.line.into()))),
        set: None,
    },
    Getter {
        name: "f_globals",
        get: |_, v| Ok(seen(v).map_or(Value::None, |f| Value::Dict(f.globals.clone()))),
        set: None,
    },
    Getter {
        name: "f_locals",
        get: |_, v| Ok(seen(v).map_or(Value::None, |f| f.locals.clone())),
        set: None,
    },
    Getter {
        name: "f_back",
        get: |vm, v| {
            let view = native_state::<FrameView>(v);
            Ok(view.map_or(Value::None, |view| make(vm, view.stack.clone(), view.at + 1)))
        },
        set: None,
    },
];

fn seen(value: &Value) -> Option<&Seen> {
    native_state::<FrameView>(value).and_then(|view| view.stack.get(view.at))
}
