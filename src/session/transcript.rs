//! The last part of a trace, in words: what there is to read on a page without pictures.

use std::collections::VecDeque;

use switchboard_trace::{Event, Record, Trace};

/// The page lists this many events; older ones make place.
const MOST_EVENTS: usize = 1_000;

/// The page shows this much of a program's output, in bytes; older lines make place.
const MOST_OUTPUT: usize = 64 * 1024;

/// What a trace tells, up to the step to which it was read.
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
            if let Event::Output { text, .. } = record.event {
                self.output.push_str(trace.tables().get_text(text));
            }
            if self.step >= first_listed {
                self.events.push_back(words(&record));
            }
            self.step += 1;
        }
        let surplus = self.events.len().saturating_sub(MOST_EVENTS);
        self.events.drain(..surplus);
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
    use switchboard_trace::{Line, Stream, Time};

    use super::*;

    fn print(trace: &mut Trace, text: &str) {
        let text = trace.tables_mut().text(text);
        trace.push(
            Time::ZERO,
            Event::Output {
                task: None,
                stream: Stream::Out,
                line: Line::new(1),
                text,
            },
        );
    }

    #[test]
    fn a_trace_that_has_grown_is_read_from_where_it_was_left() {
        let mut trace = Trace::new();
        let mut transcript = Transcript::default();
        print(&mut trace, "a\n");
        transcript.read(&trace);
        print(&mut trace, "b\n");
        transcript.read(&trace);
        assert_eq!(transcript.output(), "a\nb\n");
        assert_eq!(
            transcript.events().map(|(step, _)| step).collect::<Vec<_>>(),
            [0, 1]
        );
    }

    #[test]
    fn old_events_and_old_lines_make_place() {
        let mut trace = Trace::new();
        for number in 0..MOST_EVENTS + 10 {
            print(&mut trace, &format!("{number:0100}\n"));
        }
        let mut transcript = Transcript::default();
        transcript.read(&trace);
        assert_eq!(transcript.events().next().map(|(step, _)| step), Some(10));
        assert!(transcript.output().len() <= MOST_OUTPUT);
        assert!(transcript.output().starts_with("00000"));
        assert!(transcript.output().ends_with("1009\n"));
    }
}
