//! Tracebacks: the frames that an exception has passed, and what becomes of the variables of those frames.
//!
//! A frame that an exception passes gets a [`KeptFrame`] beside it. While the frame runs, that is empty; when it ends
//! and some traceback still refers to it, its variables move there and live as long as the traceback, as CPython's
//! frame objects let them. An exception that a frame stores in a variable of its own is therefore a circle.

use super::memory::Charge;
use super::{CodeObject, Dict, Generator, Instance, Value, trash};
use crate::vm::frame::Frame;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

thread_local! {
    /// Frames that have returned and are kept all the same. Those in circles have to be taken apart in the end.
    static KEPT: RefCell<Vec<Weak<KeptFrame>>> = const { RefCell::new(Vec::new()) };
}

/// Lets go of the variables of the frames that were remembered: nothing of the program runs any more.
pub fn release() {
    for frame in KEPT.with(RefCell::take).iter().filter_map(Weak::upgrade) {
        trash::discard(frame.variables.take());
    }
}

/// One frame that an exception has passed.
pub struct Traceback {
    pub frame: Rc<KeptFrame>,
    /// 1-based.
    pub line: u32,
    /// The instruction that has raised.
    pub pc: u32,
    /// The one further in, towards the place where the exception was raised.
    pub next: Option<Rc<Traceback>>,
    /// How many there are from here inwards.
    pub length: usize,
    /// The object that the program sees, while it has one.
    pub object: Shown,
}

/// An object that stands for something of ours, as long as somebody has it: who asks again gets the same one.
#[derive(Default)]
pub struct Shown(Cell<Weak<Instance>>);

impl Shown {
    /// The object, made if there is none.
    pub fn get_or_make(&self, make: impl FnOnce() -> Rc<Instance>) -> Rc<Instance> {
        let object = self.0.take().upgrade().unwrap_or_else(make);
        self.0.set(Rc::downgrade(&object));
        object
    }
}

/// What a traceback knows of a frame.
pub struct KeptFrame {
    pub code: Rc<CodeObject>,
    pub globals: Rc<Dict>,
    pub namespace: Option<Rc<Dict>>,
    /// Where the frame was when it last raised; 1-based.
    pub line: Cell<u32>,
    /// The generator whose frame it is: the frame may be suspended in there.
    pub generator: Option<Weak<Generator>>,
    /// The variables, once the frame has ended.
    variables: RefCell<Vec<Value>>,
    /// The frame that it has returned to, once it has ended.
    back: RefCell<Option<Rc<KeptFrame>>>,
    /// The frame object that the program sees, while it has one.
    pub object: Shown,
    charge: Charge,
}

impl Traceback {
    /// From the outermost frame to the innermost.
    pub fn frames(outermost: Option<&Rc<Traceback>>) -> impl Iterator<Item = &Rc<Traceback>> {
        std::iter::successors(outermost, |traceback| traceback.next.as_ref())
    }

    /// How many frames there are.
    pub fn length(outermost: Option<&Rc<Traceback>>) -> usize {
        outermost.map_or(0, |traceback| traceback.length)
    }
}

impl KeptFrame {
    pub fn of(frame: &Frame) -> Self {
        KeptFrame {
            code: frame.code.clone(),
            globals: frame.globals.clone(),
            namespace: frame.namespace.clone(),
            line: Cell::new(frame.line),
            generator: frame.generator.as_ref().map(Rc::downgrade),
            variables: RefCell::default(),
            back: RefCell::default(),
            object: Shown::default(),
            charge: Charge::new(size_of::<KeptFrame>()),
        }
    }

    /// The frame has ended with these variables and returned to that frame.
    pub fn end(&self, variables: Vec<Value>, back: Option<Rc<KeptFrame>>) {
        self.charge
            .resize(size_of::<KeptFrame>() + variables.capacity() * size_of::<Value>());
        self.variables.replace(variables);
        self.back.replace(back);
    }

    /// The frame may be part of a circle: it did not end with the exception that has passed it.
    pub fn remember(self: &Rc<Self>) {
        // During the thread's own end its locals may be gone already.
        let _ = KEPT.try_with(|kept| {
            let mut kept = kept.borrow_mut();
            if kept.len() == kept.capacity() {
                kept.retain(|frame| frame.strong_count() > 0);
            }
            kept.push(Rc::downgrade(self));
        });
    }

    /// Keeps one more object for as long as the frame is kept.
    pub fn hold(&self, value: Value) {
        self.variables.borrow_mut().push(value);
    }

    /// The variables of a frame that has ended.
    pub fn variables(&self) -> std::cell::Ref<'_, Vec<Value>> {
        self.variables.borrow()
    }

    /// The frame that it has returned to.
    pub fn back(&self) -> Option<Rc<KeptFrame>> {
        self.back.borrow().clone()
    }
}

impl Drop for Traceback {
    fn drop(&mut self) {
        // Inner frames go before outer ones, and long chains must not recurse.
        let mut inner = Vec::new();
        let mut next = self.next.take();
        while let Some(mut traceback) = next.and_then(Rc::into_inner) {
            next = traceback.next.take();
            inner.push(traceback);
        }
        while let Some(traceback) = inner.pop() {
            drop(traceback);
        }
    }
}

impl Drop for KeptFrame {
    fn drop(&mut self) {
        trash::discard(self.variables.take());
        let mut back = self.back.take();
        while let Some(frame) = back.and_then(Rc::into_inner) {
            back = frame.back.take();
        }
    }
}
