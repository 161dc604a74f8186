//! What a handle does when its turn comes.

use std::future::Future;
use std::pin::Pin;
use std::task::Waker;

use switchboard_trace::{Reason, TaskId};

/// What a callback of `call_soon`, of a timer or of an I/O source does.
pub enum Action {
    /// Calls a function once.
    Call(Box<dyn FnOnce()>),
    /// Polls a future once; unless it was interrupted (see [`crate::Scheduler::preempt`]) it is dropped then.
    Poll(Pin<Box<dyn Future<Output = ()>>>),
    /// Wakes a task, for this reason.
    WakeTask(TaskId, Reason),
    /// Calls a waker.
    Wake(Waker),
}

impl Action {
    /// An action that calls a function.
    pub fn call(function: impl FnOnce() + 'static) -> Self {
        Self::Call(Box::new(function))
    }

    /// An action that polls a future.
    pub fn poll(future: impl Future<Output = ()> + 'static) -> Self {
        Self::Poll(Box::pin(future))
    }
}
