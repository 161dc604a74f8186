//! The legend: what each thing stands for, and where the picture breaks.

use yew::prelude::*;

use crate::i18n::{Lang, LegendMsg, SceneMsg};

const TERMS: [(LegendMsg, LegendMsg); 9] = [
    (LegendMsg::OperatorTerm, LegendMsg::Operator),
    (LegendMsg::ClientTerm, LegendMsg::Client),
    (LegendMsg::CordTerm, LegendMsg::Cord),
    (LegendMsg::LampTerm, LegendMsg::Lamp),
    (LegendMsg::QueueTerm, LegendMsg::Queue),
    (LegendMsg::SlipTerm, LegendMsg::Slip),
    (LegendMsg::HoldTerm, LegendMsg::Hold),
    (LegendMsg::TimerTerm, LegendMsg::Timer),
    (LegendMsg::DoorTerm, LegendMsg::Door),
];

const BREAKS: [LegendMsg; 5] = [
    LegendMsg::BreakInterrupt,
    LegendMsg::BreakOne,
    LegendMsg::BreakHangUp,
    LegendMsg::BreakTimer,
    LegendMsg::BreakPolite,
];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub lang: Lang,
    pub onkeydown: Callback<KeyboardEvent>,
}

/// The legend.
#[component]
pub fn Legend(props: &Props) -> Html {
    let lang = props.lang;
    let term = |(key, (term, meaning)): (usize, (LegendMsg, LegendMsg))| {
        html! {
            <div { key }>
                <dt>{ term.text(lang) }</dt>
                <dd>{ meaning.text(lang) }</dd>
            </div>
        }
    };
    html! {
        <div id="scene-legend" class="scene-legend" tabindex="0" role="region" aria-label={ SceneMsg::Legend.text(lang) } onkeydown={ props.onkeydown.clone() }>
            <dl>{ for TERMS.into_iter().enumerate().map(term) }</dl>
            <h3>{ LegendMsg::Breaks.text(lang) }</h3>
            <ul>{ for BREAKS.into_iter().enumerate().map(|(key, text)| html! { <li { key }>{ text.text(lang) }</li> }) }</ul>
        </div>
    }
}
