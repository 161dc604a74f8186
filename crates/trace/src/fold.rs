//! How each event changes the board.

use std::rc::Rc;

use crate::board::{
    Await, Blocking, Board, Fate, ObjectView, ReadyEntry, RunEnded, TaskState, TaskView, TimerView,
};
use crate::event::{Event, ObjectOp, Outcome, Phase, Reason, StepEnd, Subject, WaitOn};
use crate::id::{HandleId, Line, NameId, SiteId, TaskId, TextId, U24};
use crate::store::Record;
use crate::time::Time;
use crate::trace::Trace;

impl Board {
    /// The board before anything happened.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Goes forward to a step of the trace that this is a board of. Never goes back.
    pub fn advance(&mut self, trace: &Trace, step: usize) {
        let missing = step.saturating_sub(self.step);
        for record in trace.iter_from(self.step).take(missing) {
            self.apply(&record);
        }
    }

    /// Takes the next event in. An event about something that was never made changes nothing.
    pub fn apply(&mut self, record: &Record) {
        self.step += 1;
        self.time = record.time;
        match record.event {
            Event::RunBegan | Event::TaskNotKept { .. } | Event::NeverAwaited { .. } => {}
            Event::IoReady { handle, .. } => self.push_ready(Subject::Callback(handle), NameId::default()),
            Event::RunEnded {
                how,
                exception,
                message,
            } => {
                self.end = Some(RunEnded {
                    how,
                    exception,
                    message,
                });
            }
            Event::TurnBegan { turn } => self.turn = turn,
            Event::PhaseBegan {
                phase,
                handles,
                until,
            } => self.begin_phase(phase, handles, until),
            Event::TurnEnded { .. } => self.end_turn(),
            Event::StepBegan { who } => self.begin_step(who),
            Event::StepEnded { who, how } => self.end_step(who, how),
            Event::BlockingBegan { task, what, until } => {
                self.blocking = Some(Blocking {
                    task,
                    what,
                    until,
                    since: self.time,
                });
            }
            Event::BlockingEnded { .. } => self.blocking = None,
            Event::Output { task, line, .. } => {
                self.outputs += 1;
                self.reach(task, line);
            }
            Event::LineReached { task, line, .. } | Event::Raised { task, line, .. } => {
                self.reach(task, line)
            }
            Event::LinesSkipped { count, .. } => {
                self.lines_skipped = self.lines_skipped.saturating_add(u64::from(count));
            }
            Event::CallbackReadied { handle, label, .. } => self.push_ready(Subject::Callback(handle), label),
            Event::TimerSet { handle, label, due } => self.set_timer(handle, label, due),
            Event::TimerFired { handle } => {
                let label = self
                    .timers
                    .remove(&handle)
                    .map_or_else(NameId::default, |timer| timer.label);
                self.push_ready(Subject::Callback(handle), label);
            }
            Event::HandleCancelled { handle } => {
                if self.timers.remove(&handle).is_none() {
                    self.skip_ready(Subject::Callback(handle));
                }
            }
            Event::ObjectMade { .. } | Event::ObjectChanged { .. } => self.apply_object(record.event),
            Event::ThreadBegan { thread, name, .. } => {
                self.threads.insert(thread, name);
            }
            Event::ThreadEnded { thread } => {
                self.threads.remove(&thread);
            }
            Event::TaskMade { .. }
            | Event::TaskRenamed { .. }
            | Event::TaskReadied { .. }
            | Event::TaskWaits { .. }
            | Event::TaskDone { .. }
            | Event::CancelRequested { .. }
            | Event::CancelDelivered { .. }
            | Event::AwaitEntered { .. }
            | Event::AwaitLeft { .. } => self.apply_task(record.event),
        }
    }

    fn apply_task(&mut self, event: Event) {
        let now = self.time;
        match event {
            Event::TaskMade {
                task,
                parent,
                name,
                site,
            } if task.index() == self.tasks.len() => {
                self.tasks.push(TaskView {
                    name,
                    site,
                    ..TaskView::new(task, parent, now)
                });
            }
            Event::TaskRenamed { task, name } => self.change(task, |view| view.name = name),
            Event::TaskReadied { task, why } => {
                self.push_ready(Subject::Task(task), NameId::default());
                self.change(task, |view| view.ready(why, now));
            }
            Event::TaskWaits { task, on } => self.change(task, |view| view.waits_on = on),
            Event::TaskDone {
                task,
                how,
                exception,
                text,
            } => {
                if self.running != Some(Subject::Task(task)) {
                    self.skip_ready(Subject::Task(task));
                }
                self.change(task, |view| {
                    view.finish(TaskState::Done { how, exception, text }, now)
                });
            }
            Event::CancelRequested { task, .. } => {
                self.change(task, |view| view.cancels = view.cancels.saturating_add(1));
            }
            Event::CancelDelivered { task, line } => self.change(task, |view| {
                view.cancels = 0;
                view.reach(line);
            }),
            Event::AwaitEntered {
                task,
                depth,
                site,
                coroutine,
            } => self.change(task, |view| {
                view.leave(depth);
                let outer = view.awaits.take();
                view.awaits = Some(Rc::new(Await {
                    site,
                    coroutine,
                    depth,
                    outer,
                }));
            }),
            Event::AwaitLeft { task, depth } => self.change(task, |view| view.leave(depth)),
            _ => {}
        }
    }

    fn apply_object(&mut self, event: Event) {
        match event {
            Event::ObjectMade {
                object,
                kind,
                name,
                value,
            } if object.index() == self.objects.len() => {
                self.objects.push(ObjectView {
                    object,
                    kind,
                    name,
                    value,
                    holder: None,
                    last: None,
                });
            }
            Event::ObjectChanged {
                object,
                op,
                by,
                value,
            } => {
                let Some(view) = self.objects.get_mut(object.index()) else {
                    return;
                };
                view.value = value;
                view.last = Some(op);
                match op {
                    ObjectOp::Acquired => view.holder = by,
                    ObjectOp::Released => view.holder = None,
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn change(&mut self, task: TaskId, change: impl FnOnce(&mut TaskView)) {
        if let Some(view) = self.tasks.get_mut(task.index()) {
            change(view);
        }
    }

    fn reach(&mut self, task: Option<TaskId>, line: Line) {
        match task {
            Some(task) => self.change(task, |view| view.reach(line)),
            None if line.get() > 0 => self.line = line,
            None => {}
        }
    }

    // -- The turn -----------------------------------------------------------------------------------------

    fn begin_phase(&mut self, phase: Phase, handles: u32, until: Time) {
        self.phase = Some(phase);
        match phase {
            Phase::PollIo => self.poll_until = until,
            Phase::RunReady => self.snapshot = handles as usize,
            Phase::Bound | Phase::DueTimers => {}
        }
    }

    fn end_turn(&mut self) {
        let skipped = self.snapshot.min(self.ready.len());
        self.ready.drain(..skipped);
        self.snapshot = 0;
        self.phase = None;
    }

    fn begin_step(&mut self, who: Subject) {
        // Those before it were cancelled, or it would not be its turn.
        while let Some(entry) = self.ready.pop_front() {
            self.snapshot = self.snapshot.saturating_sub(1);
            if entry.who == who {
                break;
            }
        }
        self.running = Some(who);
        self.running_since = self.time;
        let now = self.time;
        if let Subject::Task(task) = who {
            self.change(task, |view| {
                view.waits_on = WaitOn::Unnamed;
                view.enter(TaskState::Running, now);
            });
        }
    }

    fn end_step(&mut self, who: Subject, how: StepEnd) {
        self.running = None;
        let now = self.time;
        if let Subject::Task(task) = who {
            self.change(task, |view| match how {
                StepEnd::Waits => view.enter(TaskState::Waiting(view.waits_on), now),
                StepEnd::Yielded => view.enter(TaskState::Ready, now),
                StepEnd::Done => view.finish(RETURNED, now),
            });
        }
    }

    // -- Queue and heap -----------------------------------------------------------------------------------

    fn push_ready(&mut self, who: Subject, label: NameId) {
        self.ready.push_back(ReadyEntry {
            who,
            label,
            fate: Fate::Runs,
        });
    }

    fn skip_ready(&mut self, who: Subject) {
        if let Some(entry) = self.ready.iter_mut().rev().find(|entry| entry.who == who) {
            entry.fate = Fate::IsSkipped;
        }
    }

    fn set_timer(&mut self, handle: HandleId, label: NameId, due: Time) {
        let by = self.running.and_then(Subject::task);
        self.timers.insert(
            handle,
            TimerView {
                handle,
                label,
                due,
                set: self.time,
                by,
            },
        );
    }
}

/// What is known of a task that ended without saying how.
const RETURNED: TaskState = TaskState::Done {
    how: Outcome::Returned,
    exception: NameId(U24::new(0)),
    text: TextId(0),
};

impl TaskView {
    fn new(task: TaskId, parent: Option<TaskId>, now: Time) -> Self {
        Self {
            task,
            name: NameId::default(),
            site: SiteId::default(),
            parent,
            made: now,
            state: TaskState::Ready,
            since: now,
            why: Reason::FirstStep,
            waits_on: WaitOn::Unnamed,
            line: Line::default(),
            cancels: 0,
            awaits: None,
        }
    }

    fn reach(&mut self, line: Line) {
        if line.get() > 0 {
            self.line = line;
        }
    }

    /// A task that runs stays running, although it stands in the ready queue again.
    fn ready(&mut self, why: Reason, now: Time) {
        self.why = why;
        if let TaskState::Waiting(_) = self.state {
            self.enter(TaskState::Ready, now);
        }
    }

    /// Enters a state, unless it is done for good.
    fn enter(&mut self, state: TaskState, now: Time) {
        if self.is_alive() {
            self.state = state;
            self.since = now;
        }
    }

    fn finish(&mut self, state: TaskState, now: Time) {
        self.enter(state, now);
        self.awaits = None;
        self.cancels = 0;
    }

    /// Leaves the awaits of this depth and deeper.
    fn leave(&mut self, depth: u16) {
        while let Some(inner) = self.awaits.take_if(|inner| inner.depth >= depth) {
            self.awaits.clone_from(&inner.outer);
        }
    }
}
