//! The seek bar: all steps of the run in a line, the marks worth going to, and the playhead.

use std::rc::Rc;

use switchboard_trace::{Event, Subject, Trace};
use switchboard_view::lanes::time_at;
use switchboard_view::{SeekLine, Unit, moment, shortened};
use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::i18n::{Msg, TimelineMsg};
use crate::session::{Action, Dispatch, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub dispatch: Dispatch,
}

/// How long the line is in the drawing, which is stretched to the bar's width.
const DRAWN: f64 = 1_000.0;

/// Marks are at least so far from each other in the drawing.
const SPACING: f64 = 8.0;

/// How near the pointer has to come to a mark, in pixels.
const REACH: f64 = 6.0;

/// Page up and page down go over this part of the run.
const PAGES: usize = 20;

/// A slider over all steps.
#[component]
pub fn SeekBar(props: &Props) -> Html {
    let Props { shown, dispatch } = props;
    let bar = use_node_ref();
    // Where the pointer is, and how wide the bar.
    let pointer = use_state_eq(|| None::<(f64, f64)>);
    let len = shown.len;
    let locate = {
        let bar = bar.clone();
        move |event: &PointerEvent| {
            let bounds = bar.cast::<Element>().map(|bar| bar.get_bounding_client_rect())?;
            Some((f64::from(event.client_x()) - bounds.left(), bounds.width()))
        }
    };
    let seek = {
        let dispatch = dispatch.clone();
        move |(x, width): (f64, f64)| dispatch.emit(Action::Seek(SeekLine { len, width }.step_at(x)))
    };
    // Where a press went to a mark, from where no drag has begun yet.
    let pressed = use_mut_ref(|| None::<f64>);
    let has_run = shown.has_run();
    let onpointerdown = {
        let (bar, locate, pressed) = (bar.clone(), locate.clone(), Rc::clone(&pressed));
        let (dispatch, shown) = (dispatch.clone(), shown.clone());
        Callback::from(move |event: PointerEvent| {
            if event.button() != 0 || !has_run {
                return;
            }
            if let Some(bar) = bar.cast::<Element>() {
                // It fails for a pointer that has gone meanwhile.
                let _ = bar.set_pointer_capture(event.pointer_id());
            }
            if let Some((x, width)) = locate(&event) {
                pressed.replace(Some(x));
                let step = marked_or_at(&shown, x, width).0;
                dispatch.emit(Action::Seek(step));
            }
        })
    };
    let onpointermove = {
        let pointer = pointer.clone();
        Callback::from(move |event: PointerEvent| {
            let at = locate(&event);
            if let Some(at) = at.filter(|_| event.buttons() & 1 == 1 && has_run) {
                let is_drag = pressed.borrow().is_none_or(|from| (at.0 - from).abs() >= REACH);
                if is_drag {
                    pressed.take();
                    seek(at);
                }
            }
            pointer.set(at);
        })
    };
    let onpointerleave = {
        let pointer = pointer.clone();
        Callback::from(move |_: PointerEvent| pointer.set(None))
    };
    let onkeydown = {
        let (dispatch, step) = (dispatch.clone(), shown.board.step);
        Callback::from(move |event: KeyboardEvent| {
            if let Some(step) = step_by_key(&event.key(), step, len) {
                event.prevent_default();
                dispatch.emit(Action::Seek(step));
            }
        })
    };
    let position = position(shown, shown.board.step, shown.board.time.as_nanos());
    let tip = pointer.filter(|_| has_run).and_then(|at| tip(shown, at));
    let played = SeekLine { len, width: 100.0 }.x(shown.board.step);
    html! {
        <div
            class="seek"
            ref={ bar }
            role="slider"
            tabindex={ if has_run { "0" } else { "-1" } }
            aria-label={ Msg::Playhead.text(shown.lang) }
            aria-disabled={ (!has_run).to_string() }
            aria-valuemin="0"
            aria-valuemax={ len.to_string() }
            aria-valuenow={ shown.board.step.to_string() }
            aria-valuetext={ position }
            style={ format!("--played: {played:.3}%") }
            { onpointerdown }
            { onpointermove }
            { onpointerleave }
            { onkeydown }
        >
            <div class="seek-track"></div>
            if !shown.exercise.asks_ahead() {
                { marks(shown) }
            }
            <div class="seek-thumb"></div>
            { tip }
        </div>
    }
}

/// The step of the mark at a place, or of the place itself; and whether it is a mark.
fn marked_or_at(shown: &Shown, x: f64, width: f64) -> (usize, bool) {
    let line = SeekLine {
        len: shown.len,
        width,
    };
    match line.mark_at(&shown.steps.borrow(), x, REACH) {
        Some((_, step)) => (step, true),
        None => (line.step_at(x), false),
    }
}

/// Where a key takes the playhead.
fn step_by_key(key: &str, step: usize, len: usize) -> Option<usize> {
    let page = (len / PAGES).max(1);
    match key {
        "ArrowLeft" | "ArrowDown" => Some(step.saturating_sub(1)),
        "ArrowRight" | "ArrowUp" => Some(step + 1),
        "PageDown" => Some(step.saturating_sub(page)),
        "PageUp" => Some(step + page),
        "Home" => Some(0),
        "End" => Some(len),
        _ => None,
    }
    .map(|step| step.min(len))
}

/// All marks of a kind as one path.
fn marks(shown: &Shown) -> Html {
    let line = SeekLine {
        len: shown.len,
        width: DRAWN,
    };
    let steps = shown.steps.borrow();
    let path = |unit: Unit, stroke: &str| {
        let mut path = String::new();
        for x in line.marks(steps.ends(unit), SPACING) {
            path.push('M');
            path.push_str(&(x.round() as u32).to_string());
            path.push_str(stroke);
        }
        path
    };
    html! {
        <svg class="seek-marks" viewBox="0 0 1000 36" preserveAspectRatio="none" aria-hidden="true">
            <path class="switches" d={ path(Unit::Switch, " 9v18") } />
            <path class="awaits" d={ path(Unit::Await, " 21v7") } />
            <path class="outputs" d={ path(Unit::Output, " 6h0") } />
        </svg>
    }
}

fn position(shown: &Shown, step: usize, time: u64) -> String {
    let parts = [moment(time), step.to_string(), shown.len.to_string()];
    TimelineMsg::Position.with(shown.lang, &parts.each_ref().map(String::as_str))
}

/// The floating label: what the mark under the pointer is, and where the pointer is.
fn tip(shown: &Shown, (x, width): (f64, f64)) -> Option<Html> {
    let trace = shown.trace()?;
    let line = SeekLine {
        len: shown.len,
        width,
    };
    let (step, is_mark) = marked_or_at(shown, x, width);
    let words = is_mark.then(|| words(shown, &trace, step)).flatten();
    let left = 100.0 * line.x(step) / width.max(1.0);
    Some(html! {
        <div class="seek-tip" style={ format!("--at: {left:.2}%") } aria-hidden="true">
            if let Some(words) = words {
                <span>{ words }</span>
            }
            <small>{ position(shown, step, time_at(step, &trace)) }</small>
        </div>
    })
}

/// What happens at a step, where it is one that has a mark.
fn words(shown: &Shown, trace: &Trace, step: usize) -> Option<String> {
    let tables = trace.tables();
    let lang = shown.lang;
    let name = |task: Option<_>| match task {
        Some(task) => shown.label(task).to_string(),
        None => TimelineMsg::Program.text(lang).to_owned(),
    };
    Some(match trace.get(step.checked_sub(1)?)?.event {
        Event::StepBegan {
            who: Subject::Task(task),
        } => TimelineMsg::SwitchTo.with(lang, &[&name(Some(task))]),
        Event::StepBegan { .. } => TimelineMsg::SwitchToCallback.text(lang).to_owned(),
        Event::AwaitEntered { task, site, .. } => {
            let text = shortened(tables.get_name(tables.get_site(site).text));
            TimelineMsg::AwaitBegins.with(lang, &[&name(Some(task)), &text])
        }
        Event::AwaitLeft { task, .. } => TimelineMsg::AwaitEnds.with(lang, &[&name(Some(task))]),
        Event::Output { task, text, .. } => {
            TimelineMsg::PrintsHere.with(lang, &[&name(task), &shortened(tables.get_text(text))])
        }
        _ => return None,
    })
}
