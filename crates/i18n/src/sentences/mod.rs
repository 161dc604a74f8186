//! What happened, and why now: a sentence for every event, in pieces, so that tasks and lines in it can be coloured
//! and followed.

mod de;
mod en;
mod fr;
mod words;

use std::rc::Rc;

use switchboard_trace::{
    Board, Diagnostic, Event, Exceeded, NameId, ObjectId, ObjectOp, Outcome, Param, Params, Reason, Record,
    RunEnd, Subject, TaskId, TextId, Time, Trace, explain,
};
use switchboard_view::Labels;
use switchboard_view::scene::label_of;

use super::Lang;
use words::Words;

pub use words::{duration, limit, moment, time_left};

/// A line of the program, in words.
pub fn line_name(lang: Lang, line: u32) -> String {
    Words { lang }.line(line)
}

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    Text(String),
    /// A task by its label.
    Task(TaskId, Rc<str>),
    /// Something as it stands in the program, or as it prints it.
    Code(String),
    /// A line of the program, with the word before its number.
    Line(u32, String),
}

/// A sentence about an event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sentence {
    /// The task that it is about.
    pub about: Option<TaskId>,
    pub pieces: Vec<Piece>,
}

/// Whom sentences speak of, and in which language.
pub struct Teller<'a> {
    pub lang: Lang,
    pub trace: &'a Trace,
    pub labels: &'a Labels,
}

impl Teller<'_> {
    /// The sentence for an event, given the board before it.
    pub fn tell(&self, record: &Record, before: &Board) -> Sentence {
        let explanation = explain(record, before);
        let mut params = explanation.params;
        params.push(("now", Param::Moment(record.time)));
        add_time_left(&mut params, before, record.time);
        add_who_cancels(&mut params, &record.event, before);
        let about = task_of(&record.event).or_else(|| before.running.and_then(|who| who.task()));
        let case = self.case(record, before, explanation.case);
        let template = self.template(explanation.key, case);
        Sentence {
            about,
            pieces: self.fill(template, &params, record, before),
        }
    }

    /// The sentence for what a run has shown about its program.
    pub fn lint(&self, found: &Diagnostic) -> Option<Sentence> {
        let last = found.step.checked_sub(1)?;
        let record = self.trace.get(last)?;
        let template = self.template("lint", found.code.word());
        Some(Sentence {
            about: found.task,
            pieces: self.fill(template, &found.params, &record, &self.trace.board_at(found.step)),
        })
    }

    /// The sentence's case, where more is known than the event tells.
    fn case(&self, record: &Record, before: &Board, case: &'static str) -> &'static str {
        match record.event {
            Event::TaskReadied {
                why: Reason::Gather(object),
                ..
            } => self.end_of_several(object, before),
            Event::StepBegan {
                who: Subject::Task(task),
            } => match before.task(task).map(|view| view.why) {
                Some(Reason::Gather(object)) => self.end_of_several(object, before),
                _ => case,
            },
            Event::StepEnded {
                who: Subject::Callback(_),
                ..
            } if record.time == before.running_since => "callback-at-once",
            Event::TimerFired { handle } => match before.timer(handle) {
                Some(timer) if record.time.since(timer.due) >= LATE => "late",
                _ => case,
            },
            Event::CancelRequested { by: None, .. }
                if matches!(before.running, Some(Subject::Callback(_))) =>
            {
                "by-callback"
            }
            Event::TaskMade { site, .. } if !self.trace.tables().get_site(site).is_in_program() => {
                "to-clean-up"
            }
            Event::TaskDone {
                how: Outcome::Returned,
                text,
                ..
            } if text == TextId::default() => "returned-none",
            Event::RunEnded {
                how: RunEnd::Failed,
                exception,
                message,
            } if self.is_out_of_memory(exception, message) => "out-of-memory",
            _ => case,
        }
    }

    /// How it ended that a task waited for several: `asyncio.wait` may be content with some of them.
    fn end_of_several(&self, group: ObjectId, before: &Board) -> &'static str {
        match before.object(group) {
            Some(view) if view.last == Some(ObjectOp::Failed) => "gather-failed",
            Some(view) if self.trace.tables().get_name(view.name) == "wait" => "gather-over",
            _ => "gather",
        }
    }

    /// Whether it is the exception that the engine raises at its limit, which says nothing, as in CPython.
    fn is_out_of_memory(&self, exception: NameId, message: TextId) -> bool {
        let tables = self.trace.tables();
        tables.get_name(exception) == "MemoryError" && tables.get_text(message).is_empty()
    }

    fn template(&self, key: &str, case: &str) -> &'static str {
        match self.lang {
            Lang::En => en::sentence(key, case),
            Lang::Fr => fr::sentence(key, case),
            Lang::De => de::sentence(key, case),
        }
    }

    fn fill(&self, template: &str, params: &Params, record: &Record, before: &Board) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut rest = template;
        while let Some((text, after)) = rest.split_once('{') {
            push_text(&mut pieces, text);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            rest = after;
            match name {
                "limit" => push_text(
                    &mut pieces,
                    &exceeded_by(&record.event).map_or_else(String::new, |it| limit(self.lang, it)),
                ),
                "place" => push_text(&mut pieces, &self.words().place(before.ready().len() + 1)),
                "someone" => pieces.push(self.someone(params, record, before)),
                _ => match params.iter().find(|(known, _)| *known == name) {
                    Some((_, value)) => pieces.push(self.piece(*value, record, before)),
                    None => pieces.push(self.someone(params, record, before)),
                },
            }
        }
        push_text(&mut pieces, rest);
        drop_empty_end(&mut pieces);
        capitalize(&mut pieces);
        pieces
    }

    fn words(&self) -> Words {
        Words { lang: self.lang }
    }

    /// Who does it: the task at work, or the program outside of tasks.
    fn someone(&self, params: &Params, record: &Record, before: &Board) -> Piece {
        let named = params.iter().find_map(|(name, value)| match value {
            Param::Task(task) if *name == "task" || *name == "by" => Some(*task),
            _ => None,
        });
        match named.or_else(|| before.running.and_then(|who| who.task())) {
            Some(task) => self.task(task, record, before),
            None => Piece::Text(self.words().the_program().to_owned()),
        }
    }

    fn task(&self, task: TaskId, record: &Record, before: &Board) -> Piece {
        let tables = self.trace.tables();
        let label = match (before.task(task), &record.event) {
            (Some(view), _) => self.labels.of(view, tables),
            // It comes with its name.
            (None, Event::TaskMade { task: made, name, .. }) if *made == task => {
                self.labels.called(task, tables.get_name(*name))
            }
            (None, _) => self.labels.by_call(task),
        };
        Piece::Task(task, label)
    }

    fn piece(&self, value: Param, record: &Record, before: &Board) -> Piece {
        let tables = self.trace.tables();
        let words = self.words();
        match value {
            Param::Task(task) => self.task(task, record, before),
            Param::Handle(handle) => {
                let label = before.timer(handle).map(|timer| timer.label).or_else(|| {
                    let entry = before.ready().find(|entry| entry.who.handle() == Some(handle));
                    entry.map(|entry| entry.label)
                });
                let label = label.or_else(|| record.event.label()).or_else(|| {
                    // What runs stands in no queue any more.
                    let cancels = matches!(record.event, Event::CancelRequested { .. });
                    cancels.then(|| label_of(handle, before, self.trace))
                });
                Piece::Text(words.callback(handle.number(), label.map_or("", |name| tables.get_name(name))))
            }
            Param::Object(object) => {
                let known = before.object(object).map(|view| (view.kind, view.name));
                match known.or_else(|| record.event.made_object()) {
                    Some((kind, name)) => {
                        Piece::Text(words.object(kind, tables.get_name(name), object.number()))
                    }
                    None => Piece::Text(words.a_future().to_owned()),
                }
            }
            Param::Thread(thread) => Piece::Text(words.thread(thread.number())),
            Param::Token(token) => Piece::Text(words.connection(token.0)),
            Param::Name(name) => Piece::Code(tables.get_name(name).to_owned()),
            Param::Text(text) => Piece::Code(tables.get_text(text).trim_end().to_owned()),
            Param::Site(site) => Piece::Code(one_line(tables.get_name(tables.get_site(site).text))),
            Param::Line(line) => Piece::Line(line.get(), words.line(line.get())),
            Param::Count(count) => Piece::Text(count.to_string()),
            Param::Moment(at) => Piece::Text(moment(at)),
            Param::Duration(nanos) => Piece::Text(duration(nanos)),
            Param::Word(word) => Piece::Text(word.to_owned()),
        }
    }
}

/// The sentence in a language's table.
fn find(sentences: &[(&str, &str, &'static str)], key: &str, case: &str) -> &'static str {
    let fits = |(of, when, _): &&(&str, &str, &'static str)| *of == key && (*when == case || when.is_empty());
    sentences
        .iter()
        .find(fits)
        .map_or("", |(_, _, sentence)| *sentence)
}

/// A timer that goes off so many nanoseconds after its time is late.
const LATE: u64 = 1_000_000;

/// A callback that runs cancels what is cancelled meanwhile, as those of timeouts and task groups do.
fn add_who_cancels(params: &mut Params, event: &Event, before: &Board) {
    if let (Event::CancelRequested { by: None, .. }, Some(Subject::Callback(handle))) =
        (event, before.running)
    {
        params.push(("by", Param::Handle(handle)));
    }
}

/// Where a task is going to wait for a timer: for how long from now.
fn add_time_left(params: &mut Params, before: &Board, now: Time) {
    let timer = params.iter().find_map(|(name, value)| match value {
        Param::Handle(handle) if *name == "which" => before.timer(*handle),
        _ => None,
    });
    if let Some(timer) = timer {
        params.push(("left", Param::Duration(timer.due.since(now))));
    }
}

/// The limit that has ended a run.
const fn exceeded_by(event: &Event) -> Option<Exceeded> {
    match event {
        Event::RunEnded {
            how: RunEnd::Limit(exceeded),
            ..
        } => Some(*exceeded),
        _ => None,
    }
}

/// The task that an event is about.
fn task_of(event: &Event) -> Option<TaskId> {
    let params = event.params();
    params.iter().find_map(|(name, value)| match value {
        Param::Task(task) if *name == "task" => Some(*task),
        _ => None,
    })
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_owned()));
    }
}

/// A sentence that was to end with a message, where there is none, ends before its colon.
fn drop_empty_end(pieces: &mut Vec<Piece>) {
    if pieces.last() != Some(&Piece::Code(String::new())) {
        return;
    }
    pieces.pop();
    if let Some(Piece::Text(text)) = pieces.last_mut() {
        text.truncate(text.trim_end().trim_end_matches(':').trim_end().len());
        text.push('.');
    }
}

/// Begins a sentence with a capital letter, unless it begins with a name of the program.
fn capitalize(pieces: &mut [Piece]) {
    if let Some(Piece::Text(text)) = pieces.first_mut() {
        *text = capitalized(std::mem::take(text));
    }
}

/// A sentence with a capital letter at its beginning.
pub fn capitalized(mut sentence: String) -> String {
    match sentence.chars().next() {
        Some(first) if first.is_ascii() => {
            if let Some(first) = sentence.get_mut(..1) {
                first.make_ascii_uppercase();
            }
        }
        Some(first) => capitalize_rare(&mut sentence, first),
        None => {}
    }
    sentence
}

/// Apart from the common case, since the table of all letters is large, and the page can do without it at first.
#[cold]
#[inline(never)]
fn capitalize_rare(sentence: &mut String, first: char) {
    sentence.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
}

/// Source text that goes over several lines, in one.
pub fn one_line(text: &str) -> String {
    const MOST: usize = 60;
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match joined.char_indices().nth(MOST) {
        Some((cut, _)) => format!("{}…", joined.get(..cut).unwrap_or_default()),
        None => joined,
    }
}

#[cfg(test)]
mod tests;
