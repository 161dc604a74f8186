//! The listing: syntax colours, the line on which each task stands, and the await points.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use switchboard_python::syntax::{self, Part};
use switchboard_trace::{TaskId, TaskState, TaskView};
use yew::prelude::*;

use super::line::{AwaitMark, Chip, CodeLine, Line, Style};
use crate::host::page;
use crate::session::{Dispatch, Program, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub dispatch: Dispatch,
}

/// So many names at most: where more tasks stand on a line, one is named and the others are counted.
const MOST_CHIPS: usize = 4;

/// The program's lines.
#[component]
pub fn Listing(props: &Props) -> Html {
    let Props { shown, dispatch } = props;
    let list = use_node_ref();
    let lines = use_memo(Rc::clone(&shown.program), |program| lines_of(program));
    let standing = standing(shown);
    let suspended = suspended(shown);
    let now = current_line(shown);
    {
        let list = list.clone();
        use_effect_with((now.map(|(line, _)| line), shown.run), move |(line, _)| {
            if let (Some(line), Some(list)) = (line, list.cast::<web_sys::Element>()) {
                page::reveal_child(&list, line.saturating_sub(1));
            }
        });
    }
    {
        let list = list.clone();
        use_effect_with(shown.pointed, move |(line, _)| {
            if let (Some(child), Some(list)) = (line.checked_sub(1), list.cast::<web_sys::Element>()) {
                page::reveal_child(&list, child);
            }
        });
    }
    let row = |(index, line): (usize, &Rc<Line>)| {
        let number = index as u32 + 1;
        let here = standing.get(&number).map(Vec::as_slice).unwrap_or_default();
        // A crowd leaves the line its room.
        let named = if here.len() > MOST_CHIPS { 1 } else { here.len() };
        let chip = |task: &TaskId| Chip {
            task: *task,
            label: shown.label(*task),
            is_lit: shown.lit == Some(*task),
        };
        html! {
            <CodeLine
                key={ number }
                { number }
                line={ Rc::clone(line) }
                runner={ now.filter(|(line, _)| *line == number).map(|(_, task)| task) }
                mark={ await_mark(shown, line, number, &suspended) }
                chips={ here.iter().take(named).map(chip).collect::<Vec<_>>() }
                more={ here.len() - named }
                is_pointed={ shown.pointed.0 == number }
                lang={ shown.lang }
                dispatch={ dispatch.clone() }
            />
        }
    };
    html! {
        <ol ref={ list } class="listing">{ for lines.iter().enumerate().map(row) }</ol>
    }
}

fn lines_of(program: &Program) -> Vec<Rc<Line>> {
    let source = &program.source;
    let parts = syntax::parts(source);
    let found: Vec<Range<usize>> = program
        .diagnostics
        .iter()
        .map(|found| seen_of(found.span, source))
        .collect();
    let mut start = 0;
    let mut next_part = 0;
    let line_of = |text: &str| {
        let end = start + text.len();
        while parts
            .get(next_part)
            .is_some_and(|(span, _)| span.end as usize <= start)
        {
            next_part += 1;
        }
        let here = parts.get(next_part..).unwrap_or_default();
        let here = here.iter().take_while(|(span, _)| (span.start as usize) < end);
        let here: Vec<_> = here.collect();
        let line = Line {
            pieces: pieces_of(source, start..end, &here, &found),
            indent: text.len() - text.trim_start().len(),
            has_await: has_await(&here, source),
        };
        start = end + 1;
        Rc::new(line)
    };
    source.split('\n').map(line_of).collect()
}

/// What is underlined for a finding. What is missing at a line's end is underlined at the letter before it.
fn seen_of(span: syntax::Span, source: &str) -> Range<usize> {
    let (start, end) = (span.start as usize, span.end as usize);
    let rest = source.get(start..).unwrap_or_default();
    match rest.chars().next() {
        Some(first) if first != '\n' => start..end.max(start + first.len_utf8()),
        _ => {
            let before = source.get(..start).unwrap_or_default();
            let last = before.chars().next_back().map_or(0, char::len_utf8);
            start - last..start
        }
    }
}

/// Whether a task can be suspended here: at `await`, `async for` and `async with`, not at `async def`.
fn has_await(parts: &[&(syntax::Span, Part)], source: &str) -> bool {
    let text = |span: &syntax::Span| source.get(span.start as usize..span.end as usize);
    parts.iter().enumerate().any(|(at, (span, part))| {
        let next = parts.get(at + 1).and_then(|(span, _)| text(span));
        *part == Part::Await && !(text(span) == Some("async") && next == Some("def"))
    })
}

fn pieces_of(
    source: &str,
    line: Range<usize>,
    parts: &[&(syntax::Span, Part)],
    found: &[Range<usize>],
) -> Vec<(String, Style)> {
    let mut cuts = vec![line.start, line.end];
    for (span, _) in parts {
        cuts.extend([span.start as usize, span.end as usize]);
    }
    for range in found {
        cuts.extend([range.start, range.end]);
    }
    cuts.retain(|cut| line.contains(cut) || *cut == line.end);
    cuts.sort_unstable();
    cuts.dedup();
    let style_at = |at: usize| Style {
        part: parts
            .iter()
            .find(|(span, _)| (span.start as usize..span.end as usize).contains(&at))
            .map(|(_, part)| *part),
        is_found: found.iter().any(|range| range.contains(&at)),
    };
    cuts.windows(2)
        .filter_map(|ends| match ends {
            [from, to] => Some((source.get(*from..*to)?.to_owned(), style_at(*from))),
            _ => None,
        })
        .collect()
}

type ByLine = BTreeMap<u32, Vec<TaskId>>;

/// The tasks that stand in an await, by its line: on hold, or ready and not yet on the line again.
fn suspended(shown: &Shown) -> ByLine {
    let mut suspended = ByLine::new();
    let Some(trace) = shown.trace() else {
        return suspended;
    };
    let is_suspended = |task: &&TaskView| matches!(task.state, TaskState::Waiting(_) | TaskState::Ready);
    for task in shown.board.tasks().filter(is_suspended) {
        for inner in task.awaits() {
            let line = trace.tables().get_site(inner.site).line.get();
            suspended.entry(line).or_default().push(task.task);
        }
    }
    suspended
}

/// The tasks that are alive, by the line on which they stand.
fn standing(shown: &Shown) -> ByLine {
    let mut standing = ByLine::new();
    for task in shown
        .board
        .tasks()
        .filter(|task| task.is_alive() && task.line.get() > 0)
    {
        standing.entry(task.line.get()).or_default().push(task.task);
    }
    standing
}

/// The line that runs, and the task that runs it.
fn current_line(shown: &Shown) -> Option<(u32, Option<TaskId>)> {
    let board = &shown.board;
    let task = board.running.and_then(|who| who.task());
    let line = match task {
        Some(task) => board.task(task)?.line.get(),
        None if board.task_count() == 0 => board.line.get(),
        None => 0,
    };
    (line > 0).then_some((line, task))
}

/// How it stands with the await points of a line.
fn await_mark(shown: &Shown, line: &Line, number: u32, suspended: &ByLine) -> AwaitMark {
    if !line.has_await {
        return AwaitMark::None;
    }
    let waiting = suspended.get(&number).into_iter().flatten();
    let names: Vec<_> = waiting.take(MOST_CHIPS).map(|task| shown.label(*task)).collect();
    if !names.is_empty() {
        return AwaitMark::Waiting(names);
    }
    match shown.awaits.borrow().passed(number, shown.board.step) {
        0 => AwaitMark::NotReached,
        count => AwaitMark::Passed(count),
    }
}
