//! The trace alone: recorded and read.

use std::hint::black_box;

use switchboard_trace::{Event, Limits, Recorder};

fn main() {
    let recorder = Recorder::on(black_box(Limits::default()));
    recorder.record(black_box(Event::RunBegan));
    let trace = recorder.take();
    for record in trace.iter() {
        black_box(record);
    }
}
