//! The turn: one iteration of the event loop, whole.
//!
//! This is what `BaseEventLoop._run_once` does in CPython, in the same order:
//!
//! 1. **How long may we wait?** Not at all if something is ready, else until the first timer's deadline.
//! 2. **Ask the OS which sockets are ready**, and wait there as long as we may. Their callbacks go to the end
//!    of the ready queue.
//! 3. **Move due timers** to the end of the ready queue, by deadline.
//! 4. **Run the snapshot**: exactly the handles that are in the ready queue now, first in, first out. What
//!    they schedule goes to the end of the queue and waits for the next turn.
//!
//! One thing differs: this loop never waits by itself. Where asyncio would sleep in phase 2, [`Executor::turn`]
//! returns and says until when; called again at that time, it goes on with the same turn. So a clock that
//! jumps, a browser's `setTimeout` and a person who clicks can all be the host of the same loop.

use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use switchboard_trace::{Event, Phase, Reason, StepEnd, Subject, Time};

use crate::action::Action;
use crate::executor::Executor;
use crate::handles::{Callback, Handle, Source};
use crate::host::Host;
use crate::scheduler::{Inner, Ready};
use crate::tasks::{Body, Requeued, TaskKey};
use crate::waker::InTurn;

/// When `turn()` wants to be called again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[must_use]
pub enum Turn {
    /// The turn is over. Call again at once: the next one may have something to run.
    Ran,
    /// Nothing to do until this moment, when a timer is due. Call again then, or earlier when I/O comes.
    WaitUntil(Time),
    /// Nothing to do until a watched I/O source becomes ready. Call again then.
    WaitForIo,
    /// Nothing is ready, no timer is set, no I/O is watched: all is done, or it is a deadlock. Only a wake-up
    /// from outside can change that.
    Idle,
    /// A poll ran out of fuel. Call again as soon as is convenient: the same poll goes on, in the same turn.
    Preempted,
    /// A poll blocks the whole thread until this moment. Call again then: the same poll goes on.
    BlockedUntil(Time),
    /// As [`Turn::Ran`], and [`crate::Scheduler::stop`] was called.
    Stopped,
}

impl Executor {
    /// Runs the event loop once. Calls nothing but the host, the tasks and the callbacks, and never waits.
    pub fn turn(&self, host: &mut impl Host) -> Turn {
        let this = &*self.inner;
        let _in_turn = InTurn::enter(&self.inner);
        let mut progress = this.progress.take();
        if !progress.is_preempted() {
            this.read_clock(host);
        }
        this.empty_inbox();

        if let Progress::Between = progress {
            // Phase 1: how long may we wait?
            let Some(bound) = this.wait_bound(host) else {
                return Turn::Idle;
            };
            this.begin_turn();
            this.begin_phase(Phase::Bound, 0, this.now.get());
            this.begin_phase(Phase::PollIo, 0, bound);
            progress = Progress::Polling;
        }
        if let Progress::Polling = progress {
            // Phase 2: ask the OS which sockets are ready, and wait if we may.
            this.poll_io(host);
            match this.wait_bound(host) {
                Some(bound) if bound <= this.now.get() => {}
                bound => return this.wait(bound),
            }
            // Phase 3: move due timers to the ready queue.
            this.begin_phase(Phase::DueTimers, 0, this.now.get());
            this.move_due_timers();
            // Phase 4: run the snapshot of the ready queue.
            let snapshot = this.take_snapshot();
            this.begin_phase(Phase::RunReady, snapshot.handles.len(), this.now.get());
            progress = Progress::Running {
                snapshot,
                interrupted: None,
            };
        }
        if let Progress::Running {
            snapshot,
            interrupted,
        } = progress
            && let Some(interrupt) = this.run_snapshot(host, snapshot, interrupted)
        {
            return interrupt;
        }
        this.end_turn()
    }
}

/// How far the current turn has come when `turn()` returned.
#[derive(Default)]
pub(crate) enum Progress {
    /// No turn has begun.
    #[default]
    Between,
    /// In phase 2, waiting.
    Polling,
    /// In phase 4, with the rest of the snapshot, perhaps in the middle of a step.
    Running {
        snapshot: Snapshot,
        interrupted: Option<Interrupted>,
    },
}

impl Progress {
    /// Whether a poll ran out of fuel: what happens next gets the time that it would have got without that.
    fn is_preempted(&self) -> bool {
        let Self::Running {
            interrupted: Some(interrupted),
            ..
        } = self
        else {
            return false;
        };
        matches!(interrupted.why, Interrupt::Preempted)
    }
}

/// What was in the ready queue when phase 4 began.
pub(crate) struct Snapshot {
    handles: Vec<Ready>,
    /// How many of them were run.
    done: usize,
}

/// Why a poll that returned `Pending` is to go on before anything else.
#[derive(Clone, Copy)]
pub(crate) enum Interrupt {
    Preempted,
    Blocked(Time),
}

impl Interrupt {
    fn turn(self) -> Turn {
        match self {
            Self::Preempted => Turn::Preempted,
            Self::Blocked(until) => Turn::BlockedUntil(until),
        }
    }
}

/// A step in the middle of which the turn stopped.
pub(crate) struct Interrupted {
    step: Step,
    why: Interrupt,
}

/// A handle that was taken from the ready queue.
enum Step {
    Task(TaskKey, Body),
    Callback(Callback),
}

impl Step {
    fn subject(&self) -> Subject {
        match self {
            Self::Task(key, _) => Subject::Task(key.task),
            Self::Callback(callback) => Subject::Callback(callback.handle.id()),
        }
    }
}

// ---- Phases 1 to 3 ------------------------------------------------------------------------------------------

impl Inner {
    /// Until when nothing can happen: now if something is ready, the first deadline, [`Time::MAX`] if only I/O
    /// can come, nothing at all if nothing can.
    ///
    /// A host that waits in units oversleeps the first deadline by less than one. Tasks that began equal sleeps one
    /// after the other in a turn so wake in one turn, as in CPython, where `EpollSelector.select` rounds up to
    /// milliseconds. We get up at the last deadline within that unit, since nothing happens after it.
    fn wait_bound(&self, host: &impl Host) -> Option<Time> {
        if !self.ready.borrow().is_empty() || self.is_stopping.get() {
            return Some(self.now.get());
        }
        let now = self.now.get();
        let mut timers = self.timers.borrow_mut();
        let mut handles = self.handles.borrow_mut();
        timers.forget_cancelled(&mut handles);
        let Some(first) = timers.next_deadline() else {
            let is_watching = !self.watches.borrow().is_empty();
            return is_watching.then_some(Time::MAX);
        };
        let unit = host.wait_unit();
        if first <= now || unit == 0 {
            return Some(first.max(now));
        }
        let longest = first.since(now).div_ceil(unit).saturating_mul(unit);
        timers.last_deadline(now.after(longest), &mut handles)
    }

    fn wait(&self, bound: Option<Time>) -> Turn {
        self.progress.set(Progress::Polling);
        match bound {
            None => Turn::Idle,
            Some(Time::MAX) => Turn::WaitForIo,
            Some(deadline) => Turn::WaitUntil(deadline),
        }
    }

    fn poll_io(&self, host: &mut impl Host) {
        if self.watches.borrow().is_empty() {
            return;
        }
        let mut found = Vec::new();
        host.poll_io(&mut found);
        self.read_clock(host);
        for token in found {
            self.ready_io(token);
        }
    }

    /// Puts the callback of an I/O source in the ready queue, unless it still stands there.
    fn ready_io(&self, token: switchboard_trace::Token) {
        let mut watches = self.watches.borrow_mut();
        let Some(watch) = watches.get_mut(token) else {
            return;
        };
        let mut handles = self.handles.borrow_mut();
        if watch.queued.is_some_and(|handle| handles.is_pending(handle)) {
            return;
        }
        let callback = Rc::clone(&watch.callback);
        let handle = handles.add(Source::Io(token), Action::call(move || callback()));
        watch.queued = Some(handle);
        self.ready.borrow_mut().push(Ready::Callback(handle));
        self.record(Event::IoReady {
            token,
            handle: handle.id(),
        });
    }

    fn move_due_timers(&self) {
        let mut timers = self.timers.borrow_mut();
        let mut handles = self.handles.borrow_mut();
        let mut ready = self.ready.borrow_mut();
        while let Some(handle) = timers.pop_due(self.now.get()) {
            if handles.is_pending(handle) {
                handles.move_to_ready(handle);
                ready.push(Ready::Callback(handle));
                self.record(Event::TimerFired { handle: handle.id() });
            } else {
                handles.remove(handle);
                timers.forget_one();
            }
        }
    }
}

// ---- Phase 4 ------------------------------------------------------------------------------------------------

impl Inner {
    /// Takes all that is in the ready queue, and leaves an empty one for what is scheduled from now on.
    fn take_snapshot(&self) -> Snapshot {
        let empty = self.spare_queue.take();
        Snapshot {
            handles: self.ready.replace(empty),
            done: 0,
        }
    }

    /// Runs the handles of the snapshot. Returns early when one of them must go on before anything else.
    fn run_snapshot(
        &self,
        host: &mut impl Host,
        mut snapshot: Snapshot,
        mut interrupted: Option<Interrupted>,
    ) -> Option<Turn> {
        if let Some(earlier) = interrupted {
            interrupted = self.resume(earlier, host);
        }
        while interrupted.is_none()
            && !self.is_broken_off.get()
            && let Some(next) = snapshot.handles.get(snapshot.done).copied()
        {
            snapshot.done += 1;
            interrupted = match next {
                Ready::Step(key) => self.step_task(key, host),
                Ready::Callback(handle) => self.step_callback(handle, host),
            };
        }
        let Some(Interrupted { why, .. }) = &interrupted else {
            if self.is_broken_off.replace(false) {
                let left = snapshot.handles.drain(snapshot.done..);
                self.ready.borrow_mut().splice(0..0, left);
            }
            snapshot.handles.clear();
            self.spare_queue.set(snapshot.handles);
            return None;
        };
        let turn = why.turn();
        self.progress.set(Progress::Running {
            snapshot,
            interrupted,
        });
        Some(turn)
    }

    /// Goes on with an interrupted step, if it is time and its task was not aborted meanwhile.
    #[cold]
    fn resume(&self, interrupted: Interrupted, host: &mut impl Host) -> Option<Interrupted> {
        let who = interrupted.step.subject();
        match interrupted.why {
            Interrupt::Blocked(until) if self.now.get() < until => return Some(interrupted),
            Interrupt::Blocked(_) => self.record(Event::BlockingEnded { task: who.task() }),
            Interrupt::Preempted => {}
        }
        match interrupted.step {
            Step::Task(key, body) if self.tasks.borrow().is_alive(key) => {
                self.poll_task(key, &mut Some(body), host)
            }
            Step::Task(_, aborted) => {
                drop(aborted);
                self.end_step(who, StepEnd::Done, host)
            }
            Step::Callback(callback) => self.run_callback(callback, host),
        }
    }

    /// Runs the next step of a task. What was aborted stands in the queue all the same, and is skipped.
    #[inline(always)]
    fn step_task(&self, key: TaskKey, host: &mut impl Host) -> Option<Interrupted> {
        let mut body = None;
        if !self.tasks.borrow_mut().take_to_poll(key, &mut body) {
            return None;
        }
        self.recorder.record_inline(Event::StepBegan {
            who: Subject::Task(key.task),
        });
        self.poll_task(key, &mut body, host)
    }

    /// Polls a task's future once.
    #[inline(always)]
    fn poll_task(&self, key: TaskKey, slot: &mut Option<Body>, host: &mut impl Host) -> Option<Interrupted> {
        let who = Subject::Task(key.task);
        let body = slot.as_mut()?;
        self.running.set(Some(who));
        let polled = match &body.waker {
            Some(waker) => body.future.as_mut().poll(&mut Context::from_waker(waker)),
            None => self.poll_first(key, body),
        };
        if polled.is_ready() {
            self.interrupt.take();
            self.tasks.borrow_mut().remove(key);
            *slot = None;
            return self.end_step(who, StepEnd::Done, host);
        }
        if self.interrupt.get().is_some() {
            return self.interrupt_step(Step::Task(key, slot.take()?), host);
        }
        let requeued = self.tasks.borrow_mut().put_back(key, slot);
        let how = match requeued {
            Some(Requeued::Yes) => StepEnd::Yielded,
            Some(Requeued::No) => StepEnd::Waits,
            None => {
                // It aborted itself.
                *slot = None;
                StepEnd::Done
            }
        };
        self.end_step(who, how, host)
    }

    /// Polls for the first time, and so makes the task's waker.
    fn poll_first(&self, key: TaskKey, body: &mut Body) -> Poll<()> {
        let shared = self.spare_waker.take_for(key, &self.inbox);
        let waker = Waker::from(Arc::clone(&shared));
        let polled = body.future.as_mut().poll(&mut Context::from_waker(&waker));
        if polled.is_ready() {
            drop(waker);
            self.spare_waker.give_back(shared);
        } else {
            body.waker = Some(waker);
        }
        polled
    }

    /// Runs a callback. What was cancelled stands in the queue all the same, and is skipped.
    fn step_callback(&self, handle: Handle, host: &mut impl Host) -> Option<Interrupted> {
        let callback = self.handles.borrow_mut().remove(handle)?;
        self.record(Event::StepBegan {
            who: Subject::Callback(handle.id()),
        });
        self.run_callback(callback, host)
    }

    fn run_callback(&self, callback: Callback, host: &mut impl Host) -> Option<Interrupted> {
        let Callback { handle, source, .. } = callback;
        let who = Subject::Callback(handle.id());
        self.running.set(Some(who));
        self.waker_reason.set(callback.reason());
        let interrupted = match callback.action {
            Action::Call(function) => {
                function();
                None
            }
            Action::Wake(waker) => {
                waker.wake();
                None
            }
            Action::WakeTask(task, why) => {
                self.wake(task, why);
                None
            }
            Action::Poll(mut future) => {
                let polled = future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
                if polled.is_ready() {
                    self.interrupt.take();
                }
                self.interrupt.get().map(|_| Action::Poll(future))
            }
        };
        self.waker_reason.set(Reason::Waker);
        match interrupted {
            None => self.end_step(who, StepEnd::Done, host),
            Some(action) => self.interrupt_step(
                Step::Callback(Callback {
                    handle,
                    source,
                    action,
                }),
                host,
            ),
        }
    }

    #[inline(always)]
    fn end_step(&self, who: Subject, how: StepEnd, host: &impl Host) -> Option<Interrupted> {
        self.running.set(None);
        self.read_clock(host);
        self.recorder.record_inline(Event::StepEnded { who, how });
        None
    }

    #[cold]
    fn interrupt_step(&self, step: Step, host: &impl Host) -> Option<Interrupted> {
        self.running.set(None);
        let why = self.interrupt.take()?;
        if let Interrupt::Blocked(_) = why {
            self.read_clock(host);
        }
        Some(Interrupted { step, why })
    }
}

// ---- Around the phases --------------------------------------------------------------------------------------

impl Inner {
    #[inline]
    fn read_clock(&self, host: &impl Host) {
        let now = host.now();
        self.now.set(now);
        self.recorder.set_time(now);
    }

    /// Readies the tasks that were woken from outside of a turn.
    fn empty_inbox(&self) {
        for task in self.inbox.take() {
            self.wake_key(task, Reason::Waker);
        }
    }

    fn begin_turn(&self) {
        let turn = self.turns.get().saturating_add(1);
        self.turns.set(turn);
        self.record(Event::TurnBegan { turn });
    }

    fn begin_phase(&self, phase: Phase, handles: usize, until: Time) {
        let handles = u32::try_from(handles).unwrap_or(u32::MAX);
        self.record(Event::PhaseBegan {
            phase,
            handles,
            until,
        });
    }

    fn end_turn(&self) -> Turn {
        self.record(Event::TurnEnded {
            turn: self.turns.get(),
        });
        if self.is_stopping.replace(false) {
            Turn::Stopped
        } else {
            Turn::Ran
        }
    }
}
