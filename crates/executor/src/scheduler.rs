//! What tasks and callbacks, and whoever embeds the executor, can ask of it.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;
use std::sync::Arc;

use switchboard_trace::{
    Event, NameId, Outcome, Reason, Recorder, SiteId, Subject, TaskId, TextId, Time, Token,
};

use crate::action::Action;
use crate::handles::{Handle, Handles, Place, Source};
use crate::io::{Watch, Watches};
use crate::tasks::{Body, TaskKey, Tasks};
use crate::timers::Timers;
use crate::turn::{Interrupt, Progress};
use crate::waker::{Inbox, SpareWaker};

/// A handle to an executor. Clones are cheap; all methods may be called from inside a task or callback.
#[derive(Clone)]
pub struct Scheduler {
    pub(crate) inner: Rc<Inner>,
}

/// What the trace shows of a new task.
#[derive(Clone, Copy, Debug, Default)]
pub struct Origin {
    /// The task's name.
    pub name: NameId,
    /// Where its coroutine is defined.
    pub site: SiteId,
}

/// An entry of the ready queue.
#[derive(Clone, Copy)]
pub(crate) enum Ready {
    Step(TaskKey),
    Callback(Handle),
}

/// The executor's state. Nothing in here is borrowed while foreign code (a poll, a callback, a destructor) runs.
pub(crate) struct Inner {
    pub(crate) ready: RefCell<Vec<Ready>>,
    /// An empty queue, kept for its memory.
    pub(crate) spare_queue: Cell<Vec<Ready>>,
    pub(crate) timers: RefCell<Timers>,
    pub(crate) handles: RefCell<Handles>,
    pub(crate) tasks: RefCell<Tasks>,
    pub(crate) watches: RefCell<Watches>,
    pub(crate) inbox: Arc<Inbox>,
    pub(crate) spare_waker: SpareWaker,
    pub(crate) recorder: Recorder,
    pub(crate) now: Cell<Time>,
    pub(crate) turns: Cell<u32>,
    pub(crate) progress: Cell<Progress>,
    pub(crate) running: Cell<Option<Subject>>,
    /// Why a task is ready that is woken by its waker now.
    pub(crate) waker_reason: Cell<Reason>,
    pub(crate) interrupt: Cell<Option<Interrupt>>,
    pub(crate) is_stopping: Cell<bool>,
    pub(crate) is_broken_off: Cell<bool>,
    is_closed: Cell<bool>,
}

impl Scheduler {
    pub(crate) fn new(recorder: Recorder) -> Self {
        let inner = Inner {
            ready: RefCell::default(),
            spare_queue: Cell::default(),
            timers: RefCell::default(),
            handles: RefCell::default(),
            tasks: RefCell::default(),
            watches: RefCell::default(),
            inbox: Arc::default(),
            spare_waker: SpareWaker::default(),
            recorder,
            now: Cell::new(Time::ZERO),
            turns: Cell::new(0),
            progress: Cell::default(),
            running: Cell::new(None),
            waker_reason: Cell::new(Reason::Waker),
            interrupt: Cell::new(None),
            is_stopping: Cell::new(false),
            is_broken_off: Cell::new(false),
            is_closed: Cell::new(false),
        };
        Self {
            inner: Rc::new(inner),
        }
    }

    // -- Tasks --------------------------------------------------------------------------------------------

    /// Makes a task and puts its first step at the end of the ready queue.
    pub fn spawn(&self, future: impl Future<Output = ()> + 'static) -> TaskId {
        self.spawn_with(Origin::default(), |_| future)
    }

    /// Makes a task whose future knows the task's id, and tells the trace where it comes from.
    pub fn spawn_with<F>(&self, origin: Origin, make: impl FnOnce(TaskId) -> F) -> TaskId
    where
        F: Future<Output = ()> + 'static,
    {
        let key = self.inner.tasks.borrow_mut().reserve();
        let task = key.task;
        let parent = self.inner.running_task();
        self.inner.record(Event::TaskMade {
            task,
            parent,
            name: origin.name,
            site: origin.site,
        });
        let mut body = Some(Body {
            future: Box::pin(make(task)),
            waker: None,
        });
        if self.inner.is_closed.get() {
            self.inner.tasks.borrow_mut().remove(key);
            return task;
        }
        self.inner.tasks.borrow_mut().put_back(key, &mut body);
        self.inner.wake_key(key, Reason::FirstStep);
        task
    }

    /// Puts the task's next step at the end of the ready queue, unless it is there already or the task is gone.
    /// Quicker than a waker, and for use on the executor's thread only.
    #[inline]
    pub fn wake(&self, task: TaskId) {
        let key = self.inner.tasks.borrow().find(task);
        if let Some(key) = key {
            self.inner.wake_by_waker(key);
        }
    }

    /// As [`Self::wake`], with the reason for the trace.
    #[inline]
    pub fn wake_because(&self, task: TaskId, why: Reason) {
        self.inner.wake(task, why);
    }

    /// Drops a task without running it again. A task that aborts itself is dropped when its poll returns.
    /// False if it is gone already.
    pub fn abort(&self, task: TaskId) -> bool {
        let Some(key) = self.inner.tasks.borrow().find(task) else {
            return false;
        };
        let body = self.inner.tasks.borrow_mut().remove(key);
        let (exception, text) = (NameId::default(), TextId::default());
        self.inner.record(Event::TaskDone {
            task,
            how: Outcome::Cancelled,
            exception,
            text,
        });
        drop(body);
        true
    }

    /// Whether the task is not done yet.
    #[must_use]
    pub fn is_alive(&self, task: TaskId) -> bool {
        self.inner.tasks.borrow().find(task).is_some()
    }

    /// How many tasks are not done yet.
    #[must_use]
    pub fn tasks_alive(&self) -> usize {
        self.inner.tasks.borrow().alive()
    }

    // -- Callbacks and timers -----------------------------------------------------------------------------

    /// Puts a callback at the end of the ready queue (`loop.call_soon`).
    pub fn call_soon(&self, label: NameId, action: Action) -> Handle {
        let handle = self.inner.handles.borrow_mut().add(Source::CallSoon, action);
        self.inner.ready.borrow_mut().push(Ready::Callback(handle));
        let by = self.inner.running_task();
        self.inner.record(Event::CallbackReadied {
            handle: handle.id,
            by,
            label,
        });
        handle
    }

    /// Sets a timer whose callback is put at the end of the ready queue when it is due (`loop.call_at`).
    pub fn call_at(&self, due: Time, label: NameId, action: Action) -> Handle {
        self.call_at_overdue(due, 0, label, action)
    }

    /// The same for a time that may lie before the beginning of the run, by `overdue` nanoseconds: such timers
    /// come in the order of their times, before those that are due at the beginning.
    pub fn call_at_overdue(&self, due: Time, overdue: u64, label: NameId, action: Action) -> Handle {
        let handle = self.inner.handles.borrow_mut().add(Source::Timer, action);
        self.inner.timers.borrow_mut().set(due, overdue, handle);
        self.inner.record(Event::TimerSet {
            handle: handle.id,
            label,
            due,
        });
        handle
    }

    /// Cancels a callback or timer. False if it has run, runs now or is cancelled already.
    #[expect(clippy::must_use_candidate, reason = "cancelling what is over is fine")]
    pub fn cancel(&self, handle: Handle) -> bool {
        let cancelled = self.inner.handles.borrow_mut().cancel(handle);
        let Some((action, place)) = cancelled else {
            return false;
        };
        if place == Place::TimerHeap {
            self.inner.timers.borrow_mut().count_cancelled();
        }
        self.inner.record(Event::HandleCancelled { handle: handle.id });
        drop(action);
        true
    }

    /// Whether a callback or timer is still to run.
    #[must_use]
    pub fn is_pending(&self, handle: Handle) -> bool {
        self.inner.handles.borrow().is_pending(handle)
    }

    /// How many callbacks and timers were cancelled and still have their place: until their turn comes, or until a turn
    /// sees that most timers are cancelled.
    #[must_use]
    pub fn cancelled_handles(&self) -> usize {
        self.inner.handles.borrow().cancelled()
    }

    // -- I/O ----------------------------------------------------------------------------------------------

    /// Has the callback put at the end of the ready queue each time the host finds this source ready
    /// (`loop.add_reader`), in place of what was watched under the same token before.
    pub fn watch(&self, token: Token, callback: impl Fn() + 'static) {
        let before = self.inner.watches.borrow_mut().insert(token, Rc::new(callback));
        self.forget_watch(before);
    }

    /// Stops watching, and cancels the callback if it stands in the ready queue (`loop.remove_reader`).
    #[expect(clippy::must_use_candidate, reason = "stopping twice is fine")]
    pub fn unwatch(&self, token: Token) -> bool {
        let before = self.inner.watches.borrow_mut().remove(token);
        self.forget_watch(before)
    }

    fn forget_watch(&self, watch: Option<Watch>) -> bool {
        let Some(watch) = watch else { return false };
        if let Some(handle) = watch.queued {
            self.cancel(handle);
        }
        true
    }

    // -- The turn, from inside ----------------------------------------------------------------------------

    /// Says that the poll which is about to return `Pending` ran out of fuel: the turn stops at once, and the
    /// next call of [`crate::Executor::turn`] goes on with this same poll. The trace shows nothing of it, so
    /// that it doesn't depend on how the host slices the time.
    pub fn preempt(&self) {
        self.inner.interrupt.set(Some(Interrupt::Preempted));
    }

    /// Says that the poll which is about to return `Pending` blocks the whole thread, as `time.sleep` does:
    /// nothing runs until then, and then this same poll goes on. `what` names the call in the trace.
    pub fn block_until(&self, until: Time, what: NameId) {
        let task = self.inner.running_task();
        self.inner.record(Event::BlockingBegan { task, what, until });
        self.inner.interrupt.set(Some(Interrupt::Blocked(until)));
    }

    /// Ends the run after the current turn, or after the next one: [`crate::Turn::Stopped`] (`loop.stop`).
    pub fn stop(&self) {
        self.inner.is_stopping.set(true);
    }

    /// As [`Self::stop`], but the turn is over with the step that runs now: what it would still have run stays in the
    /// ready queue, in front (an exception that leaves `loop.run_forever`).
    pub fn break_off(&self) {
        self.inner.is_broken_off.set(true);
        self.stop();
    }

    /// The task or callback that runs now.
    #[must_use]
    pub fn running(&self) -> Option<Subject> {
        self.inner.running.get()
    }

    /// The time as the host told it last: at the beginning of the turn or after the last step.
    #[must_use]
    pub fn now(&self) -> Time {
        self.inner.now.get()
    }

    /// How many turns have begun.
    #[must_use]
    pub fn turns(&self) -> u32 {
        self.inner.turns.get()
    }

    /// The trace's pen.
    #[must_use]
    pub fn recorder(&self) -> &Recorder {
        &self.inner.recorder
    }

    pub(crate) fn clear(&self) {
        let bodies = self.inner.tasks.borrow_mut().take_all();
        let actions = self.inner.handles.borrow_mut().take_all();
        let watches = self.inner.watches.borrow_mut().take_all();
        self.inner.ready.take();
        self.inner.timers.take();
        let interrupted = self.inner.progress.take();
        drop((bodies, actions, watches, interrupted));
    }

    pub(crate) fn close(&self) {
        self.inner.is_closed.set(true);
        self.clear();
    }
}

impl Inner {
    /// Puts a task's next step at the end of the ready queue, unless it is there already or the task is gone.
    #[inline]
    pub(crate) fn wake(&self, task: TaskId, why: Reason) {
        let key = self.tasks.borrow().find(task);
        if let Some(key) = key {
            self.wake_key(key, why);
        }
    }

    /// As [`Self::wake`].
    #[inline(always)]
    pub(crate) fn wake_key(&self, key: TaskKey, why: Reason) {
        if self.tasks.borrow_mut().queue(key) {
            self.ready.borrow_mut().push(Ready::Step(key));
            self.recorder
                .record_inline(Event::TaskReadied { task: key.task, why });
        }
    }

    /// The task whose step runs now.
    #[inline]
    pub(crate) fn running_task(&self) -> Option<TaskId> {
        self.running.get().and_then(Subject::task)
    }

    #[inline]
    pub(crate) fn record(&self, event: Event) {
        self.recorder.record(event);
    }
}
