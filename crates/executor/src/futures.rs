//! Futures for plain Rust users of the executor.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use switchboard_trace::{Event, NameId, Time, Token, WaitOn};

use crate::action::Action;
use crate::handles::Handle;
use crate::scheduler::Scheduler;

/// Waits until a moment. Made by [`Scheduler::sleep_until`]. As in asyncio, the timer's callback wakes the task,
/// which so goes on one turn later.
pub struct Sleep {
    pub(crate) scheduler: Scheduler,
    pub(crate) until: Time,
    pub(crate) timer: Option<Handle>,
}

impl Future for Sleep {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let timer = match self.timer {
            None => {
                let action = Action::Wake(cx.waker().clone());
                self.scheduler.call_at(self.until, NameId::default(), action)
            }
            Some(timer) if self.scheduler.is_pending(timer) => timer,
            Some(_) => return Poll::Ready(()),
        };
        self.timer = Some(timer);
        self.scheduler.note_waiting(WaitOn::Timer(timer.id()));
        Poll::Pending
    }
}

impl Drop for Sleep {
    fn drop(&mut self) {
        if let Some(timer) = self.timer {
            self.scheduler.cancel(timer);
        }
    }
}

/// Waits until an I/O source is ready. Made by [`Scheduler::io_ready`].
pub struct IoReady {
    pub(crate) scheduler: Scheduler,
    pub(crate) token: Token,
    pub(crate) came: std::rc::Rc<std::cell::Cell<bool>>,
    pub(crate) is_watched: bool,
}

impl Future for IoReady {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.came.get() {
            return Poll::Ready(());
        }
        let came = std::rc::Rc::clone(&self.came);
        let waker = cx.waker().clone();
        self.scheduler.watch(self.token, move || {
            came.set(true);
            waker.wake_by_ref();
        });
        self.is_watched = true;
        self.scheduler.note_waiting(WaitOn::Io(self.token));
        Poll::Pending
    }
}

impl Drop for IoReady {
    fn drop(&mut self) {
        if self.is_watched {
            self.scheduler.unwatch(self.token);
        }
    }
}

/// Gives way once: the task goes to the end of the ready queue, as by `await asyncio.sleep(0)`.
#[must_use]
pub fn yield_now() -> YieldNow {
    YieldNow { gave_way: false }
}

/// Made by [`yield_now`].
pub struct YieldNow {
    gave_way: bool,
}

impl Future for YieldNow {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.gave_way {
            return Poll::Ready(());
        }
        self.gave_way = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

impl Scheduler {
    /// Waits until a moment.
    #[must_use]
    pub fn sleep_until(&self, until: Time) -> Sleep {
        Sleep {
            scheduler: self.clone(),
            until,
            timer: None,
        }
    }

    /// Waits for some nanoseconds, counted from now.
    #[must_use]
    pub fn sleep(&self, nanos: u64) -> Sleep {
        self.sleep_until(self.now().after(nanos))
    }

    /// Waits until an I/O source is ready. While it waits, nobody else may watch this token.
    #[must_use]
    pub fn io_ready(&self, token: Token) -> IoReady {
        IoReady {
            scheduler: self.clone(),
            token,
            came: std::rc::Rc::default(),
            is_watched: false,
        }
    }

    /// Notes in the trace what the running task is going to wait for.
    pub fn note_waiting(&self, on: WaitOn) {
        if let Some(task) = self.running().and_then(|running| running.task()) {
            self.recorder().record(Event::TaskWaits { task, on });
        }
    }
}
