//! The loop's own picture: its phases, the ready queue, timers, and who waits for what.

use yew::prelude::*;

use crate::components::Panel;
use crate::session::{Dispatch, PanelId, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub dispatch: Dispatch,
}

/// The loop's own picture: its phases, the ready queue, timers, and who waits for what.
#[component]
pub fn Queues(props: &Props) -> Html {
    let shown = &props.shown;
    let body: Html = shown.board.tasks().filter(|task| task.is_alive()).map(|task| {
        html! { <p key={ task.task.number() }>{ format!("{} {:?}", shown.label(task.task), task.state) }</p> }
    }).collect();
    html! {
        <Panel id={ PanelId::Queues }>
            { body }
        </Panel>
    }
}
