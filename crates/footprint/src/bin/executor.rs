//! The executor with its trace: a task that sleeps.

use std::hint::black_box;

use switchboard_executor::{Clock, Executor, InstantHost, Recorder};
use switchboard_trace::Limits;

fn main() {
    let recorder = Recorder::on(black_box(Limits::default()));
    let executor = Executor::new(recorder.clone());
    let scheduler = executor.scheduler();
    executor.spawn(async move { scheduler.sleep(black_box(1)).await });
    let _ = black_box(InstantHost::new(Clock::new()).run(&executor));
    for record in recorder.take().iter() {
        black_box(record);
    }
}
