//! What there is to say of one task at the playhead.

use switchboard_trace::{Event, Outcome, TaskId, TaskState, TaskView, WaitOn};
use switchboard_view::Totals;
use yew::prelude::*;

use crate::components::{SentenceView, frame_locals, state_word, task_card};
use crate::i18n::InspectorMsg;
use crate::i18n::sentences::{Teller, duration, line_name, moment, one_line};
use crate::panels::queues::object_name;
use crate::session::{Action, Dispatch, Shown, Status};

/// At most so many of those who wait for it are named.
const MOST_NAMES: usize = 12;

/// State, why, await chain, times, whom it waits for, result, and where to go.
pub fn details(shown: &Shown, dispatch: &Dispatch, view: &TaskView) -> Html {
    let lang = shown.lang;
    let task = view.task;
    let (totals, made, end) = {
        let mut times = shown.times.borrow_mut();
        if let Some(trace) = shown.trace() {
            times.read(&trace);
        }
        let totals = times.totals(task, shown.board.step, shown.board.time);
        (totals, times.made(task), times.end(task))
    };
    html! {
        <div class="inspector" data-task={ task.number().to_string() } data-state={ state_word(shown, task) }>
            <div class="inspector-head">
                { task_card(shown, task, dispatch) }
                <strong>{ state_name(view.state).text(lang) }</strong>
                <span class="quiet-word">
                    { InspectorMsg::Since.text(lang) }{ " " }{ moment(view.since) }
                </span>
            </div>
            <p class="inspector-why">{ why(shown, dispatch, view, &totals) }</p>
            if !is_of_program(shown, view) {
                <p class="quiet-word">{ InspectorMsg::MadeToCleanUp.text(lang) }</p>
            }
            <dl>
                if view.is_alive() {
                    { row(shown, InspectorMsg::Awaits, awaits(shown, dispatch, view)) }
                    { locals(shown) }
                } else {
                    // What came of it is all that is left of it.
                    { result(shown, view) }
                }
                { row(shown, InspectorMsg::Times, times_bar(shown, &totals)) }
                if view.is_alive() {
                    { row(shown, InspectorMsg::WaitsFor, waits_for(shown, dispatch, view)) }
                    { row(shown, InspectorMsg::WaitedFor, waited_for(shown, dispatch, task)) }
                    { result(shown, view) }
                }
                { row(shown, InspectorMsg::GoTo, links(shown, dispatch, [made, totals.last_begin, end])) }
            </dl>
        </div>
    }
}

/// Whether a line of the program made the task.
fn is_of_program(shown: &Shown, view: &TaskView) -> bool {
    let trace = shown.trace();
    trace.is_none_or(|trace| trace.tables().get_site(view.site).is_in_program())
}

fn row(shown: &Shown, title: InspectorMsg, body: Html) -> Html {
    html! {
        <div class="inspector-row">
            <dt>{ title.text(shown.lang) }</dt>
            <dd>{ body }</dd>
        </div>
    }
}

const fn state_name(state: TaskState) -> InspectorMsg {
    match state {
        TaskState::Running => InspectorMsg::Running,
        TaskState::Ready => InspectorMsg::Ready,
        TaskState::Waiting(_) => InspectorMsg::Waiting,
        TaskState::Done { .. } => InspectorMsg::Done,
    }
}

/// The sentence of the event that brought the task into its state.
fn why(shown: &Shown, dispatch: &Dispatch, view: &TaskView, totals: &Totals) -> Html {
    let sentence = totals.last_change.and_then(|step| {
        let trace = shown.trace()?;
        let change = step.checked_sub(1)?;
        // What it waits for was told right before it gave the loop back.
        let told = change.checked_sub(1).filter(|at| {
            let event = trace.get(*at).map(|record| record.event);
            matches!(event, Some(Event::TaskWaits { task, .. }) if task == view.task)
        });
        let is_waiting = matches!(view.state, TaskState::Waiting(_));
        let at = told.filter(|_| is_waiting).unwrap_or(change);
        let teller = Teller {
            lang: shown.lang,
            trace: &trace,
            labels: &shown.labels,
        };
        Some(teller.tell(&trace.get(at)?, &trace.board_at(at)))
    });
    html! {
        if let Some(sentence) = sentence {
            <SentenceView { sentence } lit={ shown.lit } dispatch={ dispatch.clone() } />
        }
    }
}

/// The await chain, the innermost first.
fn awaits(shown: &Shown, dispatch: &Dispatch, view: &TaskView) -> Html {
    let lang = shown.lang;
    let Some(trace) = shown.trace() else {
        return Html::default();
    };
    let tables = trace.tables();
    let link = |line: u32| {
        let onclick = dispatch.reform(move |_: MouseEvent| Action::ShowLine(line));
        html! { <button class="line-button" { onclick }>{ line_name(lang, line) }</button> }
    };
    let mut chain = view.awaits().peekable();
    if chain.peek().is_none() {
        let line = view.line.get();
        return html! {
            if line > 0 {
                { link(line) }
            } else {
                <span class="quiet-word">{ InspectorMsg::AwaitsNothing.text(lang) }</span>
            }
        };
    }
    let rows = chain.map(|inner| {
        let site = tables.get_site(inner.site);
        html! {
            <li key={ inner.depth }>
                { link(site.line.get()) }
                <code>{ "await " }{ one_line(tables.get_name(site.text)) }</code>
                <span class="quiet-word">
                    { InspectorMsg::In.text(lang) }{ " " }{ tables.get_name(inner.coroutine).to_owned() }
                </span>
            </li>
        }
    });
    html! {
        <ol class="await-chain" title={ InspectorMsg::AwaitsAbout.text(lang) }>{ for rows }</ol>
    }
}

/// The variables of its frames, the innermost first.
fn locals(shown: &Shown) -> Html {
    let lang = shown.lang;
    let quiet = |msg: InspectorMsg| html! { <span class="quiet-word">{ msg.text(lang) }</span> };
    let body = match &shown.locals {
        _ if shown.status == Status::Playing => quiet(InspectorMsg::LocalsPlaying),
        Some(locals) if locals.is_too_far => quiet(InspectorMsg::LocalsTooFar),
        Some(locals) if locals.selected.is_empty() => quiet(InspectorMsg::NoLocals),
        Some(locals) => locals
            .selected
            .iter()
            .map(|frame| frame_locals(lang, frame))
            .collect(),
        None => Html::default(),
    };
    row(shown, InspectorMsg::Locals, body)
}

/// Running, ready and waiting, as parts of a bar and in figures.
fn times_bar(shown: &Shown, totals: &Totals) -> Html {
    let lang = shown.lang;
    let parts = [
        ("running", InspectorMsg::Running, totals.running),
        ("ready", InspectorMsg::Ready, totals.ready),
        ("waiting", InspectorMsg::Waiting, totals.waiting),
    ];
    let part = |(state, _, nanos): &(&'static str, InspectorMsg, u64)| {
        html! { <span key={ *state } data-state={ *state } style={ format!("flex-grow:{nanos}") }></span> }
    };
    let figure = |(state, name, nanos): &(&'static str, InspectorMsg, u64)| {
        html! {
            <span key={ *state } class="time-figure" data-state={ *state }>
                { name.text(lang) }{ " " }<strong>{ duration(*nanos) }</strong>
            </span>
        }
    };
    html! {
        <>
            <div class="times-bar" aria-hidden="true">{ for parts.iter().map(part) }</div>
            <div class="time-figures">
                { for parts.iter().map(figure) }
                <span class="quiet-word">{ InspectorMsg::Steps.text(lang) }{ " " }{ totals.steps }</span>
            </div>
        </>
    }
}

fn waits_for(shown: &Shown, dispatch: &Dispatch, view: &TaskView) -> Html {
    let nobody = || html! { <span class="quiet-word">{ "–" }</span> };
    let TaskState::Waiting(on) = view.state else {
        return nobody();
    };
    match on {
        WaitOn::Task(task) => task_card(shown, task, dispatch),
        WaitOn::Timer(handle) => match shown.board.timer(handle) {
            Some(timer) => {
                html! { format!("{} → {}", moment(timer.set), moment(timer.due)) }
            }
            None => nobody(),
        },
        other => match other.object().and_then(|object| shown.board.object(object)) {
            Some(object) => html! {
                <>
                    { object_name(shown, object) }
                    if let Some(holder) = object.holder {
                        { " · " }{ InspectorMsg::HeldBy.text(shown.lang) }{ " " }
                        { task_card(shown, holder, dispatch) }
                    }
                </>
            },
            None => nobody(),
        },
    }
}

fn waited_for(shown: &Shown, dispatch: &Dispatch, task: TaskId) -> Html {
    let waits = |view: &&TaskView| view.state == TaskState::Waiting(WaitOn::Task(task));
    let mut waiters = shown.board.tasks().filter(waits).map(|view| view.task);
    let first: Vec<_> = waiters.by_ref().take(MOST_NAMES).collect();
    let more = waiters.count();
    html! {
        if first.is_empty() {
            <span class="quiet-word">{ InspectorMsg::Nobody.text(shown.lang) }</span>
        } else {
            <span class="inspector-cards">
                { for first.into_iter().map(|task| task_card(shown, task, dispatch)) }
                if more > 0 {
                    { format!("+{more}") }
                }
            </span>
        }
    }
}

fn result(shown: &Shown, view: &TaskView) -> Html {
    let lang = shown.lang;
    let quiet = |msg: InspectorMsg| html! { <span class="quiet-word">{ msg.text(lang) }</span> };
    let trace = shown.trace();
    let (title, body) = match (view.state, &trace) {
        (TaskState::Done { how, exception, text }, Some(trace)) => {
            let tables = trace.tables();
            let text = tables.get_text(text).trim_end();
            match how {
                Outcome::Returned if text.is_empty() => {
                    (InspectorMsg::Result, html! { <code>{ "None" }</code> })
                }
                Outcome::Returned => (InspectorMsg::Result, html! { <code>{ text.to_owned() }</code> }),
                Outcome::Cancelled => (InspectorMsg::Result, quiet(InspectorMsg::Cancelled)),
                Outcome::Failed => {
                    let text = format!("{}: {text}", tables.get_name(exception));
                    (InspectorMsg::Error, html! { <code class="error">{ text }</code> })
                }
            }
        }
        _ => (InspectorMsg::Result, quiet(InspectorMsg::NotYet)),
    };
    row(shown, title, body)
}

/// To where it was made, was last on the line, and ended.
fn links(shown: &Shown, dispatch: &Dispatch, steps: [Option<usize>; 3]) -> Html {
    let names = [
        InspectorMsg::ToMade,
        InspectorMsg::ToLastBegin,
        InspectorMsg::ToEnd,
    ];
    let link = |(key, (name, step)): (usize, (InspectorMsg, Option<usize>))| {
        let onclick = dispatch.reform(move |_: MouseEvent| Action::Seek(step.unwrap_or_default()));
        let disabled = step.is_none();
        html! { <button { key } { disabled } { onclick }>{ name.text(shown.lang) }</button> }
    };
    html! { <div class="inspector-links">{ for names.into_iter().zip(steps).enumerate().map(link) }</div> }
}
