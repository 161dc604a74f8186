//! What the probes share.

use std::hint::black_box;

use switchboard_python::{Advance, Options, Session};
use switchboard_trace::{Limits, Recorder};

/// Instructions between two returns to the host, as on the page.
const FUEL: u64 = 20_000;

/// Runs a program to its end as the page does, in slices and recording its trace, but with a clock that jumps and with
/// nobody who looks.
pub fn run_in_slices(source: &str) {
    let recorder = Recorder::on(Limits::default());
    let options = Options {
        recorder: recorder.clone(),
        ..Options::default()
    };
    let mut session = Session::new(source, options);
    loop {
        match session.advance(FUEL) {
            Advance::Again => {}
            Advance::At(moment) => session.vm.clock.advance_to(moment),
            Advance::Finished => break,
        }
    }
    black_box((session.take_output(), recorder.take()));
}
