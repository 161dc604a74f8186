//! The sentence: what just happened and why, in large type, and who stands where now.

use switchboard_python::syntax::Severity;
use switchboard_trace::TaskState;
use yew::prelude::*;

use super::diagnosis::said;
use super::sentence::{SentenceView, TaskName, sentence_at};
use crate::i18n::sentences::line_name;
use crate::i18n::{FindingMsg, Msg, SceneMsg};
use crate::session::{Dispatch, Shown, Status};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub dispatch: Dispatch,
}

/// The sentence about the event before the playhead.
#[component]
pub fn Narration(props: &Props) -> Html {
    let Props { shown, dispatch } = props;
    let sentence = sentence_at(shown, shown.board.step);
    // While the program plays, there is no time to read each one aloud.
    let live = match shown.status {
        Status::Playing => "off",
        Status::Fresh | Status::Paused | Status::Finished => "polite",
    };
    html! {
        <div class="narration">
            <p class="sentence" aria-live={ live }>
                {
                    match sentence {
                        Some(sentence) => html! {
                            <SentenceView { sentence } lit={ shown.lit } dispatch={ dispatch.clone() } />
                        },
                        None => hint(shown),
                    }
                }
            </p>
            <p class="standing">{ standing(shown, dispatch) }</p>
            { on_the_line(shown, dispatch) }
        </div>
    }
}

/// What to do first; what keeps the program from starting, where something does.
fn hint(shown: &Shown) -> Html {
    let mut found = shown.program.diagnostics.iter();
    match found.find(|found| found.severity == Severity::Error) {
        Some(found) => {
            let (lang, (message, _)) = (shown.lang, said(found, shown.lang));
            html! { { FindingMsg::CannotStart.with(lang, &[&line_name(lang, found.line), &message]) } }
        }
        None => html! { { Msg::Hint.text(shown.lang) } },
    }
}

/// Who talks with the operator: for frames that are too small for the call center itself.
fn on_the_line(shown: &Shown, dispatch: &Dispatch) -> Html {
    match shown.board.running.and_then(|who| who.task()) {
        Some(task) => html! {
            <p class="on-the-line">
                <TaskName
                    { task }
                    label={ shown.label(task) }
                    lit={ shown.lit == Some(task) }
                    dispatch={ dispatch.clone() }
                />
                { " " }{ SceneMsg::OnTheLine.text(shown.lang) }
            </p>
        },
        None => Html::default(),
    }
}

/// Names at most this many tasks.
const MOST_NAMES: usize = 3;

/// Who waits for the operator, and who waits for something else.
fn standing(shown: &Shown, dispatch: &Dispatch) -> Html {
    let board = &shown.board;
    let ready: Vec<_> = board.ready().filter_map(|entry| entry.who.task()).collect();
    let on_hold = board
        .tasks()
        .filter(|task| matches!(task.state, TaskState::Waiting(_)))
        .count();
    let names = ready.iter().take(MOST_NAMES).map(|task| {
        html! {
            <TaskName
                key={ task.number() }
                task={ *task }
                label={ shown.label(*task) }
                lit={ shown.lit == Some(*task) }
                dispatch={ dispatch.clone() }
            />
        }
    });
    let more = ready.len().saturating_sub(MOST_NAMES);
    let lang = shown.lang;
    // Before the beginning and after the end, nobody stands anywhere that matters.
    if !shown.has_run() || board.end.is_some() {
        return Html::default();
    }
    html! {
        <>
            <span>
                { Msg::InTheQueue.text(lang) }{ " " }
                if ready.is_empty() {
                    { Msg::Nobody.text(lang) }
                } else {
                    { for names }
                    if more > 0 {
                        { format!(" +{more}") }
                    }
                }
                { "." }
            </span>
            <span>{ Msg::OnHold.text(lang) }{ format!(" {on_hold}.") }</span>
        </>
    }
}
