//! The trace for other tools: JSON lines, and the Trace Event Format that Perfetto and Chrome open.

use core::fmt::Write as _;

use crate::board::Board;
use crate::event::{Event, Phase, Subject};
use crate::json;
use crate::store::Record;
use crate::tables::Tables;
use crate::trace::Trace;

/// The events as JSON objects, one line each, without the line's end:
/// `{"step":0,"t":1500,"event":"task-made","task":1,...}`, with `t` and all moments in virtual nanoseconds.
pub fn jsonl(trace: &Trace) -> impl Iterator<Item = String> + '_ {
    trace.iter().enumerate().map(|(step, record)| {
        let mut line = String::from("{\"step\":");
        json::number(&mut line, step as u64);
        line.push_str(",\"t\":");
        json::number(&mut line, record.time.as_nanos());
        line.push_str(",\"event\":");
        json::string(&mut line, record.event.name());
        for (name, value) in record.event.params() {
            json::field(&mut line, trace.tables(), name, value);
        }
        line.push('}');
        line
    })
}

/// The trace as one document in Chrome's Trace Event Format: the loop's turns and phases on the first track, the
/// steps of each task and the awaits in which it stands on a track of its own, callbacks on the second.
#[must_use]
pub fn perfetto(trace: &Trace) -> String {
    let mut writer = Perfetto {
        out: String::from("{\"displayTimeUnit\":\"ms\",\"traceEvents\":["),
        board: Board::new(),
    };
    writer.track_name(LOOP, "event loop");
    writer.track_name(CALLBACKS, "callbacks");
    for record in trace.iter() {
        writer.write(&record, trace.tables());
        writer.board.apply(&record);
    }
    writer.out.push_str("\n]}");
    writer.out
}

/// The loop's own track; those of the tasks follow after the callbacks'.
const LOOP: u64 = 1;
const CALLBACKS: u64 = 2;

struct Perfetto {
    out: String,
    /// The board before the event that is written.
    board: Board,
}

impl Perfetto {
    fn write(&mut self, record: &Record, tables: &Tables) {
        match record.event {
            Event::TaskMade { task, name, .. } => {
                let name = match tables.get_name(name) {
                    "" => format!("task {}", task.number()),
                    name => name.to_owned(),
                };
                self.track_name(track(Subject::Task(task)), &name);
                self.mark(record, tables, track(Subject::Task(task)));
            }
            Event::TurnBegan { turn } => self.begin(record, LOOP, &format!("turn {turn}")),
            Event::PhaseBegan { phase, .. } => {
                if self.board.phase.is_some() {
                    self.end(record, LOOP);
                }
                self.begin(record, LOOP, phase_name(phase));
            }
            Event::TurnEnded { .. } => {
                if self.board.phase.is_some() {
                    self.end(record, LOOP);
                }
                self.end(record, LOOP);
            }
            Event::StepBegan { who } => self.begin(record, track(who), "step"),
            Event::StepEnded { who, .. } => self.end(record, track(who)),
            Event::BlockingBegan { what, .. } => {
                let name = format!("blocked in {}", tables.get_name(what));
                self.begin(record, self.current_track(), &name);
            }
            Event::BlockingEnded { .. } => self.end(record, self.current_track()),
            Event::LineReached { .. } | Event::LinesSkipped { .. } => {}
            event => {
                let task = event.params().iter().find_map(|(_, value)| match value {
                    crate::params::Param::Task(task) => Some(*task),
                    _ => None,
                });
                let track = task.map_or_else(|| self.current_track(), |task| track(Subject::Task(task)));
                self.mark(record, tables, track);
            }
        }
    }

    fn current_track(&self) -> u64 {
        self.board.running.map_or(LOOP, track)
    }

    fn begin(&mut self, record: &Record, track: u64, name: &str) {
        self.head("B", record, track);
        self.out.push_str(",\"name\":");
        json::string(&mut self.out, name);
        self.out.push('}');
    }

    fn end(&mut self, record: &Record, track: u64) {
        self.head("E", record, track);
        self.out.push('}');
    }

    /// A moment without duration, with all that is known of it.
    fn mark(&mut self, record: &Record, tables: &Tables, track: u64) {
        self.head("i", record, track);
        self.out.push_str(",\"s\":\"t\",\"name\":");
        json::string(&mut self.out, record.event.name());
        self.out.push_str(",\"args\":{\"step\":");
        json::number(&mut self.out, self.board.step as u64);
        for (name, value) in record.event.params() {
            json::field(&mut self.out, tables, name, value);
        }
        self.out.push_str("}}");
    }

    fn track_name(&mut self, track: u64, name: &str) {
        self.separate();
        let _ = write!(
            self.out,
            "{{\"ph\":\"M\",\"pid\":1,\"tid\":{track},\"name\":\"thread_name\",\"args\":{{\"name\":"
        );
        json::string(&mut self.out, name);
        self.out.push_str("}}");
    }

    /// The fields that all events have. The format's unit is the microsecond.
    fn head(&mut self, kind: &str, record: &Record, track: u64) {
        self.separate();
        let nanos = record.time.as_nanos();
        let (micros, rest) = (nanos / 1000, nanos % 1000);
        let _ = write!(
            self.out,
            "{{\"ph\":\"{kind}\",\"pid\":1,\"tid\":{track},\"ts\":{micros}.{rest:03}"
        );
    }

    fn separate(&mut self) {
        self.out
            .push_str(if self.out.ends_with('[') { "\n" } else { ",\n" });
    }
}

fn track(who: Subject) -> u64 {
    match who {
        Subject::Task(task) => CALLBACKS + u64::from(task.number()),
        Subject::Callback(_) => CALLBACKS,
    }
}

fn phase_name(phase: Phase) -> &'static str {
    match phase {
        Phase::Bound => "how long may we wait?",
        Phase::PollIo => "ask the OS",
        Phase::DueTimers => "move due timers",
        Phase::RunReady => "run the ready queue",
    }
}
