//! A run of three sleeps on the bare executor.

use switchboard_executor::{Clock, Executor, Host, Recorder, Time, Turn};
use switchboard_trace::Limits;

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

    /// The events from the given step on, a line each.
    pub fn events_from(&self, step: usize) -> Vec<String> {
        let Some(trace) = self.recorder.trace() else {
            return Vec::new();
        };
        let records = trace.iter_from(step);
        records
            .map(|record| format!("{:.3} {:?}", record.time.as_nanos() as f64 / 1e9, record.event))
            .collect()
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
