//! A fiber: one stack of frames, run by the machine.
//!
//! The main program, each asyncio task's step and each virtual thread has a fiber. Nothing of a running program is
//! on the Rust stack, so that a fiber can stop after any instruction and go on later:
//!
//! ```text
//!            run()                     fuel is used up
//!   idle ───────────► running ─────────────────────────► preempted ──► run()
//!     ▲                  │  the thread has to wait
//!     │ result, error,   └─────────────────────────────► blocked ────► reply(), run()
//!     └── yielded value ─┘
//! ```

mod deliver;
mod kept;
mod refuse;

use self::deliver::{Delivered, deliver};
use super::call::{Block, NativeFuture, Sent};
use super::cx::{Cx, Request};
use super::frame::{Activation, Frame, NativeActivation, Then};
use super::generators::AsyncStep;
use super::{Vm, VmResult};
use crate::bytecode::{CodeKind, Op};
use crate::object::generator::GeneratorState;
use crate::object::{Exc, Function, Generator, GeneratorKind, Value, work};
use refuse::refuse_resume;
use std::rc::Rc;
use std::task::Poll;

/// Why a fiber has stopped.
pub enum Outcome {
    /// The outermost frame has returned.
    Returned(Value),
    /// An exception has left the outermost frame.
    Raised(Exc),
    /// The outermost frame is a generator or coroutine and has yielded.
    Yielded(Value),
    /// The slice's fuel is used up: `run` again.
    Preempted,
    /// `reply` with a result, then `run` again.
    Blocked(Block),
}

/// How an activation has ended, or given way.
pub(super) enum Completion {
    /// A function has returned.
    Return(Value),
    /// A generator or coroutine has returned.
    GeneratorReturn(Value),
    /// An async generator has returned.
    AsyncReturn,
    /// A generator has yielded, or a coroutine passes on what the loop shall see.
    Yield(Value),
    /// An async generator has yielded an item.
    AsyncYield(Value),
    Raise(Exc),
}

#[derive(Default)]
pub struct Fiber {
    pub(super) stack: Vec<Activation>,
    /// A result that the topmost activation has not seen yet.
    pub(super) ready: Option<Completion>,
    /// Frames to be used again.
    // Boxes, since that is what they are taken out and put back as: a frame is large and must not be copied.
    #[allow(clippy::vec_box)]
    pool: Vec<Box<Frame>>,
    /// How the topmost frame goes on.
    pub(super) entry: Entry,
}

/// Whether a frame begins to run, or goes on where a slice has ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Entry {
    /// It is called, resumed, or has got the result of what it called.
    #[default]
    New,
    /// The slice before was used up.
    Continued,
}

/// What starting a call comes to.
pub(super) enum Started {
    /// A result at once.
    Value(Value),
    /// An activation has been pushed, or `ready` has been set.
    Pushed,
    Blocked(Block),
}

const POOL_SIZE: usize = 32;

impl Fiber {
    pub fn new() -> Self {
        Fiber::default()
    }

    /// Whether nothing is left to run.
    pub fn is_idle(&self) -> bool {
        self.stack.is_empty() && self.ready.is_none()
    }

    /// Prepares a call, to be run by `run`.
    pub fn call(&mut self, vm: &Rc<Vm>, callable: &Value, args: &[Value]) {
        match self.start_call(vm, callable, args, &[]) {
            Ok(Started::Value(value)) => self.ready = Some(Completion::Return(value)),
            Ok(Started::Pushed) => {}
            // `call_soon(time.sleep, 1)`: what blocks needs a frame of its own that it goes on in.
            Ok(Started::Blocked(block)) => {
                let cx = Cx::new(vm);
                self.start(Box::pin(async move { cx.ask(Request::Block(block)).await }));
            }
            Err(exc) => self.ready = Some(Completion::Raise(exc)),
        }
    }

    /// Prepares one step of a generator or coroutine, to be run by `run`.
    pub fn step(&mut self, vm: &Rc<Vm>, generator: &Rc<Generator>, sent: Sent) {
        self.resume(vm, generator.clone(), sent);
    }

    /// Prepares a native frame.
    pub fn start(&mut self, future: NativeFuture) {
        self.stack.push(Activation::Native(NativeActivation::new(future)));
    }

    /// Prepares module code.
    pub fn start_module(&mut self, code: &Rc<crate::object::CodeObject>, globals: &Rc<crate::object::Dict>) {
        let mut frame = self.frame(code, globals);
        frame.slots.resize(code.slot_count(), Value::Empty);
        frame.namespace = Some(globals.clone());
        self.stack.push(Activation::Python(frame));
    }

    /// The result of what the fiber is blocked on.
    pub fn reply(&mut self, result: VmResult<Value>) {
        self.ready = Some(match result {
            Ok(value) => Completion::Return(value),
            Err(exc) => Completion::Raise(exc),
        });
    }

    /// Runs until the fiber stops.
    pub fn run(&mut self, vm: &Rc<Vm>) -> Outcome {
        loop {
            if let Some(completion) = self.ready.take()
                && let Some(outcome) = self.complete(vm, completion)
            {
                return outcome;
            }
            let outcome = match self.stack.pop() {
                None => return Outcome::Returned(Value::None),
                Some(Activation::Python(frame)) => self.interpret(vm, frame),
                Some(Activation::Native(native)) => self.poll_native(vm, native),
            };
            if let Some(outcome) = outcome {
                return outcome;
            }
        }
    }

    /// The frames, innermost last.
    pub fn frames(&self) -> impl DoubleEndedIterator<Item = &Frame> {
        self.stack.iter().filter_map(|activation| match activation {
            Activation::Python(frame) => Some(&**frame),
            Activation::Native(_) => None,
        })
    }

    pub(super) fn innermost_frame(&mut self) -> Option<&mut Frame> {
        self.stack
            .iter_mut()
            .rev()
            .find_map(|activation| match activation {
                Activation::Python(frame) => Some(&mut **frame),
                Activation::Native(_) => None,
            })
    }

    /// The exception that is being handled in the innermost of the frames that handle one; else where the loop that
    /// runs this was called.
    pub(super) fn handled_below(&self, vm: &Vm) -> Option<Exc> {
        let here = self.frames().rev().find_map(|frame| frame.handled.clone());
        here.or_else(|| vm.aio.handled.borrow().clone())
    }

    /// A frame with no slots yet.
    pub(super) fn frame(
        &mut self,
        code: &Rc<crate::object::CodeObject>,
        globals: &Rc<crate::object::Dict>,
    ) -> Box<Frame> {
        let size = code.slot_count() + code.code.max_stack as usize;
        let line = code.code.first_line;
        match self.pool.pop() {
            Some(mut frame) => {
                frame.code = code.clone();
                frame.globals = globals.clone();
                frame.pc = 0;
                frame.line = line;
                frame.slots.reserve(size);
                frame
            }
            None => Box::new(Frame {
                code: code.clone(),
                pc: 0,
                slots: Vec::with_capacity(size),
                globals: globals.clone(),
                namespace: None,
                namespace_object: None,
                handled: None,
                then: Then::Push,
                generator: None,
                line,
                thrown: None,
                kept: None,
            }),
        }
    }

    /// Takes a frame that has ended back. Its locals go now, in their order.
    pub(super) fn recycle(&mut self, mut frame: Box<Frame>) {
        if let Some(kept) = &frame.kept {
            if Rc::strong_count(kept) > 1 {
                kept.remember();
            }
            frame.end(self.innermost_frame());
        }
        if self.pool.len() >= POOL_SIZE || frame.slots.capacity() > 256 {
            return;
        }
        crate::object::trash::clear(&mut frame.slots);
        frame.namespace = None;
        frame.namespace_object = None;
        frame.handled = None;
        frame.then = Then::Push;
        frame.generator = None;
        frame.thrown = None;
        self.pool.push(frame);
    }

    /// A frame for a Python function with these arguments, or the generator that the call makes.
    pub(super) fn enter_function(
        &mut self,
        vm: &Rc<Vm>,
        function: &Rc<Function>,
        args: &[Value],
        names: &[crate::object::Str],
    ) -> VmResult<Started> {
        let code = &function.code;
        let mut frame = self.frame(code, &function.globals);
        if names.is_empty() && code.is_simple && args.len() == code.arg_count() {
            frame.slots.extend_from_slice(args);
            vm.finish_slots(function, &mut frame.slots);
        } else {
            vm.bind_arguments(function, args, names, &mut frame.slots)?;
        }
        self.enter(vm, function, frame)
    }

    /// Whether one more frame is one too many. The one that calls it is not on the stack at that moment.
    pub(super) fn is_too_deep(&self, vm: &Vm) -> bool {
        self.stack.len() + 1 >= vm.limits.recursion.get()
    }

    /// Pushes a frame that is ready to run; the frame of a generator function becomes a generator instead.
    fn enter(&mut self, vm: &Rc<Vm>, function: &Function, frame: Box<Frame>) -> VmResult<Started> {
        let kind = match frame.code.code.kind {
            CodeKind::Module | CodeKind::Class | CodeKind::Function => {
                if self.is_too_deep(vm) {
                    return Err(vm.recursion_error());
                }
                self.stack.push(Activation::Python(frame));
                return Ok(Started::Pushed);
            }
            CodeKind::Generator => GeneratorKind::Generator,
            CodeKind::Coroutine => GeneratorKind::Coroutine,
            CodeKind::AsyncGenerator => GeneratorKind::AsyncGenerator,
        };
        let generator = Generator::new(kind, function, frame);
        generator.made_at.set(vm.place.get());
        Ok(Started::Value(Value::Generator(Rc::new(generator))))
    }

    /// Resumes a generator: pushes its frame, and for a `throw` the frames of those that it delegates to.
    pub(super) fn resume(&mut self, vm: &Rc<Vm>, mut generator: Rc<Generator>, mut sent: Sent) {
        if let Sent::Throw(exc) = &sent {
            exc.data().is_thrown.set(true);
        }
        loop {
            vm.clock.resume();
            if let Some(early) = refuse_resume(vm, &generator, &sent) {
                self.ready = Some(early);
                return;
            }
            let Some(activation) = generator.frame.take() else {
                self.ready = Some(Completion::GeneratorReturn(Value::None));
                return;
            };
            if self.is_too_deep(vm) {
                generator.state.set(GeneratorState::Finished);
                self.ready = Some(Completion::Raise(vm.recursion_error()));
                return;
            }
            let was = generator.state.replace(GeneratorState::Running);
            match activation {
                Activation::Native(NativeActivation { future, .. }) => {
                    self.stack.push(Activation::Native(NativeActivation {
                        future,
                        generator: Some(generator),
                    }));
                    match sent {
                        Sent::Value(value) if was == GeneratorState::Suspended => {
                            self.ready = Some(Completion::Return(value));
                        }
                        Sent::Value(_) => {}
                        Sent::Throw(exc) if was == GeneratorState::Suspended => {
                            self.ready = Some(Completion::Raise(exc))
                        }
                        Sent::Throw(exc) => {
                            // It has not begun: nothing in it can catch this.
                            self.finish_native_unstarted();
                            self.ready = Some(Completion::Raise(exc));
                        }
                    }
                    return;
                }
                Activation::Python(mut frame) => {
                    frame.generator = Some(generator);
                    let exc = match sent {
                        Sent::Value(value) => {
                            if was == GeneratorState::Suspended {
                                frame.slots.push(value);
                                if matches!(frame.code.ops.get(frame.pc), Some(Op::Yield)) {
                                    frame.pc += 1;
                                }
                            }
                            self.stack.push(Activation::Python(frame));
                            return;
                        }
                        Sent::Throw(exc) => exc,
                    };
                    match frame.awaited() {
                        Some(Value::Generator(inner)) if inner.frame.borrow().is_some() => {
                            frame.then = Then::Delegate;
                            self.stack.push(Activation::Python(frame));
                            generator = inner;
                            self.ready = None;
                            sent = Sent::Throw(exc);
                        }
                        Some(other) => return self.throw_into_iterator(vm, frame, other, exc),
                        None => {
                            frame.thrown = Some(exc);
                            self.stack.push(Activation::Python(frame));
                            return;
                        }
                    }
                }
            }
        }
    }

    fn finish_native_unstarted(&mut self) {
        if let Some(Activation::Native(native)) = self.stack.pop()
            && let Some(generator) = native.generator
        {
            generator.state.set(GeneratorState::Finished);
        }
    }

    /// `throw` into a frame that awaits something that is no generator.
    fn throw_into_iterator(&mut self, vm: &Rc<Vm>, mut frame: Box<Frame>, iterator: Value, exc: Exc) {
        if let Some(step) = crate::object::function::native_state::<AsyncStep>(&iterator) {
            let generator = step.generator.clone();
            if generator.frame.borrow().is_some() {
                frame.then = Then::Delegate;
                self.stack.push(Activation::Python(frame));
                return self.resume(vm, generator, Sent::Throw(exc));
            }
        }
        let throw = match &iterator {
            Value::Instance(instance) => match vm.lookup(&instance.class, &vm.names.throw) {
                Some(throw @ Value::Function(_)) => Some(throw),
                _ => None,
            },
            _ => None,
        };
        match throw {
            Some(throw) => {
                frame.then = Then::Delegate;
                self.stack.push(Activation::Python(frame));
                match self.start_call(vm, &throw, &[iterator, exc.value()], &[]) {
                    Ok(Started::Value(value)) => self.ready = Some(Completion::Return(value)),
                    Ok(_) => {}
                    Err(exc) => self.ready = Some(Completion::Raise(exc)),
                }
            }
            None => {
                frame.thrown = Some(exc);
                self.stack.push(Activation::Python(frame));
            }
        }
    }

    /// Polls a native frame once and does what it asks for.
    fn poll_native(&mut self, vm: &Rc<Vm>, mut native: NativeActivation) -> Option<Outcome> {
        match native.poll() {
            Poll::Ready(result) => {
                let completion = match (&native.generator, result) {
                    (Some(generator), result) => {
                        generator.state.set(GeneratorState::Finished);
                        match result {
                            Ok(value) => Completion::GeneratorReturn(value),
                            Err(exc) => {
                                exc.leave_hidden(&[]);
                                Completion::Raise(exc)
                            }
                        }
                    }
                    (None, Ok(value)) => Completion::Return(value),
                    (None, Err(exc)) => Completion::Raise(exc),
                };
                drop(native);
                self.complete(vm, completion)
            }
            Poll::Pending => {
                let request = vm.link.take_request();
                if let Some(Request::Yield(value)) = request {
                    return match suspend_native(native) {
                        Ok(()) => self.complete(vm, Completion::Yield(value)),
                        Err(()) => self.complete(
                            vm,
                            Completion::Raise(vm.runtime_error("yield outside a coroutine")),
                        ),
                    };
                }
                self.stack.push(Activation::Native(native));
                self.serve(vm, request)
            }
        }
    }

    /// Runs what the native frame on top of the stack has asked for.
    pub(super) fn serve(&mut self, vm: &Rc<Vm>, request: Option<Request>) -> Option<Outcome> {
        let Some(request) = request else {
            let exc = vm.runtime_error("a native frame waits for nothing");
            self.ready = Some(Completion::Raise(exc));
            return None;
        };
        let (cost, strain) = request.cost();
        vm.clock.tick(cost);
        work::strain(strain);
        let started = match request {
            Request::Call {
                callable,
                args,
                names,
            } => self.start_call(vm, &callable, &args, &names),
            Request::Resume { generator, sent } => {
                self.resume(vm, generator, sent);
                Ok(Started::Pushed)
            }
            Request::ClassBody { function, namespace } => self.start_class_body(vm, &function, namespace),
            Request::Module { code, globals } => {
                self.start_module(&code, &globals);
                Ok(Started::Pushed)
            }
            Request::Block(block) => Ok(Started::Blocked(block)),
            Request::Look => {
                self.ready = Some(match vm.look_at_limits() {
                    Ok(()) => Completion::Return(Value::None),
                    Err(exceeded) => Completion::Raise(exceeded),
                });
                return vm.clock.is_slice_over().then_some(Outcome::Preempted);
            }
            Request::Preempt => {
                self.ready = Some(Completion::Return(Value::None));
                return Some(Outcome::Preempted);
            }
            Request::Handled => Ok(Started::Value(
                self.handled_below(vm).map_or(Value::None, |exc| exc.value()),
            )),
            Request::Globals => Ok(Started::Value(
                self.frames()
                    .next_back()
                    .map_or(Value::None, |frame| Value::Dict(frame.globals.clone())),
            )),
            Request::Locals => Ok(Started::Value(
                self.frames().next_back().map_or(Value::None, Frame::locals),
            )),
            Request::Frame(depth) => {
                let seen = self.frames().rev().map(|frame| crate::types::frame::Seen {
                    code: frame.code.clone(),
                    line: frame.line,
                    globals: frame.globals.clone(),
                    locals: frame.locals(),
                });
                Ok(Started::Value(crate::types::frame::make(
                    vm,
                    seen.collect(),
                    depth,
                )))
            }
            Request::Kept(kept) => Ok(Started::Value(self.look_at(&kept))),
            Request::Yield(_) => Ok(Started::Value(Value::None)),
        };
        match started {
            Ok(Started::Value(value)) => self.ready = Some(Completion::Return(value)),
            Ok(Started::Pushed) => {}
            Ok(Started::Blocked(block)) => return Some(Outcome::Blocked(block)),
            Err(exc) => self.ready = Some(Completion::Raise(exc)),
        }
        None
    }

    fn start_class_body(&mut self, vm: &Rc<Vm>, function: &Value, namespace: Value) -> VmResult<Started> {
        let (Value::Function(function), Some(dict)) = (function, namespace.as_dict()) else {
            return Err(vm.type_error("__build_class__: func must be a function"));
        };
        let mut frame = self.frame(&function.code, &function.globals);
        vm.finish_slots(function, &mut frame.slots);
        frame.namespace = Some(dict.clone());
        if matches!(namespace, Value::Instance(_)) {
            frame.namespace_object = Some(namespace);
        }
        self.enter(vm, function, frame)
    }

    /// Hands a result to the topmost activation. `Some` if there is none: then the fiber has ended or yielded.
    pub(super) fn complete(&mut self, vm: &Rc<Vm>, mut completion: Completion) -> Option<Outcome> {
        loop {
            match self.stack.last_mut() {
                None => {
                    return Some(match completion {
                        Completion::Return(value) | Completion::GeneratorReturn(value) => {
                            Outcome::Returned(value)
                        }
                        Completion::AsyncReturn => {
                            Outcome::Raised(vm.exc_args(&vm.types.stop_async_iteration, Vec::new()))
                        }
                        Completion::Yield(value) | Completion::AsyncYield(value) => Outcome::Yielded(value),
                        Completion::Raise(exc) => Outcome::Raised(exc),
                    });
                }
                Some(Activation::Native(_)) => {
                    vm.link.reply(match completion {
                        Completion::Return(value) | Completion::Yield(value) => Ok(value),
                        Completion::GeneratorReturn(value) | Completion::AsyncYield(value) => {
                            Err(vm.stop_iteration(value))
                        }
                        Completion::AsyncReturn => {
                            Err(vm.exc_args(&vm.types.stop_async_iteration, Vec::new()))
                        }
                        Completion::Raise(exc) => Err(exc),
                    });
                    return None;
                }
                Some(Activation::Python(frame)) => match deliver(vm, frame, completion) {
                    Delivered::GoesOn => return None,
                    Delivered::PassOn(value) => {
                        let Some(Activation::Python(frame)) = self.stack.pop() else {
                            return None;
                        };
                        completion = match suspend(frame) {
                            Ok(()) => Completion::Yield(value),
                            Err(frame) => {
                                self.stack.push(Activation::Python(frame));
                                Completion::Raise(vm.runtime_error("await outside a coroutine"))
                            }
                        };
                    }
                },
            }
        }
    }
}

/// Puts a frame back into its generator. Gives it back if it has none.
pub(super) fn suspend(mut frame: Box<Frame>) -> Result<(), Box<Frame>> {
    let Some(generator) = frame.generator.take() else {
        return Err(frame);
    };
    generator.suspend(Activation::Python(frame));
    Ok(())
}

fn suspend_native(mut native: NativeActivation) -> Result<(), ()> {
    let Some(generator) = native.generator.take() else {
        return Err(());
    };
    generator.suspend(Activation::Native(native));
    Ok(())
}
