//! The last part of a run, in words: what there is to read on a page without pictures.

use std::collections::VecDeque;

use switchboard_trace::{Record, Trace};

/// The page lists this many events; older ones make place.
const MOST_EVENTS: usize = 1_000;

/// The page shows this much of a program's output, in bytes; older lines make place.
const MOST_OUTPUT: usize = 64 * 1024;

/// What a run tells, as far as it was read.
#[derive(Debug, Default)]
pub struct Transcript {
    /// How many events were read.
    step: usize,
    events: VecDeque<String>,
    output: String,
}

impl Transcript {
    /// Reads what the trace has grown by.
    pub fn read(&mut self, trace: &Trace) {
        // A frame may bring a hundred thousand events: only those that will be seen are worth words.
        let first_listed = trace.len().saturating_sub(MOST_EVENTS);
        for record in trace.iter_from(self.step) {
            if self.step >= first_listed {
                self.events.push_back(words(&record));
            }
            self.step += 1;
        }
        let surplus = self.events.len().saturating_sub(MOST_EVENTS);
        self.events.drain(..surplus);
    }

    /// Reads what the program printed.
    pub fn print(&mut self, text: &str) {
        self.output.push_str(text);
        self.drop_old_output();
    }

    /// The last events, each with its number from 0.
    pub fn events(&self) -> impl Iterator<Item = (usize, &str)> {
        let first = self.step - self.events.len();
        self.events
            .iter()
            .enumerate()
            .map(move |(index, event)| (first + index, event.as_str()))
    }

    /// The last part of what the program printed.
    pub fn output(&self) -> &str {
        &self.output
    }

    fn drop_old_output(&mut self) {
        let Some(surplus) = self.output.len().checked_sub(MOST_OUTPUT) else {
            return;
        };
        let end_of_line = self.output.bytes().skip(surplus).position(|byte| byte == b'\n');
        let cut = end_of_line.map_or(self.output.ceil_char_boundary(surplus), |position| {
            surplus + position + 1
        });
        self.output.drain(..cut);
    }
}

/// Virtual seconds, and the event as its type names it.
fn words(record: &Record) -> String {
    format!("{:.3} {:?}", record.time.as_nanos() as f64 / 1e9, record.event)
}

#[cfg(test)]
mod tests {
    use switchboard_trace::{Event, Time};

    use super::*;

    fn trace_of(turns: u32) -> Trace {
        let mut trace = Trace::new();
        for turn in 0..turns {
            trace.push(Time::ZERO, Event::TurnBegan { turn });
        }
        trace
    }

    #[test]
    fn a_trace_that_has_grown_is_read_from_where_it_was_left() {
        let mut trace = trace_of(1);
        let mut transcript = Transcript::default();
        transcript.read(&trace);
        trace.push(Time::ZERO, Event::TurnEnded { turn: 0 });
        transcript.read(&trace);
        let events: Vec<_> = transcript.events().collect();
        assert_eq!(
            events,
            [
                (0, "0.000 TurnBegan { turn: 0 }"),
                (1, "0.000 TurnEnded { turn: 0 }")
            ]
        );
    }

    #[test]
    fn old_events_make_place() {
        let mut transcript = Transcript::default();
        transcript.read(&trace_of(500));
        transcript.read(&trace_of(2_300));
        assert_eq!(transcript.events().count(), MOST_EVENTS);
        assert_eq!(
            transcript.events().next(),
            Some((1_300, "0.000 TurnBegan { turn: 1300 }"))
        );
    }

    #[test]
    fn old_lines_make_place() {
        let mut transcript = Transcript::default();
        for number in 0..2_000 {
            transcript.print(&format!("{number:0100}\n"));
        }
        assert!(transcript.output().len() <= MOST_OUTPUT);
        assert!(transcript.output().starts_with("00000"));
        assert!(transcript.output().ends_with("1999\n"));
    }
}
