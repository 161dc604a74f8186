//! The sentences in English: of what happened, and why now. `{name}` stands for what an event speaks of.

use super::find;

/// The sentence for an event and its case; empty if there is none.
///
/// Never inlined, so that the build can put off the languages that a visitor does not read.
#[inline(never)]
pub fn sentence(key: &str, case: &str) -> &'static str {
    find(SENTENCES, key, case)
}

/// Event, case (empty: all others), sentence.
pub(super) const SENTENCES: &[(&str, &str, &str)] = &[
    ("run-began", "", "The program starts."),
    ("run-ended", "finished", "The program is over."),
    (
        "run-ended",
        "failed",
        "The program ends with {exception}, which nobody caught: {message}",
    ),
    (
        "run-ended",
        "out-of-memory",
        "The program ends with {exception}, which nobody caught: it asks for more memory than a program gets here.",
    ),
    (
        "run-ended",
        "deadlock",
        "Deadlock: nobody is ready, no timer is set, nothing is watched. Nothing can ever happen again.",
    ),
    ("run-ended", "limit", "The run ends at a limit: {limit}."),
    ("run-ended", "", "The run is stopped."),
    ("turn-began", "", "Turn {turn} of the event loop begins."),
    ("turn-ended", "", "Turn {turn} is over."),
    (
        "phase-began",
        "bound",
        "How long may the loop sleep? In the ready queue: {ready}.",
    ),
    (
        "phase-began",
        "poll-io-now",
        "The loop asks the operating system what has arrived. It does not sleep: somebody is ready.",
    ),
    (
        "phase-began",
        "poll-io-until",
        "Nobody is ready: the loop sleeps until {until}, when the first timer goes off.",
    ),
    (
        "phase-began",
        "poll-io-forever",
        "Nobody is ready and no timer is set: the loop sleeps until something arrives.",
    ),
    (
        "phase-began",
        "due-timers",
        "Timers that are due move to the end of the ready queue.",
    ),
    (
        "phase-began",
        "run-ready",
        "Those who are in the ready queue now run, first in, first out: {handles}.",
    ),
    (
        "step-began",
        "first-step",
        "{task} is on the line for the first time: it was first in the queue.",
    ),
    (
        "step-began",
        "yield",
        "{task} is on the line again: it had only given way.",
    ),
    (
        "step-began",
        "timer",
        "{task} is on the line: its timer went off and it was first in the queue.",
    ),
    ("step-began", "future", "{task} is on the line: {which} is done."),
    (
        "step-began",
        "task",
        "{task} is on the line: {which}, for which it waited, is done.",
    ),
    (
        "step-began",
        "gather",
        "{task} is on the line: all that it waited for is done.",
    ),
    (
        "step-began",
        "gather-failed",
        "{task} is on the line: one of those for which it waited has failed.",
    ),
    (
        "step-began",
        "gather-over",
        "{task} is on the line: its wait for several is over.",
    ),
    (
        "step-began",
        "hand-over",
        "{task} is on the line: {which} lets it go on.",
    ),
    ("step-began", "cancel", "{task} is on the line, to be cancelled."),
    (
        "step-began",
        "thread",
        "{task} is on the line: {which} has ended.",
    ),
    ("step-began", "io", "{task} is on the line: {which} has data."),
    ("step-began", "waker", "{task} is on the line: it was woken."),
    (
        "step-began",
        "callback",
        "{handle} runs: it was first in the queue.",
    ),
    (
        "step-ended",
        "waits",
        "{task} hangs up and waits. It held the loop for {held}.",
    ),
    (
        "step-ended",
        "yielded",
        "{task} gives way and queues up again. It held the loop for {held}.",
    ),
    (
        "step-ended",
        "done",
        "{task} hangs up for good. It held the loop for {held}.",
    ),
    ("step-ended", "callback-at-once", "{handle} is over."),
    (
        "step-ended",
        "callback",
        "{handle} is over. It held the loop for {held}.",
    ),
    (
        "task-made",
        "to-clean-up",
        "One more task, made by asyncio.run itself to clean up behind the program: {task}.",
    ),
    (
        "task-made",
        "by-task",
        "{parent} makes the task {task}. It does not run yet: it has to queue up.",
    ),
    (
        "task-made",
        "",
        "The task {task} is made. It does not run yet: it has to queue up.",
    ),
    ("task-renamed", "", "{task} is now called {name}."),
    (
        "task-readied",
        "first-step",
        "{task} joins the ready queue for its first step{place}.",
    ),
    (
        "task-readied",
        "yield",
        "{task} joins the ready queue again: it only gives way{place}.",
    ),
    (
        "task-readied",
        "timer",
        "{task} is ready: its timer went off at {now}{place}.",
    ),
    (
        "task-readied",
        "future",
        "{task} is ready: {which} is done{place}.",
    ),
    (
        "task-readied",
        "task",
        "{task} is ready: {which}, for which it waited, is done{place}.",
    ),
    (
        "task-readied",
        "gather",
        "{task} is ready: all that it waited for is done{place}.",
    ),
    (
        "task-readied",
        "gather-failed",
        "{task} is ready: one of those for which it waited has failed{place}.",
    ),
    (
        "task-readied",
        "gather-over",
        "{task} is ready: its wait for several is over{place}.",
    ),
    (
        "task-readied",
        "hand-over",
        "{task} is ready: {which} lets it go on{place}.",
    ),
    (
        "task-readied",
        "cancel",
        "{task} is ready, so that it can be cancelled{place}.",
    ),
    (
        "task-readied",
        "thread",
        "{task} is ready: {which} has ended{place}.",
    ),
    ("task-readied", "io", "{task} is ready: {which} has data{place}."),
    ("task-readied", "waker", "{task} is ready: it was woken{place}."),
    ("task-waits", "unnamed", "{task} is going to wait."),
    ("task-waits", "timer", "{task} asks to be called back in {left}."),
    ("task-waits", "task", "{task} waits until {which} is done."),
    ("task-waits", "group", "{task} waits for several at once."),
    (
        "task-waits",
        "queue-get",
        "{task} waits for an item: {which} is empty.",
    ),
    (
        "task-waits",
        "queue-put",
        "{task} waits for room: {which} is full.",
    ),
    (
        "task-waits",
        "queue-join",
        "{task} waits until all items of {which} are worked off.",
    ),
    ("task-waits", "", "{task} waits for {which}."),
    ("task-done", "returned-none", "{task} is done: it returns None."),
    ("task-done", "returned", "{task} is done: it returns {text}."),
    (
        "task-done",
        "failed",
        "{task} is done: it failed with {exception}: {text}",
    ),
    ("task-done", "", "{task} is done: it was cancelled."),
    ("cancel-requested", "by-callback", "{by} asks {task} to cancel."),
    (
        "cancel-requested",
        "by-task",
        "{by} asks {task} to cancel. {task} learns of it when it is next on the line.",
    ),
    (
        "cancel-requested",
        "",
        "{task} is asked to cancel. It learns of it when it is next on the line.",
    ),
    (
        "cancel-delivered",
        "",
        "CancelledError is thrown into {task}, at {line}.",
    ),
    (
        "task-not-kept",
        "",
        "Nobody keeps a reference to {task} any more.",
    ),
    (
        "never-awaited",
        "",
        "A coroutine {function} disappears without ever having been awaited: it never ran.",
    ),
    ("line-reached", "", "{someone} reaches {line}."),
    (
        "lines-skipped",
        "",
        "{count} lines run that the trace does not hold one by one.",
    ),
    ("await-entered", "", "{task} awaits {site}."),
    ("await-left", "", "{task} goes on after await {site}."),
    ("raised", "left-task", "{exception} leaves {task}: {message}"),
    ("raised", "", "{exception} is raised at {line}: {message}"),
    ("output", "stderr", "{someone} writes to stderr: {text}"),
    ("output", "", "{someone} prints: {text}"),
    (
        "blocking-began",
        "",
        "{what} blocks the whole thread until {until}: nobody else can run.",
    ),
    (
        "blocking-ended",
        "",
        "The blocking call returns. It held everything up for {held}.",
    ),
    (
        "callback-readied",
        "by-task",
        "{by} puts {handle} at the end of the ready queue.",
    ),
    (
        "callback-readied",
        "",
        "{handle} joins the end of the ready queue.",
    ),
    ("timer-set", "", "{someone} sets a timer: it goes off at {due}."),
    (
        "timer-fired",
        "late",
        "The timer set for {due} goes off only now, at {now}: the loop was busy.",
    ),
    (
        "timer-fired",
        "",
        "The timer set for {due} goes off: its callback joins the ready queue.",
    ),
    (
        "handle-cancelled",
        "",
        "{handle} is cancelled: it will be skipped.",
    ),
    (
        "io-ready",
        "",
        "{token} has data: its callback joins the ready queue.",
    ),
    ("object-made", "", "{object} is made."),
    ("object-changed", "acquired", "{by} acquires {object}."),
    ("object-changed", "released", "{by} releases {object}."),
    (
        "object-changed",
        "put",
        "{by} puts an item into {object}, which now holds {value}.",
    ),
    (
        "object-changed",
        "got",
        "{by} takes an item out of {object}, which now holds {value}.",
    ),
    (
        "object-changed",
        "worked",
        "{by} has worked off an item of {object}.",
    ),
    ("object-changed", "set", "{object} is set."),
    ("object-changed", "cleared", "{object} is cleared."),
    (
        "object-changed",
        "notified",
        "{by} notifies those who wait for {object}.",
    ),
    (
        "object-changed",
        "arrived",
        "{by} arrives at {object}, where {value} now stand.",
    ),
    ("object-changed", "broken", "{object} is broken."),
    ("object-changed", "shut-down", "{object} is shut down."),
    ("object-changed", "resolved", "{object} has its result."),
    ("object-changed", "failed", "{object} has failed."),
    ("object-changed", "", "{object} is cancelled."),
    ("thread-began", "", "Thread {name} starts."),
    ("thread-ended", "", "{thread} ends."),
    (
        "lint",
        "never-awaited",
        "{function} is called, but never awaited: the call only makes a coroutine. await or a task runs it.",
    ),
    (
        "lint",
        "blocking-call",
        "{what} blocks the whole thread. For {held} in all, {task} holds the loop with it, and nobody else can run.",
    ),
    (
        "lint",
        "sequential-awaits",
        "{task} awaits {count} coroutines one after the other, which takes {took}. If they don’t need each other, gather or a task group lets them overlap, and it takes {could}.",
    ),
    (
        "lint",
        "never-yields",
        "{task} runs for {held} without giving the loop back. So many wait for their turn meanwhile: {waiting}.",
    ),
    (
        "lint",
        "task-not-kept",
        "Nobody keeps a reference to {task}. The event loop holds tasks only weakly, so it may disappear before it is done.",
    ),
];
