//! [`Cx`]: how a native frame calls into Python.
//!
//! Built-in functions such as `sorted(key=…)` call functions of the program. They are `async` Rust: an `.await` on
//! a [`Cx`] method leaves a request for the machine and suspends the native frame; the machine runs the request on
//! its own frame stack (never on the Rust stack), and polls the native frame again with the reply. So a program can
//! be stopped and resumed after any instruction, also inside a sort's key function.

use super::call::Sent;
use super::{Vm, VmResult};
use crate::bytecode::BinOp;
use crate::bytecode::CmpOp;
use crate::object::{Exc, Generator, Str, Value};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

/// What a native frame asks the machine to run.
pub enum Request {
    Call {
        callable: Value,
        args: Vec<Value>,
        names: Vec<Str>,
    },
    Resume {
        generator: Rc<Generator>,
        sent: Sent,
    },
    /// Runs a class body with this namespace.
    ClassBody {
        function: Value,
        namespace: Value,
    },
    /// Runs a module's code with these globals.
    Module {
        code: Rc<crate::object::CodeObject>,
        globals: Rc<crate::object::Dict>,
    },
    Block(super::call::Block),
    /// Looks at the limits, and stops until the next slice if this one is over.
    Look,
    /// The slice's fuel was used up by something else that has to go on first: stops until the next slice.
    Preempt,
    /// The exception that is being handled where the native function was called, or None.
    Handled,
    /// `globals()` of the innermost Python frame.
    Globals,
    /// `locals()` of the innermost Python frame.
    Locals,
    /// A frame object for the Python frame that many calls up, or None.
    Frame(usize),
    /// Line and variables of a frame that a traceback knows, as a tuple.
    Kept(Rc<crate::object::KeptFrame>),
    /// In a native coroutine: suspends it with this value. The reply is what it is resumed with.
    Yield(Value),
}

/// What a request of a native frame takes, in instructions, and beyond: a step of the frame before and after it.
const REQUEST_COST: i64 = 8;
const REQUEST_STRAIN: usize = 14;

impl Request {
    /// What serving it takes: in instructions, and what counts for their limit alone.
    pub(super) fn cost(&self) -> (i64, usize) {
        match self {
            // Where slices end must not show: to look at them and to make room for others is no work.
            Self::Look | Self::Preempt => (0, 0),
            Self::Locals | Self::Globals | Self::Frame(_) => (4 * REQUEST_COST, REQUEST_STRAIN),
            _ => (REQUEST_COST, REQUEST_STRAIN),
        }
    }
}

/// A native frame's access to the machine. Cheap to clone.
#[derive(Clone)]
pub struct Cx {
    pub vm: Rc<Vm>,
}

/// The letter box between a native frame and the machine.
#[derive(Default)]
pub struct Link {
    request: RefCell<Option<Request>>,
    reply: RefCell<Option<VmResult<Value>>>,
    /// What runs is thrown away if it asks for anything: see [`at_once`](super::protocol::at_once::at_once).
    pub(super) on_trial: Cell<bool>,
}

impl Link {
    pub fn take_request(&self) -> Option<Request> {
        self.request.take()
    }

    pub fn reply(&self, reply: VmResult<Value>) {
        self.reply.replace(Some(reply));
    }
}

impl Cx {
    pub fn new(vm: &Rc<Vm>) -> Self {
        Cx { vm: vm.clone() }
    }

    /// Leaves a request for the machine; the frame has to give way then.
    pub fn leave(&self, request: Request) {
        self.vm.link.request.replace(Some(request));
    }

    /// The machine's answer, once it is there.
    pub fn answer(&self) -> Option<VmResult<Value>> {
        self.vm.link.reply.take()
    }

    /// Runs a request and waits for its result. To be awaited at once, as all that follows here: the machine polls
    /// one native frame at a time and takes the request out right after the poll that left it, so that one letter
    /// box serves all frames.
    pub fn ask(&self, request: Request) -> Answer<'_> {
        self.leave(request);
        Answer {
            link: &self.vm.link,
            asked: false,
        }
    }

    /// Counts the work of a loop, and gives way where the machine wants to look at limits or the slice is over.
    ///
    /// Whether it asks the machine depends on the count alone, never on the slice: what a native frame leaves to the
    /// machine shows in the order in which objects are finalized.
    #[inline]
    pub async fn charge(&self, work: usize) -> VmResult<()> {
        self.vm.clock.spend(work);
        if !self.vm.clock.is_over() || !self.vm.clock.is_check_due() {
            return Ok(());
        }
        if self.vm.link.on_trial.get() {
            return self.vm.look_at_limits();
        }
        self.ask(Request::Look).await.map(drop)
    }

    pub fn call(&self, callable: &Value, args: Vec<Value>) -> Answer<'_> {
        self.call_named(callable, args, Vec::new())
    }

    /// The last arguments have these names.
    pub fn call_named(&self, callable: &Value, args: Vec<Value>, names: Vec<Str>) -> Answer<'_> {
        self.ask(Request::Call {
            callable: callable.clone(),
            args,
            names,
        })
    }

    /// Calls a special method, looked up on the class; `None` if the class has none.
    pub async fn special(&self, object: &Value, name: &Str, mut args: Vec<Value>) -> VmResult<Option<Value>> {
        let Some(method) = self.vm.special(object, name) else {
            return Ok(None);
        };
        let callable = match method {
            super::attr::Special::Method(function) => {
                args.insert(0, object.clone());
                function
            }
            super::attr::Special::Bound(callable) => callable,
            super::attr::Special::Descriptor(get, descriptor) => {
                let class = Value::Type(self.vm.type_of(object).clone());
                self.call(&get, vec![descriptor, object.clone(), class]).await?
            }
        };
        self.call(&callable, args).await.map(Some)
    }

    /// `object.name(args)`.
    pub async fn method(&self, object: &Value, name: &str, args: Vec<Value>) -> VmResult<Value> {
        let method = self.getattr(object, &self.vm.intern(name)).await?;
        self.call(&method, args).await
    }

    /// `object.name`; AttributeError if there is none.
    pub async fn getattr(&self, object: &Value, name: &Str) -> VmResult<Value> {
        match self.vm.getattr(object, name)? {
            super::attr::Found::Value(value) => Ok(value),
            super::attr::Found::Call(callable, args) => self.call(&callable, args).await,
            super::attr::Found::Slow(future) => future.await,
        }
    }

    /// `object.name`, or `None` where that raises AttributeError.
    pub async fn getattr_opt(&self, object: &Value, name: &Str) -> VmResult<Option<Value>> {
        match self.getattr(object, name).await {
            Ok(value) => Ok(Some(value)),
            Err(e) if self.vm.is_exc(&e, &self.vm.types.attribute_error) => Ok(None),
            Err(e) => Err(e),
        }
    }

    pub async fn setattr(&self, object: &Value, name: &Str, value: Value) -> VmResult<()> {
        match self.vm.setattr(object, name, Some(value))? {
            None => Ok(()),
            Some((callable, args)) => self.call(&callable, args).await.map(drop),
        }
    }

    /// Sends into a generator: what it yields, or StopIteration.
    pub fn resume(&self, generator: &Rc<Generator>, sent: Sent) -> Answer<'_> {
        self.ask(Request::Resume {
            generator: generator.clone(),
            sent,
        })
    }

    /// In a native coroutine: gives way to the loop with this value. Fails with what is thrown in.
    pub fn yield_value(&self, value: Value) -> Answer<'_> {
        self.ask(Request::Yield(value))
    }

    /// `sys.exception()`.
    pub async fn handled(&self) -> VmResult<Option<Exc>> {
        Ok(Exc::from_value(&self.ask(Request::Handled).await?))
    }

    /// `iter(x)`.
    pub fn iter(&self, iterable: &Value) -> impl Future<Output = VmResult<Value>> {
        super::protocol::iterate::iter(self, iterable)
    }

    /// The iterator's next item; `None` when it is exhausted.
    pub fn next(&self, iterator: &Value) -> impl Future<Output = VmResult<Option<Value>>> {
        super::protocol::iterate::next(self, iterator)
    }

    /// All items of an iterable.
    pub fn collect(&self, iterable: &Value) -> impl Future<Output = VmResult<Vec<Value>>> {
        super::protocol::iterate::collect(self, iterable)
    }

    /// `bool(x)`.
    pub fn truth(&self, value: &Value) -> impl Future<Output = VmResult<bool>> {
        super::protocol::truth::truth(self, value)
    }

    /// `a == b` as a bool, identity first as in containers.
    pub fn equal(&self, a: &Value, b: &Value) -> impl Future<Output = VmResult<bool>> {
        super::protocol::compare::equal(self, a, b)
    }

    /// `a < b` and the like.
    pub fn compare(&self, op: CmpOp, a: &Value, b: &Value) -> impl Future<Output = VmResult<Value>> {
        super::protocol::compare::compare(self, op, a, b)
    }

    pub fn hash(&self, value: &Value) -> impl Future<Output = VmResult<i64>> {
        super::protocol::compare::hash(self, value)
    }

    pub fn repr(&self, value: &Value) -> impl Future<Output = VmResult<Str>> {
        super::protocol::text::repr(self, value)
    }

    pub fn str(&self, value: &Value) -> impl Future<Output = VmResult<Str>> {
        super::protocol::text::str(self, value)
    }

    /// `format(x, spec)`.
    pub fn format(&self, value: &Value, spec: &str) -> impl Future<Output = VmResult<Str>> {
        super::protocol::format::format(self, value, spec)
    }

    pub fn binary(&self, op: BinOp, a: &Value, b: &Value) -> impl Future<Output = VmResult<Value>> {
        super::protocol::binary::binary(self, op, a, b)
    }

    /// `len(x)`.
    pub fn len(&self, value: &Value) -> impl Future<Output = VmResult<i64>> {
        super::protocol::items::len(self, value)
    }

    /// `object[index]`.
    pub fn get_item(&self, object: &Value, index: &Value) -> impl Future<Output = VmResult<Value>> {
        super::protocol::items::get_item(self, object, index)
    }

    /// `object[index] = value`.
    pub fn set_item(
        &self,
        object: &Value,
        index: &Value,
        value: Value,
    ) -> impl Future<Output = VmResult<()>> {
        super::protocol::items::set_item(self, object, index, value)
    }

    /// `del object[index]`.
    pub fn del_item(&self, object: &Value, index: &Value) -> impl Future<Output = VmResult<()>> {
        super::protocol::items::del_item(self, object, index)
    }

    /// `item in container`.
    pub fn contains(&self, container: &Value, item: &Value) -> impl Future<Output = VmResult<bool>> {
        super::protocol::items::contains(self, container, item)
    }

    /// Whether the exception is an instance of the class.
    pub fn is_exc(&self, exc: &Exc, class: &Rc<crate::object::Type>) -> bool {
        self.vm.is_exc(exc, class)
    }
}

/// Waits for the reply to a request.
#[must_use = "the request runs when this is awaited"]
pub struct Answer<'a> {
    link: &'a Link,
    asked: bool,
}

impl Future for Answer<'_> {
    type Output = VmResult<Value>;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        if !self.asked {
            self.asked = true;
            return Poll::Pending;
        }
        match self.link.reply.take() {
            Some(reply) => Poll::Ready(reply),
            None => Poll::Pending,
        }
    }
}
