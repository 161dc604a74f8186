//! Frame objects: what `sys._getframe()` shows of the frames that run, as they were when it was called; and the
//! frames that an exception has passed.

use crate::object::function::{Getter, Property, native_state};
use crate::object::{
    CodeObject, Dict, Generator, Instance, KeptFrame, NativeFunction, NativeKind, Type, Value,
};
use crate::vm::call::{Args, Flow};
use crate::vm::cx::Request;
use crate::vm::frame::Activation;
use crate::vm::source::Owner;
use crate::vm::{Vm, VmResult};
use std::rc::Rc;

/// One frame of a stack, innermost first.
pub struct Seen {
    pub code: Rc<CodeObject>,
    pub line: u32,
    pub globals: Rc<Dict>,
    pub locals: Value,
}

/// The state of a frame object.
enum FrameView {
    /// A position in a stack.
    Seen { stack: Rc<[Seen]>, at: usize },
    /// A frame that an exception has passed.
    Kept(Rc<KeptFrame>),
}

/// The frame that many calls up; None if there are not so many.
pub fn make(vm: &Rc<Vm>, stack: Rc<[Seen]>, at: usize) -> Value {
    if at >= stack.len() {
        return Value::None;
    }
    Value::Instance(Instance::with_native(
        &vm.types.frame,
        FrameView::Seen { stack, at },
    ))
}

/// The frame of a generator or a coroutine that does not run, as it stands; None if there is none to look into.
pub fn of_generator(vm: &Rc<Vm>, generator: &Generator) -> Value {
    let frame = generator.frame.borrow();
    let Some(Activation::Python(frame)) = frame.as_ref() else {
        return Value::None;
    };
    let seen = Seen {
        code: frame.code.clone(),
        line: frame.line,
        globals: frame.globals.clone(),
        locals: frame.locals(),
    };
    make(vm, Rc::new([seen]), 0)
}

/// The frame of a coroutine that runs, in the stack that begins with this frame: the outermost with its code, since it
/// may have called itself.
pub fn running(vm: &Rc<Vm>, innermost: &Value, code: &Rc<CodeObject>) -> Option<Value> {
    let FrameView::Seen { stack, .. } = native_state::<FrameView>(innermost)? else {
        return None;
    };
    let own = stack.iter().rposition(|seen| Rc::ptr_eq(&seen.code, code))?;
    Some(make(vm, stack.clone(), own))
}

/// The line at which a frame stands, as it was when it was looked at.
pub fn line_seen(frame: &Value) -> Option<u32> {
    match native_state::<FrameView>(frame)? {
        FrameView::Seen { stack, at } => stack.get(*at).map(|seen| seen.line),
        FrameView::Kept(_) => None,
    }
}

/// A frame that an exception has passed.
pub fn kept(vm: &Rc<Vm>, frame: Rc<KeptFrame>) -> Value {
    let make = || Instance::with_native(&vm.types.frame, FrameView::Kept(frame.clone()));
    Value::Instance(frame.object.get_or_make(make))
}

pub const GETTERS: &[Getter] = &[
    Getter {
        name: "f_code",
        get: |_, v| {
            Ok(match native_state::<FrameView>(v) {
                Some(FrameView::Seen { stack, at }) => Value::Code(stack[*at].code.clone()),
                Some(FrameView::Kept(frame)) => Value::Code(frame.code.clone()),
                None => Value::None,
            })
        },
        set: None,
    },
    Getter {
        name: "f_globals",
        get: |_, v| {
            Ok(match native_state::<FrameView>(v) {
                Some(FrameView::Seen { stack, at }) => Value::Dict(stack[*at].globals.clone()),
                Some(FrameView::Kept(frame)) => Value::Dict(frame.globals.clone()),
                None => Value::None,
            })
        },
        set: None,
    },
    Getter {
        name: "f_back",
        get: |vm, v| {
            Ok(match native_state::<FrameView>(v) {
                Some(FrameView::Seen { stack, at }) => make(vm, stack.clone(), at + 1),
                Some(FrameView::Kept(frame)) => {
                    let outwards = std::iter::successors(frame.back(), |frame| frame.back());
                    let own = outwards
                        .into_iter()
                        .find(|f| f.code.source.owner == Owner::Program);
                    own.map_or(Value::None, |own| kept(vm, own))
                }
                None => Value::None,
            })
        },
        set: None,
    },
];

/// Adds what has to ask the machine, since the frame may be running.
pub fn fill(vm: &Vm, class: &Rc<Type>) {
    for (name, get) in [
        ("f_lineno", NativeKind::Flow(line)),
        ("f_locals", NativeKind::Flow(locals)),
    ] {
        let property = Property {
            get: Value::Native(NativeFunction::new(name, "builtins", get)),
            set: Value::None,
            delete: Value::None,
            doc: Value::None,
        };
        let descriptor = Instance::with_native(&vm.types.property, property);
        class.dict().set_str(vm.intern(name), Value::Instance(descriptor));
    }
}

fn line(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    look(vm, args, 0)
}

fn locals(vm: &Rc<Vm>, args: Args<'_>) -> VmResult<Flow> {
    look(vm, args, 1)
}

/// The frame's line and variables, or rather that of them.
fn look(vm: &Rc<Vm>, args: Args<'_>, which: usize) -> VmResult<Flow> {
    let frame = args.receiver().0;
    let seen = |line: u32, locals: &Value| [Value::Int(line.into()), locals.clone()];
    match native_state::<FrameView>(frame) {
        Some(FrameView::Seen { stack, at }) => {
            let seen = seen(stack[*at].line, &stack[*at].locals);
            Ok(Flow::Value(seen[which].clone()))
        }
        Some(FrameView::Kept(kept)) => {
            let kept = kept.clone();
            Flow::run(vm, |cx| async move {
                let seen = cx.ask(Request::Kept(kept)).await?;
                Ok(seen.as_tuple().map_or(Value::None, |seen| seen[which].clone()))
            })
        }
        None => Ok(Flow::Value(Value::None)),
    }
}
