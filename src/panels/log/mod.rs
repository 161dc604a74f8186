//! One sentence an event: what happened, and why now.

use yew::prelude::*;

use crate::components::Panel;
use crate::i18n::Msg;
use crate::session::{Dispatch, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub dispatch: Dispatch,
}

/// One sentence an event: what happened, and why now.
#[component]
pub fn Log(props: &Props) -> Html {
    let shown = &props.shown;
    let first = shown.board.step.saturating_sub(200);
    let body = shown.trace().map(|trace| {
        let sentence = |step: usize| {
            let explanation = trace.explain(step)?;
            let board = trace.board_at(step);
            Some(html! { <li key={ step }>{ switchboard_trace::english::explanation(&explanation, &board, trace.tables()) }</li> })
        };
        html! { <ol>{ for (first..shown.board.step).filter_map(sentence) }</ol> }
    });
    html! {
        <Panel name="log" title={ Msg::Log.text(shown.lang) }>
            { body }
        </Panel>
    }
}
