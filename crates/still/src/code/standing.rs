//! Who stands on which line.

use std::collections::BTreeMap;

use switchboard_python::syntax::{Part, Span};
use switchboard_trace::{Board, TaskId, TaskState, TaskView, Trace};

/// Tasks by a line's number.
pub type ByLine = BTreeMap<u32, Vec<TaskId>>;

/// The tasks that stand in an await, by its line: on hold, or ready and not yet on the line again.
#[must_use]
pub fn suspended(board: &Board, trace: &Trace) -> ByLine {
    let mut suspended = ByLine::new();
    let is_suspended = |task: &&TaskView| matches!(task.state, TaskState::Waiting(_) | TaskState::Ready);
    for task in board.tasks().filter(is_suspended) {
        for inner in task.awaits() {
            let line = trace.tables().get_site(inner.site).line.get();
            suspended.entry(line).or_default().push(task.task);
        }
    }
    suspended
}

/// The tasks that are alive, by the line on which they stand.
#[must_use]
pub fn standing(board: &Board) -> ByLine {
    let mut standing = ByLine::new();
    for task in board
        .tasks()
        .filter(|task| task.is_alive() && task.line.get() > 0)
    {
        standing.entry(task.line.get()).or_default().push(task.task);
    }
    standing
}

/// The line that runs, and the task that runs it.
#[must_use]
pub fn current_line(board: &Board) -> Option<(u32, Option<TaskId>)> {
    let task = board.running.and_then(|who| who.task());
    let line = match task {
        Some(task) => board.task(task)?.line.get(),
        None if board.task_count() == 0 => board.line.get(),
        None => 0,
    };
    (line > 0).then_some((line, task))
}

/// Whether a task can be suspended here: at `await`, `async for` and `async with`, not at `async def`.
#[must_use]
pub fn has_await(parts: &[&(Span, Part)], source: &str) -> bool {
    let text = |span: &Span| source.get(span.start as usize..span.end as usize);
    parts.iter().enumerate().any(|(at, (span, part))| {
        let next = parts.get(at + 1).and_then(|(span, _)| text(span));
        *part == Part::Await && !(text(span) == Some("async") && next == Some("def"))
    })
}
