//! What the program printed up to the playhead: when, and which task.

use switchboard_python::Exit;
use switchboard_trace::{Event, Stream, Trace};
use switchboard_view::Look;
use yew::prelude::*;

use crate::components::{Glyph, Icon, Panel};
use crate::host::{clipboard, page};
use crate::i18n::sentences::line_name;
use crate::i18n::{Lang, Msg};
use crate::session::{Action, Dispatch, PanelId, Shown};

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
    let list = use_node_ref();
    {
        let list = list.clone();
        use_effect_with((shown.board.outputs, shown.run), move |_| {
            if let Some(list) = list.cast::<web_sys::Element>() {
                page::scroll_to_end(&list);
            }
        });
    }
    let copy = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(trace) = shown.trace() {
                clipboard::copy(&text_of(&trace, shown.board.outputs));
            }
        })
    };
    let tools = html! {
        <button class="quiet" onclick={ copy } title={ Msg::Copy.text(lang) } aria-label={ Msg::Copy.text(lang) }>
            <Icon glyph={ Glyph::Copy } />
        </button>
    };
    let rows = shown.trace().map(|trace| rows(shown, &trace, dispatch));
    let is_empty = rows.as_ref().is_none_or(Vec::is_empty);
    html! {
        <Panel id={ PanelId::Console } { tools }>
            if is_empty {
                <p class="empty">{ Msg::OutputEmpty.text(lang) }</p>
            }
            <ol ref={ list } class="console-list">{ for rows.into_iter().flatten() }</ol>
            { ending(shown) }
        </Panel>
    }
}

fn rows(shown: &Shown, trace: &Trace, dispatch: &Dispatch) -> Vec<Html> {
    let outputs = trace.outputs(shown.board.outputs);
    let newest = outputs
        .get(outputs.len().saturating_sub(MOST_LINES)..)
        .unwrap_or_default();
    newest
        .iter()
        .filter_map(|at| row(shown, trace, *at as usize, dispatch))
        .collect()
}

fn row(shown: &Shown, trace: &Trace, at: usize, dispatch: &Dispatch) -> Option<Html> {
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
    let seek = dispatch.reform(move |_: MouseEvent| Action::Seek(at + 1));
    Some(html! {
        <li
            key={ at }
            { class }
            data-task={ task.map(|task| task.number().to_string()) }
            data-slot={ task.map(|task| Look::of(task).slot.to_string()) }
            data-lit={ (task.is_some() && shown.lit == task).then_some("") }
            onclick={ seek }
        >
            <span class="time">{ format!("{:.3}", record.time.as_secs()) }</span>
            <span class="text">{ trace.tables().get_text(text).to_owned() }</span>
            if line.get() > 0 {
                <span class="line-link">{ line_name(shown.lang, line.get()) }</span>
            }
        </li>
    })
}

/// How the run has ended, when the playhead stands at its end.
fn ending(shown: &Shown) -> Html {
    let is_at_end = shown.board.end.is_some();
    match &shown.exit {
        Some(Exit::Failed { class, message, .. })
            if is_at_end && matches!(class.as_str(), "Deadlock" | "Limit") =>
        {
            html! { <p class="finding error"><strong>{ ending_name(shown.lang, class) }</strong>{ ": " }{ message }</p> }
        }
        _ => Html::default(),
    }
}

fn ending_name(lang: Lang, class: &str) -> &'static str {
    match class {
        "Deadlock" => Msg::Deadlock.text(lang),
        _ => Msg::Limit.text(lang),
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
