//! The sentences in English: the reference for translations, and what the command line prints.

use core::fmt::Write as _;

use crate::board::Board;
use crate::explain::Explanation;
use crate::lint::{Code, Diagnostic};
use crate::params::{Param, Params};
use crate::tables::Tables;
use crate::time::Time;

/// An explanation as an English sentence. The board gives tasks and things their names.
#[must_use]
pub fn explanation(explanation: &Explanation, board: &Board, tables: &Tables) -> String {
    let template = template(explanation.key, explanation.case).unwrap_or("{key}");
    fill(template, &explanation.params, board, tables)
}

/// A diagnostic as an English sentence.
#[must_use]
pub fn diagnostic(diagnostic: &Diagnostic, board: &Board, tables: &Tables) -> String {
    let template = match diagnostic.code {
        Code::NeverAwaited => {
            "coroutine '{function}' was never awaited: calling it makes a coroutine, only await or a task runs it"
        }
        Code::BlockingCall => {
            "{what} blocks the whole thread: {task} held the event loop for {held} in {calls} call(s), and nothing else could run"
        }
        Code::SequentialAwaits => {
            "{task} awaits {count} coroutines one after the other, which took {took}; if they don't need each other, gather or a task group lets them overlap and takes {could}"
        }
        Code::NeverYields => {
            "{task} ran for {held} without giving the event loop back, while {waiting} other(s) were waiting for their turn"
        }
        Code::TaskNotKept => {
            "nobody keeps a reference to {task}: the event loop holds tasks weakly, so it may disappear before it is done"
        }
    };
    fill(template, &diagnostic.params, board, tables)
}

/// The sentence for a key and case: `{name}` stands for the parameter of that name.
#[must_use]
pub fn template(key: &str, case: &str) -> Option<&'static str> {
    let template = match (key, case) {
        ("run-began", _) => "The program starts.",
        ("run-ended", "finished") => "The program is over.",
        ("run-ended", "failed") => "The program ends with an uncaught {exception}: {message}",
        ("run-ended", "deadlock") => {
            "Deadlock: nothing is ready, no timer is set and no I/O is watched, so nothing can ever happen again."
        }
        ("run-ended", "limit") => "The run is ended by a limit: {message}",
        ("run-ended", _) => "The run is stopped.",
        ("turn-began", _) => "Turn {turn} of the event loop begins.",
        ("turn-ended", _) => "Turn {turn} is over.",
        ("phase-began", "bound") => "How long may the loop wait? {ready} handle(s) are ready.",
        ("phase-began", "poll-io-now") => {
            "The loop asks the OS which sockets are ready, without waiting, because something is ready to run."
        }
        ("phase-began", "poll-io-until") => {
            "Nothing is ready: the loop waits for sockets, at most until {until}, when the first timer is due."
        }
        ("phase-began", "poll-io-forever") => {
            "Nothing is ready and no timer is set: the loop waits until a socket is ready."
        }
        ("phase-began", "due-timers") => "Due timers move to the end of the ready queue.",
        ("phase-began", "run-ready") => {
            "The {handles} handle(s) that are in the ready queue now run, first in, first out."
        }
        ("step-began", "first-step") => "{task} starts: it stood first in the ready queue.",
        ("step-began", "yield") => {
            "{task} goes on: it only gave way, and stood first in the ready queue again."
        }
        ("step-began", "timer") => "{task} goes on, since its timer has fired.",
        ("step-began", "future") => "{task} goes on, since {which} is done.",
        ("step-began", "task") => "{task} goes on, since {which} is done.",
        ("step-began", "gather") => "{task} goes on, since what it gathered is done.",
        ("step-began", "hand-over") => "{task} goes on, since {which} let it.",
        ("step-began", "cancel") => "{task} goes on, to be cancelled.",
        ("step-began", "thread") => "{task} goes on, since {which} has ended.",
        ("step-began", "io") => "{task} goes on, since {which} is ready.",
        ("step-began", "waker") => "{task} goes on, since it was woken.",
        ("step-began", "callback") => "{handle} runs: it stood first in the ready queue.",
        ("step-ended", "waits") => "{task} gives the loop back: it waits. It held the loop for {held}.",
        ("step-ended", "yielded") => {
            "{task} gives way, and stands at the end of the ready queue. It held the loop for {held}."
        }
        ("step-ended", "done") => {
            "{task} gives the loop back for the last time. It held the loop for {held}."
        }
        ("step-ended", "callback") => "{handle} is over. It held the loop for {held}.",
        ("task-made", "by-task") => {
            "{parent} makes {name}. It does not run yet: its first step is to be scheduled."
        }
        ("task-made", _) => "{name} is made. It does not run yet: its first step is to be scheduled.",
        ("task-renamed", _) => "{task} is now called {name}.",
        ("task-readied", "first-step") => "{task} joins the end of the ready queue for its first step.",
        ("task-readied", "yield") => "{task} joins the end of the ready queue again: it only gives way.",
        ("task-readied", "timer") => "{task} becomes ready: its timer has fired.",
        ("task-readied", "future") => "{task} becomes ready: {which} is done.",
        ("task-readied", "task") => "{task} becomes ready: {which}, for which it waited, is done.",
        ("task-readied", "gather") => "{task} becomes ready: of what it waits for together, enough is done.",
        ("task-readied", "hand-over") => "{task} becomes ready: {which} lets it go on.",
        ("task-readied", "cancel") => "{task} becomes ready, so that it can be cancelled.",
        ("task-readied", "thread") => "{task} becomes ready: {which} has ended.",
        ("task-readied", "io") => "{task} becomes ready: {which} is ready.",
        ("task-readied", "waker") => "{task} becomes ready: its waker was called.",
        ("task-waits", "unnamed") => "{task} is going to wait.",
        ("task-waits", "timer") => "{task} is going to wait for a timer.",
        ("task-waits", "queue-get") => "{task} is going to wait for an item of {which}, which is empty.",
        ("task-waits", "queue-put") => "{task} is going to wait for room in {which}, which is full.",
        ("task-waits", "queue-join") => "{task} is going to wait until all items of {which} are worked off.",
        ("task-waits", "group") => "{task} is going to wait for several at once.",
        ("task-waits", _) => "{task} is going to wait for {which}.",
        ("task-done", "returned") => "{task} is done: it returned {text}.",
        ("task-done", "failed") => "{task} is done: it failed with {exception}: {text}",
        ("task-done", _) => "{task} is done: it was cancelled.",
        ("cancel-requested", "by-task") => {
            "{by} asks {task} to cancel. That takes effect when {task} runs next."
        }
        ("cancel-requested", _) => "{task} is asked to cancel. That takes effect when it runs next.",
        ("cancel-delivered", _) => "CancelledError is thrown into {task}, at {line}.",
        ("task-not-kept", _) => "Nobody keeps a reference to {task} any more.",
        ("never-awaited", _) => {
            "A coroutine {function} disappears without having been awaited: it never ran."
        }
        ("line-reached", _) => "Execution reaches {line}.",
        ("lines-skipped", _) => "{count} lines ran that the trace does not hold one by one.",
        ("await-entered", _) => "{coroutine} awaits {site}.",
        ("await-left", _) => "The await of {site} is over.",
        ("raised", "left-task") => "{exception} leaves {task}: {message}",
        ("raised", _) => "{exception} is raised at {line}: {message}",
        ("output", "stderr") => "The program writes to stderr: {text}",
        ("output", _) => "The program prints: {text}",
        ("blocking-began", _) => "{what} blocks the whole thread until {until}: nothing else can run.",
        ("blocking-ended", _) => "The blocking call returns. It held everything for {held}.",
        ("callback-readied", "by-task") => "{by} puts {handle} at the end of the ready queue.",
        ("callback-readied", _) => "{handle} joins the end of the ready queue.",
        ("timer-set", _) => "A timer is set for {due}.",
        ("timer-fired", _) => "The timer due at {due} fires: its callback joins the end of the ready queue.",
        ("handle-cancelled", _) => "{handle} is cancelled: it will be skipped.",
        ("io-ready", _) => "{token} is ready: its callback joins the end of the ready queue.",
        ("object-made", _) => "A {kind} is made: {name}.",
        ("object-changed", "acquired") => "{by} acquires {object}.",
        ("object-changed", "released") => "{by} releases {object}.",
        ("object-changed", "put") => "{by} puts an item into {object}, which now holds {value}.",
        ("object-changed", "got") => "{by} takes an item from {object}, which now holds {value}.",
        ("object-changed", "worked") => "{by} has worked off an item of {object}.",
        ("object-changed", "set") => "{object} is set.",
        ("object-changed", "cleared") => "{object} is cleared.",
        ("object-changed", "notified") => "{by} notifies those who wait for {object}.",
        ("object-changed", "arrived") => "{by} arrives at {object}, where {value} now stand.",
        ("object-changed", "broken") => "{object} is broken.",
        ("object-changed", "shut-down") => "{object} is shut down.",
        ("object-changed", "resolved") => "{object} has its result.",
        ("object-changed", "failed") => "{object} has failed.",
        ("object-changed", _) => "{object} is cancelled.",
        ("thread-began", _) => "Thread {name} starts.",
        ("thread-ended", _) => "{thread} ends.",
        _ => return None,
    };
    Some(template)
}

fn fill(template: &str, params: &Params, board: &Board, tables: &Tables) -> String {
    let mut filled = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        match params.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => write_param(&mut filled, *value, board, tables),
            None => filled.push_str("someone"),
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

fn write_param(out: &mut String, value: Param, board: &Board, tables: &Tables) {
    // Writing to a string can't fail.
    let _ = match value {
        Param::Task(task) => match board.task(task).map_or("", |view| tables.get_name(view.name)) {
            "" => write!(out, "task {}", task.number()),
            name => write!(out, "{name}"),
        },
        Param::Handle(handle) => write!(out, "callback {}", handle.number()),
        Param::Object(object) => match board.object(object) {
            Some(view) => match tables.get_name(view.name) {
                "" => write!(out, "{} {}", view.kind.word(), object.number()),
                name => write!(out, "{} {name}", view.kind.word()),
            },
            None => write!(out, "a future"),
        },
        Param::Thread(thread) => write!(out, "thread {}", thread.number()),
        Param::Token(token) => write!(out, "I/O source {}", token.0),
        Param::Name(name) => write!(out, "{}", or_unnamed(tables.get_name(name))),
        Param::Text(text) => write!(out, "{}", tables.get_text(text).trim_end()),
        Param::Site(site) => write!(out, "{}", or_unnamed(tables.get_name(tables.get_site(site).text))),
        Param::Line(line) => write!(out, "line {}", line.get()),
        Param::Count(count) => write!(out, "{count}"),
        Param::Moment(moment) => write!(out, "{} s", moment.as_secs()),
        Param::Duration(nanos) => write!(out, "{} s", Time::from_nanos(nanos).as_secs()),
        Param::Word(word) => write!(out, "{word}"),
    };
}

fn or_unnamed(name: &str) -> &str {
    if name.is_empty() {
        "something unnamed"
    } else {
        name
    }
}
