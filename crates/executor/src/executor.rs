//! The executor's owner.

use std::ops::Deref;

use switchboard_trace::Recorder;

use crate::scheduler::Scheduler;

/// A cooperative executor. Whoever owns it calls its turns ([`Executor::turn`]); everything else is done
/// through the [`Scheduler`] that it derefs to, of which tasks and callbacks hold clones.
///
/// Dropping it drops all tasks and callbacks, even those that hold a `Scheduler` themselves.
pub struct Executor {
    scheduler: Scheduler,
}

impl Executor {
    /// An executor without tasks that writes its trace by this recorder.
    #[must_use]
    pub fn new(recorder: Recorder) -> Self {
        Self {
            scheduler: Scheduler::new(recorder),
        }
    }

    /// The handle for use inside of tasks and callbacks.
    #[must_use]
    pub fn scheduler(&self) -> Scheduler {
        self.scheduler.clone()
    }

    /// Has this called, on whatever thread, when a task is woken from outside of a turn, so that the host can
    /// call the next turn at once. It must not call into the executor itself.
    pub fn on_wake(&self, notify: impl Fn() + Send + 'static) {
        self.scheduler.inner.inbox.set_notify(Box::new(notify));
    }

    /// Drops all tasks, callbacks, timers and watches, as when an event loop is closed. Ids go on counting.
    pub fn clear(&self) {
        self.scheduler.clear();
    }
}

impl Deref for Executor {
    type Target = Scheduler;

    fn deref(&self) -> &Scheduler {
        &self.scheduler
    }
}

impl Drop for Executor {
    fn drop(&mut self) {
        self.scheduler.close();
    }
}
