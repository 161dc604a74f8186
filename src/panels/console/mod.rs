//! What the program printed up to the playhead: when, and which task.

use switchboard_trace::{Event, Limit, RunEnd, Stream, TaskView, Trace};
use switchboard_view::Look;
use yew::prelude::*;

use crate::components::{Glyph, Icon, Panel, Stop, TaskName, row_button, walk_rows};
use crate::host::{clipboard, page};
use crate::i18n::sentences::{limit, line_name};
use crate::i18n::{FindingMsg, Msg, QueuesMsg};
use crate::session::{Action, Dispatch, FILE_NAME, PanelId, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub dispatch: Dispatch,
}

/// The list shows at most so many lines.
const MOST_LINES: usize = 400;

/// The output.
#[component]
pub fn Console(props: &Props) -> Html {
    let Props { shown, dispatch } = props;
    let lang = shown.lang;
    let copy = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(trace) = shown.trace() {
                clipboard::copy(&text_of(&trace, shown.board.outputs), |_| ());
            }
        })
    };
    let tools = html! {
        <button class="quiet" onclick={ copy } title={ Msg::Copy.text(lang) } aria-label={ Msg::Copy.text(lang) }>
            <Icon glyph={ Glyph::Copy } />
        </button>
    };
    html! {
        <Panel id={ PanelId::Console } { tools }>
            if shown.board.outputs == 0 && shown.board.end.is_none() {
                <p class="empty">{ Msg::OutputEmpty.text(lang) }</p>
            }
            <Lines shown={ shown.clone() } dispatch={ dispatch.clone() } />
            { ending(shown, dispatch) }
        </Panel>
    }
}

#[derive(Properties)]
struct LinesProps {
    shown: Shown,
    dispatch: Dispatch,
}

impl PartialEq for LinesProps {
    /// Most events print nothing: the lines are drawn anew only when there are others, or they look different.
    fn eq(&self, other: &Self) -> bool {
        let looks = |props: &Self| {
            let shown = &props.shown;
            (shown.run, shown.board.outputs, shown.lit, shown.lang)
        };
        looks(self) == looks(other)
    }
}

/// The newest lines, the last in sight.
#[component]
fn Lines(props: &LinesProps) -> Html {
    let LinesProps { shown, dispatch } = props;
    let list = use_node_ref();
    {
        let list = list.clone();
        use_effect_with((shown.board.outputs, shown.run), move |_| {
            if let Some(list) = list.cast::<web_sys::Element>() {
                page::scroll_to_end(&list);
            }
        });
    }
    let rows = shown.trace().map(|trace| rows(shown, &trace, dispatch));
    html! {
        <ol ref={ list } class="console-list" onkeydown={ walk_rows() }>{ for rows.into_iter().flatten() }</ol>
    }
}

fn rows(shown: &Shown, trace: &Trace, dispatch: &Dispatch) -> Vec<Html> {
    let outputs = trace.outputs(shown.board.outputs);
    let newest = outputs
        .get(outputs.len().saturating_sub(MOST_LINES)..)
        .unwrap_or_default();
    let last = newest.last();
    let row = |at: &u32| row(shown, trace, *at as usize, Stop::of(Some(at) == last), dispatch);
    newest.iter().filter_map(row).collect()
}

fn row(shown: &Shown, trace: &Trace, at: usize, stop: Stop, dispatch: &Dispatch) -> Option<Html> {
    let record = trace.get(at)?;
    let Event::Output {
        task,
        stream,
        line,
        text,
    } = record.event
    else {
        return None;
    };
    let class = match stream {
        Stream::Out => "console-line",
        Stream::Err => "console-line error",
    };
    let text = trace.tables().get_text(text);
    let told_of = line_told_of(text).filter(|_| stream == Stream::Err);
    let line = told_of.unwrap_or(line.get());
    let seek = dispatch.reform(move |_: MouseEvent| Action::Seek(at + 1));
    let show = dispatch.reform(move |event: MouseEvent| {
        // The row itself leads elsewhere.
        event.stop_propagation();
        Action::ShowLine(line)
    });
    Some(html! {
        <li
            key={ at }
            { class }
            data-task={ task.map(|task| task.number().to_string()) }
            data-slot={ task.map(|task| Look::of(task).slot.to_string()) }
            data-source={ (stream == Stream::Err && is_indented(text)).then_some("") }
            data-lit={ (task.is_some() && shown.lit == task).then_some("") }
            onclick={ seek }
        >
            { row_button(stop, "time", format!("{:.3}", record.time.as_secs())) }
            <span class="text">{ text.to_owned() }</span>
            if line > 0 {
                <button class="line-link" data-told={ told_of.map(|_| "") } tabindex={ stop.tabindex() } onclick={ show }>{ line_name(shown.lang, line) }</button>
            }
        </li>
    })
}

/// Whether a line of a traceback shows source text, or marks under it.
fn is_indented(text: &str) -> bool {
    text.trim_start_matches([' ', '|']).len() + 4 <= text.len()
}

/// The line of the program that a line of a traceback or of a warning tells of: `  | File "program.py", line 12, in f`
/// or `program.py:12: RuntimeWarning: ...`.
fn line_told_of(text: &str) -> Option<u32> {
    let text = text.trim_start_matches([' ', '|']);
    let rest = match text.strip_prefix("File \"") {
        Some(quoted) => quoted.strip_prefix(FILE_NAME)?.strip_prefix("\", line ")?,
        None => text.strip_prefix(FILE_NAME)?.strip_prefix(':')?,
    };
    rest.split(|letter: char| !letter.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}

/// How the run has ended, when the playhead stands at its end.
fn ending(shown: &Shown, dispatch: &Dispatch) -> Html {
    let lang = shown.lang;
    let (name, told) = match shown.board.end.map(|end| end.how) {
        Some(RunEnd::Deadlock) => (Msg::Deadlock, stuck(shown, dispatch)),
        Some(RunEnd::Limit(exceeded)) => {
            let may_be_endless = exceeded.limit == Limit::Instructions;
            let why = may_be_endless.then_some(FindingMsg::PerhapsEndless.text(lang));
            (
                Msg::Limit,
                html! { <>{ limit(lang, exceeded) }{ ". " }{ why }</> },
            )
        }
        _ => return Html::default(),
    };
    html! { <p class="finding error"><strong>{ name.text(lang) }</strong>{ lang.colon() }{ told }</p> }
}

/// At most so many of those who wait for ever are named.
const MOST_NAMES: usize = 12;

/// Who waits for ever, and where.
fn stuck(shown: &Shown, dispatch: &Dispatch) -> Html {
    let mut waiting = shown.board.tasks().filter(|task| task.is_alive());
    let first: Vec<_> = waiting.by_ref().take(MOST_NAMES).collect();
    if first.is_empty() {
        return html! { { FindingMsg::NothingLeft.text(shown.lang) } };
    }
    let more = waiting.count();
    let name = |task: &&TaskView| {
        let line = task.line.get();
        let onclick = dispatch.reform(move |_: MouseEvent| Action::ShowLine(line));
        html! {
            <span key={ task.task.number() } class="stuck">
                <TaskName
                    task={ task.task }
                    label={ shown.label(task.task) }
                    lit={ shown.lit == Some(task.task) }
                    dispatch={ dispatch.clone() }
                />
                if line > 0 {
                    <button class="line-button" { onclick }>{ line_name(shown.lang, line) }</button>
                }
            </span>
        }
    };
    html! {
        <>
            { Msg::WaitsForEver.text(shown.lang) }{ " " }
            { for first.iter().map(name) }
            if more > 0 {
                { QueuesMsg::more(shown.lang, more) }
            }
        </>
    }
}

fn text_of(trace: &Trace, count: usize) -> String {
    let outputs = trace
        .outputs(count)
        .iter()
        .filter_map(|at| trace.get(*at as usize));
    let mut text = String::new();
    for record in outputs {
        if let Event::Output { text: line, .. } = record.event {
            text.push_str(trace.tables().get_text(line));
            text.push('\n');
        }
    }
    text
}
