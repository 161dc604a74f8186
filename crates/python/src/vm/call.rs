//! How functions written in Rust are called and what they may answer.

use super::cx::Cx;
use super::{Vm, VmResult};
use crate::object::{Exc, Generator, NativeKind, Str, Value};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// The arguments of one call. The values of keyword arguments follow the positional ones, in the order of `names`.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    pub values: &'a [Value],
    pub names: &'a [Str],
}

/// What a native function answers.
pub enum Flow {
    Value(Value),
    /// Goes on in this callable with these positional arguments; its result is the result.
    Call(Value, Vec<Value>),
    /// The same with keyword arguments: the last arguments have these names.
    CallNamed(Value, Vec<Value>, Vec<Str>),
    /// Resumes a generator, coroutine or async generator. What it yields is the result; when it returns, the
    /// caller sees StopIteration with the value.
    Resume(Rc<Generator>, Sent),
    /// Runs a native frame: Rust code that calls into Python and waits for the answer.
    Run(NativeFuture),
    /// The thread has to wait for something outside: see [`Block`].
    Block(Block),
}

/// What is sent into a suspended frame.
pub enum Sent {
    Value(Value),
    Throw(Exc),
}

/// Why a whole thread waits. It goes on with `None` as the call's result (or with what the waker supplies).
#[derive(Clone)]
pub enum Block {
    /// Until the virtual clock shows this many nanoseconds: `time.sleep`.
    Until(u64),
    /// Until `unpark` is called with the object of this number, or the virtual clock shows so many nanoseconds.
    Parked { on: u64, until: u64 },
    /// Until the event loop with this number has run the future to its end: `loop.run_until_complete`.
    Loop(u32),
}

/// A native frame. It is polled by the machine only, which runs what it asks for between two polls.
pub type NativeFuture = Pin<Box<dyn Future<Output = VmResult<Value>>>>;

/// A native frame's code before it is started.
pub type NativeStart = Box<dyn FnOnce(Cx) -> NativeFuture>;

impl Flow {
    /// A native frame: `Flow::run(vm, |cx| async move { … cx.call(&f, vec![x]).await? … })`.
    pub fn run<F, Fut>(vm: &Rc<Vm>, start: F) -> VmResult<Flow>
    where
        F: FnOnce(Cx) -> Fut,
        Fut: Future<Output = VmResult<Value>> + 'static,
    {
        Ok(Flow::Run(Box::pin(start(Cx::new(vm)))))
    }

    /// The same, begun at once: a native frame that does not need Python code after all gives its value without the
    /// machine. To be called as the last thing in a native function: if the frame leaves a request, the machine must
    /// be the next to look for it.
    pub fn start<F, Fut>(vm: &Rc<Vm>, start: F) -> VmResult<Flow>
    where
        F: FnOnce(Cx) -> Fut,
        Fut: Future<Output = VmResult<Value>> + 'static,
    {
        begin(Box::pin(start(Cx::new(vm))))
    }
}

/// Polls a frame for the first time. One function for all frames, unlike [`Flow::start`].
fn begin(mut frame: NativeFuture) -> VmResult<Flow> {
    let mut context = Context::from_waker(Waker::noop());
    match frame.as_mut().poll(&mut context) {
        Poll::Ready(result) => result.map(Flow::Value),
        Poll::Pending => Ok(Flow::Run(frame)),
    }
}

/// A native function's entry in a table of methods or functions.
#[derive(Clone, Copy)]
pub struct NativeDef {
    pub name: &'static str,
    pub kind: NativeKind,
}

/// A function that computes at once.
pub const fn plain(name: &'static str, function: fn(&Rc<Vm>, Args<'_>) -> VmResult<Value>) -> NativeDef {
    NativeDef {
        name,
        kind: NativeKind::Plain(function),
    }
}

/// A function that may call back into Python, suspend or block.
pub const fn flow(name: &'static str, function: fn(&Rc<Vm>, Args<'_>) -> VmResult<Flow>) -> NativeDef {
    NativeDef {
        name,
        kind: NativeKind::Flow(function),
    }
}

/// The parameters of a native function, for [`Args::bind`].
pub struct Signature {
    /// As messages name it: `sorted`, `list.index`.
    pub function: &'static str,
    pub params: &'static [&'static str],
    /// The first so many can't be passed by name.
    pub posonly: usize,
    /// How many may be passed by position; the rest are keyword-only.
    pub positional: usize,
    /// The first so many must be passed.
    pub required: usize,
}

impl<'a> Args<'a> {
    pub fn positional_only(values: &'a [Value]) -> Self {
        Args { values, names: &[] }
    }

    /// The positional arguments.
    pub fn positional(&self) -> &'a [Value] {
        &self.values[..self.values.len() - self.names.len()]
    }

    /// Keyword arguments with their names.
    pub fn keywords(&self) -> impl Iterator<Item = (&'a Str, &'a Value)> {
        self.names
            .iter()
            .zip(&self.values[self.values.len() - self.names.len()..])
    }

    /// A keyword argument.
    pub fn keyword(&self, name: &str) -> Option<&'a Value> {
        self.keywords()
            .find(|(have, _)| have.as_str() == name)
            .map(|(_, value)| value)
    }

    /// The receiver of a method and the other arguments. The machine never calls a method without a receiver.
    pub fn receiver(&self) -> (&'a Value, Args<'a>) {
        match self.values.split_first() {
            Some((receiver, rest)) => (
                receiver,
                Args {
                    values: rest,
                    names: self.names,
                },
            ),
            None => (&Value::None, *self),
        }
    }

    /// Exactly `N` positional arguments and no keywords, for functions that CPython defines so.
    /// `function` is the name for messages, e.g. `list.append`.
    pub fn exactly<const N: usize>(&self, vm: &Rc<Vm>, function: &str) -> VmResult<&'a [Value; N]> {
        match self.values.try_into() {
            Ok(values) if self.names.is_empty() => Ok(values),
            _ => Err(self.not_exactly(vm, function, N)),
        }
    }

    #[cold]
    fn not_exactly(&self, vm: &Rc<Vm>, function: &str, expected: usize) -> Exc {
        let given = self.values.len();
        vm.type_error(match expected {
            _ if !self.names.is_empty() => format!("{function}() takes no keyword arguments"),
            0 => format!("{function}() takes no arguments ({given} given)"),
            1 => format!("{function}() takes exactly one argument ({given} given)"),
            _ => format!("{} expected {expected} arguments, got {given}", short(function)),
        })
    }

    /// From `least` to `most` positional arguments and no keywords.
    pub fn between(&self, vm: &Rc<Vm>, function: &str, least: usize, most: usize) -> VmResult<&'a [Value]> {
        if !self.names.is_empty() {
            return Err(vm.type_error(format!("{function}() takes no keyword arguments")));
        }
        let given = self.values.len();
        let (word, bound) = match given {
            n if n < least => ("at least", least),
            n if n > most => ("at most", most),
            _ => return Ok(self.values),
        };
        let s = if bound == 1 { "" } else { "s" };
        Err(vm.type_error(format!(
            "{} expected {word} {bound} argument{s}, got {given}",
            short(function)
        )))
    }

    /// Distributes the arguments over named parameters.
    pub fn bind<const N: usize>(&self, vm: &Rc<Vm>, signature: &Signature) -> VmResult<[Option<Value>; N]> {
        let mut bound = [const { None }; N];
        self.bind_into(vm, signature, &mut bound)?;
        Ok(bound)
    }

    fn bind_into(&self, vm: &Rc<Vm>, signature: &Signature, bound: &mut [Option<Value>]) -> VmResult<()> {
        let positional = self.positional();
        let function = signature.function;
        let (given, most) = (self.values.len(), signature.params.len());
        if given > most {
            let s = if most == 1 { "" } else { "s" };
            let keyword = if positional.is_empty() { "keyword " } else { "" };
            return Err(vm.type_error(format!(
                "{function}() takes at most {most} {keyword}argument{s} ({given} given)"
            )));
        }
        if positional.len() > signature.positional {
            let most = signature.positional;
            let s = if most == 1 { "" } else { "s" };
            let quantity = if signature.required == most {
                "exactly"
            } else {
                "at most"
            };
            let given = positional.len();
            return Err(vm.type_error(format!(
                "{function}() takes {quantity} {most} positional argument{s} ({given} given)"
            )));
        }
        for (slot, value) in bound.iter_mut().zip(positional) {
            *slot = Some(value.clone());
        }
        for (name, value) in self.keywords() {
            let index = signature.params.iter().position(|p| *p == name.as_str());
            match index {
                Some(index) if index >= signature.posonly && index < bound.len() => {
                    if bound[index].is_some() {
                        return Err(vm.type_error(format!(
                            "argument for {function}() given by name ('{name}') and position ({})",
                            index + 1
                        )));
                    }
                    bound[index] = Some(value.clone());
                }
                _ => {
                    let close = super::suggest::closest(name, signature.params);
                    let hint = close.map_or_else(String::new, |close| format!(". Did you mean '{close}'?"));
                    return Err(vm.type_error(format!(
                        "{function}() got an unexpected keyword argument '{name}'{hint}"
                    )));
                }
            }
        }
        for (index, slot) in bound.iter().enumerate().take(signature.required) {
            if slot.is_none() {
                let name = signature.params[index];
                return Err(vm.type_error(if index < signature.posonly {
                    format!(
                        "{function}() takes at least {} positional arguments ({} given)",
                        signature.required,
                        positional.len()
                    )
                } else {
                    format!(
                        "{function}() missing required argument '{name}' (pos {})",
                        index + 1
                    )
                }));
            }
        }
        Ok(())
    }
}

/// `list.index` as `index`: what CPython's argument checks print.
fn short(function: &str) -> &str {
    function.rsplit('.').next().unwrap_or(function)
}
