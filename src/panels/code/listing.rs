//! The listing: syntax colours, the line on which each task stands, and the await points.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use switchboard_python::syntax::{self, Part};
use switchboard_trace::{TaskId, TaskState, TaskView};
use switchboard_view::Look;
use yew::prelude::*;

use crate::host::page;
use crate::i18n::{Lang, Msg};
use crate::session::{Action, Dispatch, Program, Shown};

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
    let row = |(index, line): (usize, &Line)| {
        let number = index as u32 + 1;
        let here = standing.get(&number).map(Vec::as_slice).unwrap_or_default();
        let runner = now.filter(|(line, _)| *line == number).map(|(_, task)| task);
        let slot =
            runner.map(|task| task.map_or_else(|| "none".to_owned(), |task| Look::of(task).slot.to_string()));
        html! {
            <li key={ number } class={ classes!("code-line", runner.map(|_| "now")) } data-line={ number.to_string() } data-slot={ slot } data-pointed={ (shown.pointed.0 == number).then_some("") }>
                <span class="number" aria-hidden="true">{ number }</span>
                { await_mark(shown, line, number, &suspended) }
                <span class="text">{ for line.pieces.iter().enumerate().map(piece) }</span>
                <span class="chips">{ chips(shown, dispatch, here) }</span>
            </li>
        }
    };
    html! {
        <ol ref={ list } class="listing">{ for lines.iter().enumerate().map(row) }</ol>
    }
}

/// A line of the program, cut where its colour changes.
#[derive(Debug, Default, PartialEq)]
struct Line {
    pieces: Vec<(String, Style)>,
    has_await: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Style {
    part: Option<Part>,
    is_found: bool,
}

fn lines_of(program: &Program) -> Vec<Line> {
    let source = &program.source;
    let parts = syntax::parts(source);
    let found: Vec<Range<usize>> = program
        .diagnostics
        .iter()
        .map(|found| found.span.start as usize..(found.span.end as usize).max(found.span.start as usize + 1))
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
            has_await: has_await(&here, source),
        };
        start = end + 1;
        line
    };
    source.split('\n').map(line_of).collect()
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

fn piece((key, (text, style)): (usize, &(String, Style))) -> Html {
    let colour = style.part.map(|part| match part {
        Part::Await | Part::Word => "syntax-word",
        Part::Definition => "syntax-name",
        Part::Text => "syntax-text",
        Part::Number => "syntax-number",
        Part::Comment => "syntax-note",
    });
    let class = classes!(colour, style.is_found.then_some("found"));
    html! { <span { key } { class }>{ text.clone() }</span> }
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

/// Not reached, waiting now, passed so many times.
fn await_mark(shown: &Shown, line: &Line, number: u32, suspended: &ByLine) -> Html {
    if !line.has_await {
        return html! { <span></span> };
    }
    let lang = shown.lang;
    let waiting: Vec<String> = suspended
        .get(&number)
        .into_iter()
        .flatten()
        .take(MOST_CHIPS)
        .map(|task| shown.label(*task).to_string())
        .collect();
    let passed = shown.awaits.borrow().passed(number, shown.board.step);
    let (class, title) = match (waiting.is_empty(), passed) {
        (false, _) => (
            "await-mark waiting",
            format!("{} {}", Msg::AwaitWaiting.text(lang), waiting.join(", ")),
        ),
        (true, 0) => ("await-mark", Msg::AwaitNotReached.text(lang).to_owned()),
        (true, count) => ("await-mark passed", passed_text(lang, count)),
    };
    html! { <span { class } title={ title.clone() } role="img" aria-label={ title }></span> }
}

fn passed_text(lang: Lang, count: usize) -> String {
    format!("{} {count}×", Msg::AwaitPassed.text(lang))
}

fn chips(shown: &Shown, dispatch: &Dispatch, tasks: &[TaskId]) -> Html {
    // A crowd leaves the line its room.
    let named = if tasks.len() > MOST_CHIPS { 1 } else { tasks.len() };
    let more = tasks.len() - named;
    let chip = |task: &TaskId| {
        let task = *task;
        let onclick = dispatch.reform(move |_: MouseEvent| Action::Select(Some(task)));
        let light = dispatch.reform(move |_: PointerEvent| Action::Light(Some(task)));
        let darken = dispatch.reform(|_: PointerEvent| Action::Light(None));
        html! {
            <button
                key={ task.number() }
                class="chip"
                data-task={ task.number().to_string() }
                data-slot={ Look::of(task).slot.to_string() }
                data-lit={ (shown.lit == Some(task)).then_some("") }
                onpointerenter={ light }
                onpointerleave={ darken }
                { onclick }
            >
                { shown.label(task).to_string() }
            </button>
        }
    };
    html! {
        <>
            { for tasks.iter().take(named).map(chip) }
            if more > 0 {
                <span class="more">{ format!("+{more}") }</span>
            }
        </>
    }
}
