//! How the predictions of a run went, and a link to that.

use switchboard_scenario::Scenario;
use yew::prelude::*;

use super::prompt::question;
use super::{Glyph, Icon};
use crate::host::{clipboard, link};
use crate::i18n::{Lang, QuizMsg};
use crate::session::{Action, Dispatch, Exercise, Place, Shown, What};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    /// What a link to what one sees carries.
    pub place: Place,
    pub dispatch: Dispatch,
}

/// The link to a result, once somebody has asked for it.
#[derive(Clone, PartialEq)]
enum HandIn {
    NotYet,
    Copied,
    /// The browser does not let the page copy it.
    ToBeCopied(String),
}

/// The card at the end of the run.
#[component]
pub fn Score(props: &Props) -> Html {
    let Props {
        shown,
        place,
        dispatch,
    } = props;
    let handed_in = use_state(|| HandIn::NotYet);
    let lang = shown.lang;
    let again = dispatch.reform(|_: MouseEvent| Action::AskAgain);
    let hand_in = {
        let scenario = Scenario {
            attempt: shown.exercise.attempt(),
            step: 0,
            ..place.scenario()
        };
        let handed_in = handed_in.clone();
        Callback::from(move |_: MouseEvent| {
            let handed_in = handed_in.clone();
            link::write(&scenario, move |fragment| {
                let Some(fragment) = fragment else { return };
                let link = format!("{}#{fragment}", link::base());
                clipboard::copy(&link.clone(), move |is_copied| {
                    handed_in.set(match is_copied {
                        true => HandIn::Copied,
                        false => HandIn::ToBeCopied(link),
                    });
                });
            });
        })
    };
    html! {
        <div class="prompt-card result">
            <p class="sentence">{ score(&shown.exercise, lang) }{ " " }{ marks(&shown.exercise, lang, dispatch) }</p>
            <p class="why" aria-live="polite">
                if *handed_in == HandIn::Copied {
                    { QuizMsg::Copied.text(lang) }{ " " }
                }
                { QuizMsg::NoProof.text(lang) }
            </p>
            if let HandIn::ToBeCopied(link) = &*handed_in {
                <input type="text" readonly=true value={ link.clone() } aria-label={ QuizMsg::HandIn.text(lang) } />
            }
            <div class="prompt-tools">
                <button class="main" onclick={ hand_in }><Icon glyph={ Glyph::Copy } />{ QuizMsg::HandIn.text(lang) }</button>
                <button onclick={ again }>{ QuizMsg::Again.text(lang) }</button>
            </div>
        </div>
    }
}

/// Such as `3 of 4 right`.
pub fn score(exercise: &Exercise, lang: Lang) -> String {
    let score = exercise.score();
    format!(
        "{} {} {} {}",
        score.right,
        QuizMsg::Of.text(lang),
        score.asked,
        QuizMsg::Score.text(lang)
    )
}

/// A mark for each question; pressing it leads there.
#[inline(never)]
pub fn marks(exercise: &Exercise, lang: Lang, dispatch: &Dispatch) -> Html {
    let asks = exercise.stops().iter().enumerate().filter_map(|(key, stop)| {
        let What::Ask(ask) = &stop.what else { return None };
        let step = stop.step;
        let onclick = dispatch.reform(move |_: MouseEvent| Action::Seek(step));
        let (class, glyph, told) = match stop.passage.answer() {
            Some(answer) if ask.is_right(answer) => ("mark right", Glyph::Check, QuizMsg::Right),
            Some(_) => ("mark wrong", Glyph::Close, QuizMsg::Wrong),
            None => ("mark", Glyph::Question, QuizMsg::Unanswered),
        };
        let name = format!("{} {}", question(ask, lang), told.text(lang));
        Some(html! {
            <button { key } { class } { onclick } title={ name.clone() } aria-label={ name }><Icon { glyph } /></button>
        })
    });
    html! { <span class="marks">{ for asks }</span> }
}
