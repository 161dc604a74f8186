//! Wakers: how a future tells the executor that its task can go on.
//!
//! A waker may be called on any thread, but nearly always is on the executor's own, inside a turn. There it
//! goes straight to the ready queue, without any atomic operation; from elsewhere it goes through an inbox.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Wake;

use switchboard_trace::Reason;

use crate::scheduler::Inner;
use crate::tasks::TaskKey;

/// What was woken from outside of the turn. The counterpart of `call_soon_threadsafe` and asyncio's self-pipe.
#[derive(Default)]
pub(crate) struct Inbox {
    is_filled: AtomicBool,
    woken: Mutex<Vec<TaskKey>>,
    /// Tells the host that it should call `turn()` now.
    notify: Mutex<Option<Box<dyn Fn() + Send>>>,
}

impl Inbox {
    /// Takes all that was woken, in order.
    pub(crate) fn take(&self) -> Vec<TaskKey> {
        if !self.is_filled.load(Ordering::Acquire) {
            return Vec::new();
        }
        let mut woken = self.woken.lock().unwrap_or_else(PoisonError::into_inner);
        self.is_filled.store(false, Ordering::Release);
        core::mem::take(&mut woken)
    }

    pub(crate) fn set_notify(&self, notify: Box<dyn Fn() + Send>) {
        *self.notify.lock().unwrap_or_else(PoisonError::into_inner) = Some(notify);
    }

    fn put(&self, task: TaskKey) {
        {
            let mut woken = self.woken.lock().unwrap_or_else(PoisonError::into_inner);
            woken.push(task);
            self.is_filled.store(true, Ordering::Release);
        }
        if let Some(notify) = &*self.notify.lock().unwrap_or_else(PoisonError::into_inner) {
            notify();
        }
    }
}

/// What the wakers of a task share.
pub(crate) struct TaskWaker {
    task: TaskKey,
    inbox: Arc<Inbox>,
}

/// The waker of a task that ended in its first poll: if nobody kept it, the next task takes it over.
#[derive(Default)]
pub(crate) struct SpareWaker(Cell<Option<Arc<TaskWaker>>>);

impl SpareWaker {
    /// A waker's shared part for a new task.
    pub(crate) fn take_for(&self, task: TaskKey, inbox: &Arc<Inbox>) -> Arc<TaskWaker> {
        let mut spare = self.0.take();
        if let Some(unshared) = spare.as_mut().and_then(Arc::get_mut) {
            unshared.task = task;
        }
        spare.filter(|waker| waker.task == task).unwrap_or_else(|| {
            Arc::new(TaskWaker {
                task,
                inbox: Arc::clone(inbox),
            })
        })
    }

    /// Gives it back.
    pub(crate) fn give_back(&self, waker: Arc<TaskWaker>) {
        self.0.set(Some(waker));
    }
}

impl Wake for TaskWaker {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    #[inline]
    fn wake_by_ref(self: &Arc<Self>) {
        let done_here = TURNING.with_borrow(|turning| match turning {
            Some(inner) if Arc::ptr_eq(&inner.inbox, &self.inbox) => {
                inner.wake_by_waker(self.task);
                true
            }
            _ => false,
        });
        if !done_here {
            self.inbox.put(self.task);
        }
    }
}

thread_local! {
    /// The executor whose turn this thread is in.
    static TURNING: RefCell<Option<Rc<Inner>>> = const { RefCell::new(None) };
}

/// Marks that this thread is in a turn of an executor, until it is dropped.
pub(crate) struct InTurn {
    outer: Option<Rc<Inner>>,
}

impl InTurn {
    pub(crate) fn enter(inner: &Rc<Inner>) -> Self {
        Self {
            outer: TURNING.replace(Some(Rc::clone(inner))),
        }
    }
}

impl Drop for InTurn {
    fn drop(&mut self) {
        TURNING.replace(self.outer.take());
    }
}

impl Inner {
    /// Wakes as a waker does, with the reason that can be seen from here.
    #[inline(always)]
    pub(crate) fn wake_by_waker(&self, key: TaskKey) {
        let is_itself = self.running_task() == Some(key.task);
        self.wake_key(
            key,
            if is_itself {
                Reason::Yield
            } else {
                self.waker_reason.get()
            },
        );
    }
}
