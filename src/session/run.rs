//! A run of three sleeps on the bare executor.

use switchboard_executor::{Clock, Executor, Host, Recorder, Time, Turn};
use switchboard_trace::Limits;

use super::Transcript;
use crate::host::{Advance, Program};

/// Three tasks that sleep, with their trace.
pub struct Run {
    executor: Executor,
    recorder: Recorder,
    clock: LiveHost,
}

/// Shows the executor a clock that the page's host lets jump from moment to moment.
struct LiveHost {
    clock: Clock,
    until: Option<Time>,
}

impl Host for LiveHost {
    fn now(&self) -> Time {
        self.clock.now()
    }
}

impl Run {
    /// A run that has not begun.
    pub fn new() -> Self {
        let recorder = Recorder::on(Limits::default());
        let executor = Executor::new(recorder.clone());
        for milliseconds in [300, 100, 200] {
            let scheduler = executor.scheduler();
            executor.spawn(async move {
                scheduler
                    .sleep_until(Time::from_nanos(milliseconds * 1_000_000))
                    .await;
            });
        }
        Self {
            executor,
            recorder,
            clock: LiveHost {
                clock: Clock::new(),
                until: None,
            },
        }
    }

    /// Lets the transcript catch up with the trace.
    pub fn tell(&self, transcript: &mut Transcript) {
        if let Some(trace) = self.recorder.trace() {
            transcript.read(&trace);
        }
    }
}

impl Program for Run {
    fn advance(&mut self) -> Advance {
        if let Some(until) = self.clock.until.take() {
            self.clock.clock.advance_to(until);
        }
        match self.executor.turn(&mut self.clock) {
            Turn::Ran | Turn::Preempted => Advance::Again,
            Turn::WaitUntil(moment) | Turn::BlockedUntil(moment) => {
                self.clock.until = Some(moment);
                Advance::At(moment.as_nanos())
            }
            Turn::WaitForIo | Turn::Idle | Turn::Stopped => Advance::Finished,
        }
    }
}
