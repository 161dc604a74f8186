//! The listing: syntax colours, the line on which each task stands, and the await points.

use std::ops::Range;
use std::rc::Rc;

use switchboard_python::syntax::{self, Part};
use switchboard_still::code::{ByLine, current_line, has_await, standing, suspended};
use switchboard_trace::{TaskId, TaskState};
use yew::prelude::*;

use super::line::{AwaitMark, Chip, CodeLine, Line, Style};
use crate::host::page;
use crate::i18n::{Msg, TimelineMsg};
use crate::panels::timeline::waits;
use crate::session::{Dispatch, Program, Shown, Status};

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
    let standing = standing(&shown.board);
    let suspended = shown
        .trace()
        .map_or_else(ByLine::new, |trace| suspended(&shown.board, &trace));
    let now = current_line(&shown.board);
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

/// How it stands with the await points of a line.
fn await_mark(shown: &Shown, line: &Line, number: u32, suspended: &ByLine) -> AwaitMark {
    if !line.has_await {
        return AwaitMark::None;
    }
    if let Some(tasks) = suspended.get(&number).filter(|tasks| !tasks.is_empty()) {
        return AwaitMark::Waiting(who_waits(shown, tasks));
    }
    match shown.awaits.borrow().passed(number, shown.board.step) {
        0 => AwaitMark::NotReached,
        count => AwaitMark::Passed(count),
    }
}

/// Who stands at an await point, and for what; while it plays, nobody reads more than the names.
fn who_waits(shown: &Shown, tasks: &[TaskId]) -> String {
    let is_playing = shown.status == Status::Playing;
    let mut told = match is_playing {
        true => Msg::AwaitWaiting.text(shown.lang).to_owned(),
        false => String::new(),
    };
    for (index, task) in tasks.iter().take(MOST_CHIPS).enumerate() {
        told.push_str(match index {
            0 if is_playing => " ",
            0 => "",
            _ => ", ",
        });
        told.push_str(&shown.label(*task));
        if !is_playing {
            told.push(' ');
            told.push_str(&what_for(shown, *task));
        }
    }
    told
}

/// Never inlined, so that the build can put it off.
#[inline(never)]
fn what_for(shown: &Shown, task: TaskId) -> String {
    match shown.board.task(task).map(|view| view.state) {
        Some(TaskState::Waiting(on)) => waits(on, shown),
        _ => TimelineMsg::IsReady.text(shown.lang).to_owned(),
    }
}
