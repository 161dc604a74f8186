//! What the playhead stops for: an author's note, or a question. It stands in the sentence's place.
//!
//! What is drawn only then is not inlined, so that the build can put it off.

use std::rc::Rc;

use switchboard_trace::TaskId;
use switchboard_view::quiz::{Answer, Ask, Origin, first_wrong};
use yew::prelude::*;

use super::score::Score;
use super::sentence::{SentenceView, TaskName, sentence_at};
use super::{Glyph, Icon};
use crate::i18n::{Lang, QueuesMsg, QuizMsg};
use crate::session::{Action, Dispatch, Exercise, Passage, Place, Shown, Stop, What};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    /// What a link to what one sees carries.
    pub place: Place,
    pub dispatch: Dispatch,
}

/// The card, if there is something to stop for.
#[component]
pub fn Prompt(props: &Props) -> Html {
    let Props {
        shown,
        place,
        dispatch,
    } = props;
    let card = match shown.exercise.standing().map(|stop| (stop, &stop.what)) {
        Some((_, What::Note(text))) => note(text, shown.lang, dispatch),
        Some((stop, What::Ask(ask))) => asked(stop, ask, shown, dispatch),
        Some((_, What::Pause)) => Html::default(),
        None if is_over(shown) => html! {
            <Score
                key={ shown.run }
                shown={ shown.clone() }
                place={ place.clone() }
                dispatch={ dispatch.clone() }
            />
        },
        None => Html::default(),
    };
    html! { <div class="prompt" aria-live="polite">{ card }</div> }
}

#[inline(never)]
fn asked(stop: &Stop, ask: &Rc<Ask>, shown: &Shown, dispatch: &Dispatch) -> Html {
    let at = shown.exercise.stops().iter().position(|known| known == stop);
    html! {
        <Question
            key={ at.unwrap_or_default() }
            ask={ Rc::clone(ask) }
            passage={ stop.passage.clone() }
            has_next={ has_next(&shown.exercise, stop) }
            shown={ shown.clone() }
            dispatch={ dispatch.clone() }
        />
    }
}

fn is_over(shown: &Shown) -> bool {
    shown.exit.is_some() && shown.board.step == shown.len && shown.exercise.score().answered > 0
}

fn has_next(exercise: &Exercise, stop: &Stop) -> bool {
    let is_open = |other: &Stop| other.step == stop.step && other.passage == Passage::Ahead && other != stop;
    exercise.stops().iter().any(is_open)
}

/// What is asked.
pub fn question(ask: &Ask, lang: Lang) -> String {
    let msg = match ask {
        Ask::WhoIsNext { .. } => QuizMsg::WhoIsNext,
        Ask::WhatIsPrinted { .. } => QuizMsg::WhatIsPrinted,
        Ask::HowLong { .. } => QuizMsg::HowLong,
        Ask::Choice { text, .. } => return text.clone(),
    };
    msg.text(lang).to_owned()
}

#[inline(never)]
fn note(text: &str, lang: Lang, dispatch: &Dispatch) -> Html {
    let onclick = dispatch.reform(|_: MouseEvent| Action::GoOn);
    html! {
        <div class="prompt-card note">
            <p class="sentence">{ text.to_owned() }</p>
            <div class="prompt-tools"><button { onclick }>{ QuizMsg::GoOn.text(lang) }</button></div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct QuestionProps {
    ask: Rc<Ask>,
    passage: Passage,
    /// There is another question at this step.
    has_next: bool,
    shown: Shown,
    dispatch: Dispatch,
}

/// How much is told of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Depth {
    /// There is another question here, and why one answer is right might give away the other.
    AnswerAlone,
    Whole,
}

/// A question: to be answered, or answered.
#[component]
fn Question(props: &QuestionProps) -> Html {
    let QuestionProps {
        ask,
        passage,
        has_next,
        shown,
        dispatch,
    } = props;
    let lang = shown.lang;
    let go_on = dispatch.reform(|_: MouseEvent| Action::GoOn);
    let depth = match has_next {
        true => Depth::AnswerAlone,
        false => Depth::Whole,
    };
    let (body, go_on_name) = match passage {
        Passage::Ahead => (choices(ask, shown, dispatch), QuizMsg::Skip),
        Passage::Passed => (
            revealed(ask, None, depth, shown, dispatch),
            next_name(*has_next, shown),
        ),
        Passage::Answered(answer) => (
            revealed(ask, Some(answer), depth, shown, dispatch),
            next_name(*has_next, shown),
        ),
    };
    html! {
        <div class="prompt-card question">
            <p class="sentence">{ question(ask, lang) }</p>
            { body }
            <button class={ classes!("go-on", (*passage != Passage::Ahead).then_some("main")) } onclick={ go_on }>
                { go_on_name.text(lang) }
            </button>
        </div>
    }
}

fn next_name(has_next: bool, shown: &Shown) -> QuizMsg {
    match (has_next, shown.board.step) {
        (true, _) => QuizMsg::Next,
        (false, 0) => QuizMsg::Start,
        (false, _) => QuizMsg::GoOn,
    }
}

/// What there is to choose from.
#[inline(never)]
fn choices(ask: &Rc<Ask>, shown: &Shown, dispatch: &Dispatch) -> Html {
    let lang = shown.lang;
    let one = |at: usize, text: String| {
        let onclick = dispatch.reform(move |_: MouseEvent| Action::Answer(vec![at]));
        html! { <button key={ at } class="answer" { onclick }>{ text }</button> }
    };
    match &**ask {
        Ask::WhatIsPrinted { .. } => {
            html! { <Order ask={ Rc::clone(ask) } { lang } dispatch={ dispatch.clone() } /> }
        }
        // Selecting one of them answers, here as in the picture.
        Ask::WhoIsNext { candidates, .. } => html! {
            <div class="answers">
                { for candidates.iter().map(|task| task_name(*task, shown, dispatch)) }
            </div>
        },
        Ask::HowLong { choices, .. } => html! {
            <div class="answers">{ for choices.iter().enumerate().map(|(at, nanos)| one(at, seconds(*nanos))) }</div>
        },
        Ask::Choice { choices, .. } => html! {
            <div class="answers">{ for choices.iter().enumerate().map(|(at, text)| one(at, text.clone())) }</div>
        },
    }
}

#[derive(Properties, PartialEq)]
struct OrderProps {
    ask: Rc<Ask>,
    lang: Lang,
    dispatch: Dispatch,
}

/// Lines to be put in order, by choosing one after the other.
#[component]
fn Order(props: &OrderProps) -> Html {
    let chosen = use_state(Answer::new);
    let Ask::WhatIsPrinted { shuffled, more, .. } = &*props.ask else {
        return Html::default();
    };
    let line = |(at, text): (usize, &String)| {
        let place = chosen.iter().position(|known| *known == at);
        let onclick = {
            let chosen = chosen.clone();
            Callback::from(move |_: MouseEvent| {
                let mut order = (*chosen).clone();
                match place {
                    Some(place) => drop(order.remove(place)),
                    None => order.push(at),
                }
                chosen.set(order);
            })
        };
        html! {
            <li key={ at }>
                <button class="answer line" { onclick } aria-pressed={ place.is_some().to_string() }>
                    <span class="place">{ place.map_or_else(String::new, |place| (place + 1).to_string()) }</span>
                    <code>{ text.clone() }</code>
                </button>
            </li>
        }
    };
    let check = {
        let answer = (*chosen).clone();
        props
            .dispatch
            .reform(move |_: MouseEvent| Action::Answer(answer.clone()))
    };
    let clear = {
        let chosen = chosen.clone();
        Callback::from(move |_: MouseEvent| chosen.set(Answer::new()))
    };
    html! {
        <>
            <ul class="order">{ for shuffled.iter().enumerate().map(line) }</ul>
            if *more > 0 {
                <p class="why">{ QuizMsg::FirstLines.text(props.lang) }</p>
            }
            <div class="prompt-tools">
                <button class="main" onclick={ check } disabled={ chosen.len() != props.ask.places() }>
                    { QuizMsg::Check.text(props.lang) }
                </button>
                <button onclick={ clear } disabled={ chosen.is_empty() }>{ QuizMsg::Clear.text(props.lang) }</button>
            </div>
        </>
    }
}

/// The right answer, and why it is right.
#[inline(never)]
fn revealed(ask: &Ask, answer: Option<&Answer>, depth: Depth, shown: &Shown, dispatch: &Dispatch) -> Html {
    let lang = shown.lang;
    let verdict = match answer {
        Some(answer) if ask.is_right(answer) => html! {
            <strong class="verdict right"><Icon glyph={ Glyph::Check } />{ QuizMsg::Right.text(lang) }</strong>
        },
        Some(_) => html! {
            <strong class="verdict wrong"><Icon glyph={ Glyph::Close } />{ QuizMsg::Wrong.text(lang) }</strong>
        },
        None => html! { <strong class="verdict">{ QuizMsg::Unanswered.text(lang) }</strong> },
    };
    match ask {
        Ask::WhoIsNext { right, since, .. } => html! {
            <p class="why">
                { verdict }{ " " }{ QuizMsg::ItIs.text(lang) }{ " " }{ task_name(*right, shown, dispatch) }
                { ". " }{ QuizMsg::FirstInQueue.text(lang) }{ " " }
                if let Some(sentence) = sentence_at(shown, *since) {
                    <SentenceView { sentence } lit={ shown.lit } dispatch={ dispatch.clone() } />
                }
            </p>
        },
        Ask::WhatIsPrinted { .. } => printed_lines(ask, answer, depth, verdict, shown, dispatch),
        Ask::HowLong { right, waits, .. } => html! {
            <>
                <p class="why">
                    { verdict }{ " " }{ QuizMsg::ItIs.text(lang) }{ " " }<b>{ seconds(*right) }</b>{ ". " }
                    { QuizMsg::Overlap.text(lang) }
                </p>
                if depth == Depth::Whole {
                <ul class="order">{ for waits.first.iter().enumerate().map(|(at, wait)| html! {
                    <li key={ at }>
                        { task_name(wait.task, shown, dispatch) }
                        { format!(" {} – {}", seconds(wait.from.as_nanos()), seconds(wait.until.as_nanos())) }
                    </li>
                }) }
                if waits.more > 0 {
                    <li key="more">{ QueuesMsg::more(lang, waits.more) }</li>
                }
                </ul>
                }
            </>
        },
        Ask::Choice { choices, right, .. } => html! {
            <p class="why">
                { verdict }{ " " }{ QuizMsg::ItIs.text(lang) }{ lang.colon() }
                <b>{ choices.get(*right).cloned().unwrap_or_default() }</b>
            </p>
        },
    }
}

/// The lines in their order, each with who printed it and when; and why the first one that was not expected comes there.
#[inline(never)]
fn printed_lines(
    ask: &Ask,
    answer: Option<&Answer>,
    depth: Depth,
    verdict: Html,
    shown: &Shown,
    dispatch: &Dispatch,
) -> Html {
    let Ask::WhatIsPrinted {
        shuffled,
        right,
        origins,
        ..
    } = ask
    else {
        return Html::default();
    };
    let lang = shown.lang;
    let unexpected = answer.and_then(|answer| first_wrong(shuffled, right, answer));
    // Where all was expected, somebody else's turn is what there is to explain.
    let differs = |pair: &[Origin]| matches!(pair, [one, other] if one.task != other.task);
    let another = || Some(1 + origins.windows(2).position(differs)?);
    let explained = unexpected.or_else(another).filter(|_| depth == Depth::Whole);
    let since = explained.and_then(|at| origins.get(at)?.since);
    let line = |(at, (line, origin)): (usize, (&String, &Origin))| {
        html! {
            <li key={ at }>
                <code>{ line.clone() }</code>
                { " " }
                { origin.task.map(|task| task_name(task, shown, dispatch)).unwrap_or_default() }
                if depth == Depth::Whole {
                    { format!(" {}", seconds(origin.time.as_nanos())) }
                }
            </li>
        }
    };
    html! {
        <>
            <p class="why">{ verdict }{ " " }{ QuizMsg::Order.text(lang) }</p>
            <ol class="order">{ for right.iter().zip(origins).enumerate().map(line) }</ol>
            if let Some(sentence) = since.and_then(|since| sentence_at(shown, since)) {
                <p class="why">
                    { QuizMsg::Because.text(lang) }{ " " }
                    <SentenceView { sentence } lit={ shown.lit } dispatch={ dispatch.clone() } />
                </p>
            }
        </>
    }
}

fn task_name(task: TaskId, shown: &Shown, dispatch: &Dispatch) -> Html {
    html! {
        <TaskName
            key={ task.number() }
            { task }
            label={ shown.label(task) }
            lit={ shown.lit == Some(task) }
            dispatch={ dispatch.clone() }
        />
    }
}

/// Such as `1.5 s`.
fn seconds(nanos: u64) -> String {
    let text = format!("{:.3}", nanos as f64 / 1e9);
    // What is measured and its unit stay in one line.
    format!("{}\u{a0}s", text.trim_end_matches('0').trim_end_matches('.'))
}
