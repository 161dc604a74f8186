//! The call center: the operator is the event loop, the clients are the tasks.

use yew::prelude::*;

use crate::components::Panel;
use crate::session::{Dispatch, PanelId, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub dispatch: Dispatch,
}

/// The call center: the operator is the event loop, the clients are the tasks.
#[component]
pub fn Scene(props: &Props) -> Html {
    let shown = &props.shown;
    let body: Html = shown.board.tasks().filter(|task| task.is_alive()).map(|task| {
        html! { <p key={ task.task.number() }>{ format!("{} {:?}", shown.label(task.task), task.state) }</p> }
    }).collect();
    html! {
        <Panel id={ PanelId::Scene }>
            { body }
        </Panel>
    }
}
