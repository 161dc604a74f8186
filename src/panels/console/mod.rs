//! What the program printed up to the playhead.

use yew::prelude::*;

use crate::components::Panel;
use crate::i18n::Msg;
use crate::session::{Dispatch, Shown};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub dispatch: Dispatch,
}

/// What the program printed up to the playhead.
#[component]
pub fn Console(props: &Props) -> Html {
    let shown = &props.shown;
    let body = shown.trace().map(|trace| {
        let lines = trace.outputs(shown.board.outputs).iter().filter_map(|at| trace.get(*at as usize));
        let texts = lines.filter_map(|record| match record.event {
            switchboard_trace::Event::Output { text, .. } => Some(format!("{}\n", trace.tables().get_text(text))),
            _ => None,
        });
        html! { <pre>{ texts.collect::<String>() }</pre> }
    });
    html! {
        <Panel name="console" title={ Msg::Output.text(shown.lang) }>
            { body }
        </Panel>
    }
}
