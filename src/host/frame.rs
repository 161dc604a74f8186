//! Updates of the page, at most one a frame.

use std::cell::Cell;
use std::rc::Rc;

use gloo_render::{AnimationFrame, request_animation_frame};

/// Calls back once before the next frame, however often it is asked to.
pub struct FrameRequest {
    callback: Rc<dyn Fn()>,
    is_requested: Rc<Cell<bool>>,
    /// Taken back when this is dropped.
    pending: Cell<Option<AnimationFrame>>,
}

impl FrameRequest {
    /// A request for this callback; nothing is asked for yet.
    pub fn new(callback: impl Fn() + 'static) -> Self {
        Self {
            callback: Rc::new(callback),
            is_requested: Rc::default(),
            pending: Cell::default(),
        }
    }

    /// Asks for the callback before the next frame.
    pub fn request(&self) {
        if self.is_requested.replace(true) {
            return;
        }
        let (callback, is_requested) = (Rc::clone(&self.callback), Rc::clone(&self.is_requested));
        self.pending.set(Some(request_animation_frame(move |_| {
            is_requested.set(false);
            callback();
        })));
    }
}
