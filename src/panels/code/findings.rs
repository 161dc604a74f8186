//! What there is to say about the program itself, under the listing: what keeps it from running, and what its run has
//! shown.

use std::rc::Rc;

use switchboard_python::syntax::{Diagnostic, Severity};
use switchboard_trace::{self as trace, check};
use yew::prelude::*;

use crate::components::{SentenceView, said};
use crate::host::Later;
use crate::i18n::sentences::{Teller, line_name};
use crate::i18n::{FindingMsg, Lang};
use crate::session::{Action, Dispatch, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub dispatch: Dispatch,
}

/// Errors and warnings, each with its line.
#[component]
pub fn Findings(props: &Props) -> Html {
    let Props { shown, dispatch } = props;
    let in_run = use_lints(shown);
    // What is asked next must not be read here.
    let is_open = !shown.exercise.asks_ahead();
    let in_run: Vec<_> = in_run
        .iter()
        .filter(|found| is_open && found.step <= shown.board.step)
        .collect();
    let in_source = &shown.program.diagnostics;
    if in_source.is_empty() && in_run.is_empty() {
        return Html::default();
    }
    let rows = in_source
        .iter()
        .map(|found| of_source(found, shown.lang, dispatch));
    let run_rows = in_run.into_iter().map(|found| of_run(found, shown, dispatch));
    html! {
        <ul class="findings" role="group" aria-label={ FindingMsg::Title.text(shown.lang) } tabindex="0" data-keys="">
            { for rows.chain(run_rows).enumerate().map(|(key, (class, row))| html! { <li { key } { class }>{ row }</li> }) }
        </ul>
    }
}

/// What a run has shown once it is over. It is looked for when nothing else is to do: nobody waits for it.
#[hook]
fn use_lints(shown: &Shown) -> Rc<Vec<trace::Diagnostic>> {
    let found = use_state(|| (None, Rc::default()));
    {
        let (found, shown) = (found.clone(), shown.clone());
        use_effect_with((shown.run, shown.exit.is_some()), move |(run, is_over)| {
            let run = *run;
            let later = is_over.then(|| {
                Later::new(move || {
                    let lints = shown.trace().map_or_else(Vec::new, |trace| check(&trace));
                    // A panel that has nothing new to say is not drawn once more.
                    if !lints.is_empty() {
                        found.set((Some(run), Rc::new(lints)));
                    }
                })
            });
            move || drop(later)
        });
    }
    let (run, lints) = &*found;
    match *run == Some(shown.run) && shown.exit.is_some() {
        true => Rc::clone(lints),
        false => Rc::default(),
    }
}

fn of_source(found: &Diagnostic, lang: Lang, dispatch: &Dispatch) -> (&'static str, Html) {
    let class = match found.severity {
        Severity::Error => "finding error",
        Severity::Warning => "finding",
    };
    let (message, hint) = said(found, lang);
    let row = html! {
        <>
            { line_button(found.line, lang, dispatch) }
            { lang.colon() }{ message }
            if let Some(hint) = hint {
                <p>{ hint }</p>
            }
        </>
    };
    (class, row)
}

fn of_run(found: &trace::Diagnostic, shown: &Shown, dispatch: &Dispatch) -> (&'static str, Html) {
    let trace = shown.trace();
    let sentence = trace.and_then(|trace| {
        let teller = Teller {
            lang: shown.lang,
            trace: &trace,
            labels: &shown.labels,
        };
        teller.lint(found)
    });
    let row = html! {
        <>
            if found.line.get() > 0 {
                { line_button(found.line.get(), shown.lang, dispatch) }
                { shown.lang.colon() }
            }
            if let Some(sentence) = sentence {
                <SentenceView { sentence } lit={ shown.lit } dispatch={ dispatch.clone() } />
            }
        </>
    };
    ("finding", row)
}

fn line_button(line: u32, lang: Lang, dispatch: &Dispatch) -> Html {
    let onclick = dispatch.reform(move |_: MouseEvent| Action::ShowLine(line));
    html! { <button class="line-button" { onclick }>{ line_name(lang, line) }</button> }
}
