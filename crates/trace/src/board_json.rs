//! The board as one JSON object, for host scripts and for comparing two engines.

use crate::board::{Board, TaskState, TaskView};
use crate::event::{Event, Subject};
use crate::json;
use crate::params::Param;
use crate::tables::Tables;

/// The board: `{"step":12,"t":0,"turn":1,"phase":"run-ready","running":{"task":1},"ready":[…],"timers":[…],
/// "tasks":[…],"objects":[…],"outputs":0,…}`. Times are virtual nanoseconds.
#[must_use]
pub fn board_json(board: &Board, tables: &Tables) -> String {
    let mut writer = Writer {
        out: String::from("{\"step\":"),
        tables,
    };
    json::number(&mut writer.out, board.step as u64);
    writer.number("t", board.time.as_nanos());
    writer.number("turn", board.turn.into());
    if let Some(phase) = board.phase {
        writer.value("phase", Param::Word(phase.word()));
    }
    if let Some(running) = board.running {
        writer.key("running");
        writer.out.push('{');
        writer.subject(running);
        writer.out.push('}');
    }
    if let Some(blocking) = board.blocking {
        writer.number("blockedUntil", blocking.until.as_nanos());
    }
    writer.number("snapshot", board.snapshot as u64);
    writer.list("ready", board.ready(), |writer, entry| writer.subject(entry.who));
    writer.list("timers", &board.timers(), |writer, timer| {
        writer.out.push_str("\"handle\":");
        json::number(&mut writer.out, timer.handle.number().into());
        writer.number("due", timer.due.as_nanos());
    });
    writer.list("tasks", board.tasks(), Writer::task);
    writer.list("objects", board.objects(), |writer, object| {
        writer.out.push_str("\"object\":");
        json::number(&mut writer.out, object.object.number().into());
        writer.value("kind", Param::Word(object.kind.word()));
        writer.value("name", Param::Name(object.name));
        writer.number("value", object.value.into());
        if let Some(holder) = object.holder {
            writer.value("holder", Param::Task(holder));
        }
    });
    writer.number("outputs", board.outputs as u64);
    writer.number("linesSkipped", board.lines_skipped);
    if let Some(end) = board.end {
        writer.value("end", Param::Word(end.how.word()));
    }
    writer.out.push('}');
    writer.out
}

struct Writer<'t> {
    out: String,
    tables: &'t Tables,
}

impl Writer<'_> {
    fn task(&mut self, view: &TaskView) {
        self.out.push_str("\"task\":");
        json::number(&mut self.out, view.task.number().into());
        self.value("name", Param::Name(view.name));
        let state = match view.state {
            TaskState::Running => "running",
            TaskState::Ready => "ready",
            TaskState::Waiting(_) => "waiting",
            TaskState::Done { .. } => "done",
        };
        self.value("state", Param::Word(state));
        match view.state {
            TaskState::Waiting(on) => {
                let waits = Event::TaskWaits { task: view.task, on };
                for (name, value) in waits.params().into_iter().filter(|(name, _)| *name != "task") {
                    self.value(name, value);
                }
            }
            TaskState::Done { how, exception, text } => {
                self.value("how", Param::Word(how.word()));
                self.value("exception", Param::Name(exception));
                self.value("text", Param::Text(text));
            }
            TaskState::Running | TaskState::Ready => {}
        }
        self.number("since", view.since.as_nanos());
        self.value("line", Param::Line(view.line));
        self.key("awaits");
        self.out.push('[');
        for (at, inner) in view.awaits().enumerate() {
            if at > 0 {
                self.out.push(',');
            }
            json::number(&mut self.out, self.tables.get_site(inner.site).line.get().into());
        }
        self.out.push(']');
    }

    fn subject(&mut self, subject: Subject) {
        let (key, number) = match subject {
            Subject::Task(task) => ("\"task\":", task.number()),
            Subject::Callback(handle) => ("\"handle\":", handle.number()),
        };
        self.out.push_str(key);
        json::number(&mut self.out, number.into());
    }

    fn key(&mut self, name: &str) {
        self.out.push(',');
        json::string(&mut self.out, name);
        self.out.push(':');
    }

    fn number(&mut self, name: &str, value: u64) {
        self.key(name);
        json::number(&mut self.out, value);
    }

    fn value(&mut self, name: &str, value: Param) {
        json::field(&mut self.out, self.tables, name, value);
    }

    fn list<T>(&mut self, name: &str, items: impl IntoIterator<Item = T>, write: impl Fn(&mut Self, T)) {
        self.key(name);
        self.out.push('[');
        for (at, item) in items.into_iter().enumerate() {
            self.out.push_str(if at > 0 { ",{" } else { "{" });
            write(self, item);
            self.out.push('}');
        }
        self.out.push(']');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::TaskId;
    use crate::time::Time;
    use crate::trace::Trace;

    #[test]
    fn a_board_names_who_runs_and_who_is_ready() {
        let mut trace = Trace::new();
        let name = trace.tables_mut().name("Task-1");
        let task = TaskId::from_index(0);
        trace.push(
            Time::ZERO,
            Event::TaskMade {
                task,
                parent: None,
                name,
                site: crate::id::SiteId::default(),
            },
        );
        trace.push(
            Time::from_nanos(30),
            Event::StepBegan {
                who: Subject::Task(task),
            },
        );
        let json = board_json(&trace.board_at(2), trace.tables());
        assert!(
            json.starts_with("{\"step\":2,\"t\":30,\"turn\":0,\"running\":{\"task\":1}"),
            "{json}"
        );
        assert!(
            json.contains("\"name\":\"Task-1\",\"state\":\"running\""),
            "{json}"
        );
    }
}
