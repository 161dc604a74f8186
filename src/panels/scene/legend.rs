//! The legend: what each thing stands for, and where the picture breaks.

use yew::prelude::*;

use crate::i18n::{Lang, SceneMsg};

const TERMS: [(&str, SceneMsg, SceneMsg); 9] = [
    ("operator", SceneMsg::Operator, SceneMsg::LegendOperator),
    ("client", SceneMsg::Client, SceneMsg::LegendClient),
    ("cord", SceneMsg::Cord, SceneMsg::LegendCord),
    ("lamp", SceneMsg::LampTerm, SceneMsg::LegendLamp),
    ("queue", SceneMsg::ReadyQueue, SceneMsg::LegendQueue),
    ("slip", SceneMsg::SlipTerm, SceneMsg::LegendSlip),
    ("hold", SceneMsg::HoldTerm, SceneMsg::LegendHold),
    ("timer", SceneMsg::TimerTerm, SceneMsg::LegendTimer),
    ("door", SceneMsg::DoorTerm, SceneMsg::LegendDoor),
];

const BREAKS: [SceneMsg; 5] = [
    SceneMsg::BreakInterrupt,
    SceneMsg::BreakOne,
    SceneMsg::BreakHangUp,
    SceneMsg::BreakTimer,
    SceneMsg::BreakPolite,
];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub lang: Lang,
}

/// The legend.
#[component]
pub fn Legend(props: &Props) -> Html {
    let lang = props.lang;
    let term = |(key, term, meaning): (&'static str, SceneMsg, SceneMsg)| {
        html! {
            <div { key }>
                <dt>{ term.text(lang) }</dt>
                <dd>{ meaning.text(lang) }</dd>
            </div>
        }
    };
    html! {
        <div id="scene-legend" class="scene-legend" tabindex="0" role="region" aria-label={ SceneMsg::Legend.text(lang) }>
            <dl>{ for TERMS.into_iter().map(term) }</dl>
            <h3>{ SceneMsg::Breaks.text(lang) }</h3>
            <ul>{ for BREAKS.into_iter().enumerate().map(|(key, text)| html! { <li { key }>{ text.text(lang) }</li> }) }</ul>
        </div>
    }
}
