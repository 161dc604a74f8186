//! Exceptions: instances of `BaseException` and its subclasses.

use super::{Instance, Payload, Traceback, Tuple, Value, trash};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// A raised exception, as the `Err` of everything that can fail in Python terms. The instance's payload is
/// [`Payload::Exception`].
#[derive(Clone)]
pub struct Exc(pub Rc<Instance>);

/// So far a chain of contexts is searched for circles.
const LONGEST_CHAIN: usize = 10_000;

/// What every exception carries.
pub struct ExcData {
    pub args: RefCell<Rc<Tuple>>,
    /// What a group holds: its `exceptions`.
    pub members: OnceCell<Rc<Tuple>>,
    /// `__cause__`: what `raise … from` named. `Empty` if nothing was named, `None` for `from None`.
    pub cause: RefCell<Value>,
    /// `__context__`: the exception that was being handled when this one was raised; `Empty` if none.
    pub context: RefCell<Value>,
    pub suppress_context: Cell<bool>,
    /// What its traceback adds to the message: ". Did you mean: 'x'?".
    pub hint: RefCell<String>,
    /// `__traceback__`: the frames that it has passed so far.
    pub traceback: RefCell<Option<Rc<Traceback>>>,
    /// Functions of ours that are Rust here and Python in CPython: their frames are not shown, but they count.
    pub hidden: Hidden,
    /// It has been thrown into a coroutine, and not shown in a frame since.
    pub is_thrown: Cell<bool>,
}

/// What an exception has passed without a trace.
#[derive(Default)]
pub struct Hidden {
    /// Whether there was such a frame.
    pub any: Cell<bool>,
    /// What the variables of such frames hold.
    held: RefCell<Vec<Value>>,
}

impl Exc {
    pub fn value(&self) -> Value {
        Value::Instance(self.0.clone())
    }

    /// The exception in a value, if it is one.
    pub fn from_value(value: &Value) -> Option<Exc> {
        match value {
            Value::Instance(instance) if matches!(instance.payload, Payload::Exception(_)) => {
                Some(Exc(instance.clone()))
            }
            _ => None,
        }
    }

    pub fn data(&self) -> &ExcData {
        match &self.0.payload {
            Payload::Exception(data) => data,
            // `from_value` and `Vm::exc_args` let nothing else in.
            _ => unreachable!("an Exc is always made from an exception instance"),
        }
    }

    /// The class's name.
    pub fn class_name(&self) -> &str {
        self.0.class.name.as_str()
    }

    /// `args[index]`.
    pub fn arg(&self, index: usize) -> Option<Value> {
        self.data().args.borrow().get(index).cloned()
    }

    /// It has left a function of ours that CPython has in Python, whose arguments the traceback would keep.
    pub fn leave_hidden(&self, args: &[Value]) {
        let hidden = &self.data().hidden;
        hidden.any.set(true);
        hidden.held.borrow_mut().extend_from_slice(args);
    }

    /// `__context__` becomes the exception that was being handled, unless that would make a circle.
    /// Mirrors `_PyErr_SetObject`.
    pub fn chain(&self, handled: &Exc) {
        if handled.is_same(self) {
            return;
        }
        // The chain must not come back to this exception: cut it where it would.
        let mut link = handled.clone();
        for _ in 0..LONGEST_CHAIN {
            let next = Exc::from_value(&link.data().context.borrow());
            match next {
                Some(next) if next.is_same(self) => {
                    link.data().context.replace(Value::Empty);
                    break;
                }
                Some(next) => link = next,
                None => break,
            }
        }
        self.data().context.replace(handled.value());
    }

    /// The outermost of the frames that it has passed so far.
    pub fn traceback(&self) -> Option<Rc<Traceback>> {
        self.data().traceback.borrow().clone()
    }

    pub fn is_same(&self, other: &Exc) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl ExcData {
    pub fn new(args: Vec<Value>) -> Self {
        ExcData {
            args: RefCell::new(Rc::new(Tuple::new(args))),
            members: OnceCell::new(),
            cause: RefCell::new(Value::Empty),
            context: RefCell::new(Value::Empty),
            suppress_context: Cell::new(false),
            hint: RefCell::default(),
            traceback: RefCell::default(),
            hidden: Hidden::default(),
            is_thrown: Cell::new(false),
        }
    }
}

impl Drop for ExcData {
    fn drop(&mut self) {
        // As CPython clears an exception: first where it was raised, then what led to it.
        drop(self.traceback.take());
        // A chain of contexts can be as long as a loop that raises.
        let linked: Vec<Value> = [self.cause.take(), self.context.take()]
            .into_iter()
            .filter(Value::may_nest)
            .collect();
        if !linked.is_empty() {
            trash::discard(linked);
        }
    }
}
