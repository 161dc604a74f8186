//! What a person must know at once, in a line above the panels; nothing has to be closed.

use std::rc::Rc;

use yew::prelude::*;

use super::score::{marks, score};
use crate::i18n::{GalleryMsg, Lang, Msg, QuizMsg, ShareMsg};
use crate::session::{Action, Dispatch, Exercise, Open, Refused, Shown};

#[derive(Properties)]
pub struct Props {
    pub open: Open,
    pub shown: Shown,
    pub dispatch: Dispatch,
}

impl PartialEq for Props {
    /// Of what is shown, the notices tell little.
    fn eq(&self, other: &Self) -> bool {
        self.open == other.open
            && self.shown.lang == other.shown.lang
            && Rc::ptr_eq(&self.shown.exercise, &other.shown.exercise)
            && Rc::ptr_eq(&self.shown.scenario, &other.shown.scenario)
    }
}

/// The notices, if there are any.
#[component]
pub fn Notices(props: &Props) -> Html {
    let lang = props.shown.lang;
    let ask = |action: Action| props.dispatch.reform(move |_: MouseEvent| action.clone());
    html! {
        <div class="notices" role="status">
            if let Some(refused) = props.open.refused {
                <p>{ reason(refused, lang) }</p>
            }
            if props.shown.scenario.attempt.is_some() {
                { handed_in(&props.shown.exercise, lang, &props.dispatch) }
            }
            if props.open.has_kept {
                <p>
                    { ShareMsg::Kept.text(lang) }
                    <button onclick={ ask(Action::TakeBack) }>{ ShareMsg::TakeBack.text(lang) }</button>
                    <button onclick={ ask(Action::LetGo) }>{ ShareMsg::LetGo.text(lang) }</button>
                </p>
            }
            if props.open.has_update {
                <p>
                    { Msg::Update.text(lang) }
                    <button onclick={ ask(Action::Update) }>{ Msg::OpenUpdate.text(lang) }</button>
                </p>
            }
            if props.open.is_stuck {
                <p>{ Msg::Stuck.text(lang) }</p>
            }
            if props.open.is_draft_lost {
                <p>{ Msg::NotKept.text(lang) }</p>
            }
        </div>
    }
}

/// Why something was not opened.
#[inline(never)]
fn reason(refused: Refused, lang: Lang) -> String {
    match refused {
        Refused::Link(error) => ShareMsg::of_error(error).text(lang).to_owned(),
        Refused::File(line) => format!("{} {line}.", GalleryMsg::BadFile.text(lang)),
        Refused::Unreadable => GalleryMsg::Unreadable.text(lang).to_owned(),
        Refused::NoGallery => GalleryMsg::NoGallery.text(lang).to_owned(),
        Refused::NoEntry => GalleryMsg::NoEntry.text(lang).to_owned(),
    }
}

/// What somebody has handed in, question by question.
#[inline(never)]
fn handed_in(exercise: &Exercise, lang: Lang, dispatch: &Dispatch) -> Html {
    let again = dispatch.reform(|_: MouseEvent| Action::AskAgain);
    html! {
        <p>
            { QuizMsg::HandedIn.text(lang) }
            { " " }
            <strong>{ score(exercise, lang) }</strong>
            { marks(exercise, lang, dispatch) }
            <span>{ QuizMsg::NoProof.text(lang) }</span>
            <button onclick={ again }>{ QuizMsg::Again.text(lang) }</button>
        </p>
    }
}
