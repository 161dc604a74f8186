//! Frames as they are shown: functions, lines, and variables with short texts.

use super::text::short_text;
use crate::aio::future;
use crate::bytecode::CodeKind;
use crate::object::{Instance, Value};
use crate::vm::Vm;
use crate::vm::fiber::Fiber;
use crate::vm::frame::{Activation, Frame};
use crate::vm::source::Owner;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use switchboard_executor::TaskId;

/// Of a deep recursion, the innermost frames are shown.
const MOST_FRAMES: usize = 20;

/// A frame shows at most so many variables.
const MOST_VARIABLES: usize = 40;

/// A frame of the program's own code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameView {
    pub function: String,
    /// 1-based.
    pub line: u32,
    pub locals: Vec<Variable>,
}

/// A variable that has a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    pub name: String,
    /// What `repr` would give, as far as that needs none of the program's code; cut where it is long.
    pub text: String,
}

/// What an inspected session shows of the step in the middle of which it stands.
#[derive(Default)]
pub struct Seen {
    is_inspected: Cell<bool>,
    /// The next step that stops is looked at.
    is_looking: Cell<bool>,
    task: Cell<Option<TaskId>>,
    frames: RefCell<Vec<FrameView>>,
}

impl Seen {
    /// From now on the session is inspected.
    pub fn begin(&self) {
        self.is_inspected.set(true);
    }

    /// What was seen is over.
    pub fn forget(&self) {
        self.is_looking.set(false);
        self.task.set(None);
        self.frames.take();
    }

    /// Looks at the step that stops next.
    pub fn look(&self) {
        self.is_looking.set(true);
    }

    /// The task in the middle of whose step the session stands.
    pub fn task(&self) -> Option<TaskId> {
        self.task.get()
    }

    /// The frames of that step.
    pub fn frames(&self) -> Vec<FrameView> {
        self.frames.borrow().clone()
    }
}

impl Vm {
    /// A step stops because its fuel is used up.
    pub(crate) fn note_preempted(self: &Rc<Self>, task: Option<TaskId>, fiber: &Fiber) {
        if self.seen.is_looking.replace(false) {
            self.see(task, fiber);
        }
    }

    /// A step stops because it blocks the thread, and is not asked again before that is over.
    pub(crate) fn note_blocked(self: &Rc<Self>, task: Option<TaskId>, fiber: &Fiber) {
        if self.seen.is_inspected.get() {
            self.see(task, fiber);
        }
    }

    fn see(self: &Rc<Self>, task: Option<TaskId>, fiber: &Fiber) {
        self.seen.task.set(task);
        self.seen.frames.replace(of_fiber(self, fiber));
    }
}

/// The frames on a fiber's stack, the innermost first.
pub fn of_fiber(vm: &Rc<Vm>, fiber: &Fiber) -> Vec<FrameView> {
    let shown = fiber.frames().rev().filter(|frame| is_shown(frame));
    shown.take(MOST_FRAMES).map(|frame| view(vm, frame)).collect()
}

/// The frames of a task that does not run, the innermost first.
pub fn of_task(vm: &Rc<Vm>, task: TaskId) -> Vec<FrameView> {
    let tasks = vm.aio.tasks.borrow();
    let found = tasks.iter().filter_map(|task| task.upgrade());
    let mut found = found.filter(|instance| id_of(instance) == Some(task));
    let coroutine = found.next().and_then(|instance| coroutine_of(&instance));
    let mut frames = Vec::new();
    let mut next = coroutine;
    while let Some(Value::Generator(generator)) = next {
        if let Some(Activation::Python(frame)) = generator.frame.borrow().as_ref()
            && is_shown(frame)
        {
            frames.push(view(vm, frame));
        }
        next = generator.awaited();
    }
    frames.reverse();
    frames.truncate(MOST_FRAMES);
    frames
}

fn id_of(instance: &Rc<Instance>) -> Option<TaskId> {
    let task = future::data(instance)?.task.as_ref()?;
    Some(task.id.get())
}

fn coroutine_of(instance: &Rc<Instance>) -> Option<Value> {
    let task = future::data(instance)?.task.as_ref()?;
    Some(task.coroutine.clone())
}

/// The library's frames are none of the program's business.
fn is_shown(frame: &Frame) -> bool {
    frame.code.source.owner == Owner::Program
}

fn view(vm: &Rc<Vm>, frame: &Frame) -> FrameView {
    let mut locals = Vec::new();
    let mut push = |name: &str, value: &Value| {
        if locals.len() < MOST_VARIABLES && !value.is_empty_slot() {
            locals.push(Variable {
                name: name.to_owned(),
                text: vm.unnoticed(|| short_text(vm, value)),
            });
        }
    };
    let namespace = match frame.code.code.kind {
        CodeKind::Module => Some(&frame.globals),
        CodeKind::Class => frame.namespace.as_ref(),
        _ => None,
    };
    match namespace {
        // What a program defines and imports stands in its text already.
        Some(namespace) => {
            let mut at = 0;
            while let Some((position, _, key, value)) = namespace.entry_at(at) {
                at = position;
                let is_definition = matches!(
                    value,
                    Value::Module(_) | Value::Function(_) | Value::Type(_) | Value::Native(_)
                );
                match key.as_str() {
                    Some(name) if !is_definition && !name.starts_with("__") => push(name, &value),
                    _ => {}
                }
            }
        }
        None => {
            for (name, value) in frame.code.locals.iter().zip(&frame.slots) {
                if name.starts_with('.') {
                    continue;
                }
                match value {
                    Value::Cell(cell) => push(name, &cell.get()),
                    value => push(name, value),
                }
            }
        }
    }
    FrameView {
        function: frame.code.qualname.to_string(),
        line: frame.line,
        locals,
    }
}
