//! One task, looked at closely.

use yew::prelude::*;

use crate::components::Panel;
use crate::session::{Dispatch, PanelId, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub dispatch: Dispatch,
}

/// One task, looked at closely.
#[component]
pub fn Inspector(props: &Props) -> Html {
    let shown = &props.shown;
    let body: Html = shown.board.tasks().filter(|task| task.is_alive()).map(|task| {
        html! { <p key={ task.task.number() }>{ format!("{} {:?}", shown.label(task.task), task.state) }</p> }
    }).collect();
    html! {
        <Panel id={ PanelId::Inspector }>
            { body }
        </Panel>
    }
}
