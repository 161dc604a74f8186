//! One run of a program that a person wrote.

use switchboard_python::syntax::Diagnostic;
use switchboard_python::{Options, Session};
use switchboard_trace::{Limits, Recorder};

use super::Transcript;
use crate::host::{Advance, Program};

/// Instructions between two looks at the clock: about a millisecond's worth in a browser.
const FUEL: u64 = 20_000;

/// A program on its way.
pub struct Run {
    session: Session,
    /// The moment to which virtual time jumps when the program goes on.
    until: Option<u64>,
}

impl Run {
    /// A run that has not begun.
    pub fn new(source: &str) -> Self {
        let options = Options {
            recorder: Recorder::on(Limits::default()),
            ..Options::default()
        };
        Self {
            session: Session::new(source, options),
            until: None,
        }
    }

    /// What there is to say about the program itself.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.session.diagnostics
    }

    /// Lets the transcript catch up with the run.
    pub fn tell(&self, transcript: &mut Transcript) {
        for output in self.session.take_output() {
            transcript.print(&output.text);
        }
        if let Some(trace) = self.session.vm.recorder().trace() {
            transcript.read(&trace);
        }
    }
}

impl Program for Run {
    fn advance(&mut self) -> Advance {
        if let Some(until) = self.until.take() {
            self.session.vm.clock.advance_to(until);
        }
        match self.session.advance(FUEL) {
            switchboard_python::Advance::Again => Advance::Again,
            switchboard_python::Advance::At(moment) => {
                self.until = Some(moment);
                Advance::At(moment)
            }
            switchboard_python::Advance::Finished => Advance::Finished,
        }
    }
}
