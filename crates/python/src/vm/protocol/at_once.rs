//! Trying complete (asynchronous) code first, in case it needs no Python code after all.

use crate::vm::cx::Cx;
use crate::vm::{Vm, VmResult};
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// Runs `start` up to the first thing that it asks of the machine. If it comes to its end without asking, its result
/// is the answer; else what it has done is thrown away, and the answer is `None`: the caller then runs it again on a
/// native frame. So `start` must not change anything before it asks.
pub fn at_once<T, F, Fut>(vm: &Rc<Vm>, start: F) -> VmResult<Option<T>>
where
    F: FnOnce(Cx) -> Fut,
    Fut: Future<Output = VmResult<T>>,
{
    let mut frame = pin!(start(Cx::new(vm)));
    let mut context = Context::from_waker(Waker::noop());
    let outer = vm.link.on_trial.replace(true);
    let polled = frame.as_mut().poll(&mut context);
    vm.link.on_trial.set(outer);
    match polled {
        Poll::Ready(result) => result.map(Some),
        Poll::Pending => {
            drop(vm.link.take_request());
            Ok(None)
        }
    }
}
