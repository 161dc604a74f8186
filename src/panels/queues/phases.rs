//! The four phases of a turn, the current one lit, with the executor's code.

use switchboard_trace::{Phase, Time};
use switchboard_view::{PHASES, RustPart, rust_parts, turn_code};
use yew::prelude::*;

use crate::i18n::QueuesMsg;
use crate::i18n::sentences::moment;
use crate::session::Shown;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
}

/// The strip of phases, and their code on demand.
#[component]
pub fn Phases(props: &Props) -> Html {
    let shown = &props.shown;
    let lang = shown.lang;
    let now = shown.board.phase;
    let current = |phase: Phase| (now == Some(phase)).then_some("step");
    let cell = |(index, phase): (usize, Phase)| {
        let (name, about) = QueuesMsg::of_phase(phase);
        html! {
            <li key={ index } class="phase" aria-current={ current(phase) } title={ about.text(lang) }>
                <span class="phase-number">{ index + 1 }</span>
                <span class="phase-name">{ name.text(lang) }</span>
                <span class="phase-detail">{ detail(shown, phase) }</span>
            </li>
        }
    };
    html! {
        <section class="queues-turn" aria-label={ QueuesMsg::PhasesAbout.text(lang) }>
            <ol class="phases">{ for PHASES.into_iter().enumerate().map(cell) }</ol>
            <details class="turn-code">
                <summary>{ QueuesMsg::Code.text(lang) }</summary>
                <TurnCode phase={ now } label={ QueuesMsg::Code.text(lang) } />
            </details>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct CodeProps {
    phase: Option<Phase>,
    label: &'static str,
}

/// The executor's code, that of the current phase lit. Drawn anew only when the phase changes.
#[component]
fn TurnCode(props: &CodeProps) -> Html {
    let code = use_memo((), |()| PHASES.map(turn_code));
    let block = |(index, phase): (usize, Phase)| {
        let text = code.get(index).map(String::as_str).unwrap_or_default();
        let is_now = props.phase == Some(phase);
        html! {
            <li key={ index } class="phase-code" data-now={ is_now.then_some("") }>
                <pre>{ for text.lines().enumerate().map(code_line) }</pre>
            </li>
        }
    };
    html! {
        <ol tabindex="0" data-keys="" aria-label={ props.label }>
            { for PHASES.into_iter().enumerate().map(block) }
        </ol>
    }
}

/// What the current phase is at; nothing for the others.
fn detail(shown: &Shown, phase: Phase) -> String {
    let board = &shown.board;
    let lang = shown.lang;
    if board.phase != Some(phase) {
        return String::new();
    }
    match phase {
        Phase::PollIo if board.poll_until == Time::MAX => QueuesMsg::SleepsForever.text(lang).to_owned(),
        Phase::PollIo if board.poll_until > board.time => {
            format!(
                "{} {}",
                QueuesMsg::SleepsUntil.text(lang),
                moment(board.poll_until)
            )
        }
        Phase::PollIo => QueuesMsg::SleepsNot.text(lang).to_owned(),
        Phase::RunReady => format!("{} {}", QueuesMsg::StillToRun.text(lang), board.snapshot),
        Phase::Bound | Phase::DueTimers => String::new(),
    }
}

fn code_line((key, line): (usize, &str)) -> Html {
    let part = |(key, (part, text)): (usize, (RustPart, &str))| {
        let class = match part {
            RustPart::Plain => "",
            RustPart::Comment => "syntax-note",
            RustPart::Keyword => "syntax-word",
            RustPart::Type => "syntax-name",
        };
        html! { <span { key } { class }>{ text.to_owned() }</span> }
    };
    let parts = rust_parts(line);
    html! { <div { key } class="turn-line">{ for parts.into_iter().enumerate().map(part) }</div> }
}
