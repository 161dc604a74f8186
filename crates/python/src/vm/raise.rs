//! Raising and handling exceptions.

use super::attr::Special;
use super::clock::CHECK_EVERY;
use super::cx::Cx;
use super::fiber::Fiber;
use super::frame::Frame;
use super::{Vm, VmResult};
use crate::bytecode::Op;
use crate::object::generator::GeneratorState;
use crate::object::{Exc, GeneratorKind, Traceback, Value, work};
use std::rc::Rc;
use switchboard_trace::{Exceeded, Limit};

/// `with` or `async with`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WithKind {
    Sync,
    Async,
}

/// How many frames a traceback holds at most: the same exception may be raised again and again.
const TRACEBACK_LIMIT: usize = 3000;

/// What an exception takes in each frame that it comes to, in instructions.
const RAISE_COST: i64 = 5;

impl Fiber {
    /// Looks for a handler in this frame: where to go on, or the exception back.
    pub(super) fn unwind(&mut self, vm: &Rc<Vm>, frame: &mut Frame, exc: Exc) -> Result<usize, Exc> {
        vm.clock.tick(RAISE_COST);
        let code = frame.code.clone();
        let reraised = match code.ops.get(frame.pc) {
            Some(Op::Reraise | Op::EndAsyncFor) => true,
            // Where nothing is being handled, the error is a new one.
            Some(Op::Raise(0)) => frame.handled.is_some() || self.handled_below(vm).is_some(),
            _ => false,
        };
        if exc.data().is_thrown.take() {
            // What is handled where it was thrown from does not matter.
            if let Some(handled) = &frame.handled {
                exc.chain(handled);
            }
        } else if exc.data().traceback.borrow().is_none() {
            self.set_context(vm, frame, &exc);
        }
        if !reraised {
            let span = code.code.mark(frame.pc as u32).unwrap_or_default();
            let line = match span.end {
                0 => frame.line,
                _ => code.source.line_of(span.start),
            };
            pass(frame, &exc, line);
        }
        if vm.is_fatal(&exc) {
            return Err(exc);
        }
        let pc = frame.pc as u32;
        let handler = code.code.handlers.iter().find(|h| h.start <= pc && pc < h.end);
        let Some(handler) = handler else { return Err(exc) };
        let height = code.slot_count() + handler.depth as usize;
        let dropped = if frame.slots.len() > height {
            frame.slots.split_off(height)
        } else {
            Vec::new()
        };
        frame.slots.push(exc.value());
        drop(dropped);
        Ok(handler.target as usize)
    }

    /// The frame ends with the exception. What its caller sees: a generator must not end with StopIteration.
    pub(super) fn leave_with(&mut self, vm: &Rc<Vm>, mut frame: Box<Frame>, exc: Exc) -> Exc {
        frame.end(self.innermost_frame());
        let Some(generator) = frame.generator.take() else {
            self.recycle(frame);
            return exc;
        };
        generator.state.set(GeneratorState::Finished);
        self.recycle(frame);
        let (noun, stop) = match generator.kind {
            GeneratorKind::Generator => ("generator", "StopIteration"),
            GeneratorKind::Coroutine => ("coroutine", "StopIteration"),
            GeneratorKind::AsyncGenerator if vm.is_exc(&exc, &vm.types.stop_async_iteration) => {
                ("async generator", "StopAsyncIteration")
            }
            GeneratorKind::AsyncGenerator => ("async generator", "StopIteration"),
        };
        let stops = vm.is_exc(&exc, &vm.types.stop_iteration)
            || (generator.kind == GeneratorKind::AsyncGenerator
                && vm.is_exc(&exc, &vm.types.stop_async_iteration));
        if !stops {
            return exc;
        }
        let error = vm.runtime_error(format!("{noun} raised {stop}"));
        error.data().cause.replace(exc.value());
        error.data().context.replace(exc.value());
        error.data().suppress_context.set(true);
        error
    }

    /// Sets `__context__` to the exception that is being handled.
    pub(super) fn set_context(&self, vm: &Rc<Vm>, frame: &Frame, exc: &Exc) {
        if let Some(handled) = frame.handled.clone().or_else(|| self.handled_below(vm)) {
            exc.chain(&handled);
        }
    }
}

/// The frame becomes the outermost one of the exception's traceback.
fn pass(frame: &mut Frame, exc: &Exc, line: u32) {
    let mut traceback = exc.data().traceback.borrow_mut();
    let length = Traceback::length(traceback.as_ref());
    if length < TRACEBACK_LIMIT {
        let kept = frame.keep();
        kept.line.set(line);
        *traceback = Some(Rc::new(Traceback {
            frame: kept,
            line,
            pc: frame.pc as u32,
            next: traceback.take(),
            length: length + 1,
            object: Default::default(),
        }));
    }
}

/// `raise value from cause`: the exception, ready to be raised.
pub(super) async fn prepare(cx: Cx, value: Value, cause: Value) -> VmResult<Value> {
    let exc = super::generators::make_exception(&cx, &value, Vec::new()).await?;
    let cause = match &cause {
        Value::Empty => return Ok(exc.value()),
        Value::None => Value::None,
        Value::Type(class) if class.is_subclass_of(&cx.vm.types.base_exception) => {
            cx.call(&cause, vec![]).await?
        }
        _ => cause,
    };
    if !cause.is_none() && Exc::from_value(&cause).is_none() {
        return Err(cx
            .vm
            .type_error("exception causes must derive from BaseException"));
    }
    exc.data().cause.replace(cause);
    exc.data().suppress_context.set(true);
    Ok(exc.value())
}

impl Vm {
    /// `except class`: whether the exception matches.
    pub fn exception_matches(&self, exc: &Value, class: &Value) -> VmResult<bool> {
        let wrong =
            || self.type_error("catching classes that do not inherit from BaseException is not allowed");
        match class {
            Value::Type(class) => {
                if !class.is_subclass_of(&self.types.base_exception) {
                    return Err(wrong());
                }
                Ok(self.is_instance(exc, class))
            }
            Value::Tuple(classes) => {
                // Not by recursion: tuples may be nested as deeply as the program likes.
                let mut matches = false;
                let mut rest: Vec<Value> = classes.iter().rev().cloned().collect();
                while let Some(class) = rest.pop() {
                    self.charge(1)?;
                    match &class {
                        Value::Tuple(classes) => rest.extend(classes.iter().rev().cloned()),
                        class => matches |= self.exception_matches(exc, class)?,
                    }
                }
                Ok(matches)
            }
            _ => Err(wrong()),
        }
    }

    /// The bound `__enter__` and `__exit__` (or their async forms) of a context manager.
    pub(super) fn context_methods(
        self: &Rc<Self>,
        manager: &Value,
        kind: WithKind,
    ) -> VmResult<(Value, Value)> {
        let (enter, exit, protocol) = match kind {
            WithKind::Sync => (&self.names.enter, &self.names.exit, "context manager"),
            WithKind::Async => (
                &self.names.aenter,
                &self.names.aexit,
                "asynchronous context manager",
            ),
        };
        let bound = |name| {
            self.special(manager, name).map(|special| match special {
                Special::Method(function) => super::attr::bind(function, manager.clone()),
                Special::Bound(value) => value,
                Special::Descriptor(get, descriptor) => super::attr::bind(get, descriptor),
            })
        };
        let type_name = self.type_name(manager);
        let Some(enter) = bound(enter) else {
            return Err(self.type_error(format!(
                "'{type_name}' object does not support the {protocol} protocol"
            )));
        };
        let Some(exit) = bound(exit) else {
            let missed = if kind == WithKind::Sync {
                "__exit__"
            } else {
                "__aexit__"
            };
            return Err(self.type_error(format!(
                "'{type_name}' object does not support the {protocol} protocol (missed {missed} method)"
            )));
        };
        Ok((enter, exit))
    }

    /// Counts what a built-in function does in a loop of its own. Fails when that was too much.
    #[inline]
    pub fn charge(&self, work: usize) -> VmResult<()> {
        self.clock.spend(work);
        if self.clock.is_over() {
            return self.look_at_limits();
        }
        Ok(())
    }

    /// Counts for the limit of instructions what takes longer than it counts as, and no time. Fails when that was too
    /// much: at once where it is much.
    #[inline]
    pub fn strain(&self, effort: usize) -> VmResult<()> {
        work::strain(effort);
        if effort as u64 >= CHECK_EVERY {
            return self.exceeded_limit().map_or(Ok(()), Err);
        }
        Ok(())
    }

    /// Makes something for those who watch the program: that is no work of its own, and must not show in its time.
    pub fn unnoticed<T>(&self, make: impl FnOnce() -> T) -> T {
        let (noted, strained, before) = (work::take(), work::strained(), self.clock.instructions());
        let made = make();
        self.clock
            .tick(before.wrapping_sub(self.clock.instructions()).cast_signed());
        work::exchange(noted);
        work::exchange_strain(strained);
        made
    }

    /// Fails if it is time to look at the limits and one has been exceeded.
    #[cold]
    pub fn look_at_limits(&self) -> VmResult<()> {
        if !self.clock.is_check_due() {
            return Ok(());
        }
        self.clock.spend(work::take());
        self.clock.checked();
        self.exceeded_limit().map_or(Ok(()), Err)
    }

    /// The limit that the run has exceeded by now, as an exception.
    pub fn exceeded_limit(&self) -> Option<Exc> {
        let limit = self.find_exceeded()?;
        let exceeded = Exceeded {
            limit,
            most: self.most(limit),
        };
        self.exceeded.set(Some(exceeded));
        let most = grouped(exceeded.most);
        let message = match limit {
            Limit::Memory => format!("the program uses more than {most} MB of memory"),
            Limit::Instructions => format!("the program has run for more than {most} instructions"),
            Limit::Output => format!("the program has printed more than {most} MB"),
            Limit::Time => {
                let part = fraction(self.limits.time.get());
                format!("the program has run for more than {most}{part} s of virtual time")
            }
            Limit::Trace => "the trace of the program is full".to_string(),
        };
        Some(self.exc(&self.types.limit_exceeded, message))
    }

    /// How much a limit allows, in its unit.
    fn most(&self, limit: Limit) -> u32 {
        let limits = &self.limits;
        let most = match limit {
            Limit::Memory => (limits.memory.get() >> 20) as u64,
            Limit::Instructions => limits.instructions.get(),
            Limit::Output => limits.output.get() >> 20,
            Limit::Time => limits.time.get() / 1_000_000_000,
            Limit::Trace => 0,
        };
        u32::try_from(most).unwrap_or(u32::MAX)
    }

    fn find_exceeded(&self) -> Option<Limit> {
        let limits = &self.limits;
        if self.memory_used() > limits.memory.get() {
            Some(Limit::Memory)
        } else if self.clock.instructions().saturating_add(work::strained()) > limits.instructions.get() {
            Some(Limit::Instructions)
        } else if self.printed.get() > limits.output.get() {
            Some(Limit::Output)
        } else if self.clock.now() > limits.time.get() {
            Some(Limit::Time)
        } else if self.recorder().is_full() {
            Some(Limit::Trace)
        } else {
            None
        }
    }
}

/// What a number of nanoseconds has beyond whole seconds, as decimals with their point; empty where there is none.
fn fraction(nanos: u64) -> String {
    match nanos % 1_000_000_000 {
        0 => String::new(),
        part => format!(".{part:09}").trim_end_matches('0').to_owned(),
    }
}

/// A number with commas between its thousands.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
